"""Tables that are read, whatever program wrote them."""

from datetime import date, datetime
from pathlib import Path

import pytest

from sortie import days, facts
from sortie.facts import UNKNOWN
from tests.facts.files import ENGLISH, a_case
from tests.facts.files import read as read_case
from tests.facts.tables.folders import (
    MANIFEST,
    ONE,
    SAMPLE,
    as_tables,
    loaded,
    read,
    the_person,
)

ACCEPTANCE = SAMPLE.parent / "acceptance/case.yaml"


def test_the_sample_has_a_dozen_people_and_no_fault() -> None:
    found = read(SAMPLE)

    assert found.faults == ()
    assert found.left_out == ()
    assert len(found.people) == 12


def test_the_first_of_the_sample_is_the_person_of_the_acceptance_case() -> None:
    whole = read_case(ACCEPTANCE.read_bytes())
    person = read(SAMPLE).people[0]

    for section in ("person", "custody", "history", "orders"):
        assert getattr(person.case, section) == getattr(whole, section)
    assert person.judgments == ("J-2012-01", "J-2013-01", "J-2016-01")


@pytest.mark.parametrize("between", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_any_spreadsheet_may_have_written_it(
    tmp_path: Path, between: str, end: str, mark: str
) -> None:
    rows = [["personne", "nom", "nee_le"], ["P-0001", f'"Nom{between}\nA ""B"""', "1973-05-02"]]
    text = mark + end.join(between.join(row) for row in rows) + end

    person = the_person(loaded(tmp_path, personnes=text))

    assert person.family_name == f'Nom{between}\nA "B"'
    assert person.case.person.born_on == date(1973, 5, 2)


def test_both_languages_read_the_same(tmp_path: Path) -> None:
    english = loaded(
        tmp_path, persons="person,committed_on\nP-0001,2020-01-02\n",
        sentences="person,rank,length,recidivist,commuted,commuted.length\nP-0001,0,life,true,,P9Y\n",
    )  # fmt: skip
    other = tmp_path / "fr"
    other.mkdir()
    french = loaded(
        other, MANIFEST.replace("jurisdiction", "droit"),
        personnes="personne;ecrou\nP-0001;2020-01-02\n",
        peines="personne;rang;duree;recidive;commuee;commuee.duree\nP-0001;0;perpétuité;oui;;P9Y\n",
    )  # fmt: skip

    assert the_person(english) == the_person(french)


def test_empty_is_unknown_and_none_is_known_not_to_be(tmp_path: Path) -> None:
    columns = "person;end_of_sentence;territory_ban;parole_requires_leave;remand;isolation"
    person = the_person(loaded(tmp_path, persons=f"{columns}\nP-0001;none;;none; ;none\n"))
    custody = person.case.custody

    assert custody.end_of_sentence is None
    assert custody.territory_ban is UNKNOWN
    assert custody.parole_requires_leave is None
    assert custody.remand is UNKNOWN
    assert custody.isolation == ()


def test_there_is_one_and_nothing_more_is_known(tmp_path: Path) -> None:
    text = "person;territory_ban;head_of_prison_excluded.on\nP-0001;true;2025-02-02\n"
    person = the_person(loaded(tmp_path, persons=text))

    assert person.case.custody.territory_ban == facts.TerritoryBan()
    assert person.case.orders.head_of_prison_excluded == facts.HeadOfPrisonExcluded(
        on=date(2025, 2, 2)
    )


def test_having_no_row_is_having_none_only_where_the_table_is_complete(tmp_path: Path) -> None:
    head = "person;kind;on\n"

    assert the_person(loaded(tmp_path, persons=ONE)).case.history.incidents is UNKNOWN
    bare = loaded(tmp_path, persons=ONE, incidents=head)
    assert the_person(bare).case.history.incidents is UNKNOWN
    complete = loaded(tmp_path, MANIFEST + "complete: [incidents]\n", persons=ONE, incidents=head)
    assert the_person(complete).case.history.incidents == ()


def test_a_row_of_nobody_ends_what_follows_from_having_no_row(tmp_path: Path) -> None:
    found = loaded(
        tmp_path, MANIFEST + "complete: [incidents]\n",
        persons=ONE, incidents="person;kind\nP-1;escape\n",
    )  # fmt: skip

    assert [fault.code for fault in found.faults] == [facts.Cause.NO_SUCH_ROW]
    assert found.people[0].case.history.incidents is UNKNOWN


def test_rows_come_in_any_order(tmp_path: Path) -> None:
    person = the_person(
        loaded(
            tmp_path,
            persons=ONE,
            statuses="person;is;from\nP-0001;convicted;2021-01-01\nP-0001;on_remand;2020-01-01\n",
            sentences="person;rank;length;merged_into\nP-0001;1;P2Y;0\nP-0001;0;P1Y;none\n",
        )
    )

    assert person.case == read_case(
        a_case(
            custody={
                "status": [
                    {"is": "on_remand", "from": "2020-01-01"},
                    {"is": "convicted", "from": "2021-01-01"},
                ],
                "sentences": [
                    {"length": "P1Y", "merged_into": "none"},
                    {"length": "P2Y", "merged_into": 0},
                ],
            }
        )
    )


def test_the_rows_of_a_sentence_follow_its_rank(tmp_path: Path) -> None:
    person = the_person(
        loaded(
            tmp_path,
            persons=ONE,
            sentences="person;rank;length;suspended\nP-0001;0;P3Y;\nP-0001;1;P2Y;P1Y\n",
            sentences_suspension_revoked="person;rank;length\nP-0001;1;P6M\n",
        )
    )
    sentences = person.case.custody.sentences

    assert sentences is not UNKNOWN
    assert sentences[0].suspension_revoked is UNKNOWN
    assert sentences[1].suspension_revoked == (facts.SuspensionRevoked(length=days.Length(6)),)


def test_what_no_key_holds_stays_beside_the_case(tmp_path: Path) -> None:
    person = the_person(
        loaded(
            tmp_path,
            persons="person;committal_number;prison;family_name;given_name\nP-0001;00042;MA;Nom;\n",
            sentences="person;rank;judgment\nP-0001;0;J-1\nP-0001;1;\n",
            leaves="person;from;until;returns_at\nP-0001;2026-02-06;2026-02-08;2026-02-08T18:00\n",
        )
    )

    assert (person.committal_number, person.prison) == ("00042", "MA")
    assert (person.family_name, person.given_name) == ("Nom", UNKNOWN)
    assert person.judgments == ("J-1", UNKNOWN)
    assert person.leave_times[0].returns_at == datetime(2026, 2, 8, 18)  # noqa: DTZ001


def test_a_case_file_written_as_tables_reads_the_same(tmp_path: Path) -> None:
    whole = read_case(ENGLISH)
    person = the_person(loaded(tmp_path, **as_tables(facts.to_canonical(whole))))

    for section in ("person", "custody", "history", "orders"):
        assert getattr(person.case, section) == getattr(whole, section)


def test_what_is_read_is_what_a_case_file_would_say() -> None:
    for person in read(SAMPLE).people:
        assert read_case(facts.to_canonical(person.case)) == person.case
