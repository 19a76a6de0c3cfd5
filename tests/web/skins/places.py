"""The main pages of the office, who opens them and when: one story that fills them all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sortie import demonstration
from tests.office import one_leave as leave
from tests.web.gate.leaves import out, permitted
from tests.web.opening import Window
from tests.web.sitting.seized import ADDRESS, all_opined, held, seized

Open = Callable[..., Window]
Hold = Callable[[datetime], None]
(COMPARED,) = (each.stem for each in demonstration.COMPARISONS.glob("*.json"))
THEIRS = Path(__file__).parent / "theirs"
MONDAY = leave.paris("2027-02-22T10:00")
MORNING = leave.paris("2027-03-15T07:40")


@dataclass(frozen=True, slots=True)
class Place:
    """A page, who opens it, and the hour at which it is full."""

    path: str
    who: object
    at: datetime = MONDAY


PLACES = (
    Place("/sign-in/", None),
    Place("/", leave.COURT_CLERK),
    Place("/cases/", leave.COURT_CLERK),
    Place("/people/", leave.COURT_CLERK),
    Place("/search/?q=D-1", leave.COURT_CLERK),
    Place(ADDRESS, leave.COURT_CLERK),
    Place("/case/D-1/", leave.JUDGE),
    Place("/case/D-1/facts/", leave.JUDGE),
    Place("/case/D-1/decide/", leave.JUDGE),
    Place("/case/D-1/act/add_piece/", leave.COURT_CLERK),
    Place("/case/D-3/act/lodge_appeal/", leave.PROSECUTOR),
    Place("/filing/P-1/", leave.PRISON_CLERK),
    Place("/law/fr.served.half/", leave.JUDGE),
    Place("/reforms/fr.reform.recidivists_two_thirds/", leave.JUDGE),
    Place(f"/reforms/compared/{COMPARED}/", leave.JUDGE),
    Place("/reforms/fr.reform.longer_day/replay/", leave.JUDGE),
    Place("/planning/?on=2027-03-15&view=month", leave.PRISON_CLERK),
    Place("/gate/", leave.GATE, MORNING),
    Place("/gate/D-2/", leave.GATE, MORNING),
    Place("/gate/D-2/let_out/", leave.GATE, MORNING),
    Place("/nothing/", leave.GATE),
)


def told() -> None:
    """Let one case be ready to decide, one person be ready to leave, and one be out."""
    seized()
    all_opined()
    held()
    permitted(2, "Osmeri", "Halvin", "10412")
    permitted(3, "Lirdane", "Quorel", "10977")
    out(3, "10977", "2027-03-15T07:10")


def visited(open_: Open, hold: Hold, language: str, **look: object) -> Iterator[tuple[str, Window]]:
    """Yield each page once it is open, in the window of whoever looks at it."""
    windows: dict[object, Window] = {}
    for place in PLACES:
        hold(place.at)
        if place.who not in windows:
            windows[place.who] = open_(place.who, language, **look)
        windows[place.who].open(place.path)
        yield place.path, windows[place.who]
