"""A demonstration has accounts whose telephone nobody holds; a real site refuses to make any."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import override_settings

from sortie.web.accounts import managing
from sortie.web.accounts.signing import sessions, wall
from tests.web.accounts.people import DAY, MINUTE, NORTH, PASSWORD, places, with_telephone
from tests.web.accounts.visitors import Visitor


def test_one_signs_in_with_the_code_that_the_demonstration_shows(sqlite_store: str) -> None:
    assert sqlite_store
    places()
    with override_settings(SORTIE_DEMONSTRATION=True):
        gate = managing.open_for_demonstration(
            "Gate", "gate@example.org", PASSWORD, wall() - DAY, posts=[("gate", NORTH)]
        )
        for _ in range(2):
            visitor = Visitor()
            visitor.give_password(gate)
            typed = {"code": managing.code_now(gate), "next": "/"}
            assert visitor.send("/sign-in/second-factor/", typed)["Location"] == "/"


def test_a_site_that_is_none_makes_no_such_account_and_tells_no_code(sqlite_store: str) -> None:
    assert sqlite_store
    someone = with_telephone()
    with pytest.raises(ImproperlyConfigured):
        managing.code_now(someone)
    with pytest.raises(ImproperlyConfigured):
        managing.open_for_demonstration("G", "g@example.org", PASSWORD, wall(), posts=[])


def test_a_password_that_was_right_waits_a_quarter_of_an_hour_for_its_factor(
    sqlite_store: str,
) -> None:
    assert sqlite_store
    someone = with_telephone("someone", wall() - DAY)
    visitor = Visitor()
    visitor.give_password(someone)
    session = visitor.session

    kept = sessions.half(session, wall() + 14 * MINUTE)
    assert kept is not None
    assert kept.account == someone
    assert sessions.half(session, wall() + 16 * MINUTE) is None
