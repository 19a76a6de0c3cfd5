"""A report written to a file, or kept with its drawings for the pages of the office."""

import sys
from datetime import date
from pathlib import Path

from sortie.cli.refusals import Refused
from sortie.reform import results
from sortie.words import LANGUAGES, Tongue
from sortie.words import tongue as language

_DRAW = frozenset(["altair", "vl_convert"])


def write_report(out: Path, report: results.Report, tongue: Tongue) -> None:
    """Write a comparison as one page."""
    from sortie.reform import drawing, showing

    drawings = drawing.drawings(report.comparison, tongue)
    out.write_text(showing.page(report, drawings, tongue), "utf-8")
    sys.stderr.write(tongue.say("compare.written", file=str(out)) + "\n")


def refuse_to_keep(threshold: int) -> None:
    """Refuse before anybody is asked about what could not be kept after.

    Raises:   Refused: fewer people than the office may see would be told
    """
    try:
        results.refuse_low(threshold)
    except results.ThresholdTooLow as low:
        holes = {"read": str(low.threshold), "least": str(low.least)}
        raise Refused(low.code, holes, "--keep") from low


def keep_report(folder: Path, report: results.Report, made_on: date, tongue: Tongue) -> None:
    """Keep a comparison in a folder, with its drawings where charts are installed."""
    drawings = _drawings(report)
    name = results.keep(folder, report, drawings, made_on)
    sys.stderr.write(tongue.say("compare.kept", name=name, folder=str(folder)) + "\n")
    if not drawings:
        sys.stderr.write(tongue.say("compare.kept.undrawn") + "\n")


def _drawings(report: results.Report) -> results.Drawings:
    try:
        from sortie.reform import drawing
    except ModuleNotFoundError as missing:
        if missing.name not in _DRAW:
            raise
        return {}
    return {code: drawing.drawings(report.comparison, language(code)) for code in LANGUAGES}
