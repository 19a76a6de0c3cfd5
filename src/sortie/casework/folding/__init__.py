"""One function an event: what it makes of a case, and what is odd about it."""

from collections.abc import Callable
from typing import Any

from sortie.casework import events
from sortie.casework.case import Case
from sortie.casework.folding import absences, applications, boards, changes, decisions
from sortie.casework.folding.changes import JUDGMENT, MOVED
from sortie.casework.folding.decisions import granted_on_appeal, party_of
from sortie.casework.folding.odd import Odd
from sortie.casework.recorded import Recorded

__all__ = ["JUDGMENT", "MAKES", "MOVED", "Odd", "granted_on_appeal", "party_of"]

MAKES: dict[type[events.Event], Callable[[Case, Recorded, Any], Odd | None]] = {
    events.ApplicationFiled: applications.filed,
    events.FoundNotInForm: applications.found_not_in_form,
    events.PieceAdded: applications.piece_added,
    events.ApplicationDiscontinued: applications.discontinued,
    events.Routed: applications.routed,
    events.AnswerTimePassed: applications.answer_time_passed,
    events.VictimNoted: applications.victim_noted,
    events.VictimTold: applications.victim_told,
    events.VictimReceived: applications.victim_received,
    events.VictimNoticeWaived: applications.victim_notice_waived,
    events.VictimObserved: applications.victim_observed,
    events.BoardSeized: boards.board_seized,
    events.BoardSkipped: boards.board_skipped,
    events.OpinionGiven: boards.opinion_given,
    events.BoardSat: boards.board_sat,
    events.OpinionDeemed: boards.opinion_deemed,
    events.FactNoted: boards.fact_noted,
    events.FactSeen: boards.fact_seen,
    events.Decided: decisions.decided,
    events.OrderCorrected: decisions.corrected,
    events.Notified: decisions.notified,
    events.NoAppealVisaGiven: decisions.visa_given,
    events.AppealLodged: decisions.appeal_lodged,
    events.AppealDiscontinued: decisions.appeal_discontinued,
    events.ObservationsFiled: decisions.observations_filed,
    events.PresidentSeized: decisions.president_seized,
    events.AppealDecided: decisions.appeal_decided,
    events.AppealLapsed: decisions.appeal_lapsed,
    events.DateFixed: decisions.date_fixed,
    events.PermitIssued: absences.permit_issued,
    events.OrderWithdrawn: absences.withdrawn,
    events.Departed: absences.departed,
    events.DepartureReported: absences.departure_reported,
    events.ReturnRecorded: absences.returned,
    events.NotReturned: absences.not_returned,
    events.EscapeDeclared: absences.escape_declared,
    events.Recaptured: absences.recaptured,
    events.IncidentReported: absences.incident_reported,
    events.PersonMoved: changes.person_moved,
    events.JudgmentAdded: changes.judgment_added,
    events.DoubtRaised: changes.doubt_raised,
    events.DoubtSettled: changes.doubt_settled,
    events.MessageSent: changes.message_sent,
    events.MessageReceived: changes.message_received,
    events.ReceiptOverdue: changes.receipt_overdue,
}
