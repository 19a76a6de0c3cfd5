"""How each published figure is measured in tables: one question to the tables a figure."""

from collections.abc import Mapping
from typing import Any

TABLES = (
    "persons", "statuses", "sentences", "placements", "adjustments", "isolation", "watch_list",
    "leaves",
)  # fmt: skip

_MONTHS = """
    (coalesce(try_cast(regexp_extract({0}, '([0-9]+)Y', 1) as integer), 0) * 12
     + coalesce(try_cast(regexp_extract({0}, '([0-9]+)M', 1) as integer), 0))"""
_CURRENT = '"from" <= $on and coalesce(try_cast(until as date), $on) >= $on'

# One row a person: where they are, what they serve. Whoever is monitored is not detained.
_PEOPLE = """
create temp table people as
with
  held as (select person, arg_max("is", "from") as status from statuses
           where "from" <= $on group by person),
  place as (select person, arg_max(kind, "from") as kind, arg_max(unit, "from") as unit
            from placements where "from" <= $on group by person),
  adjusted as (select person, max(kind) as adjustment from adjustments
               where {current} group by person),
  term as (select person, bool_or(length = 'life') as life,
                  sum({length} - {suspended}) as months,
                  string_agg(offences, '|') as offences
           from sentences group by person)
select person, born_on, held.status, kind, unit, adjustment,
       coalesce(adjustment <> '{monitored}', true) as detained,
       held.status = '{convicted}' as convicted, life, months, '|' || offences || '|' as offences
from persons left join held using (person) left join place using (person)
  left join adjusted using (person) left join term using (person)
"""


def people_view(sheet: Mapping[str, Any]) -> str:
    """Return the question that gathers one row a person, as they stand on a day."""
    return _PEOPLE.format(
        current=_CURRENT, length=_MONTHS.format("length"), suspended=_MONTHS.format("suspended"),
        monitored=sheet["adjustments"]["monitored"], convicted=sheet["statuses"]["convicted"],
    )  # fmt: skip


def measures(sheet: Mapping[str, Any]) -> dict[str, str]:
    """Return the question of each figure: its value, among how many, and whether it is a share."""
    detained, convicted = "where detained", "where detained and convicted"
    return {
        "stock.detained": _share("detained", ""),
        "stock.not_detained": _share("not detained", ""),
        "stock.remand": _share("not convicted", detained),
        "stock.convicted": _share("convicted", detained),
        "stock.minors": _share("born_on + interval 18 year > $on", ""),
        "stock.mean_age": _MEAN_AGE,
        "kind.maison_arret": _is("kind", sheet["kinds"]["first"], detained),
        "kind.semi_liberty": _is("adjustment", sheet["adjustments"]["open"], detained),
        "kind.outside_placement": _is("adjustment", sheet["adjustments"]["outside"], detained),
        **_units(sheet, detained),
        "unit.isolation": _share(_among("isolation"), detained),
        "watch_list": _share(_among("watch_list"), detained),
        **_terms(sheet, convicted),
        **_offences(sheet, convicted),
        "leave.per_head": _PER_HEAD,
        "leave.per_head_2013": _PER_HEAD,
        "leave.per_beneficiary": _PER_BENEFICIARY,
        "leave.evasion": _away(sheet),
        "leave.evasion_2013": _away(sheet),
    }


def _share(what: str, among: str) -> str:
    # What stands in a question is of the law's own page of words, never of who asks.
    yes = f"avg(coalesce({what}, false)::integer)"
    return f"select {yes}, count(*), true from people {among}"  # noqa: S608


def _is(column: str, word: str, among: str) -> str:
    return _share(f"{column} = '{word}'", among)


def _among(table: str) -> str:
    return f"person in (select person from {table} where {_CURRENT})"  # noqa: S608


def _units(sheet: Mapping[str, Any], among: str) -> dict[str, str]:
    """Return the question of each special unit that has a figure of its own, and no table."""
    return {
        unit["figure"]: _is("unit", unit["unit"], among)
        for unit in sheet["units"]["special"]
        if "figure" in unit and not unit.get("isolated")
    }


def _terms(sheet: Mapping[str, Any], among: str) -> dict[str, str]:
    found, above = {}, 0
    for band in sheet["bands"]:
        most = band["months"][1]
        what = f"not life and months > {above} and months <= {most}" if most else "life"
        found[band["term"]] = _share(what, among)
        above = most
    return found


def _offences(sheet: Mapping[str, Any], among: str) -> dict[str, str]:
    """Return the question of each group of offences that has a figure of its own."""
    found = {}
    for group in sheet["groups"]:
        if "share" not in group:
            continue
        what = " or ".join(f"contains(offences, '|{word}|')" for word in group["words"])
        found[group["share"]] = _share(what, f"{among} and offences is not null")
    return found


_MEAN_AGE = """
select avg(date_diff('day', born_on, $on)) / 365.25, count(born_on), false from people"""

_PER_HEAD = """
select count(*) * 365.25 / 30 / (select count(*) from people where detained and convicted),
       (select count(*) from people where detained and convicted), false
from leaves where "from" >= $window and "from" < $on"""

_PER_BENEFICIARY = """
select count(*) / count(distinct person), count(distinct person), false
from leaves where "from" >= $year and "from" < $on"""


def _away(sheet: Mapping[str, Any]) -> str:
    away = sheet["leaves"]["outcomes"]["away"]
    yes = f"avg((outcome = '{away}')::integer)"
    return f"select {yes}, count(outcome), true from leaves"  # noqa: S608
