"""From a text to plain values: what was typed, key by key, with the line of each.

YAML is read event by event, so that nothing is built before it is known to be harmless:
no tag, no anchor, no alias, no date, no sexagesimal number, no ``yes`` that means true. A text
stays the text that was typed; only true, false, null and numbers are told apart from it.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from sortie.facts.errors import Cause, Fault, Path, Wanted
from sortie.facts.tree import TREE_DEPTH, Tree
from sortie.facts.typed import Number, Repeated, shown, spelled

MOST_BYTES = 200_000
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LIBRARY_DEPTH = "maximum nesting depth"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Document:
    """Plain values, the line of each path, and what is wrong with the text itself."""

    value: object
    lines: Mapping[Path, int] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def document_of(source: object) -> Document:
    """Return the plain values of a text (YAML, JSON, bytes in UTF-8) or of a mapping."""
    if isinstance(source, bytes | bytearray):
        if len(source) > MOST_BYTES:
            return _too_big(len(source))
        try:
            return document_of(source.decode("utf-8-sig"))
        except UnicodeDecodeError as wrong:
            return _broken(
                Cause.NOT_UTF8, source[wrong.start : wrong.end].hex(), Wanted.UTF8, byte=wrong.start
            )
    if isinstance(source, str):
        return _of_text(source.removeprefix("\ufeff"))
    if isinstance(source, Mapping):
        return Document(source)
    return _broken(Cause.WRONG_TYPE, shown(source), Wanted.MAPPING)


def _of_text(text: str) -> Document:
    if len(text) > MOST_BYTES:
        return _too_big(len(text))
    control = _CONTROL.search(text)
    if control is not None:
        line = text.count("\n", 0, control.start()) + 1
        return _broken(
            Cause.CONTROL_CHARACTER,
            shown(_line_of(text, line)),
            Wanted.PRINTABLE,
            line,
            character=f"U+{ord(control[0]):04X}",
        )
    if text.lstrip().startswith("{"):
        found = _of_json(text)
        if found is not None:
            return found
    return _of_yaml(text)


def _of_json(text: str) -> Document | None:
    """Return nothing for a text that is not JSON: YAML may still say what it is."""
    try:
        value = json.loads(
            text,
            object_pairs_hook=Repeated.of_pairs,
            parse_int=Number,
            parse_float=Number,
            parse_constant=Number,
        )
    except json.JSONDecodeError:
        return None
    except RecursionError:
        return _too_deep()
    return Document(value)


def _of_yaml(text: str) -> Document:
    tree = Tree()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            tree.take(event)
            if tree.stopped:
                break
    except yaml.YAMLError as wrong:
        return _not_yaml(text, wrong, tree)
    if tree.root == [] or (tree.root == [None] and not tree.faults):
        return _broken(Cause.EMPTY, "", Wanted.MAPPING)
    value = tree.root[0] if tree.root and not tree.stopped else None
    return Document(value, tree.lines, tuple(tree.faults))


def _not_yaml(text: str, wrong: yaml.YAMLError, tree: Tree) -> Document:
    if _LIBRARY_DEPTH in str(wrong):
        return _too_deep()
    mark = getattr(wrong, "problem_mark", None)
    line = mark.line + 1 if mark is not None else 1
    typed = _line_of(text, line)
    indented_by_tab = "\t" in typed[: len(typed) - len(typed.lstrip())]
    fault = Fault(
        Cause.TAB_INDENT if indented_by_tab else Cause.NOT_YAML,
        spelled(()),
        shown(typed),
        Wanted.SPACES if indented_by_tab else Wanted.YAML,
        line=line,
    )
    return Document(None, tree.lines, (*tree.faults, fault))


def _line_of(text: str, line: int) -> str:
    lines = text.split("\n")
    return lines[min(line, len(lines)) - 1]


def _too_big(size: int) -> Document:
    return _broken(Cause.TOO_BIG, str(size), Wanted.SMALLER_TEXT, most=MOST_BYTES)


def _too_deep() -> Document:
    return _broken(Cause.TOO_DEEP, "", Wanted.SHALLOWER, most=TREE_DEPTH)


def _broken(
    cause: Cause, read: str, wanted: Wanted, line: int | None = None, **params: object
) -> Document:
    told = {name: str(value) for name, value in params.items()}
    return Document(None, {}, (Fault(cause, spelled(()), read, wanted, told, line),))
