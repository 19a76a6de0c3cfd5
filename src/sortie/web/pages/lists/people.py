"""The list of people: of one prison, or all who bear a number or a name like one looked for."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from sortie import store
from sortie.web import authority
from sortie.web.frame import Asked
from sortie.web.frame.opening import reaches
from sortie.web.pages.lists.cases import LIST as CASES
from sortie.web.pages.lists.cases import reason_wanted
from sortie.web.pages.lists.columns import Teller, of_people, told
from sortie.web.pages.lists.criteria import Criteria
from sortie.web.pages.lists.finding import MOST, PAGE
from sortie.web.pages.lists.rows import Seeing, person_lines

LIST, TAKE = "people.list", "people.export"
# The pages that say who has a person in hand, for those who may say so.
_ASSIGNED = ("counsel", "follow_up")
_NAMES = ("prison", "number", "name", "after")


@dataclass(frozen=True, slots=True, kw_only=True)
class Whom:
    """Which people: ``number`` and ``name`` are blind, ``after`` is the last of the page before."""

    prison: str = ""
    number: str = ""
    name: str = ""
    after: str = ""

    @property
    def sought(self) -> bool:
        """Whether someone is looked for: all who answer are then shown at once, by name."""
        return bool(self.number or self.name)

    def address(self, after: str = "") -> str:
        """Return the query string that asks for them."""
        asked = {name: getattr(self, name) for name in _NAMES} | {"after": after}
        return urlencode({name: each for name, each in asked.items() if each})

    def query(self, limit: int) -> store.PersonQuery:
        """Return what the store is asked."""
        return store.PersonQuery(
            prison=self.prison or None,
            number_blind=self.number or None,
            name_blind=self.name or None,
            after=self.after,
            limit=limit,
        )


def whom_in(said: Mapping[str, str]) -> Whom:
    """Return whom an address asks for."""
    return Whom(**{name: str(said.get(name, "")).strip() for name in _NAMES})


def people(asked: Asked) -> Mapping[str, Any]:
    """Show one page of people."""
    return shown_people(asked)


def shown_people(asked: Asked, *, unreasoned: bool = False) -> Mapping[str, Any]:
    """Return what the page of the people shows; ``unreasoned`` when a file was refused for it."""
    whom = whom_in(asked.request.GET)
    limit = MOST if whom.sought else PAGE
    rows = authority.people(asked.acting, LIST, whom.query(limit + 1))
    more, kept = len(rows) > limit, rows[:limit]
    if whom.sought:
        kept = tuple(sorted(kept, key=_by_name))
    lines = person_lines(kept, Seeing(asked.acting, LIST))
    columns, teller = of_people(asked.acting), Teller(asked)
    prisons = sorted(asked.acting.prisons | asked.acting.prisons_heard)
    to_cases = reaches(asked, CASES)
    return {
        "whom": whom,
        "names": [each.name for each in columns],
        "lines": [
            (line, said, Criteria(person=line.person.person_id).address() if to_cases else "")
            for line, said in zip(lines, told(columns, lines, teller), strict=True)
        ],
        "assigned": [
            each for each in _ASSIGNED if authority.visible_to(asked.acting, f"{each}.manage")
        ],
        "cut": more and whom.sought,
        "next": whom.address(kept[-1].person_id) if more and not whom.sought else "",
        "address": whom.address(),
        "prisons": prisons if len(prisons) > 1 else [],
        "take": {"reasoned": reason_wanted(asked, TAKE)} if reaches(asked, TAKE) else None,
        "unreasoned": unreasoned,
    }


def _by_name(row: store.PersonRow) -> tuple[str, ...]:
    names = (row.family_name, row.given_name, row.committal_number)
    return tuple(unicodedata.normalize("NFKD", each).casefold() for each in names)
