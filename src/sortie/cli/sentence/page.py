"""A computed sentence on paper: its lines, what other readings change, what keeps in."""

from datetime import date, timedelta

from sortie import facts, law
from sortie.cli.page import Page, Style
from sortie.facts import UNKNOWN
from sortie.law.france import Line, OtherReading, Reckoned
from sortie.rules import Stretch
from sortie.words import Tongue, is_bound, leave_name, path_in_words, raised

Leaves = tuple[tuple[str, tuple[Stretch, ...]], ...]
_EVE = timedelta(days=1)
_MARK = "-"
# The lines before which the page leaves a space: what comes off, the end, what hangs on it.
SECTIONS = ("regime", "end", "third_served.current_date", "parole")


def sentence_page(
    case: facts.CaseFile, found: Reckoned, leaves: Leaves, today: date, tongue: Tongue
) -> Page:
    """Return the page that a clerk follows with a finger."""
    page = Page()
    if case.title is not UNKNOWN:
        page.text(case.title, style="strong")
    page.title(tongue.say("sentence.title"))
    for line in found.reckoning.lines:
        if line.what in SECTIONS:
            page.blank()
        _write(page, line, today, tongue)
    _readings(page, found.others, tongue)
    _leaves(page, leaves, tongue)
    _warnings(page, found, tongue)
    return page


def _write(page: Page, line: Line, today: date, tongue: Tongue) -> None:
    on = line.day if line.day is not None and line.day < today else today
    unsure = line.missing or line.what == "not_modelled"
    style: Style = "undetermined" if unsure else ""
    page.item("?" if style else _MARK, _told(line, tongue), cite=_cites(line, on), style=style)
    if line.moved:
        assert line.end is not None  # noqa: S101
        page.text(tongue.say("sentence.running", end=tongue.day(line.end)), indent=4)
    if line.basis.readings:
        readings = tongue.listed(line.basis.readings)
        page.text(tongue.say("sentence.reading", readings=readings), indent=4, style="faint")


def _told(line: Line, tongue: Tongue) -> str:
    label = tongue.say(f"line.{line.what}") if line.what != "not_modelled" else ""
    if line.what == "not_modelled":
        return tongue.say("sentence.not_modelled", name=tongue.say(f"not_modelled.{line.value}"))
    if line.missing:
        paths = tongue.listed(path_in_words(path, tongue) for path in line.missing)
        return tongue.say("sentence.lacks", label=label, paths=paths)
    parts = [part for part in (_much(line, tongue), _day(line, tongue)) if part]
    if not parts:
        return tongue.say("sentence.bare", label=label)
    return tongue.say("sentence.line", label=label, much=", ".join(parts))


def _much(line: Line, tongue: Tongue) -> str:
    if line.length is not None:
        return tongue.length(line.length)
    if line.days is not None:
        return tongue.count("day", line.days, n=line.days)
    return tongue.say(f"value.{line.value}") if line.value else ""


def _day(line: Line, tongue: Tongue) -> str:
    if line.what == "end":
        return tongue.day(line.end) if is_bound(line.end) and line.end else tongue.say("unknown")
    return tongue.day(line.day) if line.day is not None and is_bound(line.day) else ""


def _cites(line: Line, on: date) -> str:
    texts = law.france.texts()
    shown = []
    for each in line.basis.cites:
        provision = texts.provision(each)
        shown.append((provision.version(on) or provision.latest).citation)
    return ", ".join(shown)


def _readings(page: Page, others: tuple[OtherReading, ...], tongue: Tongue) -> None:
    if not others:
        page.blank()
        page.text(tongue.say("sentence.readings.none"))
        return
    page.title(tongue.say("unsettled.title"))
    for each in others:
        reading = law.france.readings()[each.reading]
        question = tongue.either({"fr": reading.question_fr, "en": reading.question_en})
        words = reading.options[each.option]
        page.item("?", question, cite=each.reading, style="undetermined")
        page.item(_MARK, tongue.either({"fr": words[0], "en": words[1]}), indent=4)
        for what, day in each.changed:
            label = tongue.say(f"line.{what}")
            told = tongue.say("sentence.line", label=label, much=tongue.day(day))
            page.item(_MARK, told, indent=6)


def _leaves(page: Page, leaves: Leaves, tongue: Tongue) -> None:
    page.title(tongue.say("sentence.leaves"))
    for code, runs in leaves:
        if not runs:
            continue
        spans = tongue.listed(_span(run, tongue) for run in runs)
        label = raised(leave_name(code, tongue))
        page.item(_MARK, tongue.say("sentence.line", label=label, much=spans))
    if not any(runs for _, runs in leaves):
        page.item(_MARK, tongue.say("sentence.leaves.none"))


def _span(run: Stretch, tongue: Tongue) -> str:
    since = tongue.day(run.since) if is_bound(run.since) else ""
    until = tongue.day(run.before - _EVE) if is_bound(run.before) else ""
    key = {
        (True, True): "sentence.span",
        (True, False): "sentence.span.from",
        (False, True): "sentence.span.until",
        (False, False): "sentence.span.always",
    }[bool(since), bool(until)]
    return tongue.say(key, since=since, until=until)


def _warnings(page: Page, found: Reckoned, tongue: Tongue) -> None:
    difference = found.difference
    if not (difference or found.still_open or found.reckoning.warnings):
        return
    page.title(tongue.say("warnings.title"))
    if difference is not None:
        told = tongue.say(
            "sentence.difference",
            stated=tongue.day(difference.stated),
            computed=tongue.day(difference.computed),
        )
        page.item("!", told, style="mark")
    for title in found.still_open:
        fact = path_in_words(title.path, tongue)
        page.item("!", tongue.say("sentence.still_open", fact=fact), style="mark")
    for each in found.reckoning.warnings:
        day = tongue.day(each.day) if each.day else ""
        page.item("!", tongue.say(f"warning.{each.code}", day=day), style="mark")
