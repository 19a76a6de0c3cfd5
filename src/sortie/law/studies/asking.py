"""Reading the questions of a case study."""

from collections.abc import Iterator, Mapping
from typing import Any

from sortie.law.france import BOOK, FRENCH
from sortie.law.studies.computing import inputs, keys_of
from sortie.law.studies.desk import Desk, Path
from sortie.law.studies.expecting import EXPECTABLE, expectations, leave, reading_options
from sortie.law.studies.inside import case_of
from sortie.law.studies.records import Asks, StudyQuestion
from sortie.law.studies.words import COMPUTATIONS, dictionary

_ANY_LEAVE = "fr.leave.any"
_LAW = frozenset(["on", "purpose", "readings", "reform", "without", "note", "leave", "rule"])
_COMPUTED = frozenset(["computation", "readings", "note"])
_KINDS = frozenset(["leave", "rule", "computation"])

Found = Mapping[str, tuple[Path, Any]]


def questions_of(found: Found, tree: Mapping[str, Any], desk: Desk) -> tuple[StudyQuestion, ...]:
    """Return the questions of a case; a question with a fault is noted and left out."""
    if "questions" not in found:
        return ()
    path, typed = found["questions"]
    return tuple(
        question
        for number, (at, item) in enumerate(desk.items(typed, path), 1)
        for question in _question(number, item, at, tree, desk)
    )


def _question(
    number: int, value: Any, path: Path, tree: Mapping[str, Any], desk: Desk
) -> Iterator[StudyQuestion]:
    kinds = _kinds(value)
    if len(kinds) > 1:
        desk.refuse("study.keys_exclude", path, ", ".join(kinds), "one of them")
        return
    asks = Asks(kinds[0]) if kinds else Asks.ANY_LEAVE
    found = _keys(value, path, asks, desk)
    of = _of(found, asks, desk)
    on, reform = _on(found, asks, desk), _day(found, "reform", desk)
    purpose, settled = _purpose(found, desk), _readings(found, desk)
    given = inputs(of, found, desk) if of and asks is Asks.COMPUTATION else {}
    expected = expectations(found, asks, of or "", desk)
    case = case_of(tree, found, path, desk)
    if of is None or case is None:
        return
    yield StudyQuestion(
        number=number,
        line=desk.line(path),
        asks=asks,
        of=of,
        on=on,
        case=case,
        purpose=purpose,
        readings=settled,
        reform_since=reform,
        given=given,
        expected=expected,
    )


def _kinds(value: Any) -> list[str]:
    if not isinstance(value, Mapping):
        return []
    return sorted(_KINDS & {dictionary().key(str(typed)) for typed in value})


def _keys(value: Any, path: Path, asks: Asks, desk: Desk) -> dict[str, tuple[Path, Any]]:
    if asks is not Asks.COMPUTATION:
        return desk.mapping(value, path, _LAW | EXPECTABLE[asks], frozenset(["on", "answer"]))
    typed = value.get("computation", value.get(dictionary().keys_typed["computation"]))
    starts = keys_of(desk.word_or_nothing(typed, COMPUTATIONS))
    required = {"answer"} | {key for key, needed in starts.items() if needed}
    keys = _COMPUTED | EXPECTABLE[asks] | set(starts)
    return desk.mapping(value, path, keys, frozenset(required))


def _of(found: Found, asks: Asks, desk: Desk) -> str | None:
    if asks is Asks.ANY_LEAVE:
        return _ANY_LEAVE
    if asks.value not in found:
        return None
    path, typed = found[asks.value]
    if asks is Asks.LEAVE:
        return leave(typed, path, desk)
    if asks is Asks.RULE:
        return desk.named(typed, path, BOOK.rules)
    return desk.word(typed, path, COMPUTATIONS)


def _on(found: Found, asks: Asks, desk: Desk) -> Any:
    return None if asks is Asks.COMPUTATION else _day(found, "on", desk)


def _day(found: Found, key: str, desk: Desk) -> Any:
    return desk.day(found[key][1], found[key][0]) if key in found else None


def _readings(found: Found, desk: Desk) -> dict[str, str]:
    if "readings" not in found:
        return {}
    return reading_options(found["readings"][1], found["readings"][0], desk)


def _purpose(found: Found, desk: Desk) -> str | None:
    if "purpose" not in found:
        return None
    path, typed = found["purpose"]
    word = desk.facts_word(typed, FRENCH.purposes)
    return word or desk.named(typed, path, FRENCH.purposes)
