"""What a list shows, read as a person reads it."""

import html
import re
from typing import Any


def text(page: Any) -> str:
    plain = re.sub(r"<[^>]+>", " ", page.content.decode())
    return " ".join(html.unescape(plain).replace("\u202f", " ").replace("\u00a0", " ").split())


def rows(page: Any) -> list[list[str]]:
    """Return the lines of the table of a page, each the texts of its cells."""
    body = page.content.decode().partition("<tbody>")[2].partition("</tbody>")[0]
    lines = re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    return [[_bare(cell) for cell in re.findall(r"<td.*?</td>", line, re.DOTALL)] for line in lines]


def headings(page: Any) -> list[str]:
    head = page.content.decode().partition("<thead>")[2].partition("</thead>")[0]
    cells = re.findall(r"<th.*?</th>", head, re.DOTALL)
    return [_bare(cell).rstrip(" ▲▼") for cell in cells]


def links(page: Any, words: str) -> str:
    """Return where the link of these words leads."""
    for address, said in re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>',
                                    page.content.decode(), re.DOTALL):  # fmt: skip
        if _bare(said) == words:
            return html.unescape(str(address))
    return ""


def _bare(cell: str) -> str:
    plain = html.unescape(re.sub(r"<[^>]+>", " ", cell))
    return " ".join(plain.split())


def cases_of(page: Any) -> list[str]:
    """Return the cases that a page lists, in its order."""
    return [cell for line in rows(page) for cell in line if re.fullmatch(r"D-\d+", cell)]
