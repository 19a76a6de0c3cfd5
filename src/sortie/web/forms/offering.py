"""What a case offers to a form: its pieces, its facts, its orders, who may be told."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sortie import casework, law, office
from sortie.casework import Role
from sortie.office import looking
from sortie.web import authority
from sortie.web.authority import OF_CASEWORK, OpenedCase
from sortie.web.forms.fields import Option
from sortie.words import leave_name, raised
from sortie.words.office import Speaker

_PARTIES = (Role.DETAINED_PERSON, Role.PROSECUTOR, Role.LAWYER)
_DECIDE = (Role.ENFORCEMENT_JUDGE, Role.HEAD_OF_PRISON)
_FIX_DATES = (Role.ENFORCEMENT_JUDGE, Role.PROBATION_DIRECTOR)


@dataclass(frozen=True, slots=True)
class Offer:
    """The case that is offered from, to whom it is shown, and in which words."""

    verb: str
    opened: OpenedCase
    speaker: Speaker

    @property
    def case(self) -> casework.Case:
        """The case as it stands."""
        return self.opened.shown.case

    def words(self, family: str, codes: Iterable[str]) -> tuple[Option, ...]:
        """Return codes with what they are called."""
        return tuple(Option(code, raised(self.speaker.label(family, code))) for code in codes)

    def named(self, names: Mapping[str, str], codes: Iterable[str]) -> tuple[Option, ...]:
        """Return codes with their names among those of the law."""
        return tuple(Option(code, self.raised(names[code])) for code in codes)

    def raised(self, words: str) -> str:
        """Return words as they are printed, with a capital."""
        return raised(self.speaker.tongue.spaced(words))


def options_of(name: str, path: str, offer: Offer) -> tuple[Option, ...] | None:
    """Return the closed list of a field in this case; None where anything may be typed."""
    if (offer.verb, name) in _NEW:
        return None
    found = _OFFERED.get(path) or _OFFERED.get(f"{offer.verb}.{name}") or _OFFERED.get(name)
    return None if found is None else tuple(found(offer))


# Where an act gives a name that nothing bears yet.
_NEW = frozenset([
    ("decide", "order"), ("add_piece", "piece"), ("note_fact", "fact"), ("raise_doubt", "doubt"),
    ("note_victim", "victim"), ("issue_permit", "permit"),
])  # fmt: skip


def _orders(offer: Offer) -> Iterator[Option]:
    clock = offer.speaker.clock
    for order in reversed(offer.case.orders.values()):
        yield Option(order.order, f"{order.order} ({clock.stamp(order.decided_at)})")


def _pieces(offer: Offer) -> Iterator[Option]:
    for piece in offer.case.pieces.values():
        dated = offer.speaker.tongue.day(piece.dated_on) if piece.dated_on else ""
        said = f"{piece.piece} – {piece.kind}" + (f", {dated}" if dated else "")
        yield Option(piece.piece, said)


def _fact(fact: casework.FactToSee, offer: Offer) -> Option:
    name = offer.speaker.tongue.names.SEEN.get(fact.kind, fact.kind)
    since = offer.speaker.tongue.day(fact.since) if fact.since else ""
    return Option(fact.fact, offer.raised(f"{name}, {since}" if since else name))


def _unseen(offer: Offer) -> Iterator[Option]:
    actor = offer.opened.sight.acting.actor
    for fact in authority.facts_shown(offer.opened.sight, offer.case):
        if actor is not None and fact.unseen_by(actor):
            yield _fact(fact, offer)


def _for_the_gate(offer: Offer) -> Iterator[Option]:
    return (_fact(fact, offer) for fact in casework.facts_for_the_gate(offer.case))


def _doubts(offer: Offer) -> Iterator[Option]:
    for doubt in offer.case.doubts.values():
        if doubt.settled_at is None:
            yield Option(doubt.doubt, f"{doubt.doubt} – {doubt.about}")


def _victims(offer: Offer) -> Iterator[Option]:
    return (Option(victim, victim) for victim in offer.case.victims)


def _parties(offer: Offer) -> Iterable[Option]:
    missing = casework.missing_notices(offer.case)
    return offer.words("role", (*missing, *(r for r in _PARTIES if r not in missing)))


def _seats(offer: Offer) -> Iterable[Option]:
    shown = offer.opened.shown
    at = offer.speaker.law_day()
    roles = dict.fromkeys(role for seat in looking.seats(shown.case, at) for role in seat.roles)
    return offer.words("role", roles)


def _leaves(offer: Offer) -> Iterator[Option]:
    for route in law.france.ROUTES:
        yield Option(route.code, leave_name(route.code, offer.speaker.tongue))


def _purposes(offer: Offer) -> Iterable[Option]:
    names = offer.speaker.tongue.names.PURPOSES
    return offer.named(names, (code for code in names if code))


def _bans(offer: Offer) -> Iterator[Option]:
    names = offer.speaker.tongue.names.SEEN
    for kind in sorted(law.france.FRENCH.ban_kinds):
        yield Option(kind, offer.raised(names[f"{kind}_ban"]))


def _kinds(offer: Offer) -> Iterable[Option]:
    names = offer.speaker.tongue.names.SEEN
    return offer.named(names, names)


def _incidents(offer: Offer) -> Iterable[Option]:
    names = offer.speaker.tongue.names.SEEN
    return offer.named(names, sorted(law.france.FRENCH.incident_kinds))


_OFFERED: Mapping[str, Callable[[Offer], Iterable[Option]]] = {
    "order": _orders,
    "piece": _pieces,
    "pieces": _pieces,
    "fact": _unseen,
    "facts_shown": _for_the_gate,
    "doubt": _doubts,
    "victim": _victims,
    "leave": _leaves,
    "purpose": _purposes,
    "member": _seats,
    "present": _seats,
    "shown_to": lambda offer: offer.words("role", OF_CASEWORK),
    "dates_left_to": lambda offer: offer.words("role", _FIX_DATES),
    "notify.to": _parties,
    "route_application.to": lambda offer: offer.words("role", _DECIDE),
    "note_fact.kind": _kinds,
    "report_incident.kind": _incidents,
    "attached_bans.kind": _bans,
}


def first_of_field(name: str, path: str, offer: Offer) -> tuple[str, ...]:
    """Return what stands in a field before anyone types, where the case leaves little doubt."""
    actor = offer.opened.sight.acting.actor
    if name == "order" and (offer.verb, name) not in _NEW and offer.case.order is not None:
        return (offer.case.order.order,)
    if name == "member" and actor is not None:
        return (actor.role.value,)
    if offer.verb == "record_return" and name == "prison" and actor is not None:
        return (actor.of,)
    if offer.verb == "fix_date" and path.startswith("terms."):
        return _asked_before(name, offer)
    unseen = list(_unseen(offer)) if (offer.verb, name) == ("see_fact", "fact") else []
    return (unseen[0].value,) if len(unseen) == 1 else ()


def _asked_before(name: str, offer: Offer) -> tuple[str, ...]:
    """Return what was asked, for what the one who fixes the dates does not change."""
    filing = offer.case.filing
    if filing is None or name not in ("leave", "purpose", "places"):
        return ()
    said = getattr(filing.asked, name)
    return said if isinstance(said, tuple) else (said,)


def acts_on_a_case() -> tuple[str, ...]:
    """Return the verbs that a plain form can ask for: those that open a case ask for a file."""
    return tuple(
        verb.name
        for verb in office.VERBS.values()
        if verb.target.value == "case" and verb.name != "file_application"
    )
