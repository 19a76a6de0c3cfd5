"""The generated pages are made from the law, and a stale one is refused."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.house.tree import ROOT


def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_build", ROOT / "docs/build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_generated_page_is_stale() -> None:
    done = subprocess.run(
        [sys.executable, "docs/build.py", "--check"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_stale_page_is_named_and_left_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build = builder()
    page = tmp_path / "page.md"
    page.write_text("old", encoding="utf-8")
    monkeypatch.setattr(build, "ROOT", tmp_path)
    monkeypatch.setattr(build, "pages", lambda: iter([(page, "new")]))

    assert build.main(["--check"]) == 1
    assert "page.md is stale" in capsys.readouterr().out
    assert page.read_text(encoding="utf-8") == "old"
    assert build.main([]) == 0
    assert page.read_text(encoding="utf-8") == "new"


def test_a_marked_block_takes_what_its_command_prints() -> None:
    page = (
        "a\n<!-- output: sortie ask x --lang fr -->\n```text\nold\nlines\n```\nb\n```text\nc\n```\n"
    )
    filled = builder().with_real_output(page, run=lambda command: f"<{command}>\n")

    assert filled == page.replace("old\nlines\n", "<sortie ask x --lang fr>\n")


def test_a_bar_in_a_cell_does_not_cut_the_row() -> None:
    assert builder().table(("A",), [("x | y\nz",)]) == "| A |\n| --- |\n| x \\| y z |\n"
