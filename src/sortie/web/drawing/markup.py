"""Elements of SVG written as text: everything that is said in them is escaped here."""

from functools import cache
from html import escape


def element(name: str, *inside: str, **attributes: str | float) -> str:
    """Return an element; ``inside`` is markup already, an attribute is not.

    >>> element("text", words("a < b"), x=1.0, class_="label")
    '<text x="1" class="label">a &lt; b</text>'
    """
    said = "".join([f' {_name(key)}="{_value(value)}"' for key, value in attributes.items()])
    body = "".join(inside)
    return f"<{name}{said}>{body}</{name}>" if body else f"<{name}{said}/>"


def words(text: str) -> str:
    """Return a text as it stands inside an element."""
    return escape(text, quote=False)


@cache
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return escape(value)
    return f"{value:.1f}".removesuffix(".0")
