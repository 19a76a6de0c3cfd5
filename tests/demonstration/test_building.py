"""Two builds are one: whatever cut the second, and however often."""

import subprocess
import sys
from pathlib import Path

import pytest

from sortie import casework, demonstration, office, store
from tests.demonstration import everything
from tests.demonstration.dockets import AT, Docket, build
from tests.house.tree import ROOT
from tests.store.databases import put_store

# After so many acts the builder is killed, wherever it then is.
CUTS = (3, 150, 260)


def killed_after(address: str, acts: int) -> None:
    """Build in another process, and kill it once it has kept so many acts more."""
    command = [sys.executable, "-m", "tests.demonstration.builder", address]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as builder:
        assert builder.stdout is not None
        for _ in range(acts):
            assert builder.stdout.readline()
        builder.kill()


def test_a_build_that_is_killed_and_begun_again_gives_the_same_events(
    docket_file: Docket, migrated_file: Path, tmp_path: Path
) -> None:
    address = put_store(migrated_file, tmp_path / "again.sqlite")
    for acts in CUTS:
        killed_after(address, acts)

    store.connect(address)
    built = build()
    again = everything.events(), everything.index(), everything.messages()
    store.disconnect()
    store.connect(f"sqlite:///{docket_file.path}")
    once = everything.events(), everything.index(), everything.messages()
    store.disconnect()

    # The reading of messages that came last before a cut is done again, and finds none.
    assert built.played <= docket_file.built.played - sum(CUTS) + 2 * len(CUTS)
    assert built.cases == docket_file.built.cases
    assert again == once


def test_building_again_does_nothing(own_docket: Docket) -> None:
    before = everything.events()

    again = build()

    assert again.played == 0
    assert again.cases == own_docket.built.cases
    assert everything.events() == before


@pytest.mark.usefixtures("own_docket")
def test_refused_where_another_demonstration_is_held() -> None:
    with pytest.raises(demonstration.HeldAlready):
        build(seed=2)


@pytest.mark.usefixtures("sqlite_store")
def test_refused_where_a_person_is_held_whom_nobody_invented() -> None:
    file = {"format": "sortie/case@1", "jurisdiction": "fr"}
    record = {"committal_number": "1", "prison": "north", "court": "court", "file": file,
              "family_name": "Nom-A", "given_name": "Prénom-A"}  # fmt: skip
    command = office.Command(key="k", by=casework.OFFICE, at=AT)
    office.do("record_person", command, "P-0001", record)

    with pytest.raises(demonstration.HeldAlready):
        build()
