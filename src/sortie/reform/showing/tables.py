"""Tables of a page: a caption, heads, rows; the widest scroll by themselves, by keyboard too."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Table:
    """Rows of text, the first cell of each being its head."""

    name: str
    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


def table_html(table: Table) -> str:
    """Return a table that can be read aloud and scrolled."""
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in table.heads)
    rows = "".join(_row(row) for row in table.rows)
    return (
        f'<div class="table" role="region" tabindex="0" aria-labelledby="{table.name}-caption">'
        f'<table id="{table.name}"><caption id="{table.name}-caption">{escape(table.caption)}'
        f"</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(row: Sequence[str]) -> str:
    head, *cells = row
    told = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f'<tr><th scope="row">{escape(head)}</th>{told}</tr>'
