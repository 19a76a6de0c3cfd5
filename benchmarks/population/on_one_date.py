"""The one-day leave on one date, measured: this engine, DuckDB, and OpenFisca if it is there."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.util import find_spec
from typing import Any

import numpy as np

from benchmarks.population import one_date
from benchmarks.population.measuring import Rate, each_measured, measured
from benchmarks.population.people import Crowd

OURS = "sortie, the loop of this route on this day"
DUCKDB = "DuckDB, one SELECT to Arrow"
OPENFISCA = "OpenFisca, dates as dates, the age as its country template writes it"
HOISTED = "OpenFisca, every threshold worked out beforehand by hand"
RUNS = 7


class AnswersDiffer(Exception):
    """Two engines answer differently: who, and about how many people."""


def beside(crowd: Crowd, people: int) -> tuple[tuple[str, ...], dict[str, Rate]]:
    """Return what was checked, and the rates.

    Raises:   AnswersDiffer
    """
    made = one_date.prepared(crowd, people)
    database = one_date.in_duckdb(made)
    with ThreadPoolExecutor(one_date.THREADS) as pool:
        ours = one_date.ours(made, pool) == 0
        rates = [measured(OURS, people, partial(one_date.ours, made, pool), runs=RUNS * 3)]

    def asked() -> Any:
        return database.sql(one_date.QUERY).to_arrow_table()

    found = {DUCKDB: asked().column("is_open").to_numpy()}
    rates.append(measured(DUCKDB, people, asked, runs=RUNS))
    database.close()
    if find_spec("openfisca_core"):
        for name, dated in ((OPENFISCA, True), (HOISTED, False)):
            found[name], rate = _openfisca(made, name, dated=dated)
            rates.append(rate)
    for name, other in found.items():
        if not np.array_equal(ours, other):
            raise AnswersDiffer(name, int((ours != other).sum()))
    checked = f"{people:,} people on {one_date.DAY}, {int(ours.sum()):,} open: " + ", ".join(found)
    return (f"{checked} say the same",), {rate.what: rate for rate in rates}


def _openfisca(made: one_date.OnDate, name: str, *, dated: bool) -> tuple[Any, Rate]:
    """Measure the working out alone: the people are in memory already, in a simulation a run."""
    from benchmarks.population import one_date_openfisca

    def simulation() -> Any:
        return one_date_openfisca.simulation(made.columns, dated=dated)

    found = one_date_openfisca.is_open(simulation())
    waiting = [simulation() for _ in range(RUNS + 1)]
    tasks = [partial(one_date_openfisca.is_open, each) for each in waiting]
    return found, each_measured(name, made.people, tasks)
