"""The letter to an employer holds an appointment, whatever else the case holds."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sortie import casework as cw
from sortie import papers, store
from sortie.facts import house_dictionary
from sortie.law.france import FRENCH
from sortie.office import scripts
from tests.casework import stories
from tests.casework.stories import paris
from tests.house.tree import ROOT
from tests.papers import abouts
from tests.papers.reading import text_of

A_DAY = date(2027, 2, 20)
SCRIPTS = sorted((ROOT / "cases/france/scripts").glob("*.yaml"))
# Words of prison and of justice, beside those of the offences.
OF_PRISON = (
    "écrou", "détenu", "détention", "prison", "peine", "condamn", "juge", "tribunal",
    "infraction", "évasion", "victime", "interdiction", "permission", "procureur",
)  # fmt: skip

secrets = st.text("ABCDEFGHJKLMNPQRSTUVWXYZ", min_size=12, max_size=16)


def letter(about: papers.About) -> str:
    return text_of(papers.employer_letter(about, dated=A_DAY))


def test_the_letter_gives_the_day_the_hours_and_the_place() -> None:
    said = letter(abouts.about(abouts.granted()))

    assert "la venue de Nom-Z Prénom-Z, qui se présentera à vous en vue d'un emploi." in said
    assert "le lundi 15 mars 2027, entre 7 h 00 et 21 h 00, trajets compris." in said
    assert "Lieu a company" in said
    assert "Attestation de présence, à remettre à Nom-Z Prénom-Z" in said


@settings(max_examples=25)
@given(hidden=st.lists(secrets, min_size=16, max_size=16, unique=True))
def test_nothing_else_of_the_case_is_ever_in_the_letter(hidden: list[str]) -> None:
    """Every text of the case but the name and the place is a word of its own, looked for."""
    word = iter(hidden)
    ban = cw.AttachedBan(kind="contact", what=next(word), source=next(word))
    order = stories.grant(
        reasons=next(word), conditions=(next(word),), attached_bans=(ban,), despite=next(word),
        grounds=(cw.Ground(text=next(word), piece="P-1"),),
    )  # fmt: skip
    story = abouts.permitted(order, (ban,))
    fact = cw.FactNoted(fact=next(word), kind="escape", source=next(word))
    story.record(paris("2027-03-02T09:00"), cw.OFFICE, fact)
    story.record(paris("2027-03-02T09:00"), stories.OFFICER,
                 cw.PieceAdded(piece=next(word), kind=next(word), dated_on=A_DAY, digest="d",
                               about=next(word)))  # fmt: skip
    offences = {"custody": {"sentences": [{"offences": [next(word)]}]}}
    about = abouts.about(story, committal_number=next(word), unit=next(word),
                         judgments=(next(word),), file=offences)  # fmt: skip
    about = replace(about, case_id=next(word))

    said = letter(about)
    held = papers.employer_letter(about, dated=A_DAY)

    assert [each for each in hidden if each in said] == []
    assert [each for each in hidden if each.encode() in held.pdf] == []
    assert [each for each in hidden if each in held.name + held.title] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_no_letter_of_any_script_names_an_offence_or_the_prison(
    path: Path, sqlite_store: str
) -> None:
    assert sqlite_store
    played = scripts.play(path)
    typed = house_dictionary().words_typed
    offences = {each for code in FRENCH.offences for each in (code, *typed.get(code, ()))}
    for row in store.cases(store.CaseQuery()):
        about = papers.about(row.case_id, played.steps[-1].step.at)
        try:
            said = letter(about).lower()
        except papers.PapersError:
            continue
        unsaid = [*(offences - {"other", "autre"}), *OF_PRISON, about.case.prison.lower()]
        assert [each for each in unsaid if each in said] == []
        assert about.case.committal_number not in said


def test_a_leave_over_several_days_gives_both_days() -> None:
    terms = stories.a_day_out("2027-03-15T07:00", "2027-03-16T18:00")
    said = letter(abouts.about(abouts.granted(terms=terms)))

    assert "entre le lundi 15 mars 2027 à 7 h 00 et le mardi 16 mars 2027 à 18 h 00" in said


def test_a_leave_taken_back_calls_the_appointment_off_and_says_no_reason() -> None:
    said = letter(abouts.about(abouts.withdrawn()))

    assert "Annulation du rendez-vous du 15 mars 2027" in said
    assert "n'aura pas lieu." in said
    assert "incident" not in said
    assert "Attestation" not in said


@pytest.mark.parametrize("purpose", sorted(FRENCH.purposes - {"employer", "training"}))
def test_no_letter_is_written_for_any_other_purpose(purpose: str) -> None:
    about = abouts.about(abouts.granted(terms=replace(stories.A_MONDAY, purpose=purpose)))
    with pytest.raises(papers.NotForAnEmployer):
        papers.employer_letter(about, dated=A_DAY)


def test_no_letter_is_written_before_the_hours_are_known() -> None:
    for story in (
        stories.filed(),
        stories.decided(order=stories.refusal()),
        abouts.granted(dates_left_to=cw.Role.PROBATION_DIRECTOR),
    ):
        with pytest.raises(papers.NothingDecided):
            papers.employer_letter(abouts.about(story), dated=A_DAY)


def test_an_appointment_has_no_field_for_anything_else() -> None:
    fields: set[str] = set(papers.Appointment.__dataclass_fields__)
    assert fields == {"name", "terms", "withdrawn", "dated", "specimen"}
