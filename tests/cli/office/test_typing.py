"""What is typed for an act: in a file or key by key, in either language, all faults at once."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sortie import store
from sortie.cli.office import instants
from sortie.words import Clock, tongue
from tests.cli.running import Ran, run
from tests.house.tree import ROOT

PERSON = str(ROOT / "tests/cli/office/sessions/personne.yaml")
CLERK = ("--as", "prison_clerk:greffe@CD")


@pytest.fixture
def _held(sqlite_store: str) -> None:
    assert sqlite_store
    ran = run("office", "record_person", "P-1", *CLERK, "--at", "2025-09-30T09:00",
              "--with", "-", "--key", "p",
              typed=f"""
numero_d_ecrou: 0001
prison: CD
juridiction: TJ
nom: Nom-Alpha
prenom: Prenom-Alpha
dossier: {PERSON}
""".encode())  # fmt: skip
    assert ran.status == 0, ran.err


def filed(*more: str, lang: str = "en") -> Ran:
    return run("office", "file_application", "D-1", *CLERK, "--set", "person=P-1",
               "--set", f"application={PERSON}", "--set", "form=declaration",
               "--set", "signed=true", "--set", "places=Lyon", "--lang", lang, *more)  # fmt: skip


@pytest.mark.usefixtures("_held")
def test_a_number_typed_in_yaml_keeps_its_zeros() -> None:
    people = json.loads(run("office", "people", "--json").out)["people"]

    assert [each["committal_number"] for each in people] == ["0001"]


@pytest.mark.usefixtures("_held")
def test_an_answer_for_a_program_gives_the_key_that_was_drawn() -> None:
    ran = filed("--at", "2025-10-01T10:00", "--json")

    answer = json.loads(ran.out)
    assert answer["format"] == "sortie/recorded@1"
    assert answer["state"] == "filed"
    assert len(answer["key"]) == 16
    again = filed("--at", "2025-10-01T10:05", "--key", answer["key"], "--json")
    assert json.loads(again.out) == answer


@pytest.mark.usefixtures("_held")
def test_the_same_key_for_another_command_is_refused() -> None:
    assert filed("--at", "2025-10-01T10:00", "--key", "k").status == 0

    ran = run("office", "route_application", "D-1", "--as", "court_clerk:g@TJ",
              "--at", "2025-10-01T10:00", "--key", "k", "--lang", "en")  # fmt: skip

    assert ran.status == 2
    assert "already served another command" in ran.err


@pytest.mark.usefixtures("_held")
def test_a_hand_that_read_an_older_state_is_refused() -> None:
    assert filed("--at", "2025-10-01T10:00").status == 0

    ran = run("office", "route_application", "D-1", "--as", "court_clerk:g@TJ", "--seen", "1",
              "--at", "2025-10-01T10:00", "--lang", "fr")  # fmt: skip

    assert ran.status == 2
    assert "avait" not in ran.out
    assert "il en est à 4" in ran.err


@pytest.mark.usefixtures("_held")
def test_every_fault_of_what_is_typed_is_told_at_once() -> None:
    ran = run("office", "notify", "D-1", *CLERK, "--set", "means=pigeon", "--set", "tto=prosecutor",
              "--set", "signed_at=yesterday", "--lang", "en", "--json")  # fmt: skip

    errors = json.loads(ran.err)["errors"]
    assert ran.status == 2
    assert not ran.out
    assert [each["code"] for each in errors] == [
        "cli.office.bad_value",
        "cli.office.unknown_key",
        "cli.office.bad_instant",
        "cli.office.key_missing",
        "cli.office.key_missing",
        "cli.office.key_missing",
    ]


@pytest.mark.parametrize(
    ("pairs", "code"),
    [
        (("permit",), "bad_pair"),
        (("permit=a", "permit=b"), "set_twice"),
        (("permit=a", "permit.b=c"), "set_through"),
    ],
)
@pytest.mark.usefixtures("_held")
def test_a_pair_that_cannot_be_read_is_refused(pairs: tuple[str, ...], code: str) -> None:
    typed = [word for pair in pairs for word in ("--set", pair)]

    ran = run("office", "issue_permit", "D-1", *CLERK, *typed, "--json", "--lang", "fr")

    assert [each["code"] for each in json.loads(ran.err)["errors"]] == [f"cli.office.{code}"]


@pytest.mark.usefixtures("_held")
def test_what_is_inside_is_typed_with_a_point_and_a_list_by_repeating() -> None:
    ran = run("office", "decide", "D-1", *CLERK, "--set", "order=O-1", "--set", "outcome=refused",
              "--set", "reasons=x", "--set", "grounds.0.text=a", "--set", "grounds.0.piece=p",
              "--set", "grounds.1.text=b", "--set", "conditions=c", "--set", "conditions=d",
              "--lang", "en")  # fmt: skip

    assert ran.err == "No case bears the number “D-1”. Check the number (list).\n"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("clerk", "bad_actor"),
        ("prison_clerk:", "bad_actor"),
        ("greffier:a", "unknown_role"),
    ],
)
@pytest.mark.usefixtures("_held")
def test_who_acts_must_be_said_in_full(typed: str, code: str) -> None:
    ran = run("office", "issue_permit", "D-1", "--as", typed, "--set", "permit=T", "--json")

    assert [each["code"] for each in json.loads(ran.err)["errors"]] == [f"cli.office.{code}"]


@pytest.mark.usefixtures("_held")
def test_a_territory_nobody_knows_is_not_given_the_clocks_of_paris() -> None:
    ran = run("office", "move_person", "P-1", *CLERK, "--set", "since=2025-10-01",
              "--set", "prison=CP", "--set", "court=TJ", "--set", "kind=centre_detention",
              "--set", "territory=guyane", "--lang", "en")  # fmt: skip

    assert ran.status == 2
    assert "guyane" in ran.err


@pytest.mark.usefixtures("_held")
def test_an_hour_is_that_of_the_prison_wherever_it_stands() -> None:
    ran = run("office", "move_person", "P-1", *CLERK, "--at", "2025-10-01T09:00",
              "--set", "since=2025-10-01", "--set", "prison=CP", "--set", "court=TJ",
              "--set", "kind=centre_detention", "--set", "territory=973")  # fmt: skip
    assert ran.status == 0, ran.err
    assert filed("--at", "2025-10-02T10:00").status == 0

    shown = json.loads(run("office", "show", "D-1", "--at", "2025-10-03T10:00", "--json").out)

    assert shown["zone"] == "America/Cayenne"
    assert shown["at"] == "2025-10-03T10:00:00-03:00"
    assert shown["history"][0]["at"] == "2025-10-02T10:00:00-03:00"


def test_a_clock_says_which_hour_when_it_shows_it_twice() -> None:
    first = instants.instant_of("2025-10-26T02:30+02:00", "Europe/Paris", "--at")

    assert "UTC+02:00" in Clock(tongue("en")).say(first)
    assert Clock(tongue("en")).stamp(first) == "2025-10-26 02:30+02:00"


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc"])
@pytest.mark.usefixtures("_held")
def test_a_zone_nobody_knows_is_refused(zone: str) -> None:
    ran = run("office", "show", "D-1", "--at", "2025-10-03T10:00", "--zone", zone, "--lang", "en")

    assert ran.status == 2
    assert "is not a known zone" in ran.err


def test_a_question_to_the_law_opens_no_database() -> None:
    asked = ["sortie.cli", "ask", "cases/france/acceptance/case.yaml", "--json"]
    program = (
        f"import runpy, sys; sys.argv = {asked!r}\n"
        "try:\n    runpy.run_module('sortie.cli', run_name='__main__')\n"
        "except SystemExit as done:\n    assert not done.code\n"
        "found = [m for m in sys.modules if m.split('.')[0] == 'django' or m.startswith("
        "('sortie.office', 'sortie.store', 'sortie.casework', 'sortie.cli.office.door'))]\n"
        "assert not found, found\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_database_that_was_never_prepared_is_told_and_is_not_the_fault_of_who_types(
    tmp_path: Path,
) -> None:
    store.connect(f"sqlite:///{tmp_path}/empty.db")
    try:
        ran = run("office", "list", "--lang", "fr")
    finally:
        store.disconnect()

    assert ran.status == 1
    assert "sortie office init" in ran.err
