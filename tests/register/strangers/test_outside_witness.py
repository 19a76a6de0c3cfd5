"""A witness that nobody here wrote cosigns what only grew, and refuses every other history."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest

from sortie import register
from sortie.register import Checkpoint, Kind, LastSigned, Policy, SignedCheckpoint, VKey, Witness
from sortie.register.witnessing import HistoryRefused, KeysUnknown, OriginUnknown, WitnessAhead
from tests.register.proofs.receipts import PAYLOAD, SALT, sealed
from tests.register.signers import ORIGIN
from tests.register.strangers.outsiders import RealWitness, a_real_witness
from tests.register.trees import Kept, entry

pytestmark = pytest.mark.loopback

AT = datetime(2027, 3, 1, 9, tzinfo=UTC)
LONGEST = 1_200


def with_entries(size: int, **rewritten: bytes) -> Kept:
    """Return a register in which entry 10 is the sealed one, or whatever ``at_10`` says."""
    special = rewritten.get("at_10", sealed())
    return Kept([special if n == 10 else entry(n) for n in range(size)])


@dataclass(frozen=True)
class Office:
    """A register, its keys, and the witness it asks."""

    keys: register.Keys
    real: RealWitness
    kept: Kept

    @property
    def witness(self) -> Witness:
        return Witness("outside", VKey.read(self.real.vkey), self.real.url)

    def signs(self, kept: Kept, size: int) -> SignedCheckpoint:
        """Sign whatever it is told, by its true keys: an office that does not play by the rules."""
        checkpoint = Checkpoint(ORIGIN, size, kept.root(size))
        secrets = [secret for pair in self.keys.signing for secret in pair.secrets]
        return SignedCheckpoint(checkpoint, tuple(each.signed(checkpoint) for each in secrets))

    def asks(self, size: int, kept: Kept | None = None, seen: int = 0) -> SignedCheckpoint:
        kept = kept or self.kept
        return register.cosigned(self.witness, self.signs(kept, size), kept.nodes, seen=seen)

    def last_seen(self) -> int:
        """Return the size that the witness has seen last, as it says itself."""
        with pytest.raises(WitnessAhead) as told:
            self.asks(1)
        return told.value.seen


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    keys = register.create_keys(tmp_path / "signing", ORIGIN)
    light = [vkey.text() for vkey in keys.vkeys if vkey.kind is Kind.ED25519]
    (tmp_path / "witness").mkdir()
    with a_real_witness(tmp_path / "witness", ORIGIN, light) as real:
        yield Office(keys, real, with_entries(LONGEST))


def test_a_register_that_only_grew_is_cosigned_each_time(office: Office) -> None:
    before = int(datetime.now(UTC).timestamp())
    for size in (1, 2, 257, 1_000, 1_000, LONGEST):
        whole = office.asks(size)
        (made,) = whole.verified_by([office.witness.vkey])
        assert before <= made.at <= int(datetime.now(UTC).timestamp())
    assert office.real.evidence() == []


def test_a_receipt_it_cosigned_excludes_a_split_view(office: Office) -> None:
    checkpoint = Checkpoint(ORIGIN, LONGEST, office.kept.root())
    LastSigned(office.keys.folder).check_and_set(checkpoint, office.kept.nodes)
    own = register.read_checkpoint(office.keys.sign(checkpoint))
    whole = register.cosigned(office.witness, own, office.kept.nodes)
    hashes = register.inclusion_proof(10, LONGEST, office.kept.nodes)
    receipt = register.Receipt.of(
        register.ProofFile(10, hashes, whole.written()), sealed(), register.Opening(PAYLOAD, SALT)
    )

    found = register.check_receipt(
        receipt.written(), vkeys=office.keys.vkeys,
        policy=Policy("outside", witnesses=(office.witness,)),
    )  # fmt: skip

    assert register.Proved.WITNESSED in found.proved
    assert register.NotProved.SPLIT_VIEW not in found.not_proved


def test_a_rewritten_entry_is_refused_and_kept_as_evidence(office: Office) -> None:
    office.asks(1_000)
    rewritten = with_entries(LONGEST, at_10=b"rewritten")

    with pytest.raises(HistoryRefused) as refusal:
        office.asks(LONGEST, rewritten)

    assert refusal.value.seen == 1_000
    assert len(office.real.evidence()) == 1
    assert office.last_seen() == 1_000


def test_a_fork_at_the_same_size_is_refused_and_kept_as_evidence(office: Office) -> None:
    office.asks(1_000)

    with pytest.raises(HistoryRefused):
        office.asks(1_000, with_entries(1_000, at_10=b"fork"))

    assert office.real.evidence()
    assert office.last_seen() == 1_000


def test_a_restored_backup_is_told_that_the_register_was_longer(office: Office) -> None:
    office.asks(1_000)
    with pytest.raises(WitnessAhead) as refusal:
        office.asks(900)
    assert (refusal.value.seen, refusal.value.size) == (1_000, 900)


def test_a_restored_backup_that_went_on_is_refused(office: Office) -> None:
    office.asks(1_000)
    went_on = Kept([*office.kept.entries[:900], *(b"after" for _ in range(300))])
    with pytest.raises(HistoryRefused):
        office.asks(LONGEST, went_on)


def test_keys_restored_with_the_backup_forget_and_the_witness_does_not(office: Office) -> None:
    memory = office.keys.folder / "last-signed"
    checkpoint = Checkpoint(ORIGIN, 900, office.kept.root(900))
    LastSigned(office.keys.folder).check_and_set(checkpoint, office.kept.nodes)
    backup = memory.read_bytes()
    office.asks(1_000)
    went_on = Kept([*office.kept.entries[:900], *(b"after" for _ in range(300))])
    memory.write_bytes(backup)
    forked = Checkpoint(ORIGIN, LONGEST, went_on.root())
    LastSigned(office.keys.folder).check_and_set(forked, went_on.nodes)
    own = register.read_checkpoint(office.keys.sign(forked))

    with pytest.raises(HistoryRefused):
        register.cosigned(office.witness, own, went_on.nodes)


def test_a_register_it_does_not_know_is_told_so(office: Office) -> None:
    other = Checkpoint("register.example/other", 5, office.kept.root(5))
    line = office.keys.signing[0].secrets[0].signed(other)
    with pytest.raises(OriginUnknown):
        register.cosigned(office.witness, SignedCheckpoint(other, (line,)), office.kept.nodes)


def test_a_register_signed_by_keys_it_does_not_know_is_told_so(
    office: Office, tmp_path: Path
) -> None:
    others = replace(office, keys=register.create_keys(tmp_path / "others", ORIGIN))
    with pytest.raises(KeysUnknown):
        others.asks(5)


def test_during_a_change_of_keys_it_goes_on_and_after_it_asks_for_the_new_ones(
    office: Office,
) -> None:
    both = replace(office, keys=office.keys.rotate(AT))
    assert both.asks(10).verified_by([office.witness.vkey])
    new = replace(office, keys=both.keys.retire(AT))
    with pytest.raises(KeysUnknown):
        new.asks(20)


def test_two_requests_at_once_never_take_it_back(office: Office) -> None:
    office.asks(100)
    results: list[str] = []

    def ask(size: int) -> Callable[[], None]:
        def run() -> None:
            try:
                office.asks(size, seen=100)
                results.append("cosigned")
            except register.WitnessError as refusal:
                results.append(refusal.code)

        return run

    threads = [Thread(target=ask(size)) for size in (200, 900)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    # The shorter one came first, or was told that the witness is ahead.
    assert sorted(results) in (["cosigned", "cosigned"], ["cosigned", "register.witness.ahead"])
    assert office.last_seen() == 900
