"""A kept comparison on a page: what its report says, with nothing that names or counts a few."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from sortie.reform import results, showing
from sortie.reform.showing.blocks import Heading, Listed, Said, Table, Terms, Typed, Warned
from sortie.web.authority import POSTS
from sortie.web.frame import page_tongue
from sortie.web.site import comparisons
from tests.office import one_leave as leave
from tests.reform.results.made import REFORM, drawings, report
from tests.web.accounts.visitors import text_of
from tests.web.authority.people import acting
from tests.web.signing import Browser

Browse = Callable[..., Browser]
LIST = "/reforms/compared/"
A_DAY = leave.MORNING.date()
WHO_COMPARES = {
    "court_clerk", "enforcement_judge", "prosecutor", "appeal_president", "head_of_prison",
    "prison_clerk", "probation_officer", "probation_director", "auditor", "administrator",
}  # fmt: skip


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[Path]:
    with override_settings(SORTIE_COMPARISONS=tmp_path / "comparisons"):
        yield tmp_path / "comparisons"


@pytest.fixture
def name(folder: Path) -> str:
    return results.keep(folder, report(), drawings(), A_DAY)


def test_where_none_is_kept_the_page_says_how_one_is_made(browse: Browse) -> None:
    page = text_of(browse(leave.HEAD, "en").get(LIST))

    assert "No comparison is kept here yet." in page
    assert "sortie reform compare " in page
    assert "--keep comparisons" in page
    assert "SORTIE_COMPARISONS" in page


def test_a_kept_comparison_is_listed_with_its_laws_and_its_people(
    browse: Browse, name: str
) -> None:
    page = text_of(browse(leave.HEAD, "en").get(LIST))

    assert "The law in force" in page
    assert "900" in page
    assert "synthetic population" in page
    assert f"{LIST}{name}/" in browse(leave.HEAD).get(LIST).content.decode()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_page_says_all_that_the_report_says(browse: Browse, name: str, language: str) -> None:
    page = text_of(browse(leave.JUDGE, language).get(f"{LIST}{name}/"))
    voice, found = page_tongue(language), report()
    said = [showing.title_of(found, voice), found.command]
    for figure in showing.figures_of(found.comparison, voice):
        said += [figure.title, figure.sentence, *figure.table.heads]
        said += [cell for row in figure.table.rows for cell in row]
    for section in (showing.head_of(found, voice), *showing.sections_of(found, voice)):
        said += [section.title, *_texts(section)]

    plain = " ".join(page.split())
    assert [each for each in said if " ".join(each.split()) not in plain] == []


def _texts(section: showing.Section) -> Iterator[str]:
    for block in section.blocks:
        match block:
            case Listed(items):
                yield from items
            case Terms(terms):
                yield from (line for term in terms for line in term.lines)
            case Table(rows=rows):
                yield from (cell for row in rows for cell in row)
            case Heading(text) | Said(text) | Typed(text) | Warned(text):
                yield text


def test_the_drawings_are_images_of_the_site_in_the_language_of_the_page(
    browse: Browse, name: str
) -> None:
    for language in ("fr", "en"):
        browser = browse(leave.JUDGE, language)
        page = browser.get(f"{LIST}{name}/").content.decode()
        assert page.count(f'<img src="{LIST}{name}/') == 5
        assert "<svg" not in page
        image = browser.get(f"{LIST}{name}/people.svg")
        assert image["Content-Type"] == "image/svg+xml"
        assert image["Content-Security-Policy"].startswith("default-src 'none'")
        assert f"people {language}" in image.content.decode()


def test_without_drawings_the_tables_and_the_sentences_are_there(
    browse: Browse, folder: Path
) -> None:
    name = results.keep(folder, report(), {}, A_DAY)
    answer = browse(leave.JUDGE, "en").get(f"{LIST}{name}/")

    assert "This comparison is kept without drawings." in text_of(answer)
    assert f'<img src="{LIST}' not in answer.content.decode()
    assert answer.content.decode().count("<details") == 5
    assert browse(leave.JUDGE).get(f"{LIST}{name}/people.svg").status_code == 404


def test_what_is_taken_away_is_the_report_and_its_numbers(browse: Browse, name: str) -> None:
    browser = browse(leave.JUDGE, "en")
    page = browser.get(f"{LIST}{name}/report.html")
    numbers = browser.get(f"{LIST}{name}/comparison.json")

    assert f'filename="{name}.html"' in page["Content-Disposition"]
    assert page.content.decode() == showing.page(report(), drawings()["en"], page_tongue("en"))
    assert json.loads(numbers.content) == json.loads(json.dumps(results.written(report())))


@pytest.mark.parametrize("missing", ["fr.reform.nothing-0000000000", "..%2F..%2Fsecret", "x.json"])
def test_one_that_is_not_kept_is_said_not_to_be_and_how_to_make_it(
    browse: Browse, missing: str
) -> None:
    browser = browse(leave.JUDGE, "en")
    for more in ("report.html", "comparison.json", "people.svg"):
        assert browser.get(f"{LIST}{missing}/{more}").status_code == 404
    answer = browser.get(f"{LIST}{missing}/")
    assert answer.status_code == 404
    if "%2F" not in missing:
        assert f"No comparison “{missing}” is kept here." in text_of(answer)
        assert "sortie reform compare " in text_of(answer)


def test_a_file_that_cannot_be_shown_is_named_and_the_others_are_shown(
    browse: Browse, folder: Path, name: str
) -> None:
    (folder / "other.json").write_text("{}", "utf-8")
    browser = browse(leave.JUDGE, "en")

    page = text_of(browser.get(LIST))
    assert "A file of the folder is not shown" in page
    assert "other.json" in page
    assert f"{LIST}{name}/" in browser.get(LIST).content.decode()
    answer = browser.get(f"{LIST}other/")
    assert answer.status_code == 404
    assert "must be made again" in text_of(answer)


def test_what_hides_too_little_is_not_shown(browse: Browse, folder: Path, name: str) -> None:
    path = folder / f"{name}.json"
    path.write_text(path.read_text("utf-8").replace('"threshold":11', '"threshold":2'), "utf-8")
    answer = browse(leave.JUDGE, "en").get(f"{LIST}{name}/")

    assert answer.status_code == 404
    assert "hides too little to be shown" in text_of(answer)


def test_what_is_in_a_file_is_never_markup(browse: Browse, folder: Path, name: str) -> None:
    path = folder / f"{name}.json"
    text = path.read_text("utf-8").replace("Two thirds are wanting", "<script>alert(1)</script>")
    path.write_text(text, "utf-8")

    page = browse(leave.JUDGE, "en").get(f"{LIST}{name}/").content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page


@pytest.mark.parametrize("role", POSTS)
def test_those_who_apply_the_law_see_them_and_nobody_else_does(
    sqlite_store: str, name: str, role: str
) -> None:
    assert sqlite_store
    browser = Browser(acting(role), "en")
    wanted = 200 if role in WHO_COMPARES else 404
    for more in ("", f"{name}/", f"{name}/people.svg", f"{name}/report.html"):
        assert browser.get(f"{LIST}{more}").status_code == wanted


def test_no_page_of_a_comparison_names_anyone_who_acts(browse: Browse, name: str) -> None:
    for more in ("", f"{name}/", f"{name}/comparison.json"):
        said = browse(leave.JUDGE).get(f"{LIST}{more}").content.decode()
        _, _, shown = said.partition("<main")
        for actor in (leave.JUDGE, leave.OTHER_JUDGE, leave.PROSECUTOR, leave.HEAD):
            assert actor.id not in said
        assert leave.COURT not in shown


def test_the_folder_is_the_one_named_or_stands_beside_the_store(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sqlite = {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "sortie.db"}
    monkeypatch.delenv("SORTIE_COMPARISONS", raising=False)
    assert comparisons.comparisons_beside(sqlite) == tmp_path / "comparisons"
    monkeypatch.setenv("SORTIE_COMPARISONS", str(tmp_path / "kept"))
    assert comparisons.comparisons_beside(sqlite) == tmp_path / "kept"


def test_the_reform_is_the_one_of_the_house() -> None:
    """The numbers of these tests are made up; the reform that they speak of is not."""
    assert report().reforms[1].id == REFORM
