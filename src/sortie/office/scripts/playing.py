"""Playing a script in one go, and holding what happened to everything it says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sortie import casework, store
from sortie.casework import OFFICE
from sortie.office.commands import Command
from sortie.office.desk import stream_of
from sortie.office.people import record_person
from sortie.office.scripts.doing import Done, done
from sortie.office.scripts.observing import Seen, look_at
from sortie.office.scripts.reading import read_script
from sortie.office.scripts.records import (
    Expected,
    Look,
    Played,
    PlayedStep,
    Script,
    ScriptStep,
    StepDifference,
)
from sortie.office.scripts.words import around
from sortie.office.showing import case_shown

_QUIET = casework.name_of(casework.MessageSent)
_OF_THE_STEP = (Look.EVENTS, Look.TOLD)
_LATER = (*_OF_THE_STEP, Look.LAW)


def play(source: Path | Mapping[str, Any], *, folder: Path | None = None) -> Played:
    """Play a script in the store this process is connected to, and return every difference.

    Once the last step is done each case is folded again as it stood after every step, and must
    be what it was then.

    Raises:   ScriptRefused: nothing was done; store errors, of a store that cannot be used
    """
    script = read_script(source, folder)
    _record_people(script)
    steps: list[PlayedStep] = []
    differences: list[StepDifference] = []
    looks: list[_Look] = []
    for rank, step in enumerate(script.steps, 1):
        played, found, seen = _Play(script, rank, step).run()
        steps.append(played)
        differences += found
        looks += seen
    for each in looks:
        differences += each.again(script)
    return Played(script, tuple(steps), tuple(differences))


def _record_people(script: Script) -> None:
    for record in script.people:
        if script.steps:
            at = script.steps[0].at
            key = f"{script.name}/{record.person}"
            record_person(Command(key=key, by=OFFICE, at=at), record)


@dataclass(frozen=True, slots=True)
class _Look:
    """What a step expected of a case, to be asked once more of the events up to a number."""

    step: ScriptStep
    expected: Expected
    number: int
    broken: frozenset[Look]

    def again(self, script: Script) -> Iterator[StepDifference]:
        shown = case_shown(self.expected.case, self.step.at, upto=self.number)
        seen = Seen(shown, self.step.at, script.actors)
        for look, wanted in self.expected.looks.items():
            if look in _LATER or look in self.broken:
                continue
            found = look_at(look, seen, wanted)
            if found != wanted:
                yield _difference(self.step, f"{_place(self.expected, look)}*", wanted, found)


@dataclass(slots=True)
class _Play:
    """One step under way: what each of its cases held before, and holds after."""

    script: Script
    rank: int
    step: ScriptStep
    numbers: dict[str, int] = field(default_factory=dict)
    messages: dict[str, int] = field(default_factory=dict)

    def run(self) -> tuple[PlayedStep, list[StepDifference], list[_Look]]:
        step = self.step
        cases = tuple(dict.fromkeys([each.case for each in step.expected] + [step.on]))
        held = tuple(case for case in cases if case)
        for case in held:
            self.numbers[case] = len(_events(case))
            self.messages[case] = len(store.messages_of(case))
        outcome = done(step, self.script, self.rank)
        played = PlayedStep(
            step,
            outcome.refused,
            {case: self._events_since(case) for case in held},
            {case: self._told_since(case, outcome) for case in held},
        )
        differences = [*self._refusal(outcome, held)]
        looks = []
        for expected in step.expected:
            found, broken = self._hold(expected, played)
            differences += found
            looks.append(_Look(step, expected, len(_events(expected.case)), broken))
        return played, differences, [each for each in looks if each.number]

    def _events_since(self, case: str) -> tuple[str, ...]:
        new = _events(case)[self.numbers[case] :]
        return tuple(each.kind for each in new if each.kind != _QUIET)

    def _told_since(self, case: str, outcome: Done) -> tuple[tuple[str, str], ...]:
        new = [*store.messages_of(case)[self.messages[case] :],
               *(each for each in outcome.sent if each.case_id == case)]  # fmt: skip
        return tuple((each.to_role, each.kind) for each in new)

    def _refusal(self, outcome: Done, held: tuple[str, ...]) -> Iterator[StepDifference]:
        expected = self.step.refused or frozenset()
        if outcome.refused != expected:
            yield _difference(self.step, "refused", sorted(expected), sorted(outcome.refused))
        for case in held if self.step.refused else ():
            recorded = len(_events(case)) - self.numbers[case]
            left = len(store.messages_of(case)) - self.messages[case]
            if recorded or left:
                found = recorded or left
                yield _difference(self.step, f"refused.{case}", "nothing recorded", found)

    def _hold(
        self, expected: Expected, played: PlayedStep
    ) -> tuple[list[StepDifference], frozenset[Look]]:
        if not _events(expected.case):
            return [_difference(self.step, expected.path, expected.case, None)], frozenset()
        seen = Seen(
            case_shown(expected.case, self.step.at),
            self.step.at,
            self.script.actors,
            played.events[expected.case],
            played.told[expected.case],
        )
        found = {
            look: (wanted, look_at(look, seen, wanted)) for look, wanted in expected.looks.items()
        }
        broken = {look: pair for look, pair in found.items() if pair[0] != pair[1]}
        differences = [
            _difference(self.step, _place(expected, look), wanted, got, expected.line)
            for look, (wanted, got) in broken.items()
        ]
        return differences, frozenset(broken)


def _events(case: str) -> tuple[store.StoredEvent, ...]:
    try:
        return store.events_of(stream_of(case))
    except store.NoSuchStream:
        return ()


def _place(expected: Expected, look: Look) -> str:
    return f"{expected.path}.{around().keys_typed[look]}"


def _difference(
    step: ScriptStep, path: str, expected: Any, found: Any, line: int | None = None
) -> StepDifference:
    return StepDifference(
        step.script, step.number, step.name, line or step.line, path, expected, found
    )
