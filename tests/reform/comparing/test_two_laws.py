"""What must be so of any two laws."""

from dataclasses import asdict
from pathlib import Path

from sortie import population
from sortie.reform import comparing, results
from tests.reform.comparing.people import BOOK, PRESENT_ON, changed, compared


def test_a_law_against_itself_changes_nothing(records: Path) -> None:
    found = compared(records, BOOK, BOOK, months=120)

    assert found.changed == ()
    assert (found.touched.gaining, found.touched.losing, found.touched.either) == (0, 0, 0)
    for route in found.routes:
        assert route.whole.a == route.whole.b
        assert route.causes == ()


def test_a_reform_that_only_closes_opens_no_day_for_anyone(records: Path) -> None:
    found = compared(records, BOOK, changed("announced_2025"), months=240)

    assert found.changed
    assert found.touched.gaining == 0
    for route in found.routes:
        assert (route.whole.days_gained, route.whole.people_gaining) == (0, 0)
        assert (route.moved.earlier.people, route.moved.opens_at_last) == (0, 0)


def test_the_other_way_round_gains_are_losses(records: Path) -> None:
    there = compared(records, BOOK, changed("recidivists_two_thirds"), months=60)
    back = compared(records, changed("recidivists_two_thirds"), BOOK, months=60)

    for one, other in zip(there.routes, back.routes, strict=True):
        assert one.whole.a == other.whole.b
        assert one.whole.days_lost == other.whole.days_gained
        assert one.moved.later == other.moved.earlier
        assert {c.rule: c.days_lost for c in one.causes} == {
            c.rule: c.days_gained for c in other.causes
        }


def test_days_under_b_are_those_under_a_with_the_gained_and_without_the_lost(
    records: Path,
) -> None:
    found = compared(records, changed("recidivists_two_thirds"), changed("announced_2025"), 60)

    for route in found.routes:
        for cell in (route.whole, *route.months):
            gained, lost = cell.days_gained or 0, cell.days_lost or 0
            assert cell.b.days_open == (cell.a.days_open or 0) + gained - lost


def test_months_and_classes_add_up_to_the_whole(records: Path) -> None:
    found = compared(records, BOOK, changed("recidivists_two_thirds"), 60)

    for route in found.routes:
        whole = asdict(route.whole)
        assert sum(cell.days_lost or 0 for cell in route.months) == whole["days_lost"]
        for classes in route.groups.values():
            for name in ("days_lost", "people_losing", "people_gaining"):
                assert sum(getattr(c, name) for c in classes.values()) == whole[name]
            assert sum(c.b.open or 0 for c in classes.values()) == route.whole.b.open


def test_the_rule_behind_a_day_lost_is_the_one_that_the_reform_changed(records: Path) -> None:
    found = compared(records, BOOK, changed("announced_2025"), months=60)

    for route in found.changed:
        assert [cause.rule for cause in route.causes] == ["fr.reform.organised_crime_units"]
        (cause,) = route.causes
        assert (cause.days_lost, cause.people_losing) == (
            route.whole.days_lost,
            route.whole.people_losing,
        )


def test_one_thread_or_three_say_the_same(records: Path) -> None:
    question = comparing.Question(
        BOOK, changed("announced_2025"), {"fr.leave.day": {}}, {"kind": ("kind", ())}, {}
    )
    alone, several = (
        comparing.compare(
            records, question, results.Period(PRESENT_ON, 24),
            room=population.Room(threads, threads + 1), threshold=1,
        )
        for threads in (1, 3)
    )  # fmt: skip
    assert alone == several
