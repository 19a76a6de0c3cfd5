"""What a reform file says, once read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sortie.rules import Dated, Figure, Rule, Version, Window

FORMAT = "sortie/reform@1"
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """Where the reform is announced or written: in words, on which day, at which address."""

    text: str
    day: date | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Adds:
    """A rule that the law does not have."""

    rule: str
    version: Version[Any]


@dataclass(frozen=True, slots=True)
class Replaces:
    """Another text of a rule, between two days; it may call the text it replaces ``as_before``."""

    rule: str
    version: Version[Any]


@dataclass(frozen=True, slots=True)
class Switches:
    """A rule that holds, or holds no more, between two days; its text stays."""

    rule: str
    window: Window
    on: bool


@dataclass(frozen=True, slots=True)
class Redates:
    """Other first and last days for the version of a rule that begins on a day."""

    rule: str
    version: date
    window: Window


@dataclass(frozen=True, slots=True)
class Revalues:
    """Another value of a figure, between two days."""

    figure: str
    value: Dated[Any]


@dataclass(frozen=True, slots=True)
class Restores:
    """A rule as it was before a reform; None takes away the one that the reform added."""

    rule: str
    was: Rule[Any] | None


@dataclass(frozen=True, slots=True)
class RestoresFigure:
    """A figure as it was before a reform."""

    figure: str
    was: Figure[Any]


Change = Adds | Replaces | Switches | Redates | Revalues | Restores | RestoresFigure


@dataclass(frozen=True, slots=True)
class Reform:
    """A change of the law with its author, its source and how far it stands.

    ``since`` is the day from which its changes hold, save those that give their own.
    ``not_modelled`` is what the source announces and these changes leave out.
    """

    id: str
    title: Words
    author: str
    source: Source
    status: str
    since: date
    changes: tuple[Change, ...]
    not_modelled: tuple[Words, ...] = ()
