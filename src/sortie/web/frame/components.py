"""The components of the pages: each skin draws them in a template of its own, ``ui/NAME.html``."""

from datetime import datetime, timedelta
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sortie.web.frame.asked import Asked

register = template.Library()

# What is nearer than these is drawn as urgent, or as near.
_URGENT, _NEAR = timedelta(days=2), timedelta(days=7)


def _drawn(name: str, context: template.Context, /, **values: object) -> SafeString:
    held: dict[str, Any] = {str(key): value for key, value in context.flatten().items()}
    return render_to_string(f"ui/{name}.html", {**held, **values})


@register.simple_block_tag(takes_context=True)
def notice(
    context: template.Context, content: str, kind: str = "info", title: str = ""
) -> SafeString:
    """Draw a message in a box: ``info``, ``good``, ``warning``, or ``stop`` which is announced.

    ``title`` is the key of a sentence.
    """
    said = context["asked"].say(title) if title else ""
    return _drawn("notice", context, content=content, kind=kind, title=said)


@register.simple_block_tag(takes_context=True)
def table(context: template.Context, content: str, caption: str = "", said: str = "") -> SafeString:
    """Draw a table that scrolls in its own box on a narrow screen.

    ``caption`` is a key; or the caption is ``said`` already.
    """
    said = said or context["asked"].say(caption)
    return _drawn("table", context, content=content, caption=said)


@register.simple_tag(takes_context=True)
def entry(
    context: template.Context, name: str, label: str, value: str = "", **more: object
) -> SafeString:
    """Draw one line to fill in; ``label`` and ``help`` are keys, ``fill`` is what browsers know.

    ``type`` is that of the input; ``required`` and ``digits`` are what they say.
    """
    plain = {"type": "text", "help": "", "fill": "off", "required": False, "digits": False}
    return _drawn("entry", context, **{**plain, **more}, name=name, label=label, value=value)


@register.simple_tag(takes_context=True)
def time_left(context: template.Context, at: datetime | str | None) -> SafeString:
    """Draw how much time is left before an instant; nothing runs when there is none."""
    asked: Asked = context["asked"]
    if not isinstance(at, datetime):
        return _drawn("left", context, at=None)
    rest = at - asked.at
    level = "over" if rest <= timedelta() else "urgent" if rest <= _URGENT else "near"
    if rest > _NEAR:
        level = "far"
    text, iso = asked.clock.left(asked.at, at), asked.clock.there(at).isoformat()
    return _drawn("left", context, at=at, level=level, text=text, iso=iso)


@register.simple_tag(takes_context=True)
def case_link(context: template.Context, case_id: str) -> str:
    """Return the name of a case, a link to its page where there is one."""
    asked: Asked = context["asked"]
    said = asked.say("frame.case", case=case_id)
    return _linked("case", said, case_id=case_id)


@register.simple_tag(takes_context=True)
def act_link(context: template.Context, verb: str, case_id: str) -> str:
    """Return the name of an act, a link to its form where there is one.

    An act that has a page of its own leads there: the page is named as the act.
    """
    asked: Asked = context["asked"]
    said = asked.say(f"act.{verb}")
    try:
        address = reverse(verb, kwargs={"case_id": case_id})
    except NoReverseMatch:
        return _linked("act", said, verb=verb, case_id=case_id)
    return format_html('<a href="{}">{}</a>', address, said)


def _linked(page: str, said: str, **captures: str) -> str:
    try:
        address = reverse(page, kwargs=captures)
    except NoReverseMatch:
        return said
    return format_html('<a href="{}">{}</a>', address, said)


@register.simple_tag
def described(each: Any) -> SafeString:
    """Return the attributes that tie an input to its help and to what is wrong with it."""
    said = [part for part, there in (("help", each.field.help), ("fault", each.fault)) if there]
    ids = " ".join(f"{each.id}-{part}" for part in said)
    attributes = format_html('aria-describedby="{}"', ids) if ids else SafeString()
    return attributes + SafeString(' aria-invalid="true"' if each.fault else "")
