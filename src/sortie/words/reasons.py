"""What a finding says, in words: the fact found, since when, and the articles it rests on."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum
from typing import Any

from sortie import facts, law, reform
from sortie.days import Length, Over
from sortie.rules import Bounds, Finding, Missing, Outcome, written_of
from sortie.words.tongue import Tongue, is_bound, lowered

_EVE = timedelta(days=1)
# The facts worth their place behind a sentence; the others are what the sentence itself says.
TOLD = ("total", "end_of_sentence", "third_term", "half_term", "two_thirds_term", "kind")


def sentence_of(found: Finding, tongue: Tongue) -> str:
    """Return the fact found, as a whole sentence without its dates."""
    if found.version is None:
        condition = lowered(condition_of(found, tongue))
        return tongue.say("finding.not_in_force", condition=condition)
    if found.outcome is Outcome.UNDETERMINED:
        return tongue.say("finding.undetermined", condition=lowered(met(found, tongue)))
    pair = _pair(found, tongue)
    if found.outcome is Outcome.CLOSED:
        if pair is not None:
            return tongue.spaced(pair[1])
        if _is_of_a_reform(found):
            return tongue.say("finding.not_met", condition=lowered(condition_of(found, tongue)))
    return met(found, tongue)


def _pair(found: Finding, tongue: Tongue) -> tuple[str, str] | None:
    """Return how a rule is told met and not met; a text of a reform is told in its own words."""
    if _is_of_a_reform(found):
        return None
    return tongue.rules.get(found.rule.id.removesuffix(f".{reform.AS_BEFORE}"))


def _is_of_a_reform(found: Finding) -> bool:
    return found.version is not None and written_of(found.version.body) is not None


def met(found: Finding, tongue: Tongue) -> str:
    """Return what would be so if the rule were met."""
    pair = _pair(found, tongue)
    return condition_of(found, tongue) + "." if pair is None else tongue.spaced(pair[0])


def condition_of(found: Finding, tongue: Tongue) -> str:
    """Return the condition as its author wrote it."""
    version = found.version or found.rule.versions[-1]
    return tongue.either({"fr": version.sentence, "en": version.gloss})


def reason(found: Finding, tongue: Tongue, after: date) -> str:
    """Return a finding as a whole sentence: the fact, since when, the values it rests on.

    A fact that was so already before ``after``, the committal, is not dated. A condition whose
    answer is not known is stated as it would be met: the page says that it is to be established.
    """
    told = sentence_of(found, tongue)
    if found.outcome is Outcome.UNDETERMINED and found.version is not None:
        told = met(found, tongue)
    holes = {
        "sentence": told.rstrip("."),
        "when": _when(found, tongue, after),
        "facts": tongue.spaced(" ; " if tongue.code == "fr" else "; ").join(_told(found, tongue)),
    }
    match bool(holes["when"]), bool(holes["facts"]):
        case True, True:
            return tongue.say("finding.dated_with_facts", **holes)
        case True, False:
            return tongue.say("finding.dated", **holes)
        case False, True:
            return tongue.say("finding.with_facts", **holes)
        case _:
            return holes["sentence"] + "."


def _when(found: Finding, tongue: Tongue, after: date) -> str:
    since = found.since
    if found.outcome is Outcome.OPEN and since is not None and is_bound(since) and since >= after:
        return tongue.say("finding.since", since=tongue.day(since))
    if found.outcome is Outcome.CLOSED and found.before is not None and is_bound(found.before):
        return tongue.say("finding.until", until=tongue.day(found.before - _EVE))
    return ""


def _told(found: Finding, tongue: Tongue) -> list[str]:
    told = []
    by_name: dict[str, list[Any]] = {}
    for fact in found.facts:
        if fact.field in TOLD:
            by_name.setdefault(fact.field, []).append(fact.value)
    for name, values in by_name.items():
        text = _valued(name, values, found, tongue)
        if text:
            told.append(text)
    return told


def _valued(name: str, values: list[Any], found: Finding, tongue: Tongue) -> str:
    label = tongue.spaced(tongue.names.FACTS[name])
    distinct = list(dict.fromkeys(values))
    if any(isinstance(value, Missing | Bounds | Over) for value in distinct):
        return ""
    if len(distinct) > 1:
        days = [value for value in distinct if isinstance(value, date)]
        if len(days) != len(distinct) or not all(map(is_bound, days)):
            return ""
        least, most = tongue.day(min(days)), tongue.day(max(days))
        return tongue.say("finding.by_reading", name=label, least=least, most=most)
    (value,) = distinct
    shown = shown_value(value, tongue)
    redundant = value == found.since or not shown
    return "" if redundant else tongue.say("finding.fact", name=label, value=shown)


def shown_value(value: Any, tongue: Tongue) -> str:
    """Return one value in words; nothing when it says nothing."""
    if isinstance(value, date):
        return tongue.day(value) if is_bound(value) else ""
    if isinstance(value, Length):
        return tongue.length(value)
    if isinstance(value, Enum):
        return word(str(value.value), tongue)
    return ""


def word(text: str, tongue: Tongue) -> str:
    """Return a word of a closed list in the language of the screen."""
    if tongue.code == "fr":
        found = facts.house_dictionary().words_typed.get(text)
        return tongue.spaced(found[0]) if found else text
    return text.replace("_", " ")


def articles(ids: Iterable[str], on: date) -> str:
    """Return provisions as numbered on a day: «CPP D143, 723-3»."""
    by_code: dict[str, list[str]] = {}
    for each in ids:
        provision = law.france.texts().provision(each)
        shown = provision.version(on) or provision.latest
        numbers = by_code.setdefault(shown.code, [])
        if shown.article not in numbers:
            numbers.append(shown.article)
    return " ; ".join(f"{code} {', '.join(numbers)}" for code, numbers in by_code.items())


def cited(found: Finding, on: date) -> str:
    """Return the articles of a finding on a day."""
    version = found.version or found.rule.versions[-1]
    return articles(version.cites, on)


def path_in_words(path: str, tongue: Tongue) -> str:
    """Return a fact by its name, with the key to type."""
    steps = [step.partition("[")[0] for step in path.split(".")]
    name = tongue.names.PATHS.get(".".join(steps), path)
    typed = typed_path(path, tongue)
    return tongue.say("missing.item", fact=name, key=typed)


def typed_path(path: str, tongue: Tongue) -> str:
    """Return a path with its keys as one types them in the language of the screen."""
    if tongue.code != "fr":
        return path
    keys = facts.house_dictionary().keys_typed
    steps = []
    for step in path.split("."):
        key, bracket, rank = step.partition("[")
        steps.append(keys.get(key, key) + bracket + rank)
    return ".".join(steps)


def leave_name(code: str, tongue: Tongue) -> str:
    """Return the name of a type of leave."""
    route = next(r for r in law.france.ROUTES if r.code == code)
    return tongue.either({"fr": route.fr, "en": route.en})
