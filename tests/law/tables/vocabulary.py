"""The words the tables use: readings and their options, days on which the law changed."""

from datetime import date
from typing import Any

Case = dict[str, Any]
Readings = dict[str, str]

CREDIT = "fr.reading.credit_in_fractions"
FRACTIONS = "fr.reading.fractions_by"
REMAND_OFF = "fr.reading.remand_off"
ONCE_A_YEAR = "fr.reading.once_a_year"
LEAVE_DAY = "fr.reading.leave_day"
SHORT_TOTAL_IN_CENTRE = "fr.reading.short_total_in_detention_centre"
SOON_RELEASABLE = "fr.reading.soon_releasable"
BAN_OTHER_AIMS = "fr.reading.territory_ban_other_aims"
SUPPORT_BEFORE_2022 = "fr.reading.support_structure_before_2022"
MINORS_2016_2021 = "fr.reading.minors_2016_2021"
RECIDIVIST_IN_CENTRE = "fr.reading.recidivist_in_detention_centre"

# Every reading still open, with all its options. The two that concern time limits of
# procedure and the stated end of the sentence change no answer of these tables.
READINGS: dict[str, tuple[str, ...]] = {
    CREDIT: ("current_date", "pronounced"),
    FRACTIONS: ("calendar", "days"),
    REMAND_OFF: ("off_the_start", "off_the_end"),
    ONCE_A_YEAR: ("calendar_year", "rolling_year", "sentence_year"),
    LEAVE_DAY: ("calendar_days", "hours"),
    SHORT_TOTAL_IN_CENTRE: ("third_required", "exempt"),
    "fr.reading.weekend_rollover": ("carried_over", "not_carried_over"),
    "fr.reading.end_day": ("same_day", "eve"),
    SOON_RELEASABLE: ("judge_appreciates", "parole_date"),
    BAN_OTHER_AIMS: ("bars", "does_not_bar"),
    SUPPORT_BEFORE_2022: ("covered", "not_covered"),
    MINORS_2016_2021: ("third", "ordinary"),
    RECIDIVIST_IN_CENTRE: ("half", "third"),
}

# Settled by the text itself; these tables follow the settled option and ask nobody.
SETTLED: Readings = {
    "fr.reading.detention_centre_fraction": "third_no_cap",
    "fr.reading.money_and_lodging": "each_bars",
    "fr.reading.expert_report_trigger": "pronounced_since_2014",
    "fr.reading.youth_prison_adults": "adults_up_to_one_year",
}

OLDEST_DAY_LEAVE = date(1975, 5, 27)
ESCORTS_EXIST = date(1978, 11, 23)
SUPERVISION_CREATED = date(1998, 6, 18)
DECREE_1998 = date(1998, 12, 9)
PAROLE_MAY_REQUIRE_LEAVE = date(2001, 1, 1)
ADAPTED_CENTRES = date(2002, 5, 2)
BAN_ALLOWS_RELIEF = date(2003, 11, 27)
RECIDIVISTS_HALF = date(2005, 1, 1)
RECIDIVISTS_THIRD = date(2005, 2, 24)
MINORS_HAVE_OWN_RULE = date(2007, 5, 11)
REPORT_IF_INCURRED = date(2007, 8, 12)
VOTE_ADDED = date(2007, 11, 18)
REPORT_ONLY_IF_PRONOUNCED = date(2014, 10, 1)
RECIDIVISTS_FREED = date(2015, 1, 1)
DECREE_2016 = date(2016, 9, 17)
CODE_OF_MINORS = date(2021, 9, 30)
SUPPORT_STRUCTURES = date(2022, 3, 12)
ADAPTED_CENTRES_CLOSE = date(2024, 1, 1)

LAW_CHANGES: tuple[date, ...] = (
    DECREE_1998,
    PAROLE_MAY_REQUIRE_LEAVE,
    ADAPTED_CENTRES,
    BAN_ALLOWS_RELIEF,
    RECIDIVISTS_HALF,
    RECIDIVISTS_THIRD,
    MINORS_HAVE_OWN_RULE,
    REPORT_IF_INCURRED,
    VOTE_ADDED,
    REPORT_ONLY_IF_PRONOUNCED,
    RECIDIVISTS_FREED,
    DECREE_2016,
    CODE_OF_MINORS,
    SUPPORT_STRUCTURES,
    ADAPTED_CENTRES_CLOSE,
)
