"""The comparison that the demonstration shows is one that the command keeps, of nobody real."""

from sortie import demonstration
from sortie.reform import results, showing
from sortie.words import LANGUAGES, tongue

PAGE = (demonstration.COMPARISONS / "README.md").read_text("utf-8")


def test_it_is_synthetic_hides_the_small_numbers_and_says_how_it_is_made() -> None:
    found = results.shelf(demonstration.COMPARISONS)
    (kept,) = found.kept

    assert found.unread == ()
    assert kept.report.synthetic
    assert kept.report.comparison.threshold == results.THRESHOLD
    assert kept.report.comparison.changed
    typed = kept.report.command.replace(f" --threshold {results.THRESHOLD}", "")
    assert typed in PAGE


def test_every_figure_of_it_is_drawn_in_both_languages() -> None:
    (kept,) = results.shelf(demonstration.COMPARISONS).kept
    for language in LANGUAGES:
        figures = showing.figures_of(kept.report.comparison, tongue(language))
        assert {each.name for each in figures} == set(kept.drawings[language])
