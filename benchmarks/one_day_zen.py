"""The one-day leave as a JSON decision model, run by zen-engine with its trace on."""

from pathlib import Path

import zen

from benchmarks.people import Plain

_MODEL = (Path(__file__).parent / "one_day.jdm.json").read_text("utf-8")
_DECISION = zen.ZenEngine().create_decision(_MODEL)


def is_open(person: Plain) -> bool:
    """Return whether the leave is open, once the trace is in hand."""
    answer = _DECISION.evaluate(person, {"trace": True})
    assert answer["trace"]
    return bool(answer["result"]["open"])
