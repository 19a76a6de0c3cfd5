"""What is asked of many people: some routes of a book, what is supposed, and the readings chosen.

It says by itself what its answers rest on, so that a file of them can be read alone, and so that
work under way is only gone on with under the same law.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from importlib.metadata import version
from typing import Any

import numpy as np

from sortie.population.compiling import Compiled, compiled
from sortie.population.records import Layout
from sortie.population.running import FORMAT
from sortie.rules import Book, ByReading, fields_of

Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Asking:
    """Routes of a book, each under what is supposed of its application.

    ``readings`` maps the id of a reading to the option chosen for everybody: an unsettled reading
    that is not chosen stays open.
    """

    book: Book
    supposed: Mapping[str, Facts]
    readings: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def layout(self) -> Layout:
        """The columns of the records that are asked about."""
        return Layout.of(self.book.record)

    @cached_property
    def compiled(self) -> Compiled:
        """The book compiled for these routes.

        Raises:   NotCompiled: a rule asks what the kernel has no form for
                  UnknownRule: a route that the book does not have
        """
        chosen = self._chosen()
        facts = {route: {**held, **chosen} for route, held in self.supposed.items()}
        return compiled(self.book, self.layout, facts)

    def _chosen(self) -> Facts:
        return {
            each.name: each.kind(self.readings[each.reading])
            for each in fields_of(self.book.record).values()
            if each.reading in self.readings
        }

    @cached_property
    def law(self) -> str:
        """The digest of the law as it is run: its gates, its days, its figures, its routes."""
        whole = hashlib.sha256()
        for part in _parts((self.compiled.lines, self.compiled.routes, self.compiled.tables)):
            whole.update(part)
        return whole.hexdigest()

    @cached_property
    def told(self) -> Mapping[str, str]:
        """What a file of the answers says of itself.

        ``sortie.rules`` names, for each route, the rules that the bits of a reason stand for.
        """
        rules = {route.rule_id: list(route.names) for route in self.compiled.routes}
        supposed = {
            route: {name: _plain(value) for name, value in facts.items()}
            for route, facts in self.supposed.items()
        }
        return {
            "sortie.format": FORMAT,
            "sortie.record": self.layout.digest,
            "sortie.law": self.law,
            "sortie.rules": _json(rules),
            "sortie.supposed": _json(supposed),
            "sortie.readings": _json(dict(sorted(self.readings.items()))),
            "sortie.version": version("sortie"),
        }


def _parts(value: Any) -> Iterator[bytes]:
    """Yield the bytes of nested tuples of arrays and plain values."""
    if isinstance(value, np.ndarray):
        yield f"{value.dtype}{value.shape}".encode()
        yield value.tobytes()
    elif isinstance(value, tuple):
        for each in value:
            yield from _parts(each)
    else:
        yield repr(value).encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    """Return something supposed as JSON has it."""
    if isinstance(value, ByReading):
        by = value.values.items()
        return {",".join(str(_plain(member)) for member in key): _plain(each) for key, each in by}
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value
