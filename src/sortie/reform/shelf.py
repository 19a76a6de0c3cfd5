"""The reforms that come with the house."""

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache, lru_cache
from pathlib import Path

from sortie import law
from sortie.reform.errors import UnknownReform
from sortie.reform.reading import read_reform
from sortie.reform.records import Reform

_FOLDER = Path(law.france.__file__).parent / "reforms"


@cache
def _files() -> Mapping[str, Path]:
    """Return the file of each reform by its id, which is the name of the file."""
    return {f"fr.reform.{path.stem}": path for path in sorted(_FOLDER.glob("*.yaml"))}


def packaged() -> tuple[Reform, ...]:
    """Return the reforms of the house, in the order of their ids."""
    return tuple(_read(each, None) for each in _files())


def is_packaged(reform_id: str) -> bool:
    """Whether a reform of the house bears this id."""
    return reform_id in _files()


def packaged_reform(reform_id: str, since: date | None = None) -> Reform:
    """Return a reform of the house; ``since`` stands in place of its own first day.

    Raises:   UnknownReform: no such reform; all ids are named, the nearest first
    """
    if reform_id not in _files():
        near = get_close_matches(reform_id, list(_files()), n=len(_files()), cutoff=0)
        raise UnknownReform(reform_id, tuple(near))
    return _read(reform_id, since)


@lru_cache(maxsize=16)
def _read(reform_id: str, since: date | None) -> Reform:
    path = _files()[reform_id]
    return read_reform(path.read_bytes(), path.name, since)
