"""The programs of others, in an environment of their own: installed by ``make strangers``."""

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from tests.house.tree import ROOT
from tests.register.strangers.presence import absent

PYTHON = ROOT / ".strangers/bin/python"


def interpreter(distribution: str) -> str:
    """Return the Python that has this distribution; without it, say so."""
    importing = [str(PYTHON), "-c", f"import {distribution.replace('-', '_')}"]
    if not PYTHON.exists() or subprocess.run(importing, check=False).returncode:
        absent(distribution, "make strangers, with a Python of 3.12 or later for aics-witness")
    return str(PYTHON)


@dataclass(frozen=True)
class Asked:
    """A program that answers one line of JSON with another."""

    sends: IO[str]
    answers: IO[str]

    def __call__(self, **question: Any) -> dict[str, Any]:
        print(json.dumps(question), file=self.sends, flush=True)
        answer: dict[str, Any] = json.loads(self.answers.readline())
        return answer


@contextmanager
def asking(distribution: str, program: str) -> Iterator[Asked]:
    """Keep a program running, and ask it one thing after the other."""
    with subprocess.Popen(
        [interpreter(distribution), "-c", program],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as running:  # fmt: skip
        assert running.stdin
        assert running.stdout
        yield Asked(running.stdin, running.stdout)
        running.stdin.close()


@dataclass(frozen=True)
class RealWitness:
    """A witness that listens on this machine, its name, its public key and what it keeps."""

    python: str
    config: Path
    vkey: str
    url: str

    def evidence(self) -> list[dict[str, Any]]:
        """Return what it kept against a register, signed by the register itself."""
        said = self._run("evidence")
        found: list[dict[str, Any]] = json.loads(said)
        return found

    def _run(self, *words: str) -> str:
        return _run(self.python, words[0], "--config", str(self.config), *words[1:])


@contextmanager
def a_real_witness(folder: Path, origin: str, vkeys: list[str]) -> Iterator[RealWitness]:
    """Run a witness that knows this register by these keys, on a port the system chooses."""
    python, config = interpreter("aics-witness"), folder / "witness.json"
    said = _run(
        python, "init", "--config", str(config), "--name", "witness.example/outside",
        "--listen", "127.0.0.1:0",
    )  # fmt: skip
    vkey = next(line for line in said.splitlines() if line.startswith("witness.example/outside+"))
    for each in vkeys:
        _run(python, "add-log", "--config", str(config), "--origin", origin, "--vkey", each)
    with subprocess.Popen(
        [python, "-m", "aics_witness", "serve", "--config", str(config)],
        stderr=subprocess.PIPE, text=True,
    ) as running:  # fmt: skip
        try:
            assert running.stderr
            yield RealWitness(python, config, vkey, _address(running.stderr))
        finally:
            running.terminate()
            running.communicate()


def _address(log: IO[str]) -> str:
    told = []
    for line in log:
        told.append(line)
        found = re.search(r"listening on (http://127\.0\.0\.1:\d+)", line)
        if found:
            return found[1]
    raise AssertionError("".join(told))


def _run(python: str, *words: str) -> str:
    done = subprocess.run(
        [python, "-m", "aics_witness", *words], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
