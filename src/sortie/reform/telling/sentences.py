"""A comparison in whole sentences."""

from collections.abc import Iterator, Mapping

from sortie.reform.records import Words
from sortie.reform.results import Cause, Comparison, Moved, Route, Spread
from sortie.reform.telling.labels import leave_of, rule_of
from sortie.reform.telling.voice import Voice, counted


def touched(found: Comparison, voice: Voice) -> str:
    """Return how many people there are, and how many gain or lose a day of some leave."""
    of = found.touched
    holes = {
        "people": counted(of.people, voice),
        "gaining": counted(of.gaining, voice),
        "losing": counted(of.losing, voice),
    }
    if of.either == 0:
        return voice.say("compare.touched.none", **holes)
    return voice.say("compare.touched", **holes)


def period(found: Comparison, voice: Voice) -> str:
    """Return the days compared."""
    holes = {
        "since": voice.day(found.since),
        "before": voice.day(found.period.before),
        "months": found.period.months,
    }
    return voice.count("compare.period", found.period.months, **holes)


def changed(route: Route, voice: Voice) -> str:
    """Return what a type of leave comes to under both laws."""
    whole = route.whole
    holes = {
        "leave": leave_of(route.id, voice),
        "a": counted(whole.a.days_open, voice),
        "b": counted(whole.b.days_open, voice),
        "gained": counted(whole.days_gained, voice),
        "lost": counted(whole.days_lost, voice),
        "gaining": counted(whole.people_gaining, voice),
        "losing": counted(whole.people_losing, voice),
    }
    if whole.days_gained is None:
        return voice.say("compare.route.hidden", **holes)
    if whole.days_lost == 0:
        return voice.say("compare.route.gained", **holes)
    if whole.days_gained == 0:
        return voice.say("compare.route.lost", **holes)
    return voice.say("compare.route.both", **holes)


def moved(of: Moved, voice: Voice) -> list[str]:
    """Return what becomes of the first open day of everybody, a part of a sentence each."""
    said = [*_spread("earlier", of.earlier, voice), *_spread("later", of.later, voice)]
    for name in ("opens_at_last", "opens_no_more", "same"):
        number: int | None = getattr(of, name)
        if number != 0:
            said.append(_people(f"compare.moved.{name}", number, voice))
    return said


def _spread(name: str, of: Spread, voice: Voice) -> Iterator[str]:
    if of.people == 0:
        return
    said = _people(f"compare.moved.{name}", of.people, voice)
    if of.median is None:
        yield said
    elif of.low is None or of.high is None:
        yield voice.say("compare.moved.median", said=said, median=counted(of.median, voice))
    else:
        yield voice.say(
            "compare.moved.spread", said=said, median=counted(of.median, voice),
            low=counted(of.low, voice), high=counted(of.high, voice),
        )  # fmt: skip


def _people(key: str, number: int | None, voice: Voice) -> str:
    if number is None:
        return voice.say(f"{key}.hidden")
    return voice.count(key, number, count=counted(number, voice))


def cause(of: Cause, rules: Mapping[str, Words], voice: Voice) -> str:
    """Return what a rule did."""
    holes = {
        "rule": rule_of(of.rule, rules, voice),
        "gained": counted(of.days_gained, voice),
        "lost": counted(of.days_lost, voice),
        "gaining": counted(of.people_gaining, voice),
        "losing": counted(of.people_losing, voice),
    }
    if of.days_gained is None:
        return voice.say("compare.cause.hidden", **holes)
    kind = "gained" if of.days_lost == 0 else "lost" if of.days_gained == 0 else "both"
    return voice.say(f"compare.cause.{kind}", **holes)
