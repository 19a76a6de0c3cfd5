"""Accounts, places and posts are given and ended by an administrator, and all of it is written."""

import pytest

from sortie.web.accounts import managing
from sortie.web.accounts.errors import (
    AddressTaken,
    AddressUnreadable,
    LastAdministrator,
    LastFactor,
    NoSuchAccount,
    NoSuchArrival,
    NoSuchPlace,
    PostOver,
    PostUnfit,
)
from sortie.web.accounts.factors import has_any, totp
from sortie.web.accounts.journal import HappeningQuery, Kind, happenings
from sortie.web.accounts.models import Account, Arrival, Assignment, Post, SecurityKey
from sortie.web.accounts.posts import KINDS_OF_PLACE
from sortie.web.authority import POSTS, Acting
from tests.web.accounts.people import (
    APPEALS,
    COURT,
    DAY,
    MINUTE,
    NOON,
    NORTH,
    SECRET,
    account,
    places,
    post,
    with_telephone,
)

BY = Acting(account="admin", post="7", role="administrator")


@pytest.fixture
def world(sqlite_store: str) -> str:
    places()
    return sqlite_store


def test_an_address_signs_one_account_in(world: str) -> None:
    assert world
    managing.open_account("One", "one@example.org", NOON)
    with pytest.raises(AddressTaken):
        managing.open_account("Another", " ONE@Example.org", NOON)
    with pytest.raises(AddressUnreadable):
        managing.open_account("Another", "one at example", NOON)
    assert Account.objects.count() == 1


def test_an_id_says_nothing_of_who_bears_it(world: str) -> None:
    assert world
    one, _ = managing.open_account("Ada", "ada@example.org", NOON)
    assert "ada" not in one.id
    assert managing.account_of(one.id) == one
    with pytest.raises(NoSuchAccount):
        managing.account_of("u-nobody")


def test_every_capacity_is_exercised_somewhere_and_nowhere_else(world: str) -> None:
    assert world
    assert set(KINDS_OF_PLACE) == set(POSTS)
    someone = account()
    kinds = {NORTH: "prison", COURT: "court", APPEALS: "appeal_court", "": ""}
    for role, fits in KINDS_OF_PLACE.items():
        for place, kind in kinds.items():
            if kind in (fits or ("",)):
                assert post(someone, role, place).role == role
            else:
                with pytest.raises(PostUnfit):
                    post(someone, role, place)


def test_nobody_is_given_a_capacity_that_has_no_post(world: str) -> None:
    assert world
    for role in ("detained_person", "victim", "office", "anyone", "signed_in", ""):
        with pytest.raises(PostUnfit):
            post(account(f"x{role}"), role, NORTH)
    with pytest.raises(NoSuchPlace):
        post(account(), "gate", "nowhere")


def test_the_same_post_is_given_once_and_again_after_it_ended(world: str) -> None:
    assert world
    someone = account()
    first = post(someone, "gate", NORTH)

    assert post(someone, "gate", NORTH).pk == first.pk
    managing.end_post(first, NOON + DAY, by=BY)
    with pytest.raises(PostOver):
        managing.end_post(first, NOON + 2 * DAY, by=BY)
    assert post(someone, "gate", NORTH, NOON + 2 * DAY).pk != first.pk
    assert Post.objects.get(pk=first.pk).until == NOON + DAY


def test_there_is_always_someone_to_open_accounts(world: str) -> None:
    assert world
    one, two = account("one"), account("two")
    first, second = post(one, "administrator"), post(two, "administrator")
    managing.close_account(two, NOON, by=BY)

    with pytest.raises(LastAdministrator):
        managing.end_post(first, NOON + DAY, by=BY)
    with pytest.raises(LastAdministrator):
        managing.close_account(one, NOON + DAY, by=BY)
    managing.reopen_account(two, NOON + DAY, by=BY)
    managing.close_account(one, NOON + DAY, by=BY)
    with pytest.raises(LastAdministrator):
        managing.end_post(second, NOON + DAY, by=BY)


def test_closing_any_other_account_needs_no_second_administrator(world: str) -> None:
    assert world
    post(account("one"), "administrator")
    gate = account("gate")
    managing.end_post(post(gate, "gate", NORTH), NOON + DAY, by=BY)
    managing.close_account(gate, NOON + DAY, by=BY)
    assert not Account.objects.get(pk=gate.pk).is_active


def test_a_place_keeps_its_kind_and_reaches_what_its_kind_does(world: str) -> None:
    assert world
    with pytest.raises(PostUnfit):
        managing.record_place(NORTH, "court", "North", NOON, by=BY)
    with pytest.raises(PostUnfit):
        managing.record_place(NORTH, "prison", "North", NOON, reaches=[COURT], by=BY)
    with pytest.raises(PostUnfit):
        managing.record_place(APPEALS, "appeal_court", "A", NOON, reaches=[NORTH], by=BY)
    with pytest.raises(NoSuchPlace):
        managing.record_place(COURT, "court", "Court", NOON, reaches=["nowhere"], by=BY)

    assert managing.place_of(NORTH).kind == "prison"
    assert managing.record_place(NORTH, "prison", "Renamed", NOON, by=BY).code == NORTH


def test_a_lawyer_has_clients_and_a_probation_officer_follows_people(world: str) -> None:
    assert world
    lawyer, officer = account("lawyer"), account("officer")
    counsel, follows = post(lawyer, "lawyer"), post(officer, "probation_officer", NORTH)
    managing.assign(counsel, "person-1", NOON, by=BY)
    managing.assign(counsel, "person-1", NOON, by=BY)
    managing.assign(follows, "person-1", NOON, by=BY)

    found = managing.assigned_to("person-1", NOON)
    assert [(each.kind, each.post.account) for each in found] == [
        ("counsel", lawyer), ("follow_up", officer),
    ]  # fmt: skip
    managing.unassign(counsel, "person-1", NOON + DAY, by=BY)
    managing.unassign(counsel, "person-1", NOON + DAY, by=BY)
    assert len(managing.assigned_to("person-1", NOON + DAY)) == 1
    with pytest.raises(PostUnfit):
        managing.assign(post(officer, "gate", NORTH), "person-1", NOON, by=BY)


def test_nobody_is_assigned_to_a_post_that_has_ended(world: str) -> None:
    assert world
    counsel = post(account(), "lawyer")
    managing.assign(counsel, "person-1", NOON, by=BY)
    managing.end_post(counsel, NOON + DAY, by=BY)

    assert managing.assigned_to("person-1", NOON + DAY) == ()
    assert not Assignment.objects.filter(until=None).exists()
    with pytest.raises(PostOver):
        managing.assign(counsel, "person-2", NOON + DAY, by=BY)


def test_someone_who_came_from_a_provider_is_linked_once(world: str) -> None:
    assert world
    someone, other = account("someone"), account("other")
    came = Arrival.objects.create(issuer="i", sub="s", first_at=NOON)

    assert managing.unlinked() == (came,)
    managing.link(came.pk, someone, NOON, by=BY)
    assert managing.unlinked() == ()
    with pytest.raises(NoSuchArrival):
        managing.link(came.pk, other, NOON, by=BY)
    assert Arrival.objects.get().account == someone


def test_one_always_keeps_a_second_factor(world: str) -> None:
    assert world
    someone = with_telephone()

    def a_key(name: str) -> int:
        made = SecurityKey.objects.create(
            account=someone, name=name, credential_id=name, credential=b"", added_at=NOON
        )
        return int(made.pk)

    with pytest.raises(LastFactor):
        managing.factors.remove_totp(someone, NOON)
    first, second = a_key("first"), a_key("second")
    managing.factors.remove_totp(someone, NOON)
    managing.factors.remove_key(someone, first, NOON)
    with pytest.raises(LastFactor):
        managing.factors.remove_key(someone, second, NOON)
    assert has_any(someone)
    managing.factors.add_totp(someone, SECRET, totp.code_at(SECRET, NOON), NOON)
    managing.factors.remove_key(someone, second, NOON)
    assert has_any(someone)


def test_the_key_of_someone_else_is_not_removed(world: str) -> None:
    assert world
    someone, other = with_telephone("someone"), with_telephone("other")
    theirs = SecurityKey.objects.create(
        account=other, name="k", credential_id="k", credential=b"", added_at=NOON
    )
    managing.factors.remove_key(someone, int(theirs.pk), NOON)
    assert SecurityKey.objects.filter(account=other).exists()


def test_what_an_administrator_does_is_written_with_their_name(world: str) -> None:
    assert world
    someone, _ = managing.open_account("S", "s@example.org", NOON, by=BY)
    counsel = managing.give_post(someone, "lawyer", NOON, by=BY)
    managing.assign(counsel, "person-1", NOON, by=BY)
    managing.unassign(counsel, "person-1", NOON, by=BY)
    managing.end_post(counsel, NOON, by=BY)
    managing.issue_set_up(someone, NOON, by=BY)
    managing.close_account(someone, NOON, by=BY)
    managing.reopen_account(someone, NOON + MINUTE, by=BY)

    lines = happenings(HappeningQuery(by="admin"))
    assert [each.kind for each in reversed(lines)] == [
        Kind.ACCOUNT_OPENED, Kind.SET_UP_ISSUED, Kind.POST_GIVEN, Kind.ASSIGNED, Kind.UNASSIGNED,
        Kind.POST_ENDED, Kind.SET_UP_ISSUED, Kind.ACCOUNT_CLOSED, Kind.ACCOUNT_REOPENED,
    ]  # fmt: skip
    assert {each.account for each in lines} == {someone.id}
    assert {each.post for each in lines} == {"7"}
