"""The command line: ask the law, see when, read a rule, check a case file."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from sortie.cli.command_line import language_of, parser
from sortie.cli.refusals import BROKEN, REFUSED, is_a_fault_of_the_program, said
from sortie.errors import SortieError
from sortie.words import Tongue, tongue

__all__ = ["main"]

Command = Callable[[Namespace, Tongue], int]


def main(words: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 answered, 2 the input was refused, 1 a fault of the program."""
    typed = sys.argv[1:] if words is None else list(words)
    speech = tongue(language_of(typed))
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(typed, speech)
    except SortieError as error:
        _refuse(error, speech, as_json="--json" in typed)
        return BROKEN if is_a_fault_of_the_program(error) else REFUSED
    except BrokenPipeError:
        # Whoever was reading has left; nothing more can be told to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(typed: list[str], speech: Tongue) -> int:
    chosen = parser(speech).parse_args(typed)
    about_cases = chosen.command in ("ask", "when", "sentence", "law", "case")
    command = _on_a_case(chosen.command) if about_cases else _on_many(chosen.command)
    status = command(chosen, speech)
    sys.stdout.flush()
    return status


# A command opens only the modules that it needs.


def _on_a_case(name: str) -> Command:
    match name:
        case "ask":
            from sortie.cli.ask import ask as command
        case "when":
            from sortie.cli.when import when as command
        case "sentence":
            from sortie.cli.sentence import sentence as command
        case "law":
            from sortie.cli.rule_page import law as command
        case _:
            from sortie.cli.case_files import case as command
    return command


def _on_many(name: str) -> Command:
    match name:
        case "population":
            from sortie.cli.population.door import population as command
        case "reform":
            from sortie.cli.reform.door import reform as command
        case "web":
            from sortie.cli.web.door import web as command
        case "register":
            from sortie.cli.register.door import register as command
        case _:
            from sortie.cli.office.door import office as command
    return command


def _refuse(error: SortieError, speech: Tongue, *, as_json: bool) -> None:
    refusals = list(said(error, speech))
    if as_json:
        written = {"errors": [each.written() for each in refusals]}
        sys.stderr.write(json.dumps(written, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stderr.writelines(f"{each.message}\n" for each in refusals)
