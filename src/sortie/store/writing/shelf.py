"""The index rows of one case: what lists and search see, made from its events and only then."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sortie.store import keys, tables
from sortie.store.canonical import canonical, check_texts
from sortie.store.names import name_key
from sortie.store.records import CaseRow, Clock, PersonRow, StoredEvent, Stream
from sortie.store.vault import OFFICE, Seal, person_place
from sortie.store.writing.attempt import seal_for
from sortie.store.writing.ink import INDEXED, Ink


@dataclass(slots=True)
class Shelf:
    """The events of a stream, under its lock, and the rows that follow from them."""

    stream: Stream
    events: tuple[StoredEvent, ...] = field(default=())
    ink: Ink = field(default_factory=Ink)
    _seal: Seal | None = None

    @property
    def subject(self) -> str:
        """Whose stream it is: said when it began, or by the command that begins it."""
        if self.events:
            return self.events[0].subject
        if self.stream.subject is None:
            raise AssertionError("a stream begins with a subject")
        return self.stream.subject

    def seal(self) -> Seal:
        """Return what seals for the subject. The trap: ask only once alone, after ``ink.take``.

        Raises:   Erased, KeyLost
        """
        if self._seal is None:
            self._seal = self.ink.seal_for(self.subject)
        return self._seal

    @property
    def kept_for(self) -> str:
        """Whose key seals what is kept of the command, even where no stream begins."""
        return self.events[0].subject if self.events else (self.stream.subject or OFFICE)

    @property
    def number(self) -> int:
        """The number of the last event; 0 for a stream without any."""
        return self.events[-1].number if self.events else 0

    @property
    def last_seq(self) -> int:
        """The place of the last event in the whole store."""
        return self.events[-1].seq if self.events else 0

    def index(self, row: CaseRow) -> None:
        """Write the row of this case; the version is the number of its last event."""
        self._own(row.case_id)
        written = {name: getattr(row, name) for name in INDEXED}
        check_texts(**written)
        place = {"version": self.number, "last_seq": self.last_seq}
        self.ink.index({"case_id": row.case_id, **place, **written})

    def clocks(self, rows: Iterable[Clock], rules: Iterable[str] = ()) -> None:
        """Replace the clocks of these rules by these rows; without rules, every clock."""
        listed = set(rows)
        for row in listed:
            self._own(row.case_id)
            check_texts(rule=row.rule)
        made = (
            {"case_id": row.case_id, "rule": row.rule, "due_at": row.due_at}
            for row in sorted(listed, key=lambda row: (row.due_at, row.rule))
        )
        self.ink.clocks(self.stream.id, made, tuple(rules))

    def person(self, row: PersonRow) -> None:
        """Write where a person is, and replace the judgments of that person by these."""
        self.ink.hold()
        rows, judgments, blind = tables.person_index(), tables.judgments(), keys.current().blind
        check_texts(person_id=row.person_id, prison=row.prison)
        rest = {
            "committal_number": row.committal_number,
            "unit": row.unit,
            "family_name": row.family_name,
            "given_name": row.given_name,
            "judgments": sorted(set(row.judgments)),
        }
        sealed = seal_for(row.person_id).sealed(
            canonical(rest).encode(), person_place(row.person_id)
        )
        written: dict[str, Any] = {
            "committal_number": blind("committal_number", row.committal_number),
            "prison": row.prison,
            "name_key": blind("name_key", name_key(row.family_name)),
            "sealed": sealed,
        }
        rows.bulk_create(
            [rows.model(person_id=row.person_id, **written)],
            update_conflicts=True,
            unique_fields=["person_id"],
            update_fields=[*written],
        )
        judgments.filter(person_id=row.person_id).delete()
        judgments.bulk_create(
            judgments.model(person_id=row.person_id, judgment=blind("judgment", judgment))
            for judgment in rest["judgments"]
        )

    def _own(self, case_id: str) -> None:
        if case_id != self.stream.id:
            raise AssertionError("an index row belongs to the stream it was made from")
