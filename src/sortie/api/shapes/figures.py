"""The figures of a year, as the public page gives them to take away."""

from typing import Literal

from pydantic import Field

from sortie.api.shapes.plain import Given


class CountTold(Given):
    """A count between two bounds, the same where it is told exactly; both null where hidden."""

    low: int | None
    high: int | None


class ShareTold(Given):
    """A share of the denominator and its 95 % interval, from 0 to 1."""

    share: float
    low: float
    high: float


class FigureTold(CountTold):
    """One figure: what it is counted of, and what is counted, in the language asked."""

    figure: str
    of: str | None
    share: ShareTold | None
    means: str


class KindTold(Given):
    """The counts of one kind of leave; without one, of several kinds together."""

    leave: str | None
    counts: dict[str, int]


class FigureTable(Given):
    """Applications, orders or departures."""

    table: Literal["applications", "orders", "departures"]
    figures: list[FigureTold]
    by_leave: list[KindTold]


class DaysTold(Given):
    """Days from the filing to each order."""

    lower_quartile: int
    median: int
    upper_quartile: int


class SealTold(Given):
    """The checkpoint that seals what was counted; the root is in hexadecimal."""

    size: int
    root: str
    at: str


class FiguresTold(Given):
    """The figures of a year; the same as ``sortie office figures --json``."""

    format: Literal["sortie/figures@1"]
    year: int
    over: bool
    counted_before: str
    threshold: int
    tables: list[FigureTable]
    days_to_answer: DaysTold | None
    erased: CountTold
    checkpoint: SealTold | None
    queries: list[str] = Field(description="the questions put to the database")
