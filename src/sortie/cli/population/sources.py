"""What is asked, and of whom: tables, records or spans as they are typed, opened."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sortie import law, population
from sortie.cli.opening import purpose_of, readings_of
from sortie.cli.population.opening import count_of
from sortie.cli.refusals import Refused
from sortie.words import Tongue

_BYTES = {"MB": 10**6, "GB": 10**9, "TB": 10**12}
Told = Callable[[int, int | None], None]


@dataclass(frozen=True)
class Source:
    """Records and what is asked of them; or spans, which say themselves what was asked."""

    records: Path | None
    spans: population.SpansFile | None
    asking: population.Asking
    room: population.Room

    def look(self, what: Any, tongue: Tongue) -> Iterator[Any]:
        """Yield what is seen in the spans of everybody, chunk by chunk, showing how far it is."""
        done = 0
        with bar(tongue) as told:
            if self.spans is not None:
                yield from population.look_again(self.spans, what, self.room)
            elif self.records is not None:
                for people, seen in population.look(self.records, self.asking, what, self.room):
                    done += people
                    told(done, None)
                    yield seen

    @property
    def told(self) -> Mapping[str, str]:
        """What a file of these spans says of itself."""
        return self.asking.told if self.spans is None else self.spans.told

    @property
    def rules(self) -> Mapping[str, Sequence[str]]:
        """For each route, the rules that the bits of a reason stand for."""
        if self.spans is not None:
            return self.spans.rules
        return {route.rule_id: route.names for route in self.asking.compiled.routes}


def source_of(chosen: Namespace, tongue: Tongue) -> Source:
    """Return what was typed: spans and records as they are, tables once made records.

    Raises:   Refused: it is not there, or spans are asked for a purpose or a reading
    """
    room, asking, typed = room_of(chosen), asking_of(chosen), chosen.source
    try:
        spans = population.open_spans(Path(typed))
    except FileNotFoundError as missing:
        raise Refused("cli.no_such_file", {"path": typed}, typed) from missing
    except population.NotSpans:
        return Source(records_of(typed, tongue), None, asking, room)
    if chosen.purpose or chosen.reading:
        raise Refused("population.already_asked", {"path": typed}, typed)
    return Source(None, spans, asking, room)


def records_of(typed: str, tongue: Tongue) -> Path:
    """Return a file of records: the one typed, or the one beside the tables typed, made if stale.

    Raises:   Refused: nothing is there
    """
    path = Path(typed)
    if not path.exists():
        raise Refused("cli.no_such_file", {"path": typed}, typed)
    if not path.is_dir():
        return path
    records = path.resolve().with_name(path.resolve().name + ".records.parquet")
    try:
        population.refuse_stale(records, path)
    except (FileNotFoundError, population.OtherRecords):
        with bar(tongue, "population.preparing") as told:
            population.derive(path, records, population.FRANCE, progress=told)
    return records


def asking_of(chosen: Namespace) -> population.Asking:
    """Return what is asked: every type of leave, each as if fitting and complete.

    Raises:   Refused: an unknown purpose or reading
    """
    supposed = law.france.supposed(purpose_of(chosen.purpose))
    return population.Asking(law.france.BOOK, supposed, readings_of(chosen.reading))


def room_of(chosen: Namespace) -> population.Room:
    """Return the memory and the threads typed.

    Raises:   Refused: no such number
    """
    typed = chosen.memory
    number, unit = typed[:-2], typed[-2:]
    if unit not in _BYTES or not (number.isascii() and number.isdigit()):
        raise Refused("population.not_a_memory", {"read": typed}, "--memory")
    threads = count_of(chosen.threads, "--threads")
    return population.Room.of(int(number) * _BYTES[unit], threads)


@contextmanager
def bar(tongue: Tongue, key: str = "population.answering") -> Iterator[Told]:
    """Show how far the work is, to whoever looks at a terminal."""
    if not sys.stderr.isatty():
        yield _untold
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Remaining())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(tongue.say(key), total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)


def _untold(done: int, total: int | None) -> None:
    """Tell nobody."""
