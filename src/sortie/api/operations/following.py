"""What may happen next to a case, said as its page says it."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from sortie.api.asking import Called
from sortie.casework import Step
from sortie.office import looking
from sortie.web.authority import OpenedCase
from sortie.web.pages.cases import (
    WorkTold,
    clocks_told,
    law_read,
    missing_told,
    steps_of_all,
    work_told,
)


def next_told(opened: OpenedCase, called: Called) -> dict[str, Any]:
    """Return what may be done, by whom, by when; what is missing; what stands in the way."""
    every = steps_of_all(opened, called)
    work = work_told(opened, called, every)
    read = law_read(called, opened) if opened.sight.sees("law") else None
    return {
        "acts": list(_acts(work, opened, every)),
        "stopped": [{"label": e.name, "because": list(e.because)} for e in work.stopped],
        "clocks": [asdict(each) for each in clocks_told(opened, called)],
        "missing": [asdict(each) for each in missing_told(opened, called, read, every)],
        "may_leave": work.executable,
        "kept_by": list(work.stops),
    }


def _acts(work: WorkTold, opened: OpenedCase, every: tuple[Step, ...]) -> Iterator[dict[str, Any]]:
    steps = {looking.verb_of(each.act): each for each in every}
    timed, whole = opened.sight.sees("clocks"), opened.sight.sees("victim_step")
    of_victims = frozenset(["tell_victim"])
    for told, yours, any_day in (
        (work.next, True, False), (work.anytime, True, True), (work.others, False, False)
    ):  # fmt: skip
        for each in told:
            step = steps.get(each.verb)
            limits = step.time_limits if step is not None and timed else ()
            lacks = step.missing if step is not None else ()
            yield {
                "verb": each.verb,
                "label": each.name,
                "yours": yours,
                "any_day": any_day,
                "roles": list(step.roles) if step is not None else [],
                "closes_at": min((limit.closes_at for limit in limits), default=None),
                "missing": list(lacks) if whole or each.verb not in of_victims else [],
            }
