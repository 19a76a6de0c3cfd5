"""The page of a rule: what it says on a day, its versions compared, its cases, its doubts."""

from django.http import HttpResponse

from sortie import manual
from sortie.rules import UnknownRule
from sortie.web.frame import Asked, Shown
from sortie.web.pages.law.index import not_there
from sortie.web.pages.law.reading_on import read_on


def rule(asked: Asked, rule_id: str) -> Shown | HttpResponse:
    """Return a rule; one that is not there leads to the index, with the nearest named."""
    read = read_on(asked)
    try:
        told = manual.rule_told(rule_id, read.day, asked.tongue)
    except UnknownRule as unknown:
        return not_there(asked, rule_id, unknown.near)
    studied = manual.studied(rule_id, asked.tongue)
    return Shown(
        values={
            "rule": told,
            "read": read,
            "studied": studied,
            "count": len(studied.ids),
        },
        status=422 if read.fault else 200,
    )
