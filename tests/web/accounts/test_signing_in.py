"""Nobody sees a case before a second factor; whoever signs in again is back where they were."""

from base64 import b32decode
from collections.abc import Callable

import pytest
from django.test import override_settings

from sortie.web.accounts import managing
from sortie.web.accounts.factors import recovery, totp
from sortie.web.accounts.journal import HappeningQuery, Kind, happenings
from sortie.web.accounts.models import Account
from sortie.web.accounts.signing import wall
from sortie.web.authority import Acting
from tests.office import one_leave as leave
from tests.web.accounts.people import DAY, PASSWORD, account, post, with_telephone
from tests.web.accounts.visitors import Visitor, text_of

BY = Acting(account="admin", post="7", role="administrator")
NOT_TWICE = "pas reconnu, ou il a déjà servi"


@pytest.fixture
def clerk(sqlite_store: str) -> Account:
    """A clerk of the court of the north, with a telephone, and a case of that court."""
    assert sqlite_store
    for said in leave.until_granted("D-1", "P-1"):
        said.say()
    managing.record_place(leave.PRISON, "prison", "North", wall() - DAY)
    managing.record_place(leave.COURT, "court", "Court", wall() - DAY, reaches=[leave.PRISON])
    made = with_telephone("clerk", wall() - DAY)
    post(made, "court_clerk", leave.COURT, wall() - DAY)
    return made


def test_the_day_opens_after_the_password_and_the_code(clerk: Account) -> None:
    visitor = Visitor()
    assert visitor.get("/")["Location"] == "/sign-in/?next=%2F"

    assert visitor.sign_in(clerk)["Location"] == "/"
    page = visitor.get("/")
    assert page.status_code == 200
    assert "D-1" in text_of(page)
    assert "Clerk" in text_of(page)


def test_a_password_alone_opens_nothing(clerk: Account) -> None:
    visitor = Visitor()
    visitor.give_password(clerk)

    for path in ("/", "/account/", "/case/D-1/act/notify/", "/log/", "/accounts/"):
        assert visitor.get(path).status_code == 303, path
        assert visitor.get(path)["Location"].startswith("/sign-in/"), path


def test_a_wrong_password_says_the_same_as_an_account_that_is_not_there(clerk: Account) -> None:
    def told(email: str) -> str:
        visitor = Visitor()
        page = visitor.send("/sign-in/", {"email": email, "password": "a wrong one"})
        assert page.status_code == 422
        return text_of(page).replace(email, "").partition("<form")[0]

    assert told(clerk.email) == told("nobody@example.org")


def test_what_was_typed_stays_and_the_password_does_not(clerk: Account) -> None:
    page = Visitor().send("/sign-in/", {"email": clerk.email, "password": "a wrong one"})
    assert clerk.email in text_of(page)
    assert "a wrong one" not in text_of(page)


def test_a_code_serves_once(clerk: Account) -> None:
    first, second = Visitor(), Visitor()
    first.give_password(clerk)
    second.give_password(clerk)
    code = managing_code(clerk)
    typed = {"code": code, "next": "/"}

    assert first.send("/sign-in/second-factor/", typed).status_code == 303
    page = second.send("/sign-in/second-factor/", typed)
    assert page.status_code == 422
    assert NOT_TWICE in text_of(page)
    assert second.get("/").status_code == 303


def managing_code(someone: Account) -> str:
    with override_settings(SORTIE_DEMONSTRATION=True):
        code = managing.code_now(someone)
    assert code is not None
    return code


def test_a_code_on_paper_serves_as_well(clerk: Account) -> None:
    codes = recovery.make(clerk)
    visitor = Visitor()
    visitor.give_password(clerk)

    assert visitor.send("/sign-in/second-factor/", {"code": codes[0]}).status_code == 303
    assert visitor.get("/").status_code == 200


def test_one_goes_back_to_the_page_one_wanted_and_never_elsewhere(clerk: Account) -> None:
    wanted = "/case/D-1/act/notify/"
    visitor = Visitor()
    led = visitor.get(wanted)["Location"]
    assert led == "/sign-in/?next=%2Fcase%2FD-1%2Fact%2Fnotify%2F"

    assert visitor.sign_in(clerk, then=wanted)["Location"] == wanted
    codes = recovery.make(clerk)
    bad = ("https://example.net/", "//example.net", "/\\example.net", "javascript:x")
    for elsewhere, code in zip(bad, codes, strict=False):
        visitor = Visitor()
        led = visitor.give_password(clerk, then=elsewhere)["Location"]
        typed = {"code": code, "next": elsewhere}
        assert visitor.send(led, typed)["Location"] == "/"


def test_what_was_typed_before_a_time_out_is_there_after_signing_in_again(clerk: Account) -> None:
    path = "/case/D-1/act/raise_doubt/"
    visitor = Visitor()
    visitor.sign_in(clerk)
    page = text_of(visitor.get(path))
    names = ("key", "seen", "keeper", "tab", "kept", "csrfmiddlewaretoken")
    hidden = {name: page.partition(f'name="{name}" value="')[2].partition('"')[0] for name in names}
    del visitor.cookies["session"]

    led = visitor.post(path, {**hidden, "doubt": "d-1", "about": "the hour of return"})
    assert led.status_code == 303
    assert visitor.sign_in(clerk, then=path)["Location"] == path
    assert "the hour of return" in text_of(visitor.get(path))


def test_the_first_time_one_chooses_a_password_then_a_telephone(clerk: Account) -> None:
    new, code = managing.open_account("New", "new@example.org", wall())
    managing.give_post(new, "gate", wall(), place=leave.PRISON)
    visitor = Visitor()
    typed = {"email": new.email, "code": code, "password": PASSWORD}
    led = visitor.send("/sign-in/first-time/", typed)
    assert led["Location"].startswith("/sign-in/new-factor/")
    assert visitor.get("/").status_code == 303

    page = text_of(visitor.get("/sign-in/new-factor/"))
    secret = "".join(page.partition("<code>")[2].partition("</code>")[0].split())
    wrong = visitor.send("/sign-in/new-factor/", {"code": "000000"})
    assert wrong.status_code == 422
    assert secret in "".join(text_of(wrong).split())
    codes = visitor.send("/sign-in/new-factor/", {"code": code_of(secret)})

    assert text_of(codes).count("<li><code>") == recovery.HOW_MANY
    assert visitor.get("/").status_code == 200
    assert "<li><code>" not in text_of(visitor.get("/account/"))
    assert clerk.pk != new.pk


def code_of(secret: str) -> str:
    return totp.code_at(b32decode(secret), wall())


def test_adding_a_factor_is_no_way_around_the_one_that_is_there(clerk: Account) -> None:
    visitor = Visitor()
    visitor.give_password(clerk)

    led = visitor.get("/sign-in/new-factor/")
    assert led["Location"].startswith("/sign-in/second-factor/")
    sent = visitor.send("/sign-in/second-factor/", {"code": "123456"}, "/sign-in/new-factor/")
    assert sent["Location"].startswith("/sign-in/second-factor/")


def test_one_who_holds_two_posts_chooses_and_may_change(clerk: Account) -> None:
    post(clerk, "prosecutor", leave.COURT, wall() - DAY)
    visitor = Visitor("en")
    assert visitor.sign_in(clerk, then="/account/")["Location"] == (
        "/account/post/?next=%2Faccount%2F"
    )
    assert visitor.get("/")["Location"].startswith("/account/post/")

    held = {each.role: str(each.pk) for each in clerk.posts.all()}
    visitor.send("/account/post/", {"post": held["prosecutor"], "next": "/"})
    assert "The public prosecutor" in text_of(visitor.get("/"))
    visitor.send("/account/post/", {"post": held["court_clerk"], "next": "/"})
    assert "The public prosecutor" not in text_of(visitor.get("/"))


def test_the_post_of_someone_else_is_not_taken(clerk: Account) -> None:
    other = post(account("other"), "enforcement_judge", leave.COURT, wall() - DAY)
    visitor = Visitor("en")
    visitor.sign_in(clerk)

    for said in (str(other.pk), "x", "-1", ""):
        led = visitor.send("/account/post/", {"post": said, "next": "/"})
        assert led["Location"].startswith("/account/post/")
    assert "The clerk of the sentence enforcement judge" in text_of(visitor.get("/"))


def test_a_post_that_ends_closes_its_pages_at_once(clerk: Account) -> None:
    visitor = Visitor()
    visitor.sign_in(clerk)
    assert visitor.get("/").status_code == 200

    managing.end_post(clerk.posts.get(), wall(), by=BY)
    led = visitor.get("/case/D-1/act/notify/")
    assert led["Location"] == "/account/post/?next=%2Fcase%2FD-1%2Fact%2Fnotify%2F"
    assert visitor.get("/account/").status_code == 200


@pytest.mark.parametrize("how", ["close", "set_up", "password"])
def test_sessions_end_with_the_account_or_with_its_password(clerk: Account, how: str) -> None:
    visitor = Visitor()
    visitor.sign_in(clerk)
    acts: dict[str, Callable[[], object]] = {
        "close": lambda: managing.close_account(clerk, wall(), by=BY),
        "set_up": lambda: managing.issue_set_up(clerk, wall(), by=BY),
        "password": lambda: change_elsewhere(clerk),
    }
    acts[how]()
    assert visitor.get("/")["Location"].startswith("/sign-in/")


def change_elsewhere(who: Account) -> None:
    other = Visitor()
    other.sign_in(who)
    typed = {"do": "password", "password": PASSWORD, "new_password": "quite another sentence"}
    assert other.send("/account/", typed).status_code == 303
    assert other.get("/").status_code == 200


def test_signing_out_ends_the_session(clerk: Account) -> None:
    visitor = Visitor()
    visitor.sign_in(clerk)
    key = visitor.cookies["session"].value
    visitor.send("/account/", {}, "/sign-out/")
    assert visitor.get("/").status_code == 303

    visitor.cookies["session"] = key
    assert visitor.get("/").status_code == 303


def test_the_session_before_signing_in_is_not_the_one_after(clerk: Account) -> None:
    visitor = Visitor()
    visitor.give_password(clerk)
    before = visitor.cookies["session"].value
    visitor.give_code(clerk)
    after = visitor.cookies["session"].value

    assert before != after
    thief = Visitor()
    thief.cookies["session"] = before
    assert thief.get("/").status_code == 303


def test_how_one_signs_in_changes_only_after_a_second_factor_shown_lately(clerk: Account) -> None:
    visitor = Visitor()
    visitor.sign_in(clerk)
    session = visitor.session
    session["strong_at"] = (wall() - DAY).isoformat()
    session.save()

    for typed in ({"do": "codes"}, {"do": "remove_telephone"}, {"do": "password"}):
        led = visitor.send("/account/", typed)
        assert led["Location"] == "/account/confirm/?next=%2Faccount%2F"
    assert visitor.get("/sign-in/new-factor/")["Location"].startswith("/account/confirm/")
    assert visitor.give_code(clerk, "/account/confirm/?next=/account/")["Location"] == "/account/"
    page = visitor.send("/account/", {"do": "codes"})
    assert text_of(page).count("<li><code>") == recovery.HOW_MANY


def test_the_last_factor_is_not_removed(clerk: Account) -> None:
    visitor = Visitor()
    visitor.sign_in(clerk)
    page = visitor.send("/account/", {"do": "remove_telephone"})
    assert page.status_code == 422
    assert "dernier second facteur" in text_of(page)


def test_too_many_tries_wait(clerk: Account) -> None:
    visitor = Visitor("en")
    for _ in range(5):
        assert visitor.give_password(clerk, "wrong").status_code == 422
    page = visitor.give_password(clerk)
    assert page.status_code == 422
    assert "Wait 15 minutes" in text_of(page)


def test_signing_in_is_written_with_the_address_it_came_from(clerk: Account) -> None:
    Visitor().sign_in(clerk)
    (line,) = happenings(HappeningQuery(account=clerk.id, kind=Kind.SIGNED_IN))
    assert (line.address, line.facts) == ("127.0.0.1", {"through": "password"})


@override_settings(SORTIE_PROXIES=1)
def test_behind_one_proxy_the_address_is_the_one_it_saw(clerk: Account) -> None:
    visitor = Visitor()
    visitor.defaults["HTTP_X_FORWARDED_FOR"] = "10.0.0.1, 198.51.100.4"
    visitor.sign_in(clerk)
    (line,) = happenings(HappeningQuery(account=clerk.id, kind=Kind.SIGNED_IN))
    assert line.address == "198.51.100.4"


def test_without_a_proxy_a_forwarded_address_is_not_believed(clerk: Account) -> None:
    visitor = Visitor()
    visitor.defaults["HTTP_X_FORWARDED_FOR"] = "10.0.0.1"
    visitor.sign_in(clerk)
    (line,) = happenings(HappeningQuery(account=clerk.id, kind=Kind.SIGNED_IN))
    assert line.address == "127.0.0.1"
