"""Facts to have seen: each is read, and each is ticked by whoever read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse

from sortie import office
from sortie.web.authority import Answer, OpenedCase, answer_to, facts_shown
from sortie.web.drafts.keepers import Keeper
from sortie.web.filling import Body, Sheet
from sortie.web.forms import Field, Form, Kind, Option, Typed
from sortie.web.frame import Asked, Shown, back_to
from sortie.web.pages.deciding.beside import fact_told

VERB = "see_fact"
# Where one was going when the facts were asked for.
_ON = ("decide", "sitting_file", "order")


def show_facts(asked: Asked, opened: OpenedCase) -> Shown:
    """Show the facts that the one who looks has not seen."""
    return _sheet(asked, opened).shown()


def send_facts(asked: Asked, opened: OpenedCase) -> Shown | HttpResponse:
    """Record that those that are ticked were seen."""
    return _sheet(asked, opened).sent()


def _sheet(asked: Asked, opened: OpenedCase) -> "Seeing":
    told = answer_to(asked.acting, opened.sight.theirs, VERB)
    if told is not Answer.YES or asked.acting.actor is None:
        raise Http404
    keeper = Keeper(asked.acting.account, "facts", opened.shown.case_id)
    return Seeing(asked, _form(opened, asked), keeper, opened)


def _form(opened: OpenedCase, asked: Asked) -> Form:
    actor = asked.actor
    options = tuple(
        Option(each.fact, fact_told(each, asked))
        for each in facts_shown(opened.sight, opened.shown.case)
        if each.unseen_by(actor)
    )
    field = Field(
        name="facts", path="facts", kind=Kind.SEVERAL, label=asked.say("facts.field"),
        help=asked.say("facts.field.help"), required=True, options=options,
    )  # fmt: skip
    return Form(name=VERB, fields=(field,), zone=asked.clock.zone)


@dataclass(slots=True)
class Seeing(Sheet):
    """The facts of one case, being read."""

    opened: OpenedCase

    def done(self, command: office.Command, body: Body) -> HttpResponse:
        """Record each fact as seen, under a key of its own, so that none is recorded twice."""
        case_id = self.opened.shown.case_id
        for fact in body["facts"]:
            one = office.Command(key=f"{command.key}/{fact}", by=command.by, at=command.at)
            office.do(VERB, one, case_id, {"fact": fact})
        wanted = self.asked.request.GET.get("to", "")
        if wanted in _ON:
            return back_to(wanted, case_id=case_id)
        return back_to("my_day")

    def values(self, typed: Typed) -> Mapping[str, Any]:
        """Return the case."""
        del typed
        shown = self.opened.shown
        return {"case_id": shown.case_id, "state": shown.state, "any": self.form.fields[0].options}
