"""What an act is judged on: the case, the law, the instant, the one who acts."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sortie.casework import clocks
from sortie.casework.case import Case
from sortie.casework.errors import Hindrance, Objection
from sortie.casework.events import Event, Terms
from sortie.casework.roles import Actor, Role
from sortie.law import Allowed, NotModelled, Place, Procedure, TimeLimit
from sortie.rules import Outcome

Objections = Iterator[Objection]


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownBeside:
    """What the caller knows and the case does not say.

    ``competent``: who the law names for this application, judge or head of prison; empty, whoever
    it was sent to. ``courts``: other courts whose judge may act. ``open_titles``: what else keeps
    the person in.
    """

    competent: tuple[Role, ...] = ()
    courts: tuple[str, ...] = ()
    open_titles: tuple[str, ...] = ()


NOTHING_ELSE = KnownBeside()


@dataclass(frozen=True, slots=True)
class Scene:
    """A case at an instant, before the law, with the one who acts."""

    case: Case
    law: Procedure
    at: datetime
    by: Actor
    known: KnownBeside = NOTHING_ELSE

    @property
    def place(self) -> Place:
        """The clock of the prison where the person is held now."""
        return self.law.place_of(self.case.where)

    @property
    def on(self) -> date:
        """The day that clock shows."""
        return clocks.day_at(self.law, self.case.where, self.at)


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the office: who may do it, when it stands, whom it suits, what it must say."""

    event: type[Event]
    roles: Callable[[Scene], tuple[Role, ...]]
    stands: Callable[[Scene], Iterable[Objection]]
    suits: Callable[[Scene], Iterable[Objection]]
    fits: Callable[[Scene, Any], Iterable[Objection]]


def only(*roles: Role) -> Callable[[Scene], tuple[Role, ...]]:
    """Return the same roles whatever the scene; none, anyone."""
    return lambda _: roles


def always(_: Scene) -> Objections:
    """Object to nothing."""
    yield from ()


def anything(_: Scene, __: Event) -> Objections:
    """Object to nothing that is said."""
    yield from ()


def said(*texts: str) -> Objections:
    """Object to a reason left out."""
    if not all(text.strip() for text in texts):
        yield Objection(Hindrance.REASON)


def named(name: str, taken: Iterable[str]) -> Objections:
    """Object to a thing without a name, or with one that another bears."""
    if not name.strip():
        yield Objection(Hindrance.NAME)
    if name in taken:
        yield Objection(Hindrance.NAME_TAKEN, {"name": name})


def found(name: str, among: Iterable[str]) -> Objections:
    """Object to a name that nothing bears."""
    if name not in among:
        yield Objection(Hindrance.UNKNOWN, {"name": name})


def in_form(scene: Scene) -> Objections:
    """Object unless an application stands that must be answered."""
    filing = scene.case.filing
    if filing is None:
        yield Objection(Hindrance.NOT_FILED)
    elif not filing.in_form:
        yield Objection(Hindrance.NOT_IN_FORM)
    elif filing.discontinued_at is not None:
        yield Objection(Hindrance.DISCONTINUED)


def undecided(scene: Scene) -> Objections:
    """Object once an order is made, save one that only puts the decision off."""
    order, filing = scene.case.order, scene.case.filing
    if order is None or order.adjourned or filing is None:
        return
    passed_on = order.decided_by.role is Role.HEAD_OF_PRISON and not order.granted
    if not (passed_on and filing.route is not Role.HEAD_OF_PRISON):
        yield Objection(Hindrance.DECIDED)


def of_the_last(scene: Scene, order: str) -> Objections:
    """Object unless it speaks of the last order."""
    last = scene.case.order
    if last is None:
        yield Objection(Hindrance.NO_ORDER)
    elif last.order != order:
        yield Objection(Hindrance.UNKNOWN, {"name": order})


def granted(scene: Scene) -> Objections:
    """Object unless a leave is granted and not withdrawn."""
    order = scene.case.order
    if order is None:
        yield Objection(Hindrance.NO_ORDER)
    elif not order.granted:
        yield Objection(Hindrance.NOT_GRANTED)
    elif order.withdrawal is not None:
        yield Objection(Hindrance.WITHDRAWN)


def inside(scene: Scene) -> Objections:
    """Object when the person is out, or has been under the last order."""
    case = scene.case
    if case.out:
        yield Objection(Hindrance.OUT)
    elif case.order is not None and any(each.order == case.order.order for each in case.absences):
        yield Objection(Hindrance.USED)


def seen(scene: Scene) -> Objections:
    """Object while a fact noted so far was not acknowledged by the one who acts."""
    unseen = scene.case.unseen_by(scene.by)
    if unseen:
        yield Objection(Hindrance.UNSEEN, {"facts": ", ".join(each.fact for each in unseen)})


def stranger_to_it(scene: Scene) -> Objections:
    """Object to the author of the application, and to the person."""
    filing = scene.case.filing
    authors = (scene.case.person, filing.author if filing is not None else "")
    if scene.by.id in authors:
        yield Objection(Hindrance.AUTHOR)


def allowed(answer: Allowed | NotModelled, otherwise: Hindrance) -> Objections:
    """Object unless the law is known to allow it."""
    if isinstance(answer, NotModelled):
        yield Objection(Hindrance.NOT_MODELLED, {"question": answer.question})
    elif answer.outcome is not Outcome.OPEN:
        yield Objection(otherwise, {}, (answer.rule,))


def closed(limit: clocks.Limit, at: datetime, otherwise: Hindrance) -> Objections:
    """Object unless a limit is over under every reading."""
    if isinstance(limit, NotModelled):
        yield Objection(Hindrance.NOT_MODELLED, {"question": limit.question})
    elif not isinstance(limit, TimeLimit):
        yield Objection(otherwise, {"closes_at": ""})
    elif limit.outcome(at) is not Outcome.CLOSED:
        yield Objection(otherwise, {"closes_at": limit.closes_at.isoformat()}, (limit.rule,))


def dated(terms: Terms, at: datetime) -> Objections:
    """Object to terms that end before they start, have started, or say no place or escort."""
    if terms.returns_at <= terms.departs_at:
        holes = {
            "departs_at": terms.departs_at.isoformat(),
            "returns_at": terms.returns_at.isoformat(),
        }
        yield Objection(Hindrance.DATES, holes)
    if terms.departs_at < at:
        yield Objection(Hindrance.DATES_PASSED, {"departs_at": terms.departs_at.isoformat()})
    if not terms.places:
        yield Objection(Hindrance.PLACE)
    if terms.escorted and not terms.escort:
        yield Objection(Hindrance.ESCORT)
