"""Make the index again from the events alone; what lists showed before must be the same."""

from contextlib import suppress

from sortie import casework, store
from sortie.office.desk import CASE, case_of, clocks_of, row_of
from sortie.office.jurisdictions import HERE
from sortie.store import writing


def reindex() -> int:
    """Return how many cases were indexed again, each in its own transaction.

    Those of the persons who were erased have no index any more.
    """
    done = 0
    for stream in store.streams(CASE):
        with suppress(store.Erased), writing.reindexing(stream) as shelf:
            case = case_of(shelf.events)
            due_at = casework.next_due_at(case, HERE.procedure)
            shelf.index(row_of(stream.id, case, due_at))
            shelf.clocks(clocks_of(stream.id, due_at, shelf.events[-1].at))
            done += 1
    return done
