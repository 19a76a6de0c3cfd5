"""The order: written on dated pieces, read again, made once; what follows it, and its papers."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from sortie import office, papers, store
from sortie.casework import Actor, Role
from tests.office import one_leave as leave
from tests.papers.reading import text_of
from tests.web.opening import NARROW, Window
from tests.web.reading import mark_in, text
from tests.web.sending import held_in, send, send_on
from tests.web.signing import Browser
from tests.web.sitting.seized import SURVEILLANCE, all_opined, held, seized

Browse = Callable[..., Browser]
Open = Callable[..., Window]
Hold = Callable[[datetime], None]
DECIDE = "/case/D-1/decide/"
MONDAY = leave.paris("2027-02-22T10:00")
GRANT = {
    "order": "O-1",
    "outcome": "granted",
    "reasons": "Au parquet : l'évasion est ancienne et a été jugée.",
    "grounds.0.text": "Le projet est suivi",
    "grounds.0.piece": "rapport",
    "conditions.0": "Rentrer avant 21 h",
}


def orders() -> list[store.StoredEvent]:
    return [e for e in store.events_of(store.Stream("case", "D-1")) if e.kind == "decided"]


def seen(browser: Browser) -> None:
    facts = "/case/D-1/facts/?to=decide"
    page = browser.get(facts)
    read = {**held_in(page), "facts": ["escape.2014-02-07"], "do": "send"}
    assert browser.post(facts, read)["Location"] == DECIDE


@pytest.fixture
def judge(browse: Browse, hold_at: Hold) -> Browser:
    seized()
    all_opined()
    held()
    hold_at(MONDAY)
    return browse(leave.JUDGE)


def granted(judge: Browser, **typed: str) -> Any:
    seen(judge)
    reread = send(judge, DECIDE, {**GRANT, **typed})
    return send_on(judge, DECIDE, reread, {}, do=mark_in(reread))


def test_opinions_facts_and_pieces_stand_beside_what_is_written(judge: Browser) -> None:
    shown = text(judge.get(DECIDE))

    assert "l'évasion de 2014" in shown
    assert "Évasion, du 7 février 2014 au 20 février 2014" in shown
    assert "vous ne l’avez pas vu" in shown
    assert "Ce qui s’oppose à une décision maintenant" in shown
    assert "rapport (rapport, 2 février 2027)" in shown


def test_the_law_says_may_and_never_that_a_leave_is_granted(judge: Browser) -> None:
    shown = text(judge.get(DECIDE))
    answer = shown.partition("Ce que la loi répond")[2]

    assert "peut accorder la permission, sans y être tenu" in answer
    assert "accordée" not in answer


def test_an_order_is_read_in_whole_sentences_before_it_is_made(judge: Browser) -> None:
    seen(judge)
    reread = send(judge, DECIDE, GRANT)

    shown = text(reread)
    for sentence in (
        "Ordonnance accordant une permission de sortir",
        "Il est accordé à Famille-P-1 Prénom une permission de sortir : permission de trois jours",
        "Le projet est suivi Pièce : rapport du 2 février 2027 (« rapport »).",
        "Rentrer avant 21 h",
        "Rien n’est rendu tant que vous ne l’avez pas confirmé.",
    ):
        assert sentence in shown, sentence
    assert orders() == []

    mark = mark_in(reread)
    done = send_on(judge, DECIDE, reread, {}, do=mark)
    again = send_on(judge, DECIDE, reread, {}, do=mark)
    assert (done.status_code, again.status_code) == (303, 303)
    assert done["Location"].startswith("/case/D-1/order/?done=")
    (made,) = orders()
    assert made.body["grounds"] == [{"piece": "rapport", "text": "Le projet est suivi"}]
    assert made.body["law_says"]["outcome"] == "open"


def test_what_changed_since_is_read_again(judge: Browser) -> None:
    seen(judge)
    reread = send(judge, DECIDE, GRANT)
    changed = send_on(judge, DECIDE, reread, {"conditions.0": "Rentrer à 20 h"}, mark_in(reread))

    assert changed.status_code == 200
    assert "Rentrer à 20 h" in text(changed)
    assert orders() == []


def test_an_order_is_refused_to_whoever_has_not_seen_the_facts(judge: Browser) -> None:
    reread = send(judge, DECIDE, GRANT)
    refused = send_on(judge, DECIDE, reread, {}, do=mark_in(reread))

    assert refused.status_code == 422
    assert held_in(refused)["reasons"] == [GRANT["reasons"]]
    assert orders() == []


def test_a_refusal_rests_on_dated_pieces(judge: Browser) -> None:
    seen(judge)
    said = {**GRANT, "outcome": "refused", "grounds.0.piece": "", "conditions.0": ""}
    reread = send(judge, DECIDE, said)
    assert "Aucune pièce ne l’établit." in text(reread)
    assert "La demande de Famille-P-1 Prénom est rejetée." in text(reread)

    refused = send_on(judge, DECIDE, reread, {}, do=mark_in(reread))
    assert refused.status_code == 422
    assert orders() == []


def test_whoever_does_not_decide_has_no_such_page(judge: Browser, browse: Browse) -> None:
    assert judge.get(DECIDE).status_code == 200
    stranger = browse(Actor("judge-9", Role.ENFORCEMENT_JUDGE, "court of the south"))
    for one in (browse(leave.COURT_CLERK), browse(leave.PROSECUTOR), stranger):
        assert one.get(DECIDE).status_code == 404
    nothing = stranger.get("/case/D-9/decide/")
    assert text(nothing) == text(stranger.get(DECIDE))


def test_an_order_shows_what_became_of_it_and_what_may_follow(
    judge: Browser, browse: Browse
) -> None:
    done = granted(judge)
    shown = text(judge.get(done["Location"]))
    assert "C’est enregistré." in shown
    assert "La permission ne peut pas être exécutée" in shown
    assert "pas encore notifiée" in shown

    clerk = browse(leave.COURT_CLERK)
    assert "Notifier l’ordonnance" in text(clerk.get("/case/D-1/order/"))
    assert "Notifier l’ordonnance" not in text(browse(SURVEILLANCE).get("/case/D-1/order/"))


def test_reasons_are_for_whoever_may_read_them(judge: Browser, browse: Browse) -> None:
    granted(judge)

    assert "l'évasion est ancienne" in text(browse(leave.HEAD).get("/case/D-1/order/"))
    gate = browse(leave.GATE).get("/case/D-1/order/")
    assert "l'évasion est ancienne" not in text(gate)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_paper_is_printed_for_whoever_may_print_it(
    judge: Browser, browse: Browse, hold_at: Hold, lang: str
) -> None:
    granted(judge)
    printed = judge.get(f"/case/D-1/paper/order/?lang={lang}")

    assert printed.status_code == 200
    assert printed["Content-Type"] == "application/pdf"
    assert printed["Content-Disposition"].startswith("inline; filename=")
    assert printed.content.startswith(b"%PDF-")
    assert "L’ordonnance" in text(judge.get("/case/D-1/order/"))
    assert browse(leave.GATE).get("/case/D-1/paper/order/").status_code == 404
    assert judge.get("/case/D-1/paper/nothing/").status_code == 404
    hold_at(leave.paris("2027-02-22T11:00"))
    head = browse(leave.HEAD)
    assert head.get("/case/D-1/paper/person_notice/").content.startswith(b"%PDF-")


def test_a_paper_that_cannot_be_made_yet_says_why(judge: Browser, browse: Browse) -> None:
    granted(judge)
    head = browse(leave.HEAD)

    refused = head.get("/case/D-1/paper/permit/")
    assert refused.status_code == 422
    assert "Le titre de permission" not in text(head.get("/case/D-1/order/"))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("look", [{}, {"viewport": NARROW}, {"color_scheme": "dark"}])
def test_the_pages_of_the_order_have_no_fault(
    window: Open, browse: Browse, hold_at: Hold, look: dict[str, Any], language: str
) -> None:
    seized()
    all_opined()
    held()
    hold_at(MONDAY)
    judge = window(leave.JUDGE, language, **look)
    page = judge.open(DECIDE)
    assert judge.faults() == []
    seen(browse(leave.JUDGE))

    page = judge.open(DECIDE)
    page.locator("[name=order]").fill("O-1")
    page.locator("[name=outcome]").select_option("granted")
    page.locator("[name=reasons]").fill("Le projet est suivi.")
    page.locator("button.main").click()
    page.locator("#reread").wait_for()
    assert judge.faults() == []
    page.locator("button.main").click()
    page.wait_for_url("**/order/**")
    assert judge.faults() == []


def test_the_order_bears_the_receipt_of_the_register_once_a_checkpoint_reaches_it(
    judge: Browser,
) -> None:
    granted(judge)
    address = "/case/D-1/paper/order/"
    bare = judge.get(address).content
    office.sealing.begin("register.example/prison")
    office.sealing.checkpoint(MONDAY)

    proved = judge.get(address).content
    assert "se vérifie sans réseau" not in said_by(bare)
    assert "se vérifie sans réseau" in said_by(proved)


def said_by(pdf: bytes) -> str:
    return text_of(papers.Paper("order", "", "fr", pdf)).casefold()
