"""What the events of the board and the facts to be seen make of a case."""

from dataclasses import replace

from sortie.casework.case import AnomalyKind, Board, Case, FactToSee, Opinion
from sortie.casework.events import (
    BoardSat,
    BoardSeized,
    BoardSkipped,
    FactNoted,
    FactSeen,
    OpinionDeemed,
    OpinionGiven,
)
from sortie.casework.folding.odd import Odd
from sortie.casework.recorded import Recorded


def board_seized(case: Case, entry: Recorded, event: BoardSeized) -> Odd | None:
    """Seized again, for another sitting: the time of the first seizure goes on."""
    known = case.board
    if known is not None and known.answered:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "board_answered")
    case.board = Board(
        sitting=event.sitting,
        sits_at=event.sits_at,
        mode=event.mode,
        appearance=event.appearance,
        seized_at=entry.at if known is None else known.seized_at,
        where=case.where if known is None else known.where,
    )
    return None


def board_skipped(case: Case, _: Recorded, event: BoardSkipped) -> Odd | None:
    case.board_skipped = event.because
    return None


def opinion_given(case: Case, entry: Recorded, event: OpinionGiven) -> Odd | None:
    if any(each.member is event.member for each in case.present_opinions):
        return Odd(AnomalyKind.TWICE, "opinion_given")
    case.opinions += (
        Opinion(
            event.member, event.sense, event.reasons, event.pieces, entry.at, entry.by, entry.number
        ),
    )
    return None


def board_sat(case: Case, entry: Recorded, event: BoardSat) -> Odd | None:
    if case.board is None:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "board_not_seized")
    if case.board.sat_at is not None:
        return Odd(AnomalyKind.TWICE, "board_sat")
    case.board = replace(case.board, sat_at=entry.at, present=event.present, minutes=event.minutes)
    return None


def opinion_deemed(case: Case, entry: Recorded, _: OpinionDeemed) -> Odd | None:
    if case.board is None or case.board.sat_at is not None:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "board_not_silent")
    if case.board.deemed_at is not None:
        return Odd(AnomalyKind.TWICE, "opinion_deemed")
    case.board = replace(case.board, deemed_at=entry.at)
    return None


def fact_noted(case: Case, entry: Recorded, event: FactNoted) -> Odd | None:
    if event.fact in case.facts:
        return Odd(AnomalyKind.TWICE, "fact_known")
    case.facts[event.fact] = FactToSee(
        event.fact, event.kind, event.since, event.until, event.source, event.shown_to,
        entry.at, entry.number,
    )  # fmt: skip
    return None


def fact_seen(case: Case, entry: Recorded, event: FactSeen) -> Odd | None:
    known = case.facts.get(event.fact)
    if known is None:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "unknown_fact")
    case.facts[event.fact] = replace(known, seen_by=known.seen_by | {entry.by})
    return None
