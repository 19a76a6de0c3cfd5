"""``sortie office run SCRIPT``: a case played step by step, and held to what it says."""

from pathlib import Path
from typing import Any

from sortie import facts, office
from sortie.cli.office.bench import Bench
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.refusals import REFUSED, Refused

Played = office.scripts.Played
PlayedStep = office.scripts.PlayedStep
Difference = office.scripts.StepDifference


def run(bench: Bench) -> int:
    """Play a script in the database; status 2 when something is not what the script says."""
    path = Path(bench.chosen.script)
    if not path.is_file():
        raise Refused("cli.no_such_file", {"path": str(path)}, str(path))
    played = office.scripts.play(path)
    bench.settle(played.script.place)
    if bench.chosen.json:
        bench.write(_written(played, bench))
    else:
        show(_page(played, bench))
    return REFUSED if played.differences else 0


def _page(played: Played, bench: Bench) -> Page:
    page, tongue = Page(), bench.tongue
    page.text(tongue.say("run.title", title=played.script.title), style="strong")
    wrong = {(each.script, each.step) for each in played.differences}
    for each in played.steps:
        good = (each.step.script, each.step.number) not in wrong
        page.item("✓" if good else "✗", _step(each, bench), style="open" if good else "closed")
        if each.refused and good:
            codes = ", ".join(sorted(each.refused))
            page.text(tongue.say("run.refused", codes=codes), indent=6)
    page.blank()
    for difference in played.differences:
        page.item("✗", _difference(difference, bench), style="closed")
    count = len(played.differences)
    page.text(tongue.count("run.bad", count, count=count) if count else tongue.say("run.good"))
    return page


def _step(each: PlayedStep, bench: Bench) -> str:
    step, say = each.step, bench.tongue.say
    words = bench.tongue.sentences
    families = ("verb", "help.office", "help")
    named = [words[f"{each}.{step.verb}"] for each in families if f"{each}.{step.verb}" in words]
    verb = named[0] if named else say("run.looks")
    what = say("run.on", verb=verb, on=step.on) if step.on else verb
    return say("run.step", number=step.number, at=bench.clock.stamp(step.at), what=what)


def _difference(each: Difference, bench: Bench) -> str:
    name = f"{each.step} ({each.name})" if each.name else str(each.step)
    holes = {"expected": _shown(each.expected), "found": _shown(each.found)}
    line = "?" if each.line is None else each.line
    return bench.tongue.say("run.difference", step=name, line=line, path=each.path, **holes)


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple | set | frozenset):
        return f"[{', '.join(map(_shown, value))}]"
    if isinstance(value, dict):
        inner = ", ".join(f"{name}: {_shown(held)}" for name, held in value.items())
        return f"{{{inner}}}"
    return facts.shown(value)


def _written(played: Played, bench: Bench) -> dict[str, Any]:
    return {
        "format": "sortie/played@1",
        "script": played.script.name,
        "title": played.script.title,
        "steps": [
            {
                "number": each.step.number,
                "name": each.step.name,
                "at": bench.stamp(each.step.at),
                "verb": each.step.verb,
                "on": each.step.on,
                "refused": sorted(each.refused),
                "events": {case: list(events) for case, events in each.events.items()},
            }
            for each in played.steps
        ],
        "differences": [
            {
                "script": each.script,
                "step": each.step,
                "line": each.line,
                "path": each.path,
                "expected": _shown(each.expected),
                "found": _shown(each.found),
            }
            for each in played.differences
        ],
    }
