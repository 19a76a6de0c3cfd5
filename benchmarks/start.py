"""How long a process takes from its start to its end."""

import subprocess
import sys
from collections.abc import Iterator

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
    """Yield the whole life of each process.

    Raises:   CalledProcessError: a command failed, so its time means nothing
    """
    for name, arguments in COMMANDS.items():
        yield measure(
            name,
            lambda arguments=arguments: subprocess.run(
                [sys.executable, *arguments], check=True, capture_output=True
            ),
            runs=RUNS,
            target=START_TARGET if "sortie ask" in name else None,
        )
