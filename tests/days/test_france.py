"""The French tables of holidays and of zones, against another's and against themselves."""

from datetime import date, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import holidays as oracle
import pytest
import yaml

import sortie
from sortie.days import Holidays, civil, rolled

VALUES = Path(sortie.__file__).parent / "law" / "france" / "values"
SUBDIVISIONS = {
    "alsace_moselle_good_friday": "57",
    "971": "971",
    "972": "972",
    "973": "973",
    "974": "974",
    "975": "PM",
    "976": "976",
    "977": "BL",
    "986": "WF",
    "987": "PF",
    "988": "NC",
}
# Days of local custom that no list of the labour code holds: the oracle counts them, the law
# does not. Whit Monday of 2005 to 2007 goes the other way (Cass. crim. 10 May 2006, 05-86.744).
CUSTOM = {
    "971": {"Vendredi saint", "Mi-Carême", "Fête de Victor Schoelcher"},
    "972": {"Fête de Victor Schoelcher"},
    "986": {"Saints Pierre et Paul"},
}
YEARS = [1982, 1999, 2004, 2008, 2016, 2024, 2027, 2035]
RECENT = [2019, 2024, 2027, 2035]


def sheet(name: str) -> dict[str, Any]:
    found = yaml.safe_load((VALUES / f"{name}.yaml").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


@cache
def table() -> Holidays:
    return Holidays.load(sheet("public_holidays")["holidays"])


def ours(year: int, territory: str) -> set[date]:
    first = date(year, 1, 1)
    days = (first + timedelta(days=n) for n in range(366))
    return {day for day in days if day.year == year and table().name_of(day, territory)}


@pytest.mark.parametrize("year", YEARS)
def test_the_eleven_national_days_are_those_of_the_oracle(year: int) -> None:
    assert ours(year, "metropolitan") == set(oracle.country_holidays("FR", years=year))


@pytest.mark.parametrize("year", RECENT)
@pytest.mark.parametrize("territory", SUBDIVISIONS)
def test_local_days_are_those_of_the_oracle_without_custom(year: int, territory: str) -> None:
    theirs = oracle.country_holidays(
        "FR", subdiv=SUBDIVISIONS[territory], years=year, language="fr"
    )
    lawful = {day for day, name in theirs.items() if name not in CUSTOM.get(territory, set())}

    assert ours(year, territory) == lawful


def test_whit_monday_stayed_a_holiday_when_offices_opened_on_it() -> None:
    assert table().name_of(date(2005, 5, 16), "metropolitan") == "Lundi de Pentecôte"
    assert rolled(date(2005, 5, 14), table(), "metropolitan") == date(2005, 5, 17)


def test_the_eighth_of_may_was_no_holiday_from_1960_to_1981_but_once() -> None:
    names = {year: table().name_of(date(year, 5, 8), "metropolitan") for year in range(1960, 1983)}
    years = [year for year, name in names.items() if name == "Victoire de 1945"]

    assert years == [1965, 1982]


def test_each_island_keeps_its_own_day_of_the_abolition() -> None:
    days = {"971": (5, 27), "972": (5, 22), "973": (6, 10), "974": (12, 20), "976": (4, 27)}

    for territory, (month, day) in days.items():
        assert table().name_of(date(2027, month, day), territory) == "Abolition de l'esclavage"
        assert table().name_of(date(2027, month, day), "metropolitan") is None


def test_good_friday_is_a_holiday_only_where_there_is_a_protestant_church() -> None:
    good_friday = date(2027, 3, 26)

    assert table().name_of(good_friday, "alsace_moselle_good_friday") == "Vendredi saint"
    assert table().name_of(good_friday, "alsace_moselle") is None
    assert table().name_of(date(2027, 12, 26), "alsace_moselle") == "Saint-Étienne"


def test_holidays_and_zones_speak_of_the_same_territories() -> None:
    zones = sheet("zones")

    codes = [row["code"] for row in zones["territories"]]
    assert len(set(codes)) == len(codes)
    assert set(codes) == table().territories == set(sheet("public_holidays")["everywhere"])
    assert {row["territory"] for row in zones["prisons"]} <= set(codes)


def test_every_zone_exists_and_every_establishment_is_named_once() -> None:
    zones = sheet("zones")

    for row in zones["territories"]:
        assert civil(date(2027, 3, 1), time(12), row["zone"]).utcoffset() is not None
    names = [row["fr"] for row in zones["prisons"]]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("code", "hours"),
    [("971", -4), ("972", -4), ("973", -3), ("974", 4), ("976", 3), ("metropolitan", 1)],
)
def test_the_zone_shows_the_hour_of_the_decree_of_2017(code: str, hours: int) -> None:
    zone = next(row["zone"] for row in sheet("zones")["territories"] if row["code"] == code)

    assert civil(date(2027, 1, 15), time(12), zone).utcoffset() == timedelta(hours=hours)
