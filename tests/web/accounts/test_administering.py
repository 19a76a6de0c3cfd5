"""An administrator opens accounts and gives posts; an auditor reads; neither sees a case."""

import csv
import io

import pytest

from sortie.web.accounts import managing
from sortie.web.accounts.journal import HappeningQuery, SeenQuery, happenings, seen
from sortie.web.accounts.models import Account, Arrival, Assignment, Place, Post
from sortie.web.accounts.signing import wall
from sortie.web.authority import Acting
from tests.office import one_leave as leave
from tests.web.accounts.people import DAY, account, post, with_telephone
from tests.web.accounts.visitors import Visitor, text_of

BY = Acting(account="admin", post="7", role="administrator")


def member(name: str, role: str, place: str = "") -> Account:
    """Someone who may sign in, in this post alone."""
    made = with_telephone(name, wall() - DAY)
    post(made, role, place, wall() - DAY)
    return made


def visit(who: Account, language: str = "fr") -> Visitor:
    visitor = Visitor(language)
    visitor.sign_in(who)
    return visitor


@pytest.fixture
def admin(sqlite_store: str) -> Visitor:
    """An administrator, signed in, where a leave was granted."""
    assert sqlite_store
    for said in leave.until_granted("D-1", "P-1"):
        said.say()
    managing.record_place(leave.PRISON, "prison", "North", wall() - DAY)
    managing.record_place(leave.COURT, "court", "Court", wall() - DAY, reaches=[leave.PRISON])
    return visit(member("admin", "administrator"))


def test_an_administrator_starts_from_the_accounts_and_an_auditor_from_the_log(
    admin: Visitor,
) -> None:
    assert admin.get("/")["Location"] == "/accounts/"
    auditor = visit(member("auditor", "auditor"))
    assert auditor.get("/")["Location"] == "/log/"
    assert auditor.get("/log/").status_code == 200


@pytest.mark.parametrize("path", ["/case/D-1/act/notify/", "/case/D-9/act/notify/", "/log/"])
def test_an_administrator_sees_no_case_and_no_log(admin: Visitor, path: str) -> None:
    assert admin.get(path).status_code == 404


def test_opening_an_account_shows_its_code_once(admin: Visitor) -> None:
    page = admin.send("/accounts/", {"name": "Ada", "email": "ada@example.org"})
    code = text_of(page).partition("<code>")[2].partition("</code>")[0]
    made = Account.objects.get(email="ada@example.org")

    assert len(code.replace("-", "")) == 20
    assert code not in text_of(admin.get("/accounts/"))
    assert made.name == "Ada"
    taken = admin.send("/accounts/", {"name": "Ada two", "email": "ADA@example.org"})
    assert taken.status_code == 422
    assert "Ada two" in text_of(taken)


def test_giving_and_ending_a_post(admin: Visitor) -> None:
    someone = account("someone", wall() - DAY)
    path = f"/accounts/{someone.id}/"

    unfit = admin.send(path, {"do": "give", "role": "gate", "place": leave.COURT})
    assert unfit.status_code == 422
    assert (
        admin.send(path, {"do": "give", "role": "gate", "place": leave.PRISON}).status_code == 303
    )
    given = someone.posts.get()
    assert admin.send(path, {"do": "end", "post": str(given.pk)}).status_code == 303
    assert Post.objects.get(pk=given.pk).until is not None
    again = admin.send(path, {"do": "end", "post": str(given.pk)})
    assert again.status_code == 422


def test_a_post_is_ended_from_the_page_of_who_holds_it(admin: Visitor) -> None:
    theirs = post(account("theirs", wall() - DAY), "gate", leave.PRISON, wall() - DAY)
    other = account("other", wall() - DAY)
    page = admin.send(f"/accounts/{other.id}/", {"do": "end", "post": str(theirs.pk)})
    assert page.status_code == 422
    assert Post.objects.get(pk=theirs.pk).until is None


def test_closing_reopening_and_handing_over_a_new_code(admin: Visitor) -> None:
    someone = account("someone", wall() - DAY)
    path = f"/accounts/{someone.id}/"

    admin.send(path, {"do": "close"})
    assert not Account.objects.get(pk=someone.pk).is_active
    admin.send(path, {"do": "reopen"})
    assert Account.objects.get(pk=someone.pk).is_active
    page = admin.send(path, {"do": "set_up"})
    assert page.status_code == 200
    assert text_of(page).count("<code>") == 2
    issued = happenings(HappeningQuery(account=someone.id, kind="set_up_issued"))
    assert {each.by for each in issued} == {"", admin_id()}


def admin_id() -> str:
    return Account.objects.get(email="admin@example.org").pk


def test_the_last_administrator_stays(admin: Visitor) -> None:
    page = admin.send(f"/accounts/{admin_id()}/", {"do": "close"})
    assert page.status_code == 422
    assert admin.get("/accounts/").status_code == 200


def test_an_account_that_is_not_there_is_not_found(admin: Visitor) -> None:
    assert admin.get("/accounts/u-nobody/").status_code == 404


def test_someone_who_came_from_elsewhere_is_linked_by_an_administrator(admin: Visitor) -> None:
    someone = account("someone", wall() - DAY)
    came = Arrival.objects.create(issuer="i", sub="s", said_name="Ada", first_at=wall())
    assert "Ada" in text_of(admin.get("/accounts/"))

    path = f"/accounts/{someone.id}/"
    assert admin.send(path, {"do": "link", "arrival": str(came.pk)}).status_code == 303
    assert Arrival.objects.get().account == someone
    assert admin.send(path, {"do": "link", "arrival": str(came.pk)}).status_code == 422


def test_a_place_is_recorded_with_what_it_reaches(admin: Visitor) -> None:
    typed = {"code": "appeals", "kind": "appeal_court", "name": "A", "reaches": [leave.COURT]}
    assert admin.send("/places/", typed).status_code == 303
    assert [each.reaches_id for each in Place.objects.get(pk="appeals").reached.all()] == [
        leave.COURT
    ]
    wrong = admin.send("/places/", {**typed, "reaches": [leave.PRISON]})
    assert wrong.status_code == 422
    assert 'value="appeals"' in text_of(wrong)


@pytest.mark.usefixtures("admin")
def test_only_an_administrator_manages_accounts() -> None:
    others = [
        visit(member("auditor", "auditor")),
        visit(member("clerk", "court_clerk", leave.COURT)),
        visit(member("judge", "enforcement_judge", leave.COURT)),
    ]
    for visitor in others:
        for path in ("/accounts/", f"/accounts/{admin_id()}/", "/places/"):
            assert visitor.get(path).status_code == 404, path


@pytest.mark.usefixtures("admin")
def test_a_clerk_says_who_the_lawyer_is_and_the_lawyer_then_sees_the_case() -> None:
    lawyer = member("lawyer", "lawyer")
    clerk = visit(member("clerk", "court_clerk", leave.COURT))
    defender = visit(lawyer)
    path = "/case/D-1/act/file_observations/"
    assert defender.get(path).status_code == 404

    given = {"post": str(lawyer.posts.get().pk), "do": "give"}
    assert clerk.send("/person/P-1/counsel/", given).status_code == 303
    assert defender.get(path).status_code == 200
    assert clerk.send("/person/P-1/counsel/", {**given, "do": "end"}).status_code == 303
    assert defender.get(path).status_code == 404
    assert clerk.get("/person/P-1/follow-up/").status_code == 404
    assert clerk.get("/person/P-9/counsel/").status_code == 404


@pytest.mark.usefixtures("admin")
def test_a_director_says_which_of_their_officers_follows_a_person() -> None:
    managing.record_place("elsewhere", "prison", "Elsewhere", wall() - DAY)
    ours = member("ours", "probation_officer", leave.PRISON)
    theirs = member("theirs", "probation_officer", "elsewhere")
    director = visit(member("director", "probation_director", leave.PRISON))

    path = "/person/P-1/follow-up/"
    assert "Ours" in text_of(director.get(path))
    assert "Theirs" not in text_of(director.get(path))
    refused = director.send(path, {"post": str(theirs.posts.get().pk)})
    assert refused.status_code == 422
    assert director.send(path, {"post": str(ours.posts.get().pk)}).status_code == 303
    assert Assignment.objects.get().post.account == ours
    assert director.get("/person/P-1/counsel/").status_code == 404


@pytest.mark.usefixtures("admin")
def test_every_page_about_a_case_or_a_person_writes_who_saw_it() -> None:
    clerk_account = member("clerk", "court_clerk", leave.COURT)
    clerk = visit(clerk_account)
    clerk.get("/case/D-1/act/notify/")
    clerk.get("/case/D-9/act/notify/")
    clerk.get("/person/P-1/counsel/")
    clerk.get("/account/")

    lines = seen(SeenQuery(account=clerk_account.id))
    assert [(each.kind, each.about, each.person) for each in lines] == [
        ("person", "P-1", "P-1"),
        ("case", "D-1", "P-1"),
    ]
    assert lines[0].action == "counsel.manage"
    assert {each.relations for each in lines} == {("own_court",)}
    assert {each.post for each in lines} == {str(clerk_account.posts.get().pk)}


@pytest.mark.usefixtures("admin")
def test_an_auditor_finds_who_saw_a_person_and_reading_is_written_too() -> None:
    visit(member("clerk", "court_clerk", leave.COURT)).get("/case/D-1/act/notify/")
    auditor_account = member("auditor", "auditor")
    auditor = visit(auditor_account)

    found = text_of(auditor.get("/log/?person=P-1&since=2020-01-01&until=2100-01-01"))
    assert "D-1" in found
    assert "Clerk" in found
    assert "D-1" not in text_of(auditor.get("/log/?person=P-2"))
    assert "D-1" not in text_of(auditor.get("/log/?person=P-1&until=2020-01-01"))
    assert [each.kind for each in seen(SeenQuery(account=auditor_account.id))] == ["log"] * 3


@pytest.mark.usefixtures("admin")
def test_taking_the_log_away_wants_a_reason_and_leaves_a_line() -> None:
    visit(member("clerk", "court_clerk", leave.COURT)).get("/case/D-1/act/notify/")
    auditor_account = member("auditor", "auditor")
    auditor = visit(auditor_account)

    without = auditor.send("/log/", {"reason": " "}, "/log/taken/?person=P-1")
    assert without["Content-Type"].startswith("text/html")
    taken = auditor.send("/log/", {"reason": "=complaint 12"}, "/log/taken/?person=P-1")
    text = b"".join(taken.streaming_content).decode()

    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(each["person"], each["about"]) for each in rows] == [("P-1", "D-1")]
    assert seen(SeenQuery(account=auditor_account.id, kind="log"))[0].reason == "=complaint 12"
    whole = auditor.send("/log/", {"reason": "all of it"}, "/log/taken/")
    assert "'=complaint 12" in b"".join(whole.streaming_content).decode()


def test_nobody_but_an_auditor_reads_the_log(admin: Visitor) -> None:
    judge = visit(member("judge", "enforcement_judge", leave.COURT))
    for visitor in (judge, admin):
        assert visitor.get("/log/").status_code == 404
        assert visitor.send("/account/", {"reason": "why"}, "/log/taken/").status_code == 404
