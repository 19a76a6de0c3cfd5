"""The order on the application and its corrections: who may make it, and what it must say."""

from sortie.casework import clocks
from sortie.casework.acts.scene import (
    Act,
    Objections,
    Scene,
    closed,
    dated,
    found,
    granted,
    in_form,
    inside,
    named,
    of_the_last,
    said,
    seen,
    stranger_to_it,
    undecided,
)
from sortie.casework.errors import Hindrance, Objection
from sortie.casework.events import Decided, DecisionOutcome, LawSays, OrderCorrected
from sortie.casework.orders import GRANTS
from sortie.casework.roles import PROBATION, Role
from sortie.law import Bar, NotModelled
from sortie.rules import Outcome

_J = Role.ENFORCEMENT_JUDGE
_H = Role.HEAD_OF_PRISON
_WITHOUT_BOARD = (DecisionOutcome.INADMISSIBLE, DecisionOutcome.ADJOURNED)


def deciders(scene: Scene) -> tuple[Role, ...]:
    """Return who may decide: whoever it was sent to, if the law still names them."""
    filing = scene.case.filing
    route = filing.route if filing is not None else None
    if scene.known.competent:
        return tuple(role for role in scene.known.competent if route in (None, role))
    return (route,) if route is not None else (_J, _H)


def _to_be_decided(scene: Scene) -> Objections:
    yield from in_form(scene)
    yield from undecided(scene)
    filing = scene.case.filing
    if filing is None or filing.route is None:
        yield Objection(Hindrance.NOT_ROUTED)
        return
    if filing.routed_number < scene.case.changed_number:
        yield Objection(Hindrance.ROUTE_AGAIN)
    competent = scene.known.competent
    if competent and filing.route not in competent:
        yield Objection(Hindrance.ROUTE_UNFIT, {"to": filing.route})


def _may_decide(scene: Scene) -> Objections:
    yield from stranger_to_it(scene)
    yield from seen(scene)
    gave = (each for each in scene.case.opinions if each.by.id == scene.by.id)
    if any(each.member is not scene.by.role for each in gave):
        yield Objection(Hindrance.GAVE_OPINION)


def _order_fits(scene: Scene, event: Decided) -> Objections:
    yield from named(event.order, scene.case.orders)
    yield from said(event.reasons)
    if event.outcome not in _WITHOUT_BOARD:
        yield from _advised(scene)
    if event.outcome in GRANTS:
        yield from _grant_fits(scene, event)
    if event.outcome is DecisionOutcome.REFUSED:
        yield from _grounded(scene, event)
    if event.bar_until is not None:
        yield from _barred(scene, event)
    by_head = scene.by.role is _H
    other = event.outcome in (*_WITHOUT_BOARD, DecisionOutcome.GRANTED_IN_PART)
    if by_head and (other or event.head_excluded):
        yield Objection(Hindrance.NOT_BY_HEAD)


def _advised(scene: Scene) -> Objections:
    """Object until the board answered, was deemed to or was skipped; the head, until advised."""
    case = scene.case
    if scene.by.role is _H:
        if not any(each.member in PROBATION for each in case.present_opinions):
            yield Objection(Hindrance.NO_PROBATION_OPINION)
    elif not case.board_skipped and (case.board is None or not case.board.answered):
        yield from closed(clocks.opinion_limit(case, scene.law), scene.at, Hindrance.NO_OPINION)


def _grant_fits(scene: Scene, event: Decided) -> Objections:
    if event.terms is None:
        yield Objection(Hindrance.DATES_TO_FIX, {"role": event.dates_left_to or scene.by.role})
    elif event.dates_left_to is None:
        yield from dated(event.terms, scene.at)
    yield from law_lets(event.law_says, event.despite)


def law_lets(says: LawSays | None, despite: str) -> Objections:
    """Object to a grant the law closes, or leaves undetermined without the judge's own reason."""
    if says is None:
        yield Objection(Hindrance.LAW_SILENT)
    elif says.outcome is Outcome.CLOSED:
        yield Objection(Hindrance.LAW_CLOSED, {}, says.because)
    elif says.outcome is Outcome.UNDETERMINED and not despite.strip():
        yield Objection(Hindrance.LAW_UNDETERMINED, {}, says.because)


def _grounded(scene: Scene, event: Decided) -> Objections:
    if not event.grounds:
        yield Objection(Hindrance.GROUND_WITHOUT_PIECE)
    for ground in event.grounds:
        yield from said(ground.text)
        if not ground.piece:
            yield Objection(Hindrance.GROUND_WITHOUT_PIECE)
            continue
        yield from found(ground.piece, scene.case.pieces)
        piece = scene.case.pieces.get(ground.piece)
        if piece is not None and piece.dated_on is None:
            yield Objection(Hindrance.GROUND_UNDATED, {"piece": ground.piece})


def _barred(scene: Scene, event: Decided) -> Objections:
    if event.outcome is not DecisionOutcome.REFUSED or event.bar_until is None:
        yield Objection(Hindrance.NO_BAR)
        return
    longest = scene.law.longest_bar(decider=scene.by.role, decided_at=scene.at, place=scene.place)
    yield from bar_fits(longest, event.bar_until.isoformat())


def bar_fits(longest: Bar | NotModelled | None, until: str) -> Objections:
    """Object to a bar the law does not allow, or not so long."""
    if isinstance(longest, NotModelled):
        yield Objection(Hindrance.NOT_MODELLED, {"question": longest.question})
    elif longest is None:
        yield Objection(Hindrance.NO_BAR)
    elif until > longest.until.isoformat() or (
        longest.fixed and until != longest.until.isoformat()
    ):
        holes = {"bar_until": until, "longest": longest.until.isoformat()}
        yield Objection(Hindrance.BAR_TOO_LONG, holes, (longest.rule,))


def _to_be_corrected(scene: Scene) -> Objections:
    if scene.case.order is None:
        yield Objection(Hindrance.NO_ORDER)
    if scene.case.order is not None and scene.case.order.withdrawal is not None:
        yield Objection(Hindrance.WITHDRAWN)
    yield from inside(scene)


def _correction_fits(scene: Scene, event: OrderCorrected) -> Objections:
    yield from of_the_last(scene, event.order)
    yield from said(event.because)
    if event.terms is not None:
        yield from granted(scene)
        yield from dated(event.terms, scene.at)


def _who_corrects(scene: Scene) -> tuple[Role, ...]:
    """Whoever made the order, in that capacity; the president once they ruled on it."""
    order = scene.case.order
    if order is None:
        return (_J, _H)
    if order.on_appeal is not None:
        return (Role.APPEAL_PRESIDENT,)
    return (order.decided_by.role,)


ACTS = (
    Act(Decided, deciders, _to_be_decided, _may_decide, _order_fits),
    Act(OrderCorrected, _who_corrects, _to_be_corrected, seen, _correction_fits),
)
