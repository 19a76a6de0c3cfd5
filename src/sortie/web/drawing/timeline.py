"""A line of time drawn: lanes of bands over an axis, and marked days from top to bottom.

Every shape is told from the others by its form; colours are classes, and belong to the skins.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from sortie.web.drawing.chart import Band, Chart, Fill, Group, Lane, Mark, MarkKind
from sortie.web.drawing.layout import (
    BOLD_LETTER,
    EDGE,
    LETTER,
    SMALL_LETTER,
    WIDE,
    Layout,
    wide,
)
from sortie.web.drawing.markup import element, words
from sortie.web.drawing.scale import Scale, Tick, ticks

_MARK_LINE, _AXIS, _HEADING, _LANE = 17.0, 20.0, 28.0, 25.0
_LINE, _BAND, _BETWEEN = 15.0, 15.0, 9.0
_APART = 5.0
_TODAY_FIRST = tuple(MarkKind)


def drawn(chart: Chart, layout: Layout = WIDE) -> str:
    """Return the SVG of a chart, the same for the same chart."""
    return _Drawing(chart, layout).whole()


@dataclass(slots=True)
class _Body:
    """What is drawn under the lines of the marked days, and what is written over them."""

    bands: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Drawing:
    chart: Chart
    layout: Layout
    scale: Scale = field(init=False)
    ticks: tuple[Tick, ...] = field(init=False)
    marks: list[Mark] = field(init=False)
    y: float = 0.0
    top: float = 0.0

    def __post_init__(self) -> None:
        chart, layout = self.chart, self.layout
        self.scale = Scale(chart.since, chart.before, layout.left, layout.right - layout.left)
        self.ticks = ticks(self.scale, chart.months)
        self.marks = sorted((m for m in chart.marks if self.scale.holds(m.on)), key=_rank)

    def whole(self) -> str:
        of_law = [mark for mark in self.marks if mark.kind is MarkKind.LAW]
        others = [mark for mark in self.marks if mark.kind is not MarkKind.LAW]
        labels = [*self._labels(others), *self._labels(of_law)]
        self.top = self.y
        axis, body = list(self._axis()), _Body()
        for group in self.chart.groups:
            self._group(group, body)
        bottom = self.y + _APART
        return self._svg(
            bottom,
            *self._grid(bottom),
            *self._lines(of_law, bottom),
            *body.bands,
            *self._lines(others, bottom, over=True),
            *self._lines(others, bottom),
            *axis,
            *body.words,
            *labels,
        )

    @property
    def _id(self) -> str:
        return f"{self.chart.name}-{self.layout.name}"

    def _svg(self, bottom: float, *inside: str) -> str:
        title, desc = f"{self._id}-title", f"{self._id}-desc"
        hatch = element(
            "pattern", element("path", d="M0 6 L6 0", class_="tl-hatch"), id=f"{self._id}-hatch",
            width=6.0, height=6.0, patternUnits="userSpaceOnUse",
        )  # fmt: skip
        return element(
            "svg",
            element("title", words(self.chart.title), id=title),
            element("desc", words(self.chart.description), id=desc),
            element("defs", hatch),
            *inside,
            xmlns="http://www.w3.org/2000/svg",
            role="img",
            aria_labelledby=f"{title} {desc}",
            class_=f"tl tl-{self.layout.name}",
            viewBox=f"0 0 {self.layout.width:.0f} {bottom:.0f}",
        )

    # -- the axis and the marked days -------------------------------------------------------------

    def _axis(self) -> Iterator[str]:
        self.y += _AXIS
        for tick in self.ticks:
            x = self.scale.x(tick.on)
            if x + 3 + wide(tick.label) <= self.layout.width:
                yield element("text", words(tick.label), x=x + 3, y=self.y - 6, class_="tl-axis")

    def _grid(self, bottom: float) -> Iterator[str]:
        for tick in self.ticks:
            x = self.scale.x(tick.on)
            yield element("path", d=f"M{x:.1f} {self.top:.1f} V{bottom:.1f}", class_="tl-grid")
        y, right = self.top + _AXIS, self.layout.right
        yield element("path", d=f"M{EDGE:.1f} {y:.1f} H{right:.1f}", class_="tl-rule")

    def _labels(self, marks: Iterable[Mark]) -> Iterator[str]:
        """Write the labels over the axis, on as many lines as it takes for none to hide another."""
        taken: list[list[tuple[float, float]]] = []
        for mark in marks:
            span = self._span_of(mark)
            line = next((n for n, one in enumerate(taken) if _free(one, span)), len(taken))
            if line == len(taken):
                taken.append([])
            taken[line].append(span)
            yield element("text", words(mark.label), x=(span[0] + span[1]) / 2,
                          y=self.y + (line + 1) * _MARK_LINE - 5, text_anchor="middle",
                          class_=f"tl-mark-label tl-{mark.kind}")  # fmt: skip
        self.y += len(taken) * _MARK_LINE

    def _span_of(self, mark: Mark) -> tuple[float, float]:
        long = wide(mark.label, LETTER if mark.kind is MarkKind.LAW else BOLD_LETTER)
        x = min(max(self.scale.x(mark.on) - long / 2, 0.0), self.layout.width - long)
        return x, x + long

    def _lines(self, marks: list[Mark], bottom: float, *, over: bool = False) -> Iterator[str]:
        """Draw the lines; those ``over`` others only clear the way for them."""
        for mark in reversed(marks):
            x = self.scale.x(mark.on)
            path = f"M{x:.1f} {self.top:.1f} V{bottom:.1f}"
            if over:
                yield element("path", d=path, class_="tl-under")
            else:
                told = element("title", words(mark.told or mark.label))
                yield element("path", told, d=path, class_=f"tl-line tl-{mark.kind}")

    # -- the lanes --------------------------------------------------------------------------------

    def _group(self, group: Group, body: _Body) -> None:
        self.y += _HEADING - _LINE
        for line in self.layout.heading(group.heading):
            self.y += _LINE
            written = element("text", words(line), x=EDGE, y=self.y - 7, class_="tl-heading")
            body.words.append(written)
        for lane in group.lanes:
            self._lane(lane, body)

    def _lane(self, lane: Lane, body: _Body) -> None:
        lines = self.layout.folded(lane.label)
        name = len(lines) * _LINE
        if self.layout.gutter:
            high = max(_LANE, name + _BETWEEN)
            first, band = self.y + (high - name) / 2, self.y + (high - _BAND) / 2
        else:
            high = name + _BAND + _BETWEEN
            first, band = self.y, self.y + name + 1
        for number, line in enumerate(lines):
            y = first + (number + 1) * _LINE - 4
            body.words.append(element("text", words(line), x=EDGE, y=y, class_="tl-label"))
        for each in lane.bands:
            self._band(each, band, body)
        self.y += high

    def _band(self, band: Band, top: float, body: _Body) -> None:
        x, beyond = self.scale.x(band.since), self.scale.x(band.before)
        long, told = max(beyond - x, 1.0), element("title", words(band.told))
        if band.fill is Fill.LINE:
            middle = top + _BAND / 2
            line = element("path", told, d=f"M{x:.1f} {middle:.1f} H{beyond:.1f}",
                           class_="tl-closed")  # fmt: skip
            body.bands.append(line)
            return
        paint = {"fill": f"url(#{self._id}-hatch)"} if band.fill is Fill.HATCHED else {}
        kind = "tl-unsure" if band.fill is Fill.HATCHED else "tl-open"
        body.bands.append(
            element("rect", told, x=x, y=top, width=long, height=_BAND, class_=kind, **paint)
        )
        if band.fill is Fill.FULL and self._has_room(band.noted, x, beyond):
            note = element("text", words(band.noted), x=x + _APART, y=top + 11.5, class_="tl-note")
            body.words.append(note)

    def _has_room(self, note: str, x: float, beyond: float) -> bool:
        """Whether a note stands in its band, and no line of a marked day goes through it."""
        end = x + wide(note, SMALL_LETTER) + 2 * _APART
        crossing = (self.scale.x(m.on) for m in self.marks if m.kind is not MarkKind.LAW)
        return bool(note) and end <= beyond and not any(x <= each <= end for each in crossing)


def _rank(mark: Mark) -> tuple[int, date]:
    return _TODAY_FIRST.index(mark.kind), mark.on


def _free(taken: list[tuple[float, float]], span: tuple[float, float]) -> bool:
    return all(span[1] + _APART <= since or before + _APART <= span[0] for since, before in taken)
