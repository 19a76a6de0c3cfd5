"""The reader of case studies: what it takes, what it refuses and where, and how it compares."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sortie.law import studies
from sortie.rules import Outcome

Write = Callable[[str], Path]

HEAD = "titre: La journée\nsources: [CPP D143-4]\n"
BASE = """\
socle:
  detention:
    statut: [{est: condamné, du: 2019-03-15}]
    ecrou: 2019-03-15
    peines: [{duree: P6Y, infractions: [autre], recidive: non, suivi_socio_judiciaire: aucun}]
    periode_de_surete: aucune
    fin_de_peine: 2025-03-15
"""
CASE = """\
cas:
  - id: X1
    titre: Une peine en cours
    marque: TEXT
    questions:
"""
QUESTION = "      - {le: 2020-01-01, regle: fr.sentence.running, reponse: ouverte}\n"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(text: str) -> Path:
        path = tmp_path / "study.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def faults(path: Path) -> list[tuple[str, str, str, str]]:
    with pytest.raises(studies.StudyRefused) as refused:
        studies.load(path)
    return [(f.code, f.path, f.read, f.expected) for f in refused.value.faults]


def only(path: Path) -> studies.StudyQuestion:
    ((question,),) = [case.questions for case in studies.load(path)[0].cases]
    return question


# -- reading --------------------------------------------------------------------------------------


def test_a_study_reads_the_same_in_french_and_in_english(write: Write) -> None:
    french = only(write(HEAD + BASE + CASE + QUESTION))
    english = only(
        write(
            "title: The day\nsources: [CPP D143-4]\n"
            "base:\n"
            "  custody:\n"
            "    status: [{is: convicted, from: 2019-03-15}]\n"
            "    committed_on: 2019-03-15\n"
            "    sentences: [{length: P6Y, offences: [other], recidivist: false,"
            " socio_judicial_supervision: none}]\n"
            "    security_period: none\n"
            "    end_of_sentence: 2025-03-15\n"
            "cases:\n"
            "  - id: X1\n    title: A sentence\n    mark: TEXT\n    questions:\n"
            "      - {on: 2020-01-01, rule: fr.sentence.running, answer: open}\n"
        )
    )
    assert french.case == english.case
    assert french.expected == english.expected == {"answer": Outcome.OPEN}
    assert studies.check(french) == studies.check(english) == ()


def test_facts_of_a_case_lie_over_the_base_key_by_key(write: Write) -> None:
    text = (
        HEAD
        + BASE
        + CASE.replace(
            "    questions:", "    faits: {detention: {fin_de_peine: 2024-01-01}}\n    questions:"
        )
    )
    case = only(write(text + QUESTION)).case
    assert case.custody.end_of_sentence == date(2024, 1, 1)
    assert case.custody.committed_on == date(2019, 3, 15)


def test_a_question_takes_a_fact_away(write: Write) -> None:
    text = (
        HEAD
        + BASE
        + CASE
        + (
            "      - le: 2020-01-01\n        regle: fr.security_period.none_running\n"
            "        sans: [detention.periode_de_surete]\n        reponse: indéterminée\n"
            "        il_manque: [custody.security_period]\n"
        )
    )
    assert studies.check(only(write(text))) == ()


def test_a_case_file_beside_the_studies_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text("format: sortie/case@1\njurisdiction: fr\n", "utf-8")
    assert studies.load(tmp_path) == ()


def test_an_empty_signature_is_no_review_and_a_whole_one_is(write: Write) -> None:
    empty = CASE.replace(
        "    questions:", '    relu_par: {nom: "", qualite: "", le: null}\n    questions:'
    )
    signed = CASE.replace(
        "    questions:", "    relu_par: {nom: X, qualite: juge, le: 2026-11-20}\n    questions:"
    )
    assert studies.load(write(HEAD + BASE + empty + QUESTION))[0].cases[0].review is None
    review = studies.load(write(HEAD + BASE + signed + QUESTION))[0].cases[0].review
    assert review == studies.Review("X", "juge", date(2026, 11, 20))


# -- refusing -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "code", "path", "expected"),
    [
        ("{le: 2020-01-01, regle: fr.sentence.running, reponce: ouverte}",
         "study.unknown_key", "cas[0].questions[0].reponce", "reponse"),
        ("{le: 2020-01-01, regle: fr.sentence.runing, reponse: ouverte}",
         "study.unknown_id", "cas[0].questions[0].regle", "fr.sentence.running"),
        ("{le: 2020-02-30, regle: fr.sentence.running, reponse: ouverte}",
         "study.no_such_value", "cas[0].questions[0].le", "YYYY-MM-DD"),
        ("{le: demain, regle: fr.sentence.running, reponse: ouverte}",
         "study.wrong_type", "cas[0].questions[0].le", "YYYY-MM-DD"),
        ("{le: 2020-01-01, regle: fr.sentence.running, reponse: accordée}",
         "study.not_in_list", "cas[0].questions[0].reponse", "fermée, ouverte, indéterminée"),
        ("{le: 2020-01-01, permission: permission longue, reponse: ouverte}",
         "study.unknown_id", "cas[0].questions[0].permission", ""),
        ("{le: 2020-01-01, regle: fr.sentence.running}",
         "study.key_missing", "cas[0].questions[0]", "reponse"),
        ("{le: 2020-01-01, regle: x, permission: y, reponse: ouverte}",
         "study.keys_exclude", "cas[0].questions[0]", "one of them"),
        ("{le: 2020-01-01, regle: fr.served.half, reponse: ouverte, sans: [detention.peine]}",
         "study.nothing_to_take_away", "cas[0].questions[0].sans[0]", "a path of the facts"),
        (("{le: 2020-01-01, regle: fr.served.half, reponse: ouverte, "
          "lectures: {fr.reading.fractions_by: calendrier}}"),
         "study.unknown_id", "cas[0].questions[0].lectures.fr.reading.fractions_by", "calendar"),
        ("{le: 2020-01-01, regle: fr.served.half, reponse: ouverte, decide_par: procureur}",
         "study.unknown_key", "cas[0].questions[0].decide_par", ""),
        ("{calcul: compter, depuis: 2020-01-01, reponse: 2020-03-01}",
         "study.key_missing", "cas[0].questions[0]", "duree"),
        (("{calcul: régime des réductions, incarcerations: [{du: 2022-01-01, au: 2022-02-01}], "
          "le: 2023-01-01, reponse: nouveau}"),
         "study.not_held", "cas[0].questions[0].le", "a day of the days in prison"),
    ],
)  # fmt: skip
def test_refused_with_the_path_and_what_was_expected(
    write: Write, question: str, code: str, path: str, expected: str
) -> None:
    found = faults(write(HEAD + BASE + CASE + f"      - {question}\n"))
    assert (code, path) in [fault[:2] for fault in found]
    assert expected in next(f[3] for f in found if f[:2] == (code, path))


def test_a_fault_of_the_facts_names_the_key_as_typed_and_its_line(write: Write) -> None:
    text = HEAD + BASE.replace("duree: P6Y", "duree: 6 ans") + CASE + QUESTION
    with pytest.raises(studies.StudyRefused) as refused:
        studies.load(write(text))
    (fault,) = refused.value.faults
    assert (fault.code, fault.path) == ("facts.not_a_length", "socle.detention.peines[0].duree")
    assert (fault.read, fault.line) == ("6 ans", 7)


def test_all_the_faults_of_a_file_come_at_once(write: Write) -> None:
    wrong = QUESTION.replace("2020-01-01", "2020").replace("fr.sentence", "fr.phrase")
    text = (HEAD + BASE + CASE + wrong).replace("condamné", "libre").replace("TEXT", "LIVRE")
    found = faults(write(text + "auteur: moi\n"))
    assert [fault[:2] for fault in found] == [
        ("study.unknown_key", "auteur"),
        ("facts.not_in_list", "socle.detention.statut[0].est"),
        ("study.not_in_list", "cas[0].marque"),
        ("study.unknown_id", "cas[0].questions[0].regle"),
        ("study.wrong_type", "cas[0].questions[0].le"),
    ]


def test_an_id_serves_once(write: Write) -> None:
    twice = CASE + QUESTION + (CASE + QUESTION).removeprefix("cas:\n")
    assert [f[0] for f in faults(write(HEAD + BASE + twice))] == ["study.id_twice"]


def test_a_file_holds_twenty_cases_at_most(write: Write) -> None:
    one = (CASE + QUESTION).removeprefix("cas:\n")
    many = "".join(one.replace("X1", f"X{number}") for number in range(21))
    assert [f[0] for f in faults(write(f"{HEAD}{BASE}cas:\n{many}"))] == ["study.too_many_cases"]


@pytest.mark.parametrize(
    "text",
    ["", "a: [", "- 1\n- 2\n", "titre: &a x\n", "\tx: 1\n", "cas: [{marque: {}}]", "cas: [[1]]"],
)
def test_a_text_that_is_no_study_is_refused_without_a_crash(write: Write, text: str) -> None:
    assert faults(write(text))


# -- comparing ------------------------------------------------------------------------------------


def test_a_wrong_expectation_is_told_with_what_the_law_says(write: Write) -> None:
    wrong = QUESTION.replace("ouverte}", "fermée, depuis: 2019-03-16}")
    told = studies.check(only(write(HEAD + BASE + CASE + wrong)))
    assert {d.key: (d.expected, d.got) for d in told} == {
        "answer": (Outcome.CLOSED, Outcome.OPEN),
        "since": (date(2019, 3, 16), date(2019, 3, 15)),
    }
    assert [f.rule.id for f in told[0].findings] == ["fr.sentence.running"]


def test_the_report_counts_and_names_the_cases_answered_otherwise(write: Write) -> None:
    path = write(HEAD + BASE + CASE + QUESTION.replace("ouverte", "fermée"))
    found = studies.report(path)
    assert (found.studies, found.cases, found.questions, found.reviewed) == (1, 1, 1, 0)
    assert found.differing == ("X1",)
    assert "fr.reading.fractions_by" in found.unconfirmed_readings
