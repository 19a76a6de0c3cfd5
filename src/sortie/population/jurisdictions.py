"""What a jurisdiction gives to the law over many people: no rule is written here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sortie import facts, law
from sortie.days import Span


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """The words of its case files, the record its rules read, and the days of a custody.

    The functions are those of a module, so that another process can be told of them.
    """

    vocabulary: facts.Vocabulary
    record: type
    record_of: Callable[[facts.CaseFile], Any]
    custody_of: Callable[[Any], Span]


FRANCE = Jurisdiction(
    vocabulary=law.france.FRENCH,
    record=law.france.Person,
    record_of=law.france.record_of,
    custody_of=law.france.custody_of,
)
