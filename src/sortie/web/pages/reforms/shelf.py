"""The reforms of the house, and one of them: what it changes, the old text beside the new one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from sortie import law
from sortie import reform as reforms_
from sortie.days import DaysError, Length
from sortie.reform import Beside, Reform, Text
from sortie.web.frame import Answer, Asked, draw, reaches
from sortie.web.pages.reforms import kept
from sortie.words import articles, change_told, days_told, raised, source_told, status_told

TEMPLATE = "reforms/shelf.html"
COMPARE, REPLAY = "comparisons.see", "reforms.replay"
_VALUE = "value"
_FILE = "reform.yaml"
_COMMANDS = {
    "check": f"sortie reform check {_FILE}",
    "compare": kept.COMPARE.format(_FILE),
    "replay": f"sortie reform replay {_FILE}",
}
_NOT_THERE = 404


@dataclass(frozen=True, slots=True)
class Wording:
    """What a rule says, on which days: in words, in the language of rules, and its texts.

    ``value`` is what a figure is worth; a rule has none.
    """

    words: str
    value: str
    days: str
    says: str
    cites: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """One change; ``rule`` is the rule of the law that it touches, where it has a page."""

    told: str
    rule: str
    was: tuple[Wording, ...]
    becomes: Wording | None
    was_nothing: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One reform as it is told: who wants it, where it is written, how far it stands."""

    id: str
    title: str
    status: str
    source: str
    reform: Reform
    changes: tuple[str, ...]

    @property
    def in_force(self) -> bool:
        """Whether it is the law already."""
        return self.reform.status == "in_force"


def reforms(asked: Asked) -> Mapping[str, Any]:
    """Return every reform that comes with the house."""
    return _listed(asked)


def reform(asked: Asked, reform_id: str) -> Answer:
    """Return one reform; one that is not there leads to the list, with the nearest named."""
    try:
        found = reforms_.packaged_reform(reform_id)
    except reforms_.UnknownReform as unknown:
        return not_there(asked, unknown)
    return {
        "row": _row(found, asked),
        "changes": tuple(_changes(found, asked)),
        "left_out": tuple(asked.tongue.either(words) for words in found.not_modelled),
        "may_replay": reaches(asked, REPLAY),
        "may_compare": reaches(asked, COMPARE),
        "kept": kept.kept_of(found.id, asked) if reaches(asked, COMPARE) else (),
    }


def not_there(asked: Asked, unknown: reforms_.UnknownReform) -> HttpResponse:
    """Return the list, which says that a reform is not there and names the nearest."""
    values = {**_listed(asked), "unknown": unknown.reform}
    return draw(asked, TEMPLATE, values, _NOT_THERE)


def _listed(asked: Asked) -> dict[str, Any]:
    return {
        "rows": tuple(_row(each, asked) for each in reforms_.packaged()),
        "may_compare": reaches(asked, COMPARE),
        "commands": _COMMANDS,
        "unknown": "",
    }


def _row(found: Reform, asked: Asked) -> Row:
    tongue = asked.tongue
    return Row(
        found.id, tongue.either(found.title), status_told(found, tongue),
        source_told(found, tongue), found,
        tuple(change_told(each, tongue) for each in reforms_.side_by_side(found)),
    )  # fmt: skip


def _changes(found: Reform, asked: Asked) -> Iterator[Changed]:
    for each in reforms_.side_by_side(found):
        yield Changed(
            told=change_told(each, asked.tongue),
            rule=each.of if each.of in law.france.BOOK.rules else "",
            was=tuple(_wording(text, each.kind, asked) for text in each.was),
            becomes=_wording(each.becomes, each.kind, asked) if each.becomes else None,
            was_nothing=_nothing_before(each),
        )


def _nothing_before(each: Beside) -> bool:
    return not each.was and each.kind != "adds" and not each.kind.startswith("switches")


def _wording(text: Text, kind: str, asked: Asked) -> Wording:
    on = text.since or asked.clock.there(asked.at).date()
    cites = tuple((each, articles([each], on)) for each in text.cites)
    days = raised(days_told(text, asked.tongue))
    value = _value(text.says, asked) if kind == _VALUE else ""
    return Wording(asked.tongue.either(text.words), value, days, text.says, cites)


def _value(says: str, asked: Asked) -> str:
    """Return what a figure is worth: a length in words, anything else as it is written."""
    try:
        return asked.tongue.length(Length.parse(says))
    except DaysError:
        return says
