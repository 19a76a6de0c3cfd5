"""What the people are made of: the words of a law, the published totals, our assumptions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from sortie.days import Length
from sortie.population.synthetic.errors import UnknownAssumption
from sortie.population.synthetic.margins import joined
from sortie.population.synthetic.months import number_of

Array = npt.NDArray[Any]
Scales = tuple[tuple[date, tuple[tuple[Length, ...], tuple[Length, ...]]], ...]


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What a law publishes of its people: words and weights, totals, assumptions, credit.

    ``shares`` are the published figures as shares, ``assumed`` the numbers nobody published.
    """

    sheet: Mapping[str, Any]
    shares: Mapping[str, float]
    assumed: Mapping[str, float]
    scales: Scales


class _Numbered(Protocol):
    @property
    def value(self) -> float: ...
    @property
    def most(self) -> float: ...


class _Shared(Protocol):
    @property
    def share(self) -> float: ...


class Publishes(Protocol):
    """What a law says of its people: a module of ``sortie.law``."""

    def crowd_sheet(self) -> Mapping[str, Any]: ...
    def published_figures(self) -> Mapping[str, _Shared]: ...
    def assumptions(self) -> Mapping[str, _Numbered]: ...
    def credit_scales(self) -> Scales: ...


def ground_of(law: Publishes, changed: Mapping[str, float] | None = None) -> Ground:
    """Return what a law publishes of its people, with some assumptions changed.

    Raises:   UnknownAssumption: a name that no assumption has, or a number that it cannot be
    """
    changed = changed or {}
    known = law.assumptions()
    assumed = {name: each.value for name, each in known.items()}
    for name, value in changed.items():
        if name not in known or not 0 <= value <= known[name].most:
            raise UnknownAssumption(name, f"{value:g}", ", ".join(sorted(known)))
    return Ground(
        sheet=law.crowd_sheet(),
        shares={name: figure.share for name, figure in law.published_figures().items()},
        assumed={**assumed, **changed},
        scales=law.credit_scales(),
    )


@dataclass(frozen=True, kw_only=True)
class Profile:
    """A ground made ready for drawing: every list of weights as an array.

    ``months`` has the least, the most and the step of each band of sentence; the tables by band
    have a row for each. ``leave_rate`` and ``minors`` are set by a pilot (see ``calibrating``).
    """

    ground: Ground
    months: Array
    bands: Array
    bands_out: Array
    groups: Array
    kinds: Array
    kind_names: tuple[str, ...]
    credit: Array
    credit_since: Array
    credit_until: int
    no_credit_from: int
    leave_rate: float = 0.0
    minors: float = 0.0
    units: tuple[float, ...] = field(default=())

    @property
    def sheet(self) -> Mapping[str, Any]:
        """The words and the weights."""
        return self.ground.sheet

    def share(self, name: str) -> float:
        """Return a number by its name, published or assumed."""
        found = self.ground.shares.get(name)
        return self.ground.assumed[name] if found is None else found

    def group(self, name: str) -> int:
        """Return the rank of a group of offences."""
        return [group["name"] for group in self.sheet["groups"]].index(name)


def profile_of(ground: Ground) -> Profile:
    """Return what is drawn from, before the pilot: nobody is a minor, nobody takes a leave."""
    sheet, shares = ground.sheet, ground.shares
    bands = np.array([shares[band["term"]] for band in sheet["bands"]])
    bands = bands / bands.sum()
    names = tuple(sheet["establishments"])
    return Profile(
        ground=ground,
        months=np.array([_months(band) for band in sheet["bands"]]),
        bands=bands,
        bands_out=np.array(sheet["not_detained_bands"], float),
        groups=_groups(ground, bands),
        kinds=_kinds(ground, bands, names),
        kind_names=names,
        credit=_credit(ground.scales),
        credit_since=np.array([number_of(since) for since, _ in ground.scales]),
        credit_until=number_of(sheet["single_reduction_from"]),
        no_credit_from=number_of(sheet["no_credit_from"]),
        units=tuple(_units(ground)),
    )


def _months(band: Mapping[str, Any]) -> tuple[int, int, int]:
    least, most = band["months"]
    return least, most, band.get("step", 1)


def _total(ground: Ground, row: Mapping[str, Any]) -> float:
    """Return the total that a row of the sheet stands for: published, assumed, or written there."""
    for key in ("figure", "share"):
        name = row.get(key)
        if name is not None:
            found = ground.shares.get(name)
            return ground.assumed[name] if found is None else found
    return float(row.get("value", 0.0))


def _groups(ground: Ground, bands: Array) -> Array:
    rows = ground.sheet["groups"]
    totals = [_total(ground, row) for row in rows]
    for rank, row in enumerate(rows):
        totals[rank] -= sum(
            _total(ground, each) for each in rows if each["name"] == row.get("less")
        )
    totals[-1] = 1.0 - sum(totals[:-1])
    return joined(_weights(rows, bands), bands, np.maximum(totals, 0))


def _weights(rows: list[Mapping[str, Any]], bands: Array) -> Array:
    return np.array([row["with_bands"] for row in rows], float).T * bands[:, None]


def _kinds(ground: Ground, bands: Array, names: tuple[str, ...]) -> Array:
    """Return the kinds of establishment by band, a column for each kind there is."""
    rows = ground.sheet["kinds"]["joined"]
    convicted = ground.shares["stock.convicted"]
    totals = [_total(ground, row) / convicted for row in rows]
    totals[0] = 1.0 - sum(totals[1:])
    found = joined(_weights(rows, bands), bands, np.maximum(totals, 0))
    table = np.zeros((len(bands), len(names)))
    for rank, row in enumerate(rows):
        table[:, names.index(row["kind"])] = found[:, rank]
    return table


def _units(ground: Ground) -> list[float]:
    """Return how many of those who may be in each special unit are in it."""
    convicted = ground.shares["stock.convicted"]
    groups = {row["name"]: _total(ground, row) for row in ground.sheet["groups"]}
    return [
        _total(ground, unit) / (convicted * groups[unit["group"]] if "group" in unit else 1.0)
        for unit in ground.sheet["units"]["special"]
    ]


def _credit(scales: Scales) -> Array:
    """Return months and days of credit by the rank of its day, recidivism, and months."""
    return np.array(
        [[[(each.months, each.days) for each in scale] for scale in both] for _, both in scales]
    )
