"""What the command line refuses, beside what every door refuses."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from sortie import words
from sortie.errors import SortieError
from sortie.words import Said, Tongue

REFUSED = 2
BROKEN = 1


@dataclass(eq=False)
class Refused(SortieError):
    """What was typed on the command line cannot be done."""

    key: str
    holes: dict[str, str] = field(default_factory=dict)
    path: str = ""
    code: ClassVar[str] = "cli"


@dataclass(eq=False)
class SeveralRefused(SortieError):
    """Several things typed cannot be done; all are told at once."""

    refused: tuple[Refused, ...]
    code: ClassVar[str] = "cli"


@dataclass(eq=False)
class Told(SortieError):
    """A refusal put into words where it was caught, by the clock of a place."""

    refusals: tuple[Said, ...]
    broken: bool
    code: ClassVar[str] = "cli"


def said(error: SortieError, tongue: Tongue) -> Iterator[Said]:
    """Yield every refusal that an error carries."""
    match error:
        case Refused(key, holes, path):
            yield Said(key, path, tongue.say(key, **holes))
        case SeveralRefused(refused):
            for each in refused:
                yield from said(each, tongue)
        case Told(refusals):
            yield from refusals
        case _:
            yield from words.said(error, tongue)


def is_a_fault_of_the_program(error: SortieError) -> bool:
    """Whether an error is nobody's typing: a law, a text or a glossary that does not load."""
    if isinstance(error, Told):
        return error.broken
    return not isinstance(error, Refused | SeveralRefused | words.TYPED)
