"""The house rules of the pages: declared once, no sentence in a template, nothing inline."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from django.template.loader import get_template
from django.urls import URLPattern, URLResolver, get_resolver

from sortie.web.authority import ACTIONS
from sortie.web.frame import pages
from sortie.words import LANGUAGES, tongue
from tests.house.tree import ROOT, kept_files

# Other programs whose addresses are their own; what they ask of who calls is proved beside them.
MOUNTED: frozenset[str] = frozenset({"api/v1/"})
# What these show is a file, and never a page.
GIVE_A_FILE = frozenset({
    "planning_calendar", "figures_table", "figures_data",
    "comparison_drawing", "comparison_report", "comparison_data",
})  # fmt: skip
TEMPLATES = [
    path for path in kept_files() if path.startswith("src/sortie/web/") and path.endswith(".html")
]
A_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
AN_ELEMENT = re.compile(r"<[^>]*>")
A_WORD = re.compile(r"[^\W\d_]{2,}")
SAID = re.compile(
    r"\{% (?:(?:say|count|table) |notice [^%]*title=)\"([a-z_]+(?:\.[\w.]+)*)\"( n|\|add)?"
)
# A language is named in itself, and the page says which.
NAMES_OF_LANGUAGES = {"English", "Français"}
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:|https?://")


def patterns(of: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for each in of:
        if isinstance(each, URLResolver):
            if str(each.pattern) not in MOUNTED:
                yield from patterns(each.url_patterns)
        else:
            yield each


def text_of(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def words_of(template: str) -> set[str]:
    """Return the words that a template holds itself."""
    text = A_TAG.sub(" ", template)
    # Attributes that a screen reader says are words too.
    said = re.findall(r"\b(?:alt|aria-label|title|placeholder)=\"([^\"]*)\"", text)
    bare = (AN_ELEMENT.sub(" ", text), *said)
    return {word for part in bare for word in A_WORD.findall(part)} - NAMES_OF_LANGUAGES


def test_every_address_is_a_declared_page() -> None:
    declared = {page.name for page in pages()}
    found = list(patterns(get_resolver().url_patterns))
    assert found
    assert [each.name for each in found if getattr(each.callback, "page", None) is None] == []
    assert {each.name for each in found} == declared


def test_a_page_is_declared_once_with_an_action_of_the_table() -> None:
    for field in ("name", "route"):
        count = Counter(getattr(page, field) for page in pages())
        assert [name for name, times in count.items() if times > 1] == []
    assert [page.name for page in pages() if page.action not in ACTIONS] == []


def test_every_page_that_shows_has_a_template() -> None:
    shown = [page for page in pages() if page.show is not None]
    assert shown
    assert {page.name for page in shown if not page.template} == GIVE_A_FILE
    for page in shown:
        if page.name not in GIVE_A_FILE:
            get_template(page.template)


def test_every_page_of_the_menu_has_a_name_in_both_languages() -> None:
    for page in pages():
        if page.menu is not None:
            for code in LANGUAGES:
                assert tongue(code).say(f"page.{page.name}")


@pytest.mark.parametrize("path", TEMPLATES)
def test_a_template_holds_no_sentence(path: str) -> None:
    assert words_of(text_of(path)) == set()


@pytest.mark.parametrize("path", TEMPLATES)
def test_a_template_says_only_what_is_written_in_both_languages(path: str) -> None:
    for key, more in SAID.findall(text_of(path)):
        for code in LANGUAGES:
            known = tongue(code).sentences
            whole = any(each.startswith(key) for each in known) if more else key in known
            assert whole or f"{key}.one" in known, f"{path}: {key} ({code})"


@pytest.mark.parametrize("path", TEMPLATES)
def test_nothing_is_inline_and_nothing_comes_from_elsewhere(path: str) -> None:
    assert INLINE.findall(text_of(path)) == []


def test_what_these_rules_refuse_is_seen() -> None:
    assert words_of('<p title="Ouvrir">{% say "x" %}</p>') == {"Ouvrir"}
    assert words_of("<p>Bonjour {{ name }}</p>") == {"Bonjour"}
    assert words_of('<html lang="fr"><p>{% say "frame.name" %}</p>') == set()
    assert INLINE.findall('<p style="x">')
    assert INLINE.findall("<script>1</script>")
    assert INLINE.findall('<a onclick="x">')
    assert not INLINE.findall('<script src="/x.js" defer></script>')
