"""The docket seen by everyone who works on it: nobody's day is empty, and the clock goes on."""

from datetime import timedelta

import pytest

from sortie import casework, demonstration, office
from sortie.web.demonstration.timer import ring
from sortie.web.frame import page_tongue
from tests.demonstration.dockets import AT, Docket
from tests.web.demonstration.test_front import FRONT, sends
from tests.web.signing import Browser

NOTHING_WAITS = page_tongue("fr").say("my_day.tasks.none")
WITH_A_DAY = [each for each in demonstration.SIGN_INS if each.role in set(casework.Role)]


def signed_in(each: demonstration.SignIn) -> Browser:
    browser = Browser(None, "fr")
    assert sends(browser, FRONT, "/demonstration/enter/", account=each.account) == "/"
    return browser


@pytest.mark.usefixtures("lived_in")
def test_nobody_has_an_empty_day() -> None:
    empty = []
    for each in WITH_A_DAY:
        page = signed_in(each).get("/").content.decode()
        if NOTHING_WAITS in page:
            empty.append(each.account)
    assert empty == []


def test_the_acceptance_case_is_named_on_the_first_page(lived_in: Docket) -> None:
    page = Browser(None, "en").get(FRONT).content.decode()
    assert f'href="/cases/{lived_in.case("acceptance")}/"' in page.replace("/case/", "/cases/")


def test_the_timer_makes_due_what_is_due(lived_in: Docket) -> None:
    tomorrow = AT + timedelta(days=4)
    before = lived_in.shown("opinion_nearly_deemed").case.number

    ring(tomorrow)

    after = office.case_shown(lived_in.case("opinion_nearly_deemed"), tomorrow).case
    assert after.number > before
    assert casework.state_of(after) is casework.State.OPINION_DEEMED
