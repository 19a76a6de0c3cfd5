"""What a question of a case study asks, and what its author expects, in words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from sortie import facts, law
from sortie.days import Span, Spans
from sortie.manual.filed import fact_named, scalar
from sortie.manual.rules import sentence_of
from sortie.rules import Outcome
from sortie.words import Tongue, is_bound, leave_name, lowered, raised

Asks = law.studies.Asks
_EVE = timedelta(days=1)


def asked_told(question: law.studies.StudyQuestion, tongue: Tongue) -> str:
    """Return what is asked, on which day, as one sentence."""
    day = tongue.day(question.on) if question.on else ""
    say = tongue.say
    match question.asks:
        case Asks.LEAVE:
            return say("manual.asks.leave", day=day, leave=leave_name(question.of, tongue))
        case Asks.RULE:
            told = sentence_of(question.of, question.on or date.max, tongue)
            return say("manual.asks.rule", day=day, rule=told.rstrip("."))
        case Asks.COMPUTATION:
            given = tongue.spaced(" ; " if tongue.code == "fr" else "; ").join(
                say("finding.fact", name=say(f"manual.given.{key}"), value=_given(each, tongue))
                for key, each in question.given.items()
            )
            return say(f"manual.asks.{question.of}", given=given)
        case Asks.ANY_LEAVE:
            return say("manual.asks.any_leave", day=day)


def _given(value: Any, tongue: Tongue) -> str:
    if isinstance(value, Spans):
        return tongue.listed(_held(each, tongue) for each in value)
    at = getattr(value, "isoformat", None)
    return scalar(at() if at is not None else value, tongue)


def _held(span: Span, tongue: Tongue) -> str:
    since = tongue.day(span.start)
    if not is_bound(span.end):
        return tongue.say("manual.given.held.open", since=since)
    return tongue.say("manual.given.held.run", since=since, until=tongue.day(span.end - _EVE))


def expected_told(question: law.studies.StudyQuestion, tongue: Tongue) -> Iterator[tuple[str, str]]:
    """Yield a label and a value for each thing that is expected."""
    on = question.on or date.max
    for key, value in question.expected.items():
        told = _SHAPES.get(key, _plain)(value, on, tongue)
        yield tongue.say(f"manual.expected.{key}"), told


def _answer(value: Any, _on: date, tongue: Tongue) -> str:
    if isinstance(value, Outcome):
        return tongue.say(f"manual.outcome.{value.value}")
    return raised(_given(value, tongue))


def _because(value: Any, on: date, tongue: Tongue) -> str:
    told = [
        tongue.say("manual.because", rule=sentence_of(rule, on, tongue).rstrip("."),
                   outcome=lowered(tongue.say(f"manual.outcome.{outcome.value}")))
        for rule, outcome in value
    ]  # fmt: skip
    return _together(told, tongue)


def _readings(value: Iterable[str], _on: date, tongue: Tongue) -> str:
    known = law.france.readings()
    return _together(
        [
            tongue.either({"fr": known[each].question_fr, "en": known[each].question_en})
            for each in sorted(value)
        ],
        tongue,
    )


def _missing(value: Iterable[Any], _on: date, tongue: Tongue) -> str:
    return _together([fact_named(facts.spelled(each), tongue) for each in sorted(value)], tongue)


def _decided_by(value: Any, _on: date, tongue: Tongue) -> str:
    if value is None:
        return tongue.say("manual.none")
    first, others = value
    named = tongue.names.AUTHORITIES
    told = [named[first], *(named[each] for each in sorted(others or ()))]
    return raised(tongue.spaced(tongue.listed(told, "or")))


def _limits(value: Mapping[str, Any], _on: date, tongue: Tongue) -> str:
    told = [
        tongue.say("finding.fact", name=tongue.say(f"manual.limit.{key}"),
                   value=scalar(each, tongue))
        for key, each in value.items()
    ]  # fmt: skip
    return _together(told, tongue)


def _seen(value: Iterable[str], _on: date, tongue: Tongue) -> str:
    named = tongue.names.SEEN
    return _together([tongue.spaced(named.get(each, each)) for each in sorted(value)], tongue)


def _warnings(value: Iterable[str], _on: date, tongue: Tongue) -> str:
    return _together([tongue.say(f"manual.warning.{each}") for each in sorted(value)], tongue)


def _plain(value: Any, _on: date, tongue: Tongue) -> str:
    return raised(_given(value, tongue))


def _together(told: list[str], tongue: Tongue) -> str:
    parts = tongue.spaced(" ; " if tongue.code == "fr" else "; ")
    joined = parts.join(lowered(each) if rank else each for rank, each in enumerate(told))
    return raised(joined) if told else tongue.say("manual.none")


_SHAPES: Mapping[str, Callable[[Any, date, Tongue], str]] = {
    "answer": _answer,
    "because": _because,
    "unsettled": _readings,
    "missing": _missing,
    "decided_by": _decided_by,
    "limits": _limits,
    "to_be_seen": _seen,
    "warnings": _warnings,
}
