"""The person as the rules of leave see them: one record, made from a case file.

Every field may also be missing or lie between bounds; ``readings of the law`` are fields like
the others, so that a rule that depends on one says so.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sortie.days import Length, Over
from sortie.law.france.kinds import (
    Adjustment,
    Admissible,
    Court,
    CreditInFractions,
    EndDay,
    FractionsBy,
    Kind,
    LeaveDay,
    Minors20162021,
    Offence,
    OnceAYear,
    Purpose,
    RecidivistInDetentionCentre,
    ShortTotalInDetentionCentre,
    SoonReleasable,
    Status,
    SupportStructureBefore2022,
    TerritoryBanOtherAims,
    Unit,
)
from sortie.law.france.sentence.choices import RemandOff
from sortie.rules import Reading, Under

Fraction = Annotated[date, Under("credit_in_fractions", "fractions_by", "remand_off")]


@dataclass(frozen=True)
class Person:
    """One person, their custody, and the leave they ask for."""

    # the person and the custody
    born_on: date
    committed_on: date
    end_of_sentence: Annotated[date, Under("end_day")]
    total: Length
    third_term: Fraction
    half_term: Fraction
    two_thirds_term: Fraction
    recidivist: bool
    status: Over[Status]
    security_period: Annotated[Over[bool], Under("remand_off")]
    kind: Over[Kind]
    unit: Over[Unit]
    adjustment: Over[Adjustment]
    territory_ban: Over[bool]
    parole_requires_leave: Over[bool]
    admissible_to: frozenset[Admissible]
    supervision_incurred: bool
    supervision_pronounced: bool
    offences: frozenset[Offence]
    courts: frozenset[Court]

    # what came before
    judge_leave_on: date
    head_of_prison_excluded: Over[bool]
    long_leave_this_year: Annotated[Over[bool], Under("once_a_year")]
    bar_on_asking: Over[bool]
    application_pending: bool

    # the leave asked for
    purpose: Purpose
    filed_on: date
    abroad: bool
    funds_shown: bool
    lodging_settled: bool
    transport_settled: bool
    prepares_relief: bool
    expert_report_on: date
    prosecutor_agrees: bool
    representation_possible: bool
    video_link_possible: bool
    days_asked: Annotated[int, Under("leave_day")]
    only_days_off: bool

    # readings of the law
    credit_in_fractions: Annotated[CreditInFractions, Reading("fr.reading.credit_in_fractions")]
    fractions_by: Annotated[FractionsBy, Reading("fr.reading.fractions_by")]
    remand_off: Annotated[RemandOff, Reading("fr.reading.remand_off")]
    end_day: Annotated[EndDay, Reading("fr.reading.end_day")]
    once_a_year: Annotated[OnceAYear, Reading("fr.reading.once_a_year")]
    leave_day: Annotated[LeaveDay, Reading("fr.reading.leave_day")]
    short_total_in_detention_centre: Annotated[
        ShortTotalInDetentionCentre, Reading("fr.reading.short_total_in_detention_centre")
    ]
    soon_releasable: Annotated[SoonReleasable, Reading("fr.reading.soon_releasable")]
    territory_ban_other_aims: Annotated[
        TerritoryBanOtherAims, Reading("fr.reading.territory_ban_other_aims")
    ]
    support_structure_before_2022: Annotated[
        SupportStructureBefore2022, Reading("fr.reading.support_structure_before_2022")
    ]
    minors_2016_2021: Annotated[Minors20162021, Reading("fr.reading.minors_2016_2021")]
    recidivist_in_detention_centre: Annotated[
        RecidivistInDetentionCentre, Reading("fr.reading.recidivist_in_detention_centre")
    ]
