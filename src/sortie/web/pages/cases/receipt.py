"""The proof that events of a case are in the register, to keep and to verify elsewhere.

It is the entry alone, as after an erasure: what was written stays with those who may read it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpResponse

from sortie import register
from sortie.office import sealing
from sortie.web.authority import OpenedCase, history_shown
from sortie.web.frame import Asked
from sortie.web.pages.cases.story import EventTold, events_told

_UNTIL, _FILE = "until", "file"
# One gesture seldom writes more; a longer line is proved in several pages.
_AT_MOST = 50


@dataclass(frozen=True, slots=True)
class ProofTold:
    """One event with its place in the register; without one, no checkpoint reaches it yet."""

    event: EventTold
    place: int | None
    size: int


def receipt(asked: Asked, opened: OpenedCase, number: int) -> Mapping[str, Any] | HttpResponse:
    """Return the proofs of an event and of those that one gesture did with it, or one as a file.

    Raises:   Http404: no such event, or none that may be shown
    """
    given = asked.request.GET
    numbers = set(range(number, _whole(given.get(_UNTIL, ""), number) + 1))
    shown = [
        each
        for each in history_shown(opened.sight, opened.shown.case, opened.shown.history)
        if each.number in numbers
    ][:_AT_MOST]
    proofs = _proofs(opened.shown.case_id, {each.number for each in shown})
    wanted = _whole(given.get(_FILE, ""), 0)
    if not shown or (wanted and wanted not in proofs):
        raise Http404
    if wanted:
        return _file(opened.shown.case_id, wanted, proofs[wanted])
    return {
        "case_id": opened.shown.case_id,
        "number": number,
        "until": max(numbers) if len(numbers) > 1 else None,
        "proofs": [
            _told(each, proofs.get(each.number))
            for each in events_told(tuple(shown), opened, asked)
        ],
    }


def _whole(typed: str, otherwise: int) -> int:
    return int(typed) if typed.isdecimal() and len(typed) < len(str(_AT_MOST)) + 6 else otherwise


def _proofs(case_id: str, numbers: Collection[int]) -> dict[int, register.Receipt]:
    """Return the proof of each event that a checkpoint reaches, without what it says."""
    if not numbers:
        return {}
    try:
        sealed = sealing.receipts_of(case_id, numbers)
    except sealing.NoCheckpoint:
        return {}
    return {
        each.event.number: register.Receipt.of(each.receipt.proof, each.receipt.entry, None)
        for each in sealed
        if each.receipt is not None
    }


def _told(event: EventTold, proof: register.Receipt | None) -> ProofTold:
    if proof is None:
        return ProofTold(event, None, 0)
    return ProofTold(event, proof.proof.index + 1, proof.proof.checkpoint.checkpoint.size)


def _file(case_id: str, number: int, proof: register.Receipt) -> HttpResponse:
    name = f"{quote(case_id, safe='')}-{number:04}.tlog-proof"
    answer = HttpResponse(proof.written(), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
