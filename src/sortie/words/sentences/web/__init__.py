"""The words of the pages, in both languages: one pair of modules a family of pages."""

from collections.abc import Mapping
from importlib import import_module

# A family is two modules, FAMILY_fr and FAMILY_en, each with its SENTENCES; one line a family.
FAMILIES = (
    "accounts",
    "authority",
    "acts",
    "case",
    "deciding",
    "fields",
    "filing",
    "forms",
    "frame",
    "gate",
    "lists",
    "my_day",
    "planning",
    "serving",
    "signing",
    "sitting",
)


def _of(language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for family in FAMILIES:
        found.update(import_module(f"{__name__}.{family}_{language}").SENTENCES)
    return found


SENTENCES: Mapping[str, Mapping[str, str]] = {"fr": _of("fr"), "en": _of("en")}
