"""The French answers to the questions of ``law.proceedings.Procedure``."""

from datetime import date, datetime

from sortie.law.france.calendar import territory_named, zones
from sortie.law.france.procedure import appeals, board, filing, leaving, victims
from sortie.law.france.procedure.counting import local_day
from sortie.law.france.procedure.telling import duties
from sortie.law.france.procedure.victims import Known
from sortie.law.proceedings import (
    Allowed,
    Bar,
    Choice,
    Composition,
    Duty,
    Lateness,
    Means,
    NotModelled,
    Occasion,
    Party,
    Place,
    Stay,
    TimeLimit,
)

HEAD = "head_of_prison"
PRESIDENT = "appeal_president"


class FrenchProcedure:
    """French procedure: each method asks the rule in force on the day, where the case is."""

    def place_of(self, prison: str) -> Place:
        territory = prison if prison in zones() else territory_named(prison)
        return Place(zones()[territory], territory)

    def form_accepted(self, *, form: str, signed: bool | None, on: date) -> Allowed | NotModelled:
        return filing.form(on, form=form, signed=signed)

    def admissible(
        self, *, similar_pending: bool | None, bar_until: date | None, on: date
    ) -> Allowed | NotModelled:
        return filing.admissible(on, similar_pending=similar_pending, bar_until=bar_until)

    def answer_due(
        self, *, decider: str, filed_at: datetime, place: Place
    ) -> TimeLimit | NotModelled:
        rule = filing.head_answer if decider == HEAD else filing.answer
        return rule(local_day(filed_at, place), filed_at=filed_at, place=place)

    def opinion_due(self, *, seized_at: datetime, place: Place) -> TimeLimit | NotModelled:
        return board.opinion(local_day(seized_at, place), seized_at=seized_at, place=place)

    def board(self, *, on: date) -> Composition | NotModelled:
        return board.board(on)

    def board_may_be_skipped(self, *, urgent: bool | None, on: date) -> Allowed | NotModelled:
        return board.skipped_in_urgency(on, urgent=urgent)

    def board_may_sit_electronically(
        self, *, appearance_ordered: bool | None, on: date
    ) -> Allowed | NotModelled:
        return board.electronic(on, appearance_ordered=appearance_ordered)

    def appeal_window(
        self, *, party: Party, notified_at: datetime, means: Means, place: Place
    ) -> TimeLimit | NotModelled:
        del party
        on = local_day(notified_at, place)
        return appeals.window(on, notified_at=notified_at, means=means, place=place)

    def cross_appeal_window(
        self, *, party: Party, lodged_at: datetime, own: TimeLimit | None, place: Place
    ) -> TimeLimit | NotModelled | None:
        on = local_day(lodged_at, place)
        return appeals.cross_window(on, party=party, lodged_at=lodged_at, own=own, place=place)

    def may_be_appealed(self, *, decider: str, on: date) -> Allowed | NotModelled:
        return (appeals.head_not_appealed if decider == HEAD else appeals.judge_appealed)(on)

    def stay(
        self, *, notified_at: datetime | None, visa_at: datetime | None, on: date, place: Place
    ) -> Stay | NotModelled:
        return appeals.stay(on, notified_at=notified_at, visa_at=visa_at, place=place)

    def appeal_stays(self, *, by: Party, in_time: bool | None, on: date) -> Allowed | NotModelled:
        return appeals.appeal_stays(on, by=by, in_time=in_time)

    def appeal_lapses(
        self, *, by: Party, lodged_at: datetime, place: Place
    ) -> TimeLimit | NotModelled | None:
        return appeals.lapses(local_day(lodged_at, place), by=by, lodged_at=lodged_at, place=place)

    def observations_due(self, *, lodged_at: datetime, place: Place) -> TimeLimit | NotModelled:
        return appeals.observations(local_day(lodged_at, place), lodged_at=lodged_at, place=place)

    def president_may_rule(
        self, *, lodged_at: datetime, urgent: bool | None, at: datetime, place: Place
    ) -> Allowed | NotModelled:
        written = self.observations_due(lodged_at=lodged_at, place=place)
        if isinstance(written, NotModelled):
            return written
        on = local_day(at, place)
        return appeals.president(on, written_until=written, urgent=urgent, at=at)

    def longest_bar(
        self, *, decider: str, decided_at: datetime, place: Place
    ) -> Bar | NotModelled | None:
        if decider == HEAD:
            return None
        rule = filing.bar_on_appeal if decider == PRESIDENT else filing.bar
        return rule(local_day(decided_at, place), decided_at=decided_at, place=place)

    def redating(self, *, on: date) -> Choice | NotModelled:
        return leaving.redating(on)

    def must_be_told(
        self, *, occasion: Occasion, couple_violence: bool | None, wish: str,
        escorted: bool | None, on: date,
    ) -> tuple[Duty, ...] | NotModelled:  # fmt: skip
        return duties(occasion, Known(couple_violence, wish, escorted), on)

    def victim_observations_due(
        self, *, told_at: datetime, place: Place
    ) -> TimeLimit | NotModelled:
        return victims.observations(local_day(told_at, place), told_at=told_at, place=place)

    def withdrawal(self, *, granted_by: str, on: date) -> tuple[Choice, ...] | NotModelled:
        judge = leaving.withdrawal(on)
        head = leaving.head_withdrawal(on) if granted_by == HEAD else None
        given = tuple(choice for choice in (head, judge) if isinstance(choice, Choice))
        return given or NotModelled(leaving.withdrawal.id, on)

    def brought_back_due(
        self, *, brought_back_at: datetime, place: Place
    ) -> TimeLimit | NotModelled:
        on = local_day(brought_back_at, place)
        return leaving.brought_back(on, brought_back_at=brought_back_at, place=place)

    def lateness(
        self, *, due_back_at: datetime, at: datetime, place: Place
    ) -> Lateness | NotModelled | None:
        return leaving.missed(local_day(due_back_at, place), due_back_at=due_back_at, at=at)
