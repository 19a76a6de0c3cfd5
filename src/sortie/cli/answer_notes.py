"""What follows the reasons: missing facts, unsettled readings, facts to be seen, warnings."""

from sortie import law
from sortie.cli.page import Page
from sortie.law import Answer, Calendar, ReformedLaw, ToBeSeen, UnderReading, Unsettled
from sortie.rules import Outcome
from sortie.words import Tongue, path_in_words, raised

ANNOUNCED = "closure_announced_adoption_unknown"
_SINGLE_DAY = frozenset({"escape", "not_returned", "late_return", "disciplinary"})


def notes(page: Page, answer: Answer, tongue: Tongue) -> None:
    """Write what the reader must know besides the reasons."""
    _missing(page, answer, tongue)
    _unsettled(page, answer, tongue)
    _seen(page, answer, tongue)
    warnings(page, answer, tongue)


def supposed(page: Page, reform: ReformedLaw | None, tongue: Tongue) -> None:
    """Write the reform that was supposed, and that it is not the law when it is not."""
    if reform is None:
        return
    holes = {"reform": reform.id, "since": tongue.day(reform.since)}
    title = tongue.either(reform.title)
    key = "ask.reform" if reform.status == "announced" else f"ask.reform.{reform.status}"
    page.text(tongue.say(key, **holes, title=title), style="mark")


def _missing(page: Page, answer: Answer, tongue: Tongue) -> None:
    if not answer.missing:
        return
    page.title(tongue.say("missing.title"))
    for path in answer.missing:
        page.item("-", raised(path_in_words(path, tongue)))


def _unsettled(page: Page, answer: Answer, tongue: Tongue) -> None:
    readings = list(_all_unsettled(answer).values())
    if not readings:
        page.blank()
        page.text(tongue.say("assumed.none"))
        return
    page.title(tongue.say("unsettled.title"))
    for each in readings:
        _reading(page, each, tongue)


def _all_unsettled(answer: Answer) -> dict[str, Unsettled]:
    """Return the readings of the whole answer, then those of single routes."""
    routes = (each for route in answer.routes for each in route.unsettled)
    found: dict[str, Unsettled] = {}
    for each in (*answer.unsettled, *routes):
        found.setdefault(each.reading, each)
    return found


def _reading(page: Page, each: Unsettled, tongue: Tongue) -> None:
    reading = law.france.readings()[each.reading]
    question = tongue.either({"fr": reading.question_fr, "en": reading.question_en})
    page.item("?", question, cite=each.reading, style="undetermined")
    if all(u.outcome is Outcome.UNDETERMINED and u.opens_on is None for u in each.answers):
        page.text(tongue.say("under.all_undetermined"), indent=4)
        return
    for under in each.answers:
        words = reading.options[under.option]
        option = tongue.either({"fr": words[0], "en": words[1]})
        answer = _under(under, tongue)
        page.item("-", tongue.say("unsettled.option", option=option, answer=answer), indent=4)


def _under(under: UnderReading, tongue: Tongue) -> str:
    key = f"under.{under.outcome.value}"
    if under.opens_on is None:
        return tongue.say(key)
    suffix = "from" if under.outcome is Outcome.OPEN else "opens"
    return tongue.say(f"{key}_{suffix}", day=tongue.day(under.opens_on))


def _seen(page: Page, answer: Answer, tongue: Tongue) -> None:
    if not answer.to_be_seen:
        return
    page.title(tongue.say("seen.title"))
    for each in answer.to_be_seen:
        page.item("-", raised(_dated(each, tongue)) + ".")


def _dated(each: ToBeSeen, tongue: Tongue) -> str:
    what = tongue.names.SEEN.get(each.kind, each.kind)
    if each.since is None:
        return tongue.say("seen.undated", what=what)
    since = tongue.day(each.since)
    if each.until is not None:
        return tongue.say("seen.span", what=what, since=since, until=tongue.day(each.until))
    key = "seen.on" if each.kind in _SINGLE_DAY else "seen.since"
    return tongue.say(key, what=what, since=since)


def warnings(page: Page, answer: Answer | Calendar, tongue: Tongue) -> None:
    """Write the warnings of an answer or of a calendar."""
    page.title(tongue.say("warnings.title"))
    for each in answer.warnings:
        key = f"warning.{each.code}"
        known = key if key in tongue.sentences else "warning.other"
        day = tongue.day(each.day) if each.day else ""
        told = tongue.say(known, day=day, code=each.code)
        if each.code == ANNOUNCED and answer.reform is None:
            told += " " + tongue.say("warning.try_reform", reform=law.france.REFORM)
        page.item("!", told, style="mark")
