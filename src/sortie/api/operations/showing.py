"""A case as JSON values, part by part, as far as it may be seen."""

from collections.abc import Iterator
from typing import Any

from sortie import casework
from sortie.api.operations.written import labels
from sortie.casework import Order, Terms
from sortie.office import looking, person_of
from sortie.web.authority import OpenedCase, facts_shown


def case_told(opened: OpenedCase, at: Any) -> dict[str, Any]:
    """Return a case; a part that may not be shown is not there."""
    return {**head_of(opened), **dict(_who(opened)), **dict(_parts(opened, at))}


def head_of(opened: OpenedCase) -> dict[str, Any]:
    """Return what every answer about a case begins with."""
    return {
        "case": opened.shown.case_id,
        "version": opened.shown.case.number,
        "state": opened.shown.state,
        "state_labels": labels("state", opened.shown.state),
    }


def _who(opened: OpenedCase) -> Iterator[tuple[str, Any]]:
    held, sees = opened.shown.case, opened.sight.sees
    if sees("name"):
        person = person_of(held.person)
        yield "name", {"family_name": person.family_name, "given_name": person.given_name}
    if sees("committal_number"):
        yield "committal_number", held.committal_number
    if sees("unit"):
        yield "unit", held.unit
    if sees("where"):
        yield "prison", held.prison
        yield "court", held.court


def _parts(opened: OpenedCase, at: Any) -> Iterator[tuple[str, Any]]:
    held, sees = opened.shown.case, opened.sight.sees
    if sees("application") and held.filing is not None:
        yield "application", _application(held.filing, opened)
    if sees("order") and held.order is not None:
        yield "order", {**_order(held.order, opened), **dict(_of_order(held.order, opened))}
    if sees("board") and held.board is not None:
        yield "board", _board(held.board)
    if opened.sight.fields("opinions.see"):
        yield "opinions", list(_opinions(opened))
    if sees("facts"):
        yield "facts", list(_facts(opened, at))
    yield from _rest(opened)


def _rest(opened: OpenedCase) -> Iterator[tuple[str, Any]]:
    held, sees = opened.shown.case, opened.sight.sees
    if sees("pieces"):
        yield (
            "pieces",
            [
                {"piece": each.piece, "kind": each.kind, "dated_on": each.dated_on,
                 "digest": each.digest, "about": each.about}
                for each in held.pieces.values()
            ],
        )  # fmt: skip
    if sees("gate"):
        yield "absences", [_absence(each) for each in held.absences]
    if sees("incidents"):
        found = [{"kind": each.kind, "what": each.what, "at": each.at} for each in held.incidents]
        yield "incidents", found
    if sees("doubts"):
        yield (
            "doubts",
            [
                {"doubt": each.doubt, "about": each.about, "raised_at": each.raised_at,
                 "settled_at": each.settled_at, "how": each.how}
                for each in held.doubts.values()
            ],
        )  # fmt: skip


def _terms(terms: Terms, opened: OpenedCase) -> dict[str, Any]:
    names = ("leave", "purpose", "departs_at", "returns_at", "escorted")
    found = {name: getattr(terms, name) for name in names}
    hidden = {name: list(getattr(terms, name)) for name in ("places", "escort")}
    return {**found, **{name: each for name, each in hidden.items() if opened.sight.sees(name)}}


def _application(filing: casework.Filing, opened: OpenedCase) -> dict[str, Any]:
    return {
        "form": filing.form.value,
        "signed": filing.signed,
        "filed_at": filing.filed_at,
        "asked": _terms(filing.asked, opened),
        "in_form": filing.in_form,
        "not_in_form_because": filing.not_in_form_because,
        "routed_to": filing.route,
        "routed_at": filing.routed_at,
        "discontinued_at": filing.discontinued_at,
    }


def _order(order: Order, opened: OpenedCase) -> dict[str, Any]:
    return {
        "order": order.order,
        "version": order.version,
        "granted": order.granted,
        "adjourned": order.adjourned,
        "decided_at": order.decided_at,
        "decided_by": order.decided_by.role,
        "terms": _terms(order.terms, opened) if order.terms is not None else None,
        "conditions": list(order.decided.conditions) if order.decided is not None else [],
    }


def _of_order(order: Order, opened: OpenedCase) -> Iterator[tuple[str, Any]]:
    sees, decided, taken = opened.sight.sees, order.decided, order.withdrawal
    if decided is not None and sees("grounds"):
        yield "outcome", decided.outcome.value
        yield "reasons", decided.reasons
        yield "grounds", [{"text": each.text, "piece": each.piece} for each in decided.grounds]
        yield "bar_until", decided.bar_until
    if sees("notices"):
        yield (
            "notices",
            [
                {"to": each.to, "means": each.means, "counts_at": each.counts_at,
                 "version": each.version}
                for each in order.notices
            ],
        )  # fmt: skip
        yield "appeals_pending", len(order.pending_appeals)
    if sees("gate"):
        yield "permit", order.permit.permit if order.permit is not None else None
    if taken is not None:
        because = {"because": taken.because} if sees("grounds") else {}
        yield "withdrawal", {"ground": taken.ground.value, "at": taken.at, **because}


def _board(board: casework.Board) -> dict[str, Any]:
    names = ("sitting", "sits_at", "mode", "appearance", "seized_at", "sat_at", "deemed_at")
    return {name: getattr(board, name) for name in names}


def _absence(absence: casework.Absence) -> dict[str, Any]:
    names = (
        "exit", "departed_at", "due_back_at", "returned_at", "not_returned_at",
        "escape_declared_at", "recaptured_at",
    )  # fmt: skip
    return {name: getattr(absence, name) for name in names}


def _opinions(opened: OpenedCase) -> Iterator[dict[str, Any]]:
    reasons = opened.sight.sees("reasons", "opinions.see")
    for each in opened.shown.case.present_opinions:
        why = {"reasons": each.reasons, "pieces": list(each.pieces)} if reasons else {}
        yield {"member": each.member, "sense": each.sense, "at": each.at, **why}


def _facts(opened: OpenedCase, at: Any) -> Iterator[dict[str, Any]]:
    held = opened.shown.case
    for each in facts_shown(opened.sight, held):
        source = {"source": each.source} if opened.sight.sees("informant") else {}
        yield {
            "fact": each.fact,
            "kind": each.kind,
            "since": each.since,
            "until": each.until,
            "unseen_by": list(looking.unseen_by(each, held, at)),
            **source,
        }
