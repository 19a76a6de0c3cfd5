"""A case as it is shown: folded from its events, as they stood at a number if one is asked."""

from dataclasses import dataclass
from datetime import datetime

from sortie import casework, store
from sortie.casework import Actor, Case, Recorded, Step
from sortie.office.desk import recorded, stream_of
from sortie.office.errors import NoSuchCase
from sortie.office.jurisdictions import HERE


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A case, its history, what may happen next, and what was left to tell."""

    case_id: str
    case: Case
    history: tuple[Recorded, ...]
    state: casework.State
    steps: tuple[Step, ...]
    hindrances: tuple[casework.Objection, ...]
    messages: tuple[store.StoredMessage, ...]


def case_shown(
    case_id: str, at: datetime, *, by: Actor | None = None, upto: int | None = None
) -> ShownCase:
    """Return a case as the law sees it at an instant, for someone or for nobody in particular.

    Raises:   NoSuchCase
    """
    try:
        history = tuple(recorded(each) for each in store.events_of(stream_of(case_id), upto=upto))
    except store.NoSuchStream as unknown:
        raise NoSuchCase(case_id) from unknown
    case = casework.fold(history)
    return ShownCase(
        case_id=case_id,
        case=case,
        history=history,
        state=casework.state_at(case, HERE.procedure, at),
        steps=casework.next_steps(case, HERE.procedure, at, by=by),
        hindrances=casework.hindrances(case, HERE.procedure, at),
        messages=store.messages_of(case_id),
    )
