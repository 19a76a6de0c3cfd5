"""What the table answers about one matter: yes, yes once a reason is written, or no."""

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from sortie.web.authority.acting import Acting
from sortie.web.authority.relations import Matter, relations
from sortie.web.authority.table import ACTIONS, may, reason_asked
from sortie.web.authority.words import ITSELF, Relation


class Answer(StrEnum):
    """What one is told who asks."""

    NO = "no"
    WITH_REASON = "with_reason"
    YES = "yes"


def answer(
    acting: Acting, action: str, field: str = ITSELF, *, about: Matter | None = None
) -> Answer:
    """Return what the table says to someone about a matter, or about nothing in particular."""
    theirs = frozenset({Relation.NONE}) if about is None else relations(acting, about)
    return answer_to(acting, theirs, action, field)


def answer_to(
    acting: Acting, theirs: frozenset[Relation], action: str, field: str = ITSELF
) -> Answer:
    """Return what the table says for relations already known; the most open of them counts."""
    return _answer(acting.roles, theirs, action, field)


def _answer(roles: tuple[str, ...], theirs: frozenset[Relation], action: str, field: str) -> Answer:
    cells = [
        (role, relation, action, field)
        for role in roles
        for relation in theirs
        if may(role, relation, action, field)
    ]
    if not cells:
        return Answer.NO
    asked = all(reason_asked(*cell) for cell in cells)
    return Answer.WITH_REASON if asked else Answer.YES


def fields_of(
    acting: Acting, theirs: frozenset[Relation], action: str, *, reason: str = ""
) -> frozenset[str]:
    """Return the fields of an action that may be shown now, with the reason written or without.

    >>> sorted(fields_of(Acting(account="a", role="gate"), frozenset({Relation.OTHER}), "case.see"))
    []
    """
    opened = {Answer.YES, Answer.WITH_REASON} if reason.strip() else {Answer.YES}
    said = _fields(acting.roles, theirs, action)
    return frozenset(field for field, told in said.items() if told in opened)


def asked_before(acting: Acting, theirs: frozenset[Relation], action: str) -> frozenset[str]:
    """Return the fields that a reason would open."""
    said = _fields(acting.roles, theirs, action)
    return frozenset(field for field, told in said.items() if told is Answer.WITH_REASON)


@lru_cache(maxsize=4096)
def _fields(
    roles: tuple[str, ...], theirs: frozenset[Relation], action: str
) -> Mapping[str, Answer]:
    """Return what the table says of each field: asked for again at every event of a history."""
    known = ACTIONS.get(action)
    return {
        field: _answer(roles, theirs, action, field) for field in (known.fields if known else ())
    }
