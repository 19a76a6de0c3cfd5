"""A rule: one provision, one person, one day, in a function that runs as it stands."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from sortie.days import EVER, NEVER
from sortie.rules.written import mistake

P = TypeVar("P")
Body = Callable[[P, date], bool]


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which one version of a rule is in force."""

    since: date
    before: date


ALWAYS = (Window(EVER, NEVER),)


@dataclass(frozen=True, eq=False)
class Version(Generic[P]):
    """The rule as it stood between two days."""

    body: Body[P]
    window: Window
    cites: tuple[str, ...]
    sentence: str
    gloss: str

    @property
    def last_day(self) -> date | None:
        """The last day in force, None when no end is known."""
        return None if self.window.before == NEVER else self.window.before - timedelta(days=1)


class Rule(Generic[P]):
    """A rule with its versions. Called with a person and a day, it answers yes or no.

    Outside the dates of its versions a rule does not hold; nor does it on the days on which it
    is switched off, which are those outside ``applies``.
    """

    def __init__(
        self,
        id: str,  # noqa: A002
        versions: Iterable[Version[P]],
        applies: tuple[Window, ...] = ALWAYS,
    ) -> None:
        self.id = id
        self.versions = list(versions)
        self.applies = applies

    def __call__(self, p: P, day: date) -> bool:
        version = self.version_on(day)
        return version is not None and self.applies_on(day) and version.body(p, day)

    def __repr__(self) -> str:
        return f"<rule {self.id}>"

    def applies_on(self, day: date) -> bool:
        """Whether the rule is switched on that day."""
        return any(window.since <= day < window.before for window in self.applies)

    def in_force_on(self, day: date) -> bool:
        """Whether a version is in force that day, and switched on."""
        return self.version_on(day) is not None and self.applies_on(day)

    def version_on(self, day: date) -> Version[P] | None:
        """Return the version in force on a day, None outside its dates."""
        for version in self.versions:
            if version.window.since <= day < version.window.before:
                return version
        return None

    def version(
        self, *, cites: tuple[str, ...], since: str, until: str | None = None
    ) -> Callable[[Body[P]], "Rule[P]"]:
        """Add another version of the rule: the decorated function, between its own dates.

        Raises:   AuthorMistake: the dates overlap those of another version
        """

        def add(body: Body[P]) -> "Rule[P]":
            new = _version(body, cites, since, until)
            for old in self.versions:
                if new.window.since < old.window.before and old.window.since < new.window.before:
                    raise mistake(
                        body, None, f"two versions of {self.id} are in force on the same day",
                        f"end the older one the day before {new.window.since}, with until=",
                    )  # fmt: skip
            self.versions = sorted([*self.versions, new], key=lambda v: v.window.since)
            return self

        return add


def rule(
    id: str,  # noqa: A002
    *,
    cites: tuple[str, ...],
    since: str | None,
    until: str | None = None,
    off: bool = False,
) -> Callable[[Body[P]], Rule[P]]:
    """Make a rule of a function of one record and one day.

    ``since`` and ``until`` are the first and the last day in force, ISO dates; ``since=None`` is
    for a definition that no text brought into force. ``off`` is for a text that is written and
    never holds until a reform switches it on.

    Raises:   AuthorMistake: no docstring sentence, no citation, dates that do not exist
    """

    def make(body: Body[P]) -> Rule[P]:
        return Rule(id, [_version(body, cites, since, until)], () if off else ALWAYS)

    return make


def _version(
    body: Body[P], cites: tuple[str, ...], since: str | None, until: str | None
) -> Version[P]:
    first_line = (body.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")
    sentence, _, gloss = " ".join(first_line.split()).rstrip(".").partition(" (")
    if not sentence or not gloss.endswith(")"):
        raise mistake(
            body, None, "the first line of the docstring is not a sentence with its gloss",
            '"""Le texte en une phrase (the gloss in English)."""',
        )  # fmt: skip
    if not cites:
        raise mistake(body, None, "the rule cites nothing", "name its provisions: cites=(...)")
    start = EVER if since is None else _day(body, since)
    last = NEVER if until is None else _day(body, until)
    if until is not None and last == NEVER:
        raise mistake(body, None, f"it ends on {until}", "leave until= out: it has no end")
    before = last if last == NEVER else last + timedelta(days=1)
    if start >= before:
        raise mistake(body, None, f"it ends on {until}, before it begins", "check since and until")
    return Version(body, Window(start, before), cites, sentence, gloss[:-1])


def _day(body: Body[P], text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise mistake(
            body, None, f"{text} is not a day of the calendar",
            "write the first and the last day as YYYY-MM-DD",
        )  # fmt: skip
    return day
