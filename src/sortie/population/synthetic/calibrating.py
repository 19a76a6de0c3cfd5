"""A pilot: what can only be set once some people are made, so that the published totals hold."""

from dataclasses import replace

import numpy as np

from sortie.population.synthetic.chance import Chance
from sortie.population.synthetic.crowd import CONVICTED, OUT, crowd_of, may_be_minor
from sortie.population.synthetic.leaves import may_leave, secured_until
from sortie.population.synthetic.profile import Profile
from sortie.population.synthetic.rows.held import may_be_in_unit, places_of
from sortie.population.synthetic.rows.sentencing import secured, two_thirds
from sortie.population.synthetic.terms import ends_of, reductions_of, sentences_of

# The pilot is the same whatever is asked for, so that a person does not hang on the others.
_PEOPLE, _SEED = 40_000, 0
_DAYS = 30


def calibrated(profile: Profile, on: int) -> Profile:
    """Return the profile with the minors, the leaves and the special units that the totals ask for.

    ``leave_rate`` is for a year, of those who may be granted leaves and ever are.
    """
    crowd = crowd_of(profile, Chance(_SEED, np.arange(_PEOPLE)), on)
    may_be = may_be_minor(on - crowd.start, crowd.parts)
    places, taken = places_of(crowd), reductions_of(crowd)
    ends = ends_of(crowd, sentences_of(crowd), taken, np.arange(_PEOPLE), 0)
    until = secured_until(crowd, secured(crowd), two_thirds(crowd))
    since = may_leave(crowd, places.where, ends, until).since
    days = np.clip(on - since, 0, _DAYS).sum()
    convicted = (crowd.held == CONVICTED).sum()
    open_share = days / (convicted * _DAYS)
    detained = (crowd.held != OUT).sum()
    for_units = detained / max(may_be_in_unit(crowd, places.kind).sum(), 1)
    share = profile.share("stock.minors") / max(may_be.mean(), 1e-9)
    active = max(profile.share("eligible_active") * open_share, 1e-9)
    return replace(
        profile,
        minors=min(float(share), 1.0),
        leave_rate=profile.share("leave.per_head") / active,
        units=tuple(min(float(unit * for_units), 1.0) for unit in profile.units),
    )
