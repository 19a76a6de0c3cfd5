"""One opinion written down in the room: who sits, which facts were read, what they say and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse

from sortie import casework, office
from sortie.casework import Actor, OpinionSense, Role
from sortie.office import looking
from sortie.web.authority import Answer, OpenedCase, answer_to, facts_shown
from sortie.web.drafts.keepers import Keeper
from sortie.web.filling import Body, Sheet
from sortie.web.forms import Fault, Field, Form, Kind, Option, Typed
from sortie.web.frame import Asked, Shown, back_to, noted
from sortie.web.pages.deciding.beside import fact_told, facts_told, name_of, opinions_told
from sortie.web.pages.sitting.file import IN_THE_ROOM
from sortie.web.pages.sitting.members import Member, members, option_of
from sortie.words import raised

GIVE, SEE = "give_opinion", "see_fact"


def show_opinion(asked: Asked, opened: OpenedCase, seat: str) -> Shown:
    """Show the form of one seat, with what was typed in it before if anything was."""
    return _sheet(asked, opened, seat).shown()


def send_opinion(asked: Asked, opened: OpenedCase, seat: str) -> Shown | HttpResponse:
    """Record that the facts were read to the member, then the opinion, in their capacity."""
    return _sheet(asked, opened, seat).sent()


def _sheet(asked: Asked, opened: OpenedCase, seat: str) -> "InTheRoom":
    case = opened.shown.case
    told = answer_to(asked.acting, opened.sight.theirs, IN_THE_ROOM)
    roles = next((s.roles for s in looking.seats(case, asked.at) if s.name == seat), ())
    if told is not Answer.YES or asked.acting.actor is None or case.board is None or not roles:
        raise Http404
    sit = tuple(members(case, tuple(map(Role, roles)), asked))
    keeper = Keeper(asked.acting.account, f"room/{seat}", opened.shown.case_id)
    return InTheRoom(asked, _form(opened, asked, sit), keeper, opened, seat, sit)


def _form(opened: OpenedCase, asked: Asked, sit: tuple[Member, ...]) -> Form:
    case = opened.shown.case
    senses = tuple(Option(each.value, raised(asked.label("word", each))) for each in OpinionSense)
    shown = facts_shown(opened.sight, case)
    facts = tuple(Option(each.fact, fact_told(each, asked)) for each in shown)
    pieces = tuple(Option(each.piece, f"{each.piece} – {each.kind}")
                   for each in case.pieces.values())  # fmt: skip
    # Whoever sits, one of these facts at least has still to be read to them.
    unread = all(case.unseen_by(each.actor) for each in sit)
    choices = tuple(option_of(each, asked) for each in sit)
    fields = (
        _field("member", Kind.CHOICE, asked, options=choices, required=True),
        *([_field("facts", Kind.SEVERAL, asked, options=facts, required=unread)] if facts else []),
        _field("sense", Kind.CHOICE, asked, options=senses, required=True),
        _field("reasons", Kind.LONG, asked, required=True),
        *([_field("pieces", Kind.SEVERAL, asked, options=pieces)] if pieces else []),
    )
    return Form(name=GIVE, fields=fields, zone=asked.clock.zone)


def _field(name: str, kind: Kind, asked: Asked, **more: Any) -> Field:
    key = f"room.field.{name}"
    return Field(
        name=name, path=name, kind=kind, label=asked.say(key), help=asked.say(f"{key}.help"), **more
    )


@dataclass(slots=True)
class InTheRoom(Sheet):
    """The opinion of one seat, as it is said in the room."""

    opened: OpenedCase
    seat: str
    sit: tuple[Member, ...]

    def number(self) -> int:
        """Return the number of the last event of the case."""
        return self.opened.shown.case.number

    def read(self, typed: Typed) -> tuple[Body, list[Fault]]:
        """Return what is said; every fact that the member has not seen must be read to them."""
        body, faults = Sheet.read(self, typed)
        who = self._who(str(body.get("member", "")))
        if who is not None:
            read = set(body.get("facts", ()))
            shown = facts_shown(self.opened.sight, self.opened.shown.case)
            unread = [each for each in self._unseen(who) if each.fact not in read]
            open_ = [fact_told(each, self.asked) for each in unread if each in shown]
            if open_:
                told = self.asked.tongue.listed(open_)
                faults.append(Fault("facts", self.asked.say("room.unread", facts=told)))
            # What is not shown to whoever writes cannot be read aloud by them, nor named to them.
            if len(open_) < len(unread):
                faults.append(Fault("member", self.asked.say("room.not_shown")))
        return body, faults

    def done(self, command: office.Command, body: Body) -> HttpResponse:
        """Record each fact read, then the opinion, under keys of their own."""
        case_id = self.opened.shown.case_id
        who = self._who(str(body["member"]))
        if who is None:
            raise Http404
        # The register knows in whose name it is said; the log of consultations, who wrote it.
        noted(self.asked, IN_THE_ROOM, self.opened)
        for fact in self._unseen(who):
            one = office.Command(key=f"{command.key}/{fact.fact}", by=who, at=command.at)
            office.do(SEE, one, case_id, {"fact": fact.fact})
        said: Body = {name: body[name] for name in ("sense", "reasons", "pieces") if name in body}
        given = office.Command(key=command.key, by=who, at=command.at)
        office.do(GIVE, given, case_id, {"member": who.role.value, **said})
        return back_to("sitting_file", case_id=case_id)

    def values(self, typed: Typed) -> Mapping[str, Any]:
        """Return the case, with the opinions given so far."""
        del typed
        opened, asked = self.opened, self.asked
        return {
            "case_id": opened.shown.case_id,
            "case": opened.shown.case,
            "state": opened.shown.state,
            "name": name_of(opened),
            "seat": raised(asked.label("role", self.seat)),
            "opinions": opinions_told(opened, asked),
            "facts": facts_told(opened, asked),
        }

    def _who(self, value: str) -> Actor | None:
        return next((each.actor for each in self.sit if each.value == value), None)

    def _unseen(self, who: Actor) -> tuple[casework.FactToSee, ...]:
        return self.opened.shown.case.unseen_by(who)
