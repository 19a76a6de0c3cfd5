"""Looking for someone: in full, with those easily taken for them, and without a name kept."""

from collections.abc import Callable
from typing import Any

import pytest

from sortie.web.accounts.journal import SeenQuery, seen
from sortie.web.authority import Acting
from tests.office import one_leave as leave
from tests.web.lists import docket
from tests.web.lists.reading import cases_of, links, rows, text
from tests.web.sending import held_in
from tests.web.signing import Browser

Browse = Callable[..., Browser]


def looked(browser: Browser, **typed: str) -> Any:
    """Send the search as a browser does, and follow it where it leads."""
    token = browser.get("/search/").cookies["form"].value
    sent = browser.post("/search/", {"csrfmiddlewaretoken": token, **typed})
    return browser.get(sent["Location"]) if sent.status_code == 303 else sent


@pytest.fixture
def clerk(browse: Browse) -> Browser:
    docket.fill()
    return browse(leave.PRISON_CLERK)


def test_a_committal_number_finds_the_one_who_bears_it(clerk: Browser) -> None:
    page = looked(clerk, number=" 10977 ")

    assert [line[:3] for line in rows(page)] == [["Lirdane", "Quorel", "10977"]]
    assert cases_of(clerk.get(links(page, "dossiers de P-2"))) == ["D-2"]


def test_homonyms_are_shown_together_and_the_page_warns(clerk: Browser) -> None:
    page = looked(clerk, name="OSMERY")

    assert [line[0] for line in rows(page)] == ["Osmeri", "Osméry"]
    assert "Des noms semblables ne sont pas la même personne." in text(page)


def test_the_beginning_of_a_name_or_of_a_number_finds_nobody_and_the_page_says_why(
    clerk: Browser,
) -> None:
    assert "on les retrouve en entier seulement" in text(clerk.get("/search/"))
    for typed in ({"name": "Lir"}, {"number": "109"}):
        assert "Personne ne répond" in text(looked(clerk, **typed))


def test_the_address_and_the_log_hold_neither_the_name_nor_the_number(clerk: Browser) -> None:
    token = clerk.get("/search/").cookies["form"].value
    typed = {"csrfmiddlewaretoken": token, "name": "Lirdane", "number": "10977"}
    address = clerk.post("/search/", typed)["Location"]
    assert len(rows(clerk.get(address))) == 1

    said = [address, *(line.about for line in seen(SeenQuery()))]
    assert address in said[1:]
    assert not [each for each in said if "irdane" in each or "10977" in each]


@pytest.mark.parametrize(
    ("typed", "told"),
    [({"number": " ", "name": ""}, "Écrivez un numéro d’écrou"),
     ({"name": "123"}, "Un nom de famille a des lettres.")],
)  # fmt: skip
def test_a_search_for_nobody_is_refused_with_what_was_typed(
    clerk: Browser, typed: dict[str, str], told: str
) -> None:
    page = looked(clerk, **typed)

    assert page.status_code == 422
    assert told in text(page)
    assert held_in(page) is not None
    assert f'value="{typed["name"].strip()}"' in page.content.decode()


def test_a_lawyer_finds_by_name_the_cases_of_a_client_and_of_nobody_else(browse: Browse) -> None:
    docket.fill()
    lawyer = browse(Acting(account="l", post="l", role="lawyer", clients=frozenset({"P-1", "P-2"})))

    # P-3 has a name like that of P-1, and another lawyer.
    assert cases_of(looked(lawyer, name="Osméry")) == ["D-1"]
    assert cases_of(looked(lawyer, number="11203")) == []


def test_another_house_finds_nobody(browse: Browse) -> None:
    docket.fill()
    elsewhere = Acting(
        account="c", post="c", role="prison_clerk", of="prison of the south",
        prisons=frozenset({"prison of the south"}),
    )  # fmt: skip

    assert rows(looked(browse(elsewhere), number="10412")) == []
    assert rows(looked(browse(elsewhere), name="Osmeri")) == []
