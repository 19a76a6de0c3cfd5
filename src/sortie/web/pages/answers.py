"""What the law answers, in whole sentences, beside a form or above an order. Never «granted»."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sortie import law, office
from sortie.law import Answer, RouteAnswer, ToBeSeen
from sortie.rules import Because, Finding, Outcome
from sortie.web.frame import Asked
from sortie.words import Tongue, cited, is_bound, leave_name, raised, reason

ESCORTED = law.france.ESCORTED.code
_EVE = timedelta(days=1)
# What is usual goes without saying: the person is an adult, no announced law is asked about.
_SILENT = frozenset(["fr.person.adult", "fr.minor.own_conditions", law.france.REFORM])
_ONE_DAY = frozenset(["escape", "not_returned", "late_return", "disciplinary"])


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, in one sentence, with the articles it rests on and what was found."""

    sentence: str
    cites: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class RouteTold:
    """One kind of leave: what the law answers, and why."""

    leave: str
    outcome: Outcome
    heading: str
    reasons: tuple[Reason, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTold:
    """The answer of the law on one day, as a page says it.

    ``missing`` are the facts that the file does not say, in words. ``wanted`` is the kind of leave
    asked for, if one was; ``routes`` are the others that are not closed.
    """

    on: date
    outcome: Outcome
    sentence: str
    received: str
    received_outcome: Outcome
    received_reasons: tuple[Reason, ...]
    wanted: RouteTold | None
    routes: tuple[RouteTold, ...]
    shut: tuple[RouteTold, ...]
    missing: tuple[str, ...]
    to_be_seen: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def tone(self) -> str:
        """How it is drawn."""
        tones = {Outcome.OPEN: "info", Outcome.CLOSED: "stop", Outcome.UNDETERMINED: "warning"}
        return tones[self.wanted.outcome if self.wanted is not None else self.outcome]


def answer_told(
    answer: Answer, asked: Asked, *, purpose: str, since: date | None = None, leave: str = ""
) -> AnswerTold:
    """Return an answer in words. ``since`` is the committal, before which no fact is dated."""
    return _Telling(answer, asked.tongue, since or date.min, purpose).whole(leave)


@dataclass(frozen=True, slots=True)
class _Telling:
    answer: Answer
    tongue: Tongue
    since: date
    purpose: str

    def whole(self, leave: str) -> AnswerTold:
        answer, say = self.answer, self.tongue.say
        told = [self._route(each) for each in answer.routes]
        wanted = next((each for each in told if each.leave == leave), None)
        others = [each for each in told if each is not wanted and each.leave != ESCORTED]
        received = answer.application
        missing = self.tongue.listed(self.facts(received.missing))
        return AnswerTold(
            on=answer.on,
            outcome=answer.outcome,
            sentence=self._sentence(),
            received=say(f"application.{received.outcome.value}", missing=missing),
            received_outcome=received.outcome,
            received_reasons=(
                self._reasons(received) if received.outcome is Outcome.CLOSED else ()
            ),
            wanted=wanted,
            routes=tuple(each for each in others if each.outcome is not Outcome.CLOSED),
            shut=tuple(each for each in others if each.outcome is Outcome.CLOSED),
            missing=tuple(raised(each) for each in self.facts(answer.missing)),
            to_be_seen=tuple(raised(self._seen(each)) for each in answer.to_be_seen),
            warnings=tuple(self._warnings()),
        )

    def facts(self, paths: Iterable[str]) -> Iterator[str]:
        """Yield facts by their names."""
        named = self.tongue.names.PATHS
        for path in paths:
            yield self.tongue.spaced(named.get(plain_path(path), path))

    def _sentence(self) -> str:
        answer = self.answer
        leaves = [each for each in answer.routes if each.leave != ESCORTED]
        first = next((each for each in leaves if each.outcome is Outcome.OPEN), None)
        kind = "open"
        if answer.outcome is Outcome.CLOSED:
            shut = all(each.outcome is Outcome.CLOSED for each in leaves)
            kind = "closed" if shut else "inadmissible"
        elif answer.outcome is Outcome.UNDETERMINED:
            which = "both" if answer.missing and answer.unsettled else "missing"
            unsettled = bool(answer.unsettled) and not answer.missing
            kind = f"undetermined.{'unsettled' if unsettled else which}"
        purposes = self.tongue.names.PURPOSES
        return self.tongue.say(
            f"ask.{kind}",
            day=self.tongue.day(answer.on),
            purpose=purposes.get(self.purpose, purposes[""]),
            who=self._who(first),
        )

    def _who(self, route: RouteAnswer | None) -> str:
        decides = route.decided_by if route is not None else None
        name = decides.authority if decides is not None and decides.authority else ""
        return str(self.tongue.names.AUTHORITIES[name])

    def _route(self, route: RouteAnswer) -> RouteTold:
        return RouteTold(
            leave=route.leave,
            outcome=route.outcome,
            heading=self._heading(route),
            reasons=self._reasons(route.why),
            notes=tuple(self._notes(route)) if route.outcome is not Outcome.CLOSED else (),
        )

    def _heading(self, route: RouteAnswer) -> str:
        name, say, day = leave_name(route.leave, self.tongue), self.tongue.say, self.tongue.day
        if route.outcome is Outcome.OPEN:
            run = next(each for each in route.open if each.since <= self.answer.on < each.before)
            since = day(run.since) if is_bound(run.since) else ""
            until = day(run.before - _EVE) if is_bound(run.before) else ""
            kinds = {(1, 1): "span", (1, 0): "since", (0, 1): "until", (0, 0): "always"}
            kind = kinds[int(bool(since)), int(bool(until))]
            return say(f"route.open.{kind}", leave=name, since=since, until=until)
        opens = next((o.on for o in self.answer.would_open if o.leave == route.leave), None)
        key = f"route.{route.outcome.value}"
        return say(f"{key}.opens", leave=name, day=day(opens)) if opens else say(key, leave=name)

    def _reasons(self, why: Because) -> tuple[Reason, ...]:
        return tuple(self._reason(each) for each in why.findings if each.rule.id not in _SILENT)

    def _reason(self, found: Finding) -> Reason:
        sentence = raised(reason(found, self.tongue, self.since))
        return Reason(self.tongue.spaced(sentence), cited(found, self.answer.on), found)

    def _notes(self, route: RouteAnswer) -> Iterator[str]:
        say, decides = self.tongue.say, route.decided_by
        if decides is not None:
            yield say("decides", who=self._who(route))
            names = self.tongue.names.AUTHORITIES
            if decides.others:
                others = self.tongue.listed((names[each] for each in decides.others), "or")
                yield say("decides.others", others=others)
            if decides.missing:
                missing = self.tongue.listed(self.facts(decides.missing))
                yield say("decides.missing", missing=missing)
        if route.limits.get("specially_reasoned_order"):
            yield say("limits.special")

    def _seen(self, each: ToBeSeen) -> str:
        what, day = self.tongue.names.SEEN.get(each.kind, each.kind), self.tongue.day
        if each.since is None:
            return self.tongue.say("seen.undated", what=what)
        if each.until is not None:
            since, until = day(each.since), day(each.until)
            return self.tongue.say("seen.span", what=what, since=since, until=until)
        key = "seen.on" if each.kind in _ONE_DAY else "seen.since"
        return self.tongue.say(key, what=what, since=day(each.since))

    def _warnings(self) -> Iterator[str]:
        for each in self.answer.warnings:
            key = f"warning.{each.code}"
            known = key if key in self.tongue.sentences else "warning.other"
            day = self.tongue.day(each.day) if each.day else ""
            yield self.tongue.say(known, day=day, code=each.code)


def plain_path(path: str) -> str:
    """Return the path of a fact without the ranks of its lists."""
    return ".".join(step.partition("[")[0] for step in path.split("."))


def missing_of(answer: Answer) -> tuple[str, ...]:
    """Return the paths of the facts without which something of an answer is not determined."""
    found: dict[str, None] = dict.fromkeys((*answer.missing, *answer.application.missing))
    for route in answer.routes:
        if route.outcome is Outcome.UNDETERMINED:
            found |= dict.fromkeys(route.why.missing)
        if route.outcome is not Outcome.CLOSED and route.decided_by is not None:
            found |= dict.fromkeys(route.decided_by.missing)
    return tuple(found)


def committed_on(person: office.PersonRecord) -> date | None:
    """Return the day of the committal that the file gives, if it gives one."""
    custody: Mapping[str, Any] = person.file.get("custody") or {}
    try:
        return date.fromisoformat(str(custody.get("committed_on", "")))
    except ValueError:
        return None
