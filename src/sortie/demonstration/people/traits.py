"""What is peculiar to one invented person; everything else of the file follows from it."""

from dataclasses import dataclass

from sortie.casework import VictimWish


@dataclass(frozen=True, slots=True, kw_only=True)
class PastLeave:
    """A leave of before the office was opened, as the file tells it."""

    leave: str
    months_ago: int
    days: int = 1
    granted_by: str = "enforcement_judge"
    outcome: str = "returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class PastIncident:
    """Something that happened, to be seen and never weighed."""

    kind: str
    months_ago: int
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """One person.

    ``months`` are the sentence, 0 for life; ``served`` is the share of it that is behind them
    today, in hundredths; ``more`` are the months of later sentences. ``misstated`` are the days by
    which the end typed is not the computed one. ``unknown`` names the facts that nobody typed,
    ``section.key``. ``together`` is what the people convicted together share.
    """

    months: int = 48
    served: int = 62
    more: tuple[int, ...] = ()
    age: int = 34
    status: str = "convicted"
    remand_months: int = 0
    offences: tuple[str, ...] = ("other",)
    recidivist: bool = False
    supervision: str = "none"
    secured: bool = False
    unit: str = "ordinary"
    unit_months: int = 0
    watched_months: int = 0
    isolated_months: int = 0
    reductions: bool = True
    misstated: int = 0
    admissible_to: tuple[str, ...] = ()
    leaves: tuple[PastLeave, ...] = ()
    incidents: tuple[PastIncident, ...] = ()
    bans: tuple[str, ...] = ()
    victims: tuple[VictimWish, ...] = ()
    of_the_couple: bool = False
    territory_ban: bool = False
    head_excluded: bool = False
    together: str = ""
    unknown: tuple[str, ...] = ()

    @property
    def to_be_seen(self) -> bool:
        """Whether whoever decides has something to see in the file."""
        troubled = any(each.outcome != "returned" for each in self.leaves)
        return bool(
            self.incidents
            or self.bans
            or self.unit_months
            or self.watched_months
            or self.isolated_months
            or self.together
            or troubled
        )
