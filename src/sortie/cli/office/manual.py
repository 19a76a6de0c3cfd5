"""The commands of the office and their options. The store is not opened to know them."""

from collections.abc import Callable
from typing import Any

from sortie.cli.command_line import Parser, argument, options
from sortie.words import VERBS, Tongue

ON_PERSONS = ("record_person", "move_person", "add_judgment")
ON_MESSAGES = ("acknowledge",)
Add = Callable[..., None]


def fill(command: Parser, tongue: Tongue) -> None:
    """Give the office its commands, then its verbs in the order of a case."""
    below = command.add_subparsers(
        dest="office_command", required=True, title=tongue.say("help.verbs"), metavar="COMMAND",
        parser_class=Parser,
    )  # fmt: skip
    words: dict[str, Any] = {
        "add_help": False, "allow_abbrev": False, "formatter_class": command.formatter_class
    }  # fmt: skip
    for name, filler in COMMANDS.items():
        said = tongue.say(f"help.office.{name}")
        filler(below.add_parser(name, help=said, description=said, **words), tongue)
    for name in VERBS:
        said = tongue.say(f"verb.{name}")
        _verb(below.add_parser(name, help=said, description=said, **words), name, tongue)


def target_of(verb: str) -> str:
    """Return what a verb acts on: a case, a person or a message."""
    if verb in ON_PERSONS:
        return "person"
    return "message" if verb in ON_MESSAGES else "case"


def _database(add: Add) -> None:
    add("--database", "database", metavar="URL")


def _when(add: Add) -> None:
    add("--at", "at", metavar="INSTANT")
    add("--zone", "zone", metavar="ZONE")
    _database(add)


def _verb(command: Parser, name: str, tongue: Tongue) -> None:
    target = target_of(name)
    argument(command, "TARGET", f"target.{target}", tongue)
    add = options(command, tongue)
    add("--with", "with", metavar="FILE", dest="body")
    add("--set", "set", metavar="KEY=VALUE", action="append", default=[], dest="pairs")
    add("--as", "as", metavar="ROLE:ID[@PLACE]", dest="actor", required=True)
    add("--key", "key", metavar="KEY")
    add("--seen", "seen", metavar="NUMBER")
    _when(add)


def _init(command: Parser, tongue: Tongue) -> None:
    _database(options(command, tongue))


def _show(command: Parser, tongue: Tongue) -> None:
    argument(command, "CASE", "target.case", tongue)
    add = options(command, tongue)
    add("--as", "as_show", metavar="ROLE:ID[@PLACE]", dest="actor")
    add("--upto", "upto", metavar="NUMBER")
    _when(add)


def _list(command: Parser, tongue: Tongue) -> None:
    add = options(command, tongue)
    add("--prison", "prison", metavar="PRISON")
    add("--court", "court", metavar="COURT")
    add("--state", "state", metavar="STATE")
    add("--due-before", "due_before", metavar="INSTANT")
    add("--zone", "zone", metavar="ZONE")
    _database(add)


def _people(command: Parser, tongue: Tongue) -> None:
    add = options(command, tongue)
    add("--prison", "prison", metavar="PRISON")
    add("--named-like", "named_like", metavar="NAME")
    _database(add)


def _outbox(command: Parser, tongue: Tongue) -> None:
    add = options(command, tongue)
    add("--unsent", "unsent", action="store_true")
    add("--overdue", "overdue", action="store_true")
    _when(add)


def _figures(command: Parser, tongue: Tongue) -> None:
    add = options(command, tongue)
    add("--year", "year", metavar="YEAR")
    add("--threshold", "threshold", metavar="NUMBER")
    add("--csv", "csv", action="store_true")
    _when(add)


def _send(command: Parser, tongue: Tongue) -> None:
    _when(options(command, tongue))


def _import(command: Parser, tongue: Tongue) -> None:
    argument(command, "FOLDER", "tables", tongue)
    add = options(command, tongue)
    add("--court", "import_court", metavar="COURT", default="")
    add("--as", "as", metavar="ROLE:ID[@PLACE]", dest="actor")
    add("--for-real", "for_real", action="store_true")
    _when(add)


def _run(command: Parser, tongue: Tongue) -> None:
    argument(command, "SCRIPT", "script", tongue)
    _database(options(command, tongue))


COMMANDS: dict[str, Callable[[Parser, Tongue], None]] = {
    "init": _init,
    "show": _show,
    "list": _list,
    "people": _people,
    "outbox": _outbox,
    "figures": _figures,
    "send": _send,
    "reindex": _init,
    "import": _import,
    "run": _run,
}
