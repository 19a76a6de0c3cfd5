"""Every open case of the office, folded, for whoever asks the law about all of them."""

from collections.abc import Iterator
from datetime import date

from sortie import store
from sortie.casework import Case, Terms
from sortie.office.desk import case_of, stream_of
from sortie.office.jurisdictions import HERE
from sortie.office.open_cases import OVER


def every_open_case(prison: str | None = None) -> Iterator[tuple[str, Case]]:
    """Yield the id of each case that is not over, and the case, a page of the store at a time."""
    after: store.IndexedCase | None = None
    while page := store.cases(store.CaseQuery(prison=prison, after=after)):
        wanted = [stream_of(each.case_id) for each in page if each.state not in OVER]
        held = store.events_of_each(wanted) if wanted else {}
        yield from ((stream.id, case_of(held[stream])) for stream in wanted if stream in held)
        after = page[-1]


def day_of_departure(case: Case, terms: Terms) -> date:
    """Return the day on which a leave begins, by the clocks of where the person is held."""
    return HERE.day_at(case.where, terms.departs_at)
