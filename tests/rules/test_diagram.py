"""The diagram: what open parts leave possible, and which of them matter."""

from datetime import date
from typing import Any

from sortie.days import Over
from sortie.rules import Assessment, Branch, Decision, Outcome, support
from tests.rules.library import BOOK, Card, Manner, a_member, unknown


def decision(rule_id: str, **facts: Any) -> Decision:
    assessment = Assessment(BOOK, a_member(**facts))
    return assessment.decision(BOOK.step(rule_id), assessment.stretch_of(date(2012, 6, 1)))


def test_what_is_known_needs_no_branch() -> None:
    assert decision("library.card.valid") is True
    assert decision("library.card.valid", leaves_on=date(2010, 1, 1)) is False


def test_this_or_not_this_stands_without_knowing_which() -> None:
    assert decision("library.card.either_way", card=Over.constant(unknown("card"))) is True


def test_a_branch_holds_every_member_of_a_closed_list() -> None:
    branch = decision("library.card.right_kind", card=Over.constant(unknown("card")))

    assert isinstance(branch, Branch)
    assert branch.variable.field == "card"
    assert branch.limbs == ((Card.CHILD, False), (Card.ADULT, True), (Card.GUEST, True))


def test_a_branch_on_a_number_holds_the_first_value_of_each_range() -> None:
    branch = decision("library.loan.open", loans=unknown("loans"))

    assert isinstance(branch, Branch)
    assert [(value, limb) for value, limb in branch.limbs[1:]] == [(3, True), (5, False)]
    assert branch.limbs[0][1] is False


def test_ranges_that_answer_alike_are_one() -> None:
    branch = decision("library.loan.many", loans=unknown("loans"), fined=unknown("fined"))

    assert isinstance(branch, Branch)
    assert [value for value, _ in branch.limbs[1:]] == [4]


def test_two_branches_that_differ_for_one_member_are_not_the_same() -> None:
    branch = decision("library.fine.lifted", fined=unknown("fined"), manner=unknown("manner"))

    assert {variable.field for variable in support(branch)} == {"fined", "manner"}


def test_a_reading_that_moves_no_other_fact_comes_where_the_rules_speak_of_it() -> None:
    branch = decision("library.fine.lifted", fined=unknown("fined"), manner=unknown("manner"))

    assert isinstance(branch, Branch)
    assert branch.variable.field == "fined"
    for _, limb in branch.limbs:
        assert isinstance(limb, Branch)
        assert [value for value, _ in limb.limbs] == list(Manner)


def test_a_decided_answer_rests_on_nothing() -> None:
    assert support(True) == support(False) == frozenset()


def test_the_first_days_of_time_are_not_decided_by_the_first_of_them() -> None:
    assessment = Assessment(BOOK, a_member(joined_on=unknown("joined_on")))

    assert assessment.outcome("library.card.valid", date(1900, 1, 1)) is Outcome.UNDETERMINED


def test_a_gap_between_a_fixed_and_a_moving_bound_closes_on_its_own_day() -> None:
    assessment = Assessment(BOOK, a_member(joined_on=unknown("joined_on")))

    assert assessment.outcome("library.member.settled", date(2012, 3, 27)) is Outcome.UNDETERMINED
    assert assessment.outcome("library.member.settled", date(2012, 3, 28)) is Outcome.OPEN
