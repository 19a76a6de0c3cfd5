"""The minutes of the board: who sat, which cases, each member's opinion with its reasons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sortie import casework, law, words
from sortie.casework import Board, Case, Role
from sortie.papers import parts
from sortie.papers.about import About
from sortie.papers.errors import NoSuchSitting
from sortie.papers.printing import (
    Blank,
    Block,
    Fact,
    Facts,
    Heading,
    Paper,
    Para,
    Signature,
    Signatures,
    Table,
)
from sortie.papers.voice import Voice, sentence

_RULE = "fr.procedure.board"
_SEATS = (5, 3, 4)
_AGENDA = (3, 6, 7)
_OPINIONS = (4, 2, 7)


def board_minutes(
    abouts: Sequence[About], sitting: str, *, receipt: str | None = None, lang: str = "fr"
) -> Paper:
    """Return the minutes of a sitting; its agenda while no case of it was examined.

    The trap: each case is told as it stood when the board rose; a case put off to another sitting
    is on the list and was not examined.

    Raises:   NoSuchSitting, ReceiptTooLong
    """
    found = [each for about in abouts for each in _listed(about, sitting)]
    if not found:
        raise NoSuchSitting(sitting)
    first = next((each for each in found if each.board.sat_at is not None), found[0])
    says = parts.speaks(first.case, lang)
    draft = first.board.sat_at is None
    at = first.board.sat_at or first.board.sits_at
    frame = parts.Frame(
        name=f"board-{sitting}-{says.on(at).isoformat()}",
        title=says.say("minutes.title.draft" if draft else "minutes.title"),
        dated=says.on(at),
        issuer=(words.raised(first.case.court), first.case.prison),
        reference=(f"{says.say('minutes.sitting')} {sitting}",),
        foot=says.say("minutes.foot", sitting=sitting, prison=first.case.prison),
    )
    specimen = any(each.about.specimen for each in found)
    body = _body(found, first, says)
    return parts.paper(frame, body, says, specimen=specimen, receipt=receipt)


@dataclass(frozen=True, slots=True)
class _Listed:
    """A case on the list of a sitting, as it stood when the board rose."""

    about: About
    case: Case
    board: Board

    @property
    def sat(self) -> bool:
        return self.board.sat_at is not None


def _listed(about: About, sitting: str) -> Iterator[_Listed]:
    """Yield the case if it was on this list: as it was when the board sat, else as it was last."""
    held: _Listed | None = None
    for each in about.history:
        if isinstance(each.event, casework.BoardSeized | casework.BoardSat):
            case = about.at_event(each.number)
            if case.board is not None and case.board.sitting == sitting:
                held = _Listed(about, case, case.board)
    if held is not None:
        yield held


def _body(found: list[_Listed], first: _Listed, says: Voice) -> Iterator[Block]:
    board, draft = first.board, not first.sat
    at = board.sat_at or board.sits_at
    yield Facts(
        (
            Fact(says.say("minutes.sitting"), board.sitting),
            Fact(says.say("minutes.minutes"), board.minutes or None),
            Fact(says.say("minutes.planned" if draft else "minutes.at"), says.clock.say(at)),
            Fact(says.say("minutes.mode"), says.label("word", board.mode)),
        )
    )
    yield from _members(board, at, says)
    yield Heading(says.say("minutes.agenda.draft" if draft else "minutes.agenda"))
    yield _agenda(found, says)
    for each in found:
        yield from _examined(each, says, draft=draft)
    yield Signatures(
        says.say("made", day=says.day(at)),
        (Signature(says.seat(Role.ENFORCEMENT_JUDGE)), Signature(says.seat(Role.COURT_CLERK))),
    )


def _members(board: Board, at: datetime, says: Voice) -> Iterator[Block]:
    on = says.on(at)
    yield Heading(says.say("minutes.members"))
    sits = law.france.PROCEDURE.board(on=on)
    if isinstance(sits, law.NotModelled):
        yield Blank(says.say("minutes.members.blank"), lines=3)
        return
    yield parts.law_or_blank(_RULE, on, says)
    here = frozenset(map(str, board.present))
    header = ("seat", "seat.present", "seat.signature")
    yield Table(
        header=tuple(says.say(f"minutes.{each}") for each in header),
        widths=_SEATS,
        rows=tuple(
            (
                says.say("minutes.chair", seat=says.seat(seat.name))
                if seat.name == sits.chair
                else says.seat(seat.name),
                _presence(seat, here, says) if board.sat_at is not None else "",
                "",
            )
            for seat in sits.seats
        ),
        tall=True,
    )


def _presence(seat: law.Seat, here: frozenset[str], says: Voice) -> str:
    return says.say("minutes.missing" if here.isdisjoint(seat.roles) else "minutes.there")


def _agenda(found: list[_Listed], says: Voice) -> Table:
    return Table(
        header=tuple(says.say(f"minutes.{each}") for each in ("case", "person", "leave")),
        widths=_AGENDA,
        rows=tuple(
            (
                each.about.case_id,
                f"{each.about.name}, {each.case.committal_number}",
                _asked(each.case, says),
            )
            for each in found
        ),
    )


def _asked(case: Case, says: Voice) -> str:
    if case.filing is None:
        return ""
    asked = case.filing.asked
    when = f"{says.clock.say(asked.departs_at)} – {says.clock.say(asked.returns_at)}"
    return f"{says.leave(asked)}, {says.purpose(asked)} ({when})"


def _examined(each: _Listed, says: Voice, *, draft: bool) -> Iterator[Block]:
    case = each.case
    yield Heading(
        says.say("minutes.one", case=each.about.case_id, name=each.about.name,
                 number=case.committal_number)
    )  # fmt: skip
    if each.board.appearance:
        yield Para(says.say("minutes.appearance"))
    if not each.sat and not draft:
        yield Para(says.say("minutes.not_examined"))
        return
    yield Table(
        header=tuple(says.say(f"minutes.{each}") for each in ("member", "sense", "reasons")),
        widths=_OPINIONS,
        rows=tuple(_rows(each, says)),
    )


def _rows(each: _Listed, says: Voice) -> Iterator[tuple[str, str, str]]:
    """Yield one row a seat that is awaited, then the opinions of whoever holds no seat."""
    at = each.board.sat_at or each.board.sits_at
    sits = law.france.PROCEDURE.board(on=says.on(at))
    given = list(each.case.present_opinions)
    for seat in sits.seats if not isinstance(sits, law.NotModelled) else ():
        own = [opinion for opinion in given if opinion.member in seat.roles]
        given = [opinion for opinion in given if opinion not in own]
        for opinion in own:
            yield _opinion(opinion, says)
        if not own and not isinstance(sits, law.NotModelled) and seat.name != sits.chair:
            yield says.seat(seat.name), "", "" if not each.sat else says.say("minutes.no_opinion")
    for opinion in given:
        yield _opinion(opinion, says)


def _opinion(opinion: casework.Opinion, says: Voice) -> tuple[str, str, str]:
    reasons = sentence(opinion.reasons)
    if opinion.pieces:
        pieces = says.tongue.listed(opinion.pieces)
        reasons += " " + says.say("minutes.pieces", pieces=pieces)
    return says.seat(opinion.member), says.label("word", opinion.sense), reasons
