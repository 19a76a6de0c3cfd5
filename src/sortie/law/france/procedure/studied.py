"""The cases and scripts of procedure, as their authors wrote them, read to be shown.

What holds the law to them is their own test.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sortie import facts

FORMAT = "sortie/procedure-study@1"
SCRIPT = "sortie/script@1"
_TITLE = re.compile(r"^titre: .+$", re.MULTILINE)
_RULE = re.compile(r"(?<![\w.])fr\.procedure\.[a-z_.]*[a-z_]")

# The rules that may answer a question, where the case does not name one.
QUESTIONS: Mapping[str, tuple[str, ...]] = {
    "appel": ("fr.procedure.appeal",),
    "appel incident": ("fr.procedure.appeal.cross",),
    "appel non avenu": ("fr.procedure.appeal.lapses",),
    "appel suspensif": ("fr.procedure.stay.appeal",),
    "avis de la commission": ("fr.procedure.opinion",),
    "composition": ("fr.procedure.board",),
    "forme de la demande": ("fr.procedure.form",),
    "interdiction de redemander": ("fr.procedure.bar", "fr.procedure.bar.appeal"),
    "le président statue": ("fr.procedure.president",),
    "nouvelle date": ("fr.procedure.redating",),
    "observations": ("fr.procedure.observations",),
    "observations de la victime": ("fr.procedure.victim.observations",),
    "qui aviser": (
        "fr.procedure.appeal.told",
        "fr.procedure.brought_back.told",
        "fr.procedure.head.opinion",
        "fr.procedure.head.refusal_told",
        "fr.procedure.head.told",
        "fr.procedure.incident",
        "fr.procedure.not_returned",
        "fr.procedure.notice",
        "fr.procedure.police",
        "fr.procedure.victim.ban_notice",
        "fr.procedure.victim.couple_violence",
        "fr.procedure.victim.may_write",
    ),
    "recevabilité": ("fr.procedure.admissible",),
    "recours": ("fr.procedure.appeal.open", "fr.procedure.head.no_appeal"),
    "retour manqué": ("fr.procedure.return",),
    "retrait": ("fr.procedure.withdrawal", "fr.procedure.withdrawal.head"),
    "réintégration d'urgence": ("fr.procedure.brought_back",),
    "réponse du chef d'établissement": ("fr.procedure.head.answer",),
    "réponse du juge": ("fr.procedure.answer",),
    "sans la commission": ("fr.procedure.board.urgency",),
    "sursis du parquet": ("fr.procedure.stay",),
    "voie électronique": ("fr.procedure.board.electronic",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StudiedClock:
    """One case of procedure. ``given`` and ``expected`` are lines, as they were typed."""

    id: str
    title: str
    sources: tuple[str, ...]
    note: str
    reviewed_by: str
    question: str
    place: str
    rules: tuple[str, ...]
    given: tuple[str, ...]
    expected: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StudiedScript:
    """A script: a whole case played step by step; ``rules`` are those it names."""

    name: str
    title: str
    rules: frozenset[str]


def studied_scripts(folder: Path) -> tuple[StudiedScript, ...]:
    """Return the scripts of a folder and of its sub-folders."""
    return tuple(
        StudiedScript(
            name=path.stem,
            title=_title(text),
            rules=frozenset(_RULE.findall(text)),
        )
        for path in sorted(folder.rglob("*.yaml"))
        for text in [path.read_text(encoding="utf-8")]
        if f"format: {SCRIPT}" in text.splitlines()
    )


def _title(text: str) -> str:
    found = _TITLE.search(text)
    read: Any = facts.document_of(found[0]).value if found else {}
    return str(read.get("titre", ""))


def studied_clocks(folder: Path) -> tuple[StudiedClock, ...]:
    """Return the cases of procedure of a folder and of its sub-folders."""
    return tuple(each for path in sorted(folder.rglob("*.yaml")) for each in _of_file(path))


def _of_file(path: Path) -> Iterator[StudiedClock]:
    raw = path.read_bytes()
    if f"format: {FORMAT}".encode() in raw.splitlines():
        document: Any = facts.document_of(raw).value
        yield from (_clock(each) for each in document["cas"])


def _clock(told: Mapping[str, Any]) -> StudiedClock:
    review = told["relu_par"]
    return StudiedClock(
        id=told["id"],
        title=told["titre"],
        sources=tuple(told["sources"]),
        note=told.get("note", ""),
        reviewed_by=", ".join(each for each in (review["nom"], review["qualite"]) if each),
        question=told["question"],
        place=told.get("lieu", ""),
        rules=_rules(told),
        given=tuple(_lines(told["donnees"])),
        expected=tuple(_expected(told["attendu"])),
    )


def _rules(told: Mapping[str, Any]) -> tuple[str, ...]:
    return (told["regle"],) if "regle" in told else QUESTIONS[told["question"]]


def _expected(typed: Any) -> Iterator[str]:
    """Yield one line an answer: several are as many readings, or as many persons to be told."""
    for each in typed if isinstance(typed, list) else [typed]:
        yield " ; ".join(_lines(each)) if isinstance(each, Mapping) else str(each)


def _lines(typed: Mapping[str, Any]) -> Iterator[str]:
    for key, value in typed.items():
        yield f"{key.replace('_', ' ')} : {_value(value)}"


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} = {_value(each)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(map(_value, value))
    return str(value).replace("_", " ") if not str(value).startswith("fr.") else str(value)
