"""That the board sat: once for every file on its list, with who was there and its minutes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.urls import reverse

from sortie import law, office
from sortie.casework import Role
from sortie.errors import SortieError
from sortie.office import CaseAtWork
from sortie.web.drafts.keepers import Keeper
from sortie.web.filling import REFUSED, Again, Body, Sheet, new_key
from sortie.web.forms import Fault, Field, Form, Kind, Option, Typed
from sortie.web.frame import Asked, SeeOther, Shown, refusals
from sortie.web.pages.sitting.gathering import Listed, held, sitting_in
from sortie.web.pages.sitting.listing import HOLD, files_of, may, seats_of
from sortie.words import raised


def show_holding(asked: Asked) -> Shown:
    """Show the form of a sitting that was held."""
    return _sheet(asked).shown()


def send_holding(asked: Asked) -> Shown | HttpResponse:
    """Record it on each file that is ticked; those that refuse it are told apart."""
    return _sheet(asked).sent()


def _sheet(asked: Asked) -> "Holding":
    if not may(asked, HOLD) or asked.acting.actor is None:
        raise Http404
    listed = held(asked, sitting_in(asked.request.GET))
    asked.settle(listed.cases[0].case.where)
    target = "/".join(listed.sitting.query.values())
    keeper = Keeper(asked.acting.account, HOLD, target)
    return Holding(asked, _form(asked, listed), keeper, listed)


def _form(asked: Asked, listed: Listed) -> Form:
    on = law.france.PROCEDURE.board(on=listed.sitting.day)
    seats = () if isinstance(on, law.NotModelled) else on.seats
    roles = dict.fromkeys(role for seat in seats for role in seat.roles)
    there = tuple(Option(role, raised(asked.label("role", role))) for role in roles)
    waiting = [each for each in listed.cases if _waits(each)]
    files = tuple(Option(each.case_id, asked.say("frame.case", case=each.case_id))
                  for each in waiting)  # fmt: skip
    every = tuple(each.case_id for each in waiting)
    fields = (
        Field(name="present", path="present", kind=Kind.SEVERAL, label=asked.say("field.present"),
              help=asked.say("hold.present.help"), required=True, options=there),
        Field(name="minutes", path="minutes", kind=Kind.TEXT, label=asked.say("hold.minutes"),
              help=asked.say("hold.minutes.help"), required=True),
        Field(name="cases", path="cases", kind=Kind.SEVERAL, label=asked.say("hold.cases"),
              help=asked.say("hold.cases.help"), required=True, options=files, first=every),
    )  # fmt: skip
    return Form(name=HOLD, fields=fields, zone=asked.clock.zone)


def _waits(each: CaseAtWork) -> bool:
    board = each.case.board
    return board is not None and board.sat_at is None


@dataclass(slots=True)
class Holding(Sheet):
    """One sitting, as its clerk writes it down."""

    listed: Listed

    def read(self, typed: Typed) -> tuple[Body, list[Fault]]:
        """Return what is said; a seat that is empty is told before anything is recorded."""
        body, faults = Sheet.read(self, typed)
        found = law.france.PROCEDURE.board(on=self.listed.sitting.day)
        if not isinstance(found, law.NotModelled) and body.get("present"):
            empty = found.empty_seats(body["present"])
            if empty:
                seats = self.asked.tongue.listed(self.asked.label("role", seat) for seat in empty)
                faults.append(Fault("present", self.asked.say("hold.no_quorum", seats=seats)))
        return body, faults

    def done(self, command: office.Command, body: Body) -> HttpResponse:
        """Record the sitting on each file, under a key of its own.

        Raises:   NotOnEvery: some files refused it; it stands on the others
        """
        said = {"present": [Role(each).value for each in body["present"]],
                "minutes": body["minutes"]}  # fmt: skip
        wrong: dict[str, SortieError] = {}
        for case_id in body["cases"]:
            one = office.Command(key=f"{command.key}/{case_id}", by=command.by, at=command.at)
            try:
                office.do(HOLD, one, case_id, said)
            except SortieError as error:
                wrong[case_id] = error
        if wrong:
            raise NotOnEvery(wrong)
        return SeeOther(f"{reverse('sitting')}?{urlencode(self.listed.sitting.query)}")

    def refused(self, typed: Typed, error: SortieError) -> Shown:
        """Tell each file that refused it apart."""
        if not isinstance(error, NotOnEvery):
            return Sheet.refused(self, typed, error)
        told = tuple(
            f"{self.asked.say('frame.case', case=case_id)} – {sentence}"
            for case_id, each in error.wrong.items()
            for sentence in refusals(each, self.asked)
        )
        # Those that took it are no longer to be ticked, and the others are asked under a new key.
        self.form = _form(self.asked, held(self.asked, self.listed.sitting))
        left = typed.but(cases=tuple(error.wrong))
        return self.again(left, Again(refused=told, key=new_key(), status=REFUSED))

    def values(self, typed: Typed) -> Mapping[str, Any]:
        """Return the sitting and its files."""
        del typed
        return {
            "listed": self.listed,
            "files": files_of(self.asked, self.listed),
            "seats": seats_of(self.asked, self.listed),
        }


@dataclass(eq=False)
class NotOnEvery(SortieError):
    """Some files of a sitting refused what the others took."""

    wrong: Mapping[str, SortieError]
