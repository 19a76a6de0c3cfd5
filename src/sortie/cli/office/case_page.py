"""The page of a case: where it stands, what must be seen, what runs, what may follow, what was."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from sortie import casework, law, office, store
from sortie.casework import Actor
from sortie.cli.office.bench import Bench, actor_of, where_of_case
from sortie.cli.office.written_case import written_case
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.office import looking
from sortie.words import raised
from sortie.words.office import cited, hole, objection

# A message that says that another one got no receipt.
_AGAIN = "receipt_overdue"


@dataclass(slots=True)
class CasePage:
    """A case being written down; ``actor`` is for whom, if for anyone."""

    shown: office.ShownCase
    at: datetime
    bench: Bench
    actor: Actor | None
    page: Page = field(default_factory=Page)

    def __post_init__(self) -> None:
        for part in (
            self._head, self._leave, self._outside, self._facts, self._opinions, self._clocks,
            self._doubts, self._may, self._cannot, self._stops, self._anomalies, self._silent,
            self._history,
        ):  # fmt: skip
            part()

    def _say(self, key: str, **holes: object) -> str:
        return self.bench.tongue.say(f"show.{key}", **holes)

    def _role(self, role: str) -> str:
        return self.bench.label("role", role)

    def _title(self, key: str) -> None:
        self.page.title(self._say(key))

    def _item(self, text: str, *, mark: str = "·", cite: str = "") -> None:
        self.page.item(mark, text, cite=cite)

    def _head(self) -> None:
        case, page = self.shown.case, self.page
        state = self.bench.label("state", self.shown.state.value)
        page.text(self._say("title", case=self.shown.case_id, state=state), style="strong")
        if self.bench.chosen.upto is not None:
            page.text(self._say("upto", number=case.number))
        page.text(self._say("at", at=self.bench.clock.say(self.at), zone=self.bench.clock.zone))
        page.text(self._say("who", person=case.person, number=case.committal_number,
                            prison=case.prison, court=case.court))  # fmt: skip
        if case.filing is not None and case.filing.route is not None:
            page.text(self._say("route", role=self._role(case.filing.route)))

    def _leave(self) -> None:
        case, order, clock = self.shown.case, self.shown.case.order, self.bench.clock
        terms = case.filing.asked if case.filing is not None else None
        if order is not None and order.terms is not None:
            terms = order.terms
        if terms is None:
            return
        self._title("leave")
        leave = hole("leave", terms.leave, self.bench)
        purpose = self.bench.tongue.names.PURPOSES.get(terms.purpose, terms.purpose)
        self._item(self._say("terms", leave=leave, purpose=purpose))
        self._item(self._say("departs", at=clock.say(terms.departs_at)))
        self._item(self._say("returns", at=clock.say(terms.returns_at)))
        if terms.places:
            self._item(self._say("places", places=", ".join(terms.places)))
        if terms.escorted:
            self._item(self._say("escort", escort=", ".join(terms.escort)))
        if order is not None:
            self._order(order)

    def _order(self, order: casework.Order) -> None:
        by = order.decided_by
        self._item(self._say("order", order=order.order, at=self.bench.clock.say(order.decided_at),
                             role=self._role(by.role), by=by.id))  # fmt: skip
        for ban in order.attached_bans:
            name = self.bench.tongue.names.SEEN.get(f"{ban.kind}_ban", ban.kind)
            what = f"{name}, {ban.what}" if ban.what else name
            self._item(self._say("bans", ban=what))
        if order.permit is not None:
            issued = self.bench.clock.say(order.permit.issued_at)
            self._item(self._say("permit", permit=order.permit.permit, at=issued))

    def _outside(self) -> None:
        absence, clock = self.shown.case.absence, self.bench.clock
        if absence is None:
            return
        due = clock.say(absence.due_back_at)
        self._item(self._say("out", at=clock.say(absence.departed_at), due=due))
        if absence.not_returned_at is not None:
            self._item(self._say("not_returned", at=clock.say(absence.not_returned_at)))
        if absence.escape_declared_at is not None and absence.escape_declared_by is not None:
            by = absence.escape_declared_by
            self._item(self._say("escape", at=clock.say(absence.escape_declared_at),
                                 by=f"{self._role(by.role)} ({by.id})"))  # fmt: skip
        if absence.recaptured_at is not None:
            self._item(self._say("recaptured", at=clock.say(absence.recaptured_at)))
        if absence.returned_at is not None:
            self._item(self._say("returned", at=clock.say(absence.returned_at)))

    def _facts(self) -> None:
        case = self.shown.case
        if case.facts:
            self._title("facts")
        for fact in case.facts.values():
            what = self.bench.tongue.names.SEEN.get(fact.kind, fact.kind)
            if fact.since is None:
                self._item(self._say("fact", what=what, fact=fact.fact), mark="!")
            else:
                since = self.bench.tongue.day(fact.since)
                self._item(self._say("fact.since", what=what, since=since, fact=fact.fact),
                           mark="!")  # fmt: skip
            self.page.text(self._who_saw(fact), indent=6)

    def _who_saw(self, fact: casework.FactToSee) -> str:
        listed = self.bench.tongue.listed
        saw = [f"{self._role(each.role)} ({each.id})"
               for each in sorted(fact.seen_by, key=lambda a: (a.role, a.id))]  # fmt: skip
        parts = [self._say("seen", who=listed(saw)) if saw else self._say("seen.nobody")]
        blind = [self._role(n) for n in looking.unseen_by(fact, self.shown.case, self.at) if saw]
        if self.actor is not None:
            own = fact.unseen_by(self.actor)
            blind = [f"{self._role(self.actor.role)} ({self.actor.id})"] if own else []
        if blind:
            parts.append(self._say("unseen", who=listed(blind)))
        return self.bench.tongue.spaced(" ; ".join(parts))

    def _opinions(self) -> None:
        case = self.shown.case
        missing = looking.missing_opinions(case, self.at)
        deemed = case.board.deemed_at if case.board is not None else None
        if case.present_opinions or missing or deemed is not None:
            self._title("opinions")
        for each in case.present_opinions:
            sense = self.bench.label("word", each.sense)
            self._item(self._say("opinion", role=self._role(each.member), by=each.by.id,
                                 sense=sense, reasons=each.reasons))  # fmt: skip
        for name in missing:
            self._item(self._say("opinion.missing", role=self._role(name)), mark="?")
        if deemed is not None:
            self._item(self._say("opinion.deemed", at=self.bench.clock.say(deemed)))

    def _clocks(self) -> None:
        found = list(looking.running(self.shown.case))
        if found:
            self._title("clocks")
        for each in found:
            limit = each.limit
            if isinstance(limit, law.NotModelled):
                self._item(self._say("clock.not_modelled", question=limit.question), mark="?")
                continue
            role = {"role": self._role(each.role)} if each.role is not None else {}
            until = self.bench.clock.until(limit.closes_at)
            said = self._say(f"clock.{each.name}", until=until, **role)
            left = self.bench.clock.left(self.at, limit.closes_at)
            if limit.under and limit.outcome(self.at).value == "undetermined":
                left = self.bench.tongue.say("left.reading")
            self._item(f"{said} ({left})", cite=cited((limit.rule,), self.bench))

    def _doubts(self) -> None:
        doubts = self.shown.case.doubts.values()
        if doubts:
            self._title("doubts")
        for each in doubts:
            holes = {"doubt": each.doubt, "about": each.about, "by": each.raised_by.id}
            key = "doubt" if each.settled_at is None else "doubt.settled"
            self._item(self._say(key, **holes, **({"how": each.how} if each.settled_at else {})))

    def _may(self) -> None:
        self._title("may")
        for step in self.shown.steps:
            if step.possible and step.act not in looking.ANYTIME:
                name = looking.verb_of(step.act)
                said = self.bench.label("verb", name)
                roles = self.bench.tongue.listed([self._role(role) for role in step.roles], "or")
                key = "may.one" if roles else "may.anyone"
                self._item(self._say(key, name=name, verb=said,
                                     **({"roles": roles} if roles else {})), mark="→")  # fmt: skip

        anytime = [looking.verb_of(step.act) for step in self.shown.steps
                   if step.possible and step.act in looking.ANYTIME]  # fmt: skip
        if anytime:
            self._item(self._say("anytime", verbs=", ".join(anytime)), mark="→")

    def _cannot(self) -> None:
        steps = [s for s in self.shown.steps
                 if not s.possible and not looking.is_far(s.refused_because)]  # fmt: skip
        if steps:
            self._title("cannot")
        for step in steps:
            self._item(self.bench.label("cannot", step.act) + ".", mark="✗")
            for each in step.refused_because:
                self.page.text(objection(each, self.bench, alone=True) + ".", indent=6)

    def _stops(self) -> None:
        order = self.shown.case.order
        if order is None or not order.granted or self.shown.case.absences:
            return
        self._title("stops")
        for each in self.shown.hindrances:
            self._item(objection(each, self.bench, alone=True) + ".", mark="✗")
        if not self.shown.hindrances:
            self._item(self._say("stops.none"), mark="✓")

    def _anomalies(self) -> None:
        if self.shown.case.anomalies:
            self._title("anomalies")
        for each in self.shown.case.anomalies:
            kind = self.bench.label("anomaly", each.kind)
            why = self.bench.label("odd", each.why)
            self._item(self._say("anomaly", number=each.number, kind=kind, why=why), mark="!")

    def _silent(self) -> None:
        silent = [each for each in self.shown.messages if each.received_at is None]
        if silent:
            self._title("messages")
        again = Counter(each.to_role for each in silent if each.kind == _AGAIN)
        for each in silent:
            if each.kind != _AGAIN:
                self._message(each)
        for role, count in again.items():
            kind = self.bench.label("message", _AGAIN)
            self._item(self._say("messages.many", kind=kind, to=self._role(role), count=count))

    def _message(self, each: store.StoredMessage) -> None:
        kind, to = self.bench.label("message", each.kind), self._role(each.to_role)
        said, before = self._say("message", kind=kind, to=to), each.receipt_before
        if before is not None:
            key = "overdue" if before <= self.at else "before"
            stamp = self.bench.clock.stamp(before)
            said = f"{said}. {raised(self.bench.tongue.say(f'outbox.{key}', at=stamp))}"
        self._item(f"{said} [{each.dedupe_key}]")

    def _history(self) -> None:
        self._title("history")
        for same, group in groupby(self.shown.history, key=self._told_together):
            entries = list(group)
            if same is not None and len(entries) > 1:
                self._entries(entries)
                continue
            for each in entries:
                self._entry(each)

    @staticmethod
    def _told_together(each: casework.Recorded) -> str | None:
        return each.event.kind if isinstance(each.event, casework.MessageSent) else None

    def _entries(self, entries: list[casework.Recorded]) -> None:
        """Write one line for messages of one kind that went out together."""
        first, last = entries[0], entries[-1]
        stamp = self.bench.clock.stamp(first.at)
        self.page.text(self._say("events", first=first.number, last=last.number, at=stamp,
                                 event=self._event(first.event)), indent=2, hang=4)  # fmt: skip

    def _entry(self, each: casework.Recorded) -> None:
        clock = self.bench.clock
        holes = {"number": each.number, "at": clock.stamp(each.at)}
        said = self._say("event", **holes, event=self._event(each.event))
        if each.by != casework.OFFICE:
            said += ", " + self._say("by", role=self._role(each.by.role), by=each.by.id)
        if each.recorded_at != each.at:
            said += ", " + self._say("recorded", at=clock.stamp(each.recorded_at))
        self.page.text(said, indent=2, hang=4)

    def _event(self, event: casework.Event) -> str:
        """Return what an event is called, and what it speaks of when that has a name."""
        said = self.bench.label("event", casework.name_of(type(event)))
        if isinstance(event, casework.MessageSent):
            detail = self.bench.label("message", event.kind)
        else:
            names = (getattr(event, name, "") for name in looking.NAMED)
            detail = next((name for name in names if name), "")
        return self._say("detail", event=said, detail=detail) if detail else said


def show_case(bench: Bench) -> int:
    """Show a case as the law sees it at an instant, for someone or for nobody in particular."""
    chosen = bench.chosen
    bench.settle(where_of_case(chosen.case))
    actor = actor_of(chosen.actor) if chosen.actor else None
    upto, at = bench.count(chosen.upto, "--upto"), bench.at
    shown = office.case_shown(chosen.case, at, by=actor, upto=upto)
    if chosen.json:
        return bench.write(written_case(shown, at, bench, actor))
    show(CasePage(shown, at, bench, actor).page)
    return 0
