"""A day at an employer, through the pages, by everyone concerned: filed, appealed, taken, back.

What happened is public and told without a name; the hours that are not public are invented.
"""

import re

from playwright.sync_api import Page

from sortie import store
from tests.web.scenarios.cast import Hold, Open, Stage, recorded
from tests.web.scenarios.typing import pressed, sent, typed, words

FACTS = ("escape.2014-02-07", "watch_list.2025-07-01", "organised_crime_unit.2025-07-29")
ORDER = "O-1"
ASKED = {
    "form": "declaration", "signed": "yes", "author": "P-1",
    "application.purpose": "employer", "application.filed_on": "2025-10-01",
    "application.departs_at:day": "2025-11-24", "application.departs_at:time": "07:00",
    "application.returns_at:day": "2025-11-24", "application.returns_at:time": "21:00",
    "application.escorted": "no", "said_places.0": "une entreprise près de Lyon",
}  # fmt: skip
NEEDED = {
    "application.funds_shown": "yes", "application.lodging_shown": "not_needed",
    "application.transport_shown": "true", "none:expert_report_on": "yes",
    "application.prosecutor_agrees": "no", "application.places.0.commune": "69123",
}  # fmt: skip


def filed(stage: Stage) -> str:
    """The clerk of the prison finds the person, asks the law, reads again, and files."""
    stage.at("2025-10-01T10:00")
    page = stage.by("prison clerk", "/filing/?number=0001")
    page.get_by_role("link", name=re.compile("Déposer une requête")).click()
    typed(page, ASKED)
    pressed(page, 'button[value="ask"]')
    assert "Pour répondre, il manque" in words(page)
    typed(page, {name: each for name, each in NEEDED.items()
                 if page.locator(f'[name="{name}"]').count()})  # fmt: skip
    pressed(page)
    said = words(page)
    assert "Relisez avant de déposer" in said
    assert "La moitié de la peine est exécutée" in said
    assert "peut accorder la permission, sans y être tenu" in said
    pressed(page)
    assert "Une réponse est due jusqu’au" in words(page)
    found = re.search(r"/case/([^/]+)/filed/", page.url)
    assert found is not None
    return found[1]


def saw(stage: Stage, who: str, case: str, *, of: int = len(FACTS)) -> Page:
    """Someone reads the facts that they must have seen, and ticks each."""
    page = stage.by(who, f"/case/{case}/facts/?to=sitting_file")
    shown = page.locator('input[name="facts"]')
    assert shown.count() == of
    for each in shown.all():
        each.check()
    pressed(page)
    return page


def opined(stage: Stage, who: str, case: str, sense: str, reasons: str) -> None:
    """A member gives their opinion from their own post, once they have seen the facts."""
    said = {"sense": sense, "reasons": reasons}
    assert "Rien n’est enregistré" in sent(stage.by(who, f"/case/{case}/act/give_opinion/"), said)
    saw(stage, who, case)
    assert "C’est enregistré." in sent(
        stage.by(who, f"/case/{case}/act/give_opinion/?fresh=1"), said
    )


def done(stage: Stage, who: str, case: str, verb: str, **said: str) -> str:
    """Someone does an act through its form, and is told that it is recorded."""
    told = sent(stage.by(who, f"/case/{case}/act/{verb}/?fresh=1"), said)
    assert "C’est enregistré." in told, f"{verb}: {told}"
    return told


def notified(stage: Stage, who: str, case: str, to: str, **said: str) -> None:
    """Someone notifies the order, with the proof of it."""
    done(stage, who, case, "notify", to=to, order=ORDER, **said)


def heard(stage: Stage, case: str) -> None:
    """The board: four opinions apart from the decision, one written in the room, a quorum."""
    stage.at("2025-11-12T14:00")
    opined(stage, "surveillance", case, "reserved", "conduite sans incident depuis un an")
    opined(stage, "head", case, "unfavourable", "évasion de 2014, et quartier de lutte contre la "
           "criminalité organisée")  # fmt: skip
    opined(stage, "prosecutor", case, "unfavourable", "risque d'une nouvelle évasion")

    agenda = "/sitting/?prison=Maison+centrale&day=2025-11-12&sitting=12"
    missing = stage.says("court clerk", agenda)
    assert "manque Le service pénitentiaire d’insertion" in missing or (
        "manque le service pénitentiaire d’insertion" in missing
    )
    room = stage.by("court clerk", f"/case/{case}/sitting/probation_service/")
    unread = sent(room, {"member": "probation_officer:seat-12-probation_officer",
                         "sense": "favourable",
                         "reasons": "projet d'emploi vérifié auprès de l'employeur",
                         "pieces": ["rapport", "convocation"]})  # fmt: skip
    assert "n’ont pas encore été lus au membre" in unread
    assert "vérifié auprès de l'employeur" in sent(room, {"facts": list(FACTS)})

    stage.at("2025-11-12T15:00")
    held = stage.by("court clerk", agenda.replace("/sitting/", "/sitting/held/"))
    four = ["enforcement_judge", "prosecutor", "head_of_prison", "probation_officer"]
    refused = sent(held, {"present": four, "minutes": "PV-12"})
    assert "ne siège pas valablement" in refused
    assert "Entendu" in sent(held, {"present": [*four, "surveillance_staff"]})
    minutes = stage.says("court clerk", agenda.replace("/sitting/", "/sitting/minutes/"))
    assert "risque d'une nouvelle évasion" in minutes


def decided(stage: Stage, case: str) -> None:
    """The judge reads the facts, writes an order that answers both, reads it again, makes it."""
    stage.at("2025-11-17T10:00")
    saw(stage, "judge", case)
    stage.at("2025-11-17T10:30")
    page = stage.by("judge", f"/case/{case}/decide/")
    beside = words(page)
    assert "risque d'une nouvelle évasion" in beside
    assert "Inscription au répertoire des détenus particulièrement signalés" in beside
    typed(page, {
        "order": ORDER, "outcome": "granted",
        "reasons": "Au parquet et au chef d'établissement : l'évasion de 2014 est ancienne et a "
        "été jugée ; la journée est brève.",
        "grounds.0.text": "L'entretien est réel et proche de la libération",
        "grounds.0.piece": "convocation",
        "conditions.0": "Rentrer avant 21 h",
    })  # fmt: skip
    pressed(page)
    said = words(page)
    assert "Il est accordé à Nom-A Prénom-A une permission de sortir" in said
    assert "Pièce : convocation de l’employeur du 25 septembre 2025" in said.replace("'", "’")
    pressed(page)
    assert "La permission ne peut pas être exécutée" in words(page)


def appealed(stage: Stage, case: str) -> None:
    """The prosecutor appeals on the same day: nobody goes out, and no permit is issued."""
    stage.at("2025-11-17T14:00")
    signed = {"means": "signature", "signed_at:day": "2025-11-17", "signed_at:time": "14:00"}
    notified(stage, "court clerk", case, "prosecutor", proof="émargement du parquet", **signed)
    stage.at("2025-11-17T15:00")
    signed["signed_at:time"] = "15:00"
    notified(stage, "prison clerk", case, "detained_person", proof="émargement", **signed)
    notified(stage, "court clerk", case, "lawyer", means="electronic", proof="accusé du cabinet")
    done(stage, "judge", case, "tell_victim", victim="V-1", means="bureau d'aide aux victimes")
    stage.at("2025-11-17T17:00")
    done(stage, "prosecutor", case, "lodge_appeal", order=ORDER)

    stage.at("2025-11-18T09:00")
    page = stage.by("prison clerk", f"/case/{case}/act/issue_permit/")
    assert "Rien n’est enregistré" in sent(page, {"permit": "T-1"})
    assert "Ne sort pas" in stage.says("gate", f"/gate/{case}/")
    stage.at("2025-11-19T10:00")
    done(stage, "lawyer", case, "add_piece", piece="observations", kind="observations",
         dated_on="2025-11-19", digest="sha256-observations")  # fmt: skip
    done(stage, "lawyer", case, "file_observations", piece="observations")


def upheld(stage: Stage, case: str) -> None:
    """On the Friday the president upholds, in urgency, for the Monday; all is notified again."""
    stage.at("2025-11-21T15:30")
    saw(stage, "president", case)
    stage.at("2025-11-21T16:00")
    page = stage.by("president", f"/case/{case}/act/rule_on_appeal/")
    ruling = {"order": ORDER, "outcome": "upheld",
              "reasons": "Les conditions de l'article D143-4 sont réunies."}  # fmt: skip
    assert "Rien n’est enregistré" in sent(page, ruling)
    assert "C’est enregistré." in sent(page, {"urgent": "Le départ est lundi, l'avocat a conclu."})
    stage.at("2025-11-21T17:00")
    notified(
        stage, "court clerk", case, "prosecutor", means="electronic", proof="accusé du parquet"
    )
    signed = {"means": "signature", "signed_at:day": "2025-11-21", "signed_at:time": "17:00"}
    notified(stage, "prison clerk", case, "detained_person", proof="émargement", **signed)
    assert "L’ordonnance peut être exécutée." in stage.says("judge", f"/case/{case}/order/")


def taken(stage: Stage, case: str) -> None:
    """On the Monday, not a minute too soon; back before nine in the evening."""
    stage.at("2025-11-21T18:00")
    done(stage, "prison clerk", case, "issue_permit", permit="T-1")
    order = stage.by("prison clerk", f"/case/{case}/order/")
    for kind in ("permit", "police_notice", "person_notice", "order"):
        link = order.locator(f'a[href="/case/{case}/paper/{kind}/"]')
        printed = order.request.get(
            f"{order.url.partition('/case/')[0]}{link.get_attribute('href')}"
        )
        assert printed.body().startswith(b"%PDF-"), kind
    stage.at("2025-11-24T06:59")
    assert "Pas avant" in stage.says("gate", f"/gate/{case}/")
    stage.at("2025-11-24T07:40")
    page = stage.by("gate", f"/gate/{case}/let_out/")
    sent(page, {"answered_name": "yes", "committal_number": "0001", "second_means": "photo",
                "permit": "T-1", "exit": "leave", "permit_handed": "yes"})  # fmt: skip
    assert state(case) == "out"
    stage.at("2025-11-24T20:42")
    pressed(stage.by("gate", f"/gate/{case}/record_return/"))
    assert state(case) == "returned"


def state(case: str) -> str:
    found = store.case(case)
    assert found is not None
    return found.state


def test_a_day_at_an_employer_goes_through_the_pages(window: Open, hold_at: Hold) -> None:
    recorded()
    stage = Stage(window, hold_at)

    case = filed(stage)
    stage.at("2025-10-01T11:00")
    done(stage, "court clerk", case, "route_application")
    stage.at("2025-10-06T09:30")
    report = "rapport du service de probation"
    done(stage, "officer", case, "add_piece", piece="rapport", kind=report,
         dated_on="2025-10-03", digest="sha256-rapport")  # fmt: skip
    stage.at("2025-10-07T09:30")
    summons = "convocation de l'employeur"
    done(stage, "lawyer", case, "add_piece", piece="convocation", kind=summons,
         dated_on="2025-09-25", digest="sha256-convocation")  # fmt: skip
    stage.at("2025-10-20T09:00")
    done(stage, "court clerk", case, "seize_board", sitting="12",
         **{"sits_at:day": "2025-11-12", "sits_at:time": "14:00"})  # fmt: skip

    heard(stage, case)
    decided(stage, case)
    appealed(stage, case)
    upheld(stage, case)
    taken(stage, case)

    assert stage.faults() == []
    kinds = [each.kind for each in store.events_of(store.Stream("case", case))]
    assert kinds.count("opinion_given") == 4
    for kind in ("victim_told", "appeal_lodged", "appeal_decided", "permit_issued", "departed",
                 "return_recorded"):  # fmt: skip
        assert kinds.count(kind) == 1, kind
