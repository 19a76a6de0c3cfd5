"""A receipt is verified on a machine that has no database, no keys and no network."""

import json
import os
import subprocess
import sys
from pathlib import Path

from sortie.cli.register.receipts.lines import record_lines
from sortie.words import Clock, tongue
from tests.register.page.receipts import Made
from tests.register.signers import LOG

SCRIPT = """
import socket, sys
def refuse(*_): raise AssertionError("the network was asked")
socket.socket.connect = refuse
from sortie.cli import main
status = main(sys.argv[1:])
heavy = {"django", "sqlite3", "psycopg", "segno", "sortie.store", "sortie.office"}
print(sorted(heavy & set(sys.modules)), file=sys.stderr)
sys.exit(status)
"""


def test_verifying_opens_neither_the_store_nor_the_network(tmp_path: Path) -> None:
    (tmp_path / "receipt").write_text(Made().text, encoding="utf-8")
    env = {name: value for name, value in os.environ.items() if not name.startswith("SORTIE_")}

    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, "register", "verify", "receipt", "--key",
         LOG.vkey.text(), "--lang", "en"],
        cwd=tmp_path, env=env, capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip

    assert done.stdout.startswith("The receipt is true.")
    assert (done.returncode, done.stderr) == (0, "[]\n")
    assert [each.name for each in tmp_path.iterdir()] == ["receipt"]


def lines(payload: str) -> list[str]:
    told = record_lines(payload, Clock(tongue("en")))
    return [line.replace("\N{NO-BREAK SPACE}", " ") for _, line in told]


def test_a_record_is_told_in_words_and_what_has_none_as_it_stands() -> None:
    payload = {
        "at": "2027-07-01T09:00:00+00:00", "body": {"list": [{"a": 1}, []], "no": False, "x": None},
        "by": {"id": "j-1", "of": "", "role": "enforcement_judge"}, "kind": "decided", "zz": "1",
    }  # fmt: skip

    told = lines(json.dumps(payload, separators=(",", ":")))

    assert told == [
        "kind: application decided (decided)", "happened on: Thursday 1 July 2027 at 11:00",
        "by: the sentence enforcement judge (j-1)", "content:", "list:", "1:", "a: 1", "2: none",
        "no: no", "x: none", "zz: 1",
    ]  # fmt: skip


def test_nothing_that_a_record_says_is_obeyed_by_a_terminal() -> None:
    told = lines('{"body":{"reasons":"\\u001b[2Jgranted\\n\u202eforged"}}')

    assert "reasons: \\x1b[2Jgranted\\n\\u202eforged" in told


def test_a_record_that_could_be_read_in_two_ways_is_shown_as_it_is() -> None:
    twice = '{"kind":"refused","kind":"decided"}'

    assert lines(twice) == [twice]
    assert lines("not json \x07") == ["not json \\x07"]
    assert lines('{"at":"yesterday","by":"someone"}') == ["happened on: yesterday", "by: someone"]
