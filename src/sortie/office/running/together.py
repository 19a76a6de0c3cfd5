"""Note on each case the leaves of others under the same judgment, for those entitled to see it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from sortie import casework, store
from sortie.casework import OFFICE, Case
from sortie.office.commands import Command
from sortie.office.desk import case_of, on_desk, on_desks, stream_of
from sortie.office.open_cases import open_cases

VERB = "look_together"


def look_together(case_ids: Sequence[str], at: datetime) -> tuple[str, ...]:
    """Note what arises on these cases and on those they meet; return where anything was.

    Each case is written in a command of its own; the clock of one stays until all that it meets
    are. The trap: those that meet nobody are written together, at the end.
    """
    found, alone = [], []
    events = store.events_of_each(stream_of(case_id) for case_id in case_ids)
    for case_id in case_ids:
        case = case_of(events[stream_of(case_id)])
        others = dict(_beside(case))
        if others:
            if _look(case_id, case, others, at):
                found.append(case_id)
        else:
            alone.append(case_id)
    _rest(alone, at)
    return tuple(found)


def _look(case_id: str, case: Case, others: Mapping[str, Case], at: datetime) -> bool:
    found = False
    for other_id, other in others.items():
        found |= _note(other_id, casework.out_together(other, (case,)), at, rest=False)
    return found | _note(case_id, casework.out_together(case, others.values()), at, rest=True)


def _rest(case_ids: Sequence[str], at: datetime) -> None:
    versions = store.versions(case_ids)
    commands = {
        case_id: Command(key=_key(case_id, versions.get(case_id, 0), "", at), by=OFFICE, at=at)
        for case_id in case_ids
    }
    with on_desks(commands, VERB) as desks:
        for desk, _ in desks.values():
            if desk is not None:
                desk.rest = desk.looked = True


def _key(case_id: str, version: int, names: str, at: datetime) -> str:
    return f"{VERB}/{case_id}/{version}/{names}/{at.isoformat()}"


def _beside(case: Case) -> Iterator[tuple[str, Case]]:
    """Yield the open cases of the others whom the same judgments convicted."""
    for judgment in case.judgments:
        after = ""
        while page := store.people(store.PersonQuery(judgment=judgment, after=after)):
            for row in page:
                if row.person_id != case.person:
                    for other_id in open_cases(row.person_id):
                        yield other_id, case_of(store.events_of(stream_of(other_id)))
            after = page[-1].person_id


def _note(case_id: str, facts: tuple[casework.FactNoted, ...], at: datetime, *, rest: bool) -> bool:
    if not facts and not rest:
        return False
    row = store.case(case_id)
    names = "+".join(sorted(fact.fact for fact in facts))
    version = row.version if row is not None else 0
    key = _key(case_id, version, names, at)
    with on_desk(Command(key=key, by=OFFICE, at=at), VERB, {}, case_id) as (desk, _):
        if desk is not None:
            for fact in facts:
                if fact.fact not in desk.case.facts:
                    desk.note(fact)
            desk.rest = desk.looked = rest
    return bool(facts)
