"""Whole cases, as a jurist writes them, come out of the office as their authors say."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sortie import store
from sortie.office import scripts
from sortie.office.scripts import Amiss

CASES = Path(__file__).parents[2] / "cases/france"
SCENARIOS = sorted((CASES / "scripts").glob("*.yaml"))
ORDINARY = CASES / "scripts/ordinary_day.yaml"
FOUR_YEARS = CASES / "scripts/people/four_years.yaml"


@pytest.mark.parametrize("path", SCENARIOS, ids=[path.stem for path in SCENARIOS])
def test_a_scenario_goes_as_its_author_wrote(path: Path, database: str) -> None:
    assert database
    played = scripts.play(path)
    assert [str(each) for each in played.differences] == []
    assert len(played.steps) == len(played.script.steps)


def test_the_acceptance_scenario_refuses_in_its_order_what_must_wait(sqlite_store: str) -> None:
    assert sqlite_store
    played = scripts.play(CASES / "scripts/day_at_an_employer.yaml")

    refused = [(each.step.name, *sorted(each.refused)) for each in played.steps if each.refused]
    assert refused == [
        ("avis sans avoir vu les faits", "by.unseen"),
        ("il reste un fait à voir", "by.unseen"),
        ("un avis sans motifs", "said.reason"),
        ("quatre membres ne siègent pas valablement", "board.no_quorum"),
        ("titre refusé pendant l'appel", "executable.stayed", "executable.window_open"),
        ("départ refusé pendant l'appel", "executable.stayed", "executable.window_open",
         "gate.too_soon", "permit.none"),
        ("avant le mois laissé au condamné, sans urgence", "appeal.time_to_write"),
        ("titre refusé avant la notification", "notice.missing"),
        ("une minute trop tôt", "gate.too_soon"),
    ]  # fmt: skip


def test_a_script_is_read_in_english_from_a_mapping(sqlite_store: str) -> None:
    assert sqlite_store
    played = scripts.play(in_english(), folder=FOUR_YEARS.parent)
    assert [str(each) for each in played.differences] == []
    assert [each.events["D-1"] for each in played.steps] == [("application_filed",), ()]


def test_every_difference_bears_its_step_its_line_and_its_path(
    sqlite_store: str, tmp_path: Path
) -> None:
    assert sqlite_store
    path = tmp_path / "script.yaml"
    text = ORDINARY.read_text("utf-8").replace("people/", f"{FOUR_YEARS.parent}/")
    text = text.replace("executable: oui", "executable: non").replace(
        "etat: déposée, evenements: [demande déposée]", "etat: dehors, evenements: aucun"
    )
    path.write_text(text, "utf-8")

    played = scripts.play(path)

    found = [(each.step, each.name, each.path, each.found) for each in played.differences]
    assert found == [
        (1, "déposée", "etapes[0].alors.etat", "filed"),
        (1, "déposée", "etapes[0].alors.evenements", ("application_filed",)),
        (14, "exécutoire", "etapes[13].alors.executable", True),
    ]
    lines = text.splitlines()
    for each in played.differences:
        assert each.line is not None
        assert "alors" in lines[each.line - 1]


def test_a_step_done_that_should_be_refused_is_a_difference(sqlite_store: str) -> None:
    assert sqlite_store
    script = in_english()
    script["steps"][0]["refused"] = ["application.already_filed"]

    played = scripts.play(script, folder=FOUR_YEARS.parent)

    assert [(each.path, each.found) for each in played.differences] == [
        ("refused", []),
        ("refused.D-1", 3),
    ]


def test_a_step_refused_that_should_be_done_tells_the_codes(sqlite_store: str) -> None:
    assert sqlite_store
    script = in_english()
    leaving = {"permit": "T-1", "committal_number": "1", "second_means": "photo",
               "permit_handed": True, "answered_name": True}  # fmt: skip
    script["steps"][1] = {"at": "2026-09-07T10:00", "by": "gate", "does": "let_out", "on": "D-1",
                          "with": leaving}  # fmt: skip

    played = scripts.play(script, folder=FOUR_YEARS.parent)

    assert [(each.path, each.found) for each in played.differences] == [("refused", ["order.none"])]


def test_the_attempt_refused_stays_in_the_store(sqlite_store: str) -> None:
    assert sqlite_store
    played = scripts.play(CASES / "incidents/wandsworth_2014.yaml")
    rank = next(i for i, each in enumerate(played.steps, 1) if each.refused)

    kept = store.command_of(f"{played.script.name}/{rank}")

    assert kept is not None
    assert kept.refused


def test_every_fault_of_a_script_is_told_at_once_and_nothing_is_done(sqlite_store: str) -> None:
    assert sqlite_store
    script = in_english()
    script["titel"] = "x"
    del script["sources"]
    script["people"]["P-1"]["file"] = "no_such.yaml"
    script["steps"] = [
        {"at": "soon", "by": "clerk", "does": "let_go", "on": "D-1"},
        {"at": "2026-10-25T02:30", "by": "nobody", "does": "tick"},
        {"at": "2026-09-07T09:00", "by": "clerk", "does": "give_visa", "on": "D-1", "with": {}},
        {"at": "2026-09-06T09:00", "on": "D-1", "then": {"state": "gone", "clocks": []}},
    ]

    with pytest.raises(scripts.ScriptRefused) as refused:
        scripts.play(script, folder=FOUR_YEARS.parent)

    assert {(each.code, each.path) for each in refused.value.faults} == {
        (Amiss.UNKNOWN_KEY, "titel"),
        (Amiss.KEY_MISSING, ""),
        (Amiss.NO_SUCH_FILE, "people.P-1"),
        (Amiss.WRONG_TYPE, "steps[0].at"),
        (Amiss.NOT_IN_LIST, "steps[0].does"),
        (Amiss.NO_SUCH_HOUR, "steps[1].at"),
        (Amiss.NOT_IN_LIST, "steps[1].by"),
        (Amiss.KEY_MISSING, "steps[2].with"),
        (Amiss.BACK_IN_TIME, "steps[1]"),
        (Amiss.NOT_IN_LIST, "steps[3].then.state"),
        (Amiss.WRONG_TYPE, "steps[3].then.clocks"),
    }
    assert store.people(store.PersonQuery()) == ()


def test_a_script_that_begins_with_itself_or_with_nothing_is_refused(tmp_path: Path) -> None:
    head = "format: sortie/script@1\ntitre: t\nsources: []\netapes: []\n"
    own, lost = tmp_path / "own.yaml", tmp_path / "lost.yaml"
    own.write_text(head + "commence_par: {script: own.yaml, jusqu_a: a}\n", "utf-8")
    lost.write_text(head + f"commence_par: {{script: {ORDINARY}, jusqu_a: jamais}}\n", "utf-8")

    assert codes_of(own) == {Amiss.TWICE_OVER}
    assert codes_of(lost) == {Amiss.NO_SUCH_NAME}


def test_what_is_no_yaml_says_the_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("format: sortie/script@1\ntitre: a : b\n", "utf-8")

    with pytest.raises(scripts.ScriptRefused) as refused:
        scripts.read_script(path)

    assert [(each.code, each.line) for each in refused.value.faults] == [(Amiss.UNREADABLE, 2)]


def test_no_script_bears_the_name_of_anyone() -> None:
    for path in [*SCENARIOS, *sorted((CASES / "incidents").glob("*.yaml"))]:
        people = scripts.read_script(path).people
        for each in people:
            assert each.family_name.startswith("Nom-")
            assert each.given_name.startswith("Prénom-")


def codes_of(path: Path) -> set[Amiss]:
    with pytest.raises(scripts.ScriptRefused) as refused:
        scripts.read_script(path)
    return {each.code for each in refused.value.faults}


def in_english() -> dict[str, Any]:
    """Return a short script in English, to be changed."""
    filing: Mapping[str, Any] = {"person": "P-1", "form": "declaration", "signed": True,
                                 "leave": "fr.leave.day", "places": ["a workshop"]}  # fmt: skip
    return {
        "format": scripts.FORMAT,
        "title": "A day, filed",
        "sources": ["invented"],
        "place": "metropolitan",
        "who": {
            "clerk": {"role": "prison_clerk", "of": "prison"},
            "gate": {"role": "gate", "of": "prison"},
        },
        "people": {
            "P-1": {"family_name": "Nom-A", "given_name": "Prénom-A", "committal_number": "1",
                    "prison": "prison", "court": "court", "file": FOUR_YEARS.name}
        },
        "steps": [
            {"at": "2026-09-07T09:00", "by": "clerk", "does": "file_application", "on": "D-1",
             "with": filing, "then": {"state": "filed", "events": ["application_filed"]}},
            {"at": "2026-09-07T10:00", "on": "D-1",
             "then": {"law": [{"leave": "fr.leave.day", "answer": "open"}],
                      "hindered": ["order.none"]}},
        ],
    }  # fmt: skip
