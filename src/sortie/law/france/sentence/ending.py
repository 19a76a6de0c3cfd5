"""The end of the sentence, and the day of release."""

from datetime import date, timedelta

from sortie import facts
from sortie.law.france.calendar import holidays, territory_of
from sortie.law.france.citing import cpp
from sortie.law.france.kinds import EndDay
from sortie.law.france.sentence.choices import Choices, ReleaseEve, reading_id
from sortie.law.france.sentence.lines import Basis, Sheet

_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 6, 7


def write_end(sheet: Sheet, case: facts.CaseFile, choices: Choices) -> date | None:
    """Write the end and the day of release; return the latter.

    Reading:  fr.reading.end_day and fr.reading.release_eve: unconfirmed
    """
    basis = Basis(cpp("716-1"), (reading_id("end_day"),))
    if sheet.end is None:
        sheet.told("end", basis)
        return None
    eve = choices.end_day is EndDay.EVE
    sheet.counted("end", basis, sheet.end - _DAY if eve else sheet.end)
    assert sheet.end is not None  # noqa: S101
    release = release_day(sheet.end, case, choices.release_eve)
    moved = release != sheet.end
    readings = (reading_id("release_eve"),) if moved else ()
    sheet.told("release", Basis(cpp("716-3"), readings), day=release)
    return release


def release_day(end: date, case: facts.CaseFile, eve: ReleaseEve) -> date:
    """Return the day of release: on a Sunday or a public holiday, the working day before.

    The trap: an end on a Saturday that is no holiday is not moved.

    Source:   CPP 716-3 (rule ``fr.sentence.running``)
    Reading:  fr.reading.release_eve, whether Saturday is a working day: unconfirmed
    """
    day = end
    rests = _rests(day, case)
    while rests:
        day -= _DAY
        saturday = day.isoweekday() == _SATURDAY and eve is ReleaseEve.SATURDAY_DOES_NOT
        rests = saturday or _rests(day, case)
    return day


def _rests(day: date, case: facts.CaseFile) -> bool:
    if day.isoweekday() == _SUNDAY:
        return True
    return holidays().name_of(day, territory_of(case, day)) is not None
