"""A case for a program: codes, instants, numbers, and no sentence."""

from datetime import datetime
from typing import Any

from sortie import casework, law, office
from sortie.casework import Actor, Objection
from sortie.cli.office.bench import Bench
from sortie.cli.office.lists import written_message
from sortie.office import looking

FORMAT = "sortie/case-shown@1"


def written_case(
    shown: office.ShownCase, at: datetime, bench: Bench, actor: Actor | None
) -> dict[str, Any]:
    """Return the whole of a case as JSON values, for someone or for nobody in particular."""
    case = shown.case
    return {
        "format": FORMAT,
        "case": shown.case_id,
        "number": case.number,
        "at": bench.stamp(at),
        "zone": bench.clock.zone,
        "for": None if actor is None else _actor(actor),
        "state": shown.state.value,
        "person": case.person,
        "committal_number": case.committal_number,
        "prison": case.prison,
        "court": case.court,
        "out": case.out,
        "to_be_seen": [_fact(fact, case, at, actor) for fact in case.facts.values()],
        "opinions": [_opinion(each, bench) for each in case.present_opinions],
        "opinions_missing": list(looking.missing_opinions(case, at)),
        "time_limits": [_limit(each, at, bench) for each in looking.running(case)],
        "steps": [_step(each) for each in shown.steps],
        "hindrances": [_objection(each) for each in shown.hindrances],
        "anomalies": [
            {"kind": each.kind.value, "number": each.number, "why": each.why}
            for each in case.anomalies
        ],
        "messages": [written_message(each, bench) for each in shown.messages],
        "history": [_recorded(each, bench) for each in shown.history],
    }


def _actor(actor: Actor) -> dict[str, str]:
    return {"id": actor.id, "role": actor.role.value, "of": actor.of}


def _fact(
    fact: casework.FactToSee, case: casework.Case, at: datetime, actor: Actor | None
) -> dict[str, Any]:
    return {
        "fact": fact.fact,
        "kind": fact.kind,
        "since": None if fact.since is None else fact.since.isoformat(),
        "until": None if fact.until is None else fact.until.isoformat(),
        "seen_by": [_actor(each) for each in sorted(fact.seen_by, key=lambda a: (a.role, a.id))],
        "unseen_by_seats": list(looking.unseen_by(fact, case, at)),
        "unseen": None if actor is None else fact.unseen_by(actor),
    }


def _opinion(each: casework.Opinion, bench: Bench) -> dict[str, Any]:
    return {
        "member": each.member.value,
        "sense": str(each.sense),
        "reasons": each.reasons,
        "pieces": list(each.pieces),
        "at": bench.stamp(each.at),
        "by": _actor(each.by),
    }


def _limit(each: looking.Running, at: datetime, bench: Bench) -> dict[str, Any]:
    limit = each.limit
    found: dict[str, Any] = {"limit": each.name, "role": each.role}
    if isinstance(limit, law.NotModelled):
        return {**found, "not_modelled": limit.question}
    return {
        **found,
        "rule": limit.rule,
        "cites": list(limit.cites),
        "opens_at": bench.stamp(limit.opens_at),
        "closes_at": bench.stamp(limit.closes_at),
        "outcome": limit.outcome(at).value,
        "follows": limit.follows,
        "under": [
            {"choice": dict(under.choice), "closes_at": bench.stamp(under.closes_at)}
            for under in limit.under
        ],
    }


def _step(step: casework.Step) -> dict[str, Any]:
    return {
        "act": step.act,
        "verb": looking.verb_of(step.act),
        "possible": step.possible,
        "roles": [role.value for role in step.roles],
        "missing": list(step.missing),
        "refused_because": [_objection(each) for each in step.refused_because],
    }


def _objection(each: Objection) -> dict[str, Any]:
    return {"code": each.code.value, "holes": dict(each.holes), "rules": list(each.rules)}


def _recorded(each: casework.Recorded, bench: Bench) -> dict[str, Any]:
    return {
        "number": each.number,
        "at": bench.stamp(each.at),
        "recorded_at": bench.stamp(each.recorded_at),
        "by": _actor(each.by),
        **casework.written_event(each.event),
    }
