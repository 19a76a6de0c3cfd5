"""The same rule, the same persons, three engines, each with its explanation or trace on.

The one-day leave on one date: what zen and OpenFisca can express of it. They are given the half
term as a date and the total as a number of days, because neither counts the months of article
716-1 nor carries two readings of it; sortie works both out from the sentences, and answers the
bars and the conditions of minors of the same article besides.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from benchmarks import one_day_openfisca, one_day_zen
from benchmarks.measuring import Measure, gather, measure
from benchmarks.people import READINGS, Invented, invented
from sortie import law
from sortie.rules import Assessment, Because, Book, Outcome, explain

LEAVE = "fr.leave.day"
ROUNDS = 5
RULE = next(route.rule for route in law.france.LEAVES if route.code == LEAVE)
ONLY_THIS_LEAVE = Book(law.france.Person, (RULE,))


def alone(person: Invented) -> Because:
    """Answer and explain with only the rules of this leave, over all days at once."""
    return explain(Assessment(ONLY_THIS_LEAVE, person.record), LEAVE, person.day)


def among_all(person: Invented) -> Because:
    """Answer and explain with the whole French book, from the case file."""
    question = law.france.Question(readings=READINGS)
    return law.france.ask_rule(law.france.Asked(person.case, question), LEAVE, person.day)


ENGINES: dict[str, Callable[[Invented], Any]] = {
    "sortie, the rules of this leave, explained": alone,
    "sortie, the whole law, from the case file, explained": among_all,
    "zen-engine, traced": lambda person: one_day_zen.is_open(person.plain),
    "OpenFisca-Core, traced": lambda person: one_day_openfisca.is_open(person.plain),
}


class AnswersDiffer(Exception):
    """Two engines answer differently about one person: nothing is worth measuring."""


def agreed(people: tuple[Invented, ...]) -> int:
    """Return how many leaves are open, once every engine has said the same of everyone.

    Raises:   AnswersDiffer: with the person and the answers
    """
    opened = 0
    for rank, person in enumerate(people):
        answers = {name: _is_open(engine(person)) for name, engine in ENGINES.items()}
        if len(set(answers.values())) != 1:
            raise AnswersDiffer(f"person {rank} on {person.day}: {answers}\n{person.plain}")
        opened += answers.popitem()[1]
    return opened


def measures(people: tuple[Invented, ...]) -> Iterator[Measure]:
    """Yield the median time of one person for each engine."""
    for name, engine in ENGINES.items():
        each = [measure(name, partial(engine, person), runs=ROUNDS) for person in people]
        yield gather(name, [one.median / 1000 for one in each])


def all_measures() -> tuple[str, tuple[Measure, ...]]:
    """Return what was checked, and the lines of the comparison."""
    people = invented()
    opened = agreed(people)
    checked = f"{len(people)} persons, {opened} open, {len(people) - opened} closed: same answers"
    return checked, tuple(measures(people))


def _is_open(answer: Because | bool) -> bool:
    if isinstance(answer, bool):
        return answer
    assert answer.outcome is not Outcome.UNDETERMINED
    return answer.outcome is Outcome.OPEN
