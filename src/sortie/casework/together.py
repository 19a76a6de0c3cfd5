"""People convicted by one judgment who would be out together, or go to one place, or to a ban."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from sortie.casework.case import Case
from sortie.casework.events import FactNoted, Terms
from sortie.casework.roles import Role

OUT_TOGETHER = "out_together"
SAME_PLACE = "same_place"
BANNED_PLACE = "banned_place"
PLACE = "place"
OF_OTHERS = (OUT_TOGETHER, SAME_PLACE, BANNED_PLACE)
ENTITLED = (
    Role.ENFORCEMENT_JUDGE, Role.APPEAL_PRESIDENT, Role.PROSECUTOR, Role.HEAD_OF_PRISON,
    Role.PRISON_CLERK,
)  # fmt: skip


def out_together(case: Case, others: Iterable[Case]) -> tuple[FactNoted, ...]:
    """Return the facts to be noted on a case because of the leaves of the other ones.

    Only leaves asked or granted that are not over count. A fact already noted does not come back.
    """
    terms = leave_ahead(case)
    if terms is None:
        return ()
    found = [*_banned(case, terms)]
    for other in others:
        if other.person != case.person and not set(case.judgments).isdisjoint(other.judgments):
            found += _beside(terms, other)
    unique = {fact.fact: fact for fact in found}
    return tuple(fact for name, fact in unique.items() if name not in case.facts)


def leave_ahead(case: Case) -> Terms | None:
    """Return the leave that a case asks for or grants, None once it is over or refused."""
    filing, order = case.filing, case.order
    if filing is None or filing.discontinued_at is not None:
        return None
    if case.absence is not None and not case.out:
        return None
    if order is None or order.adjourned:
        return filing.asked
    if not order.granted or order.withdrawal is not None:
        return None
    return order.terms or filing.asked


def _beside(terms: Terms, other: Case) -> Iterator[FactNoted]:
    theirs = leave_ahead(other)
    if theirs is not None:
        if _overlap(terms, theirs):
            yield _fact(OUT_TOGETHER, other, terms.departs_at)
        if not set(terms.places).isdisjoint(theirs.places):
            yield _fact(SAME_PLACE, other, terms.departs_at)
    yield from _banned(other, terms)


def _overlap(one: Terms, other: Terms) -> bool:
    return one.departs_at < other.returns_at and other.departs_at < one.returns_at


def _banned(holder: Case, terms: Terms) -> Iterator[FactNoted]:
    """Yield a fact when the leave goes where a ban stands, the person's own or a co-convict's."""
    bans = holder.order.attached_bans if holder.order is not None else ()
    places = {ban.what for ban in bans if ban.kind == PLACE}
    if not places.isdisjoint(terms.places):
        yield _fact(BANNED_PLACE, holder, terms.departs_at)


def _fact(kind: str, other: Case, departs_at: datetime) -> FactNoted:
    return FactNoted(
        fact=f"{kind}.{other.committal_number}.{departs_at.date()}",
        kind=kind,
        since=departs_at.date(),
        source=other.committal_number,
        shown_to=ENTITLED,
    )
