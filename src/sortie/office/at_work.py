"""Many cases at once, folded for whoever has work on them: what may follow, without the rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sortie import casework, store
from sortie.casework import Actor, Case, Step
from sortie.office.desk import case_of, stream_of
from sortie.office.jurisdictions import HERE


@dataclass(frozen=True, slots=True)
class CaseAtWork:
    """A case, where it stands, and what its reader may do on it."""

    case_id: str
    case: Case
    state: casework.State
    steps: tuple[Step, ...]


def cases_at_work(
    case_ids: Iterable[str], at: datetime, *, by: Actor | None = None
) -> tuple[CaseAtWork, ...]:
    """Return these cases as the law sees them at an instant, in their order; unknown ones left out.

    The trap: every one is folded, so the list must be cut before. It is one question to the store.
    """
    wanted = [stream_of(case_id) for case_id in case_ids]
    held = store.events_of_each(wanted)
    return tuple(
        _at_work(stream.id, case_of(held[stream]), at, by) for stream in wanted if stream in held
    )


def _at_work(case_id: str, case: Case, at: datetime, by: Actor | None) -> CaseAtWork:
    return CaseAtWork(
        case_id=case_id,
        case=case,
        state=casework.state_at(case, HERE.procedure, at),
        steps=casework.next_steps(case, HERE.procedure, at, by=by),
    )
