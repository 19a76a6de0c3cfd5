"""The shapes of mappings and lists, built from the shapes of their values."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sortie.facts.desk import Desk
from sortie.facts.errors import Cause, Path, Wanted
from sortie.facts.shapes import Shape
from sortie.facts.typed import Repeated
from sortie.facts.unknown import UNKNOWN

Items = list[tuple[int, Any]]
Arrange = Callable[[Items, Path, Desk], Sequence[Any]]
Check = Callable[[Any, Path, Desk], None]


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping, and the attribute of the record that holds its fact."""

    attribute: str
    shape: Shape
    required: bool = False
    null_is_none: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys, read into a dataclass whose fields default to ``UNKNOWN``."""

    kind: type
    keys: Mapping[str, Key]
    check: Check | None = None
    wanted: Wanted = Wanted.MAPPING

    def read(self, value: object, path: Path, desk: Desk) -> Any:
        if not isinstance(value, Mapping):
            return desk.refuse(Cause.WRONG_TYPE, path, value, self.wanted)
        if isinstance(value, Repeated):
            for typed, line in value.again.items():
                desk.refuse_on(line, Cause.KEY_TWICE, (*path, typed), typed, Wanted.KEY_ONCE)
        typed_keys = self._typed_keys(value, path, desk)
        desk.remember(path, typed_keys)
        facts = self._facts(value, typed_keys, path, desk)
        if not self._complete(value, facts, typed_keys, path, desk):
            return UNKNOWN
        record = self.kind(**facts)
        if self.check is not None:
            self.check(record, path, desk)
        return record

    def write(self, fact: Any) -> dict[str, Any]:
        written: dict[str, Any] = {}
        for name, key in self.keys.items():
            held = getattr(fact, key.attribute)
            if held is not UNKNOWN:
                written[name] = key.shape.write(held)
        return written

    def _typed_keys(self, value: Mapping[Any, Any], path: Path, desk: Desk) -> dict[str, str]:
        typed_keys: dict[str, str] = {}
        for typed in value:
            if not isinstance(typed, str):
                desk.refuse(Cause.KEY_NOT_TEXT, path, typed, Wanted.TEXT)
                continue
            name = typed if typed in self.keys else desk.dictionary.key(typed)
            if name not in self.keys:
                nearest = desk.nearest(typed, self._typed_ways(desk))
                desk.refuse(
                    Cause.UNKNOWN_KEY, (*path, typed), typed, Wanted.KNOWN_KEY, nearest=nearest
                )
            elif name in typed_keys:
                desk.refuse(Cause.KEY_TWICE, (*path, typed), typed, Wanted.KEY_ONCE)
            else:
                typed_keys[name] = typed
        return typed_keys

    def _facts(
        self, value: Mapping[Any, Any], typed_keys: Mapping[str, str], path: Path, desk: Desk
    ) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        for name, typed in typed_keys.items():
            key = self.keys[name]
            held = value[typed]
            if held is not None:
                fact = key.shape.read(held, (*path, typed), desk)
                if fact is not UNKNOWN:
                    facts[key.attribute] = fact
            elif key.null_is_none:
                facts[key.attribute] = None
        return facts

    def _complete(
        self,
        value: Mapping[Any, Any],
        facts: Mapping[str, Any],
        typed_keys: Mapping[str, str],
        path: Path,
        desk: Desk,
    ) -> bool:
        wanting = [
            name for name, key in self.keys.items() if key.required and key.attribute not in facts
        ]
        for name in wanting:
            typed = typed_keys.get(name, name)
            if value.get(typed) is None:
                also = desk.dictionary.keys_typed.get(name, name)
                at = (*path, typed)
                desk.refuse(Cause.KEY_MISSING, at, None, Wanted.THE_KEY, key=name, also=also)
        return not wanting

    def _typed_ways(self, desk: Desk) -> Iterator[str]:
        for name in self.keys:
            yield name
            if name in desk.dictionary.keys_typed:
                yield desk.dictionary.keys_typed[name]


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; ``none`` for the empty one; one item alone where that is allowed."""

    item: Shape
    arrange: Arrange | None = None
    lone: bool = False

    def read(self, value: object, path: Path, desk: Desk) -> Any:
        if desk.says_none(value):
            return ()
        if self.lone and isinstance(value, Mapping):
            fact = self.item.read(value, path, desk)
            return UNKNOWN if fact is UNKNOWN else (fact,)
        if not isinstance(value, list | tuple):
            return desk.refuse(Cause.WRONG_TYPE, path, value, Wanted.LIST)
        items = self._items(value, path, desk)
        if self.arrange is not None:
            return tuple(self.arrange(items, path, desk))
        return tuple(fact for _, fact in items)

    def write(self, fact: Sequence[Any]) -> list[Any]:
        return [self.item.write(item) for item in fact]

    def _items(self, value: Sequence[object], path: Path, desk: Desk) -> Items:
        items: Items = []
        for rank, typed in enumerate(value):
            if typed is None:
                desk.refuse(Cause.WRONG_TYPE, (*path, rank), typed, Wanted.PLAIN_VALUE)
                continue
            fact = self.item.read(typed, (*path, rank), desk)
            if fact is not UNKNOWN:
                items.append((rank, fact))
        return items
