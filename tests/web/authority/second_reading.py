"""The table read a second time, by other hands: as text, line by line, without a word in common."""

from pathlib import Path

from tests.house.tree import SOURCES

FOLDER = SOURCES / "web/authority"

Yes = set[tuple[str, str, str, str]]


def lines(name: str) -> list[list[str]]:
    """Return the lines of a file but its first, cut at the commas; no cell holds one."""
    text = Path(FOLDER / name).read_text(encoding="utf-8")
    return [line.split(",") for line in text.split("\n")[1:] if line]


def every_yes() -> tuple[Yes, Yes]:
    """Return the cells that say yes, and among them those that ask for a reason."""
    said: Yes = set()
    asked: Yes = set()
    for role, relation_list, action, field_list, reason, _ in lines("table.csv"):
        for relation in relation_list.split(" "):
            for field in field_list.split(" "):
                said.add((role, relation, action, field))
                if reason != "":
                    asked.add((role, relation, action, field))
    return said, asked


def every_action() -> dict[str, list[str]]:
    """Return the fields of each action."""
    return {name: fields.split(" ") for name, _, fields in lines("actions.csv")}
