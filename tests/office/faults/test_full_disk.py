"""A disk without room: «not recorded» or «unknown» is said, never «done», and retries work."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from sortie import store
from tests.office.faults import audit
from tests.office.faults.server import Server, a_server
from tests.office.faults.trying import Line, told, told_until, unsure
from tests.office.faults.writer import script
from tests.office.one_leave import Said
from tests.store.databases import put_store

TRIES = 12


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, of 96 megabytes; only root may make one."""
    if os.geteuid() != 0:
        pytest.skip("not root: nothing is known of a full disk")
    folder = Path("/tmp") / f"small-{os.getpid()}-{tmp_path.name}"  # noqa: S108
    folder.mkdir()
    mount = [
        shutil.which("mount") or "mount",
        "-t",
        "tmpfs",
        "-o",
        "size=96m",
        "sortie",
        str(folder),
    ]
    made = subprocess.run(mount, check=False, capture_output=True, text=True)
    if made.returncode:
        folder.rmdir()
        absent = f"no small disk, nothing is known of a full one: {made.stderr}"
        if os.environ.get("CI"):
            pytest.fail(absent)
        pytest.skip(absent)
    yield folder
    subprocess.run([shutil.which("umount") or "umount", folder], check=True)
    folder.rmdir()


def fill(disk: Path, *, leave: int) -> Path:
    """Fill the disk up to so many bytes with something that can be thrown away."""
    ballast = disk / "ballast"
    free = os.statvfs(disk)
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, free.f_bavail * free.f_frsize - leave)
    return ballast


def until_full(lines: list[Line]) -> bool:
    """Enough: so many tries were told that nothing is known."""
    told = sum(1 for line in lines if line["end"] == "unsure")
    return told >= TRIES


def try_again(lines: list[Line], commands: list[Said]) -> None:
    """Say again, with room, whatever was not answered."""
    waiting = unsure(lines)
    assert waiting
    lines += [told(said) for said in commands if said.key in waiting]
    assert unsure(lines) == set()


@pytest.mark.parametrize("leave", [0, 4096, 64 * 1024, 300 * 1024])
def test_a_file_on_a_full_disk_takes_nothing_and_says_so(
    small_disk: Path, migrated_file: Path, leave: int
) -> None:
    address = put_store(migrated_file, small_disk / "store.sqlite")
    store.connect(address)
    commands = list(islice(script("a"), 200))
    lines = [told(said) for said in commands[:8]]
    assert unsure(lines) == set()

    ballast = fill(small_disk, leave=leave)
    lines += told_until(until_full, commands[8:])
    assert until_full(lines)
    assert audit.faults(address, lines) == []

    ballast.unlink()
    try_again(lines, commands)
    assert audit.faults(address, lines) == []
    store.disconnect()


@pytest.fixture
def server_on_it(small_disk: Path, postgresql_server: str, keys: Path) -> Iterator[Server]:
    assert postgresql_server
    assert keys.is_dir()
    small_disk.chmod(0o755)
    with a_server(str(small_disk)) as server:
        store.connect(server.address())
        store.migrate()
        yield server
        store.disconnect()


@pytest.mark.parametrize("leave", [0, 64 * 1024])
def test_a_server_on_a_full_disk_takes_nothing_and_says_so(
    server_on_it: Server, small_disk: Path, leave: int
) -> None:
    commands = list(islice(script("a"), 3000))
    lines = [told(said) for said in commands[:8]]
    ballast = fill(small_disk, leave=leave)
    lines += told_until(until_full, commands[8:])
    assert until_full(lines)

    ballast.unlink()
    server_on_it.up_again()
    assert audit.faults(server_on_it.address(), lines) == []
    try_again(lines, commands)
    assert audit.faults(server_on_it.address(), lines) == []
