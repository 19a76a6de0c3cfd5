"""``sortie case``: the faults of a case file, the count of the case studies."""

import json
import sys
from argparse import Namespace
from pathlib import Path

from sortie import facts, law
from sortie.cli import opening
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.refusals import Refused
from sortie.words import Tongue


def case(chosen: Namespace, tongue: Tongue) -> int:
    """Run one of the two commands on files."""
    return _check(chosen, tongue) if chosen.case_command == "check" else _report(chosen, tongue)


def _check(chosen: Namespace, tongue: Tongue) -> int:
    """Say that a case file has no fault; its faults are refusals."""
    read = opening.case_of(chosen.file)
    canonical = facts.to_canonical(read)
    if chosen.json:
        written = {"file": chosen.file, "faults": [], "canonical": canonical}
        if not chosen.canonical:
            del written["canonical"]
        _write(written)
        return 0
    sys.stdout.write(tongue.say("check.none", file=chosen.file) + "\n")
    if chosen.canonical:
        _write(canonical)
    return 0


def _write(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _report(chosen: Namespace, tongue: Tongue) -> int:
    """Count the case studies, those a jurist has reviewed, the readings nobody signed."""
    folder = Path(chosen.folder)
    if not folder.is_dir():
        raise Refused("cli.not_a_folder", {"path": chosen.folder}, chosen.folder)
    found = law.studies.report(folder)
    if chosen.json:
        _write({
            "format": "sortie/report@1",
            "files": found.studies,
            "cases": found.cases,
            "questions": found.questions,
            "reviewed": found.reviewed,
            "differing": list(found.differing),
            "unconfirmed_readings": list(found.unconfirmed_readings),
        })  # fmt: skip
        return 0
    show(_counted(found, tongue))
    return 0


def _counted(found: law.studies.StudyReport, tongue: Tongue) -> Page:
    page, count = Page(), tongue.count
    questions = count("report.questions", found.questions, count=found.questions)
    page.text(count("report.cases", found.cases, count=found.cases, questions=questions))
    wrong = len(found.differing)
    page.text(count("report.failed", wrong, count=wrong) if wrong else
              tongue.say("report.failed.none"))  # fmt: skip
    for name in found.differing:
        page.item("✗", name, style="closed")
    page.text(count("report.reviewed", found.reviewed, count=found.reviewed)
              if found.reviewed else tongue.say("report.reviewed.none"))  # fmt: skip
    unsigned = found.unconfirmed_readings
    page.text(count("report.readings", len(unsigned), count=len(unsigned))
              if unsigned else tongue.say("report.readings.none"))  # fmt: skip
    for reading in unsigned:
        page.item("?", tongue.either(_question(reading)), cite=reading, style="undetermined")
    return page


def _question(reading_id: str) -> dict[str, str]:
    reading = law.france.readings()[reading_id]
    return {"fr": reading.question_fr, "en": reading.question_en}
