"""A clerk who writes on cases of no law: what the tests of the store share."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
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


PERSON = "person-1"


def case(id_: str, subject: str = PERSON) -> store.Stream:
    return store.Stream("case", id_, subject)


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


def everything_about(person: str, words: str) -> None:
    """Write these words everywhere a person's own may go: a case, its index, an outbox, a refusal.

    The ids stay clear, and say nothing.
    """
    held = store.Stream("person", person, person)
    at: dict[str, Any] = {"actor": CLERK, "at": NOON}
    with writing.command(f"{person}/1", "record", {"w": words}, stream=held, **at) as desk:
        desk.append([noted(words=words)], 0)
        desk.person(
            store.PersonRow(
                person_id=person, committal_number=words, prison="prison-a", unit=words,
                family_name=words, given_name=words, judgments=(words,),
            )
        )  # fmt: skip
        desk.answer({"words": words})
    case_id = f"{person}/case"
    stream = case(case_id, person)
    with writing.command(f"{person}/2", "file", {"w": words}, stream=stream, **at) as desk:
        desk.append([noted(words=words), noted(words=words)], 0)
        desk.index(row(case_id, person_id=person))
        desk.clocks([store.Clock(case_id=case_id, rule="answer", due_at=NOON)])
        desk.tell([a_message(f"{case_id}/m", words)])
        desk.answer({"words": words})
    with suppress(TooLate):
        refuse(f"{person}/3", TooLate(NOON, (words,)), case_id)


def a_message(key: str, words: str) -> store.NewMessage:
    return store.NewMessage(
        dedupe_key=key, kind="k", to_role="gate", to_of="", body={"words": words}
    )


def erase(key: str, person: str) -> store.Json:
    return writing.erase(key, person, BASIS, actor=CLERK, at=NOON, check=lambda: None)


BASIS = "art. 1 of a text"
