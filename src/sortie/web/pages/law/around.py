"""What stands around the rules: the texts, the case studies, the doubts."""

from django.http import Http404

from sortie import manual
from sortie.texts import UnknownProvision
from sortie.web.frame import Asked, Shown
from sortie.web.pages.law.reading_on import read_on


def text(asked: Asked, text_id: str) -> Shown:
    """Return a provision, its wordings compared, and the rules that cite it."""
    read = read_on(asked)
    try:
        told = manual.text_told(text_id, read.day, asked.tongue)
    except UnknownProvision as unknown:
        raise Http404 from unknown
    rows = tuple(manual.row_of(each, read.day, asked.tongue) for each in told.rules)
    return Shown(values={"text": told, "read": read, "rows": rows}, status=_status(read.fault))


def study(asked: Asked, study_id: str) -> Shown:
    """Return a case study whole."""
    told = manual.case_told(study_id, asked.tongue)
    if told is None:
        raise Http404
    procedure = isinstance(told, manual.ClockTold)
    return Shown(values={"case": told, "procedure": procedure, "read": read_on(asked)})


def doubts(asked: Asked) -> Shown:
    """Return every reading, those that nobody settled first."""
    read = read_on(asked)
    told = manual.readings_told(read.day, asked.tongue)
    rows = {
        rule: manual.row_of(rule, read.day, asked.tongue) for each in told for rule in each.rules
    }
    shown = tuple((each, tuple(rows[rule] for rule in each.rules)) for each in told)
    return Shown(values={"doubts": shown, "read": read}, status=_status(read.fault))


def _status(fault: str) -> int:
    return 422 if fault else 200
