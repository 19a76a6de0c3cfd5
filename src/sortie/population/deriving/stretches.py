"""One stretch of people, from their tables to their records: the work of one process at a time."""

import gc
import os
import signal
import threading
from dataclasses import dataclass
from multiprocessing import parent_process
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from sortie.population.deriving.refused import write_refused
from sortie.population.jurisdictions import Jurisdiction
from sortie.population.records import Layout
from sortie.population.tables import Parts, Stretch


@dataclass(frozen=True, slots=True)
class Bench:
    """What every stretch is worked on with. ``folder`` is where its records are left."""

    parts: Parts
    jurisdiction: Jurisdiction
    folder: Path

    def records(self, stretch: Stretch) -> Path:
        """Return the file of the records of a stretch: there once they are all written."""
        return self.folder / f"{stretch.number:06d}.parquet"

    def refused(self, stretch: Stretch) -> Path:
        """Return the list of what was refused in a stretch."""
        return self.folder / f"{stretch.number:06d}.csv"

    def work(self, stretch: Stretch) -> Path:
        """Write the records of a stretch and the list of what was refused."""
        loaded = self.parts.read(stretch)
        write_refused(self.refused(stretch), loaded.faults)
        records = [self.jurisdiction.record_of(read.case) for read in loaded.people]
        batch = Layout.of(self.jurisdiction.record).batch(
            [read.person for read in loaded.people],
            records,
            [self.jurisdiction.custody_of(record) for record in records],
        )
        done = self.records(stretch)
        under_way = done.with_suffix(".tmp")
        pq.write_table(pa.Table.from_batches([batch]), under_way)
        under_way.replace(done)
        return done


_BENCH: list[Bench] = []


def open_bench(bench: Bench) -> None:
    """Prepare a process of its own: it stops with the one that started it, and on its word."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _BENCH[:] = [bench]
    threading.Thread(target=_leave_with_the_parent, daemon=True).start()
    gc.freeze()
    gc.disable()


def work(stretch: Stretch) -> int:
    """Write the records of a stretch; return its number.

    Circles are looked for between stretches only: facts make none, and looking costs a third.
    """
    _BENCH[0].work(stretch)
    gc.collect()
    return stretch.number


def _leave_with_the_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
