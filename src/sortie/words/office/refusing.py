"""The refusals of the office, of casework, of the store and of the calendar, in words."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from sortie import casework, days, law, office, store
from sortie.errors import SortieError
from sortie.words.clock import both_of, just_after
from sortie.words.faults import TYPED, Said, said
from sortie.words.office.refused_before import refused_before
from sortie.words.office.speaker import Speaker
from sortie.words.reasons import leave_name
from sortie.words.sentences.office import FRENCH_KEYS
from sortie.words.tongue import raised

_MACHINE = (
    store.BrokenStore, store.NotRead, store.NotRecorded, store.OutcomeUnknown,
    store.KeysMissing, store.KeysExposed, store.KeysNotKept, store.KeyLost,
    casework.UnknownEvent,
)  # fmt: skip
_OURS = (
    casework.CaseworkError, store.StoreError, office.OfficeError, office.scripts.ScriptRefused,
    days.DaysError,
)  # fmt: skip
_INSTANTS = ("departs_at", "returns_at", "sits_at", "decided_at", "due_back_at")
_ROLES = ("role", "to", "competent", "roles", "seats")
_WORDS = ("exit", "fits", "ground")


def is_a_fault_of_the_machine(error: SortieError) -> bool:
    """Whether nobody's typing made it: a database that fails, a law that does not load."""
    if isinstance(error, _OURS):
        return isinstance(error, _MACHINE)
    return not isinstance(error, TYPED)


def told(error: SortieError, speaker: Speaker) -> Iterator[Said]:
    """Yield every refusal that an error carries, in words, by the clock of the place."""
    match error:
        case store.RefusedBefore(refusal, params):
            yield from told(refused_before(refusal, params), speaker)
        case casework.ActRefused(act, objections):
            cannot = speaker.label("cannot", act)
            for each in objections:
                message = speaker.tongue.spaced(f"{cannot} : {objection(each, speaker)}.")
                yield Said(each.code.value, act, _colon(message, speaker))
        case office.scripts.ScriptRefused(faults):
            yield from (_of_script(fault, speaker) for fault in faults)
        case days.DaysError():
            yield _of_days(error, speaker)
        case casework.CaseworkError() | store.StoreError() | office.OfficeError():
            yield _plainly(error, speaker)
        case _:
            yield from said(error, speaker.tongue)


def objection(each: casework.Objection, speaker: Speaker, *, alone: bool = False) -> str:
    """Return why an act cannot follow, to stand after a colon or alone, without its full stop."""
    key = f"hindrance.{each.code.value}"
    if each.holes.get("closes_at") == "" and f"{key}.open" in speaker.tongue.sentences:
        key += ".open"
    holes = {name: hole(name, value, speaker) for name, value in each.holes.items()}
    articles = cited(each.rules, speaker)
    sentence = speaker.tongue.say(key, **holes, cites=f" ({articles})" if articles else "")
    return raised(sentence) if alone else sentence


def cited(rules: tuple[str, ...], speaker: Speaker) -> str:
    """Return the articles that rules rest on, as they are numbered on the day looked at."""
    found: dict[str, list[str]] = {}
    for rule in rules:
        for each in _cites_of(rule, speaker):
            numbers = found.setdefault(each["text"], [])
            if each["article"] not in numbers:
                numbers.append(each["article"])
    return " ; ".join(f"{text} {', '.join(numbers)}" for text, numbers in found.items())


def _cites_of(rule: str, speaker: Speaker) -> list[Mapping[str, Any]]:
    if rule not in law.france.PROCEDURE_RULES and rule not in law.france.BOOK.rules:
        return []
    on = speaker.clock.there(speaker.law_day()).date()
    versions = law.written_rule(rule, on)["versions"] or law.written_rule(rule)["versions"]
    cites: list[Mapping[str, Any]] = versions[-1]["cites"]
    return cites


def hole(name: str, value: str, speaker: Speaker) -> str:
    """Return what fills the hole of a sentence, in the words of the screen."""
    made = _HOLES.get(name)
    return made(value, speaker) if made is not None else value


def _instant(value: str, speaker: Speaker) -> str:
    return speaker.clock.say(datetime.fromisoformat(value)) if value else value


def _until(value: str, speaker: Speaker) -> str:
    return speaker.clock.until(datetime.fromisoformat(value)) if value else value


def _day(value: str, speaker: Speaker) -> str:
    return speaker.tongue.day(date.fromisoformat(value[:10])) if value else value


def _roles(value: str, speaker: Speaker) -> str:
    return speaker.tongue.listed([speaker.label("role", each) for each in value.split(", ")], "or")


def _word(value: str, speaker: Speaker) -> str:
    return speaker.label("word", value)


def _leave(value: str, speaker: Speaker) -> str:
    known = {route.code for route in law.france.ROUTES}
    return leave_name(value, speaker.tongue) if value in known else value


_HOLES: Mapping[str, Callable[[str, Speaker], str]] = {
    **dict.fromkeys(_INSTANTS, _instant),
    **dict.fromkeys(_ROLES, _roles),
    **dict.fromkeys(_WORDS, _word),
    "closes_at": _until,
    "bar_until": _day,
    "longest": _day,
    "leave": _leave,
}


def _colon(message: str, speaker: Speaker) -> str:
    """English puts no space before a colon."""
    return message if speaker.tongue.code == "fr" else message.replace(" : ", ": ", 1)


def _of_days(error: days.DaysError, speaker: Speaker) -> Said:
    say, tongue = speaker.tongue.say, speaker.tongue
    match error:
        case days.DoubledHour(day, clock, zone):
            first, second = both_of(error)
            holes = {"first": first, "second": second}
        case days.MissingHour(day, clock, zone):
            holes = {"example": just_after(error)}
        case days.UnknownZone(zone):
            return Said(error.code, "--zone", say(error.code, zone=zone))
        case _:
            return _plainly(error, speaker)
    holes.update(day=tongue.day(day), clock=f"{clock:%H:%M}", zone=zone)
    return Said(error.code, "", say(error.code, **holes))


def _of_script(fault: office.scripts.ScriptFault, speaker: Speaker) -> Said:
    key = "run.where" if fault.line else "run.where.file"
    holes = {"file": fault.file, "path": fault.path}
    where = speaker.tongue.say(key, **holes, **({"line": fault.line} if fault.line else {}))
    code = fault.code.value
    message = speaker.tongue.say(code, where=where, read=fault.read, expected=fault.expected)
    return Said(code, f"{fault.file}: {fault.path}", message, fault.line)


def _plainly(error: SortieError, speaker: Speaker) -> Said:
    holes = vars(error)
    shown = {name: _shown(name, value, speaker) for name, value in holes.items()}
    key = error.code
    if holes.get("offered") == ():
        key += ".none"
    if key not in speaker.tongue.sentences:
        listed = ", ".join(f"{name}={value}" for name, value in shown.items())
        return Said(key, "", speaker.tongue.say("office.other", code=key, facts=listed))
    return Said(
        error.code,
        str(holes.get("at", "")),
        speaker.tongue.say(key, **{"key": speaker.key, **shown}),
    )


def _shown(name: str, value: Any, speaker: Speaker) -> str:
    if isinstance(value, store.Why):
        return speaker.label("why", value.value)
    if name == "missing":
        french = speaker.tongue.code == "fr"
        return ", ".join(FRENCH_KEYS.get(each, each) if french else each for each in value)
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
