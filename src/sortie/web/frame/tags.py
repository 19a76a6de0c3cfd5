"""What a template may say: sentences by their key, instants, names of things, addresses."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django import template
from django.templatetags.static import static
from django.urls import reverse

from sortie.web.frame.asked import Asked
from sortie.words import leave_name, raised
from sortie.words.office import cited

register = template.Library()


def _asked(context: template.Context) -> Asked:
    found: Asked = context["asked"]
    return found


@register.simple_tag(takes_context=True)
def say(context: template.Context, key: str, **holes: object) -> str:
    """Return a sentence by its key, its holes filled."""
    return _asked(context).say(key, **holes)


@register.simple_tag(takes_context=True)
def count(context: template.Context, key: str, number: int, **holes: object) -> str:
    """Return the sentence for one or for many: the keys ``KEY.one`` and ``KEY.many``, hole n."""
    return _asked(context).tongue.count(key, number, n=number, **holes)


@register.simple_tag(takes_context=True)
def label(context: template.Context, family: str, code: str) -> str:
    """Return what a code is called: ``{% label "state" row.state %}``, with a capital."""
    return raised(_asked(context).label(family, code))


@register.simple_tag(takes_context=True)
def leave(context: template.Context, code: str) -> str:
    """Return what a leave is called."""
    return raised(leave_name(code, _asked(context).tongue)) if code else ""


@register.simple_tag(takes_context=True)
def purpose(context: template.Context, code: str) -> str:
    """Return the purpose of a leave in words."""
    speech = _asked(context).tongue
    return raised(speech.spaced(speech.names.PURPOSES.get(code, code)))


@register.simple_tag(takes_context=True)
def day(context: template.Context, of: date) -> str:
    """Return a date in words."""
    return _asked(context).tongue.day(of)


@register.simple_tag(takes_context=True)
def instant(context: template.Context, at: datetime) -> str:
    """Return an instant in words, by the clock of the place."""
    return _asked(context).clock.say(at)


@register.simple_tag(takes_context=True)
def until(context: template.Context, at: datetime) -> str:
    """Return the end of a time, in words: midnight belongs to the day it ends."""
    return _asked(context).clock.until(at)


@register.simple_tag(takes_context=True)
def stamp(context: template.Context, at: datetime) -> str:
    """Return an instant in figures, for a column."""
    return _asked(context).clock.stamp(at)


@register.simple_tag(takes_context=True)
def left(context: template.Context, at: datetime) -> str:
    """Return how much time is left before an instant."""
    asked = _asked(context)
    return asked.clock.left(asked.at, at)


@register.simple_tag(takes_context=True)
def articles(context: template.Context, rules: str | Iterable[str]) -> str:
    """Return the articles that one rule or several rest on."""
    named = (rules,) if isinstance(rules, str) else tuple(rules)
    return cited(named, _asked(context))


@register.simple_tag
def address(page: str, **captures: Any) -> str:
    """Return the address of a declared page."""
    return reverse(page, kwargs=captures)


@register.simple_tag
def query(of: Mapping[str, str]) -> str:
    """Return what an address says after its question mark."""
    return urlencode(of)


@register.simple_tag
def file(name: str) -> str:
    """Return the address of a static file."""
    return static(name)
