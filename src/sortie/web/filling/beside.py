"""What stands beside the form of an act: what is asked for, and the time limits that run."""

from collections.abc import Mapping
from typing import Any

from sortie import law
from sortie.office import looking
from sortie.web.authority import OpenedCase


def beside(opened: OpenedCase) -> Mapping[str, Any]:
    """Return what the template of an act shows of its case, as far as it may be seen."""
    case, sight = opened.shown.case, opened.sight
    terms = case.filing.asked if case.filing is not None and sight.sees("application") else None
    if case.order is not None and case.order.terms is not None and sight.sees("order"):
        terms = case.order.terms
    running = (
        [each for each in looking.running(case) if not isinstance(each.limit, law.NotModelled)]
        if sight.sees("clocks")
        else []
    )
    return {"terms": terms, "places_seen": sight.sees("places"), "running": running}
