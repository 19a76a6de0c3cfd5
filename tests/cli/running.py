"""Runs one command in process, with what it wrote and its exit status."""

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass

from sortie.cli import main
from tests.house.tree import ROOT

ACCEPTANCE = str(ROOT / "cases/france/acceptance/case.yaml")


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


def run(*words: str, typed: bytes = b"") -> Ran:
    """Run a command; ``typed`` is what standard input holds."""
    out, err = io.StringIO(), io.StringIO()
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8")
    try:
        with redirect_stdout(out), redirect_stderr(err):
            status = main(words)
    finally:
        sys.stdin = before
    return Ran(status, out.getvalue(), err.getvalue())
