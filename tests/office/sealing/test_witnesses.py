"""Witnesses are asked to sign the last checkpoint; what they signed goes with every receipt."""

import pytest

from sortie import office, register
from tests.office.sealing.kept import EVENING, MORNING, checked, signed
from tests.register.signers import AT, WITNESS, WITNESS_PQ
from tests.register.witnessing.answering import a_peer

pytestmark = [pytest.mark.loopback, pytest.mark.usefixtures("sqlite_store")]


def policy(*addresses: str, quorum: str = "both") -> register.Policy:
    lines = [
        f"witness w{rank} {each.vkey.text()} {address}\n"
        for rank, (each, address) in enumerate(zip((WITNESS, WITNESS_PQ), addresses, strict=True))
    ]
    group = "group both all w0 w1\n"
    return register.read_policy(f"{''.join(lines)}{group}quorum {quorum}\n".encode())


def line() -> bytes:
    said = register.read_checkpoint(office.sealing.last_checkpoint().text).checkpoint
    return WITNESS.line(said, AT).line().encode()


def line_pq() -> bytes:
    said = register.read_checkpoint(office.sealing.last_checkpoint().text).checkpoint
    return WITNESS_PQ.line(said, AT).line().encode()


def test_what_witnesses_signed_goes_with_the_receipts() -> None:
    keys = signed("A")
    with a_peer((200, line())) as one, a_peer((200, line_pq())) as other:
        asked = policy(one.address, other.address)

        found = office.sealing.ask_witnesses(asked, EVENING)

    assert (found.cosigned, found.refused, found.is_met) == (("w0", "w1"), (), True)
    receipt = office.sealing.receipt_of(3).written()
    told = register.check_receipt(receipt, vkeys=keys.vkeys, policy=asked)
    assert register.Proved.WITNESSED in told.proved
    assert register.NotProved.SPLIT_VIEW not in told.not_proved
    assert not office.sealing.checkpoint(EVENING).is_new


def test_a_witness_that_refuses_does_not_stop_the_others() -> None:
    keys = signed("A")
    with a_peer((422, b"")) as one, a_peer((200, line_pq())) as other:
        found = office.sealing.ask_witnesses(policy(one.address, other.address), EVENING)

    assert found.cosigned == ("w1",)
    ((name, why),) = found.refused
    assert (name, type(why).__name__) == ("w0", "HistoryRefused")
    assert not found.is_met
    told = checked(office.sealing.receipt_of(3), keys.vkeys)
    assert register.NotProved.SPLIT_VIEW in told.not_proved


def test_nothing_is_kept_when_nobody_signed() -> None:
    signed("A")
    before = office.sealing.last_checkpoint()
    with a_peer((404, b"")) as one, a_peer((404, b"")) as other:
        found = office.sealing.ask_witnesses(policy(one.address, other.address), EVENING)

    assert found.cosigned == ()
    assert office.sealing.last_checkpoint() == before


def test_a_policy_without_witnesses_asks_nobody() -> None:
    signed("A")
    with pytest.raises(office.sealing.NoWitness):
        office.sealing.ask_witnesses(register.Policy(), MORNING)
