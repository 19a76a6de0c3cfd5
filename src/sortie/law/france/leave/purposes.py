"""What a leave may be asked for."""

from datetime import date

from sortie.law.france.citing import cpp
from sortie.law.france.kinds import Admissible, Purpose, SoonReleasable
from sortie.law.france.leave.served import half_served
from sortie.law.france.person import Person
from sortie.rules import rule

FAMILY = frozenset(
    {Purpose.FAMILY_TIES, Purpose.FAMILY_ILLNESS, Purpose.FAMILY_DEATH, Purpose.BIRTH}
)
REINTEGRATION = frozenset({Purpose.REINTEGRATION, Purpose.EMPLOYER, Purpose.TRAINING, Purpose.EXAM})
TIES_OR_REINTEGRATION = FAMILY | REINTEGRATION
DAY_WITHOUT_MORE = frozenset({Purpose.EXAM, Purpose.CARE, Purpose.CULTURE_SPORT, Purpose.VOTE})
EMPLOYER_OR_TRAINING = frozenset({Purpose.EMPLOYER, Purpose.TRAINING})
GRAVE_EVENT = frozenset({Purpose.FAMILY_ILLNESS, Purpose.FAMILY_DEATH})
FAMILY_EVENT = GRAVE_EVENT | {Purpose.BIRTH}
OLD_DAY = frozenset(
    {
        Purpose.EXAM,
        Purpose.CARE,
        Purpose.CULTURE_SPORT,
        Purpose.MILITARY,
        Purpose.COURT,
        Purpose.OBLIGATION,
    }
)
OLD_DAY_1975 = frozenset({Purpose.EMPLOYER, Purpose.EXAM, Purpose.CARE, Purpose.MILITARY})


@rule("fr.purpose.ties_or_reintegration", cites=cpp("723-3", "D145"), since="1998-12-09",
      until="2016-09-16")  # fmt: skip
def for_ties_or_reintegration(p: Person, day: date) -> bool:
    """Maintien des liens familiaux ou réinsertion (family ties or reintegration)."""
    return p.purpose in TIES_OR_REINTEGRATION


@for_ties_or_reintegration.version(cites=cpp("723-3", "D143"), since="2016-09-17")
def for_ties_or_reintegration_2016(p: Person, day: date) -> bool:
    """Maintien des liens familiaux ou réinsertion (family ties or reintegration)."""
    return p.purpose in TIES_OR_REINTEGRATION


@rule("fr.purpose.soon_releasable", cites=cpp("D143"), since="1998-12-09", until="2016-09-16")
def soon_releasable(p: Person, day: date) -> bool:
    """La personne est prochainement libérable (the person is soon releasable).

    The text gives no number (Q13): left to the judge, or measured by the parole date.
    """
    return p.soon_releasable == SoonReleasable.JUDGE_APPRECIATES or half_served(p, day)


@soon_releasable.version(cites=cpp("D143-4"), since="2016-09-17")
def soon_releasable_2016(p: Person, day: date) -> bool:
    """La personne est prochainement libérable (the person is soon releasable)."""
    return p.soon_releasable == SoonReleasable.JUDGE_APPRECIATES or half_served(p, day)


@rule("fr.purpose.admissible", cites=cpp("D143"), since="1998-12-09", until="2014-12-31")
def admissible_to_adjustment(p: Person, day: date) -> bool:
    """Un aménagement de peine est à sa portée (an adjustment of sentence is within reach)."""
    return (
        Admissible.PAROLE in p.admissible_to
        or Admissible.SEMI_LIBERTY in p.admissible_to
        or Admissible.OUTSIDE_PLACEMENT in p.admissible_to
    )


@admissible_to_adjustment.version(cites=cpp("D143"), since="2015-01-01", until="2016-09-16")
def admissible_to_adjustment_2015(p: Person, day: date) -> bool:
    """Un aménagement de peine est à sa portée (an adjustment of sentence is within reach)."""
    return (
        Admissible.PAROLE in p.admissible_to
        or Admissible.SEMI_LIBERTY in p.admissible_to
        or Admissible.OUTSIDE_PLACEMENT in p.admissible_to
        or Admissible.RELEASE_UNDER_CONSTRAINT in p.admissible_to
    )


@admissible_to_adjustment.version(cites=cpp("D143-4"), since="2016-09-17")
def admissible_to_adjustment_2016(p: Person, day: date) -> bool:
    """Un aménagement de peine est à sa portée (an adjustment of sentence is within reach)."""
    return (
        Admissible.PAROLE in p.admissible_to
        or Admissible.SEMI_LIBERTY in p.admissible_to
        or Admissible.OUTSIDE_PLACEMENT in p.admissible_to
        or Admissible.RELEASE_UNDER_CONSTRAINT in p.admissible_to
        or Admissible.HOME_DETENTION in p.admissible_to
    )


@rule("fr.purpose.employer_or_training", cites=cpp("D143-4"), since="2016-09-17")
def for_employer_or_training(p: Person, day: date) -> bool:
    """Présentation à un employeur ou à un organisme de formation (employer or training body)."""
    return p.purpose in EMPLOYER_OR_TRAINING


@rule("fr.purpose.day", cites=cpp("D143-4"), since="2016-09-17")
def for_exam_care_culture_vote(p: Person, day: date) -> bool:
    """Examen, soins, culture ou sport, vote (exam, care, culture or sport, vote)."""
    return p.purpose in DAY_WITHOUT_MORE


@rule("fr.purpose.family_event", cites=cpp("D144"), since="1998-12-09", until="2016-09-16")
def for_family_event(p: Person, day: date) -> bool:
    """Maladie grave ou décès d'un proche (grave illness or death in the family)."""
    return p.purpose in GRAVE_EVENT


@for_family_event.version(cites=cpp("D143-5"), since="2016-09-17")
def for_family_event_2016(p: Person, day: date) -> bool:
    """Maladie grave ou décès d'un proche, naissance (grave illness, death, or a birth)."""
    return p.purpose in FAMILY_EVENT


@rule("fr.purpose.obligation", cites=cpp("D145"), since="2016-09-17")
def for_obligation(p: Person, day: date) -> bool:
    """Une obligation exige la présence, sans représentation possible (presence is required)."""
    return p.purpose == Purpose.OBLIGATION and not p.representation_possible


@rule("fr.purpose.court", cites=cpp("D145"), since="2016-09-17")
def for_court(p: Person, day: date) -> bool:
    """Convocation en justice, sans visioconférence possible (summoned, no video link)."""
    return p.purpose == Purpose.COURT and not p.video_link_possible
