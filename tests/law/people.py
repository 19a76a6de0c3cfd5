"""Invented people: strategies for fully known, valid cases with nasty dates."""

from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.law.tables import READINGS, SETTLED, Case, Readings
from tests.law.tables.arithmetic import Length, add_months, after, length, minus, part
from tests.law.tables.custody import (
    committed_on,
    for_life,
    reductions,
    term_start,
    total,
)
from tests.law.tables.interest import days_for
from tests.law.tables.vocabulary import LAW_CHANGES

__all__ = ["cases", "days_for", "readings"]


def words(text: str) -> list[str]:
    return text.split()


DAY = timedelta(days=1)
EARLIEST = date(1977, 1, 1)
LAW_DAYS = [day + shift for day in LAW_CHANGES for shift in (-DAY, 0 * DAY, DAY)]
NASTY_DAYS = [
    date.fromisoformat(text)
    for text in words(
        "2000-02-29 2004-02-29 2008-02-29 2012-02-29 2016-02-29 2020-02-29 2024-02-29 2028-02-29 "
        "2005-01-31 2007-03-31 2011-08-31 2014-12-31 2018-02-28 2019-10-31 2023-12-31 2026-05-31"
    )
]
LENGTHS = words(
    "P2W P20D P1M P2M P45D P3M P6M P10M P1Y P12M P1Y1D P360D P13M P18M P2Y P2Y7M13D P3Y P4Y "
    "P4Y11M30D P5Y P60M P5Y1D P6Y P8Y P9Y P10Y P12Y P15Y P20Y"
)
KINDS = words(
    "maison_arret maison_centrale centre_detention centre_semi_liberte "
    "structure_accompagnement_sortie centre_peines_amenagees etablissement_mineurs"
)
UNITS = words("ordinary organised_crime_unit isolation_unit violent_unit radicalisation_unit")
PURPOSES = words(
    "employer training exam care culture_sport vote family_ties reintegration family_illness "
    "family_death birth obligation court military obligation court"
)
DAY_PURPOSES = PURPOSES[:6] + PURPOSES[-5:]
OFFENCES = words(
    "organised_crime terrorism sexual_706_47 couple_violence murder_of_minor "
    "murder_in_recidivism rape_of_minor_under_15 escape other"
)
MEASURES = words("parole release_under_constraint semi_liberty home_detention outside_placement")
ADJUSTMENTS = words("semi_liberty outside_placement electronic_monitoring")
LEAVE_TYPES = words(
    "fr.leave.detention_centre fr.leave.before_2016.detention_centre fr.leave.short"
)
HOURS_ASKED = [2, 10, 14, 24, 25, 30, 48, 55, 72, 73, 80, 96, 120, 121, 144, 168, 240, 241, 264]


def mostly(usual: Any, *others: Any) -> st.SearchStrategy[Any]:
    """The usual value, and now and then one of the others."""
    return st.sampled_from([usual] * 6 * len(others) + list(others))


def some_days(reach: int) -> st.SearchStrategy[timedelta]:
    return st.integers(-reach, reach).map(lambda count: count * DAY)


def readings() -> st.SearchStrategy[Readings]:
    """One option for every open reading, and the adopted one for the settled."""
    chosen = {name: st.sampled_from(options) for name, options in READINGS.items()}
    return st.fixed_dictionaries(chosen).map(lambda drawn: {**SETTLED, **drawn})


@st.composite
def focus_days(draw: st.DrawFn) -> date:
    """A day on which something is likely to change."""
    plain = st.dates(date(1997, 1, 1), date(2030, 12, 31))
    return draw(st.one_of(st.sampled_from(LAW_DAYS), st.sampled_from(NASTY_DAYS), plain))


@st.composite
def sentences(draw: st.DrawFn, final: date) -> list[dict[str, Any]]:
    """One to four sentences; the first is never merged, so that one always counts."""
    rows: list[dict[str, Any]] = []
    for index in range(draw(mostly(1, 2, 3, 4))):
        text = draw(st.sampled_from(LENGTHS))
        long = length(text).months >= 12
        rows.append(
            {
                "length": draw(mostly(text, "life")) if draw(mostly(False, True)) else text,
                "suspended": draw(mostly("none", "P6M", "P3M10D")) if long else "none",
                "pronounced_on": (final - 20 * DAY).isoformat(),
                "final_on": final.isoformat(),
                "offences": draw(mostly([], *[[name] for name in OFFENCES], OFFENCES[:3])),
                "recidivist": draw(mostly(False, True)),
                "socio_judicial_supervision": draw(mostly("none", "incurred", "pronounced")),
                "merged_into": draw(mostly(None, 0)) if index else None,
                "court": draw(mostly("ordinary", "terrorism", "organised_crime", "interregional")),
            }
        )
        if rows[-1]["length"] == "life":
            rows[-1]["suspended"] = "none"
    return rows


@st.composite
def commitments(draw: st.DrawFn, whole: Length, focus: date) -> date:
    """A committal from which a fraction, or the end less three years, falls near the focus."""
    parts = draw(st.sampled_from([(1, 3), (1, 2), (2, 3), (1, 1), (0, 1)]))
    spent = part(whole, *parts)
    day = add_months(focus, -spent.months) - spent.days * DAY + draw(some_days(2))
    if draw(mostly(False, True)):
        day = add_months(day, 36)
    off: int = draw(mostly(0, -400, -31, 45))
    return max(day + off * DAY, EARLIEST)


@st.composite
def remands(draw: st.DrawFn, committed: date) -> list[dict[str, str]]:
    """No remand, remand up to the eve of the committal, or pieces that overlap."""
    pieces = draw(mostly(0, 1, 2))
    rows = []
    until = committed - DAY
    for _ in range(pieces):
        count = draw(st.sampled_from([1, 29, 90, 366]))
        first = until - (count - 1) * DAY
        rows.append({"from": first.isoformat(), "until": until.isoformat()})
        until = first + draw(st.sampled_from([-30, -1, 10])) * DAY
    return rows[::-1]


@st.composite
def reduction_rows(draw: st.DrawFn, whole: Length, committed: date) -> list[dict[str, Any]]:
    """Reductions that stay under half of the total, some of them withdrawn."""
    rows = []
    for index in range(draw(mostly(0, 1, 2, 3))):
        months = draw(st.integers(0, whole.months // 8))
        days = draw(st.integers(0, 25)) if whole.months > 6 else 0
        if not months and not days:
            continue
        granted = committed + (200 + 180 * index) * DAY
        withdrawn = (granted + 90 * DAY).isoformat()
        rows.append(
            {
                "granted_on": granted.isoformat(),
                "length": "P" + f"{months}M" * (months > 0) + f"{days}D" * (days > 0),
                "kind": draw(st.sampled_from(["supplementary", "single", "exceptional"])),
                "withdrawn_on": draw(mostly("none", withdrawn)),
            }
        )
    return rows


@st.composite
def placements(draw: st.DrawFn, committed: date, focus: date) -> list[dict[str, Any]]:
    """One placement after the other from the committal on, the last without end."""
    starts = {committed}
    for _ in range(draw(st.sampled_from([0, 0, 1, 2]))):
        starts.add(max(committed, focus + draw(some_days(3))))
    firsts = sorted(starts)
    rows: list[dict[str, Any]] = []
    for index, first in enumerate(firsts):
        row = {
            "from": first.isoformat(),
            "establishment": f"Etablissement {index + 1}",
            "kind": draw(st.sampled_from(KINDS)),
            "unit": draw(mostly(*UNITS)),
        }
        if index + 1 < len(firsts) and draw(st.booleans()):
            row["until"] = (firsts[index + 1] - DAY).isoformat()
        rows.append(row)
    return rows


@st.composite
def statuses(draw: st.DrawFn, committed: date, focus: date) -> list[dict[str, str]]:
    """Convicted at once, or after remand and appeal."""
    path = draw(
        mostly(
            ["convicted"],
            ["on_remand", "convicted"],
            ["on_remand", "appeal_pending", "convicted"],
            ["on_remand"],
            ["appeal_pending"],
        )
    )
    later = max(committed, focus + draw(some_days(3)))
    starts = [committed, later + DAY, later + 3 * DAY]
    return [
        {"is": name, "from": first.isoformat()} for name, first in zip(path, starts, strict=False)
    ]


@st.composite
def spells(draw: st.DrawFn, committed: date, focus: date, start: str = "from") -> dict[str, str]:
    """A spell of days near the focus, with or without a last day."""
    first = max(committed, focus + draw(st.sampled_from([-900, -30, -1, 0, 1])) * DAY)
    last = first + draw(st.sampled_from([0, 1, 30, 900])) * DAY
    return {start: first.isoformat(), "until": draw(st.sampled_from(["none", last.isoformat()]))}


@st.composite
def security_periods(draw: st.DrawFn, committed: date, focus: date) -> Any:
    """None, a closed period, two of them, or a length alone."""
    last = max(committed, focus + draw(some_days(2)))
    first = {"from": committed.isoformat(), "until": last.isoformat()}
    again = {
        "from": (last + 10 * DAY).isoformat(),
        "until": (last + 40 * DAY).isoformat(),
    }
    alone = {"length": draw(st.sampled_from(["P6M", "P1Y", "P3Y", "P5Y"]))}
    return draw(mostly("none", first, [first, again], alone))


@st.composite
def adjustments(draw: st.DrawFn, committed: date, focus: date) -> list[dict[str, str]]:
    if not draw(st.booleans()):
        return []
    row = draw(spells(committed, focus))
    return [{"kind": draw(st.sampled_from(ADJUSTMENTS)), **row}]


@st.composite
def past_leaves(draw: st.DrawFn, committed: date, focus: date) -> list[dict[str, str]]:
    """Leaves returned from before the focus, a year ago to the day among them."""
    rows = []
    ages = draw(mostly([], [100], [365, 40], [366], [367, 12], [20]))
    for age in ages:
        first = max(committed, focus - age * DAY)
        last = first + draw(st.sampled_from([0, 4, 5, 9])) * DAY
        rows.append(
            {
                "type": draw(st.sampled_from(LEAVE_TYPES)),
                "from": first.isoformat(),
                "until": last.isoformat(),
                "granted_by": "enforcement_judge",
                "outcome": draw(mostly("returned", "returned_late", "not_returned")),
            }
        )
    return rows


@st.composite
def escapes(draw: st.DrawFn, committed: date) -> list[dict[str, str]]:
    """Nothing, or an escape of a day or more; a leave come back late is no escape."""
    if not draw(mostly(False, True)):
        return []
    first = committed + draw(st.sampled_from([1, 10, 300])) * DAY
    last = first + draw(st.sampled_from([0, 14, 200])) * DAY
    kind = draw(mostly("escape", "late_return", "not_returned"))
    return [{"kind": kind, "on": first.isoformat(), "until": last.isoformat()}]


@st.composite
def interruptions(draw: st.DrawFn, committed: date) -> list[dict[str, str]]:
    """Nothing, or days on which the sentence was not served, which may be those of an escape."""
    if not draw(mostly(False, True)):
        return []
    first = committed + draw(st.sampled_from([0, 5, 200])) * DAY
    last = first + draw(st.sampled_from([0, 29, 400])) * DAY
    return [{"from": first.isoformat(), "until": last.isoformat()}]


def off_the_missing_hour(instant: datetime) -> datetime:
    """No instant between two and three, an hour that spring lacks and autumn doubles."""
    return instant + timedelta(hours=2) if instant.hour == 2 else instant


@st.composite
def times_asked(draw: st.DrawFn, focus: date, purpose: str) -> dict[str, Any]:
    """From hours to eleven days, now and then from a Saturday; a day's purpose asks less."""
    first = focus + draw(some_days(3))
    if draw(st.booleans()):
        first += (5 - first.weekday()) % 7 * DAY
    hour = draw(st.sampled_from([0, 7, 8, 12, 18, 23]))
    departs = datetime.combine(first, time(hour))
    exact = draw(st.booleans())
    within_a_day = purpose in DAY_PURPOSES and draw(mostly(True, False))
    count = draw(st.sampled_from(HOURS_ASKED[:5] if within_a_day else HOURS_ASKED))
    minutes = 0 if exact else draw(st.sampled_from([-1, 1, 45]))
    returns = off_the_missing_hour(departs + timedelta(hours=count, minutes=minutes))
    not_worked = [first + shift * DAY for shift in draw(mostly((), (0,), (0, 1), (2, 3)))]
    return {
        "departs_at": departs.isoformat(timespec="minutes"),
        "returns_at": returns.isoformat(timespec="minutes"),
        "days_not_worked": [day.isoformat() for day in not_worked],
        "travel_time": draw(mostly("none", "PT1H", "PT5H30M", "PT12H", "PT26H")),
    }


@st.composite
def applications(draw: st.DrawFn, focus: date) -> dict[str, Any]:
    """An application whose gates are mostly open, asked around the focus."""
    filed = focus - draw(st.sampled_from([0, 1, 45, 400])) * DAY
    report = focus + draw(st.sampled_from([-731, -730, -729, -46, -1, 0])) * DAY
    purpose = draw(st.sampled_from(PURPOSES))
    here = {"country": "FR", "commune": "69123"}
    abroad = {"country": "BE"}
    return {
        "filed_on": filed.isoformat(),
        "purpose": purpose,
        **draw(times_asked(focus, purpose)),
        "places": draw(mostly([here], [], [abroad], [here, here], [here, abroad])),
        "escorted": draw(mostly(False, True)),
        "funds_shown": draw(mostly(True, False)),
        "lodging_shown": draw(mostly(True, "not_needed", False)),
        "transport_shown": draw(mostly(True, "not_needed", False)),
        "representation_possible": draw(mostly(False, True)),
        "video_link_possible": draw(mostly(False, True)),
        "expert_report_on": draw(st.sampled_from(["none", report.isoformat()])),
        "prosecutor_agrees": draw(st.booleans()),
        "prepares_relief": draw(st.booleans()),
    }


@st.composite
def births(draw: st.DrawFn, committed: date, focus: date) -> date:
    """An adult mostly; else someone who turns eighteen near the focus, or is a minor throughout."""
    young = add_months(focus + draw(some_days(2)), -18 * 12)
    adult = add_months(committed, -12 * draw(st.integers(19, 60))) - draw(st.integers(0, 365)) * DAY
    leapling = date(committed.year - committed.year % 4 - 16, 2, 29)
    born = draw(st.sampled_from([adult] * 4 + [young, add_months(young, 18), leapling]))
    return min(born, add_months(committed, -13 * 12))


def stated_end(draw: st.DrawFn, case: Case) -> str:
    """The computed end mostly; else a few days off, or earlier by an automatic credit."""
    if for_life(case) or not case["custody"]["sentences"]:
        return "none"
    start = term_start(case)
    computed = after(start, minus(total(case), reductions(case)))
    off: int = draw(mostly(0, -1, 1, -7, -90))
    end = computed + off * DAY
    return max(end, start + DAY, committed_on(case) + DAY).isoformat()


@st.composite
def custodies(draw: st.DrawFn, focus: date) -> dict[str, Any]:
    """A custody in which some threshold falls near the focus; its end is stated later."""
    rows = draw(sentences(focus))
    life = [row for row in rows if row["length"] == "life"]
    whole = Length(180, 0) if life else total({"custody": {"sentences": rows}})
    committed = draw(commitments(whole, focus))
    for row in rows:
        row["pronounced_on"] = (committed - 20 * DAY).isoformat()
        row["final_on"] = committed.isoformat()
    decided = focus + draw(some_days(1))
    return {
        "status": draw(statuses(committed, focus)),
        "committed_on": committed.isoformat(),
        "sentences": rows,
        "remand": draw(remands(committed)),
        "interruptions": draw(interruptions(committed)),
        "security_period": draw(security_periods(committed, focus)),
        "reductions": [] if life else draw(reduction_rows(whole, committed)),
        "end_of_sentence": "none",
        "placements": draw(placements(committed, focus)),
        "adjustments": draw(adjustments(committed, focus)),
        "watch_list": [],
        "isolation": [],
        "territory_ban": draw(mostly("none", draw(spells(committed, focus, "since")))),
        "parole_requires_leave": draw(mostly("none", {"decided_on": decided.isoformat()})),
        "admissible_to": draw(st.lists(st.sampled_from(MEASURES), max_size=2, unique=True)),
    }


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A fully known, valid case."""
    focus = draw(focus_days())
    custody = draw(custodies(focus))
    committed = date.fromisoformat(custody["committed_on"])
    case: Case = {
        "format": "sortie/case@1",
        "jurisdiction": "fr",
        "title": "An invented person",
        "person": {"born_on": draw(births(committed, focus)).isoformat()},
        "custody": custody,
        "history": {
            "leaves": draw(past_leaves(committed, focus)),
            "incidents": draw(escapes(committed)),
            "applications": [],
        },
        "orders": {"bans": [], "head_of_prison_excluded": "none"},
        "application": draw(applications(max(focus, committed))),
    }
    custody["end_of_sentence"] = stated_end(draw, case)
    return case
