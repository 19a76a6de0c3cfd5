"""What must be told is told once, and a receipt that does not come is seen."""

import pytest

from sortie import store
from sortie.store import writing
from sortie.store.writing import Desk
from tests.store.clerk import CLERK, HOUR, NOON, TooLate, case, noted

pytestmark = pytest.mark.usefixtures("database")


def message(key: str, *, hours: int | None = None) -> store.NewMessage:
    before = None if hours is None else NOON + hours * HOUR
    return store.NewMessage(
        dedupe_key=key,
        kind="decided",
        to_role="prosecutor",
        to_of="court-a",
        body={"order": key},
        receipt_before=before,
    )


def tell(key: str, *messages: store.NewMessage, id_: str = "case-1") -> list[str]:
    with writing.command(key, "tell", {}, stream=case(id_), actor=CLERK, at=NOON) as desk:
        desk.append([noted()], desk.number)
        return [told.dedupe_key for told in desk.tell(messages)]


def mark(key: str, do: str, dedupe_key: str, id_: str = "case-1") -> bool:
    with writing.command(key, do, {}, stream=case(id_), actor=CLERK, at=NOON) as desk:
        marked: bool = getattr(Desk, do)(desk, dedupe_key, NOON + HOUR)
        return marked


def test_the_same_message_is_told_once_whoever_asks() -> None:
    assert tell("key-1", message("a"), message("b"), message("a")) == ["a", "b"]
    assert tell("key-2", message("b"), message("c")) == ["c"]
    assert tell("key-3", message("a"), id_="case-2") == []

    waiting = store.unsent()
    assert [(each.dedupe_key, each.case_id, each.seq) for each in waiting] == [
        ("a", "case-1", 1),
        ("b", "case-1", 1),
        ("c", "case-1", 2),
    ]
    assert waiting[0].body == {"order": "a"}
    assert waiting[0].created_at == NOON


def test_a_refused_command_tells_nobody() -> None:
    with (
        pytest.raises(TooLate),
        writing.command("key-1", "tell", {}, stream=case("c"), actor=CLERK, at=NOON) as desk,
    ):
        raise TooLate(NOON, tuple(told.kind for told in desk.tell([message("a")])))
    assert store.unsent() == ()


def test_a_message_is_sent_once_and_received_once() -> None:
    tell("key-1", message("a"))

    assert mark("key-2", "sent", "a") is True
    assert mark("key-3", "sent", "a") is False
    assert mark("key-4", "sent", "nothing") is False
    assert mark("key-5", "received", "a", id_="another") is False
    assert mark("key-6", "received", "a") is True
    assert mark("key-7", "received", "a") is False
    assert store.unsent() == ()
    (seen,) = store.messages_of("case-1")
    assert (seen.sent_at, seen.received_at) == (NOON + HOUR, NOON + HOUR)
    assert store.message("a") == seen
    assert store.message("nothing") is None


def test_a_receipt_is_missing_at_its_instant_sent_or_not_until_it_comes_or_is_raised() -> None:
    tell("key-1", message("a", hours=1), message("b", hours=2), message("c"), message("d", hours=2))
    mark("key-2", "sent", "a")

    def missing(hours: int) -> list[str]:
        return [each.dedupe_key for each in store.receipts_missing(NOON + hours * HOUR)]

    assert missing(0) == []
    assert missing(1) == ["a"]
    assert missing(2) == ["a", "b", "d"]
    mark("key-3", "received", "a")
    mark("key-4", "overdue", "b")
    assert missing(2) == ["d"]


def test_what_is_missing_is_read_page_by_page() -> None:
    tell("key-1", *(message(f"m{n}", hours=1 + n // 2) for n in range(4)))

    first = store.receipts_missing(NOON + 9 * HOUR, limit=3)
    rest = store.receipts_missing(NOON + 9 * HOUR, limit=3, after=first[-1])
    assert [each.dedupe_key for each in first + rest] == ["m0", "m1", "m2", "m3"]
    sent = store.unsent(limit=1)
    assert [each.dedupe_key for each in store.unsent(after=sent[0].id)] == ["m1", "m2", "m3"]
