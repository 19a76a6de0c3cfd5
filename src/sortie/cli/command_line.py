"""The commands and their options, in the language asked for; what argparse refuses, in ours."""

import argparse
import os
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn

from sortie.cli.refusals import Refused
from sortie.words import LANGUAGES, Tongue

COMMANDS = (
    "ask", "when", "sentence", "law", "case", "population", "office", "tick", "register", "reform",
    "web",
)  # fmt: skip
_REQUIRED = re.compile(r"the following arguments are required: (.+)")
_CHOICE = re.compile(r"argument (\S+): invalid choice: '(.*)' \(choose from (.*)\)", re.DOTALL)
_VALUE = re.compile(r"argument (\S+): expected .*")
_UNKNOWN = re.compile(r"unrecognized arguments: (.+)", re.DOTALL)


class Layout(argparse.HelpFormatter):
    """The help of argparse with the word for usage of our language."""

    usage_word = "usage: "

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, self.usage_word if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that refuses with our sentences, and is filled when it is first used."""

    fill: Callable[[], None] | None = None

    def filled(self) -> "Parser":
        """Return the parser with all its commands: those of the office are many."""
        fill, self.fill = self.fill, None
        if fill is not None:
            fill()
        return self

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        self.filled()
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        """Raise the refusal that an argparse message stands for."""
        raise refusal_of(message, f"{self.prog} --help")


Filler = Callable[[Parser, Tongue], None]


def refusal_of(message: str, help_command: str) -> Refused:
    """Return our refusal for a message of argparse."""
    if found := _REQUIRED.fullmatch(message):
        return Refused("cli.missing", {"what": found[1]})
    if found := _CHOICE.fullmatch(message):
        offered = found[3].replace("'", "")
        if found[1] == "--lang":
            return Refused("cli.unknown_language", {"read": found[2]})
        return Refused("cli.unknown_command", {"read": found[2], "offered": offered})
    if found := _VALUE.fullmatch(message):
        return Refused("cli.option_needs_value", {"option": found[1]})
    found = _UNKNOWN.fullmatch(message)
    read = found[1] if found else message
    return Refused("cli.unknown_argument", {"read": read, "help": help_command})


def language_of(words: Sequence[str]) -> str:
    """Return the language asked for, else that of the machine, else French."""
    for rank, word in enumerate(words):
        asked = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and rank + 1 < len(words):
            asked = words[rank + 1]
        if asked in LANGUAGES:
            return asked
    machine = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "en" if machine.lower().startswith("en") else "fr"


def parser(tongue: Tongue) -> Parser:
    """Return the parser of every command."""
    Layout.usage_word = tongue.say("help.usage")
    whole = new(None, "sortie", "program", tongue)
    below = whole.add_subparsers(
        dest="command", required=True, title=tongue.say("help.commands"), parser_class=Parser
    )
    for name in COMMANDS:
        command = new(below, name, name, tongue)
        _FILLED[name](command, tongue)
    return whole


def new(below: Any, name: str, key: str, tongue: Tongue) -> Parser:
    words: dict[str, Any] = {
        "description": tongue.say(f"help.{key}"),
        "add_help": False,
        "formatter_class": Layout,
        "allow_abbrev": False,
    }
    made: Parser = (
        Parser(prog=name, **words)
        if below is None
        else below.add_parser(name, help=words["description"], **words)
    )
    if below is None or name == "case":
        group = made.add_argument_group(tongue.say("help.options"))
        group.add_argument("-h", "--help", action="help", help=tongue.say("help.help"))
    return made


def options(command: Parser, tongue: Tongue) -> Callable[..., None]:
    group = command.add_argument_group(tongue.say("help.options"))
    group.add_argument("-h", "--help", action="help", help=tongue.say("help.help"))
    group.add_argument("--lang", choices=LANGUAGES, help=tongue.say("help.lang"))
    group.add_argument("--json", action="store_true", help=tongue.say("help.json"))

    def add(name: str, key: str, **more: Any) -> None:
        group.add_argument(name, help=tongue.say(f"help.{key}"), **more)

    return add


def argument(command: Parser, name: str, key: str, tongue: Tongue, **more: Any) -> None:
    group = command.add_argument_group(tongue.say("help.arguments"))
    group.add_argument(name.lower(), metavar=name, help=tongue.say(f"help.{key}"), **more)


def _ask(command: Parser, tongue: Tongue) -> None:
    argument(command, "CASE", "case_file", tongue)
    add = options(command, tongue)
    add("--on", "on", metavar="DATE")
    add("--purpose", "purpose", metavar="PURPOSE")
    add("--reform", "under_reform", metavar="REFORM[@DATE]")
    add("--reading", "reading", metavar="READING=ANSWER", action="append", default=[])


def _when(command: Parser, tongue: Tongue) -> None:
    argument(command, "CASE", "case_file", tongue)
    add = options(command, tongue)
    add("--from", "from", metavar="DATE", dest="since")
    add("--before", "before", metavar="DATE")
    add("--reform", "under_reform", metavar="REFORM[@DATE]")


def _sentence(command: Parser, tongue: Tongue) -> None:
    argument(command, "CASE", "case_file", tongue)
    options(command, tongue)


def _law(command: Parser, tongue: Tongue) -> None:
    argument(command, "RULE", "rule", tongue, nargs="?")
    add = options(command, tongue)
    add("--on", "on_law", metavar="DATE")
    add("--kernel", "law.kernel", action="store_true")
    add("--pdf", "pdf", metavar="FILE")


def _case(command: Parser, tongue: Tongue) -> None:
    below = command.add_subparsers(
        dest="case_command", required=True, title=tongue.say("help.commands"), parser_class=Parser
    )
    check = new(below, "check", "check", tongue)
    argument(check, "FILE", "case_file", tongue)
    add = options(check, tongue)
    add("--canonical", "canonical", action="store_true")
    report = new(below, "report", "report", tongue)
    argument(report, "FOLDER", "folder", tongue)
    options(report, tongue)


def below(command: Parser, room: str, fillers: Mapping[str, Filler], tongue: Tongue) -> None:
    """Give a command those that stand under it, in their order."""
    under = command.add_subparsers(
        dest=f"{room}_command", required=True, title=tongue.say("help.commands"),
        parser_class=Parser,
    )  # fmt: skip
    for name, filler in fillers.items():
        filler(new(under, name, f"{room}.{name}", tongue), tongue)


def _when_used(manual: Callable[[], Filler]) -> Filler:
    """Return what fills a command with those under it once it is used, and not before."""

    def prepared(command: Parser, tongue: Tongue) -> None:
        group = command.add_argument_group(tongue.say("help.options"))
        group.add_argument("-h", "--help", action="help", help=tongue.say("help.help"))
        command.fill = lambda: manual()(command, tongue)

    return prepared


def _office() -> Filler:
    from sortie.cli.office import manual

    return manual.fill


def _register() -> Filler:
    from sortie.cli.register import manual

    return manual.fill


def _population() -> Filler:
    from sortie.cli.population import manual

    return manual.fill


def _reform() -> Filler:
    from sortie.cli.reform import manual

    return manual.fill


def _tick(command: Parser, tongue: Tongue) -> None:
    add = options(command, tongue)
    add("--at", "at", metavar="INSTANT")
    add("--zone", "zone", metavar="ZONE")
    add("--database", "database", metavar="URL")


def _web(command: Parser, tongue: Tongue) -> None:
    add = options(command, tongue)
    add("--host", "web.host", metavar="HOST", default="127.0.0.1")
    add("--port", "web.port", metavar="PORT")
    add("--processes", "web.processes", metavar="N", default="1")
    add("--administrator", "web.administrator", metavar="EMAIL")
    add("--demonstration", "web.demonstration", metavar="FOLDER", nargs="?", const=".demonstration")
    add("--check", "web.check", action="store_true")
    add("--database", "database", metavar="URL")


_FILLED = {"ask": _ask, "when": _when, "sentence": _sentence, "law": _law, "case": _case,
           "population": _when_used(_population), "office": _when_used(_office), "tick": _tick,
           "register": _when_used(_register), "reform": _when_used(_reform),
           "web": _web}  # fmt: skip
