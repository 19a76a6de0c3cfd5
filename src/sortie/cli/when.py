"""``sortie when``: the whole custody, drawn and listed."""

import json
import sys
from argparse import Namespace
from datetime import date

from sortie import law
from sortie.cli import opening
from sortie.cli.refusals import Refused
from sortie.words import Tongue


def when(chosen: Namespace, tongue: Tongue) -> int:
    """Answer a case over its custody, on paper or for a program."""
    since = opening.day_of(chosen.since, "--from")
    before = opening.day_of(chosen.before, "--before")
    question = law.france.Question(reform=opening.reform_of(chosen.reform))
    asked = law.france.Asked(opening.case_of(chosen.case), question)
    _refuse_no_days(asked, since, before, tongue)
    calendar = asked.calendar(since, before)
    if chosen.json:
        written = law.written_calendar(calendar)
        sys.stdout.write(json.dumps(written, ensure_ascii=False, indent=2) + "\n")
        return 0
    from sortie.cli.calendar_page import calendar_page
    from sortie.cli.paint import show

    show(calendar_page(calendar, asked, opening.today(), tongue))
    return 0


def _refuse_no_days(
    asked: law.france.Asked, since: date | None, before: date | None, tongue: Tongue
) -> None:
    first, end = since or asked.custody[0], before or asked.custody[1]
    if first < end:
        return
    if before is not None:
        holes = {"read": before.isoformat(), "since": tongue.day(first)}
        raise Refused("cli.empty_span", holes, "--before")
    raise Refused("cli.no_span", {}, "--from")
