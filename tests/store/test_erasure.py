"""Erasing: recorded with a leaf that names nobody, then nothing that was sealed opens any more."""

import json
import os
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

import pytest

from sortie import register, store
from sortie.store import writing
from sortie.store.writing import erasing
from tests.store import opened
from tests.store.clerk import (
    BASIS,
    CLERK,
    HOUR,
    NOON,
    all_events,
    case,
    erase,
    everything_about,
    note,
    noted,
    row,
)
from tests.store.databases import named
from tests.store.test_checkpoints import copy_of, name_of

READINGS: list[Callable[[], object]] = [
    lambda: store.events_of(store.Stream("person", "P")),
    lambda: store.events_of(case("P/case")),
    lambda: store.events_of(case("P/case"), upto=1),
    lambda: store.events_of_each([case("Q/case"), case("P/case")]),
    lambda: store.command_of("P/1"),
    lambda: store.command_of("P/3"),
    lambda: store.register.opening(1),
]


@pytest.fixture
def two(database: str) -> str:
    """A store that holds everything about P, then about Q."""
    everything_about("P", "words of P")
    everything_about("Q", "words of Q")
    return database


def vault() -> Path:
    return store.keys_folder() / "vault.db"


def nothing_opens(readings: list[Callable[[], object]] = READINGS) -> None:
    for reading in readings:
        with pytest.raises(store.Erased) as caught:
            reading()
        assert caught.value.subject == "P"


def no_row_of_p() -> None:
    assert [each.person_id for each in store.people(store.PersonQuery())] == ["Q"]
    assert store.people(store.PersonQuery(committal_number="words of P")) == ()
    assert store.people(store.PersonQuery(judgment="words of P")) == ()
    assert store.case("P/case") is None
    assert [each.case_id for each in store.cases(store.CaseQuery())] == ["Q/case"]
    assert [each.case_id for each in store.clocks_due(NOON + HOUR)] == ["Q/case"]
    assert [each.case_id for each in store.unsent()] == ["Q/case"]
    assert store.messages_of("P/case") == ()


def test_nothing_of_the_person_opens_or_is_listed_and_the_others_are_as_they_were(
    two: str,
) -> None:
    before = (store.events_of(case("Q/case")), store.unsent()[1:], store.command_of("Q/3"))
    answer = erase("erase", "P")

    assert two
    assert answer == {"subject": "P", "indices": [0, 1, 2]}
    nothing_opens()
    no_row_of_p()
    after = (store.events_of(case("Q/case")), store.unsent(), store.command_of("Q/3"))
    assert after == before
    assert "P" not in opened.keys_of(store.keys_folder())


def test_its_leaf_says_the_day_and_the_basis_and_only_the_office_knows_whose_it_was(
    two: str,
) -> None:
    erase("erase", "P")

    assert two
    *others, last = (json.loads(each) for each in store.register.entries(0, 99))
    assert {key: last[key] for key in last if key != "commitment"} == {
        "basis": BASIS, "day": "2027-03-01", "kind": "erasure", "v": 1,
    }  # fmt: skip
    assert {each["kind"] for each in others} == {"event"}
    (event,) = store.events_of(store.ERASURES)
    assert event.body == {"subject": "P", "basis": BASIS, "indices": [0, 1, 2]}
    assert event.subject == ""


def test_everyone_elses_leaves_are_still_proved_and_opened_and_the_register_only_grew(
    two: str,
) -> None:
    old, kept = store.register.head(), store.register.opening(5)
    erase("erase", "P")
    new = store.register.head()

    assert two
    assert new.size == old.size + 1
    proof = register.consistency_proof(old.size, new.size, store.register.nodes)
    register.check_consistency(
        old=old.size, new=new.size, proof=proof, old_root=old.root, new_root=new.root
    )
    assert store.register.opening(5) == kept
    for index, entry in enumerate(store.register.entries(0, new.size)):
        path = register.inclusion_proof(index, new.size, store.register.nodes)
        leaf = register.leaf_hash(entry)
        register.check_inclusion(index=index, size=new.size, leaf=leaf, proof=path, root=new.root)


def test_said_again_it_gives_its_answer_and_another_time_it_is_refused(two: str) -> None:
    first = erase("erase", "P")

    assert two
    assert erase("erase", "P") == first
    with pytest.raises(store.Erased):
        erase("another key", "P")
    with pytest.raises(store.KeyReused):
        erase("erase", "Q")
    for nobody in ("nobody", ""):
        with pytest.raises(store.NoSuchStream):
            erase(f"erase-{nobody}", nobody)
    assert len(store.events_of(store.ERASURES)) == 1


def test_what_is_found_once_everyone_else_waits_erases_nothing(two: str) -> None:
    def found_open() -> None:
        raise store.NoSuchStream("a case filed meanwhile")

    assert two
    with pytest.raises(store.NoSuchStream):
        writing.erase("erase", "P", "a text", actor=CLERK, at=NOON, check=found_open)

    assert len(store.events_of(case("P/case"))) == 2
    with pytest.raises(store.NoSuchStream):
        store.events_of(store.ERASURES)


def test_a_basis_that_cannot_be_published_erases_nothing(two: str) -> None:
    assert two
    for n, wrong in enumerate(("", "x" * 201, "two\nlines")):
        with pytest.raises(register.EntryFieldWrong):
            writing.erase(f"key-{n}", "P", wrong, actor=CLERK, at=NOON, check=lambda: None)
    assert len(store.events_of(case("P/case"))) == 2


def test_the_id_is_never_used_again_and_what_is_refused_leaves_no_trace(two: str) -> None:
    erase("erase", "P")
    before = store.register.head()

    assert two
    for n, stream in enumerate(
        (case("P/case"), case("new", "P"), store.Stream("person", "P", "P"))
    ):
        with pytest.raises(store.Erased):
            note_on(f"again-{n}", stream)
        assert store.command_of(f"again-{n}") is None
    for key in ("P/1", "P/2", "P/3"):
        with pytest.raises(store.Erased):
            note(key, "P/case")
    assert store.register.head() == before
    no_row_of_p()


def note_on(key: str, stream: store.Stream) -> None:
    with writing.command(key, "note", {}, stream=stream, actor=CLERK, at=NOON) as desk:
        desk.append([noted()], desk.number)
        desk.index(row(stream.id))


def test_a_case_of_someone_erased_is_not_indexed_again(two: str) -> None:
    erase("erase", "P")
    assert two
    with pytest.raises(store.Erased), writing.reindexing(case("P/case")):
        pytest.fail("there is nothing to index")
    with writing.reindexing(case("Q/case")) as shelf:
        assert shelf.number == 2


def test_a_vault_put_back_from_before_is_cleaned_before_anything_is_read(two: str) -> None:
    shutil.copy(vault(), before := vault().with_name("before"))
    erase("erase", "P")
    store.disconnect()
    shutil.copy(before, vault())
    before.unlink()
    assert "P" in opened.keys_of(store.keys_folder())

    store.connect(two)
    assert store.case("Q/case") is not None
    assert "P" not in opened.keys_of(store.keys_folder())
    nothing_opens()


def test_a_database_put_back_from_before_shows_nothing_of_whom_the_vault_forgot(
    two: str, tmp_path: Path
) -> None:
    copy = f"sqlite:///{tmp_path}/copy.sqlite"
    if not two.startswith("sqlite"):
        copy = named(two, f"{name_of(two)}_copy")
    copy_of(two, copy)
    erase("erase", "P")
    everything_about("R", "words of R")
    copy_of(copy, two)

    store.connect(two)
    no_row_of_p()
    nothing_opens()
    assert all_events("register") == []
    # It goes on, and is erased again: the vault follows.
    erase("erase again", "Q")
    assert store.people(store.PersonQuery()) == ()
    with pytest.raises(store.Erased):
        store.events_of(case("Q/case"))


def killed_before_it_destroys(address: str, person: str) -> None:
    """Record an erasure, and die before its key is destroyed."""
    store.connect(address)
    erasing._destroyed = lambda: os._exit(9)  # noqa: SLF001
    erase("erase", person)


def test_one_killed_between_the_record_and_the_key_is_finished_by_whoever_writes_next(
    two: str,
) -> None:
    assert len(store.events_of(case("P/case"))) == 2
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        killed = pool.submit(killed_before_it_destroys, two, "P")
        with pytest.raises(BrokenProcessPool):
            killed.result()
    assert "P" in opened.keys_of(store.keys_folder())

    with pytest.raises(store.Erased):
        note_on("in between", case("P/case"))
    assert "P" not in opened.keys_of(store.keys_folder())
    nothing_opens()
    no_row_of_p()
    assert erase("erase", "P") == {"subject": "P", "indices": [0, 1, 2]}


def test_one_killed_between_the_record_and_the_key_is_finished_by_whoever_opens(
    two: str,
) -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        killed = pool.submit(killed_before_it_destroys, two, "P")
        with pytest.raises(BrokenProcessPool):
            killed.result()
    store.disconnect()
    assert store.cases(store.CaseQuery()) != ()
    assert "P" not in opened.keys_of(store.keys_folder())
    nothing_opens()


def write_on(address: str, tries: int) -> list[str]:
    """Write on the case of P until it is erased; return how each try ended."""
    store.connect(address)
    ended = []
    for n in range(tries):
        try:
            note_on(f"{os.getpid()}-{n}", case("P/case"))
            ended.append("recorded")
        except store.Erased:
            ended.append("erased")
    store.disconnect()
    return ended


def erase_soon(address: str) -> list[str]:
    store.connect(address)
    for n in range(20):
        note(f"busy-{n}", "Q/case")
    erase("erase", "P")
    store.disconnect()
    return []


def test_whoever_writes_meanwhile_is_before_the_erasure_or_refused(two: str) -> None:
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        running = [pool.submit(write_on, two, 60), pool.submit(write_on, two, 60)]
        running.append(pool.submit(erase_soon, two))
        told = [each.result() for each in running]

    for ended in told:
        assert ended == sorted(ended, reverse=True)
    (erased,) = store.events_of(store.ERASURES)
    recorded = sum(ended.count("recorded") for ended in told)
    assert len(erased.body["indices"]) == 3 + recorded
    assert max(erased.body["indices"]) < erased.seq - 1
    no_row_of_p()
    nothing_opens()
