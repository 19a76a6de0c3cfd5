"""The acts on the application, its file, its route and its victims."""

from sortie.casework import clocks
from sortie.casework.acts.scene import (
    Act,
    Objections,
    Scene,
    always,
    anything,
    found,
    in_form,
    named,
    only,
    said,
    undecided,
)
from sortie.casework.errors import Hindrance, Objection
from sortie.casework.events import (
    ApplicationDiscontinued,
    ApplicationFiled,
    FoundNotInForm,
    PieceAdded,
    Routed,
    VictimNoted,
    VictimNoticeWaived,
    VictimTold,
    VictimWish,
)
from sortie.casework.roles import APPLICANTS, CLERKS, PROBATION, Role
from sortie.casework.standing import owed_to
from sortie.casework.states import OVER, State, state_of
from sortie.law import NotModelled
from sortie.rules import Outcome

_J = Role.ENFORCEMENT_JUDGE
_FILERS = (*APPLICANTS, *PROBATION, *CLERKS, Role.HEAD_OF_PRISON)
_FILE = (*_FILERS, _J, Role.PROSECUTOR, Role.SURVEILLANCE_STAFF, Role.APPEAL_PRESIDENT)


def _not_yet_filed(scene: Scene) -> Objections:
    filing = scene.case.filing
    if filing is not None and filing.in_form:
        yield Objection(Hindrance.ALREADY_FILED)


def _filed_whole(_: Scene, event: ApplicationFiled) -> Objections:
    for text in (event.person, event.committal_number, event.prison, event.court):
        if not text.strip():
            yield Objection(Hindrance.NAME)
    asked = event.asked
    if asked.returns_at <= asked.departs_at:
        holes = {
            "departs_at": asked.departs_at.isoformat(),
            "returns_at": asked.returns_at.isoformat(),
        }
        yield Objection(Hindrance.DATES, holes)


def _filed_and_undecided(scene: Scene) -> Objections:
    yield from in_form(scene)
    yield from undecided(scene)


def _really_not_in_form(scene: Scene, event: FoundNotInForm) -> Objections:
    yield from said(event.because)
    filing = scene.case.filing
    if filing is None:
        return
    on = clocks.day_at(scene.law, filing.where, filing.filed_at)
    accepted = scene.law.form_accepted(form=filing.form, signed=filing.signed, on=on)
    if not isinstance(accepted, NotModelled) and accepted.outcome is Outcome.OPEN:
        yield Objection(Hindrance.IN_FORM, {}, (accepted.rule,))


def _new_piece(scene: Scene, event: PieceAdded) -> Objections:
    yield from named(event.piece, scene.case.pieces)
    if not event.digest.strip():
        yield Objection(Hindrance.PROOF)


def _still_to_give_up(scene: Scene) -> Objections:
    yield from in_form(scene)
    if scene.case.out:
        yield Objection(Hindrance.OUT)
    elif state_of(scene.case) in OVER and not scene.case.absences:
        yield Objection(Hindrance.DECIDED)


def _who_routes(scene: Scene) -> tuple[Role, ...]:
    """The clerks; the person too, once the head of prison refused or kept silent."""
    again = state_of(scene.case) in (State.HEAD_REFUSED, State.HEAD_SILENT)
    return (*CLERKS, _J, *APPLICANTS) if again else (*CLERKS, _J)


def _to_be_routed(scene: Scene) -> Objections:
    yield from in_form(scene)
    order = scene.case.order
    by_head = order is not None and order.decided_by.role is Role.HEAD_OF_PRISON
    if order is not None and not order.adjourned and not (by_head and not order.granted):
        yield Objection(Hindrance.DECIDED)


def _route_fits(scene: Scene, event: Routed) -> Objections:
    if not event.because:
        yield Objection(Hindrance.REASON)
    deciders = scene.known.competent or (_J, Role.HEAD_OF_PRISON)
    order = scene.case.order
    refused = order is not None and not order.adjourned
    if event.to not in deciders or (refused and event.to is Role.HEAD_OF_PRISON):
        yield Objection(Hindrance.ROUTE_UNFIT, {"to": event.to})


def _victim_may_be_told(scene: Scene, event: VictimTold) -> Objections:
    yield from found(event.victim, scene.case.victims)
    yield from said(event.means)
    victim = scene.case.victims.get(event.victim)
    if victim is None or victim.wish is not VictimWish.NOT_TOLD:
        return
    if not owed_to(scene.case, victim, scene.law, scene.at).rules:
        yield Objection(Hindrance.VICTIM_WISH, {"victim": event.victim})


def _notice_may_be_waived(scene: Scene, event: VictimNoticeWaived) -> Objections:
    yield from found(event.victim, scene.case.victims)
    yield from said(event.ground)
    victim = scene.case.victims.get(event.victim)
    if victim is None:
        return
    owed = owed_to(scene.case, victim, scene.law, scene.at)
    if owed.certain:
        yield Objection(Hindrance.VICTIM_DUE, {"victim": event.victim}, owed.rules)


ACTS = (
    Act(ApplicationFiled, only(*_FILERS), _not_yet_filed, always, _filed_whole),
    Act(FoundNotInForm, only(Role.COURT_CLERK, _J), _filed_and_undecided, always,
        _really_not_in_form),
    Act(PieceAdded, only(*_FILE), always, always, _new_piece),
    Act(ApplicationDiscontinued, only(*APPLICANTS), _still_to_give_up, always, anything),
    Act(Routed, _who_routes, _to_be_routed, always, _route_fits),
    Act(VictimNoted, only(Role.COURT_CLERK, _J, Role.PROSECUTOR, *PROBATION), always, always,
        lambda _, event: named(event.victim, ())),
    Act(VictimTold, only(Role.COURT_CLERK, _J, Role.PROSECUTOR), always, always,
        _victim_may_be_told),
    Act(VictimNoticeWaived, only(_J), always, always, _notice_may_be_waived),
)  # fmt: skip
