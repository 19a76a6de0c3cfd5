"""The forms of the acts: done once, refused with everything typed, never lost."""

from collections.abc import Callable
from datetime import datetime

import pytest

from sortie import store
from tests.office import one_leave as leave
from tests.web.sending import held_in, send, send_on
from tests.web.signing import Browser

Browse = Callable[..., Browser]
Hold = Callable[[datetime], None]
SEIZE = "/case/D-1/act/seize_board/"
SITTING = {"sitting": "12", "sits_at:day": "2027-02-20", "sits_at:time": "14:00"}


def routed() -> None:
    for said in (leave.recorded("P-1"), leave.filed("D-1", "P-1"), leave.routed("D-1")):
        said.say()


def kinds() -> list[str]:
    return [each.kind for each in store.events_of(store.Stream("case", "D-1"))]


@pytest.fixture
def clerk(browse: Browse, hold_at: Hold) -> Browser:
    routed()
    hold_at(leave.paris("2027-02-02T09:00"))
    return browse(leave.COURT_CLERK)


def test_an_act_is_done_and_its_receipt_is_shown(clerk: Browser) -> None:
    done = send(clerk, SEIZE, SITTING)

    assert done.status_code == 303
    assert kinds()[-1] == "message_sent"
    assert "board_seized" in kinds()
    assert "C’est enregistré." in clerk.get(done["Location"]).content.decode()


def test_the_hour_is_that_of_the_clocks_of_the_prison(clerk: Browser) -> None:
    send(clerk, SEIZE, SITTING)

    seized = next(
        e for e in store.events_of(store.Stream("case", "D-1")) if e.kind == "board_seized"
    )
    assert seized.body["sits_at"] == "2027-02-20T14:00:00+01:00"


def test_what_is_sent_twice_is_done_once(clerk: Browser) -> None:
    page = clerk.get(SEIZE)

    first = send_on(clerk, SEIZE, page, SITTING)
    second = send_on(clerk, SEIZE, page, SITTING)

    assert (first.status_code, second.status_code) == (303, 303)
    assert first["Location"] == second["Location"]
    assert kinds().count("board_seized") == 1


def test_every_fault_is_told_at_once_and_what_was_typed_stays(clerk: Browser) -> None:
    refused = send(clerk, SEIZE, {"sits_at:day": "2027-02-20", "sits_at:time": "soon"})

    shown = refused.content.decode()
    assert refused.status_code == 422
    assert "Numéro de la séance\u202f: il faut le dire." in shown
    assert "«\u202fsoon\u202f» n’est pas une heure" in shown
    assert held_in(refused)["sits_at:day"] == ["2027-02-20"]
    assert held_in(refused)["sits_at:time"] == ["soon"]
    assert 'href="#f-sits_at-time"' in shown
    assert 'id="f-sits_at-time"' in shown
    assert "board_seized" not in kinds()


def test_what_the_office_refuses_is_told_without_the_words_of_the_command_line(
    browse: Browse, hold_at: Hold
) -> None:
    routed()
    hold_at(leave.paris("2027-02-02T09:00"))
    judge = browse(leave.JUDGE)

    said = {"order": "O-1", "outcome": "granted", "reasons": "Une promesse d'embauche."}
    refused = send(judge, "/case/D-1/act/decide/", said)

    shown = refused.content.decode()
    assert refused.status_code == 422
    assert "Saisissez-la, ou dites l’urgence." in shown
    assert "seize_board" not in shown.partition("<form method")[0]
    assert held_in(refused)["reasons"] == ["Une promesse d'embauche."]


def test_a_refused_form_put_right_is_another_command(clerk: Browser) -> None:
    refused = send(clerk, SEIZE, {**SITTING, "sits_at:day": "2027-01-20"})
    assert refused.status_code == 422

    assert send_on(clerk, SEIZE, refused, {"sits_at:day": "2027-02-20"}).status_code == 303


def test_a_case_that_moved_on_is_told_before_anything_is_done(clerk: Browser) -> None:
    page = clerk.get(SEIZE)
    leave.skipped("D-1").say()

    refused = send_on(clerk, SEIZE, page, SITTING)

    assert refused.status_code == 422
    assert "Le dossier a avancé depuis que vous l’avez ouvert." in refused.content.decode()
    assert held_in(refused)["sitting"] == ["12"]


def test_lines_are_added_and_removed_without_javascript(browse: Browse, hold_at: Hold) -> None:
    routed()
    hold_at(leave.paris("2027-02-02T09:00"))
    judge, decide = browse(leave.JUDGE), "/case/D-1/act/decide/"

    one = send(judge, decide, {"conditions.0": "Rester joignable"}, do="more conditions.1")
    two = send_on(judge, decide, one, {"conditions.1": "Rentrer à l'heure"}, do="drop conditions.0")

    assert one.status_code == two.status_code == 200
    assert held_in(one)["conditions.1"] == [""]
    assert "conditions.0" not in held_in(two)
    assert held_in(two)["conditions.1"] == ["Rentrer à l'heure"]


def test_a_stranger_finds_what_does_not_exist(browse: Browse, hold_at: Hold) -> None:
    routed()
    hold_at(leave.paris("2027-02-02T09:00"))
    gate = browse(leave.GATE)

    theirs, nothing, unknown = (
        gate.get(path) for path in (SEIZE, "/case/D-9/act/seize_board/", "/case/D-1/act/nothing/")
    )

    bodies = {
        page.content.replace(b"D-9", b"D-1").replace(b"act/nothing", b"act/seize_board")
        for page in (theirs, nothing, unknown)
    }
    assert {page.status_code for page in (theirs, nothing, unknown)} == {404}
    assert len({_without_token(body) for body in bodies}) == 1


def _without_token(body: bytes) -> bytes:
    return b"\n".join(line for line in body.splitlines() if b"csrfmiddlewaretoken" not in line)


def test_nobody_signed_in_is_asked_to_sign_in(browse: Browse) -> None:
    assert browse(None).get(SEIZE).status_code in (401, 303)
