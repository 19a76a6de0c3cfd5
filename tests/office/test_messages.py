"""The outbox: what goes out together, and what is received at once."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sortie import casework, office, store
from tests.house.tree import ROOT

SCRIPT = ROOT / "cases/france/scripts/ordinary_day.yaml"
AT = datetime(2026, 9, 7, 12, 0, tzinfo=UTC)


def filed(script: Path = SCRIPT) -> str:
    """Play the script up to the route, and return its case: three messages wait."""
    script_read = office.scripts.read_script(script)
    for record in script_read.people:
        first = office.Command(key="person", by=casework.OFFICE, at=script_read.steps[0].at)
        office.record_person(first, record)
    for rank, step in enumerate(script_read.steps[:2]):
        assert step.by is not None
        command = office.Command(key=f"step {rank}", by=step.by, at=step.at)
        office.do(step.verb, command, step.on, step.body)
    return "D-1"


def clerk(key: str) -> office.Command:
    by = casework.Actor("clerk-1", casework.Role.PRISON_CLERK, "Centre pénitentiaire du Nord")
    return office.Command(key=key, by=by, at=AT)


@pytest.mark.usefixtures("database")
def test_the_messages_of_a_case_go_out_together_and_once() -> None:
    filed()

    first, second = office.send(AT), office.send(AT + timedelta(hours=1))

    assert len(first) == 3
    assert second == ()
    assert {each.sent_at for each in store.messages_of("D-1")} == {AT}


@pytest.mark.usefixtures("database")
def test_several_messages_are_received_at_once() -> None:
    keys = [each.dedupe_key for each in store.messages_of(filed())]

    done = office.acknowledge_all(clerk("all"), "D-1", keys, "read at the desk")

    assert done["events"] == ["message_received"] * 3
    assert {each.received_at for each in store.messages_of("D-1")} == {AT}
    assert office.send(AT) == ()
    assert office.acknowledge_all(clerk("all"), "D-1", keys, "read at the desk") == done


@pytest.mark.usefixtures("database")
def test_one_that_was_received_is_left_as_it_is() -> None:
    keys = [each.dedupe_key for each in store.messages_of(filed())]
    office.acknowledge(clerk("one"), keys[0], "signed for")

    done = office.acknowledge_all(clerk("all"), "D-1", keys, "read at the desk")

    assert done["events"] == ["message_received"] * 2
    assert office.case_shown("D-1", AT).case.anomalies == ()


@pytest.mark.usefixtures("database")
def test_refused_when_a_message_is_not_of_the_case() -> None:
    filed()

    with pytest.raises(office.WordUnknown):
        office.acknowledge_all(clerk("all"), "D-1", ["D-2/1.receipt"], "read at the desk")
