"""The commands of reforms and their options. Nothing is opened to know them."""

from collections.abc import Mapping

from sortie.cli.command_line import Filler, Parser, argument, below, options
from sortie.words import Tongue


def fill(command: Parser, tongue: Tongue) -> None:
    """Give reforms their commands, in the order in which one is written."""
    below(command, "reform", COMMANDS, tongue)


def _list(command: Parser, tongue: Tongue) -> None:
    options(command, tongue)


def _show(command: Parser, tongue: Tongue) -> None:
    argument(command, "REFORM", "reform_asked", tongue)
    options(command, tongue)


def _check(command: Parser, tongue: Tongue) -> None:
    argument(command, "FILE", "reform_file", tongue)
    options(command, tongue)


def _replay(command: Parser, tongue: Tongue) -> None:
    argument(command, "REFORM", "reform_asked", tongue)
    add = options(command, tongue)
    add("--on", "reform_on", metavar="DATE")
    add("--prison", "prison", metavar="PRISON")
    add("--database", "database", metavar="URL")


def _compare(command: Parser, tongue: Tongue) -> None:
    argument(command, "A", "compare.a", tongue, nargs="?")
    argument(command, "B", "compare.b", tongue)
    add = options(command, tongue)
    add("--population", "compare.population", metavar="SOURCE", required=True, dest="source")
    add("--from", "compare.from", metavar="DATE", dest="since")
    add("--months", "compare.months", metavar="N", default="120")
    add("-o", "compare.report", metavar="FILE", dest="file")
    add("--keep", "compare.keep", metavar="FOLDER", dest="folder")
    add("--group", "compare.group", choices=GROUPS, action="append", default=[])
    add("--threshold", "compare.threshold", metavar="N", default="11")
    add("--rate", "compare.rate", metavar="NAME=LOW..HIGH", action="append", default=[])
    add("--purpose", "population.purpose", metavar="PURPOSE")
    add("--reading", "reading", metavar="READING=ANSWER", action="append", default=[])
    add("--memory", "population.memory", metavar="SIZE", default="1GB")
    add("--threads", "population.threads", metavar="N")


GROUPS = ("kind", "term", "age")
COMMANDS: Mapping[str, Filler] = {
    "list": _list,
    "show": _show,
    "check": _check,
    "compare": _compare,
    "replay": _replay,
}
