"""A provision keeps one id for ever; its wording, its article and its code change with time."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Literal

Confidence = Literal["read", "secondary", "inferred", "memory"]


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of a provision, from its first to its last day in force.

    ``until`` is the last day included; None means that no later wording is known.
    ``verified_until`` is the last day for which someone checked that it was still so.
    """

    since: date
    until: date | None
    article: str
    code: str
    title: str
    words_fr: str
    words_en: str
    confidence: Confidence
    source: str
    verified_until: date

    @property
    def citation(self) -> str:
        return f"{self.code} {self.article}"

    def in_force(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class Numbering:
    """The number a provision is announced to take, and how sure that is."""

    code: str
    article: str
    since: date
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision and its versions, oldest first, without overlap or gap."""

    id: str
    versions: tuple[Version, ...]
    future: tuple[Numbering, ...] = ()

    @property
    def latest(self) -> Version:
        return self.versions[-1]

    def version(self, on: date) -> Version | None:
        """Return the wording in force on a day, or None before the first and after the last."""
        place = bisect_right(self.versions, on, key=lambda version: version.since)
        found = self.versions[place - 1] if place else None
        return found if found is not None and found.in_force(on) else None
