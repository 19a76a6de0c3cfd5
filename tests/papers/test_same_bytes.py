"""The same facts print to the same bytes: twice, in another process, under another sky."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sortie import casework as cw
from sortie import papers
from tests.casework import stories
from tests.house.tree import ROOT
from tests.papers import abouts
from tests.papers.every_paper import PAPERS

ELSEWHERE = """
from tests.papers.every_paper import PAPERS
for name, made in PAPERS.items():
    print(name, made("fr").digest, made("en").digest)
"""


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_prints_to_the_same_bytes_twice(name: str) -> None:
    assert PAPERS[name]("fr").pdf == PAPERS[name]("fr").pdf


def test_another_process_prints_the_same_bytes(tmp_path: Path) -> None:
    here = [f"{name} {made('fr').digest} {made('en').digest}" for name, made in PAPERS.items()]
    another = {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]), "LC_ALL": "C",
               "TZ": "Pacific/Noumea", "PYTHONHASHSEED": "7", "HOME": str(tmp_path)}  # fmt: skip

    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE], cwd=tmp_path, env=os.environ | another,
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert done.stdout.splitlines() == here


def test_another_fact_prints_other_bytes() -> None:
    one, other = abouts.about(abouts.granted()), abouts.about(abouts.granted(), given_name="P")
    assert papers.order(one).digest != papers.order(other).digest


def test_an_order_stays_what_it_was_whatever_comes_after() -> None:
    made = papers.order(abouts.about(abouts.granted()))
    story = stories.out()
    number = next(each.number for each in story.entries if isinstance(each.event, cw.Decided))

    assert papers.order(abouts.about(story), number=number).pdf == made.pdf
