"""The whole demonstration as it will be played: who is held, every act, in the order of time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sortie.casework import Role
from sortie.demonstration.chance import Chance
from sortie.demonstration.docket import ACCEPTANCE, LIVE, Story, Thread, closed_stories, moved_to
from sortie.demonstration.houses import case_file
from sortie.demonstration.moves import RECORD_PERSON, Move
from sortie.demonstration.people.files import Json, file_of, latest_fact
from sortie.demonstration.people.records import record_of
from sortie.demonstration.people.roster import Cast, Held, cast_id, roster
from sortie.demonstration.sign_ins import actor_at
from sortie.demonstration.working_days import WorkingDays

NEARLY_NAMED = "at_the_gate_with_a_near_name"
_DAY = timedelta(days=1)
# The office was opened some time before the first of the closed cases.
_OPENED = 290


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is to be played, and what came of the telling: the id of each story's case."""

    at: datetime
    people: int
    moves: tuple[Move, ...]
    live: Mapping[str, str]
    closed: Mapping[str, str]


def acceptance() -> str:
    """Return the id of the person of the acceptance case."""
    return _persons(LIVE)[ACCEPTANCE]


def defended() -> tuple[str, ...]:
    """Return the ids of those whom the lawyer of the demonstration defends."""
    persons = _persons(LIVE)
    return tuple(persons[each.name] for each in LIVE if each.defended)


def followed() -> dict[str, tuple[str, ...]]:
    """Return, by the code of each prison, the ids of the people of the docket held there."""
    persons = _persons(LIVE)
    found: dict[str, tuple[str, ...]] = {}
    for each in LIVE:
        code = each.held_in or each.prison
        found[code] = (*found.get(code, ()), persons[each.name])
    return found


def setting_of(days: WorkingDays, seed: int, people: int, closed: int) -> Setting:
    """Return everything that is to be played.

    The trap: cases are numbered as they were filed, which is known once they are told; so they
    are told twice, and nothing of a telling may hang on a number.
    """
    chance = Chance(seed)
    stories = (*LIVE, *closed_stories(closed))
    held = {each.person: each for each in roster(_casts(stories), people, chance.of("people"))}
    told = tuple(_told(stories, held, days, {}))
    names = _numbered(told)
    threads = tuple(_told(stories, held, days, names))
    moves = [move for thread in threads for move in thread.moves]
    moves += _recorded(held, threads, days)
    moves.sort(key=lambda move: (move.at, move.on, move.place))
    live = {each.name for each in LIVE}
    return Setting(
        at=days.at,
        people=len(held),
        moves=tuple(moves),
        live={name: case for name, case in names.items() if name in live},
        closed={name: case for name, case in names.items() if name not in live},
    )


def _persons(stories: Sequence[Story]) -> dict[str, str]:
    """Return the id of the person of each story."""
    own = [each for each in stories if not each.of]
    found = {each.name: cast_id(rank) for rank, each in enumerate(own)}
    return {each.name: found[each.of or each.name] for each in stories}


def _casts(stories: Sequence[Story]) -> tuple[Cast, ...]:
    return tuple(
        Cast(prison=each.prison, traits=each.traits, filed_in=each.filed_in,
             nearly_named=each.name == NEARLY_NAMED)
        for each in stories if not each.of
    )  # fmt: skip


def _told(
    stories: Sequence[Story], held: Mapping[str, Held], days: WorkingDays, names: Mapping[str, str]
) -> Iterator[Thread]:
    persons = _persons(stories)
    for each in stories:
        person = held[persons[each.name]]
        thread = Thread(
            name=each.name,
            case=names.get(each.name, each.name),
            person=person.person,
            number=person.number,
            prison=person.prison,
            days=days,
            chance=person.chance.of(each.name),
            traits=each.traits,
            watchful=each.traits.to_be_seen,
        )
        each.tell(thread)
        yield thread


def _numbered(told: Sequence[Thread]) -> dict[str, str]:
    """Return the id of each case: the year it was filed, and its place in that year."""
    counts: dict[int, int] = {}
    names = {}
    for thread in sorted(told, key=lambda thread: (thread.begins_at, thread.name)):
        year = thread.begins_at.year
        counts[year] = counts.get(year, 0) + 1
        names[thread.name] = f"D-{year}-{counts[year]:04}"
    return names


def _recorded(
    held: Mapping[str, Held], threads: Sequence[Thread], days: WorkingDays
) -> Iterator[Move]:
    """Yield the act that types each person in: once what is in their file has happened."""
    begins: dict[str, date] = {}
    for thread in threads:
        day = days.back(2, since=thread.begins_at.date())
        begins[thread.person] = min(day, begins.get(thread.person, day))
    opened_on = days.back(_OPENED)
    for person, each in held.items():
        file = _file(each, days.today, begins.get(person, days.today - _DAY))
        known_on = max(latest_fact(file, days.today), opened_on)
        day = known_on if days.is_worked(known_on) else days.ahead(1, since=known_on)
        hour = 8 * 60 + 30 + each.chance.number("typed", 0, 400)
        yield Move(
            at=days.on(day, f"{hour // 60:02}:{hour % 60:02}"),
            on=person,
            by=actor_at(Role.PRISON_CLERK, each.prison),
            verb=RECORD_PERSON,
            place=-1,
            body=record_of(each, file),
        )


def _file(held: Held, today: date, as_of: date) -> Json:
    if held.filed_in:
        return moved_to(case_file(held.filed_in), today, held.prison)
    return file_of(held.traits, held.prison, today, as_of, held.chance)
