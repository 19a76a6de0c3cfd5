"""Opening what was typed: the case file, the days, the readings, the announced law."""

import sys
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from sortie import facts, law, reform
from sortie.cli.refusals import Refused
from sortie.rules import Field, fields_of

_FILES = frozenset([".yaml", ".yml", ".json"])
MOST_OFFERED = 5


def case_of(path: str) -> facts.CaseFile:
    """Return the case file at a path, ``-`` being standard input.

    Raises:   Refused: no such file, a folder, no right to read
    Raises:   CaseRefused: with every fault of the file
    """
    return facts.read_case(
        bytes_of(path), vocabulary=law.france.FRENCH, dictionary=facts.house_dictionary()
    )


def bytes_of(path: str) -> bytes:
    """Return what a file holds, ``-`` being standard input.

    Raises:   Refused: no such file, a folder, no right to read
    """
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError) as missing:
        raise Refused("cli.no_such_file", {"path": path}, path) from missing
    except IsADirectoryError as folder:
        raise Refused("cli.is_a_folder", {"path": path}, path) from folder
    except OSError as closed:
        why = type(closed).__name__
        raise Refused("cli.unreadable", {"path": path, "why": why}, path) from closed


def day_of(text: str | None, option: str) -> date | None:
    """Return the day typed after an option.

    Raises:   Refused: it is no date
    """
    if text is None:
        return None
    try:
        found = date.fromisoformat(text) if len(text) == len("2025-11-24") else None
    except ValueError:
        found = None
    if found is None:
        raise Refused("cli.bad_date", {"option": option, "read": text}, option)
    return found


def reform_of(text: str | None) -> law.ReformedLaw | None:
    """Return the law as the reform typed would make it.

    Raises:   Refused: no such file, no date
    Raises:   UnknownReform, ReformRefused: with every fault of the file
    """
    return None if text is None else reform.reformed_law(typed_reform(text))


def typed_reform(text: str, option: str = "--reform") -> reform.Reform:
    """Return a reform of the house by its id, or that of a file; ``@`` gives its first day.

    Raises:   Refused: no such file, no date
    Raises:   UnknownReform, ReformRefused: with every fault of the file
    """
    name, at, typed = text.rpartition("@") if "@" in text else (text, "", "")
    since = day_of(typed, option) if at else None
    if reform.is_packaged(name) or not _is_a_file(name):
        return reform.packaged_reform(name, since)
    return reform.read_reform(bytes_of(name), name, since)


def _is_a_file(name: str) -> bool:
    return name == "-" or "/" in name or Path(name).suffix in _FILES or Path(name).exists()


def readings_of(typed: Iterable[str]) -> dict[str, str]:
    """Return the readings chosen on the command line; the prefix ``fr.reading.`` may be left out.

    Raises:   Refused: an unknown reading or answer, with near ones offered
    """
    chosen: dict[str, str] = {}
    for text in typed:
        name, equals, option = text.partition("=")
        known = {f.reading: f for f in _reading_fields()}
        if not equals:
            example = "fr.reading.fractions_by=calendar"
            raise Refused("cli.not_a_choice", {"read": text, "example": example}, "--reading")
        full = name if name.startswith("fr.reading.") else f"fr.reading.{name}"
        if full not in known:
            raise Refused("cli.unknown_reading", _near(name, full, known), "--reading")
        options = [str(member.value) for member in known[full].members]
        if option not in options:
            holes = {"read": option, "reading": full, "offered": ", ".join(options)}
            raise Refused("cli.unknown_option", holes, "--reading")
        chosen[full] = option
    return chosen


def _reading_fields() -> Iterable[Field]:
    return (f for f in fields_of(law.france.Person).values() if f.reading)


def _near(typed: str, full: str, known: Iterable[str]) -> dict[str, str]:
    offered = get_close_matches(full, list(known), n=MOST_OFFERED, cutoff=0.6) or sorted(known)
    return {"read": typed, "offered": ", ".join(offered)}


def purpose_of(text: str | None) -> str | None:
    """Return the purpose typed, in either language.

    Raises:   Refused: an unknown purpose
    """
    if text is None:
        return None
    purposes = law.france.FRENCH.purposes
    found = facts.house_dictionary().word(text, purposes)
    if found is None:
        typed = facts.house_dictionary().words_typed
        words = sorted({w for p in purposes for w in (p, *typed.get(p, ()))})
        near = get_close_matches(text, words, n=MOST_OFFERED) or sorted(purposes)
        raise Refused("cli.unknown_purpose", {"read": text, "offered": ", ".join(near)})
    return found


def today() -> date:
    """Return today's date; the only place where the command line looks at the clock."""
    return date.today()  # noqa: DTZ011 (the day on the wall of whoever asks)
