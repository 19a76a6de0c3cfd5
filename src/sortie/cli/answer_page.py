"""An answer on paper: outcome first, then reasons with their dates and articles."""

from datetime import timedelta

from sortie import law
from sortie.cli.answer_notes import notes, supposed
from sortie.cli.page import GLYPHS, Page, Style
from sortie.facts import UNKNOWN
from sortie.law import Answer, RouteAnswer
from sortie.rules import Because, Finding, Outcome
from sortie.words import (
    Tongue,
    articles,
    cited,
    is_bound,
    leave_name,
    path_in_words,
    raised,
    reason,
)

ESCORTED = law.france.ESCORTED.code
_EVE = timedelta(days=1)
# Which conditions apply to an adult: what is usual goes without saying.
CONTEXT = {"fr.person.adult": Outcome.OPEN, "fr.minor.own_conditions": Outcome.CLOSED}
STYLE: dict[Outcome, Style] = {
    Outcome.OPEN: "open", Outcome.CLOSED: "closed", Outcome.UNDETERMINED: "undetermined",
}  # fmt: skip


def answer_page(answer: Answer, asked: law.france.Asked, tongue: Tongue) -> Page:
    """Return the page that a clerk reads."""
    page = Page()
    _Writer(page, answer, asked, tongue).write()
    return page


class _Writer:
    def __init__(self, page: Page, answer: Answer, asked: law.france.Asked, tongue: Tongue) -> None:
        self.page, self.answer, self.asked, self.tongue = page, answer, asked, tongue
        self.leaves = [r for r in answer.routes if r.leave != ESCORTED]
        self.escort = next((r for r in answer.routes if r.leave == ESCORTED), None)
        self.shared: set[str] = set()
        self.since = asked.custody[0]
        self.opens = {each.leave: each.on for each in answer.would_open}

    def write(self) -> None:
        title = self.asked.case.title
        if title is not UNKNOWN:
            self.page.text(title, style="strong")
            self.page.blank()
        self._question()
        self.page.text(self._outcome(), style=STYLE[self.answer.outcome])
        self._application()
        for outcome in (Outcome.OPEN, Outcome.UNDETERMINED, Outcome.CLOSED):
            self._routes(outcome)
        self._escort()
        notes(self.page, self.answer, self.tongue)

    def _question(self) -> None:
        """Say first what was supposed: an announced law, a reading chosen by hand."""
        question, say = self.asked.question, self.tongue.say
        supposed(self.page, question.reform, self.tongue)
        for reading, option in question.readings.items():
            words = law.france.readings()[reading].options[option]
            told = self.tongue.either({"fr": words[0], "en": words[1]})
            self.page.text(
                say("ask.readings_chosen", reading=reading, option=option, words=told),
                style="mark",
            )
        self.page.blank()

    def _outcome(self) -> str:
        purpose = self.asked.question.purpose or self.asked.case.application.purpose
        holes = {
            "day": self.tongue.day(self.answer.on),
            "purpose": self.tongue.names.PURPOSES["" if purpose is UNKNOWN else str(purpose)],
            "who": self._who(next((r for r in self.leaves if r.outcome is Outcome.OPEN), None)),
        }
        return self.tongue.say(f"ask.{self._kind()}", **holes)

    def _kind(self) -> str:
        answer = self.answer
        if answer.outcome is Outcome.OPEN:
            return "open"
        if answer.outcome is Outcome.CLOSED:
            shut = all(r.outcome is Outcome.CLOSED for r in self.leaves)
            return "closed" if shut else "inadmissible"
        which = "both" if answer.missing and answer.unsettled else "missing"
        return f"undetermined.{'unsettled' if not answer.missing and answer.unsettled else which}"

    def _who(self, route: RouteAnswer | None) -> str:
        decides = route.decided_by if route else None
        name = decides.authority if decides and decides.authority else ""
        return str(self.tongue.names.AUTHORITIES[name])

    # -- the application ----------------------------------------------------------------------

    def _application(self) -> None:
        why: Because = self.answer.application
        self.page.blank()
        missing = self.tongue.listed(path_in_words(p, self.tongue) for p in why.missing)
        self.page.text(self.tongue.say(f"application.{why.outcome.value}", missing=missing))
        if why.outcome is Outcome.CLOSED:
            self._findings(why)

    # -- routes -------------------------------------------------------------------------------

    def _routes(self, outcome: Outcome) -> None:
        routes = [r for r in self.leaves if r.outcome is outcome]
        if outcome is Outcome.UNDETERMINED:
            self._shared(routes)
        others = [r for r in routes if outcome is Outcome.CLOSED and _for_other_purpose(r)]
        for route in sorted((r for r in routes if r not in others), key=self._distance):
            self._route(route)
        if others:
            names = [leave_name(r.leave, self.tongue).lower() for r in others]
            self.page.blank()
            self.page.text(
                self.tongue.count(
                    "routes.other_purpose", len(names), leaves=self.tongue.listed(names)
                ),
                style="faint",
            )

    def _shared(self, routes: list[RouteAnswer]) -> None:
        """Write once what is to be established for every undetermined route."""
        if len(routes) < 2:
            return
        several = [{f.rule.id for f in route.why.findings} for route in routes]
        self.shared = set.intersection(*several)
        found = [f for f in routes[0].why.findings if f.rule.id in self.shared]
        if found:
            self.page.title(self.tongue.say("routes.to_establish_for_all"))
        for each in found:
            self._finding(each, Outcome.UNDETERMINED)

    def _distance(self, route: RouteAnswer) -> tuple[bool, int]:
        """Return how far a route is from open: those that will open first, then the least shut."""
        shown = [f for f in route.why.findings if not self._is_silent(f)]
        return self.opens.get(route.leave) is None, len(shown)

    def _route(self, route: RouteAnswer) -> None:
        self.page.title(self._heading(route), style=STYLE[route.outcome])
        self._findings(route.why)
        if route.outcome is Outcome.OPEN:
            self._decides(route)
            for line in self._limits(route):
                self.page.item("·", line)
        for rule in self._opening(route):
            condition = self.tongue.spaced(self.tongue.rules[rule][0])
            opens = self.opens[route.leave]
            assert opens is not None  # noqa: S101 (opening rules come with their day)
            self.page.item(
                "→",
                self.tongue.say(
                    "route.one_suffices", day=self.tongue.day(opens), condition=condition
                ),
            )

    def _opening(self, route: RouteAnswer) -> tuple[str, ...]:
        """Return the rules whose change would open a closed route."""
        if route.outcome is not Outcome.CLOSED or self.opens.get(route.leave) is None:
            return ()
        because = next(w.because for w in self.answer.would_open if w.leave == route.leave)
        return tuple(rule for rule in because if rule in self.tongue.rules and rule not in CONTEXT)

    def _heading(self, route: RouteAnswer) -> str:
        name = leave_name(route.leave, self.tongue)
        opens = self.opens.get(route.leave)
        if route.outcome is Outcome.OPEN:
            run = next(s for s in route.open if s.since <= self.answer.on < s.before)
            since = self.tongue.day(run.since) if is_bound(run.since) else ""
            until = self.tongue.day(run.before - _EVE) if is_bound(run.before) else ""
            kind = {(1, 1): "span", (1, 0): "since", (0, 1): "until", (0, 0): "always"}[
                (int(bool(since)), int(bool(until)))
            ]
            return self.tongue.say(f"route.open.{kind}", leave=name, since=since, until=until)
        key = f"route.{route.outcome.value}"
        if opens is not None:
            return self.tongue.say(f"{key}.opens", leave=name, day=self.tongue.day(opens))
        return self.tongue.say(key, leave=name)

    def _findings(self, why: Because) -> None:
        found = [f for f in why.findings if not self._is_silent(f)]
        if why.outcome is Outcome.UNDETERMINED:
            found = [f for f in found if f.rule.id not in self.shared]
            key = "routes.to_establish" if found else "routes.only_common"
            self.page.text(self.tongue.say(key), indent=2)
        for each in found:
            self._finding(each, why.outcome)

    def _finding(self, found: Finding, outcome: Outcome) -> None:
        self.page.item(
            GLYPHS[outcome.value], raised(reason(found, self.tongue, self.since)),
            cite=cited(found, self.answer.on), style=STYLE[outcome],
        )  # fmt: skip

    def _is_silent(self, found: Finding) -> bool:
        """That a person is an adult is no reason, when closed."""
        return found.rule.id in CONTEXT and found.outcome is CONTEXT[found.rule.id]

    def _decides(self, route: RouteAnswer) -> None:
        """Write who decides, and the rules that say so."""
        say, names = self.tongue.say, self.tongue.names.AUTHORITIES
        decides = route.decided_by
        if decides is None:
            return
        self.page.item("·", say("decides", who=self._who(route)))
        for rule in (each for each in decides.because if each in self.tongue.rules):
            version = self.asked.book[rule].version_on(self.answer.on)
            cite = articles(version.cites, self.answer.on) if version else ""
            self.page.item("-", self.tongue.spaced(self.tongue.rules[rule][0]), cite=cite, indent=4)
        if decides.others:
            others = self.tongue.listed((names[other] for other in decides.others), "or")
            self.page.item("·", say("decides.others", others=others))
        if decides.missing:
            missing = self.tongue.listed(path_in_words(p, self.tongue) for p in decides.missing)
            self.page.item("·", say("decides.missing", missing=missing))

    def _limits(self, route: RouteAnswer) -> list[str]:
        say, limits = self.tongue.say, route.limits
        told = []
        longest, once = _days(limits.get("longest")), _days(limits.get("once_a_year"))
        if longest and once:
            words = {"days": self.tongue.number(longest), "once": self.tongue.number(once)}
            told.append(say("limits.longest_once.many", **words))
        elif longest:
            told.append(
                self.tongue.count("limits.longest", longest, days=self.tongue.number(longest))
            )
        if limits.get("travel_time_may_be_added"):
            told.append(say("limits.travel"))
        if "dates_may_be_left_to_probation" in limits:
            dates = {True: "limits.dates", None: "limits.dates_unknown"}.get(
                limits["dates_may_be_left_to_probation"]
            )
            told += [say(dates)] if dates else []
        if limits.get("specially_reasoned_order"):
            told.append(say("limits.special"))
        return [" ".join(told)] if told else []

    def _escort(self) -> None:
        if self.escort is None:
            return
        self.page.blank()
        only = "ask.escort_only" if self.answer.escort_only else None
        key = only or f"escort.{self.escort.outcome.value}"
        self.page.text(self.tongue.say(key, who=self._who(self.escort)))


def _for_other_purpose(route: RouteAnswer) -> bool:
    """Whether the route is closed because it serves another purpose, whatever else is so."""
    return any(
        found.rule.id.startswith("fr.purpose.") or found.rule.id.endswith(".purpose")
        for found in route.why.findings
    )


def _days(length: object) -> int:
    return int(str(length).strip("PD")) if length else 0
