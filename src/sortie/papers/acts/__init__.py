"""The acts: orders of the judge and of the president, decisions of the head of the prison."""

from sortie.casework import AppealDecided, Decided, OrderCorrected, OrderWithdrawn, Recorded
from sortie.papers.about import About
from sortie.papers.acts.acting import Act
from sortie.papers.acts.appealed import appealed
from sortie.papers.acts.changed import corrected, withdrawn
from sortie.papers.acts.decided import decided
from sortie.papers.errors import NothingDecided
from sortie.papers.parts import speaks
from sortie.papers.printing import Paper

__all__ = ["ACTS", "order"]

ACTS = (Decided, OrderCorrected, AppealDecided, OrderWithdrawn)


def order(
    about: About, *, number: int | None = None, receipt: str | None = None, lang: str = "fr"
) -> Paper:
    """Return an act on paper: an order, a correction, a ruling on appeal, a withdrawal.

    ``number`` is the event of the act, the last act of the case without it. The trap: the paper
    is of the act as it was made; notices, appeals and changes that came after are not on it, so
    that it prints to the same bytes for ever.

    Raises:   NothingDecided, ReceiptTooLong
    """
    act = _act(about, _entry(about, number), lang)
    match act.entry.event:
        case Decided() as event:
            return decided(act, event, receipt=receipt)
        case OrderCorrected() as event:
            return corrected(act, event, receipt=receipt)
        case AppealDecided() as event:
            return appealed(act, event, receipt=receipt)
        case OrderWithdrawn() as event:
            return withdrawn(act, event, receipt=receipt)
    raise NothingDecided(about.case_id)


def _entry(about: About, number: int | None) -> Recorded:
    for each in reversed(about.history):
        if isinstance(each.event, ACTS) and number in (None, each.number):
            return each
    raise NothingDecided(about.case_id)


def _act(about: About, entry: Recorded, lang: str) -> Act:
    case = about.at_event(entry.number)
    assert isinstance(entry.event, ACTS)  # noqa: S101
    found = case.orders.get(entry.event.order)
    if found is None:
        raise NothingDecided(about.case_id)
    return Act(about, entry, case, found, speaks(case, lang))
