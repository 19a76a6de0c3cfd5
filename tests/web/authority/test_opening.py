"""What one may not see is answered, to the letter, as what is not there."""

from dataclasses import replace

import pytest

from sortie import casework as cw
from sortie import office
from sortie.web import authority
from sortie.web.authority import NOBODY, Acting, ReasonWanted
from tests.office.one_leave import COURT, back, filed, paris, recorded, until_granted, whole
from tests.web.authority.people import (
    ELSEWHERE,
    OTHER_COURT,
    acting,
    at_the_court,
    at_the_prison,
    lawyer,
    president,
    probation_officer,
)

SOON, LATER = paris("2027-02-05T09:00"), paris("2028-01-01T09:00")
STRANGERS = [
    at_the_prison("head_of_prison", ELSEWHERE),
    at_the_court("enforcement_judge", OTHER_COURT, (ELSEWHERE,)),
    at_the_court("prosecutor", OTHER_COURT, (ELSEWHERE,)),
    at_the_court("court_clerk", OTHER_COURT, (ELSEWHERE,)),
    at_the_prison("gate", ELSEWHERE), lawyer("someone-else"), probation_officer(prison=ELSEWHERE),
    president(), acting("auditor"), acting("administrator"), Acting(account="no-post"), NOBODY,
]  # fmt: skip


@pytest.fixture
def granted(sqlite_store: str) -> str:
    for each in until_granted("case-1", "person-1"):
        each.say()
    return sqlite_store


def refused(error: type[Exception], one: Acting, name: str, **how: str) -> tuple[object, ...]:
    """Return what one is told: the class of the refusal, and every fact in it but the name."""
    with pytest.raises(error) as told:
        asked(error, one, name, **how)
    facts = {key: value for key, value in vars(told.value).items() if value != name}
    return type(told.value), facts, str(told.value).replace(name, "NAME")


def asked(error: type[Exception], one: Acting, name: str, **how: str) -> object:
    if error is office.NoSuchPerson:
        return authority.open_person(one, name, **how)
    return authority.open_case(one, name, SOON, **how)


def test_a_case_of_others_is_refused_as_one_that_was_never_filed(granted: str) -> None:
    assert granted
    for one in STRANGERS:
        assert refused(office.NoSuchCase, one, "case-1") == refused(
            office.NoSuchCase, one, "case-9"
        )


def test_a_person_of_others_is_refused_as_one_nobody_ever_recorded(granted: str) -> None:
    assert granted
    for one in STRANGERS:
        assert refused(office.NoSuchPerson, one, "person-1") == refused(
            office.NoSuchPerson, one, "person-9"
        )


def test_an_action_one_has_no_row_for_does_not_say_that_the_case_is_there(granted: str) -> None:
    assert granted
    gate = at_the_prison("gate")

    assert authority.open_case(gate, "case-1", SOON).shown.case_id == "case-1"
    refused(office.NoSuchCase, gate, "case-1", action="history.see")
    refused(office.NoSuchCase, gate, "case-1", action="decide")
    refused(office.NoSuchCase, gate, "case-1", action="no.such.action")


def test_a_message_of_others_is_refused_as_one_that_was_never_left(granted: str) -> None:
    assert granted
    shown = office.case_shown("case-1", SOON)
    key = next(m.dedupe_key for m in shown.messages if m.to_role == cw.Role.COURT_CLERK)
    mine, judge = at_the_court("court_clerk"), at_the_court("enforcement_judge")

    assert authority.open_message(mine, key, SOON).dedupe_key == key
    for name in (key, "case-1/no.such.message"):
        with pytest.raises(office.WordUnknown) as told:
            authority.open_message(judge, name, SOON)
        assert (told.value.read, told.value.offered) == (name, ())


@pytest.fixture
def over(sqlite_store: str) -> str:
    for each in whole("case-1", "person-1"):
        if each.again != "/too-soon":
            each.say()
    return sqlite_store


def test_a_case_closed_long_ago_opens_once_one_says_why(over: str) -> None:
    assert over
    clerk = at_the_court("court_clerk")

    with pytest.raises(ReasonWanted):
        authority.open_case(clerk, "case-1", LATER)
    with pytest.raises(ReasonWanted):
        authority.open_case(clerk, "case-1", LATER, reason="  ")
    opened = authority.open_case(clerk, "case-1", LATER, reason="another application")

    assert opened.matter.closed
    assert opened.sight.sees("order")
    assert not opened.sight.sees("offence")


def test_who_may_not_see_a_closed_case_is_not_asked_why(over: str) -> None:
    assert over
    gate = at_the_prison("gate")

    assert authority.open_case(gate, "case-1", back("case-1").at).sight.sees("gate")
    with pytest.raises(office.NoSuchCase):
        authority.open_case(gate, "case-1", LATER, reason="I should like to")


def test_the_glass_is_not_broken_by_a_reason(granted: str) -> None:
    assert granted
    for one in STRANGERS:
        with pytest.raises(office.NoSuchCase):
            authority.open_case(one, "case-1", SOON, reason="an emergency, I swear")


def test_an_auditor_reads_the_history_of_any_case_and_says_why(granted: str) -> None:
    assert granted
    auditor = acting("auditor")

    with pytest.raises(ReasonWanted):
        authority.open_case(auditor, "case-1", SOON, "history.see")
    opened = authority.open_case(auditor, "case-1", SOON, "history.see", reason="complaint 12")

    assert opened.sight.sees("authors", "history.see")
    assert not opened.sight.sees("name")
    assert authority.history_shown(opened.sight, opened.shown.case, opened.shown.history) == ()


def test_one_who_moved_is_known_to_the_old_prison_by_where_they_went(granted: str) -> None:
    assert granted
    clerk = cw.Actor("clerk", cw.Role.PRISON_CLERK, "prison of the north")
    command = office.Command(key="move", by=clerk, at=SOON)
    there = {"prison": ELSEWHERE, "court": OTHER_COURT, "since": "2027-02-05",
             "kind": "maison_centrale"}  # fmt: skip
    office.do("move_person", command, "person-1", there)

    with pytest.raises(ReasonWanted):
        authority.open_case(at_the_prison("prison_clerk"), "case-1", SOON)
    opened = authority.open_case(
        at_the_prison("prison_clerk"), "case-1", SOON, reason="a letter came for them"
    )

    assert opened.sight.fields() == {"-", "name", "committal_number", "where"}
    with pytest.raises(office.NoSuchCase):
        authority.open_case(at_the_prison("gate"), "case-1", SOON, reason="a letter")


def test_a_case_before_the_president_opens_to_them(granted: str) -> None:
    assert granted
    prosecutor = cw.Actor("prosecutor-1", cw.Role.PROSECUTOR, COURT)
    at = paris("2027-02-03T12:00")
    notify = {"to": "prosecutor", "order": "O-case-1", "means": "signature",
              "signed_at": at.isoformat(), "proof": "signed"}  # fmt: skip
    clerk = cw.Actor("court-clerk-1", cw.Role.COURT_CLERK, COURT)
    office.do("notify", office.Command(key="n", by=clerk, at=at), "case-1", notify)
    with pytest.raises(office.NoSuchCase):
        authority.open_case(president(), "case-1", SOON)

    lodge = office.Command(key="l", by=prosecutor, at=at)
    office.do("lodge_appeal", lodge, "case-1", {"order": "O-case-1"})

    assert authority.open_case(president(), "case-1", SOON).sight.sees("grounds")
    with pytest.raises(office.NoSuchCase):
        authority.open_case(president(OTHER_COURT), "case-1", SOON)


def test_a_person_about_to_be_recorded_is_their_prisons(sqlite_store: str) -> None:
    assert sqlite_store
    recorded("person-1").say()
    filed("case-1", "person-1").say()
    record = office.person_of("person-1")
    clerk = at_the_prison("prison_clerk")

    here = authority.matter_of_person(record)
    there = authority.matter_of_person(replace(record, prison=ELSEWHERE))

    assert authority.answer(clerk, "record_person", about=here) is authority.Answer.YES
    assert authority.answer(clerk, "record_person", about=there) is authority.Answer.NO
