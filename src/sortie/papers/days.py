"""The list of a day for the gate: who leaves, who is due back, who is still awaited."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sortie import casework, facts, law, words
from sortie.casework import Absence, Terms
from sortie.papers import parts
from sortie.papers.about import About
from sortie.papers.permit import stands
from sortie.papers.printing import Block, Heading, Item, Items, Paper, Para, Style, Table
from sortie.papers.voice import Voice, voice

_OUT = (2, 6, 3, 4, 6, 4, 3, 2)
_BACK = (2, 6, 3, 4, 4, 3, 2)
_LATE = (6, 3, 4, 4, 4, 3, 2)


def day_list(
    prison: str, day: date, abouts: Sequence[About], *, at: datetime, lang: str = "fr"
) -> Paper:
    """Return the departures and returns of a day at one prison, as they stood at an instant.

    Those whose hour was recorded bear it; cells are left for the others. The trap: the cases are
    those given; one that is not among them is not looked for.
    """
    says = voice(lang, law.france.PROCEDURE.place_of(_where(prison, abouts)).zone)
    held = [each for each in abouts if each.case.prison == prison]
    shown = says.weekday_of(day)
    frame = parts.Frame(
        name=f"day-{day.isoformat()}",
        title=says.say("days.title", day=shown),
        dated=day,
        issuer=(words.raised(prison),),
        reference=(says.day(day),),
        foot=says.say("days.foot", prison=prison, day=shown),
        style=Style.LIST,
    )
    specimen = any(each.specimen for each in held)
    return parts.paper(frame, _body(held, day, at, says), says, specimen=specimen)


def _where(prison: str, abouts: Sequence[About]) -> str:
    return next((each.case.where for each in abouts if each.case.prison == prison), prison)


@dataclass(frozen=True, slots=True)
class _Move:
    """One line of the list; ``absence`` is there once the person left."""

    about: About
    terms: Terms
    absence: Absence | None
    due_back_at: datetime

    def permit(self, at: datetime, says: Voice) -> str:
        """Return the permit, or why the person does not leave."""
        order = self.about.case.order
        if not stands(self.about.case) or order is None or order.permit is None:
            return says.say("days.no_permit")
        if self.absence is None and not casework.executable(
            self.about.case, law.france.PROCEDURE, at
        ):
            return says.say("days.stopped")
        return order.permit.permit

    @property
    def back_at(self) -> datetime | None:
        """When the person was seen back, or found."""
        if self.absence is None:
            return None
        return self.absence.returned_at or self.absence.recaptured_at


def _moves(held: Iterable[About]) -> Iterator[_Move]:
    for each in held:
        order, absence = each.case.order, each.case.absence
        if absence is None and (order is None or not order.granted or order.withdrawal):
            continue
        if order is None or order.terms is None or order.dates_left_to is not None:
            continue
        due = absence.due_back_at if absence is not None else order.terms.returns_at
        yield _Move(each, order.terms, absence, due)


def _body(held: list[About], day: date, at: datetime, says: Voice) -> Iterator[Block]:
    moves = sorted(_moves(held), key=lambda each: each.about.case_id)
    out = [each for each in moves if says.on(_leaves_at(each)) == day]
    back = [each for each in moves if says.on(each.due_back_at) == day]
    late = [each for each in moves if each.absence is not None and each.absence.out
            and says.on(each.due_back_at) < day]  # fmt: skip
    yield Para(says.say("days.at", at=says.clock.say(at)))
    yield from _near([*out, *back, *late], says)
    yield Heading(says.say("days.departures"))
    yield _departures(out, at, says)
    yield Heading(says.say("days.returns"))
    yield _returns(back, at, says)
    if late:
        yield Heading(says.say("days.overdue"))
        yield _overdue(late, at, says)


def _leaves_at(move: _Move) -> datetime:
    return move.absence.departed_at if move.absence is not None else move.terms.departs_at


def _near(moves: list[_Move], says: Voice) -> Iterator[Block]:
    """Yield the people of the list whose names could be taken for each other's."""
    people = {each.about.person.person: each.about for each in moves}
    names = {
        person: facts.homonyms.Name(about.person.family_name, about.person.given_name)
        for person, about in people.items()
        if about.person.family_name
    }
    lines = tuple(
        Item(
            said=says.say(
                "days.near",
                first=people[one].name,
                first_number=people[one].case.committal_number,
                second=people[other].name,
                second_number=people[other].case.committal_number,
            )
        )
        for one, other in facts.homonyms.near_pairs(names)
    )
    if lines:
        yield Items(lines)


def _table(columns: tuple[str, ...], widths: tuple[int, ...], rows: Iterable[tuple[str, ...]],
           says: Voice) -> Block:  # fmt: skip
    listed = tuple(rows)
    if not listed:
        return Para(says.say("days.none"))
    header = tuple(says.say(f"days.column.{each}") for each in columns)
    return Table(header=header, widths=widths, rows=listed, tall=True)


def _departures(moves: list[_Move], at: datetime, says: Voice) -> Block:
    columns = ("hour", "name", "number", "permit", "places", "returns", "real", "initials")
    rows = (
        (
            says.hour(each.terms.departs_at),
            each.about.name,
            each.about.case.committal_number,
            each.permit(at, says),
            " ; ".join(each.terms.places),
            _when(each.due_back_at, each.terms.departs_at, says),
            says.hour(each.absence.departed_at) if each.absence is not None else "",
            "",
        )
        for each in sorted(moves, key=lambda each: each.terms.departs_at)
    )
    return _table(columns, _OUT, rows, says)


def _returns(moves: list[_Move], at: datetime, says: Voice) -> Block:
    columns = ("hour", "name", "number", "permit", "left", "real", "initials")
    rows = (
        (
            says.hour(each.due_back_at),
            each.about.name,
            each.about.case.committal_number,
            each.permit(at, says),
            _when(each.absence.departed_at, each.due_back_at, says)
            if each.absence is not None
            else says.say("days.not_out"),
            _seen_back(each, says),
            "",
        )
        for each in sorted(moves, key=lambda each: each.due_back_at)
    )
    return _table(columns, _BACK, rows, says)


def _overdue(moves: list[_Move], at: datetime, says: Voice) -> Block:
    columns = ("name", "number", "permit", "left", "due", "real", "initials")
    rows = (
        (
            each.about.name,
            each.about.case.committal_number,
            each.permit(at, says),
            says.clock.say(each.absence.departed_at) if each.absence is not None else "",
            says.clock.say(each.due_back_at),
            "",
            "",
        )
        for each in sorted(moves, key=lambda each: each.due_back_at)
    )
    return _table(columns, _LATE, rows, says)


def _when(at: datetime, since: datetime, says: Voice) -> str:
    """Return an hour, with its day where it is another one."""
    return says.hour(at) if says.on(at) == says.on(since) else says.clock.say(at)


def _seen_back(move: _Move, says: Voice) -> str:
    if move.back_at is None:
        return ""
    return _when(move.back_at, move.due_back_at, says)
