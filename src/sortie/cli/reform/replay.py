"""``sortie reform replay``: every open case under both laws. The store is read, never written."""

from argparse import Namespace
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sortie import office, store
from sortie import reform as reforms
from sortie.cli import opening
from sortie.cli.office.bench import Bench
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.reform.shelf import written
from sortie.cli.refusals import Refused, SeveralRefused, Told
from sortie.errors import SortieError
from sortie.reform import AnswerChange, Reform, RouteChange
from sortie.words import ZONE, Clock, Tongue, answer_change_told, route_change_told
from sortie.words.office import is_a_fault_of_the_machine, told

REPLAY = "sortie/replay@1"


@dataclass(slots=True)
class Replay:
    """All the open cases, those that change, and those whose file the law cannot read."""

    on: date
    counted: int = 0
    changed: list[office.Replayed] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def replay(chosen: Namespace, tongue: Tongue) -> int:
    """Ask about every open case under both laws, and list the answers that change.

    Raises:   ReformRefused, UnknownReform, Refused; Told: the office's and the store's refusals
    """
    reform = opening.typed_reform(chosen.reform, "REFORM")
    on = opening.day_of(chosen.on, "--on") or opening.today()
    chosen.zone = None
    bench = Bench(tongue, Clock(tongue, ZONE), chosen=chosen)
    try:
        store.connect(chosen.database)
        found = replayed(reform, on, chosen.prison)
    except SortieError as error:
        if isinstance(error, Refused | SeveralRefused | Told):
            raise
        refusals = tuple(told(error, bench))
        raise Told(refusals, broken=is_a_fault_of_the_machine(error)) from error
    if chosen.json:
        return written(_written(reform, found))
    page = Page()
    _write(page, reform, found, tongue)
    show(page)
    return 0


def replayed(reform: Reform, on: date, prison: str | None = None) -> Replay:
    """Return what a reform changes of the answers to the open cases, at departure and on a day."""
    supposed, found = reforms.reformed_law(reform), Replay(on)
    for cases in office.every_open_case(prison):
        found.counted += len(cases)
        for each in office.replayed(cases, supposed, on):
            if each.unread:
                found.unread.append(each.case_id)
            elif each.changes:
                found.changed.append(each)
    return found


# -- on paper -------------------------------------------------------------------------------------


def _write(page: Page, reform: Reform, found: Replay, tongue: Tongue) -> None:
    say, day = tongue.say, tongue.day
    page.text(
        say("replay.head", reform=reform.id, title=tongue.either(reform.title),
            since=day(reform.since)),
        style="mark",
    )  # fmt: skip
    page.blank()
    holes = {"n": found.counted, "on": day(found.on), "changed": len(found.changed)}
    page.text(tongue.count("replay.counted", found.counted, **holes))
    if found.unread:
        listed = tongue.listed(found.unread)
        page.text(tongue.count("replay.unread", len(found.unread), n=len(found.unread),
                               cases=listed), style="undetermined")  # fmt: skip
    if not found.changed:
        page.text(say("replay.none"))
    for each in found.changed:
        page.title(say("replay.case", case=each.case_id))
        for change in each.changes:
            _change(page, change, each.departs_on, tongue)


def _change(page: Page, change: AnswerChange, departs_on: date | None, tongue: Tongue) -> None:
    page.item("·", answer_change_told(change, departs_on, tongue))
    for route in change.routes:
        page.item("-", route_change_told(route, tongue), indent=4)
        if route.because:
            page.text(tongue.say("replay.because", rules=", ".join(route.because)), indent=8)


# -- for a program --------------------------------------------------------------------------------


def _written(reform: Reform, found: Replay) -> dict[str, Any]:
    return {
        "format": REPLAY,
        **reforms.told_written(reform),
        "on": str(found.on),
        "cases": found.counted,
        "unread": found.unread,
        "changed": [
            {
                "case": each.case_id,
                "departs_on": str(each.departs_on) if each.departs_on else None,
                "answers": list(map(_written_change, each.changes)),
            }
            for each in found.changed
        ],
    }


def _written_change(change: AnswerChange) -> dict[str, Any]:
    return {
        "on": str(change.on),
        "was": change.was.value,
        "becomes": change.becomes.value,
        "routes": list(map(_written_route, change.routes)),
    }


def _written_route(route: RouteChange) -> dict[str, Any]:
    return {
        "leave": route.leave,
        "was": route.was.value if route.was else None,
        "becomes": route.becomes.value if route.becomes else None,
        "because": list(route.because),
        "limits": {n: {"was": old, "becomes": new} for n, (old, new) in route.limits.items()},
    }
