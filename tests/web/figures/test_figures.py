"""The public figures of a year: anyone reads them, or nobody, as whoever runs the site chose."""

import csv
import io
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import override_settings

from sortie.web.frame import figure_settings
from tests.office import one_leave as leave
from tests.office.figures.counted import LATER
from tests.office.figures.test_year import TWELVE, several
from tests.web.opening import NARROW, Window
from tests.web.signing import Browser

Browse = Callable[..., Browser]
Hold = Callable[[datetime], None]
UNDER_WAY = leave.paris("2027-04-02T12:00")


def text(page: Any) -> str:
    return " ".join(page.content.decode().replace("\u202f", " ").replace("\u00a0", " ").split())


@pytest.fixture
def later(hold_at: Hold) -> None:
    hold_at(LATER)


@pytest.mark.usefixtures("later")
def test_a_stranger_reads_the_figures_and_the_footer_leads_there(browse: Browse) -> None:
    several(TWELVE)
    page = browse(None, "en").get("/figures/2027/")

    assert page.status_code == 200
    assert "departures on leave: 12. Back in time: 12" in text(page)
    assert "100.0% of “Departures” [75.8% to 100.0%]" in text(page)
    assert "No checkpoint seals the events counted yet." in text(page)
    assert "SELECT stream_id FROM store_event" in text(page)
    assert 'href="/figures/"' in text(browse(None, "en").get("/law/"))


@pytest.mark.usefixtures("later")
def test_no_page_of_figures_names_anyone_who_acted(browse: Browse) -> None:
    several(TWELVE)
    for address in ("/figures/2027/", "/figures/2027/figures.csv", "/figures/2027/figures.json"):
        said = text(browse().get(address))
        for actor in (leave.JUDGE, leave.PROSECUTOR, leave.HEAD, leave.GATE):
            assert actor.id not in said
        assert leave.PRISON not in said
        assert leave.COURT not in said
        assert "P00" not in said


@pytest.mark.usefixtures("later")
def test_small_counts_are_not_on_the_page(browse: Browse) -> None:
    several(TWELVE[:7])
    page = text(browse(None, "fr").get("/figures/2027/"))

    assert "départs en permission : 1 à 10." in page
    assert "non communiqué" in page
    assert "Trop peu de décisions" in page


@pytest.mark.usefixtures("later")
def test_what_is_taken_away_says_what_the_page_says(browse: Browse) -> None:
    several(TWELVE)
    taken = browse(None, "en").get("/figures/2027/figures.csv").content.decode()
    lines = list(csv.DictReader(io.StringIO(taken)))
    told = json.loads(browse(None, "en").get("/figures/2027/figures.json").content)

    whole = [line for line in lines if not line["leave"]]
    figures = [each for table in told["tables"] for each in table["figures"]]
    assert [line["figure"] for line in whole] == [each["figure"] for each in figures]
    assert [line["low"] for line in whole] == [str(each["low"]) for each in figures]
    assert [line["means"] for line in whole] == [each["means"] for each in figures]
    assert {line["leave"] for line in lines} == {"", "fr.leave.short"}
    assert told["days_to_answer"] == {"lower_quartile": 2, "median": 2, "upper_quartile": 2}


def test_a_year_under_way_is_shown_only_where_it_was_chosen(browse: Browse, hold_at: Hold) -> None:
    several(TWELVE)
    hold_at(UNDER_WAY)

    assert browse().get("/figures/2027/").status_code == 404
    assert "il n’y a rien à compter" in text(browse().get("/figures/"))
    with override_settings(SORTIE_FIGURES="all"):
        page = browse().get("/figures/2027/")
        assert page.status_code == 200
        assert "Cette année est en cours." in text(page)


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("chosen", ["off", "none", "no such word"])
def test_where_they_are_switched_off_there_is_no_page_and_no_link(
    browse: Browse, chosen: str
) -> None:
    several(TWELVE[:1])
    with override_settings(SORTIE_FIGURES=chosen):
        for address in ("", "2027/", "2027/figures.csv", "2027/figures.json"):
            assert browse().get(f"/figures/{address}").status_code == 404
        assert browse().get("/api/v1/figures/2027").status_code == 404
        assert "/figures/" not in text(browse().get("/law/"))


@pytest.mark.usefixtures("later")
@pytest.mark.parametrize("year", ["2026", "2029", "0", "99999999"])
def test_a_year_without_figures_is_no_page(browse: Browse, year: str) -> None:
    several(TWELVE[:1])
    assert browse().get(f"/figures/{year}/").status_code == 404


@pytest.mark.usefixtures("later")
def test_the_programs_read_the_same(browse: Browse) -> None:
    several(TWELVE)
    told = browse(None, "en").get("/api/v1/figures/2027").json()
    assert told == json.loads(browse(None, "en").get("/figures/2027/figures.json").content)


def test_the_environment_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SORTIE_FIGURES", "SORTIE_FIGURES_THRESHOLD"):
        monkeypatch.delenv(name, raising=False)
    assert figure_settings() == {"SORTIE_FIGURES": "over", "SORTIE_FIGURES_THRESHOLD": 10}
    monkeypatch.setenv("SORTIE_FIGURES", "off")
    monkeypatch.setenv("SORTIE_FIGURES_THRESHOLD", "25")
    assert figure_settings() == {"SORTIE_FIGURES": "off", "SORTIE_FIGURES_THRESHOLD": 25}


@pytest.mark.usefixtures("later")
@pytest.mark.loopback
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("more", [{}, {"viewport": NARROW}, {"color_scheme": "dark"}])
def test_the_figures_are_looked_at_in_a_browser(
    window: Callable[..., Window], language: str, more: dict[str, Any]
) -> None:
    several(TWELVE)
    shown = window(None, language, **more)
    page = shown.open("/figures/2027/")
    assert page.locator("h2").count() == 4
    assert shown.faults() == []
