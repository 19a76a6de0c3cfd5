"""Each public failure stops at a named step, or the page says why this office cannot carry it."""

import re
from dataclasses import dataclass

import pytest

from sortie.office import scripts
from tests.house.tree import ROOT

INCIDENTS = ROOT / "cases/france/incidents"
PAGE = ROOT / "docs/reference/incidents.md"
CASES_OF_THE_RECORD = 17
CIRCULAR = "France, circular of 3 October 2001"
SHORTEST_REASON = 60


@dataclass(frozen=True)
class Row:
    """One line of the page: the incident, its script and step, what happens there."""

    incident: str
    script: str
    step: str
    says: str

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(re.findall(r"`([^`]+)`", self.says))


def rows() -> list[Row]:
    found = []
    for line in PAGE.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and len(cells) == 5 and cells[0] not in ("Incident", "---"):
            link = re.match(r"\[(\w+)\]", cells[2])
            found.append(Row(cells[0], link[1] if link else "", cells[3], cells[4]))
    return found


STOPPED = [row for row in rows() if row.script]


def test_every_incident_of_the_record_is_on_the_page() -> None:
    incidents = [row.incident for row in rows()]
    assert len(set(incidents)) == len(incidents) == CASES_OF_THE_RECORD + 1
    assert CIRCULAR in incidents


def test_an_incident_without_a_script_says_why() -> None:
    left_out = [row for row in rows() if not row.script]
    assert left_out
    assert [row.incident for row in left_out if len(row.says) < SHORTEST_REASON] == []


def test_every_script_is_on_the_page() -> None:
    assert {row.script for row in STOPPED} == {path.stem for path in INCIDENTS.glob("*.yaml")}


@pytest.mark.parametrize("row", STOPPED, ids=[row.script for row in STOPPED])
def test_the_incident_stops_at_the_step_the_page_names(row: Row, sqlite_store: str) -> None:
    assert sqlite_store
    played = scripts.play(INCIDENTS / f"{row.script}.yaml")

    assert [str(each) for each in played.differences] == []
    (step,) = (each for each in played.steps if each.step.name == row.step)
    if row.says.startswith("refused"):
        assert step.refused == row.codes
        assert step.step.refused == row.codes
    else:
        raised = {kind for events in step.events.values() for kind in events}
        assert row.says.startswith("raises")
        assert raised == row.codes


@pytest.mark.parametrize("name", ["chelmsford_2025", "bobigny_2014"])
def test_an_incident_stops_at_the_same_step_on_both_databases(name: str, database: str) -> None:
    assert database
    assert scripts.play(INCIDENTS / f"{name}.yaml").differences == ()
