"""Who the people of a batch are: held as what, for how long, since when, for what."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from sortie.population.synthetic.chance import Chance, picked, skewed
from sortie.population.synthetic.profile import Profile

Array = npt.NDArray[Any]
CONVICTED, REMAND, APPEAL, OUT = range(4)
MOST_SENTENCES = 3
_MONTH = 30.4375
_YEAR = 365.25
_LONGEST_REMAND = 1440
_SHORT_MONTHS = 24
_MINOR_DAYS = 540
_MARGIN = 4


@dataclass(frozen=True, kw_only=True)
class Crowd:
    """The people of a batch present on a day; every array has one place a person.

    ``parts`` are the months of each sentence, 0 where there is none, -1 for life. ``start`` is
    the first day in prison, ``committed`` that of the committal: the days between are remand.
    ``reduced`` is what is taken off a year, in months, or off the whole of a short term, in days.
    """

    profile: Profile
    chance: Chance
    on: int
    held: Array
    band: Array
    group: Array
    parts: Array
    credited: Array
    reduced: Array
    start: Array
    committed: Array
    minor: Array

    @cached_property
    def count(self) -> int:
        """How many people there are."""
        return int(self.held.size)

    @cached_property
    def sentenced(self) -> Array:
        """Who serves a sentence, detained or not."""
        return np.asarray((self.held == CONVICTED) | (self.held == OUT))

    @cached_property
    def life(self) -> Array:
        """Who serves a sentence for life."""
        return np.asarray(self.parts[:, 0] < 0)

    @cached_property
    def months(self) -> Array:
        """The months of all the sentences together; 0 for life."""
        return np.asarray(np.maximum(self.parts, 0).sum(axis=1))

    @cached_property
    def short(self) -> Array:
        """Whose sentences are reduced once, and not each year."""
        return np.asarray(self.months < _SHORT_MONTHS)

    def left_unknown(self, name: str) -> Array:
        """Return where a fact is left unknown."""
        return self.chance.happens(f"unknown {name}", self.profile.share("unknown"))


def crowd_of(profile: Profile, chance: Chance, on: int) -> Crowd:
    """Return the people of a batch, as they stand on a day."""
    held = _held(profile, chance)
    band = np.where(
        held == OUT,
        picked(chance.share("band"), profile.bands_out),
        picked(chance.share("band"), profile.bands),
    )
    group = picked(chance.share("group"), profile.groups, band)
    parts = _parts(profile, chance, band)
    term = _Term(profile, chance, parts, group)
    gone, credited = term.gone(profile.credit_until, on)
    on_remand = (held == REMAND) | (held == APPEAL)
    waited = skewed(chance.share("waited")) * profile.share("remand_months") * _MONTH
    gone = np.where(on_remand, np.minimum(1 + waited.astype(np.int64), _LONGEST_REMAND), gone)
    minor = chance.happens("minor", profile.minors) & may_be_minor(gone, parts)
    start = on - gone
    return Crowd(
        profile=profile,
        chance=chance,
        on=on,
        held=held,
        band=band,
        group=group,
        parts=np.where((held == REMAND)[:, None], 0, parts),
        credited=credited & ~on_remand,
        reduced=np.where(credited, term.old, term.new),
        start=start,
        committed=np.where(on_remand, start, start + _remanded(profile, chance, band, gone)),
        minor=minor,
    )


def may_be_minor(gone: Array, parts: Array) -> Array:
    """Return who has not been in prison for too long, nor for life, to be a minor still."""
    return np.asarray((gone < _MINOR_DAYS) & (parts[:, 0] >= 0))


def _held(profile: Profile, chance: Chance) -> Array:
    detained = 1.0 - profile.share("stock.not_detained")
    remand = detained * profile.share("stock.remand")
    appeal = remand * profile.share("appeal_pending")
    weights = np.array([detained - remand, remand - appeal, appeal, 1.0 - detained])
    return picked(chance.share("held"), weights)


def _parts(profile: Profile, chance: Chance, band: Array) -> Array:
    """Return the months of up to three sentences, which together make those of the band."""
    least, most, step = (profile.months[band, rank] for rank in range(3))
    steps = (most - least + 1) // step
    whole = most - step * np.floor(chance.share("months") * steps).astype(np.int64)
    three, two = profile.share("three_sentences"), profile.share("two_sentences")
    drawn = chance.share("sentences")
    second = np.floor(whole * (0.1 + 0.3 * chance.share("second")))
    second = np.where(drawn < three + two, second, 0)
    third = np.floor(whole * (0.05 + 0.2 * chance.share("third")))
    third = np.where((drawn < three) & (second > 0), third, 0)
    rest = np.where(whole == 0, -1, whole - second - third)
    return np.stack([rest, second, third], axis=1).astype(np.int64)


def _remanded(profile: Profile, chance: Chance, band: Array, gone: Array) -> Array:
    """Return the days on remand before the committal, within those gone by."""
    weights = np.array(profile.sheet["remand_share"], float)
    often = weights * profile.share("remand_before_sentence") / (weights * profile.bands).sum()
    most = np.minimum(np.floor(gone * 0.9), _LONGEST_REMAND)
    days = 1 + np.floor(chance.share("remanded") * most)
    happens = chance.happens("remanded at all", np.minimum(often, 1.0)[band]) & (gone > 2)
    return np.where(happens, np.minimum(days, gone - 1), 0).astype(np.int64)


class _Term:
    """How long each person stays, under each way to be reduced, and how much of it has gone by."""

    def __init__(self, profile: Profile, chance: Chance, parts: Array, group: Array) -> None:
        self._chance = chance
        caps = [row.get("reduced", 1.0) for row in profile.sheet["groups"]]
        self._capped = np.array(caps)[group]
        self._life = parts[:, 0] < 0
        self._life_days = profile.share("life_years_served") * _YEAR
        months = np.maximum(parts, 0)
        self._months = months.sum(axis=1)
        self._short = self._months < _SHORT_MONTHS
        last = profile.credit[-1, 0][months].sum(axis=1)
        self._credit = last[:, 0] * _MONTH + last[:, 1]
        self.new = self._reduced(profile, "single")
        self.old = self._reduced(profile, "supplementary")

    def _reduced(self, profile: Profile, kind: str) -> Array:
        """Return the months a year, or the days off a short term, about a mean."""
        row = profile.sheet[f"{kind}_reduction"]
        most = row["most_months"]
        share = min(profile.share(f"{kind}_reduction_months") / most, 1.0)
        drawn = self._chance.share(f"{kind} reduction")
        # A power of the draw has the mean asked for: 1 / (1 + power).
        level = self._capped * drawn ** (1.0 / max(share, 1e-9) - 1.0)
        yearly = np.rint(level * most)
        once = np.floor(level * row["days_a_month"] * self._months)
        return np.asarray(np.where(self._short, once, yearly).astype(np.int64))

    def gone(self, credit_until: int, on: int) -> tuple[Array, Array]:
        """Return the days gone by, and who was committed early enough for the credit.

        A person present on a day is met at any moment of the stay alike.
        """
        days = self._months * _MONTH
        new = self._gone(np.where(self._short, days - self.new, days / (1 + self.new / 12)))
        left = days - self._credit
        old = self._gone(np.where(self._short, left - self.old, left / (1 + self.old / 12)))
        since = on - credit_until
        credited = (new > since) & ((old > since) | self._life)
        later = 1 + np.floor(self._chance.share("met later") * max(since - 1, 1)).astype(np.int64)
        return np.where(credited, old, np.where(new > since, later, new)), credited

    def _gone(self, stay: Array) -> Array:
        stay = np.where(self._life, self._life_days, stay)
        met = self._chance.share("met") * np.maximum(stay - _MARGIN, 1)
        return np.asarray(1 + np.floor(met).astype(np.int64))
