"""Case files of a few lines: what a test does not say is known not to be."""

from typing import Any

from sortie import facts
from sortie.law import france
from sortie.law.france.sentence.choices import first_choices
from sortie.law.france.sentence.lines import Line
from sortie.law.france.sentence.reckoning import Reckoning, reckoning_of

DICTIONARY = facts.house_dictionary()


def a_sentence(length: str, final_on: str = "2023-02-01", **more: Any) -> dict[str, Any]:
    return {
        "length": length,
        "pronounced_on": final_on,
        "final_on": final_on,
        "offences": ["other"],
        "recidivist": False,
        "merged_into": None,
        **more,
    }


def typed(committed_on: str, *sentences: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return the values of a case file; ``escapes`` are pairs of days, both at large."""
    escapes = more.pop("escapes", [])
    custody = {
        "committed_on": committed_on,
        "sentences": list(sentences),
        "remand": [],
        "security_period": "none",
        "reductions": [],
        **more,
    }
    incidents = [{"kind": "escape", "on": first, "until": last} for first, last in escapes]
    return {
        "format": "sortie/case@1",
        "jurisdiction": "fr",
        "person": {"born_on": "1980-05-04"},
        "custody": {key: value for key, value in custody.items() if value is not ...},
        "history": {"leaves": [], "incidents": incidents, "applications": []},
    }


def read(values: dict[str, Any]) -> facts.CaseFile:
    return facts.read_case(values, vocabulary=france.FRENCH, dictionary=DICTIONARY)


def a_reckoning(committed_on: str, *sentences: dict[str, Any], **more: Any) -> Reckoning:
    """Return the reckoning of a case; ``choices`` are options other than the first listed."""
    choices = first_choices(**more.pop("choices", {}))
    return reckoning_of(read(typed(committed_on, *sentences, **more)), choices)


def line(reckoning: Reckoning, what: str) -> Line:
    """Return the only line of that name."""
    (found,) = [each for each in reckoning.lines if each.what == what]
    return found


def day(reckoning: Reckoning, what: str) -> str:
    return str(line(reckoning, what).day)
