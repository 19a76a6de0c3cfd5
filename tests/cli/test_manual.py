"""Every command and every option is in the manual."""

import argparse
from collections.abc import Iterator

from sortie.cli.command_line import Parser, parser
from sortie.words import tongue
from tests.house.tree import ROOT


def options(command: argparse.ArgumentParser) -> Iterator[str]:
    """Yield the long options of a command and of those under it."""
    if isinstance(command, Parser):
        command.filled()
    for action in command._actions:  # noqa: SLF001 (argparse shows them nowhere else)
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for below in action.choices.values():
                yield from options(below)
        yield from (name for name in action.option_strings if name.startswith("--"))


def test_every_option_is_in_the_manual() -> None:
    page = (ROOT / "docs/reference/cli.md").read_text(encoding="utf-8")
    missing = {name for name in options(parser(tongue("en"))) if f"`{name}" not in page}
    assert missing == set()
