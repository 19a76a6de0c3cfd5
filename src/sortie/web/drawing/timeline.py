"""A line of time drawn: lanes of bands over an axis, and marked days from top to bottom.

Every shape is told from the others by its form; colours are classes, and belong to the skins.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from sortie.web.drawing.chart import Band, Chart, Fill, Group, Lane, Mark, MarkKind
from sortie.web.drawing.markup import element, words
from sortie.web.drawing.scale import Scale, ticks

WIDTH = 1000.0
_EDGE = 8.0
_MARK_LINE, _AXIS, _HEADING, _LANE, _BAND = 18.0, 20.0, 30.0, 33.0, 11.0
# How wide a letter is taken to be: a label must never be found narrower than it is drawn.
_LETTER = 7.2
_APART = 6.0
_TODAY_FIRST = tuple(MarkKind)


def drawn(chart: Chart) -> str:
    """Return the SVG of a chart, the same for the same chart."""
    return _Drawing(chart).whole()


@dataclass(slots=True)
class _Body:
    """What is drawn under the lines of the marked days, and what is written over them."""

    bands: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Drawing:
    chart: Chart
    scale: Scale = field(init=False)
    y: float = 0.0
    top: float = 0.0

    def __post_init__(self) -> None:
        chart = self.chart
        self.scale = Scale(chart.since, chart.before, _EDGE, WIDTH - 2 * _EDGE)

    def whole(self) -> str:
        chart = self.chart
        shown = [mark for mark in chart.marks if self.scale.holds(mark.on)]
        labels = list(self._mark_labels(shown))
        self.top = self.y
        axis = list(self._axis())
        body = _Body()
        for group in chart.groups:
            self._group(group, body)
        bottom = self.y + _APART
        lines = list(self._lines(shown, bottom))
        title, desc = f"{chart.name}-title", f"{chart.name}-desc"
        return element(
            "svg",
            element("title", words(chart.title), id=title),
            element("desc", words(chart.description), id=desc),
            self._hatches(),
            *self._grid(bottom),
            *body.bands,
            *lines,
            *axis,
            *body.words,
            *labels,
            xmlns="http://www.w3.org/2000/svg",
            role="img",
            aria_labelledby=f"{title} {desc}",
            class_="tl",
            viewBox=f"0 0 {WIDTH:.0f} {bottom:.0f}",
        )

    def _hatches(self) -> str:
        line = element("path", d="M0 6 L6 0", class_="tl-hatch")
        return element("defs", element(
            "pattern", line, id=f"{self.chart.name}-hatch", width=6.0, height=6.0,
            patternUnits="userSpaceOnUse",
        ))  # fmt: skip

    # -- the axis and the marked days -------------------------------------------------------------

    def _axis(self) -> Iterator[str]:
        self.y += _AXIS
        for tick in ticks(self.scale, self.chart.months):
            x = self.scale.x(tick.on)
            if x + _wide(tick.label) <= WIDTH:
                yield element("text", words(tick.label), x=x + 3, y=self.y - 6, class_="tl-axis")

    def _grid(self, bottom: float) -> Iterator[str]:
        for tick in ticks(self.scale, self.chart.months):
            x = self.scale.x(tick.on)
            yield element("path", d=f"M{x:.1f} {self.top:.1f} V{bottom:.1f}", class_="tl-grid")
        y = self.top + _AXIS
        yield element("path", d=f"M{_EDGE:.1f} {y:.1f} H{WIDTH - _EDGE:.1f}", class_="tl-rule")

    def _mark_labels(self, marks: list[Mark]) -> Iterator[str]:
        """Write the labels over the axis, on as many lines as it takes for none to hide another.

        Those of the law stand on a line of their own; one too near another is left to its line.
        """
        taken: list[list[tuple[float, float]]] = []
        for mark in sorted(marks, key=_rank):
            if mark.kind is not MarkKind.LAW:
                span = self._span_of(mark)
                line = next((n for n, one in enumerate(taken) if _free(one, span)), len(taken))
                if line == len(taken):
                    taken.append([])
                taken[line].append(span)
                yield self._mark_label(mark, span, line)
        of_law: list[tuple[float, float]] = []
        for mark in sorted(marks, key=_rank):
            span = self._span_of(mark)
            if mark.kind is MarkKind.LAW and _free(of_law, span):
                of_law.append(span)
                yield self._mark_label(mark, span, len(taken))
        self.y = (len(taken) + bool(of_law)) * _MARK_LINE

    def _span_of(self, mark: Mark) -> tuple[float, float]:
        wide = _wide(mark.label)
        x = min(max(self.scale.x(mark.on) - wide / 2, 0.0), WIDTH - wide)
        return x, x + wide

    @staticmethod
    def _mark_label(mark: Mark, span: tuple[float, float], line: int) -> str:
        return element("text", words(mark.label), x=(span[0] + span[1]) / 2,
                       y=(line + 1) * _MARK_LINE - 5, text_anchor="middle",
                       class_=f"tl-mark-label tl-{mark.kind}")  # fmt: skip

    def _lines(self, marks: Iterable[Mark], bottom: float) -> Iterator[str]:
        """Draw the lines, those of today and of the leave last and over a lighter one."""
        for mark in sorted(marks, key=_rank, reverse=True):
            x = self.scale.x(mark.on)
            path = f"M{x:.1f} {self.top:.1f} V{bottom:.1f}"
            if mark.kind is not MarkKind.LAW:
                yield element("path", d=path, class_="tl-under")
            told = element("title", words(mark.told or mark.label))
            yield element("path", told, d=path, class_=f"tl-line tl-{mark.kind}")

    # -- the lanes --------------------------------------------------------------------------------

    def _group(self, group: Group, body: _Body) -> None:
        self.y += _HEADING
        heading = element("text", words(group.heading), x=_EDGE, y=self.y - 8, class_="tl-heading")
        body.words.append(heading)
        for lane in group.lanes:
            self._lane(lane, body)

    def _lane(self, lane: Lane, body: _Body) -> None:
        self.y += _LANE
        name, band_top = self.y - _BAND - 9, self.y - _BAND - 3
        body.words.append(element("text", words(lane.label), x=_EDGE, y=name, class_="tl-label"))
        free_from = _EDGE + _wide(lane.label) + 2 * _APART
        for day, text in lane.noted:
            x = self.scale.x(day)
            if x >= free_from and x + _wide(text) <= WIDTH:
                body.words.append(element("text", words(text), x=x, y=name, class_="tl-note"))
                free_from = x + _wide(text) + 2 * _APART
        body.bands += [self._band(band, band_top) for band in lane.bands]

    def _band(self, band: Band, top: float) -> str:
        x, beyond = self.scale.x(band.since), self.scale.x(band.before)
        wide, told = max(beyond - x, 1.0), element("title", words(band.told))
        if band.fill is Fill.LINE:
            middle = top + _BAND / 2
            return element("path", told, d=f"M{x:.1f} {middle:.1f} H{beyond:.1f}",
                           class_="tl-closed")  # fmt: skip
        paint = {"fill": f"url(#{self.chart.name}-hatch)"} if band.fill is Fill.HATCHED else {}
        kind = "tl-unsure" if band.fill is Fill.HATCHED else "tl-open"
        return element("rect", told, x=x, y=top, width=wide, height=_BAND, class_=kind, **paint)


def _wide(text: str) -> float:
    return len(text) * _LETTER


def _rank(mark: Mark) -> tuple[int, date]:
    return _TODAY_FIRST.index(mark.kind), mark.on


def _free(taken: list[tuple[float, float]], span: tuple[float, float]) -> bool:
    return all(span[1] + _APART <= since or before + _APART <= span[0] for since, before in taken)
