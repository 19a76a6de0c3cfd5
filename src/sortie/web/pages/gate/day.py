"""The page of the gate: the people of the day, one line each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sortie import facts, store
from sortie.casework import ExitKind
from sortie.office import CaseAtWork
from sortie.web.frame import Asked
from sortie.web.pages.gate import gathering
from sortie.web.pages.gate.hours import Hour, hour, speaker_of
from sortie.web.pages.gate.standing import Standing, standing_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One person of the day; ``near`` are those of the page whose name is near."""

    at_work: CaseAtWork
    person: store.PersonRow | None
    escorted: bool
    standing: Standing
    departs: Hour | None
    due: Hour | None
    left: Hour | None
    returned: Hour | None
    past: bool = False
    near: tuple[str, ...] = ()

    @property
    def case_id(self) -> str:
        """The case that the line is about."""
        return self.at_work.case_id

    @property
    def out(self) -> bool:
        """Whether the person is outside, as far as anyone has said."""
        return self.at_work.case.out

    @property
    def late(self) -> bool:
        """Whether the hour due is past: a fact, and no more."""
        return self.out and self.past

    @property
    def declared(self) -> bool:
        """Whether a named person called the absence an escape."""
        absence = self.at_work.case.absence
        return absence is not None and absence.out and absence.escape_declared_at is not None

    @property
    def recaptured(self) -> bool:
        """Whether the person was found and held again, and did not come back."""
        absence = self.at_work.case.absence
        return absence is not None and absence.recaptured_at is not None

    @property
    def near_said(self) -> str:
        """Those of the page whose name is near, in one line."""
        return ", ".join(self.near)

    @property
    def first_stop(self) -> str:
        """The first thing that keeps the person in."""
        return self.standing.stops[0].sentence if self.standing.stops else ""

    @property
    def tone(self) -> str:
        """How the line is drawn; never what is decided."""
        if self.returned is not None:
            return "back"
        if self.out:
            return "late" if self.late else "out"
        return self.standing.way.value


def gate(asked: Asked) -> Mapping[str, Any]:
    """Return who is late, who leaves, who is out and who came back today."""
    acting, at = asked.acting, asked.at
    number = asked.request.GET.get("number", "").strip()
    leaving = gathering.leaving(acting, at, asked.clock)
    outside = gathering.outside(acting)
    back = gathering.back(acting, at, asked.clock)
    asked_for = gathering.of_number(acting, number) if number else ()
    rows = rows_of((*outside, *leaving, *back, *asked_for), asked)
    out = [rows[each] for each in outside if each in rows and rows[each].out]
    late = [each for each in out if each.late]
    return {
        "late": sorted(late, key=_due),
        "leaving": [rows[each] for each in leaving if each in rows and _may_leave(rows[each])],
        "out": sorted((each for each in out if not each.late), key=_due),
        "back": [rows[each] for each in back if each in rows and not rows[each].out],
        "number": number,
        "found": [rows[each] for each in asked_for if each in rows and _concerns(rows[each])],
        "numbers": "committal_number" in gathering.fields(acting, "case.see"),
        "now": hour(at, asked),
        "prisons": tuple(gathering.prisons(acting)),
    }


def rows_of(ids: Iterable[str], asked: Asked) -> dict[str, Row]:
    """Return the lines of these cases by their id, each with those whose name is near."""
    cases = gathering.folded(ids, asked.at)
    people = gathering.people_of(cases.values(), asked.acting)
    seen = gathering.fields(asked.acting, "case.see")
    rows = {
        case_id: _row(each, people.get(each.case.person), seen, asked)
        for case_id, each in cases.items()
    }
    return _with_near(rows)


def _row(
    each: CaseAtWork, person: store.PersonRow | None, seen: frozenset[str], asked: Asked
) -> Row:
    case, speaker = each.case, speaker_of(each.case, asked)
    absence, order = case.absence, case.order
    terms = order.terms if order is not None else None
    escorted = terms is not None and terms.escorted
    if absence is not None:
        escorted = absence.exit is ExitKind.ESCORTED
    back_at = absence.returned_at or absence.recaptured_at if absence is not None else None
    return Row(
        at_work=each,
        person=person,
        escorted=escorted,
        standing=standing_of(case, each.steps, seen, speaker),
        departs=hour(terms.departs_at, speaker) if terms is not None else None,
        due=hour(absence.due_back_at, speaker) if absence is not None else (
            hour(terms.returns_at, speaker) if terms is not None else None),
        left=hour(absence.departed_at, speaker) if absence is not None else None,
        returned=hour(back_at, speaker) if back_at is not None else None,
        past=absence is not None and asked.at > absence.due_back_at,
    )  # fmt: skip


def _due(row: Row) -> float:
    return row.due.at.timestamp() if row.due is not None else 0.0


def _may_leave(row: Row) -> bool:
    """Whether the line is of someone who has not left yet, granted or granted once."""
    order = row.at_work.case.order
    return row.at_work.case.absence is None and order is not None and order.granted


def _concerns(row: Row) -> bool:
    """Whether someone looked for by number has anything to do at the gate: out, or still to go."""
    return row.out or _may_leave(row)


def _with_near(rows: dict[str, Row]) -> dict[str, Row]:
    """Return the lines, each with the others of the page whose name could be taken for its own."""
    by_person = {row.person.person_id: row.person for row in rows.values() if row.person}
    names = {
        person_id: facts.homonyms.Name(row.family_name, row.given_name)
        for person_id, row in by_person.items()
    }
    near: dict[str, list[str]] = {}
    for one, other in facts.homonyms.near_pairs(names):
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)
    return {
        case_id: replace(row, near=tuple(
            f"{by_person[each].family_name} {by_person[each].given_name}"
            for each in near.get(row.at_work.case.person, ())
        ))
        for case_id, row in rows.items()
    }  # fmt: skip
