"""The tables of a batch of people who never were, as Arrow tables."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from sortie.population.synthetic.chance import Chance
from sortie.population.synthetic.columns import Ids
from sortie.population.synthetic.crowd import Crowd, crowd_of
from sortie.population.synthetic.leaves import (
    AWAY,
    applications_of,
    leaves_of,
    may_leave,
    secured_until,
)
from sortie.population.synthetic.profile import Profile
from sortie.population.synthetic.rows import held, history, persons, sentencing
from sortie.population.synthetic.terms import ends_of, reductions_of, sentences_of
from sortie.population.tables import arrow_schema

Array = npt.NDArray[Any]
Columns = dict[str, Any]


def batch_of(profile: Profile, seed: int, people: Array, on: int) -> Mapping[str, pa.Table]:
    """Return every table of the people of these numbers, as they stand on a day.

    A person is the same in any batch.
    """
    crowd = crowd_of(profile, Chance(seed, people), on)
    found = _made(crowd)
    ids = Ids(people)
    return {name: _table(name, held_in, ids) for name, held_in in found.items()}


def _made(crowd: Crowd) -> dict[str, Columns]:
    sentences, taken, places = sentences_of(crowd), reductions_of(crowd), held.places_of(crowd)
    still = ends_of(crowd, sentences, taken, np.arange(crowd.count), 0)
    secured = secured_until(crowd, sentencing.secured(crowd), sentencing.two_thirds(crowd))
    may = may_leave(crowd, places.where, still, secured)
    leaves = leaves_of(crowd, may, places.where)
    # Days at large within an interruption would be put off twice.
    interrupted = sentencing.interrupted(crowd, leaves.rows[leaves.outcome == AWAY])
    incidents = history.incidents_of(crowd, leaves, interrupted[0])
    lost = history.days_lost(crowd, incidents, interrupted)
    put_off, ends = np.flatnonzero(lost), still.copy()
    ends[put_off] = ends_of(crowd, sentences, taken, put_off, lost[put_off])
    lists: dict[str, Columns] = {
        "statuses": held.statuses(crowd, sentences),
        "sentences": sentencing.sentences(crowd, sentences),
        "interruptions": sentencing.interruptions(interrupted),
        "care_refused": sentencing.care_refused(crowd),
        "remand": held.remand(crowd),
        "security_periods": sentencing.security_periods(crowd),
        "reductions": sentencing.reductions(crowd, taken),
        "placements": held.placements(crowd, places),
        "adjustments": held.adjustments(crowd, places),
        "watch_list": held.watch_list(crowd, places),
        "isolation": held.isolation(crowd, places),
        "leaves": history.leaves(crowd, leaves),
        "incidents": history.incidents(crowd, incidents),
        "applications": history.applications(crowd, applications_of(crowd, may, leaves)),
        "bans": history.bans(crowd, sentences),
    }
    single = {
        **persons.persons(crowd, ends, places),
        **persons.orders(crowd, still, sentences, leaves),
        **persons.markers(crowd, {name: each["person"] for name, each in lists.items()}),
    }
    return {"persons": single, **lists}


def _table(name: str, made: Columns, ids: Ids) -> pa.Table:
    """Return a table of the schema of its name; a column that nobody fills is unknown."""
    schema, whose = arrow_schema(name), made["person"]
    columns = [
        ids.of(whose) if field.name == "person"
        else made[field.name] if field.name in made
        else pa.nulls(len(whose), field.type)
        for field in schema
    ]  # fmt: skip
    return pa.Table.from_arrays(columns, schema=schema)
