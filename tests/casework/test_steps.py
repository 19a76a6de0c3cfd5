"""What the screens show: every act, possible or not, by whom, by when, what is missing."""

from datetime import date

from sortie import casework as cw
from sortie.law import Allowed
from sortie.rules import Outcome
from tests.casework.stories import (
    GATE,
    JUDGE,
    PERSON,
    PROSECUTOR,
    Story,
    filed,
    notified,
    out,
    paris,
    permitted,
)


def step(story: Story, act: str, text: str, by: cw.Actor | None = None) -> cw.Step:
    found = cw.next_steps(story.case, story.law, paris(text), by=by)
    return next(each for each in found if each.act == act)


def test_the_decision_shows_its_limit_and_what_it_waits_for() -> None:
    story = filed()
    decision = step(story, "decided", "2027-02-03T09:00")

    assert decision.roles == (cw.Role.ENFORCEMENT_JUDGE,)
    assert [each.closes_at for each in decision.time_limits] == [paris("2027-04-02T00:00")]
    assert "head_of_prison" in decision.missing


def test_each_person_sees_only_what_their_role_may_do() -> None:
    story = notified()
    found = cw.next_steps(story.case, story.law, paris("2027-02-17T09:00"), by=PERSON)
    acts = {each.act for each in found}
    assert "appeal_lodged" in acts
    assert not acts & {"decided", "permit_issued", "departed", "no_appeal_visa_given"}


def test_a_window_that_runs_shows_when_it_closes() -> None:
    appeal = step(notified(), "appeal_lodged", "2027-02-17T09:00", PROSECUTOR)
    assert appeal.possible
    assert {each.closes_at for each in appeal.time_limits} == {paris("2027-02-18T00:00")}


def test_what_is_not_possible_says_why() -> None:
    story = notified()
    permit = step(story, "permit_issued", "2027-02-17T09:00")
    assert not permit.possible
    assert [each.code for each in permit.refused_because] == [cw.Hindrance.WINDOW_OPEN]
    assert permit.missing == ("victims",)


def test_the_gate_sees_the_day_come() -> None:
    story = permitted()
    assert not step(story, "departed", "2027-03-14T09:00", GATE).possible
    assert step(story, "departed", "2027-03-15T07:00", GATE).possible
    assert not step(out(), "departed", "2027-03-15T08:00", GATE).possible


def test_a_fact_to_see_is_named_to_who_has_not_seen_it() -> None:
    story = filed()
    at = paris("2027-02-05T09:00")
    story.tell(at, PROSECUTOR, cw.FactNoted(fact="F-1", kind="escape"))
    assert step(story, "fact_seen", "2027-02-05T10:00", JUDGE).missing == ("F-1",)
    decision = step(story, "decided", "2027-02-05T10:00", JUDGE)
    assert cw.Hindrance.UNSEEN in [each.code for each in decision.refused_because]


def test_the_office_shows_a_bar_that_runs_and_refuses_nothing_for_it() -> None:
    story = filed()
    barred = cw.admissible_as_filed(
        story.case, story.law, similar_pending=False, bar_until=date(2027, 6, 1)
    )
    assert isinstance(barred, Allowed)
    assert barred.outcome is Outcome.CLOSED
    assert step(story, "decided", "2027-02-05T10:00").possible
