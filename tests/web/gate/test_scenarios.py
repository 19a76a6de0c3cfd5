"""Two written scenarios at the gate, in a real browser: a day that goes well, one that does not."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Page, expect

from sortie import office, store
from sortie.casework import Actor, Role
from tests.office.one_leave import paris
from tests.web.gate.leaves import played_until
from tests.web.opening import NARROW, Window

Open = Callable[..., Window]
Hold = Callable[[datetime], None]
_OF_MESSAGES = ("message_sent", "message_received", "receipt_overdue")
TOUCH = {"width": 1024, "height": 768}
WEST, CENTRAL = "Centre pénitentiaire de l'Ouest", "Maison centrale"


def kinds(case: str) -> list[str]:
    found = store.events_of(store.Stream("case", case))
    return [each.kind for each in found if each.kind not in _OF_MESSAGES]


def check(page: Page, number: str, permit: str, *, means: str = "Photographie") -> None:
    """Fill in what the gate checks, in its order."""
    page.get_by_role("group", name="La personne a dit son nom").get_by_label("Oui").check()
    page.get_by_label("Numéro d’écrou, lu sur le titre").fill(number)
    page.get_by_label(means, exact=True).check()
    page.get_by_label("Numéro du titre").fill(permit)
    page.get_by_label("Permission", exact=True).check()
    page.get_by_role("group", name="Le titre est remis").get_by_label("Oui").check()


def press(page: Page) -> None:
    """Press the button of the form."""
    page.locator("form[data-draft] button.main").click()


def test_scenario_a_leaves_at_its_hour_and_is_back_before_nine(
    window: Open, hold_at: Hold, tmp_path: Path
) -> None:
    played_until("une minute trop tôt", "day_at_an_employer.yaml", tmp_path)
    gate = window(Actor("porte-1", Role.GATE, CENTRAL), viewport=TOUCH, has_touch=True)

    hold_at(paris("2025-11-24T06:59"))
    page = gate.open("/gate/")
    expect(page.locator(".gate-row.early")).to_contain_text("Pas avant")
    page.get_by_label("Numéro d’écrou lu sur le titre").fill("0001")
    page.get_by_role("button", name="Chercher").tap()
    page.locator("#gate-found-part").get_by_role("link", name="Nom-A").tap()
    page.get_by_role("link", name="Laisser sortir").tap()
    check(page, "0001", "T-1")
    page.locator("form[data-draft] button.main").tap()
    expect(page.locator("#faults")).to_contain_text("le départ est fixé au lundi 24 novembre 2025")
    expect(page.get_by_label("Numéro du titre")).to_have_value("T-1")

    hold_at(paris("2025-11-24T07:40"))
    page.locator("form[data-draft] button.main").tap()
    expect(page.locator("#receipt")).to_contain_text("C’est enregistré.")
    expect(page.locator(".gate-row.out")).to_contain_text("Partie : 7 h 40")
    assert kinds("D-1")[-1] == "departed"

    hold_at(paris("2025-11-24T20:42"))
    page.reload()
    page.get_by_role("link", name="Nom-A").tap()
    page.get_by_role("link", name="Constater le retour").tap()
    page.get_by_role("button", name="Constater le retour maintenant").tap()
    expect(page.locator(".gate-row.back")).to_contain_text("20 h 42")
    assert kinds("D-1")[-1] == "return_recorded"
    assert gate.faults() == []


def test_scenario_b_is_not_back_is_declared_by_a_named_person_and_found_after_thirteen_days(
    window: Open, hold_at: Hold, tmp_path: Path
) -> None:
    played_until("départ", "collective_outing.yaml", tmp_path)
    plain = {"java_script_enabled": False, "viewport": NARROW}
    gate = window(Actor("porte-1", Role.GATE, WEST), **plain)
    head = window(Actor("directeur-1", Role.HEAD_OF_PRISON, WEST), **plain)
    clerk = window(Actor("greffe-1", Role.PRISON_CLERK, WEST), **plain)

    hold_at(paris("2025-11-14T13:32"))
    page = gate.open("/gate/D-7/let_out/")
    check(page, "7007", "T-7")
    press(page)
    expect(page.locator(".gate-row.out")).to_contain_text("Partie")

    hold_at(paris("2025-11-14T15:20"))
    page = gate.open("/gate/D-7/report_incident/")
    page.get_by_label("La personne s’est éclipsée").check()
    page.get_by_label("Ce qui s’est passé").fill("a quitté le groupe dans le hall")
    press(page)
    expect(page.get_by_text("Ce qu’il faut faire, et qui")).to_be_visible()

    hold_at(paris("2025-11-14T17:31"))
    office.tick(paris("2025-11-14T17:31"))
    page = gate.open("/gate/")
    expect(page.locator(".gate-row.late")).to_contain_text("N’est pas rentrée")
    assert "vasion" not in page.locator("main").inner_text()

    hold_at(paris("2025-11-14T17:40"))
    page = head.open("/gate/D-7/")
    page.get_by_role("link", name="Déclarer l’évasion").click()
    page.get_by_label("Raison").fill("A quitté le groupe à 15 h 10, pas rentré à 17 h 30.")
    press(page)
    said = page.locator(".gate-missing")
    expect(said).to_contain_text("Évasion déclarée par le chef d’établissement (directeur-1)")
    for told in ("la police ou la gendarmerie", "le procureur de la République", "le préfet",
                 "le directeur interrégional", "le ministère"):  # fmt: skip
        expect(said.get_by_role("row", name=told)).to_contain_text("absence de retour")

    hold_at(paris("2025-11-27T06:40"))
    page = clerk.open("/gate/")
    page.get_by_role("link", name="Nom-G").click()
    page.get_by_role("link", name="Constater la reprise").click()
    page.get_by_label("Lieu de la reprise").fill("une ville voisine")
    press(page)
    expect(page.locator(".gate-stand")).to_contain_text("Reprise notée : 6 h 40")
    since = kinds("D-7").index("departed")
    assert kinds("D-7")[since:] == [
        "departed", "incident_reported", "not_returned", "escape_declared", "recaptured",
    ]  # fmt: skip
    assert clerk.open("/gate/").locator(".gate-row").count() == 0
    assert [each.complaints for each in (gate, head, clerk)] == [[], [], []]
