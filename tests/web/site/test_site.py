"""What every answer of the site says and does not say, whoever asks."""

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from django.test import override_settings

from sortie.web.frame import COOKIE
from sortie.web.site.secret import secret_beside
from tests.office import one_leave as leave
from tests.web.sending import held_in
from tests.web.signing import Browser

Browse = Callable[..., Browser]
Hold = Callable[[datetime], None]


@pytest.mark.parametrize("path", ["/", "/nothing", "/static/skin.css"])
def test_every_answer_lets_nothing_in_from_elsewhere(browse: Browse, path: str) -> None:
    with closing(browse(leave.COURT_CLERK).get(path)) as answer:
        said = answer.headers

    policy = dict(
        part.strip().partition(" ")[::2] for part in said["Content-Security-Policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert {policy["script-src"], policy["style-src"], policy["connect-src"]} == {"'self'"}
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in said["Content-Security-Policy"]
    assert said["X-Content-Type-Options"] == "nosniff"
    assert said["Referrer-Policy"] == "same-origin"
    assert said["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in said


def test_no_page_is_kept_by_the_browser_and_no_static_file_is_asked_for_twice(
    browse: Browse,
) -> None:
    browser = browse(leave.COURT_CLERK)

    page = browser.get("/")
    sheet = page.content.decode().partition('rel="stylesheet" href="')[2].partition('"')[0]

    assert page.headers["Cache-Control"] == "no-store"
    assert "?v=" in sheet
    with closing(browser.get(sheet)) as kept:
        assert "max-age=31536000" in kept.headers["Cache-Control"]


def test_every_cookie_is_for_this_site_and_for_no_script(browse: Browse) -> None:
    browser = browse(leave.COURT_CLERK)
    page = browser.get("/")
    token = page.content.decode().partition('csrfmiddlewaretoken" value="')[2].partition('"')[0]

    browser.post("/language/", {"language": "en", "back": "/", "csrfmiddlewaretoken": token})

    assert set(browser.cookies) == {"form", COOKIE}
    for cookie in browser.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


def test_the_language_is_that_of_the_browser_until_another_is_chosen(browse: Browse) -> None:
    browser = browse(leave.COURT_CLERK, "en-GB,en;q=0.9")
    page = browser.get("/")
    token = page.content.decode().partition('csrfmiddlewaretoken" value="')[2].partition('"')[0]
    assert '<html lang="en">' in page.content.decode()

    sent = browser.post(
        "/language/", {"language": "fr", "back": "/?x=1", "csrfmiddlewaretoken": token}
    )

    assert (sent.status_code, sent["Location"]) == (303, "/?x=1")
    assert '<html lang="fr">' in browser.get("/").content.decode()


@pytest.mark.parametrize(
    "back", ["https://elsewhere.test/", "//elsewhere.test", "javascript:x", ""]
)
def test_one_is_never_sent_elsewhere(browse: Browse, back: str) -> None:
    browser = browse(leave.COURT_CLERK)
    page = browser.get("/").content.decode()
    token = page.partition('csrfmiddlewaretoken" value="')[2].partition('"')[0]

    sent = browser.post(
        "/language/", {"language": "fr", "back": back, "csrfmiddlewaretoken": token}
    )

    assert sent["Location"] == "/"


def test_a_language_nobody_speaks_here_is_answered_in_french(browse: Browse) -> None:
    assert '<html lang="fr">' in browse(None, "de,it").get("/sign-in/").content.decode()


def test_a_form_without_its_token_does_nothing(browse: Browse) -> None:
    sent = browse(leave.COURT_CLERK).post("/language/", {"language": "en", "back": "/"})

    assert sent.status_code == 403
    assert "Rien n’a été fait." in sent.content.decode()
    assert COOKIE not in sent.cookies


def test_a_method_that_a_page_does_not_answer_is_refused(browse: Browse) -> None:
    refused = browse(leave.COURT_CLERK).get("/language/")

    assert (refused.status_code, refused["Allow"]) == (405, "POST")


def test_a_failure_of_the_program_shows_nothing_of_it(browse: Browse) -> None:
    browser = browse(leave.COURT_CLERK)
    browser.raise_request_exception = False

    with override_settings(SORTIE_AT="no instant at all"):
        page = browser.get("/")

    assert page.status_code == 500
    assert "Traceback" not in page.content.decode()


def test_a_database_that_fails_is_told_as_such(browse: Browse, sqlite_store: str) -> None:
    browser = browse(leave.COURT_CLERK)
    Path(sqlite_store.removeprefix("sqlite:///")).write_bytes(b"no database at all" * 100)

    page = browser.get("/")

    assert page.status_code == 503
    assert "Le service est interrompu" in page.content.decode()


def test_another_host_is_not_answered(browse: Browse) -> None:
    assert browse(leave.COURT_CLERK).get("/", headers={"Host": "other.test"}).status_code == 400


def test_the_secret_is_made_once_and_read_by_its_owner_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SORTIE_SECRET")
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(tmp_path / "a.db")}

    first, second = secret_beside(database), secret_beside(database)

    assert first == second
    assert len(first) > 50
    assert [path.name for path in tmp_path.iterdir()] == ["sortie.secret"]
    assert (tmp_path / "sortie.secret").stat().st_mode & 0o777 == 0o600


def test_what_the_table_wants_a_reason_for_is_opened_once_it_is_written(
    browse: Browse, hold_at: Hold
) -> None:
    for said in (leave.recorded("P-1"), leave.filed("D-1", "P-1"), leave.routed("D-1")):
        said.say()
    leave.Said("move_person", "P-1", leave.PRISON_CLERK, leave.paris("2027-02-02T09:00"), {
        "since": "2027-02-02", "prison": "prison of the south", "court": "court of the south",
        "kind": "maison_centrale",
    }).say()  # fmt: skip
    hold_at(leave.paris("2027-02-03T09:00"))
    browser = browse(leave.COURT_CLERK)
    path = "/case/D-1/act/add_piece/"

    asked = browser.get(path)
    assert asked.status_code == 403
    assert "Dites pourquoi vous ouvrez ceci" in asked.content.decode()
    token = held_in(asked).get("csrfmiddlewaretoken") or [
        asked.content.decode().partition('csrfmiddlewaretoken" value="')[2].partition('"')[0]
    ]
    sent = browser.post(
        "/reason/", {"back": path, "reason": "Un recours.", "csrfmiddlewaretoken": token[0]}
    )

    assert (sent.status_code, sent["Location"]) == (303, path)
    # The case is shown to a former court; nothing is done on it from there.
    assert browser.get(path).status_code == 404
