"""Writing a page: plain, or painted when a person looks at a terminal that shows colours."""

import os
import sys
from collections.abc import Mapping
from typing import TextIO

from sortie.cli.page import Page

STYLES: Mapping[str, str] = {
    "": "",
    "strong": "bold",
    "open": "green",
    "closed": "red",
    "undetermined": "yellow",
    "faint": "dim",
    "mark": "bold cyan",
}


def show(page: Page, out: TextIO | None = None) -> None:
    """Write a page on standard output. ``NO_COLOR`` set, or no terminal: nothing is painted."""
    out = out or sys.stdout
    if not out.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        out.write(page.plain())
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, width=page.width, highlight=False, soft_wrap=True)
    for line in page.lines:
        painted = Text()
        for text, style in line:
            painted.append(text, STYLES[style])
        painted.rstrip()
        console.print(painted)
