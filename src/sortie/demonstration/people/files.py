"""The case file of an invented person, in its canonical keys, as of a day."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from sortie import days, facts, law
from sortie.demonstration.chance import Chance
from sortie.demonstration.houses import ARREST, Prison, prisons, said
from sortie.demonstration.people.traits import Traits

Json = dict[str, Any]
_DAY = timedelta(days=1)
_A_MONTH = 30.44
# Who is held today still has this long to go.
_LEFT = timedelta(days=75)
_LATER_BY = timedelta(days=40)
_SINGLE_REDUCTION_FROM = date(2023, 1, 1)


def file_of(traits: Traits, prison: Prison, today: date, as_of: date, chance: Chance) -> Json:
    """Return the file. The end of sentence stated is the one the law computes, where it does.

    The trap: someone held today must still be held today; the committal is moved until they are.

    Raises:   facts.CaseRefused: no trait of the house leads there
    """
    committed_on = _months_before(today, round((traits.months or 240) * traits.served / 100))
    committed_on = min(committed_on, as_of - _DAY)
    while True:
        file = _file(traits, prison, committed_on, today, as_of, chance)
        end = None if not _ends(traits) else _computed_end(file)
        if end is None or end > today + _LEFT or committed_on >= as_of - _LATER_BY:
            break
        committed_on += _LATER_BY
    if end is not None and "custody.end_of_sentence" not in traits.unknown:
        stated = end + timedelta(days=traits.misstated)
        file["custody"]["end_of_sentence"] = stated.isoformat()
    elif not _ends(traits):
        file["custody"]["end_of_sentence"] = "none"
    return dict(facts.to_canonical(_read(_without(file, traits.unknown))))


def latest_fact(file: Mapping[str, Any], today: date) -> date:
    """Return the last day, today at most, on which something of this file happened."""
    return max(day for day in _days_in(file) if day <= today)


def _days_in(value: Any) -> Iterator[date]:
    if isinstance(value, Mapping):
        for key, held in value.items():
            if key not in ("born_on", "until"):
                yield from _days_in(held)
    elif isinstance(value, list):
        for held in value:
            yield from _days_in(held)
    elif isinstance(value, str) and value[:4].isdigit():
        yield date.fromisoformat(value)


def _ends(traits: Traits) -> bool:
    return traits.status == "convicted" and traits.months > 0


def _computed_end(file: Mapping[str, Any]) -> date | None:
    return law.france.reckoning_of(_read(file), law.france.first_choices()).end


def _read(file: Mapping[str, Any]) -> facts.CaseFile:
    return facts.read_case(file, vocabulary=law.france.FRENCH, dictionary=facts.house_dictionary())


def _months_before(day: date, months: float) -> date:
    return day - timedelta(days=round(months * _A_MONTH))


def _file(
    traits: Traits, prison: Prison, committed_on: date, today: date, as_of: date, chance: Chance
) -> Json:
    convicted = traits.status == "convicted"
    return {
        "format": facts.FORMAT,
        "jurisdiction": law.france.FRENCH.jurisdiction,
        "person": {"born_on": _born(traits, today, chance)},
        "custody": {
            "status": _statuses(traits, committed_on),
            "committed_on": committed_on.isoformat(),
            "sentences": _sentences(traits, committed_on, as_of) if convicted else [],
            "remand": _remand(traits, committed_on) if convicted else [],
            "security_period": [{"share": "half", "sentence": 0}] if traits.secured else "none",
            "reductions": _reductions(traits, committed_on, as_of, chance),
            "placements": _placements(traits, prison, committed_on, today),
            "adjustments": [],
            "watch_list": _since(today, traits.watched_months),
            "isolation": _since(today, traits.isolated_months),
            "territory_ban": _territory_ban(traits, committed_on),
            "parole_requires_leave": "none",
            "admissible_to": list(traits.admissible_to),
        },
        "history": {
            "leaves": [_leave(each, today) for each in traits.leaves],
            "incidents": [_incident(each, today) for each in traits.incidents],
            "applications": [],
        },
        "orders": {
            "bans": [
                {"kind": kind, "since": committed_on.isoformat(), "source": said("bans", kind)}
                for kind in traits.bans
            ],
            "head_of_prison_excluded": (
                {"on": _months_before(today, 7).isoformat()} if traits.head_excluded else "none"
            ),
        },
    }


def _born(traits: Traits, today: date, chance: Chance) -> str:
    born = _months_before(today, 12 * traits.age) - timedelta(days=chance.number("born", 1, 360))
    return born.isoformat()


def _statuses(traits: Traits, committed_on: date) -> list[Json]:
    if traits.status != "convicted":
        return [{"is": traits.status, "from": committed_on.isoformat()}]
    since = [{"is": "convicted", "from": committed_on.isoformat()}]
    if not traits.remand_months:
        return since
    taken = _months_before(committed_on, traits.remand_months)
    return [{"is": "on_remand", "from": taken.isoformat()}, *since]


def _remand(traits: Traits, committed_on: date) -> list[Json]:
    if not traits.remand_months:
        return []
    taken = _months_before(committed_on, traits.remand_months)
    return [{"from": taken.isoformat(), "until": (committed_on - _DAY).isoformat()}]


def _sentences(traits: Traits, committed_on: date, as_of: date) -> list[Json]:
    first = _sentence(traits, traits.months, committed_on - timedelta(days=14))
    later = committed_on + timedelta(days=120)
    more = [
        _sentence(traits, months, later + timedelta(days=90 * rank))
        for rank, months in enumerate(traits.more)
        if later + timedelta(days=90 * rank + 11) < as_of
    ]
    return [first, *more]


def _sentence(traits: Traits, months: int, pronounced_on: date) -> Json:
    return {
        "length": _length(months) if months else "life",
        "suspended": "none",
        "pronounced_on": pronounced_on.isoformat(),
        "final_on": (pronounced_on + timedelta(days=11)).isoformat(),
        "offences": list(traits.offences),
        "recidivist": traits.recidivist,
        "socio_judicial_supervision": traits.supervision,
        "merged_into": None,
        "court": "ordinary",
    }


def _length(months: int) -> str:
    return str(days.Length(months))


def _reductions(traits: Traits, committed_on: date, as_of: date, chance: Chance) -> list[Json]:
    """Return a reduction a year served, smaller under the law of before."""
    if not traits.reductions or not _ends(traits):
        return []
    single = committed_on >= _SINGLE_REDUCTION_FROM
    found: list[Json] = []
    granted_on = committed_on + timedelta(days=370)
    while granted_on < as_of:
        length = chance.number(f"reduction {len(found)}", 2, 5 if single else 3)
        kind = "single" if single else "supplementary"
        found.append(
            {"granted_on": granted_on.isoformat(), "length": f"P{length}M", "kind": kind,
             "withdrawn_on": "none"}
        )  # fmt: skip
        granted_on += timedelta(days=365)
    return found


def _placements(traits: Traits, prison: Prison, committed_on: date, today: date) -> list[Json]:
    """Return where the person was held: in the remand prison first, before a long sentence."""
    found: list[Json] = []
    since = committed_on
    if prison.code != ARREST and not prison.territory and committed_on < _months_before(today, 9):
        found.append(_placement(committed_on, prisons()[ARREST]))
        since = committed_on + timedelta(days=150)
    found.append(_placement(since, prison))
    if traits.unit_months:
        moved_on = max(_months_before(today, traits.unit_months), since + _DAY)
        found.append({**_placement(moved_on, prison), "unit": traits.unit})
    return found


def _placement(since: date, prison: Prison) -> Json:
    return {"from": since.isoformat(), "establishment": prison.name, "kind": prison.kind,
            "unit": "ordinary"}  # fmt: skip


def _since(today: date, months: int) -> list[Json]:
    return [{"from": _months_before(today, months).isoformat()}] if months else []


def _territory_ban(traits: Traits, committed_on: date) -> Any:
    return {"since": committed_on.isoformat()} if traits.territory_ban else "none"


def _leave(leave: Any, today: date) -> Json:
    since = _months_before(today, leave.months_ago)
    return {
        "type": leave.leave,
        "from": since.isoformat(),
        "until": (since + timedelta(days=leave.days - 1)).isoformat(),
        "granted_by": leave.granted_by,
        "outcome": leave.outcome,
    }


def _incident(incident: Any, today: date) -> Json:
    on = _months_before(today, incident.months_ago)
    until = {"until": (on + timedelta(days=incident.days)).isoformat()} if incident.days else {}
    return {"kind": incident.kind, "on": on.isoformat(), **until}


def _without(file: Json, unknown: tuple[str, ...]) -> Json:
    """Return the file without the facts that nobody typed, those of each sentence included."""
    for name in unknown:
        section, _, key = name.partition(".")
        held = file[section]
        if key.startswith("sentences."):
            for sentence in held["sentences"]:
                sentence.pop(key.removeprefix("sentences."), None)
        else:
            held.pop(key, None)
    return file
