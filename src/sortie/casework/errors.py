"""What the room of casework refuses.

CaseworkError
├── ActRefused          an act that cannot follow, with every objection at once
├── UnknownEvent        a written event whose kind no class bears
└── BrokenEvent         a written event that lacks a field, or holds one of the wrong shape
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from sortie.errors import SortieError


class CaseworkError(SortieError):
    """Base of the room's refusals."""

    code: ClassVar[str] = "casework"


class Hindrance(StrEnum):
    """What can stand in the way of an act; the holes of its sentence are written beside it."""

    # who
    ROLE = "by.role"  # role, roles
    ELSEWHERE = "by.elsewhere"  # of, held
    NOT_COMPETENT = "by.not_competent"  # role, competent
    AUTHOR = "by.author"
    GAVE_OPINION = "by.gave_opinion"
    DECIDED_BEFORE = "by.decided_before"
    UNSEEN = "by.unseen"  # facts
    RAISED_IT = "by.raised_it"  # doubt
    # the application
    ALREADY_FILED = "application.already_filed"
    NOT_FILED = "application.not_filed"
    NOT_IN_FORM = "application.not_in_form"
    IN_FORM = "application.in_form"
    DISCONTINUED = "application.discontinued"
    NOT_ROUTED = "application.not_routed"
    WITH_HEAD = "application.with_head"
    ROUTE_AGAIN = "application.route_again"
    ROUTE_UNFIT = "application.route_unfit"  # to
    STILL_IN_TIME = "application.still_in_time"  # closes_at (may be empty)
    # what an act must say
    REASON = "said.reason"
    PROOF = "said.proof"
    NAME = "said.name"
    NAME_TAKEN = "said.name_taken"  # name
    UNKNOWN = "said.unknown"  # name
    DATES = "said.dates"  # departs_at, returns_at
    DATES_PASSED = "said.dates_passed"  # departs_at
    PLACE = "said.place"
    ESCORT = "said.escort"
    OTHER_LEAVE = "said.other_leave"  # leave
    LONGER = "said.longer"
    # the board
    BOARD_NOT_SEIZED = "board.not_seized"
    BOARD_OVER = "board.over"
    NO_ELECTRONIC = "board.no_electronic"
    NOT_SKIPPED = "board.not_skipped"
    NOT_A_MEMBER = "board.not_a_member"  # role
    OPINION_GIVEN = "board.opinion_given"  # role
    NO_QUORUM = "board.no_quorum"  # seats
    TOO_EARLY = "board.too_early"  # sits_at
    NO_OPINION = "board.no_opinion"  # closes_at (may be empty)
    NO_PROBATION_OPINION = "board.no_probation_opinion"
    # the order
    NO_ORDER = "order.none"
    DECIDED = "order.decided"
    NOT_GRANTED = "order.not_granted"
    GROUND_WITHOUT_PIECE = "order.ground_without_piece"
    GROUND_UNDATED = "order.ground_undated"  # piece
    BAR_TOO_LONG = "order.bar_too_long"  # bar_until, longest
    NO_BAR = "order.no_bar"
    LAW_SILENT = "order.law_silent"
    LAW_CLOSED = "order.law_closed"
    LAW_UNDETERMINED = "order.law_undetermined"
    NOT_BY_HEAD = "order.not_by_head"
    # notices and appeals
    NOTIFIED = "notice.given"  # role
    NOTICE_TOO_EARLY = "notice.too_early"  # decided_at
    NOT_NOTIFIED = "notice.missing"  # role
    VISA_GIVEN = "notice.visa_given"
    NOT_APPEALABLE = "appeal.not_appealable"
    APPEAL_PENDING = "appeal.pending"
    NO_APPEAL = "appeal.none"
    OUT_OF_TIME = "appeal.out_of_time"  # closes_at
    TIME_TO_WRITE = "appeal.time_to_write"  # closes_at
    # carrying out
    WINDOW_OPEN = "executable.window_open"  # closes_at
    READINGS_DIFFER = "executable.readings_differ"  # reading, closes_at
    STAYED = "executable.stayed"
    CORRECTED = "executable.corrected"
    WITHDRAWN = "executable.withdrawn"
    DOUBT_OPEN = "executable.doubt_open"  # doubt
    DATES_TO_FIX = "executable.dates_to_fix"  # role
    JUDGMENT_UNSEEN = "executable.judgment_unseen"  # fact
    VICTIM_NOT_TOLD = "executable.victim_not_told"  # victim
    VICTIM_WISH = "victim.wish"  # victim
    VICTIM_DUE = "victim.due"  # victim
    BANS_LEFT_OUT = "permit.bans_left_out"  # bans
    NO_PERMIT = "permit.none"
    OLD_PERMIT = "permit.old"
    WRONG_PERMIT = "permit.wrong"
    NOT_HANDED = "gate.not_handed"
    TOO_SOON = "gate.too_soon"  # departs_at
    TOO_LATE = "gate.too_late"  # returns_at
    WRONG_EXIT = "gate.wrong_exit"  # exit, fits
    WRONG_NUMBER = "gate.wrong_number"
    SECOND_PERSON = "gate.second_person"
    SIMILAR = "gate.similar"  # similar
    NAME_NOT_ANSWERED = "gate.name_not_answered"
    OPEN_TITLE = "gate.open_title"  # titles
    FACT_NOT_SHOWN = "gate.fact_not_shown"  # facts
    OUT = "gate.out"
    USED = "gate.used"
    NOT_OUT = "gate.not_out"
    NOT_DUE_BACK = "gate.not_due_back"  # due_back_at
    NOT_A_GROUND = "withdrawal.not_a_ground"  # ground
    # the clock
    NOT_DUE = "clock.not_due"
    NOT_MODELLED = "law.not_modelled"  # question
    FORBIDDEN = "law.closed"


@dataclass(frozen=True, slots=True)
class Objection:
    """Why an act cannot follow, and what it speaks of. The door writes the sentence.

    ``rules`` are the ids of the rules of law it rests on, when it rests on any.
    """

    code: Hindrance
    holes: Mapping[str, str] = field(default_factory=dict, hash=False)
    rules: tuple[str, ...] = ()


@dataclass(eq=False)
class ActRefused(CaseworkError):
    """The act cannot follow; nothing happened. All the objections are given, the first first."""

    act: str
    objections: tuple[Objection, ...]
    code: ClassVar[str] = "casework.refused"

    def __str__(self) -> str:
        return f"{self.act}: " + ", ".join(each.code for each in self.objections)


@dataclass(eq=False)
class UnknownEvent(CaseworkError):
    """No event bears this name."""

    name: str
    code: ClassVar[str] = "casework.unknown_event"


@dataclass(eq=False)
class BrokenEvent(CaseworkError):
    """The written event has no such field, or not this shape in it."""

    name: str
    at: str
    code: ClassVar[str] = "casework.broken_event"
