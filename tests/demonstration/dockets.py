"""The docket alone, as the tests build it: without the crowd, which is more of the same."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sortie import demonstration, office

AT = demonstration.morning(date(2026, 11, 27))


@dataclass(frozen=True, slots=True)
class Docket:
    """What was built, and where."""

    path: Path
    built: demonstration.Built

    def case(self, story: str) -> str:
        return self.built.cases[story]

    def shown(self, story: str) -> office.ShownCase:
        return office.case_shown(self.case(story), self.built.at)


def build(
    seed: int = 1, progress: demonstration.Progress = lambda _done, _all: None
) -> demonstration.Built:
    """Build the docket, and a few cases that are over, in the store of this process."""
    return demonstration.build(AT, seed, progress, people=0, closed=4)
