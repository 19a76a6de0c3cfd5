"""A disk that does not sync: the file acknowledges nothing that it may not hold.

Every call that syncs fails in its turn, in a real process, under ``strace`` or, without it, under
a few lines of C put before the system's own. A folder is left out: SQLite asks the system to sync
the folder of a new file, and does not look at the answer.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import pytest

from sortie import store
from tests.office.faults import audit
from tests.office.faults.siege import ROOT
from tests.office.faults.trying import Line, told, unsure
from tests.office.faults.writer import script
from tests.store.databases import put_store

COMMANDS = 8
# Which calls fail: one of them, or every one from there on.
WHEN = ["1", "2", "3", "4", "5", "1+", "4+"]
MARK = re.compile(r'write\(1(?:<[^>]*>)?, "(tried|told) ([a-z]*)')
SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
static int calls;
static int fails(int file) {
  struct stat what;
  if (fstat(file, &what) || S_ISDIR(what.st_mode)) return 0;
  int first = atoi(getenv("FAILS_AT")), call = ++calls;
  if (call != first && !(getenv("FAILS_ON") && call > first)) return 0;
  if (write(2, "INJECTED\n", 9)) {}
  errno = EIO;
  return 1;
}
int fsync(int file) {
  return fails(file) ? -1 : ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(file);
}
int fdatasync(int file) {
  return fails(file) ? -1 : ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(file);
}
"""


def say_the_script() -> None:
    """Say the first commands, each between two lines; run in the process whose syncs fail."""
    store.connect(sys.argv[1])
    for said in islice(script("a"), COMMANDS):
        for _ in range(2):
            os.write(1, f"tried {said.key}\n".encode())
            line = told(said)
            os.write(1, f"told {line['end']} {store.canonical(line)}\n".encode())
            if line["end"] != "unsure":
                break
    os._exit(0)


def syncs_failing(when: str, address: str, folder: Path) -> tuple[list[Line], list[str]]:
    """Return what each try was told, and every line and failure in their order."""
    child = [sys.executable, "-m", "tests.office.faults.test_failing_sync", address]
    log, usual = folder / "log", {**os.environ, "PYTHONPATH": str(ROOT)}
    if strace := shutil.which("strace"):
        inject = f"inject=fsync,fdatasync:error=EIO:when={when}"
        traced = [strace, "-f", "-y", "-qq", "--seccomp-bpf", "-o", str(log),
                  "-e", "trace=write,fsync,fdatasync", "-e", inject, *child]  # fmt: skip
        said = _run(traced, usual, folder)
        marks = [line for line in log.read_text().splitlines()
                 if "INJECTED" in line or MARK.search(line)]  # fmt: skip
    else:
        said = _run(child, {**usual, **_shim(when, folder)}, folder)
        marks = [re.sub(r"^(?=tried|told)", 'write(1, "', line) for line in said]
    answers = [line.partition(" {")[2] for line in said if line.startswith("told")]
    return [json.loads("{" + each) for each in answers], marks


def in_a_file(mark: str) -> bool:
    """Whether a failure fell on a file; strace says its name after the number."""
    named = re.search(r"sync\(\d+<([^>]*)>", mark)
    return named is None or not Path(named[1]).is_dir()


def _run(command: list[str], env: Mapping[str, str], folder: Path) -> list[str]:
    with (folder / "said").open("wb") as said:
        subprocess.run(command, check=True, cwd=ROOT, env=env, stdout=said, stderr=said)
    return (folder / "said").read_text().splitlines()


def _shim(when: str, folder: Path) -> dict[str, str]:
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("neither strace nor cc: nothing is known of a sync that fails")
    (folder / "shim.c").write_text(SHIM)
    built = [compiler, "-shared", "-fPIC", "-o", str(folder / "shim.so"), str(folder / "shim.c"),
             "-ldl"]  # fmt: skip
    subprocess.run(built, check=True)
    lasting = {"FAILS_ON": "1"} if when.endswith("+") else {}
    return {"LD_PRELOAD": str(folder / "shim.so"), "FAILS_AT": when.rstrip("+"), **lasting}


@pytest.mark.parametrize("when", WHEN)
def test_a_file_that_did_not_sync_acknowledges_nothing(
    migrated_file: Path, tmp_path: Path, when: str
) -> None:
    address = put_store(migrated_file, tmp_path / "store.sqlite")
    lines, marks = syncs_failing(when, address, tmp_path)

    failed = False
    assert any("INJECTED" in mark for mark in marks)
    for mark in marks:
        found = MARK.search(mark)
        if found is None:
            failed = failed or in_a_file(mark)
        elif found[1] == "tried":
            failed = False
        else:
            assert not (failed and found[2] == "recorded"), marks
    assert audit.faults(address, lines) == []

    store.connect(address)
    again = [told(said) for said in islice(script("a"), COMMANDS)]
    assert unsure(again) == set()
    assert audit.faults(address, [*lines, *again]) == []
    store.disconnect()


if __name__ == "__main__":
    say_the_script()
