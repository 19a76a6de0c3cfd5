"""Note on each case the leaves of others under the same judgment, for those entitled to see it."""

from collections.abc import Iterator
from datetime import datetime

from sortie import casework, store
from sortie.casework import OFFICE, Case
from sortie.office.commands import Command
from sortie.office.desk import case_of, on_desk, stream_of
from sortie.office.open_cases import open_cases

VERB = "look_together"


def look_together(case_id: str, at: datetime) -> bool:
    """Note what arises on this case and on those it meets; return whether anything was.

    Each case is written in a command of its own; the clock of this one stays until all are.
    """
    case = case_of(store.events_of(stream_of(case_id)))
    others = dict(_beside(case))
    found = False
    for other_id, other in others.items():
        found |= _note(other_id, casework.out_together(other, (case,)), at, rest=False)
    found |= _note(case_id, casework.out_together(case, others.values()), at, rest=True)
    return found


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
    key = f"{VERB}/{case_id}/{version}/{names}/{at.isoformat()}"
    with on_desk(Command(key=key, by=OFFICE, at=at), VERB, {}, case_id) as (desk, _):
        if desk is not None:
            for fact in facts:
                if fact.fact not in desk.case.facts:
                    desk.note(fact)
            desk.rest = desk.looked = rest
    return bool(facts)
