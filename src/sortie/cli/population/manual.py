"""The commands over a population and their options. Nothing is opened to know them."""

from collections.abc import Callable

from sortie.cli.command_line import Filler, Parser, argument, below, options
from sortie.words import Tongue


def fill(command: Parser, tongue: Tongue) -> None:
    """Give the population its commands, in the order in which one meets them."""
    below(command, "population", VERBS, tongue)


def _check(command: Parser, tongue: Tongue) -> None:
    argument(command, "FOLDER", "population.folder", tongue)
    add = options(command, tongue)
    add("-o", "population.good", metavar="GOOD", dest="good")


def _derive(command: Parser, tongue: Tongue) -> None:
    argument(command, "TABLES", "population.tables", tongue)
    add = options(command, tongue)
    add("-o", "population.records", metavar="RECORDS", dest="records", required=True)
    add("--processes", "population.processes", metavar="N")


def _synth(command: Parser, tongue: Tongue) -> None:
    add = options(command, tongue)
    add("--people", "population.people", metavar="N", required=True)
    add("--seed", "population.seed", metavar="SEED", required=True)
    add("-o", "population.made", metavar="TABLES", dest="folder", required=True)
    add("--on", "population.present_on", metavar="DATE")
    add("--assume", "population.assume", metavar="NAME=NUMBER", action="append", default=[])


def _describe(command: Parser, tongue: Tongue) -> None:
    argument(command, "TABLES", "population.folder", tongue)
    add = options(command, tongue)
    add("--on", "population.described_on", metavar="DATE")
    add("-o", "population.drawings", metavar="FOLDER", dest="folder")


def _when(command: Parser, tongue: Tongue) -> None:
    add = _source(command, tongue, "population.tables_or_records")
    add("-o", "population.spans", metavar="SPANS", dest="spans", required=True)
    _how(add)
    add("--engine", "population.engine", choices=("local", "spark"), default="local")


def _on(command: Parser, tongue: Tongue) -> None:
    argument(command, "DATE", "population.date", tongue)
    add = _source(command, tongue, "population.source")
    add("-o", "population.day_rows", metavar="FILE", dest="file")
    _how(add)


def _next(command: Parser, tongue: Tongue) -> None:
    add = _source(command, tongue, "population.source")
    add("--within", "population.within", metavar="P3M", required=True)
    add("--from", "population.from", metavar="DATE", dest="since")
    add("-o", "population.opening_rows", metavar="FILE", dest="file")
    _how(add)


def _source(command: Parser, tongue: Tongue, key: str) -> Callable[..., None]:
    argument(command, "SOURCE", key, tongue)
    return options(command, tongue)


def _how(add: Callable[..., None]) -> None:
    add("--purpose", "population.purpose", metavar="PURPOSE")
    add("--reading", "reading", metavar="READING=ANSWER", action="append", default=[])
    add("--memory", "population.memory", metavar="1GB", default="1GB")
    add("--threads", "population.threads", metavar="N")


VERBS: dict[str, Filler] = {
    "check": _check,
    "derive": _derive,
    "synth": _synth,
    "describe": _describe,
    "when": _when,
    "on": _on,
    "next": _next,
}
