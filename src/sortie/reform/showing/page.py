"""One page that says everything of a comparison and asks for nothing: no script, no request."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from sortie.reform import telling
from sortie.reform.records import Reform
from sortie.reform.showing import sections
from sortie.reform.showing.figures import Figure, figures_of
from sortie.reform.showing.report import Report
from sortie.reform.showing.tables import table_html
from sortie.reform.telling import Voice

_STYLE = (Path(__file__).parent / "style.css").read_text("utf-8")


def page(report: Report, voice: Voice) -> str:
    """Return a report as one page (HTML), to be attached to anything."""
    figures = list(figures_of(report.comparison, voice))
    title = escape(voice.say("report.title", law=voice.either(report.reforms[1].title)))
    body = "\n".join(
        [
            *_head(report, voice),
            f"<h2>{escape(voice.say('report.figures'))}</h2>",
            *(_figure(figure, voice) for figure in figures),
            *sections.all_of(report, voice),
            f"<h2>{escape(voice.say('report.tables'))}</h2>",
            *(table_html(figure.table) for figure in figures),
        ]
    )
    skip = escape(voice.say("report.skip"))
    return (
        f'<!doctype html>\n<html lang="{voice.code}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#report">{skip}</a>\n<main id="report" tabindex="-1">\n'
        f"<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _head(report: Report, voice: Voice) -> Iterator[str]:
    laws = [reform for reform in report.reforms if reform is not None]
    if any(reform.status != "in_force" for reform in laws):
        yield f'<p class="warning">{escape(voice.say("compare.not_in_force"))}</p>'
    if report.synthetic:
        yield f'<p class="warning">{escape(voice.say("compare.synthetic"))}</p>'
    yield "<dl>"
    for name, reform in zip(("a", "b"), report.reforms, strict=True):
        yield f"<dt>{escape(voice.say(f'report.side.{name}'))}</dt>"
        yield f"<dd>{_law(reform, voice)}</dd>"
    yield "</dl>"
    found = report.comparison
    yield f"<p>{escape(telling.period(found, voice))}</p>"
    yield f"<p><strong>{escape(telling.touched(found, voice))}</strong></p>"
    yield f"<p>{escape(voice.say('compare.supposed'))}</p>"


def _law(reform: Reform | None, voice: Voice) -> str:
    if reform is None:
        return escape(voice.say("compare.law_in_force"))
    source = reform.source
    said = [
        voice.say("report.law", title=voice.either(reform.title), reform=reform.id),
        voice.say("report.status", status=voice.say(f"reform.status.{reform.status}"),
                  since=voice.day(reform.since)),
        voice.say("reform.show.author", author=reform.author),
        voice.say("reform.show.source", text=source.text)
        if source.day is None
        else voice.say("reform.show.source.dated", text=source.text, day=voice.day(source.day)),
    ]  # fmt: skip
    if source.address:
        said.append(voice.say("reform.show.address", address=source.address))
    return "<br>".join(map(escape, said))


def _figure(figure: Figure, voice: Voice) -> str:
    return (
        f'<figure id="{figure.name}"><h3>{escape(figure.title)}</h3>{figure.svg}'
        f'<figcaption>{escape(figure.sentence)} <a href="#{figure.table.name}">'
        f"{escape(voice.say('report.table_of', title=figure.title))}</a></figcaption></figure>"
    )
