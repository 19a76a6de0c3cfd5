"""A story: events offered one after the other to the office, the ones it takes folded in a case."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sortie import casework as cw
from sortie.law import Means, Procedure, france
from sortie.rules import Outcome

PARIS = ZoneInfo("Europe/Paris")
PRISON, COURT = "prison of the north", "court of the north"

PERSON = cw.Actor("person-1", cw.Role.DETAINED_PERSON, PRISON)
LAWYER = cw.Actor("lawyer-1", cw.Role.LAWYER)
OFFICER = cw.Actor("officer-1", cw.Role.PROBATION_OFFICER, PRISON)
HEAD = cw.Actor("head-1", cw.Role.HEAD_OF_PRISON, PRISON)
PRISON_CLERK = cw.Actor("prison-clerk-1", cw.Role.PRISON_CLERK, PRISON)
GATE = cw.Actor("gate-1", cw.Role.GATE, PRISON)
STAFF = cw.Actor("staff-1", cw.Role.SURVEILLANCE_STAFF, PRISON)
COURT_CLERK = cw.Actor("court-clerk-1", cw.Role.COURT_CLERK, COURT)
JUDGE = cw.Actor("judge-1", cw.Role.ENFORCEMENT_JUDGE, COURT)
PROSECUTOR = cw.Actor("prosecutor-1", cw.Role.PROSECUTOR, COURT)
PRESIDENT = cw.Actor("president-1", cw.Role.APPEAL_PRESIDENT, "appeal court")

MEMBERS = (PROSECUTOR, HEAD, OFFICER, STAFF)
SEATS = tuple(member.role for member in (JUDGE, *MEMBERS))


def paris(text: str, *, fold: int = 0) -> datetime:
    """Return the instant at which the clocks of Paris show this."""
    return datetime.fromisoformat(text).replace(tzinfo=PARIS, fold=fold)


def a_day_out(departs: str, returns: str, *places: str, escorted: bool = False) -> cw.Terms:
    return cw.Terms(
        leave="fr.leave.day",
        purpose="employer",
        departs_at=paris(departs),
        returns_at=paris(returns),
        places=places or ("a company",),
        escorted=escorted,
        escort=("officer-2",) if escorted else (),
    )


FILED_AT = paris("2027-02-01T09:00")
OPINED_AT = paris("2027-02-10T14:00")
DECIDED_AT = paris("2027-02-16T10:00")
NOTIFIED_AT = paris("2027-02-16T11:00")
PERMITTED_AT = paris("2027-03-01T09:00")
OUT_AT = paris("2027-03-15T07:40")

A_MONDAY = a_day_out("2027-03-15T07:00", "2027-03-15T21:00")
OPEN = cw.LawSays(outcome=Outcome.OPEN, because=("fr.leave.day.employer",))


@dataclass
class Story:
    """The stream of one case. What is refused leaves no trace in it."""

    law: Procedure = france.PROCEDURE
    entries: list[cw.Recorded] = field(default_factory=list)

    @property
    def case(self) -> cw.Case:
        return cw.fold(self.entries)

    def tell(
        self, at: datetime, by: cw.Actor, event: cw.Event, known: cw.KnownBeside = cw.NOTHING_ELSE
    ) -> cw.Case:
        """Offer an event to the office and record it, or let its refusal through."""
        taken = cw.act(self.case, self.law, event, at=at, by=by, known=known)
        return self.record(at, by, taken)

    def record(
        self, at: datetime, by: cw.Actor, event: cw.Event, *, written: datetime | None = None
    ) -> cw.Case:
        """Write an event down as it is, asking nobody."""
        number = len(self.entries) + 1
        self.entries.append(
            cw.Recorded(event=event, at=at, recorded_at=written or at, by=by, number=number)
        )
        return self.case

    def tick(self, at: datetime) -> tuple[cw.Event, ...]:
        """Record what the clock makes due."""
        found = cw.due(self.case, self.law, at)
        for event in found:
            self.tell(at, cw.OFFICE, event)
        return found

    def told(self, number: int = 0) -> set[tuple[cw.Role, str]]:
        """Return who is told of an event, by default the last one."""
        entry = self.entries[number - 1]
        case = cw.fold(self.entries[: entry.number])
        return {(each.to, each.kind) for each in cw.messages(case, entry, self.law)}

    def refusal(
        self, at: datetime, by: cw.Actor, event: cw.Event, known: cw.KnownBeside = cw.NOTHING_ELSE
    ) -> list[cw.Hindrance]:
        """Return why the office would not take an event; empty if it would."""
        scene = cw.Scene(self.case, self.law, at, by, known)
        return [each.code for each in cw.objections(scene, event)]


def application(asked: cw.Terms = A_MONDAY, **changes: object) -> cw.ApplicationFiled:
    facts: dict[str, object] = {
        "person": PERSON.id, "committal_number": "1001", "prison": PRISON, "court": COURT,
        "form": cw.FilingForm.HANDED_IN, "signed": True, "judgments": ("J-1",),
    }  # fmt: skip
    return cw.ApplicationFiled(asked=asked, **(facts | changes))  # type: ignore[arg-type]


def filed(at: datetime = FILED_AT, asked: cw.Terms = A_MONDAY) -> Story:
    """A story with an application in form, sent to the judge, and one dated piece."""
    story = Story()
    story.tell(at, PERSON, application(asked))
    story.tell(at, COURT_CLERK, cw.Routed(to=cw.Role.ENFORCEMENT_JUDGE, because=("fr.first",)))
    piece = cw.PieceAdded(piece="P-1", kind="report", dated_on=date(2027, 1, 20), digest="d1")
    story.tell(at, OFFICER, piece)
    return story


def opined(story: Story, sits_at: datetime = OPINED_AT) -> Story:
    """Bring a story to a board that sat, with every member's opinion."""
    seized = cw.BoardSeized(sitting="S-1", sits_at=sits_at)
    story.tell(sits_at - timedelta(days=7), COURT_CLERK, seized)
    for member in MEMBERS:
        story.tell(sits_at, member, opinion(member))
    story.tell(sits_at, COURT_CLERK, cw.BoardSat(present=SEATS, minutes="M-1"))
    return story


def opinion(
    member: cw.Actor, sense: cw.OpinionSense = cw.OpinionSense.FAVOURABLE
) -> cw.OpinionGiven:
    return cw.OpinionGiven(member=member.role, sense=sense, reasons="a firm promise of work")


def grant(terms: cw.Terms = A_MONDAY, order: str = "O-1", **changes: object) -> cw.Decided:
    facts: dict[str, object] = {
        "order": order, "outcome": cw.DecisionOutcome.GRANTED, "reasons": "why", "terms": terms,
        "law_says": OPEN,
    }  # fmt: skip
    return cw.Decided(**(facts | changes))  # type: ignore[arg-type]


def refusal(order: str = "O-1", **changes: object) -> cw.Decided:
    facts: dict[str, object] = {
        "order": order, "outcome": cw.DecisionOutcome.REFUSED, "reasons": "why",
        "grounds": (cw.Ground(text="the report says so", piece="P-1"),),
    }  # fmt: skip
    return cw.Decided(**(facts | changes))  # type: ignore[arg-type]


def notice(to: cw.Role, at: datetime, order: str = "O-1") -> cw.Notified:
    return cw.Notified(to=to, order=order, means=Means.SIGNATURE, signed_at=at, proof="signed")


def decided(at: datetime = DECIDED_AT, order: cw.Decided | None = None) -> Story:
    """A story with the judge's order."""
    story = opined(filed())
    story.tell(at, JUDGE, order or grant())
    return story


def notified(at: datetime = NOTIFIED_AT, order: cw.Decided | None = None) -> Story:
    """A story with an order notified to the prosecutor and to the person."""
    story = decided(order=order)
    story.tell(at, COURT_CLERK, notice(cw.Role.PROSECUTOR, at))
    story.tell(at, PRISON_CLERK, notice(cw.Role.DETAINED_PERSON, at))
    return story


def permitted(at: datetime = PERMITTED_AT) -> Story:
    """A story with a permit on an order that may be carried out."""
    story = notified()
    story.tell(at, PRISON_CLERK, cw.PermitIssued(permit="T-1", order="O-1"))
    return story


def departure(**changes: object) -> cw.Departed:
    facts: dict[str, object] = {
        "order": "O-1", "permit": "T-1", "exit": cw.ExitKind.LEAVE, "committal_number": "1001",
        "second_means": cw.SecondMeans.PHOTO, "permit_handed": True, "answered_name": True,
    }  # fmt: skip
    return cw.Departed(**(facts | changes))  # type: ignore[arg-type]


def out(at: datetime = OUT_AT) -> Story:
    """A story whose person left on the permit."""
    story = permitted()
    story.tell(at, GATE, departure())
    return story
