"""The cases of procedure: what a jurist writes, and what the law is asked of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from sortie import days
from sortie.law import Allowed, Choice, Means, NotModelled, Occasion, Party, Place, Stay, TimeLimit
from sortie.law.france import PROCEDURE
from sortie.rules import Outcome

FOLDER = Path(__file__).parents[3] / "cases/france/procedure"
FORMAT = "sortie/procedure-study@1"
MUST = {"id", "titre", "sources", "relu_par", "question", "donnees", "attendu"}
MAY = {"lieu", "regle", "ensuite", "note"}
YES_NO = {"oui": True, "non": False, "on ne sait pas": None}
OUTCOMES = {
    Outcome.OPEN: "ouverte",
    Outcome.CLOSED: "fermée",
    Outcome.UNDETERMINED: "indéterminée",
}
ALLOWED = (
    "forme de la demande", "recevabilité", "sans la commission", "voie électronique", "recours",
    "appel suspensif", "le président statue",
)  # fmt: skip
_INSTANT = timedelta(microseconds=1)

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class ProcedureCase:
    """One case: where, what is given, and what its author expects."""

    file: str
    told: Mapping[str, Any]

    @property
    def place(self) -> Place:
        return PROCEDURE.place_of(self.told.get("lieu", "metropolitan"))

    def instant(self, key: str) -> datetime | None:
        """Return a given instant, by the clock of the place; None when it is not given."""
        given = self.told["donnees"].get(key)
        if given is None:
            return None
        moment = datetime.fromisoformat(given)
        return days.civil(moment.date(), moment.time(), self.place.zone)

    def at(self, key: str) -> datetime:
        found = self.instant(key)
        assert found is not None, (self.told["id"], key)
        return found

    def given(self, key: str) -> Any:
        return self.told["donnees"][key]

    def known(self, key: str) -> bool | None:
        """Return a yes, a no, or not known."""
        return YES_NO[self.told["donnees"][key]]

    def local(self, instant: datetime) -> datetime:
        """Return what the clocks of the place show."""
        return instant.astimezone(ZoneInfo(self.place.zone)).replace(tzinfo=None)


def cases() -> list[ProcedureCase]:
    """Return every case of the folder."""
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        study = yaml.safe_load(path.read_text("utf-8"))
        assert study["format"] == FORMAT, path
        found += [ProcedureCase(path.name, told) for told in study["cas"]]
    return found


def _cross(c: ProcedureCase) -> Any:
    party = Party(c.given("partie"))
    notified_at = c.instant("notifiee_le")
    own = None
    if notified_at is not None:
        found = PROCEDURE.appeal_window(
            party=party, notified_at=notified_at, means=Means.SIGNATURE, place=c.place
        )
        assert isinstance(found, TimeLimit)
        own = found
    return PROCEDURE.cross_appeal_window(
        party=party, lodged_at=c.at("forme_le"), own=own, place=c.place
    )


def _told(c: ProcedureCase) -> Any:
    return PROCEDURE.must_be_told(
        occasion=Occasion(c.given("occasion")),
        couple_violence=c.known("violences_au_sein_du_couple"),
        wish=c.given("souhait"), escorted=c.known("escorte"), on=c.given("le"),
    )  # fmt: skip


QUESTIONS: Mapping[str, Callable[[ProcedureCase], Any]] = {
    "réponse du juge": lambda c: PROCEDURE.answer_due(
        decider="enforcement_judge", filed_at=c.at("deposee_le"), place=c.place
    ),
    "réponse du chef d'établissement": lambda c: PROCEDURE.answer_due(
        decider="head_of_prison", filed_at=c.at("deposee_le"), place=c.place
    ),
    "avis de la commission": lambda c: PROCEDURE.opinion_due(
        seized_at=c.at("saisie_le"), place=c.place
    ),
    "interdiction de redemander": lambda c: PROCEDURE.longest_bar(
        decider=c.given("par"), decided_at=c.at("decidee_le"), place=c.place
    ),
    "réintégration d'urgence": lambda c: PROCEDURE.brought_back_due(
        brought_back_at=c.at("reintegree_le"), place=c.place
    ),
    "observations de la victime": lambda c: PROCEDURE.victim_observations_due(
        told_at=c.at("avisee_le"), place=c.place
    ),
    "appel": lambda c: PROCEDURE.appeal_window(
        party=Party(c.given("partie")), notified_at=c.at("notifiee_le"),
        means=Means(c.given("moyen")), place=c.place,
    ),
    "appel incident": _cross,
    "sursis du parquet": lambda c: PROCEDURE.stay(
        notified_at=c.instant("notifiee_le"), visa_at=c.instant("visa_le"),
        on=c.given("le"), place=c.place,
    ),
    "appel non avenu": lambda c: PROCEDURE.appeal_lapses(
        by=Party(c.given("partie")), lodged_at=c.at("forme_le"), place=c.place
    ),
    "observations": lambda c: PROCEDURE.observations_due(
        lodged_at=c.at("forme_le"), place=c.place
    ),
    "qui aviser": _told,
    "composition": lambda c: PROCEDURE.board(on=c.given("le")),
    "retrait": lambda c: PROCEDURE.withdrawal(
        granted_by=c.given("accordee_par"), on=c.given("le")
    ),
    "forme de la demande": lambda c: PROCEDURE.form_accepted(
        form=c.given("forme"), signed=c.known("signee"), on=c.given("le")
    ),
    "recevabilité": lambda c: PROCEDURE.admissible(
        similar_pending=c.known("semblable_en_cours"),
        bar_until=c.told["donnees"].get("interdite_jusqu_au"), on=c.given("le"),
    ),
    "sans la commission": lambda c: PROCEDURE.board_may_be_skipped(
        urgent=c.known("urgence"), on=c.given("le")
    ),
    "voie électronique": lambda c: PROCEDURE.board_may_sit_electronically(
        appearance_ordered=c.known("comparution"), on=c.given("le")
    ),
    "recours": lambda c: PROCEDURE.may_be_appealed(decider=c.given("par"), on=c.given("le")),
    "appel suspensif": lambda c: PROCEDURE.appeal_stays(
        by=Party(c.given("partie")), in_time=c.known("dans_le_delai"), on=c.given("le")
    ),
    "le président statue": lambda c: PROCEDURE.president_may_rule(
        lodged_at=c.at("forme_le"), urgent=c.known("urgence"), at=c.at("a"), place=c.place
    ),
    "nouvelle date": lambda c: PROCEDURE.redating(on=c.given("le")),
    "retour manqué": lambda c: PROCEDURE.lateness(
        due_back_at=c.at("attendue_le"), at=c.at("a"), place=c.place
    ),
}  # fmt: skip


def answered(case: ProcedureCase) -> Any:
    """Return what the law answers, in the words of a case."""
    answer = QUESTIONS[case.told["question"]](case)
    if isinstance(answer, NotModelled):
        return "non modélisé"
    shown = SHOWN.get(case.told["question"], _limit)
    return "aucun" if answer is None else shown(case, answer)


def _allowed(_: ProcedureCase, allowed: Allowed) -> Rows:
    row: dict[str, Any] = {"reponse": OUTCOMES[allowed.outcome]}
    return [row | ({"il_manque": [*allowed.missing]} if allowed.missing else {})]


def _choices(_: ProcedureCase, choices: Any) -> Rows:
    several = (choices,) if isinstance(choices, Choice) else choices
    return [{"qui": [*c.who], "motifs": [*c.options]} for c in several]


def _limit(case: ProcedureCase, limit: TimeLimit) -> Rows:
    if not limit.under:
        return [_until(case, limit.closes_at)]
    return [{"selon": dict(each.choice), **_until(case, each.closes_at)} for each in limit.under]


def _stay(case: ProcedureCase, stay: Stay) -> Rows | str:
    if stay.lifted_at is None:
        return "jamais"
    if stay.under:
        return [{"selon": dict(e.choice), **_until(case, e.closes_at)} for e in stay.under]
    shown = case.local(stay.lifted_at)
    if shown.hour or shown.minute:
        return [{"leve_a": shown.isoformat(timespec="minutes")}]
    return [_until(case, stay.lifted_at)]


def _until(case: ProcedureCase, closes_at: datetime) -> dict[str, Any]:
    assert case.local(closes_at).time() == datetime.min.time(), closes_at
    return {"jusqu_au": case.local(closes_at - _INSTANT).date()}


def _duty(duty: Any) -> dict[str, Any]:
    row = {"qui": duty.who, "a": duty.to, "quand": duty.when.value}
    if duty.optional:
        row["facultatif"] = "oui"
    if duty.missing:
        row["il_manque"] = list(duty.missing)
    if duty.readings:
        row["en_cause"] = list(duty.readings)
    return row


SHOWN: Mapping[str, Callable[[ProcedureCase, Any], Any]] = {
    "sursis du parquet": lambda c, stay: _stay(c, stay),
    "qui aviser": lambda _, duties: [_duty(duty) for duty in duties],
    "composition": lambda _, board: [{"siege": seat.name} for seat in board.seats],
    "retrait": _choices,
    "nouvelle date": _choices,
    **dict.fromkeys(ALLOWED, _allowed),
    "interdiction de redemander": lambda _, bar: [
        {"jusqu_au": bar.until, "fixe": "oui" if bar.fixed else "non"}
    ],
    "retour manqué": lambda c, late: [
        {"compte_a": c.local(late.counted_from).isoformat(timespec="minutes")}
    ],
}


def rules_of(case: ProcedureCase) -> set[str]:
    """Return the rules that answer a case."""
    answer = QUESTIONS[case.told["question"]](case)
    several = answer if isinstance(answer, tuple) else (answer,)
    return {each.rule for each in several if hasattr(each, "rule")}


def rule_of(case: ProcedureCase) -> tuple[str, str]:
    """Return the rule that answers, and what follows silence."""
    answer = QUESTIONS[case.told["question"]](case)
    return answer.rule, getattr(answer, "follows", "")
