"""Mistakes beside what a rule says: its sentence, its dates, its name, its figures, its record."""

from datetime import date
from pathlib import Path

import pytest

from sortie.rules import Assessment, UnknownRule, explain
from tests.rules.author import refuses_module
from tests.rules.library import BOOK, a_member

SENTENCE = '    """La règle est nouvelle (the rule is new)."""\n'


def made(
    *, how: str = 'since="2005-01-01"', signature: str = "p: Member, day: date",
    body: str = SENTENCE + "    return p.fined", called: str = "library.new", name: str = "new",
    cites: str = '("text.1",)',
) -> str:  # fmt: skip
    """Return a rule as an author writes it."""
    return f'@rule("{called}", cites={cites}, {how})\ndef {name}({signature}) -> bool:\n{body}\n'


# -- the sentence and the body ------------------------------------------------------------------


def test_refused_without_a_sentence(tmp_path: Path) -> None:
    refuses_module(
        tmp_path, made(body="    return p.fined"),
        at="@rule", found="not a sentence with its gloss", instead='"""Le texte en une phrase (',
    )  # fmt: skip


def test_refused_without_a_gloss(tmp_path: Path) -> None:
    refuses_module(
        tmp_path, made(body='    """La règle est nouvelle."""\n    return p.fined'),
        at="@rule", found="not a sentence with its gloss", instead="(the gloss in English)",
    )  # fmt: skip


def test_refused_with_two_statements(tmp_path: Path) -> None:
    refuses_module(
        tmp_path, made(body=f"{SENTENCE}    grown = p.fined\n    return grown"),
        at="grown = p.fined", found="a docstring and one return", instead="return a or b",
    )  # fmt: skip


def test_refused_with_a_branch(tmp_path: Path) -> None:
    refuses_module(
        tmp_path, made(body=f"{SENTENCE}    if p.fined:\n        return False\n    return True"),
        at="if p.fined", found="a docstring and one return", instead="return a or b",
    )  # fmt: skip


def test_refused_with_nothing_returned(tmp_path: Path) -> None:
    refuses_module(
        tmp_path, made(body=f"{SENTENCE}    return"),
        at="return", found="nothing is returned", instead="return a statement",
    )  # fmt: skip


def test_refused_with_a_docstring_only(tmp_path: Path) -> None:
    refuses_module(
        tmp_path, made(body=SENTENCE),
        at="def new", found="a docstring and one return", instead="return a or b",
    )  # fmt: skip


@pytest.mark.parametrize(
    "signature",
    [
        "p: Member", "p: Member, day: date, other: date", "p: Member, *day: date",
        "x: int, /, p: Member, day: date", "p: Member, day: date, **more: int",
        "p: Member, day: date, *, more: int", "p: Member, day: date = OPENED",
    ],
)  # fmt: skip
def test_refused_when_it_takes_anything_but_a_person_and_a_day(
    tmp_path: Path, signature: str
) -> None:
    refuses_module(
        tmp_path, made(signature=signature),
        at="def new", found="a rule takes a person and a day", instead="def name(p, day):",
    )  # fmt: skip


def test_refused_when_it_is_a_lambda(tmp_path: Path) -> None:
    refuses_module(
        tmp_path, 'new = rule("library.new", cites=("text.1",), since=None)(lambda p, day: True)',
        at="new = ", found="not a sentence with its gloss", instead='"""Le texte',
    )  # fmt: skip


def test_refused_when_it_is_a_lambda_with_a_sentence(tmp_path: Path) -> None:
    refuses_module(
        tmp_path,
        'said = lambda p, day: True\nsaid.__doc__ = "La règle (the rule)."\n'
        'new = rule("library.new", cites=("text.1",), since=None)(said)',
        at="said = ", found="source of this rule cannot be read", instead="write it with def",
    )  # fmt: skip


# -- dates and names ----------------------------------------------------------------------------


def test_refused_when_nothing_is_cited(tmp_path: Path) -> None:
    refuses_module(
        tmp_path, made(cites="()"), at="@rule", found="cites nothing", instead="cites=(...)"
    )


def test_refused_when_it_ends_before_it_begins(tmp_path: Path) -> None:
    refuses_module(
        tmp_path, made(how='since="2005-01-02", until="2005-01-01"'),
        at="@rule", found="it ends on 2005-01-01, before it begins", instead="since and until",
    )  # fmt: skip


@pytest.mark.parametrize(
    "how",
    [
        'since="2005-02-29"', 'since="2005-01-01", until="2005-06-31"', 'since="1.1.2005"',
        'since="20050101"', 'since="2005-W01-1"',
    ],
)  # fmt: skip
def test_refused_when_a_date_does_not_exist_or_is_not_written_out(tmp_path: Path, how: str) -> None:
    refuses_module(tmp_path, made(how=how), at="@rule", found="2005", instead="YYYY-MM-DD")


def test_refused_when_it_ends_with_time_itself(tmp_path: Path) -> None:
    refuses_module(
        tmp_path, made(how='since="2005-01-01", until="9999-12-31"'),
        at="@rule", found="9999-12-31", instead="leave until= out",
    )  # fmt: skip


def test_refused_when_two_versions_share_a_day(tmp_path: Path) -> None:
    later = made().replace('rule("library.new", ', "new.version(").replace("2005", "2010")
    first = made(how='since="2005-01-01", until="2010-01-01"')
    refuses_module(
        tmp_path, f"{first}\n{later}",
        at="@new.version", found="two versions of library.new are in force on the same day",
        instead="the day before 2010-01-01",
    )  # fmt: skip


def test_refused_when_two_rules_bear_one_id(tmp_path: Path) -> None:
    refuses_module(
        tmp_path, f"{made()}\n{made(name='other')}",
        at="@rule", found="two rules are named library.new", instead="choose another id",
    )  # fmt: skip


def test_refused_when_a_rule_rests_on_itself(tmp_path: Path) -> None:
    one = made(body=f"{SENTENCE}    return other(p, day)")
    two = made(called="library.other", name="other", body=f"{SENTENCE}    return not new(p, day)")
    refuses_module(
        tmp_path, f"{one}\n{two}",
        at="@rule", found="library.new rests on itself", instead="break the circle",
    )  # fmt: skip


@pytest.mark.parametrize("how", ['since="1999-12-31"', "since=None"])
def test_refused_when_its_figure_is_younger(tmp_path: Path, how: str) -> None:
    refuses_module(
        tmp_path, made(how=how, body=f"{SENTENCE}    return p.loans < MOST_LOANS[day]"),
        at="@rule", found="library.most_loans has no value before 2000-01-01",
        instead="date the older value",
    )  # fmt: skip


def test_refused_when_a_figure_added_to_a_date_is_younger(tmp_path: Path) -> None:
    compared = "day >= p.joined_on + LAST_MONTHS[day]"
    refuses_module(
        tmp_path, made(how="since=None", body=f"{SENTENCE}    return {compared}"),
        at="@rule", found="library.last_months has no value", instead="date the older value",
    )  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "day >= p.joined_on + A_MONTH and day < p.joined_on + A_MONTH_TO_THE_NEXT",
        "day >= p.joined_on + A_MONTH and not day > p.joined_on + A_MONTH",
        "day + A_YEAR >= p.joined_on + A_YEAR or day >= p.joined_on",
    ],
)
def test_refused_when_the_same_months_are_counted_in_two_ways(tmp_path: Path, said: str) -> None:
    other_rounding = "A_MONTH_TO_THE_NEXT = months(1, MonthEnd.FIRST_OF_NEXT)\n"
    refuses_module(
        tmp_path, other_rounding + made(body=f"{SENTENCE}    return {said}"),
        at="@rule", found="library.new counts to joined_on as another rule does",
        instead="one rounding and one comparison",
    )  # fmt: skip


# -- the record ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("annotation", "found"),
    [
        ("str", "has the type <class 'str'>"),
        ("datetime", "has the type <class 'datetime.datetime'>"),
        ("date | None", "has the type"),
        ("frozenset[bool]", "has the type"),
        ("list[Card]", "has the type"),
        ("Over[date]", "has the type"),
        ("Over[int]", "has the type"),
        ('Annotated[date, Under("count")]', "depends on no reading count"),
        ('Annotated[date, Under("other")]', "depends on no reading other"),
        ('Annotated[bool, Reading("library.x")]', "is a reading"),
        ('Annotated[Over[Card], Reading("library.x")]', "is a reading"),
    ],
)
def test_refused_when_a_record_holds_what_no_rule_can_ask(
    tmp_path: Path, annotation: str, found: str
) -> None:
    record = f"@dataclass(frozen=True)\nclass Record:\n    strange: {annotation}\n    other: Card\n"
    refuses_module(
        tmp_path, f"{record}\n{made(signature='p: Record, day: date')}",
        at="strange: ", found=f"field strange of Record {found}", instead="annotate",
    )  # fmt: skip


def test_an_unknown_rule_is_named_with_the_nearest() -> None:
    asked = Assessment(BOOK, a_member())
    for ask in (
        lambda: BOOK["library.card.valide"],
        lambda: asked.outcome("library.card.valide", date(2012, 1, 1)),
        lambda: asked.stretches("library.card.valide"),
        lambda: explain(asked, "library.card.valide", date(2012, 1, 1)),
    ):
        with pytest.raises(UnknownRule, match=r"library\.card\.valid\b"):
            ask()
