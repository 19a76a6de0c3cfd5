"""Move a person to another prison or unit: the cases follow, their clocks do not restart."""

from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any

from sortie import casework, store
from sortie.office.commands import Command
from sortie.office.jurisdictions import HERE
from sortie.office.people.changed import carry, held_on
from sortie.office.persons import PersonRecord, stream_of
from sortie.store import writing

VERB = "move_person"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Where a person is held from a day on; ``kind`` is the kind of that prison, or quarter."""

    since: date
    prison: str
    court: str
    kind: str
    unit: str = "ordinary"
    territory: str = ""
    committal_number: str = ""


def move_person(command: Command, person: str, move: Move) -> store.Json:
    """Record the new placement and tell the open cases.

    Raises:   NoSuchPerson, TerritoryUnknown, facts.CaseRefused
    """
    body: dict[str, Any] = {**asdict(move), "since": move.since.isoformat()}
    with writing.command(
        command.key, VERB, body, stream=stream_of(person), actor=command.by, at=command.at
    ) as desk:
        if desk.replayed is not None:
            return desk.replayed
        HERE.check_territory(move.territory)
        changed = _moved(held_on(desk), move)
        event = casework.PersonMoved(
            prison=move.prison,
            court=move.court,
            unit=move.unit,
            territory=move.territory,
            committal_number=changed.committal_number,
        )
        return carry(command, desk, changed, event)


def _moved(held: PersonRecord, move: Move) -> PersonRecord:
    custody = dict(held.file.get("custody", {}))
    placements = [dict(each) for each in custody.get("placements", ())]
    if placements and "until" not in placements[-1]:
        placements[-1]["until"] = (move.since - _DAY).isoformat()
    placements.append(
        {"from": move.since.isoformat(), "establishment": move.prison, "kind": move.kind,
         "unit": move.unit}
    )  # fmt: skip
    custody["placements"] = placements
    return replace(
        held,
        prison=move.prison,
        court=move.court,
        unit=move.unit,
        territory=move.territory,
        committal_number=move.committal_number or held.committal_number,
        file={**held.file, "custody": custody},
    )
