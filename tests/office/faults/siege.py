"""A store under siege: writers at work, killed and started again, and what they were told."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.office.faults.writer import read

ROOT = Path(__file__).parents[3]
KILLED = -9


@dataclass
class Siege:
    """Writers of one store. ``kills`` counts the processes that a SIGKILL ended at work."""

    address: str
    folder: Path
    nursery: "subprocess.Popen[str]"
    names: Sequence[str] = ("a", "b", "c")
    hasty: bool = False
    running: dict[str, int] = field(default_factory=dict)
    kills: int = 0
    draw: random.Random = field(default_factory=lambda: random.Random(2027))  # noqa: S311

    def start(self) -> None:
        """Start every writer that is not at work."""
        for name in self.names:
            if name not in self.running:
                order = {"start": name, "address": self.address, "hasty": self.hasty,
                         "journal": str(self.journal(name))}  # fmt: skip
                self.running[name] = int(self._asked(order))

    def kill(self, *names: str) -> None:
        """Kill these writers, one after the other, each wherever it is."""
        for name in names:
            ended = int(self._asked({"kill": self.running.pop(name)}))
            assert ended == KILLED, f"writer {name} had ended by itself: {ended}"
            self.kills += 1

    def kill_one(self) -> None:
        self.kill(self.draw.choice(sorted(self.running)))

    def kill_all(self) -> None:
        self.kill(*self.running)

    def journal(self, name: str) -> Path:
        return self.folder / f"{name}.journal"

    def told(self) -> list[dict[str, Any]]:
        """Return every whole line that any writer noted."""
        return [line for name in self.names for line in read(self.journal(name))]

    def answers(self) -> int:
        """Return how many answers the writers were given."""
        return sum(line["end"] in ("recorded", "refused") for line in self.told())

    def _asked(self, order: dict[str, Any]) -> str:
        assert self.nursery.stdin is not None
        assert self.nursery.stdout is not None
        self.nursery.stdin.write(json.dumps(order) + "\n")
        self.nursery.stdin.flush()
        return self.nursery.stdout.readline()


@contextmanager
def besieged(address: str, folder: Path, *, hasty: bool = False) -> Iterator[Siege]:
    """Yield a siege of this store; nobody is left running."""
    command = [sys.executable, "-m", "tests.office.faults.writer"]
    usual = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=usual
    ) as nursery:
        siege = Siege(address, folder, nursery, hasty=hasty)
        try:
            yield siege
        finally:
            if nursery.poll() is None:
                siege.kill_all()
