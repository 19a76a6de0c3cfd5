"""Every cause that the register can refuse for has its sentence, in both languages."""

import re
from collections.abc import Iterator
from typing import get_type_hints

import pytest

from sortie import office, register
from sortie.cli.register import manual
from sortie.words.sentences.register import SENTENCES

HOLE = re.compile(r"%\((\w+)\)s")
FRENCH, ENGLISH = SENTENCES["fr"], SENTENCES["en"]


def kinds_under(kind: type[Exception]) -> Iterator[type[Exception]]:
    for each in kind.__subclasses__():
        yield each
        yield from kinds_under(each)


def causes() -> Iterator[tuple[str, set[str]]]:
    """Yield the key of each cause, and the facts its sentence may name."""
    roots = (register.RegisterError, office.sealing.SealingError)
    for kind in (each for root in roots for each in kinds_under(root)):
        facts = set(vars(kind).get("__dataclass_fields__", {})) - {"code"}
        code = str(vars(kind)["code"])
        if "fault" in facts:
            for fault in get_type_hints(kind)["fault"]:
                yield f"{code}.{fault.value}", facts - {"fault"}
        elif "__dataclass_fields__" in vars(kind):
            yield code, facts


def test_both_languages_have_the_same_sentences_with_the_same_holes() -> None:
    assert FRENCH.keys() == ENGLISH.keys()
    for key, sentence in FRENCH.items():
        assert set(HOLE.findall(sentence)) == set(HOLE.findall(ENGLISH[key])), key


def test_every_cause_has_its_sentence_with_the_facts_it_is_given() -> None:
    found = dict(causes())

    assert len(found) > 100
    for key, facts in found.items():
        assert set(HOLE.findall(FRENCH[key])) <= facts, key


def test_no_sentence_of_a_refusal_serves_nothing() -> None:
    known = {key for key, _ in causes()} | {"register.quorum_missed.none", "register.witness"}
    written = {
        key for key in FRENCH if re.match(r"register\.(broken|leaf|tree|tile|witness)\.", key)
    }
    screens = {f"register.witness.{name}" for name in ("cosigned", "met", "none", "missed")}

    assert written - known - screens == set()


@pytest.mark.parametrize("sentences", [FRENCH, ENGLISH], ids=["fr", "en"])
def test_what_is_proved_and_what_is_not_is_told_in_whole_sentences(
    sentences: dict[str, str],
) -> None:
    keys = [f"proved.{each.value}" for each in register.Proved]
    keys += [f"not_proved.{each.value}" for each in register.NotProved] + ["not_proved.key"]
    for key in keys:
        assert sentences[key][0].isupper(), key
        assert sentences[key].endswith("."), key


def test_every_command_has_its_help() -> None:
    assert {f"help.register.{name}" for name in manual.COMMANDS} <= FRENCH.keys()
