"""One act on one case, by whoever the table lets do it."""

from django.http import Http404, HttpResponse

from sortie.web import authority
from sortie.web.authority import Answer, OpenedCase, ReasonWanted
from sortie.web.filling import Filling
from sortie.web.forms import acts_on_a_case
from sortie.web.frame import Asked, Shown


def show_act(asked: Asked, opened: OpenedCase, verb: str) -> Shown:
    """Show the form of an act, with what was typed in it before if anything was."""
    return _filling(asked, opened, verb).shown()


def send_act(asked: Asked, opened: OpenedCase, verb: str) -> Shown | HttpResponse:
    """Do the act, or show its form again with everything typed and all that is wrong."""
    return _filling(asked, opened, verb).sent()


def _filling(asked: Asked, opened: OpenedCase, verb: str) -> Filling:
    """Return the form of an act that is theirs to do; what is not theirs is not there."""
    if verb not in acts_on_a_case():
        raise Http404
    told = authority.answer_to(asked.acting, opened.sight.theirs, verb)
    if told is Answer.NO or asked.acting.actor is None:
        raise Http404
    if told is Answer.WITH_REASON and not asked.reason:
        raise ReasonWanted(verb)
    return Filling.of(verb, opened, asked)
