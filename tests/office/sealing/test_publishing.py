"""The register is published as static files, little by little, and nothing personal is in them."""

from pathlib import Path

import pytest

from sortie import office, register, store
from tests.office.sealing.kept import EVENING, ORIGIN, erased, played, signed


def published(folder: Path) -> office.sealing.Published:
    return office.sealing.publish(folder, office.sealing.own_policy())


def faults(folder: Path) -> tuple[register.RegisterError, ...]:
    raw = register.published_checkpoint(folder)
    assert raw is not None
    found = register.read_checkpoint(register.decoded(raw)).checkpoint
    return register.tile_faults(folder, size=found.size, root=found.root)


@pytest.mark.usefixtures("database")
def test_a_folder_is_brought_to_the_last_checkpoint_little_by_little(tmp_path: Path) -> None:
    signed("A")
    folder = tmp_path / "public"

    first = published(folder)
    again = published(folder)
    played("B")
    unsigned = published(folder)
    office.sealing.checkpoint(EVENING)
    second = published(folder)

    assert (first.since, first.files, again.files) == (0, 2, 0)
    assert again == office.sealing.Published(first.size, first.size, 0) == unsigned
    assert (second.since, second.size) == (first.size, store.register.head().size)
    assert faults(folder) == ()
    text = office.sealing.last_checkpoint().text
    assert (folder / "checkpoint").read_text(encoding="utf-8") == text


@pytest.mark.usefixtures("sqlite_store")
def test_a_receipt_can_be_made_from_what_is_published_alone(tmp_path: Path) -> None:
    signed("A")
    size = published(tmp_path).size

    own = office.sealing.receipt_of(7).proof
    nodes = register.tile_nodes(tmp_path, size)

    assert register.inclusion_proof(7, size, nodes) == own.hashes


@pytest.mark.usefixtures("sqlite_store")
def test_the_page_carries_the_policy_and_the_policy_reads(tmp_path: Path) -> None:
    keys = signed("A")
    published(tmp_path)

    policy = register.read_policy((tmp_path / "policy").read_bytes())
    page = (tmp_path / "verify.html").read_text(encoding="utf-8")

    assert [log.vkey for log in policy.logs] == list(keys.vkeys)
    assert keys.vkeys[0].text() in page


@pytest.mark.usefixtures("database")
def test_nothing_that_is_published_says_anything_of_anyone(tmp_path: Path) -> None:
    public = tmp_path / "public"
    signed("Canari-1")
    published(public)
    erased("Canari-1")
    office.sealing.checkpoint(EVENING)
    published(public)

    whole = b"".join(each.read_bytes() for each in public.rglob("*") if each.is_file())
    words = (b"Canari", b"Famille", b"judge-1", b"workshop", b"prison of the north", b"promise")
    assert [word for word in words if word in whole] == []
    assert b'"basis":"text 1, article 2"' in whole


@pytest.mark.usefixtures("sqlite_store")
def test_a_folder_that_is_ahead_or_another_registers_is_left_alone(tmp_path: Path) -> None:
    keys = signed("A")
    published(tmp_path)
    real = (tmp_path / "checkpoint").read_bytes()
    size = office.sealing.last_checkpoint().size

    for said, refusal in (
        (register.Checkpoint(ORIGIN, size + 1, bytes(32)), office.sealing.PublishedAhead),
        (register.Checkpoint(ORIGIN, size, bytes(32)), office.sealing.PublishedOtherwise),
        (register.Checkpoint("other", size, bytes(32)), office.sealing.PublishedOtherwise),
    ):
        line = keys.signing[0].secrets[0].signed(said)
        note = register.SignedCheckpoint(said, (line,)).written().encode()
        (tmp_path / "checkpoint").write_bytes(note)
        with pytest.raises(refusal):
            published(tmp_path)
        assert (tmp_path / "checkpoint").read_bytes() == note
    (tmp_path / "checkpoint").write_bytes(real)
    assert published(tmp_path).files == 0


@pytest.mark.usefixtures("sqlite_store")
def test_nothing_is_published_before_it_is_signed(tmp_path: Path) -> None:
    office.sealing.begin(ORIGIN)
    with pytest.raises(office.sealing.NoCheckpoint):
        published(tmp_path)
    assert list(tmp_path.glob("tile")) == []
