"""The unsettled questions of the law, one file each, as jurists write and sign them.

A reading without ``adopted`` is evaluated under every option. One that is adopted names who
settled it: the text itself, or a person and a date.
"""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, ClassVar

from sortie.errors import SortieError


@dataclass(frozen=True, slots=True)
class Reading:
    """One question, its options (key -> French and English words), and who settled it."""

    id: str
    question_fr: str
    question_en: str
    cites: tuple[str, ...]
    shared_question: str
    options: dict[str, tuple[str, str]]
    adopted: str
    settled_by: str
    confirmed_by: str
    confirmed_on: str
    why_fr: str
    why_en: str

    @property
    def is_settled(self) -> bool:
        return bool(self.adopted)


@dataclass(eq=False)
class BrokenReading(SortieError):
    """A reading that cannot be used: the file, and what is wrong in it."""

    file: str
    fault: str
    code: ClassVar[str] = "law.reading.broken"

    def __str__(self) -> str:
        return f"{self.file}: {self.fault}"


TEXT_KEYS = frozenset(
    {"id", "question_fr", "question_en", "shared_question", "adopted", "confirmed_by",
     "confirmed_on", "why_fr", "why_en"}
)  # fmt: skip
KEYS = TEXT_KEYS | {"cites", "option"}
MAY_BE_EMPTY = frozenset({"shared_question", "adopted", "confirmed_by", "confirmed_on"})
OPTION_KEYS = frozenset({"key", "fr", "en"})


def load_readings(folder: Traversable | None = None) -> dict[str, Reading]:
    """Return every reading of a folder by its id; without a folder, those of France.

    Raises:   BrokenReading: for the first file that does not hold together
    """
    folder = files("sortie.law.france") / "readings" if folder is None else folder
    named = sorted((file.name, file) for file in folder.iterdir() if file.name.endswith(".toml"))
    return {found.id: found for found in (reading_of(file) for _, file in named)}


def reading_of(file: Traversable) -> Reading:
    try:
        entry = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as broken:
        raise BrokenReading(file.name, f"not TOML, {broken}") from broken
    fault = key_fault(entry) or option_fault(entry["option"])
    if fault:
        raise BrokenReading(file.name, fault)
    options = {each["key"]: (each["fr"], each["en"]) for each in entry["option"]}
    reading = Reading(
        options=options,
        cites=tuple(entry["cites"]),
        settled_by=entry.get("settled_by", ""),
        **{key: entry[key] for key in TEXT_KEYS},
    )
    fault = settlement_fault(reading) or name_fault(reading, file.name)
    if fault:
        raise BrokenReading(file.name, fault)
    return reading


def key_fault(entry: dict[str, Any]) -> str:
    strange = (entry.keys() - {"settled_by"}) ^ KEYS
    if strange:
        return f"missing or unknown: {', '.join(sorted(strange))}"
    empty = sorted(key for key in TEXT_KEYS - MAY_BE_EMPTY if not entry[key])
    return f"empty: {', '.join(empty)}" if empty else ""


def option_fault(options: list[dict[str, str]]) -> str:
    if any(each.keys() != OPTION_KEYS or not all(each.values()) for each in options):
        return "an option holds key, fr and en, all filled"
    if len({each["key"] for each in options}) < max(2, len(options)):
        return "two options at least, each with its own key"
    return ""


def settlement_fault(reading: Reading) -> str:
    if reading.adopted and reading.adopted not in reading.options:
        return f"adopted is not an option: {reading.adopted}"
    if bool(reading.adopted) != bool(reading.settled_by or reading.confirmed_by):
        return "adopted goes with settled_by or confirmed_by"
    if bool(reading.confirmed_by) != bool(reading.confirmed_on):
        return "confirmed_by goes with confirmed_on"
    return ""


def name_fault(reading: Reading, file: str) -> str:
    return "" if file == f"{reading.id.rpartition('.')[2]}.toml" else f"named after {reading.id}"
