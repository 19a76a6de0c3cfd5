"""What another provider says is believed when every check of it holds, and never otherwise."""

import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import override_settings

from sortie.web.accounts import managing
from sortie.web.accounts.errors import Fault
from sortie.web.accounts.journal import HappeningQuery, Kind, happenings
from sortie.web.accounts.models import Account, Arrival
from sortie.web.accounts.settings import provider_settings
from sortie.web.accounts.signing import wall
from sortie.web.authority import Acting
from tests.web.accounts.people import DAY, NORTH, places, post, with_telephone
from tests.web.accounts.provider import CLIENT, OTHER_KEY, SECRET, Claims, FakeProvider, provided
from tests.web.accounts.visitors import Visitor, text_of

BY = Acting(account="admin", post="7", role="administrator")
NOT_BELIEVED = "could not say who you are"
CONNECT = socket.socket.connect


def only_here(self: socket.socket, address: Any) -> None:
    assert address[0] == "127.0.0.1", address
    CONNECT(self, address)


@pytest.fixture
def fake(sqlite_store: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeProvider]:
    """The provider, and the site set up to go through it."""
    assert sqlite_store
    monkeypatch.setattr(socket.socket, "connect", only_here)
    with provided() as provider:
        known = {
            **provider_settings(provider.issuer), "OIDC_RP_CLIENT_ID": CLIENT,
            "OIDC_RP_CLIENT_SECRET": SECRET,
        }  # fmt: skip
        with override_settings(**known):
            yield provider


@pytest.fixture
def gate(fake: FakeProvider) -> Account:
    """Someone at the gate, whom the provider knows as ``sub-1``."""
    places()
    made = with_telephone("someone", wall() - DAY)
    post(made, "gate", NORTH, wall() - DAY)
    came = Arrival.objects.create(issuer=fake.issuer, sub="sub-1", first_at=wall())
    managing.link(int(came.pk), made, wall(), by=BY)
    return made


def go(visitor: Visitor, then: str = "/") -> dict[str, list[str]]:
    """Leave for the provider, and return what it is asked."""
    led = visitor.send("/sign-in/", {}, f"/sign-in/provider/?next={then}")
    assert led.status_code == 302, led.content
    return parse_qs(urlsplit(led["Location"]).query)


def come_back(visitor: Visitor, asked: dict[str, list[str]], code: str) -> Any:
    state = asked["state"][0]
    return visitor.get("/sign-in/provider/back/", {"state": state, "code": code})


def through(fake: FakeProvider, visitor: Visitor, then: str = "/") -> Any:
    """Go to the provider and back."""
    asked = go(visitor, then)
    return come_back(visitor, asked, fake.allow(asked))


def refused(page: Any, fault: Fault) -> None:
    """Assert that nobody is signed in, that nothing is told why, and that the log knows."""
    assert page.status_code == 422, page.content
    assert NOT_BELIEVED in text_of(page)
    assert page.client.get("/account/").status_code == 303
    (line,) = happenings(HappeningQuery(kind=Kind.PROVIDER_REFUSED))
    assert line.facts == {"fault": fault.value}


def test_whom_the_provider_knows_shows_a_second_factor_here(
    fake: FakeProvider, gate: Account
) -> None:
    visitor = Visitor("en")
    led = through(fake, visitor, then="/account/")
    assert led["Location"] == "/sign-in/second-factor/?next=%2Faccount%2F"
    assert visitor.get("/account/").status_code == 303

    assert visitor.give_code(gate, led["Location"])["Location"] == "/account/"
    assert visitor.get("/account/").status_code == 200


@pytest.mark.usefixtures("gate")
def test_a_plain_userinfo_is_as_good_as_a_signed_one(fake: FakeProvider) -> None:
    fake.plain_userinfo = True
    assert through(fake, Visitor())["Location"].startswith("/sign-in/second-factor/")


def test_a_provider_that_saw_two_factors_is_enough_where_the_site_says_so(
    fake: FakeProvider, gate: Account
) -> None:
    fake.acr = "eidas2"
    assert through(fake, Visitor())["Location"].startswith("/sign-in/second-factor/")
    with override_settings(SORTIE_PROVIDER_STRONG=("eidas2", "eidas3")):
        visitor = Visitor()
        assert through(fake, visitor, then="/account/")["Location"] == "/account/"
        assert gate.name in text_of(visitor.get("/account/"))
        fake.acr = "eidas1"
        assert through(fake, Visitor())["Location"].startswith("/sign-in/second-factor/")


def minutes(number: int) -> datetime:
    return datetime.now(UTC) + timedelta(minutes=number)


def without(name: str) -> Callable[[Claims], Claims]:
    return lambda said: {key: each for key, each in said.items() if key != name}


def with_(**changed: Any) -> Callable[[Claims], Claims]:
    return lambda said: said | changed


@pytest.mark.usefixtures("gate")
@pytest.mark.parametrize(
    ("twist", "fault"),
    [
        (with_(aud="another client"), Fault.OTHER_AUDIENCE),
        (with_(aud=["another client"]), Fault.OTHER_AUDIENCE),
        (with_(aud=[CLIENT, "another client"]), Fault.OTHER_AUDIENCE),
        (with_(aud=[CLIENT, "another client"], azp="another client"), Fault.OTHER_AUDIENCE),
        (with_(iss="http://127.0.0.1:1"), Fault.OTHER_ISSUER),
        (with_(exp=minutes(-2)), Fault.EXPIRED),
        (with_(iat=minutes(9)), Fault.BAD_TOKEN),
        (with_(nbf=minutes(9)), Fault.BAD_TOKEN),
        (with_(nonce="another"), Fault.OTHER_NONCE),
        (with_(nonce=""), Fault.OTHER_NONCE),
        (with_(sub="sub-2"), Fault.OTHER_SUB),
        *(
            (without(name), Fault.BAD_TOKEN)
            for name in ("exp", "iat", "iss", "aud", "sub", "nonce")
        ),
    ],
)
def test_a_token_that_is_not_for_us_now_is_refused(
    fake: FakeProvider, twist: Callable[[Claims], Claims], fault: Fault
) -> None:
    fake.of_token = twist
    refused(through(fake, Visitor("en")), fault)


@pytest.mark.usefixtures("gate")
@pytest.mark.parametrize(
    ("twist", "fault"),
    [
        (with_(aud="another client"), Fault.OTHER_AUDIENCE),
        (with_(iss="http://127.0.0.1:1"), Fault.OTHER_ISSUER),
        (with_(exp=minutes(-2)), Fault.EXPIRED),
        (with_(sub="sub-2"), Fault.OTHER_SUB),
        (without("sub"), Fault.BAD_TOKEN),
        (without("aud"), Fault.BAD_TOKEN),
    ],
)
def test_a_userinfo_of_someone_else_or_for_someone_else_is_refused(
    fake: FakeProvider, twist: Callable[[Claims], Claims], fault: Fault
) -> None:
    fake.of_userinfo = twist
    refused(through(fake, Visitor("en")), fault)


@pytest.mark.usefixtures("gate")
@pytest.mark.parametrize("algorithm", ["HS256", "none"])
def test_a_token_signed_otherwise_is_refused(fake: FakeProvider, algorithm: str) -> None:
    fake.algorithm = algorithm
    refused(through(fake, Visitor("en")), Fault.BAD_TOKEN)


@pytest.mark.usefixtures("gate")
def test_a_token_signed_by_another_key_is_refused(fake: FakeProvider) -> None:
    fake.key = OTHER_KEY
    refused(through(fake, Visitor("en")), Fault.BAD_TOKEN)


@pytest.mark.usefixtures("gate")
def test_an_answer_of_another_browser_is_refused(fake: FakeProvider) -> None:
    """Or a page elsewhere would sign its visitor in as somebody else."""
    asked = go(Visitor())
    refused(come_back(Visitor("en"), asked, fake.allow(asked)), Fault.UNKNOWN_STATE)


@pytest.mark.usefixtures("gate")
def test_an_answer_serves_once(fake: FakeProvider) -> None:
    visitor = Visitor("en")
    asked = go(visitor)
    code = fake.allow(asked)
    assert come_back(visitor, asked, code).status_code == 303
    refused(come_back(visitor, asked, fake.allow(asked)), Fault.UNKNOWN_STATE)


@pytest.mark.usefixtures("gate")
def test_a_code_stolen_from_another_browser_is_of_no_use(fake: FakeProvider) -> None:
    """The proof key of the one who asked for it is in their session."""
    code = fake.allow(go(Visitor()))
    thief = Visitor("en")
    refused(come_back(thief, go(thief), code), Fault.UNREACHABLE)


@pytest.mark.usefixtures("gate")
def test_a_nonce_seen_before_is_refused(fake: FakeProvider) -> None:
    """A token made for one journey does not serve for the next, even with a good code."""
    before = go(Visitor())["nonce"][0]
    fake.of_token = with_(nonce=before)
    refused(through(fake, Visitor("en")), Fault.OTHER_NONCE)


@pytest.mark.usefixtures("gate")
def test_one_whom_the_provider_turns_away_is_told_so() -> None:
    visitor = Visitor("en")
    state = go(visitor)["state"][0]
    page = visitor.get("/sign-in/provider/back/", {"state": state, "error": "access_denied"})
    refused(page, Fault.TURNED_AWAY)


@pytest.mark.usefixtures("gate")
@pytest.mark.parametrize(
    ("path", "answer", "fault"),
    [
        ("/token", (500, "text/plain", "down"), Fault.UNREACHABLE),
        ("/token", (200, "application/json", "{}"), Fault.BROKEN_ANSWER),
        ("/token", (200, "application/json", '{"id_token": "x.y.z", "access_token": "a"}'),
         Fault.BAD_TOKEN),
        ("/jwks", (200, "application/json", '{"keys": []}'), Fault.BAD_TOKEN),
        ("/jwks", (200, "application/json", "[]"), Fault.BROKEN_ANSWER),
        ("/userinfo", (401, "text/plain", ""), Fault.UNREACHABLE),
        ("/userinfo", (200, "application/json", "[]"), Fault.OTHER_SUB),
        ("/userinfo", (200, "application/jwt", "not a token"), Fault.BAD_TOKEN),
    ],
)  # fmt: skip
def test_a_broken_provider_is_told_in_a_sentence(
    fake: FakeProvider, path: str, answer: tuple[int, str, str], fault: Fault
) -> None:
    fake.answers[path] = answer
    refused(through(fake, Visitor("en")), fault)


def test_two_accounts_that_share_an_address_over_there_stay_two(
    fake: FakeProvider, gate: Account
) -> None:
    """Only issuer and ``sub`` are looked at: an address is said, never proved."""
    fake.sub = "sub-9"
    fake.email = gate.email
    page = through(fake, Visitor("en"))

    assert page.status_code == 422
    assert "no account here is yours" in text_of(page)
    (waiting,) = managing.unlinked()
    assert (waiting.sub, waiting.said_email, waiting.account) == ("sub-9", gate.email, None)
    through(fake, Visitor("en"))
    assert len(managing.unlinked()) == 1


def test_the_same_sub_of_another_issuer_is_someone_else(fake: FakeProvider, gate: Account) -> None:
    Arrival.objects.filter(account=gate).update(issuer="https://another.example.org")
    page = through(fake, Visitor("en"))
    assert page.status_code == 422
    assert Arrival.objects.count() == 2


def test_once_an_administrator_says_whose_it_is_they_sign_in(
    fake: FakeProvider, gate: Account
) -> None:
    other = with_telephone("other", wall() - DAY)
    fake.sub = "sub-9"
    through(fake, Visitor())
    managing.link(int(managing.unlinked()[0].pk), other, wall(), by=BY)

    visitor = Visitor()
    led = through(fake, visitor)["Location"]
    visitor.give_code(other, led)
    assert other.name in text_of(visitor.get("/account/"))
    assert gate.name not in text_of(visitor.get("/account/"))


def test_one_who_is_signed_in_makes_themselves_known_to_the_provider(
    fake: FakeProvider, gate: Account
) -> None:
    Arrival.objects.filter(account=gate).update(sub="sub-of-last-year")
    other = with_telephone("other", wall() - DAY)
    visitor = Visitor()
    visitor.sign_in(other)
    asked = parse_qs(urlsplit(visitor.send("/account/", {"do": "link"})["Location"]).query)
    assert come_back(visitor, asked, fake.allow(asked))["Location"].startswith("/account/")
    assert Arrival.objects.get(sub="sub-1").account == other


def test_a_closed_account_is_not_opened_from_elsewhere(fake: FakeProvider, gate: Account) -> None:
    managing.close_account(gate, wall(), by=BY)
    assert through(fake, Visitor("en")).status_code == 422


def test_signing_out_signs_out_over_there_too(fake: FakeProvider, gate: Account) -> None:
    visitor = Visitor()
    visitor.give_code(gate, through(fake, visitor)["Location"])
    led = visitor.send("/account/", {}, "/sign-out/")["Location"]

    said = parse_qs(urlsplit(led).query)
    assert led.startswith(f"{fake.issuer}/session/end?")
    assert said["id_token_hint"][0].count(".") == 2
    assert said["post_logout_redirect_uri"] == ["http://testserver/"]
    assert visitor.get("/account/").status_code == 303


def test_without_another_provider_there_is_no_way_to_one(sqlite_store: str) -> None:
    assert sqlite_store
    visitor = Visitor()
    assert "provider" not in text_of(visitor.get("/sign-in/"))
    assert visitor.send("/sign-in/", {}, "/sign-in/provider/").status_code == 404
    assert visitor.get("/sign-in/provider/back/").status_code == 404
