"""The people measured: synthetic, and of them those whom every peer can answer.

Everybody is asked under the same settled readings, because SQL and a kernel written by hand follow
one reading each; the peers are given the people committed under the law in force whose facts are
all known. This engine is also measured on everybody, unknown facts and open readings included.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from sortie import law
from sortie.law.france import BOOK, Person, kinds
from sortie.law.france.sentence.choices import RemandOff
from sortie.population.compiling import Compiled, compiled
from sortie.population.records import Layout, encoding

CURRENT_LAW = date(2016, 9, 17)
BATCH = 16_384
LAYOUT = Layout.of(Person)
SETTLED = {
    "credit_in_fractions": kinds.CreditInFractions.PRONOUNCED,
    "fractions_by": kinds.FractionsBy.CALENDAR,
    "remand_off": RemandOff.OFF_THE_START,
    "end_day": kinds.EndDay.SAME_DAY,
    "once_a_year": kinds.OnceAYear.CALENDAR_YEAR,
    "leave_day": kinds.LeaveDay.CALENDAR_DAYS,
    "short_total_in_detention_centre": kinds.ShortTotalInDetentionCentre.THIRD_REQUIRED,
    "soon_releasable": kinds.SoonReleasable.JUDGE_APPRECIATES,
    "territory_ban_other_aims": kinds.TerritoryBanOtherAims.BARS,
    "support_structure_before_2022": kinds.SupportStructureBefore2022.NOT_COVERED,
    "minors_2016_2021": kinds.Minors20162021.THIRD,
    "recidivist_in_detention_centre": kinds.RecidivistInDetentionCentre.THIRD,
}
FRACTION = "pronounced,calendar,off_the_start"
# The facts that the peers are given: name, least, most.
BOUNDED = {
    "born": ("born_on.least", "born_on.most"),
    "committed": ("committed_on.least", "committed_on.most"),
    "ends": ("end_of_sentence[same_day].least", "end_of_sentence[same_day].most"),
    "total": ("total.least", "total.most"),
    "third": (f"third_term[{FRACTION}].least", f"third_term[{FRACTION}].most"),
    "half": (f"half_term[{FRACTION}].least", f"half_term[{FRACTION}].most"),
    "offences": ("offences.least", "offences.most"),
}
LISTED = {"supervised": "supervision_pronounced"}
SERIES = {
    "status": "status",
    "secured": "security_period[off_the_start]",
    "kind": "kind",
    "adjustment": "adjustment",
    "banned": "territory_ban",
    "parole": "parole_requires_leave",
    "long_leave": "long_leave_this_year[calendar_year]",
}


@dataclass(frozen=True, slots=True)
class Crowd:
    """Records in batches: ``everybody`` with every reading open, ``known`` settled and known."""

    everybody: tuple[pa.RecordBatch, ...]
    known: tuple[pa.RecordBatch, ...]

    @property
    def people(self) -> int:
        return sum(batch.num_rows for batch in self.everybody)

    @property
    def known_people(self) -> int:
        return sum(batch.num_rows for batch in self.known)


def french() -> Compiled:
    """Return the French book compiled for every route."""
    return compiled(BOOK, LAYOUT, law.france.supposed())


def french_settled() -> Compiled:
    """Return the same with every reading of the law settled."""
    asked = {route: {**f, **SETTLED} for route, f in law.france.supposed().items()}
    return compiled(BOOK, LAYOUT, asked)


def crowd(records: Path, people: int) -> Crowd:
    """Return the first people of a file of records; everybody once more when there are too few."""
    table = pq.read_table(records)
    copies = -(-people // table.num_rows)
    table = pa.concat_tables([table] * copies).slice(0, people).combine_chunks()
    everybody = table.to_batches(max_chunksize=BATCH)
    return Crowd(tuple(whole(b) for b in everybody), tuple(known(everybody)))


def known(batches: Iterable[pa.RecordBatch]) -> list[pa.RecordBatch]:
    """Return the people whom every peer can answer, under settled readings, in full batches."""
    kept = [batch.filter(pa.array(are_known(batch))) for batch in batches]
    table = pa.Table.from_batches(kept).combine_chunks()
    return [whole(settled(batch)) for batch in table.to_batches(max_chunksize=BATCH)]


def settled(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Return the rows with every reading of ``SETTLED`` held alike by everybody."""
    columns = {name: batch.column(name) for name in batch.schema.names}
    for name, option in SETTLED.items():
        cell = LAYOUT.cells[name, ()]
        number = pa.scalar(encoding.coded(cell.field, option).low, pa.int32())
        columns[cell.low] = pa.repeat(number, batch.num_rows)
    return pa.RecordBatch.from_arrays(list(columns.values()), schema=batch.schema)


def whole(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Return a batch of its own memory, as a file gives it."""
    return pa.Table.from_batches([batch.take(pa.array(np.arange(batch.num_rows)))]).to_batches()[0]


def are_known(batch: pa.RecordBatch) -> Any:
    """Return who was committed under the law in force and has no unknown fact in custody."""
    found = flat(batch.column("since")) >= CURRENT_LAW.toordinal()
    for low, high in BOUNDED.values():
        found &= flat(batch.column(low)) == flat(batch.column(high))
    for name in LISTED.values():
        found &= flat(batch.column(name)) >= 0
    for name in SERIES.values():
        found &= ~_opens(batch, name)
    return found


def _opens(batch: pa.RecordBatch, name: str) -> Any:
    """Return whose series is unknown on some day of custody."""
    owner, days, values, ends = changes(batch, name)
    since, before = flat(batch.column("since"))[owner], flat(batch.column("before"))[owner]
    opened = (values < 0) & (days < before) & (ends > since)
    return np.bincount(owner[opened], minlength=batch.num_rows) > 0


def changes(batch: pa.RecordBatch, name: str) -> tuple[Any, Any, Any, Any]:
    """Return every change of a series: whose, from which day, what, and until which day."""
    column = batch.column(name)
    offsets = column.offsets.to_numpy()
    owner = np.repeat(np.arange(batch.num_rows), np.diff(offsets))
    rows = column.flatten()
    days, values = flat(rows.field("since")), flat(rows.field("is"))
    ends = np.append(days[1:], np.int32(0))
    ends[offsets[1:] - offsets[0] - 1] = date.max.toordinal()
    return owner, days, values, ends


def on(batch: pa.RecordBatch, name: str, day: int) -> Any:
    """Return what a series holds on a day for each person."""
    owner, days, values, ends = changes(batch, name)
    now = (days <= day) & (day < ends)
    found = np.full(batch.num_rows, -1, dtype=np.int8)
    found[owner[now]] = values[now]
    return found


def flat(column: pa.Array) -> Any:
    return column.to_numpy(zero_copy_only=True)
