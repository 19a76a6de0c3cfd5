"""The words of the pages, in both languages: one pair of modules a family of pages."""

from collections.abc import Mapping
from importlib import import_module

# A family is two modules, FAMILY_fr and FAMILY_en, with their SENTENCES, in one of these folders.
FOLDERS: Mapping[str, tuple[str, ...]] = {
    "frame": (
        "acts",
        "fields",
        "forms",
        "frame",
        "serving",
    ),
    "accounts": (
        "accounts",
        "authority",
        "demonstration",
        "signing",
    ),
    "cases": (
        "case",
        "deciding",
        "filing",
        "sitting",
    ),
    "law": (
        "comparisons",
        "pages",
        "reforms",
        "rules",
        "studies",
    ),
    "days": (
        "figures",
        "gate",
        "lists",
        "my_day",
        "planning",
    ),
    "programs": (
        "operations",
        "problems",
        "tokens",
    ),
}
FAMILIES = tuple(f"{folder}.{family}" for folder, held in FOLDERS.items() for family in held)


def _of(language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for family in FAMILIES:
        found.update(import_module(f"{__name__}.{family}_{language}").SENTENCES)
    return found


SENTENCES: Mapping[str, Mapping[str, str]] = {"fr": _of("fr"), "en": _of("en")}
