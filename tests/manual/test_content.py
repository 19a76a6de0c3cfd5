"""Each rule, text, reading and case in words, in both languages, from what the law runs on."""

import re
from datetime import date

import pytest

from sortie import law, manual, words
from sortie.law.france.procedure import studied
from sortie.manual import studies
from tests.house.tree import ROOT

ON = date(2026, 11, 16)
LANGUAGES = pytest.mark.parametrize("lang", words.LANGUAGES)
RULES = sorted({*law.france.BOOK.rules, *law.france.PROCEDURE_RULES})
A_PATH = re.compile(r"\b(?:custody|history|application|orders|person)\.\w+")
A_CODE = re.compile(r"\b[a-z]+_[a-z_]+\b")


@LANGUAGES
def test_every_rule_is_told_with_all_its_versions(lang: str) -> None:
    for rule in RULES:
        told = manual.rule_told(rule, ON, words.tongue(lang))
        assert len(told.versions) == len(law.written_rule(rule)["versions"]), rule
        assert sum(each.in_force for each in told.versions) <= 1, rule
        assert told.versions[0].pieces == (), rule


def test_what_one_version_changed_is_marked_in_its_texts_and_its_conditions() -> None:
    told = manual.rule_told(
        "fr.leave.before_2016.detention_centre.fraction", ON, words.tongue("fr")
    )
    second = told.versions[1]

    assert [(each.citation, each.change) for each in second.cites] == [
        ("CPP D146", manual.Change.SAME),
        ("CPP D146-2", manual.Change.ADDED),
    ]
    same = [each.text for each in second.lines if each.change is manual.Change.SAME]
    assert same == ["Le tiers de la peine est exécuté."]
    assert "La moitié de la peine est exécutée." in [each.text for each in second.lines]


def test_a_closed_list_says_its_words_so_that_a_change_of_it_is_seen() -> None:
    told = manual.rule_told("fr.leave.release_support.place", ON, words.tongue("fr"))

    assert [each.change.value for each in told.versions[2].lines] == ["removed", "added"]
    assert "structure d'accompagnement vers la sortie" in told.versions[2].lines[1].text


def test_a_law_announced_is_never_said_to_be_in_force() -> None:
    told = manual.rule_told(law.france.REFORM, ON, words.tongue("fr"))

    assert not told.modelled
    assert told.current is None
    assert "n'est pas en vigueur" in told.standing
    assert told.versions[0].heading.startswith("Telle qu'annoncée")


def test_a_day_without_a_rule_of_procedure_is_not_an_answer() -> None:
    says = words.tongue("en")

    procedure = manual.rule_told("fr.procedure.answer", date(1990, 1, 1), says)
    before = manual.rule_told("fr.leave.short", date(1990, 1, 1), says)

    assert procedure.standing.startswith("Not modelled")
    assert before.standing.endswith("the condition does not hold.")


@LANGUAGES
def test_every_case_study_is_told_in_words_alone(lang: str) -> None:
    held = studies.shelf()
    assert held is not None
    for case_id in held.cases:
        told = manual.case_told(case_id, words.tongue(lang))
        assert isinstance(told, manual.CaseTold)
        said = [each.name for each in told.facts]
        for question in told.questions:
            said += [question.asked, *question.unsaid]
            said += [text for name, value in question.expected for text in (name, value)]
        assert [text for text in said if A_PATH.search(text)] == [], case_id
        assert [text for text in said if A_CODE.search(text)] == [], case_id


def test_no_case_and_no_reading_is_said_to_be_reviewed_where_nobody_signed() -> None:
    says = words.tongue("fr")
    held = studies.shelf()
    assert held is not None

    for case_id in (*held.cases, *held.clocks):
        told = manual.case_told(case_id, says)
        assert told is not None
        assert told.reviewed == "Aucun juriste ne l'a relu."
    for reading in manual.readings_told(ON, says):
        assert reading.signature == "Aucun juriste ne l'a signée."


def test_every_rule_that_a_question_names_shows_that_case() -> None:
    held = studies.shelf()
    assert held is not None
    case = held.cases["FR-C23"]
    for rule in {rule for each in case.questions for rule in studies.rules_of(each)}:
        shown = manual.studied(rule, words.tongue("fr")).cases
        assert "FR-C23" in [each.id for each in shown]


def test_a_case_of_procedure_is_of_the_rule_that_it_names() -> None:
    held = studies.shelf()
    assert held is not None
    for case in held.clocks.values():
        assert set(case.rules) <= set(studied.QUESTIONS[case.question]), case.id
        assert set(case.rules) <= set(law.france.PROCEDURE_RULES), case.id


def test_the_case_studies_of_a_clone_are_found() -> None:
    assert studies.folder() == ROOT / "cases"


@LANGUAGES
def test_every_rule_stands_once_in_the_index_by_route(lang: str) -> None:
    groups = manual.groups(manual.Wanted(on=ON), words.tongue(lang))

    assert sorted(row.rule for group in groups for row in group.rows) == RULES


def test_a_rule_stands_under_each_article_that_it_cites() -> None:
    wanted = manual.Wanted(on=ON, by="article")
    groups = {each.text: each for each in manual.groups(wanted, words.tongue("fr"))}

    for provision in law.written_rule("fr.escorted_leave")["versions"][0]["cites"]:
        assert "fr.escorted_leave" in [row.rule for row in groups[provision["id"]].rows]
