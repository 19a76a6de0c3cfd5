"""From the class that an act reads to the fields of its form."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from sortie import casework, office
from sortie.web.authority import OpenedCase
from sortie.web.forms.fields import Field, Form, Kind
from sortie.web.forms.offering import Offer, first_of_field, options_of
from sortie.words.office import Speaker

HAPPENED = "happened_at"
# What the office finds by itself, whatever is said.
_FOUND = frozenset([("decide", "law_says"), ("decide", "attached_bans"),
                    ("rule_on_appeal", "law_says")])  # fmt: skip
_LONG = frozenset([
    "because", "reasons", "minutes", "text", "what", "obstacle", "urgent", "despite", "how",
    "about", "ground",
])  # fmt: skip
_FEW_WORDS: Mapping[str, Mapping[str, tuple[Any, bool]]] = {
    "route_application": {"to": (str, False)},
    "issue_permit": {"permit": (str, True)},
}


@dataclass(frozen=True, slots=True)
class _Shape:
    """What is known of a field before it is put into words."""

    name: str
    path: str
    kind: Any
    required: bool
    default: Any = None


def form_of(verb: str, opened: OpenedCase, speaker: Speaker) -> Form:
    """Return the form of an act on a case, in the language and by the clock of the speaker."""
    offer = Offer(verb, opened, speaker)
    shapes = list(_shapes(verb))
    made = tuple(_field(each, offer) for each in shapes)
    return Form(name=verb, fields=made, zone=speaker.clock.zone)


def _shapes(verb: str) -> Iterator[_Shape]:
    reads = office.VERBS[verb].reads
    if reads is None:
        for name, (kind, needed) in _FEW_WORDS[verb].items():
            yield _Shape(name, name, kind, needed)
        return
    for each in _of_class(reads, ""):
        if (verb, each.name) not in _FOUND:
            yield each
    if issubclass(reads, casework.Event) and reads in casework.WORLD:
        yield _Shape(HAPPENED, HAPPENED, datetime | None, required=False)


def _of_class(kind: type, before: str) -> Iterator[_Shape]:
    hints = get_type_hints(kind)
    for each in fields(kind):
        needed = each.default is MISSING and each.default_factory is MISSING
        default = None if needed or each.default is MISSING else each.default
        yield _Shape(each.name, f"{before}{each.name}", hints[each.name], needed, default)


def _field(shape: _Shape, offer: Offer) -> Field:
    kind, may_be_none = shape.kind, get_origin(shape.kind) is UnionType
    if may_be_none:
        (kind,) = (each for each in get_args(kind) if each is not NoneType)
    several = get_origin(kind) is tuple
    if several:
        kind = get_args(kind)[0]
    options = _options(shape, kind, offer)
    inside: tuple[Field, ...] = ()
    if is_dataclass(kind) and isinstance(kind, type):
        inside = tuple(_field(each, offer) for each in _of_class(kind, f"{shape.path}."))
    asked_as = _kind_of(shape, kind, several=several, options=options)
    return Field(
        name=shape.name,
        path=shape.path,
        kind=asked_as,
        label=_said("field", shape, offer),
        help=_said("field.help", shape, offer),
        required=shape.required and not may_be_none,
        says_none=shape.required and may_be_none,
        options=options or (),
        inside=inside,
        first=_first(shape, offer),
    )


def _first(shape: _Shape, offer: Offer) -> tuple[str, ...]:
    """Return what stands in a field at first: what the case says, else what the act says itself."""
    if isinstance(shape.default, Enum):
        return (str(shape.default.value),)
    return first_of_field(shape.name, shape.path, offer)


def _options(shape: _Shape, kind: Any, offer: Offer) -> Any:
    offered = options_of(shape.name, shape.path, offer)
    if offered is None and isinstance(kind, type) and issubclass(kind, Enum):
        family = "role" if kind is casework.Role else "word"
        return offer.words(family, (each.value for each in kind))
    # A name that nothing here bears may still be typed: the office says what is wrong with it.
    return offered if offered or shape.name in ("facts_shown", "pieces") else None


def _kind_of(shape: _Shape, kind: Any, *, several: bool, options: Any) -> Kind:
    if is_dataclass(kind):
        return Kind.PARTS if several else Kind.PART
    if options is not None:
        return Kind.SEVERAL if several else Kind.CHOICE
    return Kind.LINES if several else _plain_kind(shape, kind)


def _plain_kind(shape: _Shape, kind: type) -> Kind:
    if kind is bool:
        return Kind.YES_NO if shape.required else Kind.FLAG
    if issubclass(kind, date):
        return Kind.INSTANT if issubclass(kind, datetime) else Kind.DAY
    if shape.name == "digest":
        return Kind.DIGEST
    return Kind.LONG if shape.name in _LONG else Kind.TEXT


def _said(family: str, shape: _Shape, offer: Offer) -> str:
    """Return the words of a field: those of this act if it has its own, else those of its name."""
    sentences = offer.speaker.tongue.sentences
    for key in (f"{family}.{offer.verb}.{shape.name}", f"{family}.{shape.path}",
                f"{family}.{shape.name}"):  # fmt: skip
        if key in sentences:
            return offer.speaker.tongue.say(key)
    return ""
