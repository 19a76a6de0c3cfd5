"""The blocks of a report as HTML that stands alone; the widest tables scroll, by keyboard too."""

from collections.abc import Iterator, Sequence
from html import escape

from sortie.reform.showing.blocks import (
    Block,
    Heading,
    Listed,
    Said,
    Section,
    Table,
    Term,
    Terms,
    Typed,
    Warned,
)


def section_html(section: Section) -> Iterator[str]:
    """Yield a section, its title first."""
    if section.title:
        yield f"<h2>{escape(section.title)}</h2>"
    yield from map(block_html, section.blocks)


def block_html(block: Block) -> str:
    """Return a block."""
    match block:
        case Listed(items):
            listed = "".join(f"<li>{escape(each)}</li>" for each in items)
            return f'<ul class="numbers">{listed}</ul>'
        case Terms(terms):
            return f"<dl>{''.join(map(_term, terms))}</dl>"
        case Table():
            return table_html(block)
        case _:
            return _text(block)


def _text(block: Heading | Said | Typed | Warned) -> str:
    text = escape(block.text)
    match block:
        case Heading():
            return f"<h3>{text}</h3>"
        case Said():
            return f"<p><strong>{text}</strong></p>" if block.strong else f"<p>{text}</p>"
        case Warned():
            return f'<p class="warning">{text}</p>'
        case Typed():
            return f"<pre><code>{text}</code></pre>"


def _term(term: Term) -> str:
    said = "<br>".join(map(escape, term.lines))
    told = f"<code>{said}</code>" if term.typed else said
    return f"<dt>{escape(term.name)}</dt><dd>{told}</dd>"


def table_html(table: Table) -> str:
    """Return a table that can be read aloud and scrolled."""
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in table.heads)
    rows = "".join(_row(row) for row in table.rows)
    kind = ' class="words"' if table.words else ""
    return (
        f'<div class="table" role="region" tabindex="0" aria-labelledby="{table.name}-caption">'
        f'<table id="{table.name}"{kind}><caption id="{table.name}-caption">{escape(table.caption)}'
        f"</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(row: Sequence[str]) -> str:
    head, *cells = row
    told = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f'<tr><th scope="row">{escape(head)}</th>{told}</tr>'
