"""What anyone might try next on a case: every kind of act, whole, for the order it is at."""

from datetime import datetime, timedelta

from sortie import casework as cw
from sortie.law import Means
from sortie.rules import Outcome
from tests.casework import stories
from tests.casework.stories import (
    COURT_CLERK,
    GATE,
    HEAD,
    JUDGE,
    LAWYER,
    MEMBERS,
    OFFICER,
    PERSON,
    PRESIDENT,
    PRISON_CLERK,
    PROSECUTOR,
    STAFF,
    a_day_out,
    application,
    departure,
    grant,
    opinion,
    refusal,
)

EVERYONE = [
    PERSON, LAWYER, OFFICER, HEAD, PRISON_CLERK, GATE, STAFF, COURT_CLERK, JUDGE, PROSECUTOR,
    PRESIDENT, cw.OFFICE, cw.Actor("judge-9", JUDGE.role, "another court"),
    cw.Actor("director-1", cw.Role.PROBATION_DIRECTOR),
]  # fmt: skip
CLOSED = cw.LawSays(outcome=Outcome.CLOSED)
MARCH = a_day_out("2027-03-28T01:00", "2027-03-28T04:00")
OCTOBER = a_day_out("2027-10-31T01:30", "2027-10-31T05:00")


def proposals(case: cw.Case, at: datetime) -> list[cw.Event]:
    """Return events of every kind; whether one can follow is for the office to say."""
    order = case.order.order if case.order is not None else "O-0"
    new = f"O-{case.number + 1}"
    return [
        *_before_the_order(case, at),
        *_of_the_order(case, at, order, new),
        *_on_appeal(at, order, new),
        *_at_the_gate(case, order),
        *_around(case, at),
    ]


def terms(at: datetime) -> list[cw.Terms]:
    soon = cw.Terms(
        leave="fr.leave.day", purpose="employer", departs_at=at + timedelta(minutes=1),
        returns_at=at + timedelta(hours=9), places=("x",),
    )  # fmt: skip
    return [soon, MARCH, OCTOBER]


def _before_the_order(case: cw.Case, at: datetime) -> list[cw.Event]:
    route = [cw.Routed(to=role, because=("r",)) for role in (JUDGE.role, HEAD.role)]
    facts = [cw.FactSeen(fact=fact) for fact in case.facts]
    return [
        application(),
        application(signed=False),
        cw.FoundNotInForm(because="not signed"),
        cw.ApplicationDiscontinued(),
        cw.PresidentSeized(because="silence"),
        *route,
        cw.BoardSeized(sitting="S", sits_at=at + timedelta(minutes=1)),
        cw.BoardSkipped(because="a birth"),
        *(opinion(member) for member in MEMBERS),
        cw.BoardSat(present=stories.SEATS, minutes="M"),
        cw.PieceAdded(piece=f"P-{case.number}", kind="note", dated_on=at.date(), digest="d"),
        cw.FactNoted(fact=f"F-{len(case.facts)}", kind="incident"),
        *facts,
    ]


def _of_the_order(case: cw.Case, at: datetime, order: str, new: str) -> list[cw.Event]:
    piece = next(iter(case.pieces), "P-0")
    left_to = cw.Role.PROBATION_DIRECTOR
    means = [
        {"means": Means.SIGNATURE, "signed_at": at},
        {"means": Means.ELECTRONIC},
        {"means": Means.POSTAL_UNSIGNED, "sent_at": at},
    ]
    return [
        *(grant(each, new) for each in terms(at)),
        grant(MARCH, new, law_says=CLOSED),
        grant(MARCH, new, dates_left_to=left_to),
        refusal(new, grounds=(cw.Ground(text="why", piece=piece),)),
        cw.Decided(order=new, outcome=cw.DecisionOutcome.ADJOURNED, reasons="why"),
        cw.Decided(order=new, outcome=cw.DecisionOutcome.INADMISSIBLE, reasons="why"),
        cw.OrderCorrected(order=order, because="wrong"),
        *(cw.OrderCorrected(order=order, because="wrong", terms=each) for each in terms(at)),
        *(
            cw.Notified(to=role, order=order, proof="R", **each)  # type: ignore[arg-type]
            for role in (PROSECUTOR.role, PERSON.role, LAWYER.role)
            for each in means
        ),
        cw.NoAppealVisaGiven(order=order),
        *(
            cw.OrderWithdrawn(order=order, ground=ground, because="why")
            for ground in cw.WithdrawalGround
        ),
    ]


def _on_appeal(at: datetime, order: str, new: str) -> list[cw.Event]:
    return [
        cw.AppealLodged(order=order),
        cw.AppealLodged(order=order, cross=True),
        cw.AppealLodged(order=order, obstacle="in hospital"),
        cw.AppealDiscontinued(order=order),
        cw.ObservationsFiled(piece="P-1"),
        *(
            cw.AppealDecided(
                order=which, outcome=outcome, reasons="why", urgent=urgent,
                redating=redating, terms=terms(at)[0] if redating is cw.Redating.NEW_DATE else None,
                law_says=stories.OPEN,
            )
            for which in (order, new)
            for outcome in cw.AppealOutcome
            for redating in cw.Redating
            for urgent in ("", "a funeral")
        ),
        *(cw.DateFixed(order=order, terms=each) for each in terms(at)),
    ]  # fmt: skip


def _at_the_gate(case: cw.Case, order: str) -> list[cw.Event]:
    permit = case.order.permit if case.order is not None else None
    shown = tuple(fact.fact for fact in cw.facts_for_the_gate(case))
    name = permit.permit if permit is not None else "T-0"
    return [
        cw.PermitIssued(permit=f"T-{case.number}", order=order),
        *(departure(order=order, permit=name, exit=way, facts_shown=shown) for way in cw.ExitKind),
        departure(order=order, permit="T-0"),
        cw.EscapeDeclared(because="no news"),
    ]


def _around(case: cw.Case, at: datetime) -> list[cw.Event]:
    return [
        *(cw.VictimNoted(victim="V", must_be_told=must) for must in (True, False)),
        cw.VictimTold(victim="V", means="letter"),
        cw.VictimNoticeWaived(victim="V", ground="why"),
        *(cw.DoubtSettled(doubt=doubt, how="checked") for doubt in case.doubts),
        cw.NotReturned(due_back_at=at),
    ]
