"""What this office itself knows of a person's earlier leaves, whatever their file says."""

from collections.abc import Iterator

from sortie import casework, store
from sortie.office.desk import case_of, stream_of
from sortie.office.jurisdictions import HERE

ESCAPE = "escape"
NOT_RETURNED = "not_returned"


def earlier_escapes(person: str, case_id: str) -> Iterator[casework.FactNoted]:
    """Yield the escapes declared and the returns missed in the person's other cases.

    The trap: the file holds an escape once a clerk wrote it there; whoever decides must see it
    before that. It is named as the file would name it, so that it is noted once.
    """
    after: store.IndexedCase | None = None
    while page := store.cases(store.CaseQuery(person_id=person, after=after)):
        for row in page:
            if row.case_id != case_id:
                yield from _of_case(row.case_id)
        after = page[-1]


def _of_case(case_id: str) -> Iterator[casework.FactNoted]:
    case = case_of(store.events_of(stream_of(case_id)))
    for absence in case.absences:
        declared_at = absence.escape_declared_at
        missed_at = declared_at or absence.not_returned_at
        if missed_at is None:
            continue
        since = HERE.day_at(case.where, missed_at)
        until = absence.recaptured_at or absence.returned_at
        kind = ESCAPE if declared_at is not None else NOT_RETURNED
        yield casework.FactNoted(
            fact=f"{kind}.{since.isoformat()}",
            kind=kind,
            since=since,
            until=HERE.day_at(case.where, until) if until is not None else None,
            source=case_id,
        )
