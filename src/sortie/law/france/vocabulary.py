"""The closed lists of the French case file.

An offence is named here when a rule of leave, of judge or of credit turns on it; the articles
say which offences each name stands for. Everything else is ``other``.
"""

from enum import StrEnum

from sortie import facts
from sortie.law.france.kinds import (
    Adjustment,
    Admissible,
    Court,
    Kind,
    Offence,
    Purpose,
    Status,
    Unit,
)

OFFENCES: dict[str, tuple[str, ...]] = {
    Offence.ORGANISED_CRIME.value: ("CPP 706-73", "CPP 706-73-1", "CPP 706-74"),
    Offence.TERRORISM.value: ("CPP 706-16",),
    Offence.SEXUAL_706_47.value: ("CPP 706-47",),
    Offence.COUPLE_VIOLENCE.value: ("CP 132-80",),
    Offence.MURDER_OF_MINOR.value: ("CPP 706-47", "CPP 712-21"),
    Offence.MURDER_IN_RECIDIVISM.value: ("CPP 706-47",),
    Offence.RAPE_OF_MINOR_UNDER_15.value: ("CPP 706-47", "CPP 712-21"),
    Offence.ESCAPE.value: ("CP 434-27", "CP 434-29"),
    Offence.VIOLENCE_ON_OFFICIALS.value: ("CPP 721-1-2",),
    Offence.OTHER.value: (),
}

LEAVE_TYPES = frozenset(
    [
        "fr.leave.short",
        "fr.leave.detention_centre",
        "fr.leave.release_support",
        "fr.leave.days_off",
        "fr.leave.day",
        "fr.leave.family_event",
        "fr.leave.obligation",
        "fr.escorted_leave",
        "fr.leave.before_2016.day",
        "fr.leave.before_2016.days_off",
        "fr.leave.before_2016.family_event",
        "fr.leave.before_2016.three_days",
        "fr.leave.before_2016.detention_centre",
        "fr.leave.before_2016.adapted_sentence_centre",
    ]
)


def _words(kind: type[StrEnum]) -> frozenset[str]:
    return frozenset(member.value for member in kind)


FRENCH = facts.Vocabulary(
    jurisdiction="fr",
    commune_pattern="(?:[0-9]{2}|2[AB])[0-9]{3}",
    statuses=_words(Status),
    offences=frozenset(OFFENCES),
    supervisions=frozenset(["incurred", "pronounced"]),
    courts=_words(Court),
    security_shares=frozenset(["half", "two_thirds"]),
    reduction_kinds=frozenset(["supplementary", "single", "exceptional", "credit"]),
    placement_kinds=_words(Kind),
    units=_words(Unit),
    adjustment_kinds=_words(Adjustment) - {Adjustment.NONE.value},
    measures=_words(Admissible),
    leave_types=LEAVE_TYPES,
    authorities=frozenset(
        [
            "enforcement_judge",
            "enforcement_court",
            "appeal_chamber",
            "head_of_prison",
            "investigating_judge",
            "prosecutor",
        ]
    ),
    leave_outcomes=frozenset(
        ["returned", "returned_late", "not_returned", "not_taken", "withdrawn"]
    ),
    incident_kinds=frozenset(
        [
            "escape",
            "not_returned",
            "late_return",
            "breach_of_conditions",
            "offence_during_leave",
            "disciplinary",
        ]
    ),
    ban_kinds=frozenset(["contact", "place"]),
    purposes=_words(Purpose),
    application_outcomes=frozenset(["granted", "refused", "adjourned", "inadmissible", "pending"]),
)
