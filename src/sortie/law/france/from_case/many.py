"""What the law over many people asks of France: the record of a case, the days of its custody."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sortie import facts
from sortie.days import EVER, NEVER, Span
from sortie.law.france.from_case.person import Question, person_from
from sortie.law.france.person import Person
from sortie.rules import Bounds, ByReading, Missing

_NO_QUESTION = Question()


def record_of(case: facts.CaseFile) -> Person:
    """Return the record that the rules read, every reading of the law left open."""
    return person_from(case, _NO_QUESTION)


def custody_of(person: Person) -> Span:
    """Return the days of a custody: those on which the sentence is, or may be, running.

    The trap: from the first day that is not closed to the last, over every reading; without end
    where none is known. Nobody is assessed for it: a property test holds it to ``Asked.custody``.

    Source:   CPP 716-1 (rule ``fr.sentence.running``)
    """
    committed: Any = person.committed_on
    since = committed if isinstance(committed, date) else EVER
    before = max(map(_latest, _ends(person)))
    return Span(since, before) if since < before else Span(since, NEVER)


def _ends(person: Any) -> Iterator[Any]:
    """Yield the end under each reading that is open."""
    end = person.end_of_sentence
    if not isinstance(end, ByReading):
        yield end
        return
    for (reading,), value in end.values.items():
        if isinstance(person.end_day, Missing) or person.end_day is reading:
            yield value


def _latest(end: Any) -> date:
    if isinstance(end, date):
        return end
    return end.most if isinstance(end, Bounds) else NEVER
