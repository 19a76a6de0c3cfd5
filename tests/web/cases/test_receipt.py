"""The proof that an event of a case is in the register: what it proves, and what it never says."""

from collections.abc import Callable
from datetime import datetime

import pytest

from sortie import office, register
from sortie.web.authority import history_shown, open_case
from tests.office import one_leave as leave
from tests.web.cases import scenes
from tests.web.reading import text
from tests.web.signing import Browser

Browse = Callable[..., Browser]
Hold = Callable[[datetime], None]
PAGE = f"/case/{scenes.CASE}/"
PROOF = f"{PAGE}receipt/50/"


@pytest.fixture
def keys(sqlite_store: str, hold_at: Hold) -> register.Keys:  # noqa: ARG001 (opens the store)
    scenes.played_until(scenes.APPEALED)
    hold_at(leave.paris(scenes.APPEALED))
    return office.sealing.begin("register.example/prison")


@pytest.mark.usefixtures("keys")
def test_before_a_checkpoint_it_says_to_come_back(browse: Browse) -> None:
    judge = browse(scenes.JUDGE)

    assert "Aucun point de contrôle n’atteint encore cet événement" in text(judge.get(PROOF))
    assert judge.get(f"{PROOF}?file=50").status_code == 404


def test_its_file_is_verified_and_says_nothing_of_the_person(
    browse: Browse, keys: register.Keys
) -> None:
    office.sealing.checkpoint(leave.paris(scenes.APPEALED))
    judge = browse(scenes.JUDGE)

    file = judge.get(f"{PROOF}?file=50")
    checked = register.check_receipt(file.content.decode(), vkeys=keys.vkeys)

    assert register.Proved.INCLUDED in checked.proved
    assert checked.receipt.opening is None
    assert scenes.PERSON not in file.content.decode()
    assert file["Content-Disposition"] == 'attachment; filename="D-1-0050.tlog-proof"'


@pytest.mark.usefixtures("keys")
def test_each_line_of_the_history_leads_to_the_proofs_of_all_its_events(browse: Browse) -> None:
    office.sealing.checkpoint(leave.paris(scenes.APPEALED))
    judge = browse(scenes.JUDGE)

    address = f"{PAGE}receipt/57/?until=77"
    assert f'href="{address}"' in judge.get(PAGE).content.decode()
    assert text(judge.get(address)).count("Prendre la preuve") == 21


@pytest.mark.usefixtures("keys")
def test_what_is_not_there_and_what_may_not_be_seen_are_answered_alike(browse: Browse) -> None:
    office.sealing.checkpoint(leave.paris(scenes.APPEALED))
    opened = open_case(scenes.LAWYER, scenes.CASE, leave.paris(scenes.APPEALED))
    shown = history_shown(opened.sight, opened.shown.case, opened.shown.history)
    hidden = {each.number for each in opened.shown.history} - {each.number for each in shown}

    assert hidden
    for number in (*sorted(hidden)[:3], 404):
        answer = browse(scenes.LAWYER).get(f"{PAGE}receipt/{number}/")
        assert (number, answer.status_code) == (number, 404)
    assert browse(scenes.GATE).get(PROOF).status_code == 404
    assert browse(scenes.JUDGE).get("/case/D-404/receipt/1/").status_code == 404
