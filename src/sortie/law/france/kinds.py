"""The closed lists of the French law of leave, as the rules compare them.

The values are those of the case file; ``vocabulary`` offers them to whoever reads one.
"""

from enum import StrEnum


class Status(StrEnum):
    """Where the person stands before the courts (CPP D. 50)."""

    ON_REMAND = "on_remand"
    APPEAL_PENDING = "appeal_pending"
    CONVICTED = "convicted"


class Kind(StrEnum):
    """Kind of establishment, kept per unit and not per prison (CPén R. 112-16)."""

    MAISON_ARRET = "maison_arret"
    MAISON_CENTRALE = "maison_centrale"
    CENTRE_DETENTION = "centre_detention"
    CENTRE_SEMI_LIBERTE = "centre_semi_liberte"
    STRUCTURE_ACCOMPAGNEMENT_SORTIE = "structure_accompagnement_sortie"
    CENTRE_PEINES_AMENAGEES = "centre_peines_amenagees"
    ETABLISSEMENT_MINEURS = "etablissement_mineurs"


class Unit(StrEnum):
    """Special units. None is a kind of establishment in the rules of leave."""

    ORDINARY = "ordinary"
    ORGANISED_CRIME_UNIT = "organised_crime_unit"
    ISOLATION_UNIT = "isolation_unit"
    VIOLENT_UNIT = "violent_unit"
    RADICALISATION_UNIT = "radicalisation_unit"


class Adjustment(StrEnum):
    """The adjustment of sentence under which the person lives, if any."""

    NONE = "none"
    SEMI_LIBERTY = "semi_liberty"
    OUTSIDE_PLACEMENT = "outside_placement"
    ELECTRONIC_MONITORING = "electronic_monitoring"


class Admissible(StrEnum):
    """Measures the person can be admitted to (CPP D. 143-4, 1°)."""

    PAROLE = "parole"
    RELEASE_UNDER_CONSTRAINT = "release_under_constraint"
    SEMI_LIBERTY = "semi_liberty"
    HOME_DETENTION = "home_detention"
    OUTSIDE_PLACEMENT = "outside_placement"


class Purpose(StrEnum):
    """What the leave is asked for."""

    EMPLOYER = "employer"
    TRAINING = "training"
    EXAM = "exam"
    CARE = "care"
    CULTURE_SPORT = "culture_sport"
    VOTE = "vote"
    FAMILY_TIES = "family_ties"
    REINTEGRATION = "reintegration"
    FAMILY_ILLNESS = "family_illness"
    FAMILY_DEATH = "family_death"
    BIRTH = "birth"
    OBLIGATION = "obligation"
    COURT = "court"
    MILITARY = "military"


class Offence(StrEnum):
    """The families of offences that a rule of leave names."""

    ORGANISED_CRIME = "organised_crime"
    TERRORISM = "terrorism"
    SEXUAL_706_47 = "sexual_706_47"
    COUPLE_VIOLENCE = "couple_violence"
    MURDER_OF_MINOR = "murder_of_minor"
    MURDER_IN_RECIDIVISM = "murder_in_recidivism"
    RAPE_OF_MINOR_UNDER_15 = "rape_of_minor_under_15"
    ESCAPE = "escape"
    VIOLENCE_ON_OFFICIALS = "violence_on_officials"
    OTHER = "other"


class Court(StrEnum):
    """Which court tried the case: it decides who enforces the sentence."""

    ORDINARY = "ordinary"
    TERRORISM = "terrorism"
    ORGANISED_CRIME = "organised_crime"
    INTERREGIONAL = "interregional"


# The readings of the law that touch an answer; each id has its file in ``readings``.


class CreditInFractions(StrEnum):
    """Is half served counted to today's release date, or on the term pronounced? (Q2)"""

    CURRENT_DATE = "current_date"
    PRONOUNCED = "pronounced"


class FractionsBy(StrEnum):
    """Is half of four years two years of the calendar, or half of its days? (Q16)"""

    CALENDAR = "calendar"
    DAYS = "days"


class OnceAYear(StrEnum):
    """Which year does «once a year» speak of? (Q3)"""

    CALENDAR_YEAR = "calendar_year"
    ROLLING_YEAR = "rolling_year"
    SENTENCE_YEAR = "sentence_year"


class LeaveDay(StrEnum):
    """Is a day of leave a civil day or twenty-four hours? (Q3)"""

    CALENDAR_DAYS = "calendar_days"
    HOURS = "hours"


class ShortTotalInDetentionCentre(StrEnum):
    """Does a total of one year at most exempt from the third in a detention centre? (Q4)"""

    THIRD_REQUIRED = "third_required"
    EXEMPT = "exempt"


class EndDay(StrEnum):
    """Does a term end on the day of the month it began, or on its eve? (Q12)"""

    SAME_DAY = "same_day"
    EVE = "eve"


class SoonReleasable(StrEnum):
    """How is «soon releasable» measured? (Q13)"""

    JUDGE_APPRECIATES = "judge_appreciates"
    PAROLE_DATE = "parole_date"


class TerritoryBanOtherAims(StrEnum):
    """Does a territory ban bar a leave that does not prepare a request for relief?"""

    BARS = "bars"
    DOES_NOT_BAR = "does_not_bar"


class SupportStructureBefore2022(StrEnum):
    """Was a support structure within the text before it was named?"""

    COVERED = "covered"
    NOT_COVERED = "not_covered"


class Minors20162021(StrEnum):
    """Which time condition held for minors while CPP D. 146 was in force?"""

    THIRD = "third"
    ORDINARY = "ordinary"


class RecidivistInDetentionCentre(StrEnum):
    """From 2005 to 2014, could a special order keep the third of a detention centre?"""

    HALF = "half"
    THIRD = "third"
