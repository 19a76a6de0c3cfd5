"""The permit, the withdrawal and the gate; the declaration of an escape; doubts settled."""

from sortie.casework.acts.scene import (
    Act,
    Objections,
    Scene,
    always,
    granted,
    inside,
    named,
    of_the_last,
    only,
    said,
)
from sortie.casework.case import Case, FactToSee
from sortie.casework.errors import Hindrance, Objection
from sortie.casework.events import (
    Departed,
    DoubtSettled,
    EscapeDeclared,
    ExitKind,
    OrderWithdrawn,
    PermitIssued,
    SecondMeans,
)
from sortie.casework.orders import Order
from sortie.casework.roles import CLERKS, Role
from sortie.casework.standing import hindrances, victims_to_tell
from sortie.law import Choice, NotModelled

_J = Role.ENFORCEMENT_JUDGE
_GATE = (Role.GATE, Role.PRISON_CLERK, Role.SURVEILLANCE_STAFF)
SLIPPED_AWAY = "slipped_away"
_SURE = (SecondMeans.SECOND_PERSON, SecondMeans.FINGERS)


def _may_be_carried_out(scene: Scene) -> Objections:
    yield from hindrances(scene.case, scene.law, scene.at)
    yield from victims_to_tell(scene.case, scene.law, scene.at)
    yield from inside(scene)
    order = scene.case.order
    if order is not None and order.granted and order.notice_to(Role.DETAINED_PERSON) is None:
        yield Objection(Hindrance.NOT_NOTIFIED, {"role": Role.DETAINED_PERSON})


def _permit_fits(scene: Scene, event: PermitIssued) -> Objections:
    yield from of_the_last(scene, event.order)
    yield from named(event.permit, ())
    order = scene.case.order
    if order is None:
        return
    if order.terms is not None and scene.at >= order.terms.returns_at:
        yield Objection(Hindrance.TOO_LATE, {"returns_at": order.terms.returns_at.isoformat()})
    left_out = [ban.what for ban in order.attached_bans if ban not in event.attached_bans]
    if left_out:
        yield Objection(Hindrance.BANS_LEFT_OUT, {"bans": ", ".join(left_out)})


def _with_permit(scene: Scene) -> Objections:
    yield from _may_be_carried_out(scene)
    order = scene.case.order
    if order is None or not order.granted:
        return
    if order.permit is None:
        yield Objection(Hindrance.NO_PERMIT)
    elif (order.permit.version, order.permit.committal_number) != (
        order.version,
        scene.case.committal_number,
    ):
        yield Objection(Hindrance.OLD_PERMIT)
    if order.terms is None:
        return
    if scene.at < order.terms.departs_at:
        yield Objection(Hindrance.TOO_SOON, {"departs_at": order.terms.departs_at.isoformat()})
    if scene.at >= order.terms.returns_at:
        yield Objection(Hindrance.TOO_LATE, {"returns_at": order.terms.returns_at.isoformat()})


def _exit_fits(scene: Scene, event: Departed) -> Objections:
    yield from of_the_last(scene, event.order)
    yield from _identified(scene, event)
    order = scene.case.order
    if order is not None:
        yield from _titled(order, event)
    if event.exit is ExitKind.RELEASE and scene.known.open_titles:
        yield Objection(Hindrance.OPEN_TITLE, {"titles": ", ".join(scene.known.open_titles)})
    unshown = [
        fact.fact for fact in facts_for_the_gate(scene.case) if fact.fact not in event.facts_shown
    ]
    if unshown:
        yield Objection(Hindrance.FACT_NOT_SHOWN, {"facts": ", ".join(unshown)})


def facts_for_the_gate(case: Case) -> tuple[FactToSee, ...]:
    """Return the facts noted since the last decision, that the gate must be shown."""
    order = case.order
    if order is None:
        return ()
    since = order.number
    return tuple(
        fact
        for fact in case.facts.values()
        if fact.number > since and (not fact.shown_to or Role.GATE in fact.shown_to)
    )


def _titled(order: Order, event: Departed) -> Objections:
    if order.permit is not None and order.permit.permit != event.permit:
        yield Objection(Hindrance.WRONG_PERMIT)
    if not event.permit_handed:
        yield Objection(Hindrance.NOT_HANDED)
    escorted = order.terms is not None and order.terms.escorted
    fits = ExitKind.ESCORTED if escorted else ExitKind.LEAVE
    if event.exit is not fits:
        yield Objection(Hindrance.WRONG_EXIT, {"exit": event.exit, "fits": fits})


def _identified(scene: Scene, event: Departed) -> Objections:
    if event.committal_number != scene.case.committal_number:
        yield Objection(Hindrance.WRONG_NUMBER)
    if not event.answered_name:
        yield Objection(Hindrance.NAME_NOT_ANSWERED)
    second = event.second_person.strip()
    by_another = event.second_means is SecondMeans.SECOND_PERSON
    if by_another and second in ("", scene.by.id, scene.case.person):
        yield Objection(Hindrance.SECOND_PERSON)
    others = [each for each in event.similar if each != scene.case.person]
    if others and event.second_means not in _SURE:
        yield Objection(Hindrance.SIMILAR, {"similar": ", ".join(others)})


def _withdrawals(scene: Scene) -> tuple[Choice, ...] | NotModelled:
    order = scene.case.order
    granted_by = _J if order is None else order.decided_by.role
    if order is not None and order.on_appeal is not None:
        granted_by = _J
    return scene.law.withdrawal(granted_by=granted_by, on=scene.on)


def _who_withdraws(scene: Scene) -> tuple[Role, ...]:
    """Whoever the law lets take this leave back."""
    choices = _withdrawals(scene)
    if isinstance(choices, NotModelled):
        return (_J,)
    return tuple(dict.fromkeys(Role(who) for choice in choices for who in choice.who))


def _to_be_withdrawn(scene: Scene) -> Objections:
    yield from granted(scene)
    case = scene.case
    if case.absence is not None and not case.out:
        yield Objection(Hindrance.USED)


def _withdrawal_fits(scene: Scene, event: OrderWithdrawn) -> Objections:
    yield from of_the_last(scene, event.order)
    yield from said(event.because)
    choices = _withdrawals(scene)
    if isinstance(choices, NotModelled):
        yield Objection(Hindrance.NOT_MODELLED, {"question": choices.question})
        return
    own = [choice for choice in choices if scene.by.role in choice.who]
    if own and not any(event.ground in choice.options for choice in own):
        rules = tuple(choice.rule for choice in own)
        yield Objection(Hindrance.NOT_A_GROUND, {"ground": event.ground}, rules)


def slipped_away(case: Case) -> bool:
    """Whether someone reported, since the departure, that the person slipped away."""
    since = case.absence.departed_at if case.absence is not None else None
    return since is not None and any(
        each.kind == SLIPPED_AWAY and each.at >= since for each in case.incidents
    )


def _missing_from_prison(scene: Scene) -> Objections:
    absence = scene.case.absence
    if absence is None or not absence.out:
        yield Objection(Hindrance.NOT_OUT)
    elif absence.authorised and scene.at <= absence.due_back_at and not slipped_away(scene.case):
        yield Objection(Hindrance.NOT_DUE_BACK, {"due_back_at": absence.due_back_at.isoformat()})
    elif absence.escape_declared_at is not None:
        yield Objection(Hindrance.NAME_TAKEN, {"name": "escape_declared"})


def _settlement_fits(scene: Scene, event: DoubtSettled) -> Objections:
    yield from said(event.how)
    doubt = scene.case.doubts.get(event.doubt)
    if doubt is None or doubt.settled_at is not None:
        yield Objection(Hindrance.UNKNOWN, {"name": event.doubt})
    elif doubt.raised_by.id == scene.by.id:
        yield Objection(Hindrance.RAISED_IT, {"doubt": event.doubt})


ACTS = (
    Act(PermitIssued, only(Role.PRISON_CLERK, Role.HEAD_OF_PRISON), _may_be_carried_out, always,
        _permit_fits),
    Act(OrderWithdrawn, _who_withdraws, _to_be_withdrawn, always, _withdrawal_fits),
    Act(Departed, only(*_GATE), _with_permit, always, _exit_fits),
    Act(EscapeDeclared, only(Role.HEAD_OF_PRISON), _missing_from_prison, always,
        lambda _, event: said(event.because)),
    Act(DoubtSettled, only(_J, *CLERKS), always, always, _settlement_fits),
)  # fmt: skip
