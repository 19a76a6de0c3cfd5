"""``sortie population``: each verb opens only what it needs, and is refused in words."""

import sys
from argparse import Namespace
from collections.abc import Callable

from sortie.cli.refusals import Refused, Told
from sortie.errors import SortieError
from sortie.words import Tongue, of_table_fault

Verb = Callable[[Namespace, Tongue], int]
_EXTRA = frozenset(["altair", "duckdb", "numba", "numpy", "pyarrow", "vl_convert"])
# What was done before a stop is kept by these.
_GOES_ON = frozenset(["derive", "when"])
STOPPED = 130
_SPARK = frozenset(["pandas", "pyspark"])


def population(chosen: Namespace, tongue: Tongue) -> int:
    """Run one command over a population; 130 is returned once it is interrupted.

    Raises:   Refused: what is not installed, and what the command refuses
    Raises:   Told: faults of whole files, in words
    """
    status = guarded(lambda: _verb(chosen.population_command)(chosen, tongue), tongue)
    if status == STOPPED and chosen.population_command in _GOES_ON:
        sys.stderr.write(tongue.say("population.stopped") + "\n")
    return status


def guarded(run: Callable[[], int], tongue: Tongue) -> int:
    """Run what counts over a population; its refusals are told in words, ``STOPPED`` a stop.

    Raises:   Refused: what is not installed, and what the command refuses
    Raises:   Told: faults of whole files, in words
    """
    try:
        status = run()
    except ModuleNotFoundError as missing:
        if missing.name not in _EXTRA | _SPARK:
            raise
        key = "population.no_spark" if missing.name in _SPARK else "population.not_installed"
        raise Refused(key, {"what": str(missing.name)}) from missing
    except KeyboardInterrupt:
        return STOPPED
    except SortieError as error:
        raise _told(error, tongue) from error
    sys.stdout.flush()
    return status


def _verb(name: str) -> Verb:
    match name:
        case "check":
            from sortie.cli.population.check import check as verb
        case "synth":
            from sortie.cli.population.synth import synth as verb
        case "describe":
            from sortie.cli.population.describe import describe as verb
        case "when":
            from sortie.cli.population.when import when as verb
        case "on":
            from sortie.cli.population.on import on as verb
        case "next":
            from sortie.cli.population.next import next_ as verb
        case _:
            from sortie.cli.population.derive import derive as verb
    return verb


def _told(error: SortieError, tongue: Tongue) -> SortieError:
    """Return a refusal of the room in words; any other as it is."""
    from sortie import population as room

    if isinstance(error, room.FilesRefused):
        return Told(tuple(of_table_fault(each, tongue) for each in error.faults), broken=False)
    if not isinstance(error, room.PopulationError):
        return error
    holes = vars(error)
    whole = ".whole" if holes.get("row", "") is None else ""
    return Refused(error.code + whole, {name: str(value) for name, value in holes.items()})
