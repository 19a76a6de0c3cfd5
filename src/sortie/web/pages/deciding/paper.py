"""The papers of a case: printed on demand, for whoever the table lets print each."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse

from sortie import casework, papers, register
from sortie.office import sealing
from sortie.papers import About, Paper
from sortie.web.authority import Answer, OpenedCase, ReasonWanted, answer_to
from sortie.web.frame import Asked, draw, noted
from sortie.words import LANGUAGES

_REFUSED = 422
_ACTS = (
    casework.Decided, casework.OrderCorrected, casework.AppealDecided, casework.OrderWithdrawn,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Printing:
    """What a paper is printed from: the case, a victim if one is meant, the day, the language."""

    about: About
    victim: str
    day: date
    lang: str
    receipt: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of paper. ``proved`` are the events whose receipt it bears, the last of them."""

    make: Callable[[Printing], Paper]
    proved: tuple[type[casework.Event], ...] = ()

    def made(self, printing: Printing) -> Paper:
        """Return the paper.

        Raises:   papers.PapersError: it cannot be made of this case, as it stands
        """
        return self.make(printing)


KINDS: Mapping[str, Kind] = {
    "order": Kind(lambda p: papers.order(p.about, receipt=p.receipt, lang=p.lang), _ACTS),
    "permit": Kind(
        lambda p: papers.permit(p.about, receipt=p.receipt, lang=p.lang), (casework.PermitIssued,)
    ),
    "police_notice": Kind(
        lambda p: papers.police_notice(p.about, receipt=p.receipt, lang=p.lang),
        (casework.PermitIssued,),
    ),
    "person_notice": Kind(
        lambda p: papers.person_notice(p.about, receipt=p.receipt, lang=p.lang), _ACTS
    ),
    "employer_letter": Kind(
        lambda p: papers.employer_letter(p.about, dated=p.day, lang=p.lang)
    ),
    "victim_notice": Kind(
        lambda p: papers.victim_notice(p.about, p.victim, dated=p.day, lang=p.lang)
    ),
    "minutes": Kind(lambda p: papers.board_minutes([p.about], _sitting(p.about), lang=p.lang)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offered:
    """A paper that someone may print now."""

    kind: str
    address: str
    victim: str = ""


def paper(asked: Asked, opened: OpenedCase, kind: str) -> HttpResponse:
    """Print one paper of a case; what is not theirs to print is not there."""
    if kind not in KINDS:
        raise Http404
    _let_print(kind, opened, asked)
    noted(asked, action_of(kind), opened)
    query = asked.request.GET
    lang = query.get("lang", "fr")
    printing = Printing(
        about=_about(opened, asked),
        victim=query.get("victim", ""),
        day=asked.clock.there(asked.at).date(),
        lang=lang if lang in LANGUAGES else "fr",
        receipt=_receipt(KINDS[kind], opened),
    )
    try:
        return sent(_fitting(KINDS[kind], printing))
    except papers.PapersError as error:
        return not_made(asked, error)


def action_of(kind: str) -> str:
    """Return what the table calls the printing of a paper."""
    return f"papers.{kind}.print"


def sent(made: Paper) -> HttpResponse:
    """Return a paper as a file that a browser shows."""
    answer = HttpResponse(made.pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{made.name}.pdf"'
    return answer


def not_made(asked: Asked, error: papers.PapersError) -> HttpResponse:
    """Say why a paper cannot be made of a case as it stands."""
    holes = {each.name: getattr(error, each.name) for each in fields(error)}  # type: ignore[arg-type]
    values = {"name": "plain.refused", "refusals": [asked.say(error.code, **holes)]}
    return draw(asked, "plain.html", values, _REFUSED)


def offered(opened: OpenedCase, asked: Asked) -> tuple[Offered, ...]:
    """Return the papers that can be made of a case now, among those one may print."""
    mine = [kind for kind in KINDS if _told(kind, opened, asked) is not Answer.NO]
    if not mine:
        return ()
    return tuple(
        each for kind in mine for each in _each(kind, opened) if _makes(kind, opened.shown.case)
    )


def _each(kind: str, opened: OpenedCase) -> tuple[Offered, ...]:
    address = reverse("paper", kwargs={"case_id": opened.shown.case_id, "kind": kind})
    if kind != "victim_notice":
        return (Offered(kind, address),)
    victims = opened.shown.case.victims if opened.sight.sees("victim_step") else {}
    return tuple(
        Offered(kind, f"{address}?{urlencode({'victim': each})}", each) for each in victims
    )


def _makes(kind: str, case: casework.Case) -> bool:
    """Whether a case has got as far as a paper; what remains is told by the paper itself."""
    order = case.order
    match kind:
        case "order":
            return order is not None
        case "person_notice":
            return order is not None
        case "permit" | "police_notice":
            return order is not None and order.permit is not None and order.withdrawal is None
        case "employer_letter":
            terms = order.terms if order is not None and order.granted else None
            return terms is not None and terms.purpose in ("employer", "training")
        case "minutes":
            return case.board is not None
        case _:
            return True


def _told(kind: str, opened: OpenedCase, asked: Asked) -> Answer:
    return answer_to(asked.acting, opened.sight.theirs, action_of(kind))


def _let_print(kind: str, opened: OpenedCase, asked: Asked) -> None:
    told = _told(kind, opened, asked)
    if told is Answer.NO:
        raise Http404
    if told is Answer.WITH_REASON and not asked.reason:
        raise ReasonWanted(action_of(kind))


def _about(opened: OpenedCase, asked: Asked) -> About:
    return papers.about(
        opened.shown.case_id, asked.at, specimen=bool(settings.SORTIE_DEMONSTRATION)
    )


def _receipt(kind: Kind, opened: OpenedCase) -> str | None:
    """Return the proof that what the paper says is in the register, once a checkpoint reaches it.

    The trap: it says what happened to the person, and goes on no paper for someone else.
    """
    entry = next(
        (each for each in reversed(opened.shown.history) if isinstance(each.event, kind.proved)),
        None,
    )
    if entry is None:
        return None
    with suppress(sealing.SealingError):
        (found,) = sealing.receipts_of(opened.shown.case_id, {entry.number})
        if found.receipt is not None:
            return register.folded(found.receipt)
    return None


def _fitting(kind: Kind, printing: Printing) -> Paper:
    """Return the paper with its proof, or without it where it fits in no code."""
    try:
        return kind.made(printing)
    except papers.ReceiptTooLong:
        return kind.made(Printing(printing.about, printing.victim, printing.day, printing.lang))


def _sitting(about: About) -> str:
    return about.case.board.sitting if about.case.board is not None else ""
