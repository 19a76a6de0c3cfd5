"""Bad input is refused with a sentence that names key, value and expectation; never a traceback."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sortie import facts
from sortie.law.france.vocabulary import FRENCH
from sortie.words import of_fault, of_table_fault, tongue
from tests.cli.running import ACCEPTANCE, run
from tests.facts.test_fuzz import broken_texts, mutants

COMMANDS = [("ask",), ("ask", "--json"), ("when",), ("when", "--json"), ("case", "check")]
FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def refused_or_answered(document: bytes, command: tuple[str, ...], lang: str) -> None:
    name, *options = command
    words = [name, *options[:1], "-"] if name == "case" else [name, "-", *options]
    ran = run(*words, "--lang", lang, typed=document)

    assert ran.status in (0, 2), ran
    assert "Traceback" not in ran.err
    assert b"%(" in document or "%(" not in ran.out + ran.err
    if ran.status == 2:
        assert ran.err.strip()
        assert not ran.out


@FEW
@given(document=mutants(), command=st.sampled_from(COMMANDS), lang=st.sampled_from(["fr", "en"]))
def test_a_mutant_is_answered_or_refused(
    document: dict[str, Any], command: tuple[str, ...], lang: str
) -> None:
    text = yaml.safe_dump(json.loads(json.dumps(document, default=str, skipkeys=True)))
    refused_or_answered(text.encode("utf-8", "replace"), command, lang)


@FEW
@given(text=broken_texts(), command=st.sampled_from(COMMANDS), lang=st.sampled_from(["fr", "en"]))
def test_a_broken_text_is_answered_or_refused(
    text: str, command: tuple[str, ...], lang: str
) -> None:
    refused_or_answered(text.encode("utf-8", "replace"), command, lang)


@FEW
@given(document=st.binary(max_size=60), lang=st.sampled_from(["fr", "en"]))
def test_bytes_of_any_kind_are_refused(document: bytes, lang: str) -> None:
    assert run("case", "check", "-", "--lang", lang, typed=document).status == 2


@FEW
@given(cut=st.data())
def test_the_acceptance_case_with_facts_taken_away_is_still_answered(cut: st.DataObject) -> None:
    case = yaml.load(Path(ACCEPTANCE).read_bytes(), Loader=yaml.BaseLoader)  # noqa: S506
    for section in ("custody", "history", "orders", "application"):
        for key in cut.draw(st.lists(st.sampled_from(sorted(case[section])), unique=True)):
            del case[section][key]
    text = yaml.safe_dump(case, allow_unicode=True).replace("'", "")
    text = text.replace("commune: 69123", 'commune: "69123"')
    for command in COMMANDS[:4]:
        name, *options = command
        ran = run(name, "-", *options, typed=text.encode())
        assert ran.status == 0, ran.err


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("cause", list(facts.Cause))
def test_a_fault_names_its_key_its_value_and_what_was_expected(
    cause: facts.Cause, lang: str
) -> None:
    params = dict.fromkeys(
        ["byte", "most", "character", "nearest", "key", "also", "other", "format", "jurisdiction",
         "least", "start", "day", "length", "count", "table", "rank", "held"], "ZZ",
    ) | {"list": "purposes", "code": "commune"}  # fmt: skip
    fault = facts.Fault(cause, "a.key", "READ", facts.Wanted.DATE, params, 7)

    found = of_fault(fault, tongue(lang))

    assert "a.key" in found.message
    assert "READ" in found.message
    assert "7" in found.message
    expected = ["2025-11-24", "69123"]
    assert any(each in found.message for each in expected), found.message
    assert found.message.endswith(".")


def test_a_fault_of_a_table_names_its_file_its_row_and_its_column(tmp_path: Path) -> None:
    (tmp_path / "tables.yaml").write_text("format: sortie/tables@1\njurisdiction: fr\n")
    (tmp_path / "persons.csv").write_text("person;nee_le\nP-1;hier\n")
    (tmp_path / "peine.csv").write_text("")
    found = facts.tables.read_tables(tmp_path, vocabulary=FRENCH)

    told = [of_table_fault(fault, tongue("en")).message for fault in found.faults]

    assert told == [
        (
            "persons.csv, row 2, column “nee_le”: “hier” is not a date; "
            "expected: a date such as 2025-11-24."
        ),
        (
            "The file peine.csv: “peine.csv” is not a known table; "
            "expected: a CSV file named after a table, perhaps “peines.csv”."
        ),
    ]


def test_refusals_for_a_program_are_objects_with_code_path_and_message() -> None:
    ran = run("ask", "-", "--json", "--lang", "en", typed=b"person: {born_on: 1990-13-45}")

    errors = json.loads(ran.err)["errors"]
    assert ran.status == 2
    assert not ran.out
    assert {"facts.no_such_date", "facts.key_missing"} == {each["code"] for each in errors}
    assert all({"code", "path", "message"} <= each.keys() for each in errors)


def test_a_refused_file_that_cannot_be_read(tmp_path: Path) -> None:
    closed = tmp_path / "loop"
    closed.symlink_to(closed)

    ran = run("ask", str(closed), "--lang", "en")

    assert ran.status == 2
    assert "cannot be read" in ran.err


@pytest.mark.parametrize(
    ("machine", "expected"),
    [("en_GB.UTF-8", "missing"), ("fr_FR.UTF-8", "manque"), ("C", "manque"), ("", "manque")],
)
def test_the_language_is_that_of_the_machine_and_french_if_none(
    monkeypatch: pytest.MonkeyPatch, machine: str, expected: str
) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", machine)
    assert expected in run("ask").err
