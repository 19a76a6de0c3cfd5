"""People before the gate: leaves played through the office up to the morning of the departure."""

from pathlib import Path
from typing import Any

from sortie import office
from sortie.office import scripts
from tests.office import one_leave as leave

SCRIPTS = Path(__file__).parents[3] / "cases/france/scripts"


def said(*commands: leave.Said) -> None:
    for each in commands:
        each.say()


def permitted(n: int, family: str, given: str, number: str, **person: Any) -> None:
    """Grant, notify and permit a leave of the 15 March 2027, 7 h to 21 h."""
    first, *rest = leave.until_permitted(f"D-{n}", f"P-{n}")
    assert first.verb == "record_person"
    said(leave.recorded(f"P-{n}", family_name=family, given_name=given, committal_number=number,
                        **person), *rest)  # fmt: skip


def granted(n: int, family: str, given: str, number: str) -> None:
    """Grant a leave of that day, and notify it to nobody."""
    _, *rest = leave.until_granted(f"D-{n}", f"P-{n}")
    said(leave.recorded(f"P-{n}", family_name=family, given_name=given, committal_number=number),
         *rest)  # fmt: skip


def out(n: int, number: str, at: str = "2027-03-15T07:40") -> None:
    """Let that person out."""
    way = leave.let_out(f"D-{n}", f"P-{n}", leave.paris(at))
    body = {**way.body, "committal_number": number}
    said(leave.Said(way.verb, way.target, way.by, way.at, body))


def ticked(at: str) -> None:
    office.tick(leave.paris(at))


def played_until(step: str, name: str, folder: Path) -> None:
    """Play a written scenario up to the step of this name, left out with all that follows.

    The trap: what the steps expect is held to, so that a test never starts from another story.
    """
    text = (SCRIPTS / name).read_text(encoding="utf-8")
    cut = text.rindex("\n  - ", 0, text.index(f"nom: {step}\n"))
    # The files that it names are found from its own folder.
    (folder / "scripts").mkdir()
    (folder / "scripts/people").symlink_to(SCRIPTS / "people")
    (folder / "acceptance").symlink_to(SCRIPTS.parent / "acceptance")
    path = folder / "scripts" / name
    path.write_text(text[:cut] + "\n", encoding="utf-8")
    played = scripts.play(path)
    assert [str(each) for each in played.differences] == []
