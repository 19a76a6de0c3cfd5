"""All that was typed wrong is told at once; nothing is trusted that was not said to be."""

import json
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.register.page.receipts import STRANGER, Made, line_of
from tests.register.signers import LOG, LOG_PQ, WITNESS

KEYS = ("--key", LOG.vkey.text(), "--key", LOG_PQ.vkey.text())
TRUE = Made()


def verified(text: str, *words: str) -> tuple[int, str]:
    ran = run("register", "verify", "-", *words, "--lang", "en", typed=text.encode())
    return ran.status, ran.out + ran.err


def test_a_receipt_vouches_for_nothing_by_itself() -> None:
    status, told = verified(TRUE.text)

    assert status == 2
    assert "a receipt cannot vouch for itself" in told


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (TRUE.but(whole="hello"), "No empty line stands between the path and the checkpoint"),
        (TRUE.but(extra=""), "it has no “extra” line"),
        (TRUE.but(place="index 05\n"), "Line 3: the place of the entry is not a number"),
        (TRUE.but(shown="other"), "not the one that was entered"),
        (TRUE.but(signatures=line_of(STRANGER, TRUE.checkpoint)), "bears no signature of a key"),
        (TRUE.but(signatures=line_of(LOG, Made(size=12).checkpoint)), "is false"),
        (TRUE.but(note=TRUE.part("note").replace("prison", "south")), "is of the register"),
        (TRUE.but(hashes="\n".join([*TRUE.path[1:], ""])), "The path has"),
    ],
)
def test_what_is_wrong_with_a_receipt_is_told_in_one_sentence(made: Made, sentence: str) -> None:
    status, told = verified(made.text, *KEYS)

    assert status == 2
    assert sentence in told
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize(
    ("policy", "sentence"),
    [
        ("quorum none\n", "names no register"),
        (f"log {LOG.vkey.text()}\n", "does not say which quorum"),
        (f"log {LOG.vkey.text()}\nhello\nquorum none\n", "Line 2 of the policy"),
        (f"log {LOG.vkey.text()}\nwitness w {WITNESS.vkey.text()}\nquorum w\n",
         "none of its witnesses cosigned"),
    ],
)  # fmt: skip
def test_a_policy_that_does_not_hold_is_told(tmp_path: Path, policy: str, sentence: str) -> None:
    file = tmp_path / "policy"
    file.write_text(policy, encoding="utf-8")

    status, told = verified(TRUE.text, "--policy", str(file))

    assert status == 2
    assert sentence in told


def test_all_that_cannot_be_trusted_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "policy"
    file.write_text("hello\n", encoding="utf-8")
    words = ("--key", "x", "--key", LOG.vkey.text().replace("+", "+0", 1), "--policy", str(file))

    ran = run("register", "verify", "-", *words, "--json", "--lang", "en")

    found = json.loads(ran.err)["errors"]
    assert [each["path"] for each in found] == ["--key", "--key", str(file)]
    assert [each["code"].rpartition(".")[2] for each in found] == ["parts", "id", "unknown_word"]


def test_an_unknown_zone_is_refused() -> None:
    status, told = verified(TRUE.text, *KEYS, "--zone", "Mars/Olympus")

    assert status == 2
    assert "Mars/Olympus" in told


@pytest.mark.usefixtures("sqlite_store")
def test_a_policy_that_the_page_cannot_carry_is_not_published(tmp_path: Path) -> None:
    file = tmp_path / "policy"
    file.write_bytes(b"# \xff\nquorum none\n")

    ran = run("register", "export", str(tmp_path / "public"), "--policy", str(file), "--lang", "en")

    assert (ran.status, ran.out) == (2, "")
    assert "is not UTF-8" in ran.err


def test_a_receipt_that_is_not_true_hides_no_other(tmp_path: Path) -> None:
    files = []
    for name, made in (("bad", TRUE.but(place="index 4\n")), ("good", TRUE)):
        files.append(str(tmp_path / name))
        (tmp_path / name).write_text(made.text, encoding="utf-8")

    ran = run("register", "verify", *files, str(tmp_path / "none"), *KEYS, "--lang", "en")

    assert ran.status == 2
    assert "The receipt is true." in ran.out
    first, second = ran.err.splitlines()
    assert first.startswith(f"{files[0]}: ")
    assert "does not exist" in second


@pytest.mark.usefixtures("sqlite_store")
@pytest.mark.parametrize(
    ("words", "paths"),
    [
        (("prove",), ["--case"]),
        (("prove", "--case", "D", "--index", "1"), ["--case"]),
        (("prove", "--index", "x", "--number", "y", "--page", "ftp"),
         ["--number", "--number", "--index", "--page"]),
        (("prove", "--index", "1", "--page", "https://a b"), ["--page"]),
        (("erase", "A", "--for-real"), ["--basis", "--as"]),
        (("erase", "A", "--as", "nobody"), ["--basis", "--as"]),
    ],
)  # fmt: skip
def test_all_that_was_typed_wrong_is_told_at_once(words: tuple[str, ...], paths: list[str]) -> None:
    ran = run("register", *words, "--json", "--lang", "en")

    assert ran.status == 2
    assert [each["path"] for each in json.loads(ran.err)["errors"]] == paths


@pytest.mark.usefixtures("sqlite_store")
def test_a_store_without_a_register_says_what_to_run() -> None:
    for words in (("checkpoint",), ("keys",), ("fsck",), ("rotate",)):
        ran = run("register", *words, "--lang", "en")
        assert ran.status == 2
        assert "sortie register init NAME --for-real" in ran.err


@pytest.mark.usefixtures("sqlite_store")
def test_a_folder_that_publishes_nothing_is_refused(tmp_path: Path) -> None:
    ran = run("register", "fsck", str(tmp_path), *KEYS, "--lang", "en")

    assert ran.status == 2
    assert "publishes no register" in ran.err
