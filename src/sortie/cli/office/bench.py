"""What a command of the office has before it: what was typed, the clock, the language."""

import json
import sys
from argparse import Namespace
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sortie import casework, law, office, store
from sortie.cli.office import instants
from sortie.cli.refusals import Refused
from sortie.words import ZONE, Clock
from sortie.words.office import Speaker


@dataclass(slots=True, kw_only=True)
class Bench(Speaker):
    """One command under way. ``clock`` is that of the place once the place is known."""

    chosen: Namespace

    def settle(self, where: str) -> None:
        """Take the clock asked for, else that of a prison or territory, else that of Paris."""
        zone = self.chosen.zone
        if not zone and where:
            zone = law.france.PROCEDURE.place_of(where).zone
        self.clock = Clock(self.tongue, zone or ZONE)

    @property
    def at(self) -> datetime:
        """The instant typed, or now.

        Raises:   Refused, days.DaysError
        """
        self.looked_at = self.instant(self.chosen.at, "--at") or instants.now()
        return self.looked_at

    def instant(self, typed: str | None, option: str) -> datetime | None:
        """Return an instant typed after an option, by the clock of the place."""
        return None if typed is None else instants.instant_of(typed, self.clock.zone, option)

    def count(self, typed: str | None, option: str) -> int | None:
        """Return a number typed after an option.

        Raises:   Refused
        """
        if typed is None:
            return None
        if not (typed.isascii() and typed.isdecimal()):
            raise Refused("cli.office.bad_count", {"option": option, "read": typed}, option)
        return int(typed)

    def write(self, value: Any) -> int:
        """Write a value for a program."""
        sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
        return 0

    def stamp(self, at: datetime | None) -> str | None:
        """Return an instant for a program, by the clock of the place."""
        return None if at is None else self.clock.there(at).isoformat()


def actor_of(typed: str) -> casework.Actor:
    """Return who acts, from ``ROLE:ID[@PLACE]``.

    Raises:   Refused
    """
    role, colon, rest = typed.partition(":")
    id_, _, place = rest.partition("@")
    if not colon or not id_:
        raise Refused("cli.office.bad_actor", {"read": typed}, "--as")
    if role not in set(casework.Role):
        offered = ", ".join(each.value for each in casework.Role)
        raise Refused("cli.office.unknown_role", {"read": role, "offered": offered}, "--as")
    return casework.Actor(id_, casework.Role(role), place)


def where_of_person(person: str) -> str:
    """Return where a person is held, as the law knows the place; nothing for a stranger."""
    try:
        held = office.person_of(person)
    except office.NoSuchPerson:
        return ""
    return held.territory or held.prison


def where_of_case(case_id: str) -> str:
    """Return where the person of a case is held; nothing for a case that nobody filed."""
    row = store.case(case_id)
    return "" if row is None else where_of_person(row.person_id) or row.prison


def where_of_message(key: str) -> str:
    """Return where the person of a message's case is held."""
    message = store.message(key)
    return "" if message is None else where_of_case(message.case_id)
