"""What Hypothesis draws for the room of days."""

from datetime import date, timedelta

from hypothesis import strategies as st

from sortie import days

WINDOW = days.Span(date(2027, 1, 20), date(2027, 3, 20))
WINDOW_DAYS = frozenset(WINDOW.start + timedelta(days=n) for n in range(len(WINDOW)))

some_days = st.dates(date(1978, 1, 1), date(2100, 12, 31))
month_ends = st.sampled_from(days.MonthEnd)
terms = st.builds(days.Months, st.integers(-600, 600), month_ends)
lengths = st.builds(days.Length, st.integers(0, 400), st.integers(0, 400))


@st.composite
def spans(draw: st.DrawFn, within: days.Span = WINDOW) -> days.Span:
    start = draw(st.dates(within.start, within.end - timedelta(days=1)))
    return days.Span(start, draw(st.dates(start + timedelta(days=1), within.end)))


sets_of_days = st.lists(spans(), max_size=6).map(lambda drawn: days.Spans.of(*drawn))


def one_by_one(spans: days.Spans) -> frozenset[date]:
    """The same set, as plain days of the window."""
    return frozenset(day for span in spans for day in WINDOW_DAYS if span.start <= day < span.end)
