"""What the store cannot promise is never told as done; a first refusal is told again."""

from argparse import Namespace

import pytest

from sortie import casework, facts, office, store
from sortie.cli.office.bench import Bench
from sortie.errors import SortieError
from sortie.store.writing.refusals import written_refusal
from sortie.words import Clock, tongue
from sortie.words.office import is_a_fault_of_the_machine, refused_before, told


def said(error: SortieError, lang: str) -> str:
    bench = Bench(tongue(lang), Clock(tongue(lang)), key="k-9", chosen=Namespace(zone=None))
    return "\n".join(each.message for each in told(error, bench))


REFUSALS = [
    casework.ActRefused(
        "permit_issued",
        (
            casework.Objection(
                casework.Hindrance.WINDOW_OPEN,
                {"closes_at": "2025-11-23T00:00:00+01:00"},
                ("fr.procedure.stay",),
            ),
            casework.Objection(casework.Hindrance.DATES_TO_FIX, {"role": "enforcement_judge"}),
        ),
    ),
    store.StaleVersion("case/D-1", 3, 5),
    office.NoApplication(("departs_at", "purpose")),
    office.WordUnknown("x", ("a", "b")),
    facts.CaseRefused(
        (facts.Fault(facts.Cause.NOT_A_DATE, "person.born_on", "hier", facts.Wanted.DATE),)
    ),
]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("error", REFUSALS, ids=lambda error: error.code)
def test_a_refusal_is_told_again_in_the_same_words(error: SortieError, lang: str) -> None:
    kept = written_refusal(error)
    again = refused_before(kept["code"], kept["params"])

    assert said(again, lang) == said(error, lang)
    before = store.RefusedBefore(kept["code"], kept["params"])
    assert said(before, lang) == said(error, lang)
    assert not is_a_fault_of_the_machine(before)


def test_an_appeal_window_is_told_with_its_last_day_and_its_article() -> None:
    lines = said(REFUSALS[0], "fr").replace("\u202f", " ").replace("\u00a0", " ").splitlines()

    assert lines[0] == (
        "Le titre de permission ne peut pas être délivré : la fenêtre d'appel du procureur court "
        "jusqu'au samedi 22 novembre 2025 à 24 h (CPP D49-40). Attendez, ou versez le visa de "
        "non-appel (give_visa)."
    )
    assert said(REFUSALS[0], "en").splitlines()[1].startswith("The leave permit cannot be issued: ")


@pytest.mark.parametrize("why", store.Why)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_is_not_recorded_is_not_said_to_be(why: store.Why, lang: str) -> None:
    not_recorded = said(store.NotRecorded(why), lang)
    unknown = said(store.OutcomeUnknown(why), lang)

    assert not_recorded.startswith({"fr": "Non enregistré", "en": "Not recorded"}[lang])
    assert "--key k-9" in unknown
    assert "k-9" not in not_recorded
    assert is_a_fault_of_the_machine(store.NotRecorded(why))
    assert is_a_fault_of_the_machine(store.OutcomeUnknown(why))


def test_a_refusal_that_this_version_has_no_words_for_is_told_by_its_code() -> None:
    told_again = said(store.RefusedBefore("office.tomorrow", {"what": "x"}), "en")

    assert "office.tomorrow" in told_again
