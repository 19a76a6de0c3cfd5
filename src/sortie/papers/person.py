"""The notice in plain words to the person: what is decided, what to do, until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sortie import casework, law
from sortie.casework import Case, DecisionOutcome, Order, Role
from sortie.papers import parts
from sortie.papers.about import About
from sortie.papers.errors import NothingDecided
from sortie.papers.permit import missed
from sortie.papers.printing import (
    Blank,
    Block,
    Facts,
    Framed,
    Heading,
    Item,
    Items,
    Paper,
    Para,
    Style,
)
from sortie.papers.voice import Voice

_NIGHT = timedelta(days=1)
_TO = "person."
_STAY, _STAY_APPEAL = "fr.procedure.stay", "fr.procedure.stay.appeal"
_APPEAL, _OBSERVATIONS = "fr.procedure.appeal", "fr.procedure.observations"


def person_notice(about: About, *, receipt: str | None = None, lang: str = "fr") -> Paper:
    """Return what the last order means for the person, in large letters and short sentences.

    The trap: its time to appeal is dated once the person was notified; before that it is told as
    the rule tells it.

    Raises:   NothingDecided, ReceiptTooLong
    """
    case = about.case
    if case.order is None:
        raise NothingDecided(about.case_id)
    says = parts.speaks(case, lang)
    notice = _Notice(about, case, case.order, says)
    named = says.say("person.foot", order=case.order.order, name=about.name,
                     number=case.committal_number)  # fmt: skip
    frame = parts.Frame(
        name=f"{about.case_id}-{case.order.order}-{case.order.version}-person",
        title=says.say(f"person.title.{notice.outcome}.{notice.kind}"),
        dated=notice.on,
        issuer=(about.name, case.committal_number, case.prison),
        reference=(says.say("case", case=about.case_id),),
        foot=named,
        style=Style.PLAIN,
    )
    return parts.paper(frame, notice.body(), says, specimen=about.specimen, receipt=receipt)


@dataclass(frozen=True, slots=True)
class _Notice:
    about: About
    case: Case
    order: Order
    says: Voice

    @property
    def on(self) -> date:
        """The day of the last thing that happened to the order."""
        order = self.order
        if order.withdrawal is not None:
            return self.says.on(order.withdrawal.at)
        return self.says.on(order.on_appeal.at if order.on_appeal else order.decided_at)

    @property
    def kind(self) -> str:
        terms = self.terms
        return "escorted" if terms is not None and terms.escorted else "leave"

    @property
    def terms(self) -> casework.Terms | None:
        filing = self.case.filing
        return self.order.terms or (filing.asked if filing is not None else None)

    @property
    def outcome(self) -> str:
        """What the order comes to for the person, once appeals and withdrawals are seen."""
        order = self.order
        if order.withdrawal is not None:
            return "withdrawn"
        first = order.decided.outcome if order.decided is not None else None
        if order.granted:
            part = first is DecisionOutcome.GRANTED_IN_PART and order.on_appeal is None
            return "granted_in_part" if part else "granted"
        closed = (DecisionOutcome.INADMISSIBLE, DecisionOutcome.ADJOURNED)
        return str(first) if first in closed and order.on_appeal is None else "refused"

    @property
    def appealable(self) -> bool:
        return casework.appealable(self.order) and self.order.withdrawal is None

    def body(self) -> Iterator[Block]:
        yield Para(self.says.say("person.explains"))
        yield Heading(self.says.say("person.what"))
        yield from self._decided()
        if self.order.granted and self.order.withdrawal is None:
            yield from self._leave()
        yield Heading(self.says.say("person.means"))
        yield Items(tuple(Item(said=line) for line in self._means()))
        yield from self._because()
        yield Heading(self.says.say("person.do"))
        yield from self._do()
        if self.order.granted and self.order.withdrawal is None and self.order.terms is not None:
            yield from self._late(self.says.on(self.order.terms.departs_at))

    def _decided(self) -> Iterator[Block]:
        order, say = self.order, self.says.say
        if order.withdrawal is not None:
            by, at = order.withdrawal.by, order.withdrawal.at
            yield Para(say("person.decided", role=self.says.seat(by.role),
                           at=self.says.clock.say(at)))  # fmt: skip
            return
        if order.decided is not None:
            role, at = self.says.seat(order.decided_by.role), order.decided_at
            yield Para(say("person.decided", role=role, at=self.says.clock.say(at)))
        if order.on_appeal is not None:
            ruled, upheld = order.on_appeal, casework.AppealOutcome.UPHELD
            on_silence = order.decided is None
            key = "upheld" if ruled.outcome is upheld else "ruled"
            role, at = self.says.seat(ruled.by.role), ruled.at
            yield Para(say(f"person.{'decided' if on_silence else key}", role=role,
                           at=self.says.clock.say(at)))  # fmt: skip

    def _leave(self) -> Iterator[Block]:
        order, says = self.order, self.says
        if order.terms is None or order.dates_left_to is not None:
            role = says.role(order.dates_left_to or Role.ENFORCEMENT_JUDGE)
            yield Para(says.say("person.dates_left", role=role), strong=True)
        if order.terms is None:
            return
        if order.dates_left_to is None:
            yield parts.hours(order.terms, says)
        yield Facts((parts.places(order.terms, says), *parts.escort(order.terms, says)))
        yield from parts.conditions(order, says, _TO)
        yield from parts.bans(order, says.on(order.terms.departs_at), says, _TO)

    def _means(self) -> Iterator[str]:
        say, order = self.says.say, self.order
        match self.outcome:
            case "granted" | "granted_in_part":
                yield say("person.hours")
                yield say("person.permit")
                if self.outcome == "granted_in_part":
                    yield say("person.part")
                yield from self._stayed()
            case "adjourned":
                until = order.decided.adjourned_until if order.decided is not None else None
                key = "person.adjourned" if until is not None else "person.adjourned.undated"
                yield say(key, at="" if until is None else self.says.clock.say(until))
            case other:
                yield say(f"person.{other}")

    def _stayed(self) -> Iterator[str]:
        """Yield what the person waits for while the prosecutor may still appeal."""
        if not self.appealable:
            return
        for key, rule in (("person.stay", _STAY), ("person.stay.appeal", _STAY_APPEAL)):
            articles = self.says.cited((rule,), self.on)
            if articles:
                yield self.says.say(key, articles=articles)

    def _because(self) -> Iterator[Block]:
        order = self.order
        if self.outcome in ("granted", "adjourned"):
            return
        yield Heading(self.says.say("person.because"))
        if order.withdrawal is not None:
            ground = self.says.label("choice", order.withdrawal.ground)
            yield Para(self.says.say("decides.ground.plain", ground=ground))
            yield from parts.authored(order.withdrawal.because)
        elif order.on_appeal is not None:
            yield from parts.authored(order.on_appeal.reasons)
        elif order.decided is not None:
            grounds = tuple(self.says.ground(self.case, each) for each in order.decided.grounds)
            if grounds:
                yield Items(grounds)
            yield from parts.authored(order.decided.reasons)

    def _do(self) -> Iterator[Block]:
        lines = [*self._appeal(), *self._again()]
        if self.order.granted and self.order.withdrawal is None:
            lines.append(self.says.say("person.renounce"))
        lines.append(self.says.say("person.help"))
        yield Items(tuple(Item(said=line) for line in lines))
        if self.appealable:
            yield Blank(self.says.say("person.appeal.form"), lines=2)
        elif self.order.decided_by.role is not Role.HEAD_OF_PRISON or self.order.withdrawal:
            yield Blank(self.says.say("person.appeal.blank"), lines=2)

    def _appeal(self) -> Iterator[str]:
        order, says = self.order, self.says
        if order.decided_by.role is Role.HEAD_OF_PRISON and order.withdrawal is None:
            line = None if order.granted else says.law("fr.procedure.head.no_appeal", self.on)
            yield from () if line is None else (line,)
            return
        articles = says.cited((_APPEAL,), self.on)
        if not self.appealable or not articles:
            return
        yield says.say("person.appeal", articles=articles)
        yield from self._until()
        line = says.law(_OBSERVATIONS, self.on)
        yield from () if line is None else (line,)

    def _until(self) -> Iterator[str]:
        """Yield the end of the person's own time to appeal: the one that is sure, first."""
        limit = casework.window(self.order, law.Party.DETAINED_PERSON, law.france.PROCEDURE)
        if isinstance(limit, law.TimeLimit):
            sure, last = limit.surely_open_until, limit.closes_at
            yield self.says.say("person.appeal.until", until=self.says.clock.until(sure))
            if last != sure:
                yield self.says.say("person.appeal.later", until=self.says.clock.until(last))
            return
        line = self.says.law(_APPEAL, self.on)
        yield from () if line is None else (line,)

    def _again(self) -> Iterator[str]:
        order, says = self.order, self.says
        if order.granted:
            return
        ruled = order.on_appeal
        until = ruled.bar_until if ruled is not None else (
            order.decided.bar_until if order.decided is not None else None
        )  # fmt: skip
        if until is None:
            if self.outcome == "refused":
                yield says.say("person.no_bar")
            return
        rule = "fr.procedure.bar.appeal" if ruled is not None else "fr.procedure.bar"
        articles = says.cited((rule,), self.on)
        yield says.say("person.bar", day=says.day(until + _NIGHT), articles=articles)

    def _late(self, on: date) -> Iterator[Block]:
        yield Framed(
            (
                Heading(self.says.say("person.late")),
                Blank(self.says.say("person.late.call")),
                missed(on, self.says),
            )
        )
