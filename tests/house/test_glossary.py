"""One French term, one English code term, no synonym: the glossary is the authority."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from typing import Any

from tests.house.test_names import identifiers
from tests.house.tree import ROOT, Module, modules

MUST = {"code", "fr", "en", "means"}
MAY = {"cites", "never"}
A_CODE = re.compile(r"[a-z]+(?:_[a-z]+)*")
WORD_EDGE = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

# HTTP owns this word, in the rooms that speak it.
HTTP, SPEAK_HTTP = "request", {"web", "api"}

Term = dict[str, Any]


def terms() -> list[Term]:
    found: list[Term] = tomllib.loads((ROOT / "docs/glossary.toml").read_text("utf-8"))["term"]
    return found


def readings() -> set[str]:
    """Return the names of the readings: their options are closed lists that law types."""
    folder = ROOT / "src/sortie/law/france/readings"
    found = (tomllib.loads(path.read_text("utf-8"))["id"] for path in folder.glob("*.toml"))
    return {id_.rpartition(".")[2] for id_ in found}


def snake(name: str) -> str:
    return WORD_EDGE.sub("_", name).lower()


def ill_formed(entries: Iterable[Term]) -> list[str]:
    """Return the terms with a key too many, too few, or empty."""
    return [
        str(term.get("code"))
        for term in entries
        if not MUST <= set(term) <= MUST | MAY
        or not all(term.values())
        or not A_CODE.fullmatch(term["code"])
    ]


def twice(entries: Iterable[Term]) -> list[str]:
    """Return the words used for two terms, or both used and banned."""
    listed = list(entries)
    used = Counter(word for term in listed for word in {term["code"], *term.get("never", ())})
    french = Counter(term["fr"] for term in listed)
    return [word for words in (used, french) for word, count in words.items() if count > 1]


def banned_names(module: Module, entries: Iterable[Term]) -> list[str]:
    """Return the identifiers that hold a word the glossary bans."""
    words = {word: term["code"] for term in entries for word in term.get("never", ())}
    if module.room in SPEAK_HTTP:
        words.pop(HTTP, None)
    return [
        f"{module.path}:{line} {name}: write {code}, not {word}"
        for line, name in identifiers(module)
        for word, code in words.items()
        if f"_{word}_" in f"_{snake(name)}_"
    ]


def unknown_classes(module: Module, known: set[str]) -> list[str]:
    """Return the public classes of the law that no term explains; errors explain themselves."""
    flat = {word.replace("_", "") for word in known}
    return [
        f"{module.path}:{node.lineno} {node.name}"
        for node in module.tree.body
        if isinstance(node, ast.ClassDef)
        and not node.name.startswith("_")
        and not any(ast.unparse(base).endswith("Error") for base in node.bases)
        and node.name.lower() not in flat
    ]


def test_every_term_is_whole() -> None:
    assert ill_formed(terms()) == []


def test_no_word_serves_twice() -> None:
    assert twice(terms()) == []


def test_banned_words_name_nothing() -> None:
    entries = terms()
    assert [f for module in modules("src") for f in banned_names(module, entries)] == []


def test_every_public_class_of_the_law_is_a_term_or_a_reading() -> None:
    known = {term["code"] for term in terms()} | readings()
    law = (*modules("src/sortie/law"), *modules("src/sortie/casework"))
    assert [fault for module in law for fault in unknown_classes(module, known)] == []


def test_a_bad_term_is_seen() -> None:
    good = {"code": "leave", "fr": "permission", "en": "leave", "means": "m", "never": ["exit"]}

    assert not ill_formed([good])
    assert ill_formed([good | {"means": ""}])
    assert ill_formed([good | {"never": []}])
    assert ill_formed([good | {"note": "x"}])
    assert not ill_formed([{key: good[key] for key in MUST}])
    assert ill_formed([good | {"code": "Leave"}])
    assert twice([good, good | {"code": "outing", "fr": "sortie", "never": ["leave"]}])


def test_a_banned_name_is_seen_and_a_longer_word_is_not() -> None:
    entries = [{"code": "person", "never": ["convict", "case_manager"]}]

    def caught(text: str) -> list[str]:
        return banned_names(Module("src/sortie/law/a.py", text), entries)

    assert caught("convict = 1\n")
    assert caught("class CaseManager: ...\n")
    assert caught("def old_convict_name(): ...\n")
    assert not caught("convicted = 'convict'\n")


def test_a_request_is_one_of_http_only_where_http_is_spoken() -> None:
    entries = [{"code": "application", "never": ["request"]}]
    text = "def view(request): ...\n"

    assert banned_names(Module("src/sortie/law/a.py", text), entries)
    assert not banned_names(Module("src/sortie/web/pages/a.py", text), entries)


def test_a_class_without_a_term_is_seen() -> None:
    text = "class Widget: ...\nclass _Inner: ...\nclass OnceAYear: ...\nclass Bad(LawError): ...\n"
    assert unknown_classes(Module("src/sortie/law/a.py", text), {"once_a_year"}) == [
        "src/sortie/law/a.py:1 Widget"
    ]
