"""The Go program: built from Debian's packages, run on what the register publishes."""

import json
import os
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from tests.register.strangers.presence import absent

SOURCE = Path(__file__).parent / "go"
# Where Debian puts the source of the Go packages it brings.
PACKAGES = Path("/usr/share/gocode")
LIBRARY = "golang.org/x/mod/sumdb/tlog"


@dataclass(frozen=True)
class Answer:
    """What the program said, and whether it took what it was shown."""

    taken: bool
    said: str


@dataclass(frozen=True)
class Go:
    """The program, once built."""

    program: Path

    def verify(
        self, folder: Path, checkpoint: Path, vkey: str, *, proofs: int, earlier: list[Path]
    ) -> Answer:
        """Have it read a whole register and make and check so many proofs of each kind."""
        done = subprocess.run(
            [self.program, "verify", folder, checkpoint, vkey, str(proofs), *earlier],
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        return Answer(done.returncode == 0, (done.stdout + done.stderr).strip())

    @contextmanager
    def judge(self) -> Iterator["Judge"]:
        """Keep it running to decide one proof after the other."""
        with subprocess.Popen(
            [self.program, "judge"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as running:
            assert running.stdin
            assert running.stdout
            yield Judge(running.stdin, running.stdout)
            running.stdin.close()


@dataclass(frozen=True)
class Judge:
    """The program at work."""

    asked: IO[str]
    answers: IO[str]

    def takes(self, question: Mapping[str, Any]) -> bool:
        """Return whether it takes a proof, given under the names of our own functions."""
        print(json.dumps({key: _plain(said) for key, said in question.items()}), file=self.asked)
        self.asked.flush()
        answer = self.answers.readline().strip()
        assert answer.split(":")[0] in ("yes", "no"), answer
        return answer == "yes"


def build(into: Path) -> Go:
    """Build the program, or leave the test out where Go is not."""
    go = shutil.which("go")
    if go is None or not (PACKAGES / "src" / LIBRARY).is_dir():
        absent("Go and its sumdb packages", "apt-get install golang-go golang-golang-x-mod-dev")
    program = into / "stranger"
    done = subprocess.run(
        [go, "build", "-o", program, "."], cwd=SOURCE, capture_output=True, text=True,
        env=os.environ | {"GO111MODULE": "off", "GOPATH": str(PACKAGES)}, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return Go(program)


def _plain(said: object) -> object:
    match said:
        case bytes():
            return b64encode(said).decode()
        case list() | tuple():
            return [_plain(each) for each in said]
        case _:
            return said
