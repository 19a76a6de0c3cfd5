"""Publishing the register: static files that any web server can serve, and the page to verify."""

from dataclasses import dataclass
from pathlib import Path

from sortie import register, store
from sortie.office.sealing.errors import PublishedAhead, PublishedOtherwise
from sortie.office.sealing.keeping import keys, last_checkpoint


@dataclass(frozen=True, slots=True)
class Published:
    """How many entries the folder holds now, how many it held, how many files were written."""

    size: int
    since: int
    files: int


def publish(folder: Path, policy: str) -> Published:
    """Bring a folder to the last checkpoint: tiles, entries, policy, page, the checkpoint last.

    Nothing in it is private: an entry says a day and a commitment. What is there already is not
    written again, and never replaced by something else.

    Raises:   NoCheckpoint, PublishedAhead, PublishedOtherwise
              register.TileError, register.BrokenNote, register.BrokenCheckpoint
    """
    signed = last_checkpoint()
    since = _published(folder, signed)
    files = register.write_tiles(
        folder, size=signed.size, nodes=store.register.nodes, entries=store.register.entries,
        since=since,
    )  # fmt: skip
    register.write_page(folder, policy)
    register.write_checkpoint(folder, signed.text)
    return Published(signed.size, since, files)


def _published(folder: Path, signed: store.register.StoredCheckpoint) -> int:
    """Return the size in the folder, once what it holds is known to be the beginning of ours."""
    raw = register.published_checkpoint(folder)
    if raw is None:
        return 0
    found = register.read_checkpoint(register.decoded(raw)).checkpoint
    if found.origin != keys().origin:
        raise PublishedOtherwise(str(folder))
    if found.size > signed.size:
        raise PublishedAhead(str(folder), found.size, signed.size)
    if register.root_of(found.size, store.register.nodes) != found.root:
        raise PublishedOtherwise(str(folder))
    return found.size
