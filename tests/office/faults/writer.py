"""Writers that can be killed: each a process, forked from one that has read the law already.

Run as ``python -m tests.office.faults.writer``. It takes one order a line, as JSON, and answers
each with a line: ``{"start": …}`` forks a writer and says its number, ``{"kill": number}`` kills
it with SIGKILL and waits for it.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from sortie import office, store
from sortie.errors import SortieError
from tests.office.one_leave import PRISON_CLERK as CLERK
from tests.office.one_leave import Said, filed, paris, recorded, whole

UNSURE = (store.NotRecorded, store.OutcomeUnknown, store.NotRead)


def script(name: str) -> Iterator[Said]:
    """Yield, without end, whole leaves of this writer's own, and facts on cases that all share."""
    number = 0
    while True:
        case, shared = f"{name}-{number}", f"shared-{number}"
        yield recorded(f"of-{shared}")
        yield filed(shared, f"of-{shared}")
        for place, said in enumerate(whole(case, f"of-{case}")):
            yield said
            if place % 3 == 0:
                yield noted(shared, f"{case}.{place}")
        number += 1


def noted(case: str, fact: str) -> Said:
    at = paris("2027-02-01T10:00")
    body = {"fact": fact, "kind": "incident"}
    return Said("note_fact", case, CLERK, at, body, again=f"/{fact}")


class Journal:
    """What a writer was told, kept outside the database and synced before it goes on."""

    def __init__(self, path: Path) -> None:
        self.ended = {line["key"] for line in read(path) if line["end"] in ("recorded", "refused")}
        self.file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def tried(self, said: Said) -> None:
        self._write({"key": said.key, "end": "tried"})

    def told(self, said: Said, end: str, answer: Any) -> None:
        self._write({"key": said.key, "end": end, "answer": answer})
        os.fsync(self.file)

    def _write(self, line: dict[str, Any]) -> None:
        os.write(self.file, json.dumps(line).encode() + b"\n")


def read(path: Path) -> list[dict[str, Any]]:
    """Return the whole lines of a journal; one cut by the kill was never finished."""
    if not path.exists():
        return []
    *lines, _ = path.read_bytes().split(b"\n")
    return [json.loads(line) for line in lines]


def write(address: str, path: Path, name: str, *, hasty: bool = False) -> None:
    """Say the script from where the journal stops, and the last thing said before it once more.

    A hasty writer notes its answer before it is given: what the tests must be able to see.
    """
    store.connect(address)
    journal = Journal(path)
    last: Said | None = None
    for said in script(name):
        if said.key in journal.ended:
            last = said
            continue
        if last is not None:
            _say(journal, last)
            last = None
        if hasty:
            journal.told(said, "recorded", None)
        _say(journal, said)
        if said.verb == "record_return":
            _tick()


def _tick() -> None:
    """Ring the clock over every case: receipts are overdue in some, and others are looked at."""
    with suppress(*UNSURE):
        office.tick(paris("2027-02-05T09:00"))


def _say(journal: Journal, said: Said) -> None:
    while True:
        journal.tried(said)
        try:
            answer = said.say()
        except UNSURE as error:
            journal.told(said, "unsure", error.code)
            time.sleep(0.02)
        except store.RefusedBefore as refused:
            journal.told(said, "refused", refused.refusal)
            return
        except SortieError as refused:
            journal.told(said, "refused", refused.code)
            return
        else:
            journal.told(said, "recorded", store.canonical(answer))
            return


def main() -> None:
    for line in sys.stdin:
        order = json.loads(line)
        if "start" in order:
            number = os.fork()
            if number == 0:
                _live(order)
            print(number, flush=True)  # noqa: T201
        else:
            os.kill(order["kill"], signal.SIGKILL)
            _, status = os.waitpid(order["kill"], 0)
            print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201


def _live(order: dict[str, Any]) -> None:
    """Write until killed; a writer that ends by itself is seen by how it ended."""
    code = 1
    try:
        os.close(0)
        write(order["address"], Path(order["journal"]), order["start"], hasty=order["hasty"])
        code = 0
    finally:
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main()
