"""One act at the gate: the same forms as everywhere, laid out to be read standing up."""

from dataclasses import replace

from django.http import Http404, HttpResponse

from sortie import casework
from sortie.casework import SLIPPED_AWAY, ExitKind
from sortie.web.authority import Answer, OpenedCase, ReasonWanted
from sortie.web.filling import Filling
from sortie.web.forms import Field, Option
from sortie.web.frame import Asked, SeeOther, Shown, back_to
from sortie.web.pages.gate.person import VERBS, allowed, card

# After these the next person comes; the others leave something to look at.
_NEXT = ("let_out", "record_return")
# What is seen or heard at the gate is written whatever else arrived meanwhile.
_OF_THE_WORLD = (
    "record_return", "raise_doubt", "report_incident", "report_departure", "record_recapture",
)  # fmt: skip
# Laid out for themselves; the others are drawn field by field.
_OWN_LAYOUT = ("let_out", "record_return", "raise_doubt")
# What the gate can see happen. An absence is nobody's word but that of who declares it.
_INCIDENTS = (SLIPPED_AWAY, "breach_of_conditions", "offence_during_leave")
_EXITS = (ExitKind.LEAVE.value, ExitKind.ESCORTED.value)


def show_act(asked: Asked, opened: OpenedCase, verb: str) -> Shown:
    """Show the form of an act, under who it is about and whether they may pass."""
    return _on_the_card(_filling(asked, opened, verb).shown(), asked, opened)


def send_act(asked: Asked, opened: OpenedCase, verb: str) -> Shown | HttpResponse:
    """Do the act and go on to the next person, or show the form again with all that is wrong."""
    answer = _filling(asked, opened, verb).sent()
    if isinstance(answer, Shown):
        return _on_the_card(answer, asked, opened)
    done = isinstance(answer, SeeOther) and "done=" in answer["Location"]
    if done and verb not in _NEXT:
        return back_to("gate_person", key=asked.key, case_id=opened.shown.case_id)
    return answer


def _filling(asked: Asked, opened: OpenedCase, verb: str) -> Filling:
    """Return the form of an act that is theirs to do; what is not theirs is not there."""
    if verb not in VERBS or asked.acting.actor is None:
        raise Http404
    told = allowed(verb, opened, asked)
    if told is Answer.NO:
        raise Http404
    if told is Answer.WITH_REASON and not asked.reason:
        raise ReasonWanted(verb)
    filling = Filling.of(verb, opened, asked, back="gate")
    fields = tuple(
        _at_the_gate(each, verb, opened, asked)
        for each in filling.form.fields
        if (verb, each.path) != ("raise_doubt", "happened_at")
    )
    filling.form = replace(filling.form, fields=fields)
    return filling


def _at_the_gate(field: Field, verb: str, opened: OpenedCase, asked: Asked) -> Field:
    """Return a field as the gate asks it: a doubt is named by the office, and says something."""
    match verb, field.path:
        case "raise_doubt", "doubt":
            return replace(field, first=(f"gate-{opened.shown.case.number}",))
        case "raise_doubt", "about":
            return replace(field, first=(asked.say("gate.doubt.about"),))
        case "report_incident", "kind":
            options = tuple(Option(each, asked.say(f"gate.incident.{each}")) for each in _INCIDENTS)
            return replace(field, options=options)
        case "let_out", "exit":
            # A way out is said by who opens it: nothing stands there before.
            options = tuple(each for each in field.options if each.value in _EXITS)
            return replace(field, options=options, first=(), required=True)
        case _:
            return field


def _on_the_card(answer: Shown, asked: Asked, opened: OpenedCase) -> Shown:
    verb, bound = answer.values["verb"], answer.values["bound"]
    refused = bool(bound.faults or bound.refusals)
    about = card(asked, opened)
    values = {
        **answer.values,
        **about,
        "fields": {each.path: each for each in bound.fields},
        "layout": f"gate/fields/{verb if verb in _OWN_LAYOUT else 'plain'}.html",
        "seen": "" if verb in _OF_THE_WORLD else bound.seen,
        "refused": refused,
        "shut": verb == "let_out" and bool(about["standing"].stops) and not refused,
        "facts_to_show": bool(casework.facts_for_the_gate(opened.shown.case)),
    }
    return Shown(values=values, status=answer.status)
