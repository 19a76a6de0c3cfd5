"""What an act says, typed: in a file, or key by key; in English or in French."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from sortie import casework, facts, law, office
from sortie.cli import opening
from sortie.cli.office import instants
from sortie.cli.refusals import Refused, SeveralRefused
from sortie.words import FRENCH_KEYS, LANGUAGES, tongue

HAPPENED = "happened_at"
_FEW_WORDS: Mapping[str, Mapping[str, Any]] = {
    "route_application": {"to": str | None},
    "issue_permit": {"permit": str},
    "add_judgment": {"judgment": str, "sentence": Mapping[str, Any], "what": str | None},
    "acknowledge": {"proof": str},
}
# What the office finds by itself.
_FOUND = frozenset(["law_says"])
_TRUE = {"true": True, "oui": True, "yes": True, "false": False, "non": False, "no": False}
_LISTS: Mapping[str, frozenset[str]] = {
    "leave": law.france.FRENCH.leave_types,
    "purpose": law.france.FRENCH.purposes,
}


def typed_body(path: str | None, pairs: Iterable[str]) -> dict[str, Any]:
    """Return what was typed, as it was: a file first, then each pair over it.

    Raises:   Refused, SeveralRefused: no such file, no pair; CaseRefused: the text is not YAML
    """
    found: dict[str, Any] = {}
    if path is not None:
        document = facts.document_of(opening.bytes_of(path))
        if document.faults:
            raise facts.CaseRefused(document.faults)
        if not isinstance(document.value, Mapping):
            fault = facts.Fault(facts.Cause.WRONG_TYPE, "", facts.shown(document.value),
                                facts.Wanted.MAPPING)  # fmt: skip
            raise facts.CaseRefused((fault,))
        _once(document.value)
        found = dict(document.value)
    for pair in pairs:
        _put(found, pair)
    return found


def _once(value: Any) -> None:
    if isinstance(value, facts.Repeated) and value.again:
        raise SeveralRefused(
            tuple(Refused("cli.office.set_twice", {"key": key}, key) for key in value.again)
        )
    held = value.values() if isinstance(value, Mapping) else value
    for each in held if isinstance(value, Mapping | list) else ():
        _once(each)


class Typed(list[str]):
    """What was typed by ``--set`` under one key: several make a list."""


def _put(found: dict[str, Any], pair: str) -> None:
    path, equals, value = pair.partition("=")
    steps = path.split(".")
    if not equals or not all(steps):
        raise Refused("cli.office.bad_pair", {"read": pair}, "--set")
    inner = found
    for step in steps[:-1]:
        inner = inner.setdefault(step, {})
        if not isinstance(inner, dict):
            raise Refused("cli.office.set_through", {"key": path}, "--set")
    held = inner.get(steps[-1])
    if isinstance(held, Typed):
        held.append(value)
    else:
        inner[steps[-1]] = Typed([value])


@dataclass(slots=True)
class Reader:
    """Reads the body of one verb; every fault is kept, and told at once."""

    verb: str
    zone: str
    french: bool
    refused: list[Refused] = field(default_factory=list)

    def body(self, typed: Mapping[str, Any], given: frozenset[str]) -> dict[str, Any]:
        """Return the body as JSON values; ``given`` are the fields that the command gives.

        Raises:   SeveralRefused: with every fault; facts.CaseRefused; days.DaysError
        """
        kind = office.VERBS[self.verb].reads
        if kind is None:
            found = self._fields(_FEW_WORDS[self.verb], _needed_words(self.verb), typed, "")
        else:
            hints = get_type_hints(kind).items()
            shapes = {name: shape for name, shape in hints if name not in given | _FOUND}
            if self.verb in _WITNESSED:
                shapes[HAPPENED] = datetime | None
            found = self._fields(shapes, _needed(kind) - given, typed, "")
        if self.refused:
            raise SeveralRefused(tuple(self.refused))
        return found

    def _fields(
        self, shapes: Mapping[str, Any], needed: frozenset[str], typed: Mapping[str, Any], path: str
    ) -> dict[str, Any]:
        found = {}
        for key, value in typed.items():
            name = _name_of(str(key), shapes)
            if name is None:
                offered = ", ".join(self._shown(each) for each in shapes)
                self._refuse("unknown_key", f"{path}{key}", offered=offered)
            elif name in found:
                self._refuse("set_twice", f"{path}{key}")
            else:
                found[name] = self._value(shapes[name], name, value, f"{path}{key}")
        for name in shapes:
            if name in needed and name not in found:
                self._refuse("key_missing", f"{path}{self._shown(name)}")
        return found

    def _shown(self, name: str) -> str:
        return FRENCH_KEYS.get(name, name) if self.french else name

    def _refuse(self, key: str, path: str, **holes: str) -> None:
        all_holes = {"verb": self.verb, "key": path, **holes}
        self.refused.append(Refused(f"cli.office.{key}", all_holes, path))

    def _amiss(self, path: str, value: Any, expected: str) -> Any:
        self._refuse("bad_value", path, read=facts.shown(value), expected=expected)

    def _value(self, shape: Any, name: str, value: Any, path: str) -> Any:
        if get_origin(shape) is UnionType:
            if value is None:
                return None
            (shape,) = (each for each in get_args(shape) if each is not NoneType)
        if get_origin(shape) is tuple:
            return self._several(get_args(shape)[0], name, value, path)
        if isinstance(value, Typed):
            if len(value) > 1:
                self._refuse("set_twice", path)
            value = value[0]
        if get_origin(shape) is Mapping:
            return self._section(name, value, path)
        if is_dataclass(shape) and isinstance(shape, type):
            return self._record(shape, value, path)
        return self._single(shape, name, value, path)

    def _several(self, shape: Any, name: str, value: Any, path: str) -> list[Any]:
        if isinstance(value, Mapping) and all(str(key).isdecimal() for key in value):
            items = [value[key] for key in sorted(value, key=int)]
        else:
            items = list(value) if isinstance(value, list) else [value]
        return [self._value(shape, name, each, f"{path}[{rank}]")
                for rank, each in enumerate(items)]  # fmt: skip

    def _record(self, kind: type, value: Any, path: str) -> Any:
        if not isinstance(value, Mapping):
            expected = ", ".join(self._shown(each.name) for each in fields(kind))
            return self._amiss(path, value, expected)
        return self._fields(get_type_hints(kind), _needed(kind), value, f"{path}.")

    def _section(self, name: str, value: Any, path: str) -> Any:
        """Return a part of a case file in its canonical form, typed here or in its own file."""
        if isinstance(value, str):
            return _PARTS[name](facts.to_canonical(opening.case_of(value)))
        if not isinstance(value, Mapping):
            return self._amiss(path, value, self.verb)
        document = _WRAPPED[name](value)
        case = facts.read_case(
            document, vocabulary=law.france.FRENCH, dictionary=facts.house_dictionary()
        )
        return _PARTS[name](facts.to_canonical(case))

    def _single(self, shape: type, name: str, value: Any, path: str) -> Any:
        text = value.text if isinstance(value, facts.Number) else value
        if shape is bool:
            return self._flag(text, path)
        if not isinstance(text, str):
            return self._amiss(path, value, self._plain())
        if issubclass(shape, Enum):
            return self._word(text, [str(each.value) for each in shape], path)
        if shape is str and name == "territory" and not _is_territory(text):
            return self._amiss(path, text, "metropolitan, 973, 988…")
        if shape is str:
            return facts.house_dictionary().word(text, _LISTS.get(name, frozenset())) or text
        return self._counted(shape, text, path)

    def _counted(self, shape: type, text: str, path: str) -> Any:
        if issubclass(shape, datetime):
            try:
                return instants.instant_of(text, self.zone, path).isoformat()
            except Refused as refused:
                self.refused.append(refused)
                return None
        try:
            return date.fromisoformat(text).isoformat() if shape is date else int(text)
        except ValueError:
            return self._amiss(path, text, "2025-11-24" if shape is date else self._plain())

    def _plain(self) -> str:
        return tongue("fr" if self.french else "en").sentences["cli.office.value_shape"]

    def _flag(self, text: Any, path: str) -> Any:
        if isinstance(text, bool):
            return text
        if isinstance(text, str) and text in _TRUE:
            return _TRUE[text]
        return self._amiss(path, text, "oui, non" if self.french else "true, false")

    def _word(self, text: str, offered: list[str], path: str) -> str | None:
        labels = {
            tongue(code).sentences.get(f"{family}.{each}", each): each
            for code in LANGUAGES
            for family in ("word", "role")
            for each in offered
        }
        found = labels.get(text) or facts.house_dictionary().word(text, frozenset(offered))
        return found or self._amiss(path, text, ", ".join(offered))


def _is_territory(text: str) -> bool:
    """Whether the law knows the place: any other name would be given the clocks of Paris."""
    return not text or law.france.PROCEDURE.place_of(text).holidays == text


def _name_of(typed: str, shapes: Mapping[str, Any]) -> str | None:
    if typed in shapes:
        return typed
    named = next((name for name in shapes if FRENCH_KEYS.get(name) == typed), None)
    if named is not None:
        return named
    known = facts.house_dictionary().key(typed)
    return known if known in shapes else None


def _needed(kind: type) -> frozenset[str]:
    return frozenset(
        each.name
        for each in fields(kind)
        if each.default is MISSING and each.default_factory is MISSING
    )


def _needed_words(verb: str) -> frozenset[str]:
    shapes = _FEW_WORDS[verb]
    return frozenset(name for name, shape in shapes.items() if get_origin(shape) is not UnionType)


def _around(**sections: Any) -> dict[str, Any]:
    return {"format": facts.FORMAT, "jurisdiction": law.france.FRENCH.jurisdiction, **sections}


def _whole(value: Mapping[str, Any]) -> dict[str, Any]:
    known = {facts.house_dictionary().key(str(key)) for key in value}
    return {**{k: v for k, v in _around().items() if k not in known}, **value}


def _person_file(case: Mapping[str, Any]) -> dict[str, Any]:
    return {key: held for key, held in case.items() if key not in ("application", "title")}


_WRAPPED: Mapping[str, Any] = {
    "file": _whole,
    "application": lambda value: _around(application=value),
    "sentence": lambda value: _around(custody={"sentences": [value]}),
}
_PARTS: Mapping[str, Any] = {
    "file": _person_file,
    "application": lambda case: case.get("application", {}),
    "sentence": lambda case: case["custody"]["sentences"][0],
}
_WITNESSED = frozenset(
    name
    for name, verb in office.VERBS.items()
    if name not in ("decide", "rule_on_appeal")
    and isinstance(verb.reads, type)
    and issubclass(verb.reads, casework.Event)
)
