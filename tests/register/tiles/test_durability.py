"""What the disk did not take is not published, whichever of the writes it refused."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sortie import register
from tests.register.strangers.presence import absent
from tests.register.tiles.published import files, publish
from tests.register.trees import Kept, entry

# Publishes a register of two entries, then its checkpoint, and says how far it came.
PUBLISHES = """
import sys
from pathlib import Path
from sortie import register
from tests.register.tiles.published import publish
from tests.register.trees import Kept, entry
folder = Path(sys.argv[1])
try:
    publish(folder, Kept([entry(0), entry(1)]))
    print("tiles")
    register.write_checkpoint(folder, "signed\\n")
    print("checkpoint")
except register.FileNotWritten as refused:
    print(refused.path, refused.reason)
"""


@pytest.fixture(scope="module")
def strace() -> str:
    found = shutil.which("strace")
    if found is None or subprocess.run([found, "-o", "/dev/null", "true"], check=False).returncode:
        absent("strace", "apt-get install strace, where a process may be traced")
    return found


def refusing(strace: str, number: int, folder: Path) -> list[str]:
    """Publish on a disk that fails once, at this call to make something durable."""
    done = subprocess.run(
        [strace, "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync",
         "-e", f"inject=fsync:error=EIO:when={number}", sys.executable, "-c", PUBLISHES, folder],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return done.stdout.splitlines()


def test_nothing_is_said_done_that_is_not_durable_and_trying_again_makes_it_whole(
    strace: str, tmp_path: Path
) -> None:
    kept, refusals = Kept([entry(0), entry(1)]), []
    for number in range(1, 30):
        folder = tmp_path / str(number)
        said = refusing(strace, number, folder)
        if said == ["tiles", "checkpoint"]:
            break
        refusals.append(said[-1])
        assert ("checkpoint" in files(folder)) <= (said[0] == "tiles")
        assert not [path for path in files(folder) if Path(path).name.startswith(".")]
        publish(folder, kept)
        register.write_checkpoint(folder, "signed\n")
        assert register.tile_faults(folder, size=2, root=kept.root()) == ()
    # Each content before its name, then each folder once; the checkpoint, then its folder.
    assert refusals[-2:] == ["checkpoint EIO", "checkpoint EIO"]
    tiles = {"tile/entries/000.p/2 EIO", "tile/0/000.p/2 EIO"}
    assert set(refusals[:-2]) == tiles
    assert len(refusals) == 1 + 2 + 6 + 2


def test_what_was_found_there_is_made_durable_as_well(strace: str, tmp_path: Path) -> None:
    publish(tmp_path / "there", Kept([entry(0), entry(1)]))
    found = [refusing(strace, number, tmp_path / "there")[-1] for number in range(1, 7)]
    assert all(said.startswith("tile/") for said in found)
    assert refusing(strace, 7, tmp_path / "there")[-1] == "checkpoint EIO"


def test_who_reads_the_checkpoint_while_it_is_replaced_reads_the_one_before(
    tmp_path: Path,
) -> None:
    register.write_checkpoint(tmp_path, "the first one\n")
    with (tmp_path / "checkpoint").open(encoding="utf-8") as reading:
        register.write_checkpoint(tmp_path, "the second one\n")
        assert reading.read() == "the first one\n"
    assert register.published_checkpoint(tmp_path) == b"the second one\n"
