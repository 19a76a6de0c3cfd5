"""``sortie population check FOLDER``: every fault of the tables; the good people apart."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from sortie import population
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.population.opening import folder_of, free_folder
from sortie.cli.refusals import REFUSED
from sortie.facts import tables
from sortie.words import Tongue, of_table_fault

FORMAT = "sortie/population-checked@1"


def check(chosen: Namespace, tongue: Tongue) -> int:
    """Read the tables of a folder. Returns 0 where nothing is refused, 2 otherwise."""
    folder = folder_of(chosen.folder)
    good = None if chosen.good is None else free_folder(chosen.good)
    told = _Told(tongue, as_json=chosen.json)
    for part in _kept(
        population.read_people(folder, vocabulary=population.FRANCE.vocabulary), good
    ):
        told.add(part)
    if chosen.json:
        written = told.written(chosen.folder, chosen.good)
        sys.stdout.write(json.dumps(written, ensure_ascii=False, indent=2) + "\n")
    else:
        show(told.page(chosen.folder, chosen.good))
    return REFUSED if told.faults else 0


def _kept(parts: Iterator[tables.Loaded], folder: Path | None) -> Iterator[tables.Loaded]:
    """Yield what is read once its good people are written, if they are to be."""
    with ExitStack() as stack:
        writer = None
        for part in parts:
            if folder is not None and part.people and writer is None:
                jurisdiction = population.FRANCE.vocabulary.jurisdiction
                writer = stack.enter_context(population.TablesWriter(folder, jurisdiction))
            if writer is not None:
                writer.add(part.people)
            yield part


class _Told:
    """What is counted, and the faults: each shown as it is met, or kept for a program."""

    def __init__(self, tongue: Tongue, *, as_json: bool) -> None:
        self.tongue, self.as_json = tongue, as_json
        self.people = self.left_out = self.faults = 0
        self._ids: list[str] = []
        self._written: list[dict[str, Any]] = []

    def add(self, part: tables.Loaded) -> None:
        self.people += len(part.people)
        self.left_out += len(part.left_out)
        self.faults += len(part.faults)
        if self.as_json:
            self._ids += part.left_out
            self._written += [self._fault(fault) for fault in part.faults]
            return
        page = Page()
        for fault in part.faults:
            page.text(of_table_fault(fault, self.tongue).message, hang=2)
        if page.lines:
            show(page)

    def _fault(self, fault: tables.TableFault) -> dict[str, Any]:
        return {
            "file": fault.file,
            "row": fault.row,
            "column": fault.column,
            "person": fault.person,
            "code": fault.code.value,
            "read": fault.read,
            "expected": fault.expected.value,
            "message": of_table_fault(fault, self.tongue).message,
        }

    def page(self, folder: str, good: str | None) -> Page:
        page, tongue = Page(), self.tongue
        if self.faults:
            page.raw()
            found = tongue.count("population.faults", self.faults, count=self.faults)
            page.text(found, style="strong")
        else:
            page.text(tongue.say("population.no_fault", folder=folder), style="strong")
        page.text(tongue.count("population.people", self.people, count=self.people))
        if self.left_out:
            page.text(tongue.count("population.left_out", self.left_out, count=self.left_out))
        elif self.faults and not self.people:
            page.text(tongue.say("population.nobody"))
        if good is not None and self.people:
            page.text(tongue.say("population.kept", folder=good))
        return page

    def written(self, folder: str, good: str | None) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "folder": folder,
            "people": self.people,
            "left_out": self._ids,
            "faults": self._written,
            "good": good if self.people else None,
        }
