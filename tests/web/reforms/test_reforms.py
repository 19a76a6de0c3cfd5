"""The reforms, read by whoever is signed in: what they change, and that they are not the law."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import override_settings
from django.urls import reverse

from sortie import reform
from sortie.reform import results
from sortie.web import authority
from sortie.web.authority import POSTS
from tests.office import one_leave as leave
from tests.reform.results import made
from tests.web.accounts.visitors import text_of
from tests.web.authority.people import acting
from tests.web.signing import Browser

Browse = Callable[..., Browser]
SHELF = "/reforms/"


@pytest.fixture(autouse=True)
def nothing_kept(tmp_path: Path) -> object:
    with override_settings(SORTIE_COMPARISONS=tmp_path / "none"):
        yield


def test_every_reform_of_the_house_is_listed_with_its_standing(browse: Browse) -> None:
    page = text_of(browse(leave.GATE, "en").get(SHELF))

    for each in reform.packaged():
        assert each.title["en"].replace("'", "’") in page
        assert f"Reform {each.id}: " in page
    assert "announced, not in force to our knowledge" in page
    assert "sortie reform compare reform.yaml --population people --keep comparisons" in page


def test_nobody_reads_them_without_signing_in(browse: Browse) -> None:
    for address in (SHELF, f"{SHELF}fr.reform.longer_day/", f"{SHELF}compared/"):
        answer = browse(None).get(address)
        assert answer.status_code == 303
        assert answer["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("each", [each.id for each in reform.packaged()])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_one_reform_shows_both_texts_and_says_that_it_is_not_the_law(
    browse: Browse, each: str, language: str
) -> None:
    answer = browse(leave.JUDGE, language).get(f"{SHELF}{each}/")
    page, found = text_of(answer), reform.packaged_reform(each)

    assert answer.status_code == 200
    assert {"fr": "Ce n’est pas la loi", "en": "This is not the law"}[language] in page
    assert found.author in page
    for beside in reform.side_by_side(found):
        assert beside.of in page
    assert f"{SHELF}{each}/replay/" in answer.content.decode()


def test_what_a_figure_is_worth_is_read_without_unfolding_anything(browse: Browse) -> None:
    page = text_of(browse(leave.JUDGE, "fr").get(f"{SHELF}fr.reform.longer_day/"))

    assert re.findall(r"<b>(\d)</b>", page) == ["1", "2"]
    assert "<details" not in page


def test_a_reform_leads_to_the_rules_and_the_texts_that_it_touches(browse: Browse) -> None:
    browser = browse(leave.JUDGE, "en")
    page = browser.get(f"{SHELF}fr.reform.announced_2025/").content.decode()
    linked = re.findall(r'href="(/law/[^"]+)"', page)

    assert reverse("law_rule", kwargs={"rule_id": "fr.purpose.admissible"}) in linked
    assert reverse("law_text", kwargs={"text_id": "fr.cpp.d143-4"}) in linked
    assert {browser.get(address).status_code for address in linked} == {200}


def test_a_reform_that_is_not_there_leads_to_those_that_are(browse: Browse) -> None:
    answer = browse(leave.JUDGE, "en").get(f"{SHELF}fr.reform.nothing/")

    assert answer.status_code == 404
    assert "There is no reform “fr.reform.nothing” here." in text_of(answer)
    assert f"{SHELF}fr.reform.longer_day/" in answer.content.decode()


def test_the_comparisons_of_a_reform_are_listed_on_its_page(browse: Browse, tmp_path: Path) -> None:
    name = results.keep(tmp_path, made.report(), {}, leave.MORNING.date())
    with override_settings(SORTIE_COMPARISONS=tmp_path):
        page = browse(leave.JUDGE).get(f"{SHELF}{made.REFORM}/").content.decode()
        other = browse(leave.JUDGE).get(f"{SHELF}fr.reform.longer_day/").content.decode()

    assert f"/reforms/compared/{name}/" in page
    assert name not in other


@pytest.mark.parametrize("role", POSTS)
def test_a_link_that_leads_nowhere_for_a_post_is_not_shown_to_it(
    sqlite_store: str, role: str
) -> None:
    assert sqlite_store
    reach: dict[str, set[str]] = {
        "prisons": {leave.PRISON}, "courts": {leave.COURT}, "appeals_from": {leave.COURT},
        "followed": {"P-1"}, "clients": {"P-1"},
    }  # fmt: skip
    browser = Browser(acting(role, **reach), "en")
    page = browser.get(f"{SHELF}fr.reform.longer_day/").content.decode()
    may = {
        "/reforms/compared/": authority.may(role, "none", "comparisons.see"),
        "/replay/": any(authority.may(role, each, "reforms.replay") for each in authority.Relation),
    }
    assert {link: f'{link}"' in page for link in may} == may
