"""The folders and files of a population as they are typed: there, or free to be written."""

from pathlib import Path

from sortie.cli.refusals import Refused


def folder_of(typed: str) -> Path:
    """Return a folder that is there.

    Raises:   Refused: it is not
    """
    folder = Path(typed)
    if not folder.is_dir():
        raise Refused("cli.not_a_folder", {"path": typed}, typed)
    return folder


def free_folder(typed: str) -> Path:
    """Return a folder to write in: none is there, or an empty one.

    Raises:   Refused: something is there, which is never overwritten
    """
    folder = Path(typed)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused("population.not_free", {"path": typed}, "-o")
    return folder


def place_for(typed: str) -> Path:
    """Return a folder to add to, which is there or will be made.

    Raises:   Refused: something else is there, or nothing to make it in
    """
    folder = Path(typed)
    if not folder.is_dir() and (folder.exists() or not folder.parent.is_dir()):
        raise Refused("compare.no_place", {"path": typed}, "--keep")
    return folder


def free_file(typed: str) -> Path:
    """Return a file to write, in a folder that is there.

    Raises:   Refused: its folder is not there, or it is itself a folder
    """
    file = Path(typed)
    if file.is_dir() or not file.parent.is_dir():
        raise Refused("population.no_place", {"path": typed}, "-o")
    return file


def count_of(typed: str | None, option: str) -> int | None:
    """Return the number typed after an option, one at least.

    Raises:   Refused: it is no such number
    """
    if typed is None:
        return None
    if not (typed.isascii() and typed.isdigit() and int(typed)):
        raise Refused("population.not_a_count", {"option": option, "read": typed}, option)
    return int(typed)
