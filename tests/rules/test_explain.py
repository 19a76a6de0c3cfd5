"""Why an answer is what it is: what decided it is kept, the rest is left out."""

from datetime import date
from typing import Any

from sortie.days import NEVER, Length, Over, Span
from sortie.rules import Assessment, Because, Bounds, ByReading, Fact, Finding, Outcome, explain
from tests.rules.library import BOOK, Card, Counting, Manner, Subject, a_member, unknown

ON = date(2012, 6, 1)


def why(rule_id: str, on: date = ON, **facts: Any) -> Because:
    return explain(Assessment(BOOK, a_member(**facts)), rule_id, on)


def named(because: Because) -> set[str]:
    return {finding.rule.id for finding in because.findings}


def finding_of(because: Because, rule_id: str) -> Finding:
    (found,) = [finding for finding in because.findings if finding.rule.id == rule_id]
    return found


def facts_of(finding: Finding) -> set[str]:
    return {fact.field for fact in finding.facts}


# -- what decided -------------------------------------------------------------------------------


def test_all_the_parts_of_a_true_and_are_kept() -> None:
    because = why("library.card.valid")

    assert because.outcome is Outcome.OPEN
    assert facts_of(finding_of(because, "library.card.valid")) == {"joined_on", "leaves_on"}


def test_only_the_failing_parts_of_a_false_and_are_kept() -> None:
    because = why("library.card.valid", joined_on=date(2013, 1, 1))

    assert because.outcome is Outcome.CLOSED
    assert facts_of(finding_of(because, "library.card.valid")) == {"joined_on"}


def test_all_the_failing_parts_of_a_false_and_are_kept() -> None:
    because = why("library.loan.open", loans=7, suspended=Over.constant(True))

    assert because.outcome is Outcome.CLOSED
    assert facts_of(finding_of(because, "library.loan.open")) == {"loans", "suspended"}


def test_only_the_true_limbs_of_a_true_or_are_kept() -> None:
    because = why("library.member.settled", joined_on=date(2009, 5, 31))
    both = why("library.member.settled", joined_on=date(2012, 3, 1))

    assert because.outcome is both.outcome is Outcome.OPEN
    assert len(because.findings[0].facts) == len(both.findings[0].facts) == 1
    assert because.findings[0].since == date(2009, 6, 30)
    assert both.findings[0].since is None


def test_all_the_limbs_of_a_false_or_are_kept() -> None:
    because = why("library.subject.shelf", fined=True)

    assert because.outcome is Outcome.CLOSED
    assert facts_of(finding_of(because, "library.subject.shelf")) == {"fined", "subjects", "card"}


def test_a_rule_that_was_not_needed_is_left_out() -> None:
    because = why("library.desk.welcome", leaves_on=date(2012, 8, 1))

    assert because.outcome is Outcome.OPEN
    assert named(because) == {"library.card.valid", "library.desk.welcome"}


def test_the_rule_that_was_called_is_kept_with_its_own_answer() -> None:
    because = why("library.desk.welcome", resident=False, stay=Length())

    assert because.outcome is Outcome.OPEN
    assert named(because) == {"library.card.valid", "library.card.ending"}
    assert finding_of(because, "library.card.ending").outcome is Outcome.CLOSED


def test_an_answer_that_stands_whatever_the_unknown_keeps_the_open_parts() -> None:
    because = why("library.card.either_way", card=Over.constant(unknown("card")))

    assert because.outcome is Outcome.OPEN
    assert because.missing == ()
    assert "card" in facts_of(finding_of(because, "library.card.either_way"))


# -- since when, under which text ---------------------------------------------------------------


def test_a_finding_says_since_when_and_until_when() -> None:
    because = why("library.card.valid")
    finding = finding_of(because, "library.card.valid")

    assert (finding.since, finding.before) == (date(2009, 5, 31), date(2016, 8, 31))


def test_a_finding_without_bounds_says_so() -> None:
    finding = finding_of(why("library.fine.lifted", fined=True), "library.fine.lifted")

    assert (finding.since, finding.before) == (None, None)


def test_a_finding_names_the_version_in_force() -> None:
    before = why("library.loan.open", date(2010, 6, 30), loans=1)
    after = why("library.loan.open", date(2010, 7, 1), loans=4)

    assert before.findings[0].version is not None
    assert after.findings[0].version is not None
    assert before.findings[0].version.cites == ("text.3",)
    assert after.findings[0].version.cites == ("text.4",)
    assert after.findings[0].version.sentence == "Le prêt est ouvert"
    assert after.findings[0].version.gloss == "a loan is open"
    assert after.findings[0].version.last_day == date(2018, 12, 31)


def test_a_rule_that_no_text_holds_up_is_closed_and_named() -> None:
    because = why("library.loan.open", date(2019, 1, 1))
    finding = finding_of(because, "library.loan.open")

    assert because.outcome is Outcome.CLOSED
    assert finding.version is None
    assert (finding.since, finding.before) == (date(2019, 1, 1), None)
    assert finding.facts == ()


def test_a_fact_is_shown_as_it_is_on_the_day() -> None:
    card = Over.of([(Span(date(2012, 1, 1), NEVER), Card.GUEST)], default=Card.CHILD)
    because = why("library.card.right_kind", card=card)

    assert Fact("card", Card.GUEST) in finding_of(because, "library.card.right_kind").facts


# -- what is missing ----------------------------------------------------------------------------


def test_only_what_can_change_the_answer_is_missing() -> None:
    suspended = Over.constant(unknown("suspended"))

    assert why("library.loan.open", suspended=suspended, loans=unknown("loans")).missing == (
        "member.loans",
        "member.suspended",
    )
    assert why("library.loan.open", suspended=suspended, loans=8).missing == ()
    assert why("library.loan.open", suspended=suspended, loans=4).missing == ("member.suspended",)


def test_a_fact_that_only_seems_to_matter_is_not_missing() -> None:
    because = why("library.loan.many", fined=unknown("fined"), loans=unknown("loans"))

    assert because.outcome is Outcome.UNDETERMINED
    assert because.missing == ("member.loans",)


def test_a_fact_that_matters_only_under_some_values_of_another_is_missing() -> None:
    because = why("library.fine.lifted", fined=unknown("fined"), manner=unknown("manner"))

    assert because.outcome is Outcome.UNDETERMINED
    assert because.missing == ("member.fined",)
    assert because.unsettled == ("library.manner",)


def test_between_bounds_only_the_days_in_doubt_are_undetermined() -> None:
    leaves_on = Bounds(date(2014, 1, 1), date(2016, 1, 1), ("member.leaves_on",))

    assert why("library.card.valid", date(2013, 12, 31), leaves_on=leaves_on).missing == ()
    in_doubt = why("library.card.valid", date(2014, 1, 1), leaves_on=leaves_on)
    assert in_doubt.outcome is Outcome.UNDETERMINED
    assert in_doubt.missing == ("member.leaves_on",)
    assert (in_doubt.findings[0].since, in_doubt.findings[0].before) == (
        date(2014, 1, 1), date(2016, 1, 1),
    )  # fmt: skip


def test_a_number_between_two_limits_is_not_forgotten() -> None:
    loans = Bounds(0, 10, ("member.loans",))
    because = why("library.loan.open", loans=loans)

    assert because.outcome is Outcome.UNDETERMINED
    assert because.missing == ("member.loans",)


def test_a_set_known_in_part_says_what_it_holds_for_sure() -> None:
    held = frozenset({Subject.ART})
    subjects = Bounds(held, held | {Subject.LAW}, ("member.subjects",))

    assert why("library.subject.shelf", subjects=subjects).outcome is Outcome.OPEN
    in_doubt = why("library.subject.shelf", subjects=subjects, fined=True)
    assert in_doubt.missing == ("member.subjects",)


def test_two_unknown_dates_compared_are_both_missing() -> None:
    because = why(
        "library.member.referred_in_time",
        referred_on=unknown("referred_on"), joined_on=unknown("joined_on"),
    )  # fmt: skip

    assert because.missing == ("member.joined_on", "member.referred_on")


# -- readings -----------------------------------------------------------------------------------


def leaving(with_last: date, without_last: date) -> ByReading:
    return ByReading({(Counting.WITH_LAST,): with_last, (Counting.WITHOUT_LAST,): without_last})


def test_an_unsettled_reading_is_named_only_where_it_changes_the_answer() -> None:
    facts = {
        "leaves_on": leaving(date(2012, 6, 2), date(2012, 6, 1)),
        "counting": unknown("counting"),
    }
    in_doubt = why("library.card.valid", ON, **facts)
    before = why("library.card.valid", date(2012, 5, 31), **facts)

    assert in_doubt.outcome is Outcome.UNDETERMINED
    assert (in_doubt.missing, in_doubt.unsettled) == ((), ("library.counting",))
    assert before.outcome is Outcome.OPEN
    assert before.unsettled == ()


def test_a_finding_names_the_reading_it_rests_on_even_when_settled() -> None:
    finding = finding_of(why("library.loan.spared", manner=Manner.LITERAL), "library.loan.spared")

    assert "library.manner" in finding.readings
    assert "manner" not in facts_of(finding)


def test_a_settled_reading_shows_the_value_under_it() -> None:
    because = why("library.card.valid", ON, leaves_on=leaving(date(2012, 6, 2), date(2012, 6, 1)))
    finding = finding_of(because, "library.card.valid")

    assert Fact("leaves_on", date(2012, 6, 2), (Counting.WITH_LAST,)) in finding.facts
    assert Fact("leaves_on", date(2012, 6, 1), (Counting.WITHOUT_LAST,)) not in finding.facts
