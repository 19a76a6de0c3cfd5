"""The commands of the register and their options. Nothing is opened to know them."""

from collections.abc import Callable

from sortie.cli.command_line import Filler, Parser, argument, below, options
from sortie.words import Tongue

Add = Callable[..., None]


def fill(command: Parser, tongue: Tongue) -> None:
    """Give the register its commands, in the order in which an office meets them."""
    below(command, "register", COMMANDS, tongue)


def _database(add: Add) -> None:
    add("--database", "database", metavar="URL")


def _at(add: Add) -> None:
    add("--at", "at", metavar="INSTANT")
    add("--zone", "zone", metavar="ZONE")
    _database(add)


def _for_real(add: Add) -> None:
    add("--for-real", "register.for_real", action="store_true", dest="for_real")


def _trust(add: Add) -> None:
    add("--key", "vkey", metavar="KEY", action="append", default=[], dest="vkeys")
    add("--policy", "policy", metavar="FILE")


def _init(command: Parser, tongue: Tongue) -> None:
    argument(command, "ORIGIN", "origin", tongue)
    add = options(command, tongue)
    _for_real(add)
    _database(add)


def _checkpoint(command: Parser, tongue: Tongue) -> None:
    _at(options(command, tongue))


def _prove(command: Parser, tongue: Tongue) -> None:
    add = options(command, tongue)
    add("--case", "case_to_prove", metavar="CASE")
    add("--number", "number", metavar="NUMBER", action="append", default=[], dest="numbers")
    add("--index", "index", metavar="INDEX")
    add("--to", "to", metavar="FOLDER")
    add("--page", "page", metavar="ADDRESS")
    add("--qr", "qr", action="store_true")
    _database(add)


def _verify(command: Parser, tongue: Tongue) -> None:
    argument(command, "FILE", "receipt", tongue, nargs="+")
    add = options(command, tongue)
    _trust(add)
    add("--zone", "zone", metavar="ZONE")


def _fsck(command: Parser, tongue: Tongue) -> None:
    argument(command, "FOLDER", "published", tongue, nargs="?")
    add = options(command, tongue)
    _trust(add)
    _database(add)


def _export(command: Parser, tongue: Tongue) -> None:
    argument(command, "FOLDER", "to_publish", tongue)
    add = options(command, tongue)
    add("--policy", "policy_carried", metavar="FILE", dest="policy")
    _database(add)


def _erase(command: Parser, tongue: Tongue) -> None:
    argument(command, "PERSON", "target.erased", tongue)
    add = options(command, tongue)
    add("--basis", "basis", metavar="TEXT")
    add("--as", "as", metavar="ROLE:ID[@PLACE]", dest="actor")
    add("--key", "key", metavar="KEY")
    _for_real(add)
    _at(add)


def _witness(command: Parser, tongue: Tongue) -> None:
    add = options(command, tongue)
    add("--policy", "policy", metavar="FILE", required=True)
    _at(add)


def _rotate(command: Parser, tongue: Tongue) -> None:
    add = options(command, tongue)
    add("--retire", "retire", action="store_true")
    _for_real(add)
    _at(add)


def _keys(command: Parser, tongue: Tongue) -> None:
    _database(options(command, tongue))


COMMANDS: dict[str, Filler] = {
    "init": _init,
    "checkpoint": _checkpoint,
    "prove": _prove,
    "verify": _verify,
    "fsck": _fsck,
    "export": _export,
    "erase": _erase,
    "witness": _witness,
    "rotate": _rotate,
    "keys": _keys,
}
