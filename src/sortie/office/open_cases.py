"""The cases that a change in a person's custody reaches: those that are not over."""

from collections.abc import Iterator

from sortie import casework, store

OVER = frozenset(state.value for state in casework.OVER)


def open_cases(person: str) -> Iterator[str]:
    """Yield the ids of a person's open cases, a page at a time."""
    after: store.IndexedCase | None = None
    while page := store.cases(store.CaseQuery(person_id=person, after=after)):
        yield from (each.case_id for each in page if each.state not in OVER)
        after = page[-1]
