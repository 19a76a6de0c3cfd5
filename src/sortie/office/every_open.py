"""Open cases of the office, folded, for whoever asks the law about many of them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sortie import store
from sortie.casework import Case, Terms
from sortie.office.desk import case_of, stream_of
from sortie.office.jurisdictions import HERE
from sortie.office.open_cases import OVER


def every_open_case(prison: str | None = None) -> Iterator[Mapping[str, Case]]:
    """Yield the cases that are not over by their ids, a page of the store at a time."""
    after: store.IndexedCase | None = None
    while page := store.cases(store.CaseQuery(prison=prison, after=after)):
        yield open_among(page)
        after = page[-1]


def open_among(listed: Iterable[store.IndexedCase]) -> Mapping[str, Case]:
    """Return those listed cases that are not over, by their ids: one question to the store."""
    wanted = [stream_of(each.case_id) for each in listed if each.state not in OVER]
    held = store.events_of_each(wanted) if wanted else {}
    return {stream.id: case_of(held[stream]) for stream in wanted if stream in held}


def day_of_departure(case: Case, terms: Terms) -> date:
    """Return the day on which a leave begins, by the clocks of where the person is held."""
    return HERE.day_at(case.where, terms.departs_at)
