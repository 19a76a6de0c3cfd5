"""``sortie ask``: what the law answers for a case, on a day."""

import json
import sys
from argparse import Namespace

from sortie import law
from sortie.cli import opening
from sortie.words import Tongue


def ask(chosen: Namespace, tongue: Tongue) -> int:
    """Answer a case on a day, on paper or for a program."""
    on = opening.day_of(chosen.on, "--on")
    question = law.france.Question(
        readings=opening.readings_of(chosen.reading),
        purpose=opening.purpose_of(chosen.purpose),
        reform=opening.reform_of(chosen.reform),
    )
    case = opening.case_of(chosen.case)
    asked = law.france.Asked(case, question)
    answer = asked.on(on or law.france.asked_day(case) or opening.today())
    if chosen.json:
        written = law.written_answer(answer)
        sys.stdout.write(json.dumps(written, ensure_ascii=False, indent=2) + "\n")
        return 0
    from sortie.cli.answer_page import answer_page
    from sortie.cli.paint import show

    show(answer_page(answer, asked, tongue))
    return 0
