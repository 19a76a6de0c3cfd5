"""People as they are looked for and answered."""

from typing import Any

from sortie.api.shapes.cases import PersonName
from sortie.api.shapes.plain import Given, Name, Said


class PersonSought(Said):
    """Whom one looks for: by the whole committal number, or by a family name."""

    committal_number: Name | None = None
    name: Name | None = None


class PersonFound(Given):
    """Someone for whom one may file; their id is what a filing names."""

    person: str
    prison: str
    name: PersonName | None = None
    committal_number: str | None = None


class PeopleFound(Given):
    """Those found; ``cut`` when there are more than anyone reads."""

    people: list[PersonFound]
    cut: bool


class PersonTold(Given):
    """A person, as far as whoever asks may see them; ``custody`` is that part of the case file."""

    person: str
    name: PersonName | None = None
    committal_number: str | None = None
    unit: str | None = None
    prison: str | None = None
    court: str | None = None
    custody: dict[str, Any] | None = None
    cases: list[str] | None = None
