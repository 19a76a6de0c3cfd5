"""Numbers that a decree can change: dated values, one file each.

A figure is read with the day, like every fact that changes: ``REMAINING_TERM[day]``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Generic, TypeVar

from sortie.days import NEVER, Length, MonthEnd, Months
from sortie.rules.errors import AuthorMistake

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """One value, from ``since`` to the day before ``before``."""

    since: date
    before: date
    value: T
    cites: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Figure(Generic[T]):
    """A number of the law with all its versions, oldest first."""

    id: str
    title: Mapping[str, str]
    versions: tuple[Dated[T], ...]

    def __getitem__(self, day: date) -> T:
        """Return the value in force on a day.

        Raises:   LookupError: the day is before the first version
        """
        for version in reversed(self.versions):
            if version.since <= day:
                return version.value
        raise LookupError(f"{self.id} has no value on {day}")

    def parsed(self, text: str) -> T:
        """Return a value of this figure's unit: months keep their rounding.

        Raises:   ValueError, NotALength: the text is no value of the unit
        """
        sample: Any = self.versions[-1].value
        if isinstance(sample, Length):
            return Length.parse(text)  # type: ignore[return-value]
        count = int(text)
        if count < 0:
            raise ValueError(text)
        return replace(sample, count=count) if isinstance(sample, Months) else count  # type: ignore[return-value]

    def changed(self, new: Dated[T]) -> "Figure[T]":
        """Return the figure with another value between two days; the others give way."""
        kept = [new]
        for old in self.versions:
            if old.since < new.since:
                kept.append(replace(old, before=min(old.before, new.since)))
            if new.before < old.before:
                kept.append(replace(old, since=max(old.since, new.before)))
        return replace(self, versions=tuple(sorted(kept, key=lambda each: each.since)))


def _months(row: Mapping[str, Any], sheet: Mapping[str, Any]) -> Months:
    return Months(int(row["value"]), MonthEnd[str(sheet["month_end"]).upper()])


_UNITS: Mapping[str, Callable[[Mapping[str, Any], Mapping[str, Any]], Any]] = {
    "months": _months,
    "length": lambda row, _: Length.parse(str(row["value"])),
    "count": lambda row, _: int(row["value"]),
}


def figure(id: str, sheet: Mapping[str, Any]) -> Figure[Any]:  # noqa: A002
    """Return the figure written in a value file.

    Raises:   AuthorMistake: no unit, no title, no rounding for months, versions out of order
    """
    unit = str(sheet.get("unit", "not written"))
    if unit not in _UNITS:
        raise _mistake(id, f"the unit is {unit}", f"write one of: {', '.join(_UNITS)}")
    if unit == "months" and str(sheet.get("month_end", "")).upper() not in MonthEnd.__members__:
        offered = ", ".join(m.lower() for m in MonthEnd.__members__)
        raise _mistake(id, "months without a rounding", f"write month_end: one of {offered}")
    if not sheet.get("title_fr") or not sheet.get("title_en"):
        wanting = next(key for key in ("title_fr", "title_en") if not sheet.get(key))
        raise _mistake(id, f"no {wanting}", "write title_fr and title_en")
    rows: Sequence[Mapping[str, Any]] = sheet.get("values") or ()
    for row in rows:
        if not isinstance(row.get("since"), date):
            raise _mistake(id, "a version without since", "write since: YYYY-MM-DD")
        if "value" not in row:
            raise _mistake(id, f"a version without value, from {row['since']}", "write value:")
    days = [row["since"] for row in rows]
    if not days or days != sorted(set(days)):
        raise _mistake(id, "the versions are not in the order of their first day", "sort by since")
    ends = [*days[1:], NEVER]
    versions = tuple(
        Dated(row["since"], end, _UNITS[unit](row, sheet), tuple(row.get("cites", ())))
        for row, end in zip(rows, ends, strict=True)
    )
    return Figure(id, {"fr": sheet["title_fr"], "en": sheet["title_en"]}, versions)


def last_day(version: Dated[Any]) -> date | None:
    """Return the last day of a version, or None when no later one is known."""
    return None if version.before == NEVER else version.before - timedelta(days=1)


def _mistake(id: str, found: str, instead: str) -> AuthorMistake:  # noqa: A002
    return AuthorMistake(f"values/{id}.yaml", 1, 0, found, instead)
