"""Measure the pages on each database: ``python -m benchmarks.pages [--share N] [--pages N]``."""

import argparse
import os
import socket
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

os.environ.setdefault("SORTIE_SECRET", "a secret for the benchmark, and for nothing else")

from sortie.web.site import configure

configure("sqlite:///never-opened.db")

from benchmarks import office_at_work  # noqa: E402 (once Django is set up)
from benchmarks.pages import filling, visiting  # noqa: E402
from sortie import store  # noqa: E402

MEDIAN, WORST = 150.0, 400.0
PROCESSES = 2


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


def told(seen: visiting.Seen) -> Iterator[str]:
    """Yield a line a page, the slowest first, and one for them all."""
    for name, times in sorted(seen.took.items(), key=lambda each: -statistics.median(each[1])):
        yield _line(name, times)
    yield from (f"not a page: {each}" for each in seen.odd)
    yield _line("all", seen.every())


def _line(name: str, times: list[float]) -> str:
    median, slow = statistics.median(times) * 1000, slowest(times) * 1000
    kept = "kept" if median < MEDIAN and slow < WORST else "MISSED"
    return f"{name:24} {len(times):5} pages  {median:7.1f} ms  95 %: {slow:7.1f} ms  {kept}"


def slowest(times: list[float]) -> float:
    """Return the time that one page in twenty exceeds."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def main() -> None:
    """Fill, serve, look, and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--share", type=int, default=1, help="one in so many of the people")
    options.add_argument("--pages", type=int, default=30, help="how many pages each looks at")
    options.add_argument("--only", help="one database")
    chosen = options.parse_args()
    with office_at_work.databases() as made:
        for name, new in made.items():
            if chosen.only not in (None, name):
                continue
            address = new("pages")
            filling.fill(address, share=chosen.share)
            users = filling.users()
            store.disconnect()
            with served(address, PROCESSES) as port:
                visiting.visit(port, users, pages=3, thinks=0.2)
                seen = visiting.visit(port, users, pages=chosen.pages)
            print(f"{name}, {20} people at once, {visiting.THINKS:g} s a page")
            for line in told(seen):
                print(line)


if __name__ == "__main__":
    main()
