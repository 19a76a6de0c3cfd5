"""What every act has in common: who decides, on whom, its name, its signatures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sortie import casework, words
from sortie.casework import Case, Order, Recorded, Role
from sortie.papers import parts
from sortie.papers.about import About
from sortie.papers.printing import (
    Block,
    Fact,
    Heading,
    Items,
    Paper,
    Para,
    Signature,
    Signatures,
    Table,
)
from sortie.papers.voice import Voice

_PIECES = (2, 5, 3, 4)
_DIGEST = 16


@dataclass(frozen=True, slots=True)
class Act:
    """An act being written: the case as it stood once the act was recorded, and its voice."""

    about: About
    entry: Recorded
    case: Case
    order: Order
    says: Voice

    @property
    def on(self) -> date:
        """The day of the act, by the clock of the prison."""
        return self.says.on(self.entry.at)

    @property
    def by_head(self) -> bool:
        """Whether the head of the prison acts; otherwise it is a court."""
        return self.entry.by.role is Role.HEAD_OF_PRISON

    @property
    def named(self) -> str:
        """What the act is called: an order, or a decision of the head of the prison."""
        return self.says.say("act.head" if self.by_head else "act.judge")

    def reference(self, order: Order) -> str:
        """Return what an order is called elsewhere: «Ordonnance O-1»."""
        head = order.decided_by.role is Role.HEAD_OF_PRISON
        return self.says.say("ref.decision" if head else "ref.order", order=order.order)

    def paper(self, title: str, body: Iterable[Block], *, receipt: str | None) -> Paper:
        """Return the act, printed, under this title."""
        says, of = self.says, self.entry.by.of or self.case.court
        reference = self.reference(self.order)
        lines = [says.say("case", case=self.about.case_id), reference]
        if self.order.version > 1:
            lines.append(says.say("ref.version", version=self.order.version))
        frame = parts.Frame(
            name=f"{self.about.case_id}-{self.order.order}-{self.order.version}",
            title=title,
            dated=self.on,
            issuer=(words.raised(of), says.seat(self.entry.by.role)),
            reference=tuple(lines),
            foot=parts.foot(self.about, self.case, reference, says),
        )
        whole = (*self._head(), *body)
        return parts.paper(frame, whole, says, specimen=self.about.specimen, receipt=receipt)

    def _head(self) -> Iterator[Block]:
        says, by = self.says, self.entry.by
        decider = f"{says.role(by.role)}, {by.of}" if by.of else says.role(by.role)
        yield parts.person(
            self.about,
            self.case,
            says,
            Fact(says.say("act.decider"), decider),
            Fact(says.say("act.decider.name"), self.about.names.get(by.id)),
        )

    def signed(self) -> Signatures:
        """Return the place for the signatures, under the day of the act."""
        says, by = self.says, self.entry.by
        decider = Signature(says.seat(by.role), self.about.names.get(by.id, ""))
        judge = by.role is Role.ENFORCEMENT_JUDGE
        clerk = (Signature(says.seat(Role.COURT_CLERK)),) if judge else ()
        return Signatures(says.say("made", day=says.day(self.on)), (decider, *clerk))

    def grounds(self, grounds: tuple[casework.Ground, ...]) -> Iterator[Block]:
        """Yield grounds as they were typed, each with the dated piece it points at."""
        if grounds:
            items = tuple(self.says.ground(self.case, each) for each in grounds)
            yield Items(items, numbered=True)

    def pieces(self, grounds: tuple[casework.Ground, ...]) -> Iterator[Block]:
        """Yield the pieces that grounds point at, with the digest that tells a changed one."""
        names = dict.fromkeys(each.piece for each in grounds if each.piece)
        held = [self.case.pieces[name] for name in names if name in self.case.pieces]
        if not held:
            return
        says = self.says
        yield Table(
            header=tuple(says.say(f"pieces.{each}") for each in ("piece", "kind", "day", "digest")),
            widths=_PIECES,
            rows=tuple(
                (each.piece, each.kind, says.day(each.dated_on) if each.dated_on else "",
                 each.digest[:_DIGEST])
                for each in held
            ),
        )  # fmt: skip

    def seen(self, *blocks: Iterable[Block]) -> Iterator[Block]:
        """Yield the part of what the act has regard to."""
        yield Heading(self.says.say("act.seen"))
        for each in blocks:
            yield from each

    def dates_left(self) -> Iterator[Block]:
        """Yield who is to fix the dates, where the act leaves them to someone."""
        if self.order.dates_left_to is not None:
            articles = self.says.cited(("fr.modality.dates_by_probation",), self.on)
            role = self.says.role(self.order.dates_left_to)
            yield Para(self.says.say("decides.dates_left", role=role, articles=articles))

    def bar(self, until: date | None, rule: str) -> Iterator[Block]:
        """Yield until when no similar application may be made."""
        if until is not None:
            says, articles = self.says, self.says.cited((rule,), self.on)
            day = says.day(until)
            yield Para(says.say("decides.bar", name=self.about.name, day=day, articles=articles))
