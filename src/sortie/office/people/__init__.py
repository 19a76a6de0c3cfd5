"""The persons of the office: recorded, moved, sentenced again, brought in from tables."""

from sortie.office.people.bring_in import BroughtIn, Cannot, LeftAside, bring_in, look_at
from sortie.office.people.judge import add_judgment
from sortie.office.people.move import Move, move_person
from sortie.office.people.record import record_person
from sortie.office.persons import PersonRecord, VictimRecord, person_of

__all__ = [
    "BroughtIn",
    "Cannot",
    "LeftAside",
    "Move",
    "PersonRecord",
    "VictimRecord",
    "add_judgment",
    "bring_in",
    "look_at",
    "move_person",
    "person_of",
    "record_person",
]
