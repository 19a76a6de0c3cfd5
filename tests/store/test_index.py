"""The index: made from events, found by page, thrown away and made again the same."""

from datetime import timedelta

import pytest

from sortie import store
from sortie.store import writing
from tests.store.clerk import CLERK, HOUR, NOON, case, note, noted, row

pytestmark = pytest.mark.usefixtures("database")


def clock(id_: str, rule: str, hours: int) -> store.Clock:
    return store.Clock(case_id=id_, rule=rule, due_at=NOON + hours * HOUR)


def index(id_: str, *clocks: store.Clock, **changed: object) -> None:
    """Append one event to a case, and index it."""
    key = f"{id_}-{len(changed)}-{store.canonical({k: str(v) for k, v in changed.items()})}"
    with writing.command(key, "index", {}, stream=case(id_), actor=CLERK, at=NOON) as desk:
        desk.append([noted()], desk.number)
        desk.index(row(id_, **changed))
        desk.clocks(clocks)


def found(**asked: object) -> list[str]:
    return [each.case_id for each in store.cases(store.CaseQuery(**asked))]  # type: ignore[arg-type]


def test_a_row_bears_the_number_of_its_last_event_and_its_place_in_all() -> None:
    note("key-1", "another")
    index("case-1")
    index("case-1", state="routed")

    seen = store.case("case-1")
    assert seen is not None
    assert (seen.version, seen.last_seq, seen.state) == (2, 3, "routed")


def test_lists_are_cut_in_pages_that_neither_repeat_nor_skip() -> None:
    for n in range(5):
        index(f"case-{n}", filed_at=NOON + (n // 2) * HOUR)

    pages, after = [], None
    while page := store.cases(store.CaseQuery(prison="prison-a", limit=2, after=after)):
        pages.append([each.case_id for each in page])
        after = page[-1]
    assert pages == [["case-0", "case-1"], ["case-2", "case-3"], ["case-4"]]


def test_lists_keep_to_what_was_asked() -> None:
    index("a", prison="prison-b", next_due_at=NOON)
    index("b", court="court-b", departs_at=NOON + HOUR)
    index("c", state="out", person_id="person-2", next_due_at=NOON + 2 * HOUR)

    assert found() == ["a", "b", "c"]
    assert found(prison="prison-a") == ["b", "c"]
    assert found(court="court-b") == ["b"]
    assert found(person_id="person-2") == ["c"]
    assert found(prison="prison-a", state="out") == ["c"]
    assert found(by=store.By.DUE) == ["a", "c"]
    assert found(by=store.By.DUE, before=NOON + HOUR) == ["a"]
    assert found(by=store.By.DUE, since=NOON + HOUR) == ["c"]
    assert found(by=store.By.DEPARTS, prison="prison-a") == ["b"]
    assert found(by=store.By.RETURNS) == []


def test_clocks_ring_at_their_instant_and_not_before_and_page_by_page() -> None:
    index("a", clock("a", "answer", 2), clock("a", "opinion", 1))
    index("b", clock("b", "answer", 2))

    assert store.clocks_due(NOON) == ()
    assert store.clocks_due(NOON + HOUR) == (clock("a", "opinion", 1),)
    first = store.clocks_due(NOON + 2 * HOUR, limit=2)
    assert first == (clock("a", "opinion", 1), clock("a", "answer", 2))
    assert store.clocks_due(NOON + 2 * HOUR, after=first[-1]) == (clock("b", "answer", 2),)


def test_the_clocks_of_a_case_are_replaced_together() -> None:
    index("a", clock("a", "answer", 1))
    index("a", clock("a", "appeal", 1), state="decided")

    assert store.clocks_due(NOON + 9 * HOUR) == (clock("a", "appeal", 1),)


def test_an_index_made_again_from_the_events_is_the_same() -> None:
    index("a", clock("a", "answer", 1), state="filed")
    index("a", clock("a", "appeal", 2), state="decided")
    before = (store.case("a"), store.clocks_due(NOON + 9 * HOUR))

    for stream in store.streams("case"):
        with writing.reindexing(stream) as shelf:
            assert store.case("a") is None
            assert shelf.number == 2
            shelf.index(row("a", state="decided"))
            shelf.clocks([clock("a", "appeal", 2)])

    assert (store.case("a"), store.clocks_due(NOON + 9 * HOUR)) == before


def test_an_index_that_could_not_be_made_again_stays_as_it_was() -> None:
    index("a")
    with pytest.raises(ZeroDivisionError), writing.reindexing(case("a")) as shelf:
        raise ZeroDivisionError(shelf.number)
    assert store.case("a") is not None


def test_every_stream_is_walked_in_chunks_the_oldest_first() -> None:
    for n in (3, 1, 2):
        note(f"key-{n}", f"case-{n}")
        note(f"again-{n}", f"case-{n}")

    assert list(store.streams("case", chunk=2)) == [case("case-3"), case("case-1"), case("case-2")]
    assert list(store.streams("person")) == []


def test_events_are_read_up_to_a_number_with_the_time_they_happened() -> None:
    for n in range(3):
        note(f"key-{n}", n=n)

    upto = store.events_of(case("case-1"), upto=2)
    assert [event.body for event in upto] == [{"n": 0}, {"n": 1}]
    assert upto[0].at == upto[0].recorded_at == NOON
    assert upto[0].at.utcoffset() == timedelta(0)
    with pytest.raises(store.NoSuchStream):
        store.events_of(case("nobody"))


def person(id_: str, family_name: str, *judgments: str, prison: str = "prison-a") -> None:
    put = store.PersonRow(
        person_id=id_,
        committal_number=f"n-{id_}",
        prison=prison,
        unit="unit-1",
        family_name=family_name,
        given_name="Camille",
        judgments=judgments,
    )
    key = f"{id_}-{family_name}-{prison}-{judgments}"
    with writing.command(key, "put", {}, stream=case("c"), actor=CLERK, at=NOON) as desk:
        desk.person(put)


def ids(**asked: object) -> list[str]:
    return [each.person_id for each in store.people(store.PersonQuery(**asked))]  # type: ignore[arg-type]


def test_people_are_found_by_number_prison_judgment_and_a_name_that_sounds_alike() -> None:
    person("p1", "Dupond-Tést", "judgment-1", "judgment-2")
    person("p2", "DUPONT TEST", "judgment-2")
    person("p3", "Durand", prison="prison-b")

    assert ids(committal_number="n-p2") == ["p2"]
    assert ids(prison="prison-b") == ["p3"]
    assert ids(judgment="judgment-2") == ["p1", "p2"]
    assert ids(named_like="dupont test") == ["p1", "p2"]
    assert ids(person_ids=("p3", "p1")) == ["p1", "p3"]
    assert ids(limit=1, after="p1") == ["p2"]


def test_a_person_who_moves_is_found_where_they_are() -> None:
    person("p1", "Exemple", "judgment-1")
    person("p1", "Exemple", "judgment-2", prison="prison-b")

    (seen,) = store.people(store.PersonQuery(person_ids=("p1",)))
    assert (seen.prison, seen.judgments, seen.family_name) == (
        "prison-b",
        ("judgment-2",),
        "Exemple",
    )
    assert ids(judgment="judgment-1") == []
