"""A person as the office holds them: where, under which number, and what the law needs to know."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from sortie import casework, store
from sortie.office.errors import NoSuchPerson

PERSON = "person"
RECORDED = "person_recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class VictimRecord:
    """A victim by an id that says nothing; ``must_be_told``: of violence within a couple."""

    victim: str
    must_be_told: bool
    wish: casework.VictimWish = casework.VictimWish.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRecord:
    """One state of what is held of a person; a change is a new record, the old ones stay.

    ``file`` is the case file in its canonical form, without any application. ``judgments`` are
    the references of what is served; ``territory`` is whose clocks and holidays count.
    """

    person: str
    committal_number: str
    prison: str
    court: str
    family_name: str
    given_name: str
    file: Mapping[str, Any]
    territory: str = ""
    unit: str = ""
    judgments: tuple[str, ...] = ()
    victims: tuple[VictimRecord, ...] = field(default=())

    def written(self) -> dict[str, Any]:
        """Return the record as JSON values."""
        return {
            **asdict(self),
            "judgments": list(self.judgments),
            "victims": [{**asdict(each), "wish": each.wish.value} for each in self.victims],
        }

    def row(self) -> store.PersonRow:
        """Return what lists and search know of the person."""
        return store.PersonRow(
            person_id=self.person,
            committal_number=self.committal_number,
            prison=self.prison,
            unit=self.unit,
            family_name=self.family_name,
            given_name=self.given_name,
            judgments=self.judgments,
        )


def read_record(body: Mapping[str, Any]) -> PersonRecord:
    """Return the record that was written."""
    victims = tuple(
        VictimRecord(**{**each, "wish": casework.VictimWish(each["wish"])})
        for each in body["victims"]
    )
    return PersonRecord(**{**body, "judgments": tuple(body["judgments"]), "victims": victims})


def stream_of(person: str) -> store.Stream:
    """Return the stream of a person's records, which is theirs to be erased."""
    return store.Stream(PERSON, person, subject=person)


def last_record(events: tuple[store.StoredEvent, ...]) -> PersonRecord:
    """Return what the last of a person's events says."""
    return read_record(events[-1].body)


def person_of(person: str) -> PersonRecord:
    """Return what is held of a person now.

    Raises:   NoSuchPerson
    """
    try:
        return last_record(store.events_of(stream_of(person)))
    except store.NoSuchStream as unknown:
        raise NoSuchPerson(person) from unknown
