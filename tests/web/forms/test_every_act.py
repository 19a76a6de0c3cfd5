"""Every act on a case has a form, whole in both languages, that nobody had to draw by hand."""

import re
from collections.abc import Callable
from datetime import datetime

import pytest

from sortie.casework import Actor, Role
from sortie.web.authority import cells
from sortie.web.forms import acts_on_a_case
from sortie.web.frame import page_tongue
from tests.office import one_leave as leave
from tests.web.sending import held_in
from tests.web.signing import OF_A_COURT, Browser

Browse = Callable[..., Browser]
Hold = Callable[[datetime], None]
# What the person alone may do, whoever writes it down for them.
OF_THE_PERSON = {"discontinue", "seize_president"}
NAMELESS = re.compile(r"<(label|legend|summary|option value=\"[^\"]+\")[^>]*>\s*<")


def who_may(verb: str) -> Actor:
    """Return someone of the house of the case whom the table lets do it."""
    if verb == "rule_on_appeal":
        return Actor("president-1", Role.APPEAL_PRESIDENT, "appeal court of the north")
    for cell in cells():
        own = "own_court" if cell.role in OF_A_COURT else "own_prison"
        if cell.action == verb and cell.relation == own and not cell.reason_asked:
            of = leave.COURT if own == "own_court" else leave.PRISON
            return Actor(f"{cell.role}-x", Role(cell.role), of)
    raise LookupError(verb)


def played(verb: str) -> None:
    if verb != "rule_on_appeal":
        for said in leave.until_permitted("D-1", "P-1"):
            said.say()
        return
    at = leave.paris("2027-02-03T12:00")
    for said in (
        *leave.until_granted("D-1", "P-1"),
        leave.told("D-1", Role.PROSECUTOR, leave.COURT_CLERK),
        leave.Said("lodge_appeal", "D-1", leave.PROSECUTOR, at, {"order": "O-D-1"}),
    ):
        said.say()


@pytest.mark.parametrize("verb", sorted(set(acts_on_a_case()) - OF_THE_PERSON))
def test_the_form_of_an_act_is_drawn_in_both_languages(
    browse: Browse, hold_at: Hold, verb: str
) -> None:
    played(verb)
    hold_at(leave.paris("2027-02-04T09:00"))

    for language in ("fr", "en"):
        page = browse(who_may(verb), language).get(f"/case/D-1/act/{verb}/")

        shown = page.content.decode()
        assert page.status_code == 200
        assert page_tongue(language).say(f"act.{verb}") in shown
        assert held_in(page)["seen"] != ["0"]
        assert NAMELESS.findall(shown) == []


@pytest.mark.parametrize("verb", sorted(OF_THE_PERSON))
def test_what_only_the_person_may_do_has_no_form_for_anyone_of_the_house(verb: str) -> None:
    with pytest.raises(LookupError):
        who_may(verb)
