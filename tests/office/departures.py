"""Departures told again from stored events, without the case and without the law."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sortie import store

HERE = ZoneInfo("Europe/Paris")
DAY = timedelta(days=1)


def unlawful_departures(events: Sequence[store.StoredEvent]) -> list[str]:
    """Return what is wrong with each ``departed``: the order behind it, and the minute."""
    return [
        f"{gone.number}: {fault}"
        for place, gone in enumerate(events)
        if gone.kind == "departed"
        for fault in _faults(events[:place], gone)
    ]


def _faults(before: Sequence[store.StoredEvent], gone: store.StoredEvent) -> Iterator[str]:
    order = gone.body["order"]
    about = [each for each in before if each.body.get("order") == order]
    made = [each for each in about if each.kind in ("decided", "appeal_decided")]
    if not made:
        yield "no order"
        return
    if any(each.kind == "order_withdrawn" for each in about):
        yield "withdrawn before"
    if _open_doubts(before):
        yield "a doubt was open"
    terms = _terms(about)
    departs_at, returns_at = (_instant(terms, name) for name in ("departs_at", "returns_at"))
    if departs_at is None or returns_at is None or not departs_at <= gone.at < returns_at:
        yield f"not between {departs_at} and {returns_at}"
    if gone.actor_role not in ("gate", "prison_clerk", "surveillance_staff"):
        yield "not by the gate"
    if made[-1].kind == "decided" and made[-1].actor_role == "enforcement_judge":
        yield from _too_early_for_the_prosecutor(about, gone)


def _terms(about: Sequence[store.StoredEvent]) -> Any:
    said = [each.body["terms"] for each in about if each.body.get("terms")]
    return said[-1] if said else {}


def _instant(terms: Any, name: str) -> datetime | None:
    return datetime.fromisoformat(terms[name]) if terms else None


def _open_doubts(before: Sequence[store.StoredEvent]) -> set[str]:
    raised = {each.body["doubt"] for each in before if each.kind == "doubt_raised"}
    return raised - {each.body["doubt"] for each in before if each.kind == "doubt_settled"}


def _too_early_for_the_prosecutor(
    about: Sequence[store.StoredEvent], gone: store.StoredEvent
) -> Iterator[str]:
    lodged = [e for e in about if e.kind == "appeal_lodged" and e.actor_role == "prosecutor"]
    over = [e for e in about if e.kind in ("appeal_discontinued", "appeal_lapsed")]
    if lodged and not over:
        yield "the prosecutor's appeal was pending"
    if any(each.kind == "no_appeal_visa_given" for each in about):
        return
    told = [
        datetime.fromisoformat(each.body["signed_at"] or each.at.isoformat())
        for each in about
        if each.kind == "notified" and each.body["to"] == "prosecutor"
    ]
    if not told:
        yield "the prosecutor was never told"
    elif (gone.at.astimezone(HERE).date() - max(told).astimezone(HERE).date()) < 2 * DAY:
        yield "the prosecutor still had time"
