"""The custody told twice, the same: drawn over the years, and as a table."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe

from sortie import law
from sortie.law import Boundary
from sortie.rules import Finding, Outcome, Stretch
from sortie.web.drawing import NARROW, WIDE, Band, Chart, Fill, Group, Mark, MarkKind, drawn
from sortie.web.drawing import Lane as DrawnLane
from sortie.web.frame import Asked
from sortie.web.pages.cases.custody import EARLIER, Custody, Lane, custody_of
from sortie.web.pages.cases.law_changes import LawChange, law_changes
from sortie.web.pages.cases.reading import LawRead
from sortie.web.pages.cases.rules_told import days_told
from sortie.words import (
    cited,
    condition_of,
    is_bound,
    leave_name,
    lowered,
    raised,
    sentence_of,
)

_FILL = {
    Outcome.OPEN: Fill.FULL, Outcome.UNDETERMINED: Fill.HATCHED, Outcome.CLOSED: Fill.LINE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes so on the first day of a run, and the articles."""

    sentence: str
    cites: str


@dataclass(frozen=True, slots=True)
class RunTold:
    """One line of the table: days that have one answer, in words; and its ends, for a program."""

    since: str
    before: str
    outcome: Outcome
    word: str
    days: str
    changed: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class LaneTold:
    """One route or one condition in the table; ``rule`` is its id."""

    rule: str
    name: str
    runs: tuple[RunTold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineTold:
    """The custody as a page shows it. ``steady`` are the lanes with one answer all along.

    A drawing is there twice: for a wide window, and for a narrow one.
    """

    bounds: str
    svg: SafeString
    steady_svg: SafeString
    routes: tuple[LaneTold, ...]
    conditions: tuple[LaneTold, ...]
    steady: tuple[LaneTold, ...]
    law_changes: tuple[LawChange, ...]
    outside: tuple[str, ...]


def timeline_told(read: LawRead, asked: Asked) -> TimelineTold:
    """Return the custody of a case, drawn and listed."""
    return _Telling(read, asked).whole()


class _Telling:
    def __init__(self, read: LawRead, asked: Asked) -> None:
        self.read, self.asked, self.tongue = read, asked, asked.tongue
        self.custody: Custody = custody_of(read)

    def whole(self) -> TimelineTold:
        routes, steady_routes = _parted(self.custody.routes, _is_main)
        moving, steady = _parted(self.custody.conditions, lambda lane: lane.changes)
        current, earlier = _parted(routes, lambda lane: lane.rule.id not in EARLIER)
        main = (
            self._group("case.timeline.routes", current, "case.route"),
            self._group("case.timeline.earlier", earlier, "case.route"),
            self._group("case.timeline.conditions", moving, "case.condition"),
        )
        rest = (
            self._group("case.timeline.earlier", steady_routes, "case.route"),
            self._group("case.timeline.steady", steady, "case.condition"),
        )
        told = [self._told(lane, "case.route") for lane in (*routes, *steady_routes)]
        return TimelineTold(
            bounds=self._bounds(),
            svg=self._svg("custody", main),
            steady_svg=self._svg("steady", rest) if steady or steady_routes else SafeString(""),
            routes=tuple(told),
            conditions=tuple(self._told(lane, "case.condition") for lane in moving),
            steady=tuple(self._told(lane, "case.condition") for lane in steady),
            law_changes=law_changes(self.read, (*self.custody.routes, *self.custody.conditions),
                                    self.asked, self._name),
            outside=tuple(self._outside()),
        )  # fmt: skip

    # -- the drawing ------------------------------------------------------------------------------

    def _svg(self, name: str, groups: tuple[Group, ...]) -> SafeString:
        chart = Chart(
            name=name,
            title=self.asked.say(f"case.timeline.{name}.title"),
            description=self.asked.say("case.timeline.desc", bounds=self._bounds()),
            since=self.custody.since,
            before=self.custody.before,
            groups=tuple(group for group in groups if group.lanes),
            marks=tuple(self._marks()),
            months=tuple(self.tongue.names.MONTHS),
        )
        both = drawn(chart, WIDE) + drawn(chart, NARROW)
        return mark_safe(both)  # noqa: S308 (every word is escaped where it is drawn)

    def _group(self, key: str, lanes: Iterable[Lane], kind: str) -> Group:
        return Group(self.asked.say(key), tuple(self._lane(lane, kind) for lane in lanes))

    def _lane(self, lane: Lane, kind: str) -> DrawnLane:
        return DrawnLane(self._name(lane), tuple(self._band(run, kind) for run in lane.runs))

    def _band(self, run: Stretch, kind: str) -> Band:
        word = self.asked.say(f"{kind}.{run.outcome.value}")
        told = raised(f"{word} {days_told(run.since, run.before, self.asked)}")
        began = run.since > self.custody.since
        noted = self._figures(run.since) if began else ""
        return Band(run.since, run.before, _FILL[run.outcome], told, noted)

    def _marks(self) -> Iterator[Mark]:
        say, day, read = self.asked.say, self.tongue.day, self.read
        yield Mark(read.today, MarkKind.TODAY, say("case.mark.today"), day(read.today))
        if read.leave_on is not None:
            label = say("case.mark.asked", day=self._figures(read.leave_on))
            yield Mark(read.leave_on, MarkKind.ASKED, label, day(read.leave_on))
        for number, each in enumerate(read.calendar.law_changes, start=1):
            yield Mark(each, MarkKind.LAW, str(number), say("case.mark.law", day=day(each)))

    def _outside(self) -> Iterator[str]:
        """Yield the marks that fall outside the custody, which the drawing cannot show."""
        for mark in self._marks():
            if not self.custody.since <= mark.on < self.custody.before:
                yield self.asked.say("case.mark.outside", mark=mark.label, day=mark.told)

    def _figures(self, day: date) -> str:
        if self.tongue.code == "fr":
            return f"{day:%d/%m/%Y}"
        return f"{day.day} {self.tongue.names.MONTHS[day.month - 1][:3]} {day.year}"

    # -- the table --------------------------------------------------------------------------------

    def _told(self, lane: Lane, kind: str) -> LaneTold:
        return LaneTold(
            lane.rule.id, self._name(lane), tuple(self._run(run, lane, kind) for run in lane.runs)
        )

    def _run(self, run: Stretch, lane: Lane, kind: str) -> RunTold:
        boundary = lane.boundaries.get(run.since)
        return RunTold(
            since=run.since.isoformat() if is_bound(run.since) else "",
            before=run.before.isoformat() if is_bound(run.before) else "",
            outcome=run.outcome,
            word=raised(self.asked.say(f"{kind}.{run.outcome.value}")),
            days=days_told(run.since, run.before, self.asked),
            changed=tuple(self._changes(boundary)) if boundary is not None else (),
        )

    def _changes(self, boundary: Boundary) -> Iterator[Change]:
        for found in self.read.shown(boundary.changed):
            yield Change(self._change(found, boundary.on), cited(found, boundary.on))

    def _change(self, found: Finding, on: date) -> str:
        ended = found.before is not None and found.before <= on
        if found.version is None:
            key = "when.enters" if ended else "when.leaves"
            return self.asked.say(key, condition=lowered(condition_of(found, self.tongue)))
        sentence = sentence_of(found, self.tongue)
        return self.asked.say("when.ends", sentence=sentence) if ended else sentence

    def _name(self, lane: Lane) -> str:
        if any(route.rule is lane.rule for route in law.france.ROUTES):
            return leave_name(lane.rule.id, self.tongue)
        version = lane.rule.version_on(self.read.on) or lane.rule.versions[-1]
        return raised(self.tongue.either({"fr": version.sentence, "en": version.gloss}))

    def _bounds(self) -> str:
        calendar, day = self.read.calendar, self.tongue.day
        if not is_bound(calendar.since):
            return self.asked.say("when.title.unknown")
        if not is_bound(calendar.before):
            return self.asked.say("when.title.open", since=day(calendar.since))
        last = date.fromordinal(calendar.before.toordinal() - 1)
        return self.asked.say("when.title", since=day(calendar.since), until=day(last))


def _is_main(lane: Lane) -> bool:
    """Whether a route is drawn first: those of today's law, and the earlier ones once open."""
    return lane.rule.id not in EARLIER or not lane.shut


def _parted(lanes: Iterable[Lane], first: Callable[[Lane], bool]) -> tuple[list[Lane], list[Lane]]:
    """Return the lanes of which something is so, and the others."""
    found: tuple[list[Lane], list[Lane]] = ([], [])
    for lane in lanes:
        found[0 if first(lane) else 1].append(lane)
    return found
