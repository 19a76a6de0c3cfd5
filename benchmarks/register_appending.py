"""What the register adds to a command among a million events: sealing, leaf, hashes, and the rest.

Each piece of it is timed where a command calls it, inside the command; the share is what they took
together, in the same run. It counts the question where the sequence ends, which was asked before
there was a register. What the database does more, with wider rows and more guards, is in the whole
and not in the share.
"""

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from tests.office.one_leave import COURT, JUDGE, PRISON, PRISON_CLERK, Said

from benchmarks import office_at_work, stores
from benchmarks.measuring import Measure, gather
from sortie import register, store
from sortie.store import keys, vault
from sortie.store.writing import appending, attempt, ink, shelf

EVENTS = 1_000_000
ROUNDS = 400
CASES = 2000
TARGET = 1.0
# Everything that a command calls because of the register or of the keys, where it calls it.
PIECES: tuple[tuple[Any, str], ...] = (
    (ink, "growth"),
    (keys, "catch_up"),
    (keys, "current"),
    (keys, "keys_folder"),
    (vault.Keyring, "seals"),
    (vault.Keyring, "begin"),
    (vault.Keyring, "blind"),
    (vault.Seal, "sealed"),
    (vault.Seal, "opened"),
    (vault.Seal, "digest"),
    (attempt, "seal_for"),
    (shelf, "seal_for"),
    (appending, "leaf_of"),
    (register, "new_salt"),
    (register.Growth, "add"),
)


class Stopwatch:
    """What passes between the outermost calls of some functions, however they call each other."""

    def __init__(self) -> None:
        self.total = 0.0
        self._inside = 0

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*words: Any, **named: Any) -> Any:
            if self._inside:
                return function(*words, **named)
            self._inside += 1
            start = time.perf_counter()
            try:
                return function(*words, **named)
            finally:
                self.total += time.perf_counter() - start
                self._inside -= 1

        return timed


@contextmanager
def watched() -> Iterator[Stopwatch]:
    """Yield a stopwatch around every piece of the register that a command calls."""
    watch = Stopwatch()
    kept = [(owner, name, getattr(owner, name)) for owner, name in PIECES]
    for owner, name, function in kept:
        setattr(owner, name, watch.around(function))
    try:
        yield watch
    finally:
        for owner, name, function in kept:
            setattr(owner, name, function)


def said(number: int) -> Iterator[Said]:
    """Yield what is measured: a fact noted on one of the cases, and seen."""
    copied = 1 + number * 7919 % CASES
    case, here = stores.case_id(copied), stores.names(copied)
    clerk = replace(PRISON_CLERK, of=here[PRISON])
    judge = replace(JUDGE, of=here[COURT])
    fact, at = {"fact": f"F-{number}"}, office_at_work.NOON
    body = {**fact, "kind": "incident"}
    yield Said("note_fact", case, clerk, at, body, again=f"/{number}")
    yield Said("see_fact", case, judge, at, fact, again=f"/{number}")


def commands() -> Iterator[Measure]:
    """Yield what each command takes, and the register's share of it, measured in the same runs."""
    took: dict[str, list[float]] = {}
    with watched() as watch:
        for number in range(ROUNDS):
            for each in said(number):
                watch.total = 0.0
                start = time.perf_counter()
                each.say()
                whole = time.perf_counter() - start
                if number >= ROUNDS // 10:
                    took.setdefault(each.verb, []).append(whole)
                    took.setdefault(f"{each.verb}: the register's share", []).append(watch.total)
    for what, seconds in took.items():
        yield gather(what, seconds, target=TARGET if "share" in what else None)


def new_person() -> Measure:
    """Return what a key takes to be on the disk, once for each person there ever is."""
    ring, took = keys.current(), []
    for number in range(50):
        start = time.perf_counter()
        ring.begin(f"someone-{number}", lambda _: False)
        took.append(time.perf_counter() - start)
    return gather("a new person's key, once", took)


def all_measures(events: int = EVENTS) -> Mapping[str, tuple[Measure, ...]]:
    """Return what was measured on each database that is here."""
    found = {}
    with office_at_work.databases() as made:
        pattern = office_at_work.pattern(received=False)
        for name, new in made.items():
            address = office_at_work.opened(new("appending"))
            stores.fill(address, (pattern, -(-events // pattern.events)))
            head = store.register.head()
            assert head.size >= events
            found[f"{name}, {head.size:,} events"] = (*commands(), new_person())
            store.disconnect()
    return found


def main(arguments: list[str]) -> int:
    """Print what was measured; a number of events may be given."""
    for where, measures in all_measures(*(int(each) for each in arguments)).items():
        print(where)
        for each in measures:
            print(f"  {each.what:45} {each.median:8.3f} ms  best {each.best:8.3f}"
                  f"  {each.runs:4} runs  {each.verdict}")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
