"""``sortie law RULE --kernel``: the rule as it is run over many people."""

import sys

from sortie import law, population
from sortie.words import Tongue


def kernel(rule: str | None, tongue: Tongue) -> int:
    """Print the gates of one rule, or of all, under a line that says how to read them."""
    sys.stdout.write(f"# {tongue.say('law.kernel.head')}\n\n")
    lines = population.listing(law.france.BOOK, law.france.Person, rule)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0
