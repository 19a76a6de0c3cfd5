"""What of the language a rule may not use, and values compared that cannot be compared."""

from pathlib import Path

import pytest

from tests.rules.author import A_RULE, refuses, refuses_module

OFFERED = "and, or, not, x if y else z, comparisons, in, another rule(p, day)"

# -- facts and values ---------------------------------------------------------------------------


def test_refused_when_a_flag_is_compared_with_true(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.fined == True",
        at="p.fined == True", found="fined is true or false by itself",
        instead="p.fined, or not p.fined",
    )  # fmt: skip


def test_refused_when_a_flag_that_changes_is_compared_with_false(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.resident and p.suspended[day] != False",
        at="p.suspended[day] != False", found="suspended is true or false by itself",
        instead="p.suspended[day], or not p.suspended[day]",
    )  # fmt: skip


def test_refused_when_a_fact_that_is_no_flag_stands_alone(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.resident or p.card[day]",
        at="p.card[day]", found="card is neither true nor false by itself",
        instead="p.card[day] == ...",
    )  # fmt: skip


def test_refused_when_a_value_of_another_enum_is_compared(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.card[day] == Subject.LAW",
        at="p.card[day] == Subject.LAW", found="card is compared with a value it cannot take",
        instead="one of Card.CHILD, Card.ADULT, Card.GUEST",
    )  # fmt: skip


def test_refused_when_one_value_of_several_is_of_another_enum(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.card[day] in {Card.CHILD, Subject.LAW}",
        at="p.card[day] in", found="a value it cannot take", instead="one of Card.CHILD",
    )  # fmt: skip


def test_refused_when_an_enum_is_compared_with_its_text(tmp_path: Path) -> None:
    refuses(
        tmp_path, 'p.card[day] == "child"',
        at="p.card[day] ==", found="a value it cannot take", instead="one of Card.CHILD",
    )  # fmt: skip


def test_refused_when_the_values_compared_are_none(tmp_path: Path) -> None:
    refuses_module(
        tmp_path, f"NO_CARDS = frozenset()\n{A_RULE}    return p.card[day] in NO_CARDS",
        at="p.card[day] in", found="a value it cannot take", instead="one of Card.CHILD",
    )  # fmt: skip


def test_refused_when_in_is_followed_by_a_single_value(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.card[day] in (Card.CHILD)",
        at="p.card[day] in", found="Card.CHILD is not several values", instead="p.card[day] == ",
    )  # fmt: skip


def test_refused_when_in_is_followed_by_lists_of_values(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.card[day] in SOME_LISTS",
        at="p.card[day] in", found="a value it cannot take", instead="one of Card.CHILD",
    )  # fmt: skip


def test_refused_when_a_value_is_asked_of_a_fact_that_holds_one(tmp_path: Path) -> None:
    refuses(
        tmp_path, "Card.CHILD in p.card[day]",
        at="Card.CHILD in p.card[day]", found="card holds one value", instead="p.card[day] == ",
    )  # fmt: skip


def test_refused_when_a_fact_that_holds_several_is_compared_with_one(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.subjects == Subject.LAW",
        at="p.subjects == Subject.LAW", found="subjects holds several values",
        instead="Subject.LAW in p.subjects",
    )  # fmt: skip


def test_refused_when_a_fact_that_holds_several_is_looked_for_in_a_set(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.subjects in {Subject.LAW, Subject.ART}",
        at="p.subjects in", found="subjects holds several values",
        instead="Subject.LAW in p.subjects",
    )  # fmt: skip


def test_refused_when_a_number_is_compared_by_equality(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.loans == 3",
        at="p.loans == 3", found="loans is put in order, not compared for equality",
        instead=">= and <=",
    )  # fmt: skip


def test_refused_when_cards_are_put_in_order(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.card[day] > Card.CHILD",
        at="p.card[day] > Card.CHILD", found="card has no order", instead="==, or in a set",
    )  # fmt: skip


def test_refused_when_flags_are_put_in_order(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.fined > p.resident",
        at="p.fined > p.resident", found="fined has no order", instead="==, or in a set",
    )  # fmt: skip


def test_refused_when_the_fact_stands_on_the_right_of_an_equality(tmp_path: Path) -> None:
    refuses(
        tmp_path, "Card.CHILD == p.card[day]",
        at="Card.CHILD", found="Card.CHILD is not a fact of the person", instead="p.fact",
    )  # fmt: skip


# -- other rules --------------------------------------------------------------------------------


def test_refused_when_another_rule_is_asked_of_another_day(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.resident and valid(p, OPENED)",
        at="valid(p, OPENED)", found="of another person or day", instead="valid(p, day)",
    )  # fmt: skip


def test_refused_when_another_rule_is_asked_of_another_person(tmp_path: Path) -> None:
    refuses(
        tmp_path, "valid(day, p)",
        at="valid(day, p)", found="of another person or day", instead="valid(p, day)",
    )  # fmt: skip


def test_refused_when_another_rule_is_asked_by_name(tmp_path: Path) -> None:
    refuses(
        tmp_path, "valid(p, day=day)",
        at="valid(p, day=day)", found="of another person or day", instead="valid(p, day)",
    )  # fmt: skip


def test_refused_when_another_rule_is_named_and_not_asked(tmp_path: Path) -> None:
    refuses(tmp_path, "not valid", at="valid", found="valid is not offered", instead=OFFERED)


def test_refused_when_a_plain_function_is_called(tmp_path: Path) -> None:
    refuses(tmp_path, "plain(p, day)", at="plain(", found="plain is not a rule", instead=OFFERED)


@pytest.mark.parametrize(
    "said", ["len(p.subjects)", "any(s in p.subjects for s in Subject)", "p.stay.after(day)"]
)
def test_refused_when_something_that_is_no_rule_is_called(tmp_path: Path, said: str) -> None:
    refuses(tmp_path, said, at=said, found="is not a rule", instead=OFFERED)


# -- the rest of the language -------------------------------------------------------------------


def test_refused_when_comparisons_are_chained(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.joined_on <= day < p.leaves_on",
        at="p.joined_on <= day <", found="a chain of comparisons", instead="a <= b and b <= c",
    )  # fmt: skip


def test_refused_when_identity_is_asked(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.card[day] is Card.CHILD",
        at="p.card[day] is", found="this comparison is not offered", instead="==, in",
    )  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "(x := p.fined)",
        "[p.fined for _ in Subject]",
        "{p.fined}",
        "(lambda: p.fined)",
        'f"{p.fined}"',
        "p.loans + 1",
        "-p.loans",
        "p.fined | p.resident",
        "day",
        "p",
        "None",
        "1",
        '"oui"',
        "...",
        "(p.fined, p.resident)",
        "(yield p.fined)",
    ],
)
def test_refused_when_a_statement_is_made_of_something_else(tmp_path: Path, said: str) -> None:
    at = said.removeprefix("(") if said[:2] in ("(x", "(y", "(l") else said
    refuses(tmp_path, f"p.resident or {said}", at=at, found="is not offered", instead=OFFERED)


@pytest.mark.parametrize("said", ["p.card[day].value", "day.year", "Card.CHILD"])
def test_refused_when_a_chain_of_attributes_stands_for_a_fact(tmp_path: Path, said: str) -> None:
    refuses(
        tmp_path, f"p.resident and {said}",
        at=said, found=f"{said} is not a fact of the person", instead="p.fact",
    )  # fmt: skip


def test_refused_when_an_attribute_of_a_fact_is_compared(tmp_path: Path) -> None:
    refuses(
        tmp_path, "p.leaves_on.year >= 2012",
        at="p.leaves_on.year >= 2012", found="nothing of the person", instead="p.total",
    )  # fmt: skip
