"""The acts of a case in their words: what each says, so that a story tells only who and when."""

import hashlib
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sortie import casework, law, office
from sortie.casework import Case, OpinionSense, Role
from sortie.demonstration.docket.thread import READ_AFTER, Leave, Thread
from sortie.demonstration.houses import drawn, paper, said
from sortie.demonstration.moves import RECORD_PERSON, Json

SEATS = (
    Role.ENFORCEMENT_JUDGE, Role.PROSECUTOR, Role.HEAD_OF_PRISON, Role.PROBATION_OFFICER,
    Role.SURVEILLANCE_STAFF,
)  # fmt: skip
# Towns of a department that does not exist.
_COMMUNES = ("00101", "00102", "00117", "00140", "00203")
_OVERNIGHT = ("fr.leave.detention_centre", "fr.leave.short", "fr.leave.family_event")


def asks(
    t: Thread,
    leave: str,
    purpose: str,
    span: tuple[datetime, datetime],
    *,
    places: tuple[str, ...] = (),
    escort: tuple[str, ...] = (),
) -> None:
    """Say what the person asks for, from an instant to another; it is filed by ``files``."""
    where = places or (drawn(t.chance, "places", purpose),)
    t.asked = Leave(leave=leave, purpose=purpose, departs_at=span[0], returns_at=span[1],
                    places=where, escort=escort)  # fmt: skip


def files(
    t: Thread,
    at: datetime,
    who: Role = Role.PRISON_CLERK,
    *,
    form: str = "declaration",
    signed: bool = True,
    without: tuple[str, ...] = (),
) -> None:
    """File it; what is named in ``without`` is left unknown."""
    asked = t.leave
    application = {
        "filed_on": at.date().isoformat(),
        "purpose": asked.purpose,
        "departs_at": _local(t, asked.departs_at),
        "returns_at": _local(t, asked.returns_at),
        "places": [{"country": "FR", "commune": t.chance.pick("commune", _COMMUNES)}],
        "escorted": bool(asked.escort),
        "funds_shown": True,
        "lodging_shown": True if asked.leave in _OVERNIGHT else "not_needed",
        "transport_shown": True,
        "expert_report_on": "none",
        "prosecutor_agrees": False,
    }
    body = {
        "person": t.person,
        "form": form,
        "signed": signed,
        "application": {key: held for key, held in application.items() if key not in without},
        "places": list(asked.places),
        "escort": list(asked.escort),
        "leave": asked.leave,
        "author": t.person if who is Role.PRISON_CLERK else "",
    }
    t.does(at, who, "file_application", body)


def _local(t: Thread, at: datetime) -> str:
    """Return an instant as the clocks of the prison show it, which is how it is typed there."""
    zone = law.france.PROCEDURE.place_of(t.prison.territory or t.prison.name).zone
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None).isoformat(timespec="minutes")


def routes(t: Thread, at: datetime, who: Role = Role.COURT_CLERK, to: str = "") -> None:
    """Send it to who decides; without ``to``, to whom the law names."""
    t.does(at, who, "route_application", {"to": to} if to else {})


def adds_piece(
    t: Thread, at: datetime, name: str, dated_on: date, who: Role = Role.PROBATION_OFFICER
) -> None:
    """Join a paper to the file, under its own word."""
    piece, kind = paper(name)
    digest = hashlib.sha256(f"{t.person} {piece} {dated_on}".encode()).hexdigest()
    t.does(at, who, "add_piece", {"piece": piece, "kind": kind, "dated_on": dated_on.isoformat(),
                                  "digest": f"sha256:{digest}"})  # fmt: skip


def seizes_board(
    t: Thread, at: datetime, sits_at: datetime, *, mode: str = "in_person", appearance: bool = False
) -> None:
    """Put it on the list of a sitting."""
    sitting = f"{t.prison.code}-{sits_at.date().isoformat()}"
    body = {
        "sitting": sitting,
        "sits_at": sits_at.isoformat(),
        "mode": mode,
        "appearance": appearance,
    }
    t.does(at, Role.COURT_CLERK, "seize_board", body)


def opines(
    t: Thread,
    at: datetime,
    member: Role,
    sense: OpinionSense = OpinionSense.FAVOURABLE,
    *,
    papers: tuple[str, ...] = (),
    reasons: str = "",
) -> None:
    """Give one opinion, with reasons of that sense unless they are said."""
    body = {
        "member": member.value,
        "sense": sense.value,
        "reasons": reasons or drawn(t.chance, sense.value, member.value),
        "pieces": [paper(name)[0] for name in papers],
    }
    t.does(at, member, "give_opinion", body, sees=True)


def sits(t: Thread, at: datetime) -> None:
    """Record that the board sat, all five of them."""
    body = {"present": [each.value for each in SEATS], "minutes": said("said", "minutes")}
    t.does(at, Role.COURT_CLERK, "hold_sitting", body)


def skips_board(t: Thread, at: datetime, because: str) -> None:
    """Do without the board, in an emergency."""
    t.does(at, Role.ENFORCEMENT_JUDGE, "skip_board", {"because": because})


def grants(t: Thread, at: datetime, who: Role = Role.ENFORCEMENT_JUDGE, **more: Any) -> None:
    """Grant what was asked."""
    conditions = [drawn(t.chance.of(rank), "conditions", "all") for rank in range(2)]
    body = {
        "order": t.order,
        "outcome": "granted",
        "reasons": drawn(t.chance, "granted", t.leave.purpose),
        "conditions": list(dict.fromkeys(conditions)),
        **more,
    }
    _decides(t, at, who, body)


def refuses(t: Thread, at: datetime, who: Role = Role.ENFORCEMENT_JUDGE, **more: Any) -> None:
    """Refuse it, on the report that is in the file."""
    body = {
        "order": t.order,
        "outcome": "refused",
        "reasons": drawn(t.chance, "refused", "reasons"),
        "grounds": [{"text": said("refused", "ground"), "piece": paper("report")[0]}],
        **more,
    }
    _decides(t, at, who, body)


def _decides(t: Thread, at: datetime, who: Role, body: Json) -> None:
    """Make the order; a head of prison tells the judge and the prosecutor at once."""
    t.does(at, who, "decide", body, sees=True)
    if who is Role.HEAD_OF_PRISON:
        t.reads(at + READ_AFTER)


def says(t: Thread, at: datetime, outcome: str, reasons: str, **more: Any) -> None:
    """Make an order of another kind: adjourned, inadmissible."""
    body = {"order": t.order, "outcome": outcome, "reasons": reasons, **more}
    t.does(at, Role.ENFORCEMENT_JUDGE, "decide", body, sees=True)


def notifies(t: Thread, at: datetime, to: Role) -> None:
    """Give notice of the order: against signature, to a lawyer by electronic means."""
    signed = to is not Role.LAWYER
    in_cell = to is Role.DETAINED_PERSON
    proof = "proof_cell" if in_cell else "proof_signature" if signed else "proof_electronic"
    body = {
        "to": to.value,
        "order": t.order,
        "means": "signature" if signed else "electronic",
        "proof": said("said", proof),
        "signed_at": at.isoformat() if signed else None,
    }
    t.does(at, Role.PRISON_CLERK if in_cell else Role.COURT_CLERK, "notify", body)
    if in_cell:
        t.reads(at + READ_AFTER)


def visas(t: Thread, at: datetime) -> None:
    """Have the prosecutor write that no appeal will be lodged."""
    t.does(at, Role.PROSECUTOR, "give_visa", {"order": t.order})


def appeals(t: Thread, at: datetime, who: Role, *, cross: bool = False) -> None:
    """Appeal from the order."""
    t.does(at, who, "lodge_appeal", {"order": t.order, "cross": cross})


def rules(t: Thread, at: datetime, outcome: str, reasons: str, **more: Any) -> None:
    """Have the president rule on the appeal, or on the silence."""
    body = {"order": t.order, "outcome": outcome, "reasons": reasons, **more}
    t.does(at, Role.APPEAL_PRESIDENT, "rule_on_appeal", body, sees=True)


def issues_permit(t: Thread, at: datetime) -> None:
    """Issue the leave permit."""
    t.does(at, Role.PRISON_CLERK, "issue_permit", {"permit": t.permit})


def lets_out(t: Thread, at: datetime, means: str = "photo", exit_by: str = "leave") -> None:
    """Let the person out at the gate, shown whatever was noted since the order."""
    checked = {"permit": t.permit, "committal_number": t.number, "second_means": means,
               "permit_handed": True, "answered_name": True, "exit": exit_by}  # fmt: skip

    def leaving(case: Case) -> Json:
        shown = [fact.fact for fact in casework.facts_for_the_gate(case)]
        return {**checked, "facts_shown": shown}

    t.does(at, Role.GATE, "let_out", leaving if t.watchful else checked)


def comes_back(t: Thread, at: datetime) -> None:
    """Record that the person is seen back at the gate."""
    t.does(at, Role.GATE, "record_return", {"prison": t.prison.name})


def observes(t: Thread, at: datetime) -> None:
    """Have the lawyer write to the president."""
    adds_piece(t, at, "observations", at.date(), Role.LAWYER)
    filed = {"piece": paper("observations")[0]}
    t.does(at + timedelta(minutes=4), Role.LAWYER, "file_observations", filed)


def enters_in_file(t: Thread, at: datetime, outcome: str, granted_by: str) -> None:
    """Write the leave that is over into the person's file, where the next one will need it."""
    taken = {
        "type": t.leave.leave,
        "from": t.leave.departs_at.date().isoformat(),
        "until": t.leave.returns_at.date().isoformat(),
        "granted_by": granted_by,
        "outcome": outcome,
    }

    def completed(_: Case) -> Json:
        held = office.person_of(t.person).written()
        history = held["file"]["history"]
        leaves = [*history.get("leaves", ()), taken]
        return {**held, "file": {**held["file"], "history": {**history, "leaves": leaves}}}

    t.does(at, Role.PRISON_CLERK, RECORD_PERSON, completed, on=t.person)
