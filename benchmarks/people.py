"""A hundred invented persons, many of them on the day before or the day of a threshold."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sortie import days, facts, law

Plain = dict[str, Any]

STATUSES = ("on_remand", "appeal_pending", "convicted")
PURPOSES = ("exam", "care", "culture_sport", "vote", "family_ties")
LENGTHS = ("P10M", "P4Y", "P5Y", "P5Y1D", "P6Y", "P8Y", "P12Y")
HOW_MANY = 100
RATE = 0.04
SEED = 20251124
READINGS = {
    "fr.reading.credit_in_fractions": "pronounced",
    "fr.reading.fractions_by": "calendar",
    "fr.reading.remand_off": "off_the_start",
    "fr.reading.end_day": "same_day",
    "fr.reading.leave_day": "calendar_days",
}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Invented:
    """One person: the case file and the record that sortie reads, and the peers' plain facts."""

    day: date
    case: facts.CaseFile
    record: Any
    plain: Plain


def invented() -> tuple[Invented, ...]:
    """Return the same hundred persons at every run."""
    chance = random.Random(SEED)  # noqa: S311
    return tuple(_person(chance, rank) for rank in range(HOW_MANY))


def _person(chance: random.Random, rank: int) -> Invented:
    committed = date(2018, 1, 1) + timedelta(days=chance.randrange(2500))
    typed = _typed(chance, committed)
    bare = _read(typed)
    record = _record(bare)
    thresholds = list(_thresholds(record))
    day = thresholds[rank % len(thresholds)] + _DAY * chance.choice((-1, 0, 0, 1))
    leaving = datetime.combine(day, datetime.min.time()).replace(hour=8)
    back = leaving + timedelta(hours=chance.choice((10,) * 9 + (30,)))
    typed["application"] |= {
        "departs_at": leaving.isoformat(timespec="minutes"),
        "returns_at": back.isoformat(timespec="minutes"),
    }
    case = _read(typed)
    record = _record(case)
    return Invented(day, case, record, _plain(record, day))


def _typed(chance: random.Random, committed: date) -> dict[str, Any]:
    """Return a case file in which here and there a fact stands in the way."""
    length = chance.choice(LENGTHS)
    end = days.Length.parse(length).after(committed, days.MonthEnd.LAST_DAY)

    def fails() -> bool:
        return chance.random() < RATE

    sentence = {
        "length": length, "pronounced_on": committed.isoformat(), "final_on": committed.isoformat(),
        "offences": ["other"], "recidivist": False, "socio_judicial_supervision": "none",
        "court": "ordinary",
    }  # fmt: skip
    status = chance.choice(STATUSES[:2]) if fails() else "convicted"
    running = {"from": committed.isoformat(), "until": (committed + 900 * _DAY).isoformat()}
    return {
        "format": "sortie/case@1",
        "jurisdiction": "fr",
        "title": "Une personne inventée",
        "person": {"born_on": "1985-06-01"},
        "custody": {
            "status": [{"is": status, "from": committed.isoformat()}],
            "committed_on": committed.isoformat(),
            "sentences": [sentence],
            "remand": [],
            "security_period": running if fails() else "none",
            "reductions": [],
            "end_of_sentence": end.isoformat(),
            "placements": [{"from": committed.isoformat(), "establishment": "Maison d'arrêt",
                            "kind": "maison_arret", "unit": "ordinary"}],
            "adjustments": [], "watch_list": [], "isolation": [], "territory_ban": "none",
            "parole_requires_leave": "none", "admissible_to": [],
        },
        "history": {"leaves": [], "incidents": [], "applications": []},
        "orders": {"bans": []},
        "application": {
            "filed_on": committed.isoformat(), "purpose": chance.choice(PURPOSES),
            "departs_at": f"{committed}T08:00", "returns_at": f"{committed}T18:00",
            "travel_time": "none", "places": [{"country": "BE" if fails() else "FR"}],
            "escorted": False, "funds_shown": not fails(), "lodging_shown": not fails(),
            "transport_shown": not fails(), "expert_report_on": "none", "prepares_relief": False,
        },
    }  # fmt: skip


def _read(typed: dict[str, Any]) -> facts.CaseFile:
    return facts.read_case(typed, vocabulary=law.france.FRENCH, dictionary=facts.house_dictionary())


def _record(case: facts.CaseFile) -> Any:
    return law.france.person_from(case, law.france.Question(readings=READINGS))


def _thresholds(record: Any) -> Iterator[date]:
    """Yield the days on which an answer may change."""
    yield record.committed_on
    yield _settled(record.half_term)
    yield _settled(record.end_of_sentence)
    yield record.committed_on + timedelta(days=901)
    yield record.committed_on + timedelta(days=450)


def _settled(held: Any) -> Any:
    """Return the value of a field under the readings chosen for all persons."""
    chosen = set(READINGS.values())
    return next(v for choice, v in held.values.items() if {str(c) for c in choice} <= chosen)


def _plain(record: Any, day: date) -> Plain:
    """Return what the peers are given: neither months nor readings, which they do not have."""
    return {
        "day": day.isoformat(),
        "committed_on": record.committed_on.isoformat(),
        "end_of_sentence": _settled(record.end_of_sentence).isoformat(),
        "half_term": _settled(record.half_term).isoformat(),
        "total_days": record.total.key,
        "status": str(record.status[day]) if day >= record.committed_on else "on_remand",
        "security_period": _settled(record.security_period)[day],
        "abroad": record.abroad,
        "funds_shown": record.funds_shown,
        "lodging_settled": record.lodging_settled,
        "transport_settled": record.transport_settled,
        "purpose": str(record.purpose),
        "days_asked": _settled(record.days_asked),
    }
