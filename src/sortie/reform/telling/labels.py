"""The names of what a comparison counts: types of leave, rules, classes of people."""

from collections.abc import Mapping, Sequence

from sortie import law
from sortie.days import Length
from sortie.reform.records import Words
from sortie.reform.telling.voice import Voice

_KIND, _TERM = "kind", "term"


def leave_of(route: str, voice: Voice) -> str:
    """Return the name of a type of leave; one that the law has no more is known by its code."""
    found = next((each for each in law.france.ROUTES if each.code == route), None)
    return route if found is None else voice.either({"fr": found.fr, "en": found.en})


def rule_of(rule_id: str, rules: Mapping[str, Words], voice: Voice) -> str:
    """Return a rule in words, where they are known; always with its id."""
    if rule_id not in rules:
        return rule_id
    return voice.say("compare.rule", words=voice.either(rules[rule_id]), rule=rule_id)


def class_of(grouping: str, name: str, names: Sequence[str], voice: Voice) -> str:
    """Return the name of a class, among all those of its grouping, in order."""
    if grouping == _KIND:
        return voice.say(f"population.kinds.{name}")
    rank = names.index(name)
    if name == "unknown":
        return voice.say("compare.class.unknown")
    if grouping == _TERM:
        return _term(name, names[rank - 1] if rank else "none", voice)
    following = names[rank + 1] if rank + 1 < len(names) else "unknown"
    if name == "under":
        return voice.say("compare.age.under", age=following)
    if following == "unknown":
        return voice.say("compare.age.over", age=name)
    return voice.say("compare.age.between", low=name, high=int(following) - 1)


def _term(name: str, earlier: str, voice: Voice) -> str:
    if name == "none":
        return voice.say("compare.term.none")
    if name == "more":
        return voice.say("compare.term.more", low=voice.length(Length.parse(earlier)))
    high = voice.length(Length.parse(name))
    if earlier == "none":
        return voice.say("compare.term.up_to", high=high)
    return voice.say("compare.term.between", low=voice.length(Length.parse(earlier)), high=high)
