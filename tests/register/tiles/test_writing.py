"""Publishing adds files and never changes one; what is not written whole is not there."""

import os
import resource
import stat
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sortie import register
from tests.register.tiles.published import files, publish
from tests.register.trees import MANY, Kept, entry, grown


def test_a_tile_is_its_hashes_end_to_end(tmp_path: Path) -> None:
    kept = grown()
    publish(tmp_path, kept, 258)

    leaves = [register.leaf_hash(each) for each in kept.entries[:258]]
    assert (tmp_path / "tile/0/000").read_bytes() == b"".join(leaves[:256])
    assert (tmp_path / "tile/0/001.p/2").read_bytes() == b"".join(leaves[256:])
    assert (tmp_path / "tile/1/000.p/1").read_bytes() == kept.root(256)


def test_the_files_are_those_of_the_specification_and_no_others(tmp_path: Path) -> None:
    publish(tmp_path, grown(), 300)
    assert set(files(tmp_path)) == {
        "tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/000",
        "tile/entries/001.p/44",
    }  # fmt: skip


@settings(max_examples=15)
@given(st.lists(st.integers(0, MANY), min_size=1, max_size=4).map(sorted))
def test_published_little_by_little_or_at_once_the_last_files_are_the_same(
    sizes: list[int],
) -> None:
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        since = 0
        for size in sizes:
            publish(Path(one), grown(), size, since=since)
            since = size
        publish(Path(other), grown(), sizes[-1])
        assert files(Path(one)).items() >= files(Path(other)).items()


def test_published_again_nothing_is_written(tmp_path: Path) -> None:
    assert publish(tmp_path, grown(), 300) == 5
    assert publish(tmp_path, grown(), 300) == 0
    assert publish(tmp_path, grown(), 300, since=300) == 0


def test_the_partial_files_of_a_signed_size_stay(tmp_path: Path) -> None:
    publish(tmp_path, grown(), 200)
    before = files(tmp_path)
    publish(tmp_path, grown(), 300, since=200)
    assert files(tmp_path).items() > before.items()


def test_another_history_is_not_written_over_the_published_one(tmp_path: Path) -> None:
    publish(tmp_path, grown(), 300)
    before = files(tmp_path)
    entries = [entry(index) for index in range(300)]
    entries[7] = b"rewritten"

    with pytest.raises(register.TileRewritten) as refused:
        publish(tmp_path, Kept(entries))

    assert refused.value.path == "tile/entries/000"
    assert files(tmp_path) == before


def test_an_older_register_is_not_published_over_a_newer_one(tmp_path: Path) -> None:
    publish(tmp_path, grown(), 300)
    with pytest.raises(register.TreeShrank):
        publish(tmp_path, grown(), 200, since=300)


def test_a_source_that_leaves_entries_out_is_refused(tmp_path: Path) -> None:
    kept = grown()
    with pytest.raises(register.EntriesMissing) as refused:
        register.write_tiles(
            tmp_path, size=300, nodes=kept.nodes, entries=lambda a, b: kept.between(a, b - 1)
        )
    assert (refused.value.asked, refused.value.given) == (256, 255)
    assert files(tmp_path) == {}


def test_the_checkpoint_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    assert register.published_checkpoint(tmp_path) is None
    register.write_checkpoint(tmp_path, "first\n")
    register.write_checkpoint(tmp_path, "second — signed\n")
    assert register.published_checkpoint(tmp_path) == "second — signed\n".encode()
    assert set(files(tmp_path)) == {"checkpoint"}


def test_what_is_published_may_be_read_by_a_web_server(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        publish(tmp_path, grown(), 2)
        register.write_checkpoint(tmp_path, "signed\n")
    finally:
        os.umask(mask)
    modes = {stat.S_IMODE(p.stat().st_mode) for p in tmp_path.rglob("*") if p.is_file()}
    assert modes == {0o644}


def test_a_file_where_a_folder_should_be_is_said_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "tile").write_text("in the way")
    with pytest.raises(register.FileNotWritten) as refused:
        publish(tmp_path, grown(), 2)
    assert (refused.value.path, refused.value.reason) == ("tile/entries/000.p/2", "ENOTDIR")


def test_a_folder_where_a_file_should_be_is_said_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "checkpoint").mkdir()
    with pytest.raises(register.FileNotRead) as unread:
        register.published_checkpoint(tmp_path)
    with pytest.raises(register.FileNotWritten) as unwritten:
        register.write_checkpoint(tmp_path, "signed\n")
    assert (unread.value.reason, unwritten.value.reason) == ("EISDIR", "EISDIR")
    assert files(tmp_path) == {}


def publish_without_room(folder: Path) -> tuple[str, str, list[str]]:
    """Publish where no file may pass 4,096 bytes; return what was said and what is there."""
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    said = ("", "")
    try:
        publish(folder, Kept([entry(index) for index in range(256)]))
    except register.FileNotWritten as refused:
        said = (refused.path, refused.reason)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    return *said, sorted(files(folder))


def test_a_file_the_disk_did_not_take_whole_is_not_there_and_comes_next_time(
    tmp_path: Path,
) -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        path, reason, left = other.submit(publish_without_room, tmp_path).result()

    assert (path, reason) == ("tile/0/000", "EFBIG")
    assert left == ["tile/entries/000"]
    kept = Kept([entry(index) for index in range(256)])
    assert publish(tmp_path, kept) == 2
    assert register.tile_faults(tmp_path, size=256, root=kept.root()) == ()
