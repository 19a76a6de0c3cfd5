"""Rows, files and folders that are refused, each where a spreadsheet shows it."""

from pathlib import Path

import pytest

from sortie.facts import UNKNOWN, Cause, Wanted
from tests.facts.tables.folders import MANIFEST, ONE, loaded, places, read, written

TWO = "person;committal_number;prison\nP-0001;1;MA\nP-0002;2;MA\n"


def test_a_cell_is_refused_where_it_stands_and_the_others_are_loaded(tmp_path: Path) -> None:
    found = loaded(
        tmp_path, personnes="personne;nee_le\nP-0001;02/05/1973\n\nP-0002;1980-01-01\n",
        peines="personne;rang;duree\nP-0002;0;P1Y\nP-0001;0;8 ans\n",
    )  # fmt: skip

    assert places(found) == [
        ("personnes.csv", 2, "nee_le", "facts.not_a_date"),
        ("peines.csv", 3, "duree", "facts.not_a_length"),
    ]
    assert (found.faults[0].read, found.faults[0].expected) == ("02/05/1973", Wanted.DATE)
    assert [person.person for person in found.people] == ["P-0002"]
    assert found.left_out == ("P-0001",)


def test_blank_rows_count_as_rows(tmp_path: Path) -> None:
    found = loaded(tmp_path, persons="person;born_on\n\n;\nP-0001;x\n")

    assert places(found) == [("persons.csv", 4, "born_on", "facts.not_a_date")]


def test_each_bad_cell_is_a_fault_even_when_the_same(tmp_path: Path) -> None:
    found = loaded(tmp_path, persons="person;born_on\nP-0001;x\nP-0002;x\n")

    assert [fault.row for fault in found.faults] == [2, 3]
    assert len(found.left_out) == 2


@pytest.mark.parametrize(
    ("typed", "cause"),
    [("yes", Cause.WRONG_TYPE), ("none", Cause.WRONG_TYPE), ("1", Cause.WRONG_TYPE)],
)
def test_only_true_and_false_are_true_and_false(tmp_path: Path, typed: str, cause: Cause) -> None:
    found = loaded(tmp_path, persons=f"person;parent_of_child_under_ten\nP-0001;{typed}\n")

    assert [fault.code for fault in found.faults] == [cause]


def test_a_word_of_a_list_is_refused_and_the_nearest_offered(tmp_path: Path) -> None:
    found = loaded(
        tmp_path, persons=ONE, sentences="person;rank;offences\nP-0001;0;escape|evasion\n"
    )

    assert found.faults[0].params == {"list": "offences", "nearest": "évasion"}


def test_an_id_twice_leaves_both_out(tmp_path: Path) -> None:
    found = loaded(tmp_path, persons="person\nP-0001\nP-0002\nP-0001\n")

    assert places(found) == [("persons.csv", row, "person", "facts.twice") for row in (2, 4)]
    assert [person.person for person in found.people] == ["P-0002"]


def test_a_committal_number_is_one_person_s_in_its_prison(tmp_path: Path) -> None:
    text = TWO + "P-0003;1;MC\nP-0004;1;MA\n"
    found = loaded(tmp_path, persons=text)

    assert places(found) == [
        ("persons.csv", row, "committal_number", "facts.twice") for row in (2, 5)
    ]
    assert [person.person for person in found.people] == ["P-0002", "P-0003"]


def test_a_row_needs_its_person_and_its_first_day(tmp_path: Path) -> None:
    found = loaded(tmp_path, persons=ONE, placements="person;from;kind\n;2020-01-01;\nP-0001;;\n")

    assert places(found) == [
        ("placements.csv", 2, "person", "facts.key_missing"),
        ("placements.csv", 3, "from", "facts.key_missing"),
    ]


def test_a_row_cut_short_is_not_filled_up(tmp_path: Path) -> None:
    found = loaded(tmp_path, persons="person;born_on;prison\nP-0001;1973-05-02\n")

    assert places(found) == [("persons.csv", 2, "", "facts.row_width")]


@pytest.mark.parametrize(
    ("texts", "place"),
    [
        ({"persons": "person;born_on;committed_on\nP-0001;1980-01-01;1970-01-01\n"},
         ("persons.csv", 2, "committed_on", "facts.end_before_start")),
        ({"sentences": "person;rank;length;suspended\nP-0001;0;P1Y;P2Y\n"},
         ("sentences.csv", 2, "suspended", "facts.nothing_to_serve")),
        ({"peines": "personne;rang;confondue_avec\nP-0001;0;\nP-0001;1;4\n"},
         ("peines.csv", 3, "confondue_avec", "facts.no_such_sentence")),
        ({"placements": "person;from;until\nP-0001;2021-01-01;\nP-0001;2020-01-01;2021-02-01\n"},
         ("placements.csv", 2, "from", "facts.overlap")),
        ({"persons": "person;territory_ban.since;interdiction_du_territoire.au\n"
                     "P-0001;2021-01-01;2020-01-01\n"},
         ("persons.csv", 2, "interdiction_du_territoire.au", "facts.end_before_start")),
        ({"persons": "person;territory_ban;territory_ban.since\nP-0001;none;2020-01-01\n"},
         ("persons.csv", 2, "territory_ban.since", "facts.keys_exclude")),
        ({"persons": "person;incidents\nP-0001;none\n",
          "incidents": "person;kind\nP-0001;escape\n"},
         ("persons.csv", 2, "incidents", "facts.keys_exclude")),
        ({"sentences": "person;rank\nP-0001;0\nP-0001;2\n"},
         ("sentences.csv", 3, "rank", "facts.rank_gap")),
        ({"sentences": "person;rank\nP-0001;0\nP-0001;0\n"},
         ("sentences.csv", 3, "rank", "facts.twice")),
        ({"sentences_suspension_revoked": "person;rank\nP-0001;0\n"},
         ("sentences_suspension_revoked.csv", 2, "rank", "facts.no_such_row")),
        ({"leaves": "person;from;departs_at\nP-0001;2026-02-06;2026-02-07T08:00\n"},
         ("leaves.csv", 2, "departs_at", "facts.disagrees")),
        ({"leaves": "person;departs_at;returns_at\nP-0001;2026-02-06T08:00;2026-02-06T07:00\n"},
         ("leaves.csv", 2, "returns_at", "facts.end_before_start")),
    ],
)  # fmt: skip
def test_facts_that_contradict_each_other_are_shown_in_their_cell(
    tmp_path: Path, texts: dict[str, str], place: tuple[str, int, str, str]
) -> None:
    found = loaded(tmp_path, **{"persons": ONE, **texts})

    assert places(found) == [place]
    assert found.left_out == ("P-0001",)


def test_the_other_cell_is_named_where_it_stands(tmp_path: Path) -> None:
    found = loaded(
        tmp_path, persons=ONE,
        affectations="personne;du;au\nP-0001;2020-01-01;2021-02-01\nP-0001;2021-01-01;\n",
    )  # fmt: skip

    assert found.faults[0].params["other"] == "affectations.csv:2:"


def test_one_refused_row_does_not_make_the_others_contradict_each_other(tmp_path: Path) -> None:
    found = loaded(
        tmp_path, persons=ONE, sentences="person;rank;length\nP-0001;0;x\nP-0001;1;P1Y\n"
    )

    assert places(found) == [("sentences.csv", 2, "length", "facts.not_a_length")]


@pytest.mark.parametrize(
    ("texts", "place"),
    [
        ({"persons": "person;borne_on\nP-0001;\n"},
         ("persons.csv", 1, "borne_on", "facts.unknown_column")),
        ({"persons": "person;born_on;nee_le\nP-0001;;\n"},
         ("persons.csv", 1, "nee_le", "facts.column_twice")),
        ({"incidents": "kind\nescape\n"}, ("incidents.csv", 1, "person", "facts.column_missing")),
        ({"incidents": ""}, ("incidents.csv", None, "", "facts.empty")),
        ({"incidents": 'person;kind\nP-0001;"escape\n'},
         ("incidents.csv", 2, "", "facts.not_csv")),
        ({"incident": "person\n"}, ("incident.csv", None, "", "facts.unknown_table")),
        ({"sentences": "person;rank\n", "peines": "personne;rang\n"},
         ("sentences.csv", None, "", "facts.table_twice")),
    ],
)  # fmt: skip
def test_a_fault_of_a_file_leaves_everybody_out(
    tmp_path: Path, texts: dict[str, str], place: tuple[str, int | None, str, str]
) -> None:
    found = loaded(tmp_path, **{"persons": ONE, **texts})

    assert places(found) == [place]
    assert (found.people, found.left_out) == ((), ("P-0001",))


def test_a_byte_that_is_not_utf8_is_shown_with_its_row(tmp_path: Path) -> None:
    written(tmp_path, persons=ONE)
    (tmp_path / "incidents.csv").write_bytes("person;kind\nP-0001;évasion\n".encode("latin-1"))

    assert places(read(tmp_path)) == [("incidents.csv", 2, "", "facts.not_utf8")]


def test_a_file_that_is_not_understood_is_never_skipped(tmp_path: Path) -> None:
    written(tmp_path, persons=ONE)
    (tmp_path / "incidents.xlsx").write_bytes(b"PK")
    (tmp_path / "LISEZMOI.md").write_text("lu")

    assert places(read(tmp_path)) == [("incidents.xlsx", None, "", "facts.unknown_table")]


@pytest.mark.parametrize(
    ("manifest", "place"),
    [
        (MANIFEST.replace("@1", "@2"), ("tables.yaml", 1, "format", "facts.wrong_format")),
        ("format: sortie/tables@1\n", ("tables.yaml", 1, "jurisdiction", "facts.key_missing")),
        (MANIFEST + "complete: [peine]\n",
         ("tables.yaml", 3, "complete[0]", "facts.unknown_table")),
        (MANIFEST + "complete: [peines]\n", ("tables.yaml", None, "", "facts.table_missing")),
    ],
)  # fmt: skip
def test_nothing_is_read_past_a_page_that_is_wrong(
    tmp_path: Path, manifest: str, place: tuple[str, int | None, str, str]
) -> None:
    found = loaded(tmp_path, manifest, persons=ONE)

    assert places(found) == [place]
    assert found.people == ()


def test_without_its_page_or_its_persons_a_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "incidents.csv").write_text("person;kind\nP-0001;escape\n")
    found = read(tmp_path)

    assert [fault.code for fault in found.faults if fault.row is None] == [
        Cause.TABLE_MISSING,
        Cause.TABLE_MISSING,
    ]
    assert found.people == ()
    assert UNKNOWN not in found.people
