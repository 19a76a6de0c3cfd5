"""How long a process takes from its start to its end."""

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial

from benchmarks.measuring import Measure, measure
from benchmarks.three_cases import ACCEPTANCE

RUNS = 15
COMMANDS = {
    "python -c pass": ("-c", "pass"),
    "python -c 'import sortie.law'": ("-c", "import sortie.law"),
    "python -m sortie ask CASE --json": ("-m", "sortie", "ask", str(ACCEPTANCE), "--json"),
}
START_TARGET = 400.0


def measures() -> Iterator[Measure]:
    """Yield the whole life of each process, once the first ones have kept their bytecode."""
    for name, arguments in COMMANDS.items():
        target = START_TARGET if "sortie ask" in name else None
        yield measure(name, partial(_live, arguments), runs=RUNS, target=target)


def _live(arguments: tuple[str, ...]) -> None:
    """Run one process to its end.

    Raises:   CalledProcessError: the command failed, so its time means nothing
    """
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, *arguments]
    subprocess.run(command, check=True, capture_output=True, env=usual)
