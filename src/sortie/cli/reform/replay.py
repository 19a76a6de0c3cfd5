"""``sortie reform replay``: every open case under both laws. The store is read, never written."""

from argparse import Namespace
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sortie import facts, law, office, store
from sortie import reform as reforms
from sortie.casework import Case
from sortie.cli import opening
from sortie.cli.office.bench import Bench
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.reform.shelf import written
from sortie.cli.refusals import Refused, SeveralRefused, Told
from sortie.days import Length
from sortie.errors import SortieError
from sortie.reform import AnswerChange, Reform, RouteChange
from sortie.rules import Outcome
from sortie.words import ZONE, Clock, Tongue, leave_name
from sortie.words.office import is_a_fault_of_the_machine, told

REPLAY = "sortie/replay@1"


@dataclass(frozen=True, slots=True)
class Replayed:
    """One open case, the day on which its leave begins, and what of its answers changes."""

    case: str
    departs_on: date | None
    changes: tuple[AnswerChange, ...]


@dataclass(slots=True)
class Replay:
    """All the open cases, those that change, and those whose file the law cannot read."""

    on: date
    counted: int = 0
    changed: list[Replayed] = field(default_factory=list)
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
    for case_id, case in office.every_open_case(prison):
        found.counted += 1
        try:
            held = office.file_of_case(case, case_id)
        except facts.CaseRefused:
            found.unread.append(case_id)
            continue
        departs_on = _departs_on(case, held)
        days = (on,) if departs_on is None else (departs_on, on)
        changes = reforms.changes_of(held.file, supposed, days)
        if changes:
            found.changed.append(Replayed(case_id, departs_on, changes))
    return found


def _departs_on(case: Case, held: office.FileOfCase) -> date | None:
    if held.terms is None:
        return law.france.asked_day(held.file)
    return office.day_of_departure(case, held.terms)


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
        page.title(say("replay.case", case=each.case))
        for change in each.changes:
            _change(page, change, each.departs_on, tongue)


def _change(page: Page, change: AnswerChange, departs_on: date | None, tongue: Tongue) -> None:
    key = "replay.on.departure" if change.on == departs_on else "replay.on"
    if change.was is change.becomes:
        key += ".same"
    holes = {"was": _outcome(change.was, tongue), "becomes": _outcome(change.becomes, tongue)}
    page.item("·", tongue.say(key, on=tongue.day(change.on), **holes))
    for route in change.routes:
        page.item("-", _route(route, tongue), indent=4)
        if route.because:
            page.text(tongue.say("replay.because", rules=", ".join(route.because)), indent=8)


def _route(route: RouteChange, tongue: Tongue) -> str:
    leave = leave_name(route.leave, tongue)
    was, becomes = _outcome(route.was, tongue), _outcome(route.becomes, tongue)
    if route.was is not route.becomes:
        return tongue.say("replay.route", leave=leave, was=was, becomes=becomes)
    limits = ", ".join(
        f"{tongue.say(f'replay.limit.{name}')} {_shown(old, tongue)} → {_shown(new, tongue)}"
        for name, (old, new) in route.limits.items()
    )
    return tongue.say("replay.limit", leave=leave, was=was, limits=limits)


def _shown(limit: Any, tongue: Tongue) -> str:
    """Return a limit in words: a length of days, yes, no, or nothing."""
    if isinstance(limit, str):
        return tongue.length(Length.parse(limit))
    return tongue.say("replay.nothing" if limit is None else f"replay.{'yes' if limit else 'no'}")


def _outcome(outcome: Outcome | None, tongue: Tongue) -> str:
    return tongue.say("replay.not_in_force" if outcome is None else f"outcome.{outcome.value}")


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
                "case": each.case,
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
