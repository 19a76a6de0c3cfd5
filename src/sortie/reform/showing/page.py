"""One page that says everything of a comparison and asks for nothing: no script, no request."""

from collections.abc import Mapping
from html import escape
from pathlib import Path

from sortie.reform.results import Report
from sortie.reform.showing.figures import Figure, figures_of
from sortie.reform.showing.markup import section_html, table_html
from sortie.reform.showing.sections import head_of, sections_of, title_of
from sortie.reform.telling import Voice

_STYLE = (Path(__file__).parent / "style.css").read_text("utf-8")


def page(report: Report, drawings: Mapping[str, str], voice: Voice) -> str:
    """Return a report as one page (HTML), to be attached to anything.

    ``drawings`` are the images (SVG) of its figures by their names; one that is missing is said to
    be, and its table says the same.
    """
    figures = list(figures_of(report.comparison, voice))
    title = escape(title_of(report, voice))
    body = "\n".join(
        [
            *section_html(head_of(report, voice)),
            f"<h2>{escape(voice.say('report.figures'))}</h2>",
            *(_figure(figure, drawings.get(figure.name, ""), voice) for figure in figures),
            *(part for each in sections_of(report, voice) for part in section_html(each)),
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


def _figure(figure: Figure, drawing: str, voice: Voice) -> str:
    drawn = drawing or f"<p>{escape(voice.say('report.not_drawn'))}</p>"
    return (
        f'<figure id="{figure.name}"><h3>{escape(figure.title)}</h3>{drawn}'
        f'<figcaption>{escape(figure.sentence)} <a href="#{figure.table.name}">'
        f"{escape(voice.say('report.table_of', title=figure.title))}</a></figcaption></figure>"
    )
