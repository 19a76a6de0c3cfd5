"""Today's gate: who may be let out, on what proof, and the acceptance case among them."""

from typing import Any

import pytest

from sortie import casework, demonstration, facts, law, office
from sortie.casework import Hindrance, Role
from tests.demonstration.dockets import Docket
from tests.house.tree import ROOT


def gate_of(docket: Docket, story: str) -> casework.Actor:
    prison = docket.shown(story).case.prison
    found = (each for each in demonstration.SIGN_INS if each.prisons == (prison,))
    account = next(each.account for each in found if each.role == Role.GATE)
    return casework.Actor(account, Role.GATE, prison)


def lets_out(docket: Docket, story: str, **more: Any) -> Any:
    case = docket.shown(story).case
    assert case.order is not None
    assert case.order.permit is not None
    body = {
        "permit": case.order.permit.permit,
        "committal_number": case.committal_number,
        "second_means": "photo",
        "permit_handed": True,
        "answered_name": True,
        **more,
    }
    command = office.Command(key=f"out {more}", by=gate_of(docket, story), at=docket.built.at)
    return office.do("let_out", command, docket.case(story), body)


def refusals(docket: Docket, story: str, **more: Any) -> set[Hindrance]:
    with pytest.raises(casework.ActRefused) as refused:
        lets_out(docket, story, **more)
    return {each.code for each in refused.value.objections}


def test_the_acceptance_case_goes_out_today(own_docket: Docket) -> None:
    shown = own_docket.shown("acceptance")
    kinds = {fact.kind for fact in shown.case.facts.values()}

    done = lets_out(own_docket, "acceptance")

    assert kinds == {"escape", "watch_list", "organised_crime_unit"}
    assert [opinion.sense for opinion in shown.case.opinions].count("unfavourable") == 2
    assert done["state"] == "out"


def test_the_acceptance_case_is_the_one_of_the_house() -> None:
    here = ROOT / "src/sortie/demonstration/france/acceptance.yaml"

    assert here.read_bytes() == (ROOT / "cases/france/acceptance/case.yaml").read_bytes()


def test_a_near_name_asks_for_more_than_a_photograph(own_docket: Docket) -> None:
    story = "at_the_gate_with_a_near_name"

    assert refusals(own_docket, story) == {Hindrance.SIMILAR}
    assert lets_out(own_docket, story, second_means="fingerprint")["state"] == "out"


def test_a_new_fact_is_shown_to_the_gate(own_docket: Docket) -> None:
    story = "at_the_gate_with_a_new_fact"
    (fact,) = casework.facts_for_the_gate(own_docket.shown(story).case)

    assert refusals(own_docket, story) == {Hindrance.FACT_NOT_SHOWN}
    assert lets_out(own_docket, story, facts_shown=[fact.fact])["state"] == "out"


def test_no_permit_is_issued_before_the_victim_is_told(own_docket: Docket) -> None:
    case = own_docket.shown("victim_not_told").case
    clerk = casework.Actor("clerk.courbevel", Role.PRISON_CLERK, case.prison)
    command = office.Command(key="permit", by=clerk, at=own_docket.built.at)

    with pytest.raises(casework.ActRefused) as refused:
        office.do("issue_permit", command, own_docket.case("victim_not_told"), {"permit": "T"})

    assert {each.code for each in refused.value.objections} == {Hindrance.VICTIM_NOT_TOLD}


def test_the_bans_of_a_judgment_are_on_the_order(docket: Docket) -> None:
    order = docket.shown("victim_not_told").case.order

    assert order is not None
    assert {ban.kind for ban in order.attached_bans} == {"contact", "place"}


def test_every_file_is_without_a_fault_and_ends_after_today(docket: Docket) -> None:
    for story in docket.built.cases:
        record = office.person_of(docket.shown(story).case.person)
        read = facts.read_case(
            record.file, vocabulary=law.france.FRENCH, dictionary=facts.house_dictionary()
        )
        end = read.custody.end_of_sentence
        assert end is facts.UNKNOWN or end is None or end > docket.built.at.date()
