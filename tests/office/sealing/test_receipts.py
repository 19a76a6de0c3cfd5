"""Every order, notice and gate movement carries a receipt that anyone verifies."""

import json

import pytest

from sortie import office, register, store
from tests.office.sealing.kept import EVENING, ORIGIN, checked, erased, played, signed


@pytest.mark.usefixtures("database")
def test_the_orders_the_notices_and_the_gate_of_a_case_carry_their_receipts() -> None:
    keys = signed("A", "B")

    found = office.sealing.receipts_of("D-B")

    assert [each.event.kind for each in found] == [
        "decided", "notified", "notified", "permit_issued", "departed", "return_recorded",
    ]  # fmt: skip
    for each in found:
        assert each.receipt is not None
        told = checked(each.receipt, keys.vkeys)
        assert told.receipt.opening is not None
        said = json.loads(told.receipt.opening.payload)
        assert (said["kind"], said["number"]) == (each.event.kind, each.event.number)
        assert said["stream"] == {"id": "D-B", "kind": "case"}
        assert register.Proved.OPENED in told.proved


@pytest.mark.usefixtures("sqlite_store")
def test_one_event_of_a_case_is_proved_by_its_number() -> None:
    signed("A")

    (found,) = office.sealing.receipts_of("D-A", [1])

    assert found.event.kind == "application_filed"
    with pytest.raises(office.sealing.NothingToProve):
        office.sealing.receipts_of("D-A", [1, 999])


@pytest.mark.usefixtures("sqlite_store")
def test_what_came_after_the_checkpoint_waits_for_the_next_one() -> None:
    with pytest.raises(office.sealing.NoCheckpoint):
        office.sealing.receipt_of(0)
    signed("A")
    played("B")
    size = office.sealing.last_checkpoint().size

    assert {each.receipt for each in office.sealing.receipts_of("D-B")} == {None}
    with pytest.raises(office.sealing.NotSignedYet):
        office.sealing.receipt_of(size)
    with pytest.raises(store.NoSuchEvent):
        office.sealing.receipt_of(store.register.head().size)

    office.sealing.checkpoint(EVENING)
    assert None not in {each.receipt for each in office.sealing.receipts_of("D-B")}


@pytest.mark.usefixtures("sqlite_store")
def test_a_case_that_nobody_filed_or_without_an_order_has_nothing_to_prove() -> None:
    signed("A")

    with pytest.raises(office.NoSuchCase):
        office.sealing.receipts_of("D-Z")


@pytest.mark.usefixtures("sqlite_store")
def test_a_receipt_is_of_its_own_entry_and_of_no_other() -> None:
    keys = signed("A")
    one, other = office.sealing.receipt_of(3), office.sealing.receipt_of(4)
    swapped = register.Receipt.of(
        register.ProofFile(4, other.proof.hashes, other.proof.checkpoint_text),
        other.entry, one.opening,
    )  # fmt: skip

    with pytest.raises(register.OpeningWrong):
        checked(swapped, keys.vkeys)


@pytest.mark.usefixtures("database")
def test_after_an_erasure_the_entries_of_that_person_are_proved_without_their_content() -> None:
    keys = signed("A", "B")
    before = {each.event.number: each for each in office.sealing.receipts_of("D-B")}
    kept = office.sealing.receipts_of("D-A")[0].receipt

    indices = erased("A")["indices"]
    office.sealing.checkpoint(EVENING)

    for index in indices:
        told = checked(office.sealing.receipt_of(index), keys.vkeys)
        assert told.receipt.opening is None
        assert register.NotProved.CONTENT in told.not_proved
    with pytest.raises(store.Erased):
        office.sealing.receipts_of("D-A")
    for each in office.sealing.receipts_of("D-B"):
        now, then = each.receipt, before[each.event.number].receipt
        assert now is not None
        assert then is not None
        assert (now.entry, now.opening) == (then.entry, then.opening)
        assert checked(now, keys.vkeys).checkpoint.origin == ORIGIN
    assert kept is not None
    assert checked(kept, keys.vkeys).proved
