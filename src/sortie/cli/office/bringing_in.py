"""``sortie office import FOLDER``: what tables say beside what is held, and their loading."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sortie import facts, law, office
from sortie.cli.office.bench import Bench, actor_of
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.refusals import Refused
from sortie.facts import UNKNOWN
from sortie.words import of_table_fault

BroughtIn = office.BroughtIn
LeaveSeen = facts.tables.LeaveSeen
Loaded = facts.tables.Loaded
When = facts.tables.When
_AHEAD = (When.UNDER_WAY, When.FUTURE, When.UNKNOWN)
_TITLES = {When.UNDER_WAY: "under_way", When.FUTURE: "future", When.UNKNOWN: "undated"}


def bring_in(bench: Bench) -> int:
    """Compare the tables of a folder with what is held; load them only if asked for real."""
    chosen = bench.chosen
    folder = Path(chosen.folder)
    if not folder.is_dir():
        raise Refused("cli.not_a_folder", {"path": chosen.folder}, chosen.folder)
    if chosen.for_real and chosen.actor is None:
        raise Refused("cli.missing", {"what": "--as"}, "--as")
    at = bench.at
    on = bench.clock.there(at).date()
    loaded = facts.tables.read_tables(folder, vocabulary=law.france.FRENCH)
    if chosen.for_real:
        command = office.Command(key="", by=actor_of(chosen.actor), at=at)
        found = office.bring_in(loaded, command, on=on, court=chosen.court)
    else:
        found = office.look_at(loaded, on=on, court=chosen.court)
    if chosen.json:
        return bench.write(_written(found, loaded, on, bench))
    show(_page(found, loaded, on, bench))
    return 0


def _page(found: BroughtIn, loaded: Loaded, on: date, bench: Bench) -> Page:
    page, said = Page(), _Said(bench)
    seen = found.reconciled
    title = said("title", folder=bench.chosen.folder, day=bench.tongue.day(on))
    page.text(title, style="strong")
    said.block(page, "new", [", ".join(seen.new)] if seen.new else [], len(seen.new))
    said.block(page, "same", [], len(seen.same))
    people = {each.person for each in seen.differing}
    said.block(page, "differing", map(said.difference, seen.differing), len(people))
    said.block(page, "gone", [", ".join(seen.gone)] if seen.gone else [], len(seen.gone))
    known = [said("known.one", person=e.person, held=e.held) for e in seen.known_otherwise]
    said.block(page, "known", known, len(known))
    near = [said("near.one", a=a, b=b) for a, b in seen.near_homonyms]
    said.block(page, "near", near, len(near))
    for when in _AHEAD:
        leaves = [said.leave(each) for each in seen.leaves if each.when is when]
        said.block(page, _TITLES[when], leaves, len(leaves))
        if leaves:
            page.text(said("take_over"), indent=4)
    past = sum(each.when is When.PAST for each in seen.leaves)
    page.text(said("past", count=past))
    aside = [said(e.why.value, person=e.person, beside=", ".join(e.beside)) + "."
             for e in found.aside]  # fmt: skip
    said.block(page, "refused", aside, len(aside))
    faults = [of_table_fault(fault, bench.tongue).message for fault in loaded.faults]
    said.block(page, "faults", faults, len(faults))
    if loaded.left_out:
        page.text(said("left_out", people=", ".join(loaded.left_out)))
    _end(page, found, said)
    return page


def _end(page: Page, found: BroughtIn, said: "_Said") -> None:
    page.blank()
    if not said.bench.chosen.for_real:
        page.text(said("dry"))
        return
    none = said.bench.tongue.say("show.none")
    page.text(said("recorded", people=", ".join(found.recorded) or none))
    page.text(said("kept", count=len(found.reconciled.same)))


class _Said:
    """The sentences of the comparison."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench

    def __call__(self, key: str, **holes: object) -> str:
        return self.bench.tongue.say(f"import.{key}", **holes)

    def block(self, page: Page, key: str, lines: Iterable[str], count: int) -> None:
        """Write a title with its count, and what it counts; nothing for a difference of none."""
        page.text(self("count", title=self(key), count=count), style="strong" if count else "")
        for line in lines:
            page.item("·", line)

    def difference(self, each: facts.tables.Difference) -> str:
        held, read = self.value(each.held), self.value(each.read)
        return self("difference", person=each.person, path=each.path, held=held, read=read)

    def value(self, value: Any) -> str:
        return self("unknown") if value is UNKNOWN else facts.shown(value)

    def leave(self, each: LeaveSeen) -> str:
        since = each.times.departs_at if each.times.departs_at is not UNKNOWN else each.leave.since
        until = each.times.returns_at if each.times.returns_at is not UNKNOWN else each.leave.until
        shown = [self("unknown") if at is UNKNOWN else _day_or_minute(at)
                 for at in (since, until)]  # fmt: skip
        known = facts.house_dictionary().words_typed
        kind = "" if each.leave.leave is UNKNOWN else str(each.leave.leave)
        french = self.bench.tongue.code == "fr"
        name = known.get(kind, (kind,))[0] if french else kind
        return self("leave", person=each.person, leave=name or self("unknown"), since=shown[0],
                    until=shown[1])  # fmt: skip


def _written(found: BroughtIn, loaded: Loaded, on: date, bench: Bench) -> dict[str, Any]:
    seen = found.reconciled
    return {
        "format": "sortie/import@1",
        "folder": bench.chosen.folder,
        "on": on.isoformat(),
        "for_real": bench.chosen.for_real,
        "new": list(seen.new),
        "same": list(seen.same),
        "differing": [
            {"person": e.person, "path": e.path, "held": _plain(e.held), "read": _plain(e.read)}
            for e in seen.differing
        ],
        "gone": list(seen.gone),
        "known_otherwise": [{"person": e.person, "held": e.held} for e in seen.known_otherwise],
        "near_homonyms": [list(pair) for pair in seen.near_homonyms],
        "leaves": [_written_leave(each) for each in seen.leaves],
        "cannot": [
            {"person": e.person, "why": e.why.value, "beside": list(e.beside)} for e in found.aside
        ],
        "faults": [of_table_fault(each, bench.tongue).written() for each in loaded.faults],
        "left_out": list(loaded.left_out),
        "ready": list(found.ready),
        "recorded": list(found.recorded),
    }


def _written_leave(each: LeaveSeen) -> dict[str, Any]:
    return {
        "person": each.person,
        "rank": each.rank,
        "when": each.when.value,
        "type": _plain(each.leave.leave),
        "from": _plain(each.leave.since),
        "until": _plain(each.leave.until),
        "departs_at": _plain(each.times.departs_at),
        "returns_at": _plain(each.times.returns_at),
    }


def _day_or_minute(at: Any) -> str:
    return f"{at:%Y-%m-%d %H:%M}" if isinstance(at, datetime) else str(at)


def _plain(value: Any) -> Any:
    """Return a value for a program; what is not known is null."""
    if value is UNKNOWN:
        return None
    return value.isoformat() if isinstance(value, date) else value
