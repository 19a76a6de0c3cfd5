"""The reforms of the house, one of them with what it changes, and a file checked."""

import json
import sys
from argparse import Namespace
from typing import Any

from sortie import reform as reforms
from sortie.cli import opening
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.reform import Beside, Reform, Text
from sortie.words import Tongue, change_told, source_told, status_told, text_told

LIST = "sortie/reforms@1"
SHOWN = "sortie/reform-shown@1"


def listed(chosen: Namespace, tongue: Tongue) -> int:
    """List the reforms of the house."""
    found = reforms.packaged()
    if chosen.json:
        return written({"format": LIST, "reforms": [reforms.told_written(each) for each in found]})
    page = Page()
    for each in found:
        holes = {"reform": each.id, "title": tongue.either(each.title),
                 "status": status_told(each, tongue), "since": tongue.day(each.since)}  # fmt: skip
        page.text(tongue.say("reform.list.one", **holes), hang=4)
    show(page)
    return 0


def checked(chosen: Namespace, tongue: Tongue) -> int:
    """Check a file: every fault is refused at once.

    Raises:   ReformRefused, Refused
    """
    found = reforms.read_reform(opening.bytes_of(chosen.file), chosen.file)
    if chosen.json:
        return written({"format": SHOWN, **reforms.told_written(found)})
    page, count = Page(), len(found.changes)
    holes = {"file": chosen.file, "reform": found.id, "n": count}
    page.text(tongue.count("reform.check.good", count, **holes))
    show(page)
    return 0


def shown(chosen: Namespace, tongue: Tongue) -> int:
    """Show what a reform changes, the old text beside the new one.

    Raises:   ReformRefused, UnknownReform, Refused
    """
    found = opening.typed_reform(chosen.reform, "REFORM")
    beside = reforms.side_by_side(found)
    if chosen.json:
        changes = [_written_change(each) for each in beside]
        left_out = [dict(each) for each in found.not_modelled]
        return written(
            {
                "format": SHOWN,
                **reforms.told_written(found),
                "changes": changes,
                "not_modelled": left_out,
            }
        )
    page = Page()
    _head(page, found, tongue)
    page.title(tongue.say("reform.show.changes"))
    for each in beside:
        _change(page, each, tongue)
    if found.not_modelled:
        page.title(tongue.say("reform.show.not_modelled"))
    for words in found.not_modelled:
        page.item("!", tongue.either(words), style="mark")
    show(page)
    return 0


# -- on paper -------------------------------------------------------------------------------------


def _head(page: Page, reform: Reform, tongue: Tongue) -> None:
    say = tongue.say
    page.text(tongue.either(reform.title), style="strong")
    page.blank()
    page.text(
        say("reform.show.status", reform=reform.id, status=status_told(reform, tongue),
            since=tongue.day(reform.since)),
        style="mark",
    )  # fmt: skip
    page.text(say("reform.show.author", author=reform.author))
    page.text(source_told(reform, tongue))
    if reform.source.address:
        page.text(say("reform.show.address", address=reform.source.address))


def _change(page: Page, beside: Beside, tongue: Tongue) -> None:
    page.item("·", change_told(beside, tongue))
    if beside.kind.startswith("switches"):
        for text in beside.was:
            _text(page, text, "", tongue)
        return
    for text in beside.was:
        _text(page, text, "was", tongue)
    if not beside.was and beside.kind != "adds":
        page.text(tongue.say("reform.was.nothing"), indent=4)
    if beside.becomes is not None:
        _text(page, beside.becomes, "becomes", tongue)


def _text(page: Page, text: Text, key: str, tongue: Tongue) -> None:
    page.text(text_told(text, key, tongue), indent=4)
    page.text(text.says, indent=6, style="faint")


# -- for a program --------------------------------------------------------------------------------


def written(value: Any) -> int:
    """Write a value for a program."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
    return 0


def _written_change(beside: Beside) -> dict[str, Any]:
    return {
        "kind": beside.kind,
        "of": beside.of,
        **_written_days(beside),
        "was": [_written_text(text) for text in beside.was],
        "becomes": _written_text(beside.becomes) if beside.becomes else None,
    }


def _written_text(text: Text) -> dict[str, Any]:
    return {**text.words, "says": text.says, **_written_days(text)}


def _written_days(held: Beside | Text) -> dict[str, Any]:
    """Return the first and the last day, both included; null where none is known."""
    return {
        "since": str(held.since) if held.since else None,
        "until": str(held.until) if held.until else None,
    }
