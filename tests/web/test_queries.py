"""However many cases a prison has, a page asks the database as many questions."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

from sortie import store
from sortie.casework import Actor
from sortie.web import authority
from sortie.web.frame import pages
from tests.office import one_leave as leave
from tests.web.signing import Browser

STAFF = (
    leave.PRISON_CLERK, leave.GATE, leave.HEAD, leave.OFFICER,
    leave.COURT_CLERK, leave.JUDGE, leave.PROSECUTOR,
)  # fmt: skip
FEW, MANY = 2, 14
FAMILIES = ("Abrel", "Bocquin", "Cordeval", "Dusfray", "Ermolic", "Fangour", "Gilbou", "Hurdane",
            "Ivrelle", "Jospane", "Kermov", "Lutrac", "Mandrol", "Norvique")  # fmt: skip
IDS = {"case_id": "D-w-0", "person_id": "P-w-0", "case": "D-w-0", "person": "P-w-0"}


def came(number: int) -> None:
    """Let this many people wait, be permitted, and be outside, each with a name of their own."""
    family = FAMILIES[number]
    for kind, carried in (("w", 0), ("p", 1), ("o", 2)):
        case, person = f"D-{kind}-{number}", f"P-{kind}-{number}"
        named = leave.recorded(person, family_name=f"{family}{kind * 2}", given_name=family[::-1])
        if carried == 0:
            leave.say_all([named, leave.filed(case, person), leave.routed(case)])
        else:
            leave.say_all([named, *leave.until_permitted(case, person)[1:]])
        if carried == 2:
            leave.let_out(case, person).say()


def addresses() -> Iterator[tuple[str, str]]:
    """Yield each page that shows something, with an address of it."""
    for page in pages():
        if page.show is None:
            continue
        wanted = {name: IDS[name] for name in IDS if f":{name}>" in page.route}
        try:
            yield page.name, reverse(page.name, kwargs=wanted)
        except NoReverseMatch:
            continue


def asked(browse: Callable[..., Browser], who: Actor) -> dict[str, int]:
    """Return how many questions each page asked that this person may see, once all is warm."""
    browser, found = browse(who), {}
    for name, address in addresses():
        if browser.get(address).status_code != 200:
            continue
        with CaptureQueriesContext(connection) as queries:
            browser.get(address)
        found[name] = len(queries)
    return found


def every(browse: Callable[..., Browser]) -> dict[tuple[str, str], int]:
    return {(who.role, name): count for who in STAFF for name, count in asked(browse, who).items()}


def test_a_page_asks_no_more_of_a_full_store_than_of_a_small_one(
    browse: Callable[..., Browser], hold_at: Callable[[datetime], Any]
) -> None:
    hold_at(leave.paris("2027-03-15T12:00"))
    for number in range(FEW):
        came(number)
    small = every(browse)
    for number in range(FEW, MANY):
        came(number)
    full = every(browse)

    assert len(small) > 8 * len(STAFF)
    assert {each: (small[each], full[each]) for each in small if full[each] > small[each]} == {}


def test_a_page_that_asks_more_is_seen(
    browse: Callable[..., Browser],
    hold_at: Callable[[datetime], Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One question a case is what this is for: a list that opens each of its cases is found out."""
    hold_at(leave.paris("2027-03-15T12:00"))
    came(0)
    plain = authority.cases

    def opening(*given: Any, **more: Any) -> Any:
        found = plain(*given, **more)
        for row in found:
            store.events_of(store.Stream("case", row.case_id))
        return found

    monkeypatch.setattr(authority, "cases", opening)
    small = asked(browse, leave.PRISON_CLERK)
    came(1)
    full = asked(browse, leave.PRISON_CLERK)
    assert [name for name in small if full[name] > small[name]]
