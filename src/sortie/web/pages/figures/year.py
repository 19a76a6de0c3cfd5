"""The figures of one year: a page, a table to take away, and the same for programs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse

from sortie import office
from sortie.web.frame import Asked, shown_figures, spans_shown
from sortie.words.office import figures as words


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what it is called, how many, the share, what is counted."""

    name: str
    count: str
    share: str
    means: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: in a sentence, in lines, and by kind of leave."""

    name: str
    says: str
    rows: tuple[Row, ...]
    columns: tuple[str, ...]
    kinds: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


def latest(asked: Asked) -> Mapping[str, Any]:
    """Return the figures of the last year that may be shown, if there is one."""
    spans = _spans(asked)
    if not spans:
        return {"figures": None, "spans": ()}
    return _shown(asked, spans[0], spans)


def year(asked: Asked, year: int) -> Mapping[str, Any]:
    """Return the figures of a year."""
    return _shown(asked, _span(asked, year), _spans(asked))


def table(asked: Asked, year: int) -> HttpResponse:
    """Return the figures of a year as CSV."""
    text = words.figures_table(_figures(_span(asked, year)), asked.tongue)
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="sortie-{year}.csv"'
    return answer


def data(asked: Asked, year: int) -> HttpResponse:
    """Return the figures of a year as JSON, with the definitions and the questions asked."""
    written = words.written_figures(_figures(_span(asked, year)), asked.tongue)
    return JsonResponse(written, json_dumps_params={"ensure_ascii": False, "indent": 2})


def _spans(asked: Asked) -> tuple[office.figures.Span, ...]:
    """Return the years that this site shows; one that shows none has no such page.

    Raises:   Http404
    """
    if not shown_figures():
        raise Http404
    return spans_shown(asked.at)


def _span(asked: Asked, year: int) -> office.figures.Span:
    found = next((each for each in _spans(asked) if each.year == year), None)
    if found is None:
        raise Http404
    return found


def _figures(span: office.figures.Span) -> office.figures.YearFigures:
    return office.figures.figures(span, settings.SORTIE_FIGURES_THRESHOLD)


def _shown(
    asked: Asked, span: office.figures.Span, spans: tuple[office.figures.Span, ...]
) -> Mapping[str, Any]:
    found = _figures(span)
    return {
        "figures": found,
        "year": str(span.year),
        "spans": [(each.year, str(each.year), each == span) for each in spans],
        "upto": words.upto_told(found, asked.tongue),
        "tables": tuple(_tables(asked, found)),
        "erased": words.cell_told(found.erased, asked.tongue) if found.erased.high else "",
        "checkpoint": found.checkpoint,
        "sealed": words.checkpoint_of(found),
    }


def _tables(asked: Asked, found: office.figures.YearFigures) -> Iterator[Table]:
    say, tongue = asked.say, asked.tongue
    for told in found.tables:
        rows = (
            Row(say(f"figures.name.{name}"), words.cell_told(told.cells[name], tongue),
                words.share_told(told, name, tongue), say(f"figures.means.{name}"))
            for name in told.block.figures
        )  # fmt: skip
        columns = tuple((name, say(f"figures.name.{name}")) for name in told.kinds.figures)
        kinds = (
            (words.kind_told(kind, tongue), tuple((said, counts[name]) for name, said in columns))
            for kind, counts in told.kinds.counts
        )
        yield Table(
            name=told.block.name,
            says=words.table_told(told, found.span.year, tongue),
            rows=tuple(rows),
            columns=tuple(said for _, said in columns),
            kinds=tuple(kinds),
        )
