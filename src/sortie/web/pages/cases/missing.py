"""What is missing, from whom, and by when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sortie import casework, law, store
from sortie.casework import Step
from sortie.office import looking
from sortie.web.authority import OpenedCase, facts_shown
from sortie.web.frame import Asked
from sortie.web.pages.answers import missing_of, plain_path
from sortie.web.pages.cases.reading import LawRead
from sortie.web.pages.cases.seen import fact_in_words
from sortie.web.pages.cases.story import message_shown
from sortie.words import raised

_APPLICATION = "application."


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing; ``rule`` is what sets its time, where a rule does."""

    what: str
    whom: str
    closes_at: datetime | None = None
    rule: str = ""


def missing_told(
    opened: OpenedCase, asked: Asked, read: LawRead | None, every: tuple[Step, ...]
) -> tuple[Missing, ...]:
    """Return what is missing in a case, as far as it may be seen.

    The nearest comes first; the receipts of messages come last, and stop nothing.
    """
    looking_for = _Looking(opened, asked, {each.act: each for each in every})
    found = sorted(looking_for.all(read), key=lambda each: _soonest(each.closes_at))
    return (*found, *looking_for.receipts())


def _soonest(closes_at: datetime | None) -> tuple[bool, float]:
    return closes_at is None, closes_at.timestamp() if closes_at is not None else 0.0


@dataclass(frozen=True, slots=True)
class _Looking:
    opened: OpenedCase
    asked: Asked
    steps: dict[str, Step]

    @property
    def case(self) -> casework.Case:
        """The case looked at."""
        return self.opened.shown.case

    def all(self, read: LawRead | None) -> Iterator[Missing]:
        """Yield everything that is missing."""
        sees = self.opened.sight.sees
        if sees("board"):
            yield from self._opinions()
        if sees("notices"):
            yield from self._notices()
        if sees("victim_step"):
            yield from self._victims()
        if sees("facts"):
            yield from self._unseen()
        if sees("doubts"):
            yield from self._doubts()
        if read is not None and sees("law") and self.opened.shown.state not in casework.OVER:
            yield from self._facts(read)

    @property
    def departs_at(self) -> datetime | None:
        """When the leave begins, while it may still begin."""
        order, filing = self.case.order, self.case.filing
        terms = order.terms if order is not None else filing.asked if filing is not None else None
        begun = self.case.absences or terms is None or terms.departs_at <= self.asked.at
        return None if begun or terms is None else terms.departs_at

    def _opinions(self) -> Iterator[Missing]:
        limits = {each.name: each.limit for each in looking.running(self.case)}
        limit = limits.get("opinion") or limits.get("answer")
        for seat in looking.missing_opinions(self.case, self.asked.at):
            if isinstance(limit, law.TimeLimit):
                yield Missing(self._say("opinion"), self._role(seat), limit.closes_at, limit.rule)
            else:
                yield Missing(self._say("opinion"), self._role(seat))

    def _notices(self) -> Iterator[Missing]:
        order = self.case.order
        if order is None or order.withdrawal is not None or self.case.absences:
            return
        for role in casework.missing_notices(self.case):
            what = self._say("notice", role=self.asked.label("role", role))
            yield Missing(what, self._who_does("notified"), self.departs_at)

    def _victims(self) -> Iterator[Missing]:
        step = self.steps.get("victim_told")
        count = len(step.missing) if step is not None else 0
        if count:
            what = self.asked.tongue.count("case.missing.victims", count, n=count)
            yield Missing(what, self._who_does("victim_told"), self.departs_at)

    def _unseen(self) -> Iterator[Missing]:
        for fact in facts_shown(self.opened.sight, self.case):
            seats = looking.unseen_by(fact, self.case, self.asked.at)
            if seats and not self.case.absences:
                what = self._say("fact", fact=fact_in_words(fact, self.asked))
                listed = self.asked.tongue.listed([self.asked.label("role", s) for s in seats])
                yield Missing(what, raised(listed), self.departs_at)

    def _doubts(self) -> Iterator[Missing]:
        for each in self.case.open_doubts:
            yield Missing(self._say("doubt", about=each.about), self._who_does("doubt_settled"))

    def _facts(self, read: LawRead) -> Iterator[Missing]:
        named = self.asked.tongue.names.PATHS
        for path in missing_of(read.answer):
            fact = raised(self.asked.tongue.spaced(named.get(plain_path(path), path)))
            whom = "case.whom.applicant" if path.startswith(_APPLICATION) else "role.prison_clerk"
            yield Missing(fact, raised(self.asked.say(whom)), self.departs_at)

    def receipts(self) -> Iterator[Missing]:
        """Yield the receipts awaited, one for all those to whom one message left at once."""
        if not self.opened.sight.sees("messages"):
            return
        found: dict[tuple[datetime, str], list[str]] = {}
        for each in self.opened.shown.messages:
            if each.received_at is None and each.receipt_before is not None and self._told(each):
                role = self.asked.label("role", each.to_role)
                found.setdefault((each.receipt_before, each.kind), []).append(role)
        for (before, kind), roles in sorted(found.items()):
            what = self._say("receipt", message=self.asked.label("message", kind))
            yield Missing(what, raised(self.asked.tongue.listed(roles)), before)

    def _told(self, message: store.StoredMessage) -> bool:
        return message_shown(message, self.opened)

    def _say(self, name: str, **holes: object) -> str:
        return self.asked.say(f"case.missing.{name}", **holes)

    def _role(self, role: str) -> str:
        return raised(self.asked.label("role", role))

    def _who_does(self, act: str) -> str:
        step = self.steps.get(act)
        roles = [self.asked.label("role", role) for role in step.roles] if step is not None else []
        return raised(self.asked.tongue.listed(roles, "or"))
