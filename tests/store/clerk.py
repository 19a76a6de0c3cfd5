"""A clerk who writes on cases of no law: what the tests of the store share."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from typing import Any, ClassVar

from sortie import store
from sortie.errors import SortieError
from sortie.store import writing

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Someone:
    """One who acts."""

    id: str = "clerk-1"
    role: str = "prison_clerk"
    of: str = "prison-a"


CLERK = Someone()


@dataclass(eq=False)
class TooLate(SortieError):
    """A refusal with facts, as casework would raise it."""

    closed_at: datetime
    asked: tuple[str, ...]
    code: ClassVar[str] = "clerk.too_late"


def case(id_: str) -> store.Stream:
    return store.Stream("case", id_)


def noted(**body: Any) -> store.NewEvent:
    return store.NewEvent(kind="Noted", at=NOON, body=body)


def row(id_: str, **changed: Any) -> store.CaseRow:
    """Return an index row; what matters to a test is given by it."""
    plain: dict[str, Any] = {
        "person_id": "person-1",
        "prison": "prison-a",
        "court": "court-a",
        "state": "filed",
        "leave": "short",
        "filed_at": NOON,
    }
    return store.CaseRow(case_id=id_, **plain | changed)


def note(key: str, id_: str = "case-1", **body: Any) -> store.Json:
    """Append one event under this key, wherever the case stands, and return the answer."""
    with writing.command(key, "note", body, stream=case(id_), actor=CLERK, at=NOON) as desk:
        if desk.replayed is not None:
            return desk.replayed
        (stored,) = desk.append([noted(**body)], desk.number)
        return desk.answer({"seq": stored.seq, "number": stored.number})


def refuse(key: str, error: SortieError, id_: str = "case-1") -> None:
    """Append an event, then refuse: the event must not stay."""
    with writing.command(key, "refuse", {}, stream=case(id_), actor=CLERK, at=NOON) as desk:
        desk.append([noted(never="kept")], desk.number)
        desk.index(row(id_))
        raise error


def note_from(address: str, tries: Sequence[tuple[str, str]]) -> list[store.Json]:
    """Append one event for each key and case, from a process of its own."""
    store.connect(address)
    try:
        return [note(key, id_) for key, id_ in tries]
    finally:
        store.disconnect()


def all_at_once(address: str, work: Sequence[Sequence[tuple[str, str]]]) -> list[list[store.Json]]:
    """Run each list of keys and cases in its own process, and return what each one answered."""
    with ProcessPoolExecutor(len(work), mp_context=get_context("spawn")) as pool:
        running = [pool.submit(note_from, address, tries) for tries in work]
        return [each.result() for each in running]


def all_events(kind: str = "case") -> list[store.StoredEvent]:
    """Return every event of every stream, in the order of the store."""
    found = [event for stream in store.streams(kind) for event in store.events_of(stream)]
    return sorted(found, key=lambda event: event.seq)
