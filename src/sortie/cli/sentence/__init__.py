"""``sortie sentence``: the sentence computed, line by line."""

import json
import sys
from argparse import Namespace

from sortie import law
from sortie.cli import opening
from sortie.words import Tongue

__all__ = ["sentence"]


def sentence(chosen: Namespace, tongue: Tongue) -> int:
    """Compute the sentence of a case, on paper or for a program."""
    case = opening.case_of(chosen.case)
    found = law.france.reckoned(case)
    asked = law.france.Asked(case)
    routes = (*law.france.LEAVES, *law.france.EARLIER_LEAVES, law.france.ESCORTED)
    leaves = tuple((route.code, asked.open_days(route.code)) for route in routes)
    if chosen.json:
        written = law.written_sentence(found, leaves, opening.today())
        sys.stdout.write(json.dumps(written, ensure_ascii=False, indent=2) + "\n")
        return 0
    from sortie.cli.paint import show
    from sortie.cli.sentence.page import sentence_page

    show(sentence_page(case, found, leaves, opening.today(), tongue))
    return 0
