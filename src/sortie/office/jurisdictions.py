"""The law that an office works under, by the jurisdiction that its files name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from sortie import facts, law
from sortie.office.errors import TerritoryUnknown


class Ask(Protocol):
    """Asks the law about a case on a day; ``reform_since`` as if the announced law stood."""

    def __call__(
        self, case: facts.CaseFile, day: date, reform_since: date | None = None
    ) -> law.Answer: ...


class Titles(Protocol):
    """Tells the titles that keep a person in on a day, by what names each of them."""

    def __call__(self, case: facts.CaseFile, day: date) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """What one jurisdiction gives to the office: its words, its procedure, its answers.

    ``escorted_leave`` is the one route under escort.
    """

    vocabulary: facts.Vocabulary
    procedure: law.Procedure
    ask: Ask
    titles_open: Titles
    escorted_leave: str

    def read(self, document: Mapping[str, Any]) -> facts.CaseFile:
        """Return a case file, read with this jurisdiction's words.

        Raises:   facts.CaseRefused
        """
        return facts.read_case(
            document, vocabulary=self.vocabulary, dictionary=facts.house_dictionary()
        )

    def day_at(self, where: str, at: datetime) -> date:
        """Return the day that the clocks of a prison, or of a territory, show at an instant."""
        return at.astimezone(ZoneInfo(self.procedure.place_of(where).zone)).date()

    def check_territory(self, territory: str) -> None:
        """Refuse a territory the law does not know: it would be given the clocks of another.

        Raises:   TerritoryUnknown
        """
        if territory and self.procedure.place_of(territory).holidays != territory:
            raise TerritoryUnknown(territory)


def _ask_france(case: facts.CaseFile, day: date, reform_since: date | None = None) -> law.Answer:
    reform = law.france.announced(reform_since) if reform_since else None
    return law.france.Asked(case, law.france.Question(reform=reform)).on(day)


def _titles_in_france(case: facts.CaseFile, day: date) -> tuple[str, ...]:
    return tuple(each.path for each in law.france.titles_open(case, day))


JURISDICTIONS: Mapping[str, Jurisdiction] = {
    "fr": Jurisdiction(
        law.france.FRENCH,
        law.france.PROCEDURE,
        _ask_france,
        _titles_in_france,
        law.france.ESCORTED.code,
    ),
}
HERE = JURISDICTIONS["fr"]
