"""The notices of an order, the visa, the appeals and the president's order."""

from sortie.casework import clocks
from sortie.casework.acts.decisions import bar_fits, law_lets
from sortie.casework.acts.scene import (
    Act,
    Objections,
    Scene,
    allowed,
    always,
    closed,
    dated,
    found,
    granted,
    in_form,
    inside,
    named,
    of_the_last,
    only,
    said,
    seen,
    stranger_to_it,
)
from sortie.casework.errors import Hindrance, Objection
from sortie.casework.events import (
    AppealDecided,
    AppealDiscontinued,
    AppealLodged,
    AppealOutcome,
    DateFixed,
    NoAppealVisaGiven,
    Notified,
    ObservationsFiled,
    PresidentSeized,
    Redating,
    Terms,
)
from sortie.casework.folding import granted_on_appeal, party_of
from sortie.casework.orders import Order
from sortie.casework.roles import APPLICANTS, PROBATION, Role
from sortie.law import Means, NotModelled, Party, TimeLimit
from sortie.rules import Outcome

_PRISON = (Role.HEAD_OF_PRISON, Role.PRISON_CLERK)
_NOTIFIERS = {
    Role.DETAINED_PERSON: _PRISON,
    Role.PROSECUTOR: (Role.COURT_CLERK,),
    Role.LAWYER: (Role.COURT_CLERK, *_PRISON),
}


def _ordered(scene: Scene) -> Objections:
    if scene.case.order is None:
        yield Objection(Hindrance.NO_ORDER)


def _notice_fits(scene: Scene, event: Notified) -> Objections:
    yield from of_the_last(scene, event.order)
    roles = _NOTIFIERS.get(event.to, ())
    if scene.by.role not in roles:
        yield Objection(Hindrance.ROLE, {"role": scene.by.role, "roles": ", ".join(roles)})
    order = scene.case.order
    if not event.proof.strip() or _undated(event):
        yield Objection(Hindrance.PROOF)
    if order is None:
        return
    if order.notice_to(event.to) is not None:
        yield Objection(Hindrance.NOTIFIED, {"role": event.to})
    instants = [each for each in (event.signed_at, event.sent_at, scene.at) if each is not None]
    if min(instants) < order.decided_at or max(instants) > scene.at:
        yield Objection(Hindrance.NOTICE_TOO_EARLY, {"decided_at": order.decided_at.isoformat()})


def _undated(event: Notified) -> bool:
    """Whether the instant that these means count from is not said."""
    if event.means is Means.ELECTRONIC:
        return False
    unsigned = event.means is Means.POSTAL_UNSIGNED
    return (event.sent_at if unsigned else event.signed_at) is None


def _visa_possible(scene: Scene) -> Objections:
    yield from granted(scene)
    order = scene.case.order
    if order is None:
        return
    if any(each.party is Party.PROSECUTOR for each in order.pending_appeals):
        yield Objection(Hindrance.APPEAL_PENDING)
    if not clocks.appealable(order):
        yield Objection(Hindrance.NOT_APPEALABLE)
    if order.visa_at is not None:
        yield Objection(Hindrance.VISA_GIVEN)


def _visa_fits(scene: Scene, event: NoAppealVisaGiven) -> Objections:
    yield from of_the_last(scene, event.order)


def _may_be_appealed(scene: Scene) -> Objections:
    order = scene.case.order
    if order is None:
        yield Objection(Hindrance.NO_ORDER)
    elif order.on_appeal is not None or order.adjourned:
        yield Objection(Hindrance.NOT_APPEALABLE)
    else:
        on = clocks.day_at(scene.law, order.where, order.decided_at)
        answer = scene.law.may_be_appealed(decider=order.decided_by.role, on=on)
        yield from allowed(answer, Hindrance.NOT_APPEALABLE)


def _party_may_appeal(scene: Scene) -> Objections:
    order = scene.case.order
    if order is None:
        return
    party = party_of(scene.by.role)
    if any(each.party is party for each in order.pending_appeals):
        yield Objection(Hindrance.APPEAL_PENDING)
    if party is Party.PROSECUTOR and order.visa_at is not None:
        yield Objection(Hindrance.VISA_GIVEN)


def _appeal_fits(scene: Scene, event: AppealLodged) -> Objections:
    yield from of_the_last(scene, event.order)
    order = scene.case.order
    if order is None or event.obstacle.strip():
        return
    party = party_of(scene.by.role)
    limits = [clocks.window(order, party, scene.law)]
    if event.cross:
        limits.append(clocks.cross_window(order, party, scene.law))
    known = [each for each in limits if each is not None]
    unmodelled = [each for each in known if isinstance(each, NotModelled)]
    for each in unmodelled:
        yield Objection(Hindrance.NOT_MODELLED, {"question": each.question})
    spent = [each for each in known if isinstance(each, TimeLimit)]
    if spent and all(each.outcome(scene.at) is Outcome.CLOSED for each in spent):
        last = max(spent, key=lambda each: each.closes_at)
        holes = {"closes_at": last.closes_at.isoformat()}
        yield Objection(Hindrance.OUT_OF_TIME, holes, (last.rule,))


def _own_appeal_pending(scene: Scene) -> Objections:
    order = scene.case.order
    party = party_of(scene.by.role)
    if order is None or not any(each.party is party for each in order.pending_appeals):
        yield Objection(Hindrance.NO_APPEAL)


def _discontinuance_fits(scene: Scene, event: AppealDiscontinued) -> Objections:
    yield from of_the_last(scene, event.order)


def before_president(scene: Scene) -> Objections:
    """Object unless an appeal, or a silence, waits for the president."""
    case = scene.case
    seized = case.filing is not None and case.filing.president_seized_at is not None
    silent = seized and (case.order is None or case.order.adjourned)
    if not silent and (case.order is None or not case.order.pending_appeals):
        yield Objection(Hindrance.NO_APPEAL)


def _observations_fit(scene: Scene, event: ObservationsFiled) -> Objections:
    yield from found(event.piece, scene.case.pieces)


def _unanswered(scene: Scene) -> Objections:
    yield from in_form(scene)
    case = scene.case
    if case.order is not None and not case.order.adjourned:
        yield Objection(Hindrance.DECIDED)
    if case.filing is None:
        return
    if case.filing.route is Role.HEAD_OF_PRISON:
        yield Objection(Hindrance.WITH_HEAD)
    if case.filing.president_seized_at is not None:
        yield Objection(Hindrance.APPEAL_PENDING)
    limit = clocks.answer_limit(case, scene.law)
    yield from closed(limit, scene.at, Hindrance.STILL_IN_TIME)


def _seizure_fits(_: Scene, event: PresidentSeized) -> Objections:
    yield from said(event.because)


def _may_rule(scene: Scene) -> Objections:
    yield from stranger_to_it(scene)
    yield from seen(scene)
    order = scene.case.order
    if order is not None and order.decided_by.id == scene.by.id:
        yield Objection(Hindrance.DECIDED_BEFORE)


def _president_order_fits(scene: Scene, event: AppealDecided) -> Objections:
    yield from said(event.reasons)
    order = scene.case.order
    waiting = order if order is not None and order.pending_appeals else None
    if waiting is not None:
        yield from of_the_last(scene, event.order)
    else:
        yield from named(event.order, scene.case.orders)
    yield from _in_its_time(scene, event)
    if event.bar_until is not None:
        yield from _bar_on_appeal(scene, event, waiting)
    yield from _redated(scene, event, waiting)


def _in_its_time(scene: Scene, event: AppealDecided) -> Objections:
    since = clocks.president_since(scene.case, scene.case.order)
    if since is None:
        return
    lodged_at, where = since
    answer = scene.law.president_may_rule(
        lodged_at=lodged_at,
        urgent=bool(event.urgent.strip()),
        at=scene.at,
        place=scene.law.place_of(where),
    )
    yield from allowed(answer, Hindrance.TIME_TO_WRITE)


def _bar_on_appeal(scene: Scene, event: AppealDecided, order: Order | None) -> Objections:
    refused = order is not None and not order.granted
    if not refused or event.outcome is not AppealOutcome.UPHELD or event.bar_until is None:
        yield Objection(Hindrance.NO_BAR)
        return
    longest = scene.law.longest_bar(
        decider=Role.APPEAL_PRESIDENT, decided_at=scene.at, place=scene.place
    )
    yield from bar_fits(longest, event.bar_until.isoformat())


def _redated(scene: Scene, event: AppealDecided, order: Order | None) -> Objections:
    """Object to a grant whose dates are past and left to nobody."""
    if event.redating is Redating.NEW_DATE and event.terms is None:
        yield Objection(Hindrance.DATES_TO_FIX, {"role": Role.APPEAL_PRESIDENT})
    grants = event.terms is not None if order is None else granted_on_appeal(order, event)
    left = event.redating in (Redating.LEFT_TO_JUDGE, Redating.LEFT_TO_PROBATION)
    if grants and (order is None or not order.granted):
        yield from law_lets(event.law_says, event.despite)
    if not grants or left:
        return
    terms = event.terms or (order.terms if order is not None else None)
    if terms is not None and (order is None or order.dates_left_to is None or event.terms):
        yield from dated(terms, scene.at)


def _dates_to_fix(scene: Scene) -> Objections:
    yield from granted(scene)
    yield from inside(scene)
    order = scene.case.order
    if order is None or order.dates_left_to is not None or order.terms is None:
        return
    past = scene.at >= order.terms.departs_at
    if order.on_appeal is None or not past:
        yield Objection(Hindrance.DATES, _shown(order.terms))


def _shown(terms: Terms) -> dict[str, str]:
    return {
        "departs_at": terms.departs_at.isoformat(),
        "returns_at": terms.returns_at.isoformat(),
    }


def _who_fixes(scene: Scene) -> tuple[Role, ...]:
    """Whoever the order leaves the dates to; the judge or the president for dates gone by."""
    order = scene.case.order
    left_to = order.dates_left_to if order is not None else None
    if left_to is None:
        return (Role.ENFORCEMENT_JUDGE, Role.APPEAL_PRESIDENT)
    return PROBATION if left_to in PROBATION else (left_to,)


def _date_fits(scene: Scene, event: DateFixed) -> Objections:
    yield from of_the_last(scene, event.order)
    yield from dated(event.terms, scene.at)
    order = scene.case.order
    granted_terms = order.terms if order is not None else None
    if granted_terms is None:
        return
    same = (granted_terms.leave, granted_terms.escorted)
    if (event.terms.leave, event.terms.escorted) != same:
        yield Objection(Hindrance.OTHER_LEAVE, {"leave": event.terms.leave})
    granted_time = granted_terms.returns_at - granted_terms.departs_at
    if event.terms.returns_at - event.terms.departs_at > granted_time:
        yield Objection(Hindrance.LONGER)


ACTS = (
    Act(Notified, only(Role.COURT_CLERK, *_PRISON), _ordered, always, _notice_fits),
    Act(NoAppealVisaGiven, only(Role.PROSECUTOR), _visa_possible, always, _visa_fits),
    Act(AppealLodged, only(*APPLICANTS, Role.PROSECUTOR), _may_be_appealed, _party_may_appeal,
        _appeal_fits),
    Act(AppealDiscontinued, only(*APPLICANTS, Role.PROSECUTOR), _ordered, _own_appeal_pending,
        _discontinuance_fits),
    Act(ObservationsFiled, only(*APPLICANTS, Role.PROSECUTOR), before_president, always,
        _observations_fit),
    Act(PresidentSeized, only(*APPLICANTS), _unanswered, always, _seizure_fits),
    Act(AppealDecided, only(Role.APPEAL_PRESIDENT), before_president, _may_rule,
        _president_order_fits),
    Act(DateFixed, _who_fixes, _dates_to_fix, seen, _date_fits),
)  # fmt: skip
