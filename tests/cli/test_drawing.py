"""The timeline draws what the list says, and reads in black and white."""

import io
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie.cli import paint
from sortie.cli.page import Page
from sortie.cli.timeline import GLYPHS, Scale, axis, marks
from tests.cli.running import ACCEPTANCE, run


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def painted(page: Page) -> str:
    out = Terminal()
    paint.show(page, out)
    return out.getvalue()


def a_page() -> Page:
    page = Page(60)
    page.item("✓", "Half is served.", cite="CPP D143", style="open")
    return page


@given(
    since=st.dates(date(1970, 1, 1), date(2030, 1, 1)),
    length=st.integers(1, 30_000),
    columns=st.integers(10, 100),
)
def test_every_day_stands_in_one_column(since: date, length: int, columns: int) -> None:
    scale = Scale(since, since + timedelta(length), columns)

    assert scale.column(since) == 0
    assert scale.column(scale.before) is None
    last = scale.column(scale.before - timedelta(1))
    assert last is not None
    assert 0 <= last < columns
    for column in (0, columns // 2, columns - 1):
        first, after = scale.bounds(column)
        assert first < after


def test_a_marked_day_stands_under_its_year() -> None:
    scale = Scale(date(2012, 1, 1), date(2030, 1, 1), 54)
    years, ticks = axis(scale)

    row = marks([(date(2021, 1, 1), "x")], scale)

    assert ticks[row.index("x")] in "┬┼"
    assert years[years.index("2021")] == "2"
    assert years.index("2021") == row.index("x")


def test_every_answer_has_a_glyph_of_its_own() -> None:
    assert len(set(GLYPHS.values())) == len(GLYPHS)


@pytest.mark.parametrize("width", ["80", "120", "60"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_nothing_is_wider_than_the_terminal(
    monkeypatch: pytest.MonkeyPatch, width: str, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for command in ("ask", "when"):
        for line in run(command, ACCEPTANCE, "--lang", lang).out.splitlines():
            assert len(line) <= int(width), line


def test_a_page_is_painted_in_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in painted(a_page())

    monkeypatch.setenv("NO_COLOR", "1")
    assert painted(a_page()) == a_page().plain()
    assert "\x1b[" not in run("when", ACCEPTANCE).out


def test_the_article_stands_at_the_right_or_on_its_own_line() -> None:
    page = Page(40)
    page.item("✓", "A sentence of thirty letters or so.", cite="CPP D143")

    assert page.plain() == "  ✓ A sentence of thirty letters or so.\n" + "CPP D143".rjust(40) + "\n"
