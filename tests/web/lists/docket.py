"""A few cases at several stages, with two people easily taken for each other."""

from dataclasses import replace
from typing import Any

from tests.office import one_leave as leave

NAMES = {
    1: ("Osmeri", "Halvin", "10412"),
    2: ("Lirdane", "Quorel", "10977"),
    3: ("Osméry", "Tavic", "11203"),
    4: ("Bexul", "Amoren", "=1+1"),
}


def recorded(n: int, **more: Any) -> leave.Said:
    family, given, number = NAMES[n]
    return leave.recorded(
        f"P-{n}", family_name=family, given_name=given, committal_number=number, **more
    )


def granted(n: int) -> None:
    """Grant a leave of the 15 March 2027, 7 h to 21 h, and notify it to everyone."""
    _, *rest = leave.until_permitted(f"D-{n}", f"P-{n}")
    leave.say_all([recorded(n), *rest])


def filed(n: int, day: int = 1, **application: Any) -> None:
    """File an application on this day of February."""
    said = leave.filed(f"D-{n}", f"P-{n}", **application)
    at = leave.paris(f"2027-02-{day:02}T09:00")
    leave.say_all([recorded(n), replace(said, at=at)])


def fill() -> None:
    """One granted, one refused to nobody yet, two filed."""
    granted(1)
    granted(2)
    filed(3, 2)
    filed(4, 3, departs_at="2027-03-28T08:00", returns_at="2027-03-28T20:00")


def fill_more() -> None:
    """The rest, once the first is there."""
    granted(2)
    filed(3, 2)
    filed(4, 3)


def decided(n: int) -> None:
    """Grant a leave, and notify it to nobody."""
    _, *rest = leave.until_granted(f"D-{n}", f"P-{n}")
    leave.say_all([recorded(n), *rest])


def refused(n: int) -> None:
    """Refuse a leave on a dated piece, and notify it to nobody."""
    case, at = f"D-{n}", leave.paris("2027-02-02T09:30")
    piece = {"piece": "A-1", "kind": "report", "dated_on": "2027-01-20", "digest": "0" * 64}
    joined = leave.Said("add_piece", case, leave.COURT_CLERK, at, piece)
    order = leave.decided(
        case, outcome="refused", grounds=[{"text": "no firm promise", "piece": "A-1"}]
    )
    told = (leave.filed(case, f"P-{n}"), leave.routed(case), joined, leave.skipped(case), order)
    leave.say_all([recorded(n), *told])


def out(n: int) -> None:
    """Let out someone whose leave is granted."""
    way = leave.let_out(f"D-{n}", f"P-{n}")
    replace(way, body={**way.body, "committal_number": NAMES[n][2]}).say()
