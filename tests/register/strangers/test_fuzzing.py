"""A fuzzer guided by what it reaches finds no text with two meanings, and no crash."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from sortie.register import Checkpoint, SignedCheckpoint
from tests.house.tree import ROOT
from tests.register.proofs.receipts import Made, sealed
from tests.register.signers import LOG, ORIGIN, WITNESS
from tests.register.strangers.outsiders import interpreter

PROGRAM = ROOT / "tests/register/strangers/fuzzing/readers.py"
# libFuzzer draws the same inputs from the same seed, for the same code.
RUNS, SEED = 500_000, 20270301
WORDS = (
    "\\xe2\\x80\\x94 ", "\\x0a\\x0a", "\\x0d\\x0a", "c2sp.org/tlog-proof@v1\\x0a", "extra ",
    "index ", "AAAAAAE=", "AAAAAAF=", "+5", "05", "1_000", "log ", "witness ", "group ",
    "quorum none\\x0a",
)  # fmt: skip


def seeds() -> list[bytes]:
    """Return one true text for each reader, short enough for the fuzzer to change it everywhere."""
    checkpoint = Checkpoint(ORIGIN, 11, bytes(32))
    note = SignedCheckpoint(checkpoint, (LOG.line(checkpoint),)).written()
    receipt = Made().written()
    texts = [
        note, note, receipt.replace(receipt[receipt.index("extra") : receipt.index("index")], ""),
        receipt, LOG.vkey.text(), sealed().decode(),
        f"witness one {WITNESS.vkey.text()}\ngroup g any one\nquorum g\n",
    ]  # fmt: skip
    return [bytes((reader,)) + text.encode() for reader, text in enumerate(texts)]


def fuzz(folder: Path, program: Path, runs: int) -> subprocess.CompletedProcess[str]:
    python = interpreter("atheris")
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(seeds()):
        (corpus / str(number)).write_bytes(seed)
    (folder / "words").write_text("".join(f'"{word}"\n' for word in WORDS), encoding="utf-8")
    return subprocess.run(
        [python, "-B", program, corpus, f"-dict={folder / 'words'}", f"-artifact_prefix={folder}/",
         f"-atheris_runs={runs}", f"-seed={SEED}", "-max_len=8192", "-timeout=10"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
    )  # fmt: skip


def test_no_text_has_two_meanings_and_none_breaks_a_reader(tmp_path: Path) -> None:
    done = fuzz(tmp_path, PROGRAM, RUNS)

    assert done.returncode == 0, done.stdout[-3000:]
    reached = [int(found) for found in re.findall(r"cov: (\d+)", done.stdout)]
    assert f"Done {RUNS} in" in done.stdout
    assert reached[-1] > reached[0], "the fuzzer was not guided by what it reached"


@pytest.mark.parametrize(
    ("strict", "lax"),
    [
        ("return raw if base64_of(raw) == text else None", "return raw"),
        ('_DECIMAL = re.compile(r"0|[1-9][0-9]*", re.ASCII)', '_DECIMAL = re.compile(r"[0-9]+")'),
    ],
)
def test_a_reader_that_is_laxer_is_found_out(tmp_path: Path, strict: str, lax: str) -> None:
    spoilt = tmp_path / "src"
    subprocess.run(["cp", "-r", ROOT / "src", spoilt], check=True)  # noqa: S607
    module = spoilt / "sortie/register/notes/spelling.py"
    before = module.read_text("utf-8")
    assert strict in before
    module.write_text(before.replace(strict, lax), "utf-8")
    program = tmp_path / "readers.py"
    program.write_text(
        f"import sys\nsys.path.insert(0, {str(spoilt)!r})\n{PROGRAM.read_text('utf-8')}"
    )

    done = fuzz(tmp_path, program, RUNS)

    assert done.returncode != 0
    assert "AssertionError" in done.stdout
