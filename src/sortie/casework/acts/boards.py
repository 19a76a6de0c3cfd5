"""The acts of the board, and of whoever must have seen a fact."""

from sortie.casework.acts.scene import (
    Act,
    Objections,
    Scene,
    allowed,
    always,
    found,
    in_form,
    named,
    only,
    said,
    seen,
    stranger_to_it,
    undecided,
)
from sortie.casework.errors import Hindrance, Objection
from sortie.casework.events import (
    BoardMode,
    BoardSat,
    BoardSeized,
    BoardSkipped,
    FactNoted,
    FactSeen,
    OpinionGiven,
)
from sortie.casework.roles import CLERKS, PROBATION, Role
from sortie.law import Composition, NotModelled

_J = Role.ENFORCEMENT_JUDGE
_NOTERS = (
    *CLERKS, *PROBATION, _J, Role.HEAD_OF_PRISON, Role.SURVEILLANCE_STAFF, Role.PROSECUTOR,
    Role.APPEAL_PRESIDENT, Role.POLICE, Role.OFFICE,
)  # fmt: skip
_SEERS = (
    _J, Role.INVESTIGATING_JUDGE, Role.PROSECUTOR, Role.HEAD_OF_PRISON, *PROBATION,
    Role.SURVEILLANCE_STAFF, Role.APPEAL_PRESIDENT, *CLERKS, Role.GATE,
)  # fmt: skip


def composition(scene: Scene) -> Composition | None:
    """Return who sits on the board, if a rule says so."""
    found = scene.law.board(on=scene.on)
    return None if isinstance(found, NotModelled) else found


def members(scene: Scene) -> tuple[Role, ...]:
    """Return the roles that may give the board's opinions; the probation service's, to the head."""
    filing = scene.case.filing
    if filing is not None and filing.route is Role.HEAD_OF_PRISON:
        return PROBATION
    sits = composition(scene)
    roles = (role for seat in sits.seats for role in seat.roles) if sits is not None else ()
    return tuple(Role(role) for role in roles)


def seat_of(scene: Scene, member: Role) -> tuple[str, ...]:
    """Return the roles that fill the same seat: one opinion speaks for all of them."""
    if member in PROBATION:
        return PROBATION
    sits = composition(scene)
    seats = sits.seats if sits is not None else ()
    return next((seat.roles for seat in seats if member in seat.roles), (member,))


def before_the_judge(scene: Scene) -> Objections:
    yield from in_form(scene)
    yield from undecided(scene)
    filing = scene.case.filing
    if filing is None or filing.route is None:
        yield Objection(Hindrance.NOT_ROUTED)
    elif filing.route is Role.HEAD_OF_PRISON:
        yield Objection(Hindrance.WITH_HEAD)


def _not_answered(scene: Scene) -> Objections:
    yield from before_the_judge(scene)
    if scene.case.board is not None and scene.case.board.answered:
        yield Objection(Hindrance.BOARD_OVER)


def _sitting_fits(scene: Scene, event: BoardSeized) -> Objections:
    yield from named(event.sitting, ())
    if event.sits_at < scene.at:
        yield Objection(Hindrance.DATES_PASSED, {"departs_at": event.sits_at.isoformat()})
    if event.mode is BoardMode.ELECTRONIC:
        yield from _electronic(scene, appearance=event.appearance)


def _electronic(scene: Scene, *, appearance: bool) -> Objections:
    answer = scene.law.board_may_sit_electronically(appearance_ordered=appearance, on=scene.on)
    yield from allowed(answer, Hindrance.NO_ELECTRONIC)


def _skipping_fits(scene: Scene, event: BoardSkipped) -> Objections:
    yield from said(event.because)
    urgent = bool(event.because.strip())
    answer = scene.law.board_may_be_skipped(urgent=urgent, on=scene.on)
    yield from allowed(answer, Hindrance.NOT_SKIPPED)


def _asked_for_opinion(scene: Scene) -> Objections:
    yield from in_form(scene)
    yield from undecided(scene)
    filing = scene.case.filing
    if filing is None or filing.route is None:
        yield Objection(Hindrance.NOT_ROUTED)
    elif filing.route is not Role.HEAD_OF_PRISON and scene.case.board is None:
        yield Objection(Hindrance.BOARD_NOT_SEIZED)


def _may_give_opinion(scene: Scene) -> Objections:
    yield from seen(scene)
    yield from stranger_to_it(scene)


def _opinion_fits(scene: Scene, event: OpinionGiven) -> Objections:
    if event.member is not scene.by.role or event.member not in members(scene):
        yield Objection(Hindrance.NOT_A_MEMBER, {"role": event.member})
    yield from said(event.reasons)
    for piece in event.pieces:
        yield from found(piece, scene.case.pieces)
    same = seat_of(scene, event.member)
    if any(each.member in same for each in scene.case.present_opinions):
        yield Objection(Hindrance.OPINION_GIVEN, {"role": event.member})


def _seized(scene: Scene) -> Objections:
    yield from before_the_judge(scene)
    board = scene.case.board
    if board is None:
        yield Objection(Hindrance.BOARD_NOT_SEIZED)
    elif board.sat_at is not None:
        yield Objection(Hindrance.BOARD_OVER)


def _validly_sat(scene: Scene, event: BoardSat) -> Objections:
    yield from said(event.minutes)
    board = scene.case.board
    if board is not None and board.mode is BoardMode.IN_PERSON and scene.at < board.sits_at:
        yield Objection(Hindrance.TOO_EARLY, {"sits_at": board.sits_at.isoformat()})
    sits = composition(scene)
    if sits is None:
        yield Objection(Hindrance.NOT_MODELLED, {"question": "board"})
        return
    empty = sits.empty_seats(event.present)
    if empty:
        yield Objection(Hindrance.NO_QUORUM, {"seats": ", ".join(empty)}, (sits.rule,))


def _new_fact(scene: Scene, event: FactNoted) -> Objections:
    yield from named(event.fact, scene.case.facts)
    yield from said(event.kind)


def _may_see(scene: Scene, event: FactSeen) -> Objections:
    yield from found(event.fact, scene.case.facts)
    fact = scene.case.facts.get(event.fact)
    if fact is not None and fact.shown_to and scene.by.role not in fact.shown_to:
        roles = ", ".join(fact.shown_to)
        yield Objection(Hindrance.ROLE, {"role": scene.by.role, "roles": roles})


ACTS = (
    Act(BoardSeized, only(_J, Role.COURT_CLERK), _not_answered, always, _sitting_fits),
    Act(BoardSkipped, only(_J), before_the_judge, always, _skipping_fits),
    Act(OpinionGiven, members, _asked_for_opinion, _may_give_opinion, _opinion_fits),
    Act(BoardSat, only(_J, Role.COURT_CLERK), _seized, always, _validly_sat),
    Act(FactNoted, only(*_NOTERS), always, always, _new_fact),
    Act(FactSeen, only(*_SEERS), always, always, _may_see),
)
