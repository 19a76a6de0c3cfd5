"""What the pages say is what the house does, in both languages."""

import re
import subprocess
import sys

import pytest

from tests.house.comments import share_of_comments
from tests.house.tree import ROOT, SOURCES, Module, kept_files

FENCE = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)
HEADING = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)
A_COMMAND = re.compile(r"^#{2,3} `sortie ([a-z]+(?: [a-z]+)?)", re.MULTILINE)
A_LINK = re.compile(r"\]\((?!\w+:|#)([^)#\s]+)")
OFFERED = re.compile(r"\{([a-z,]+)\}")


def page(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def outline(text: str) -> list[int]:
    """Return the depth of each heading, outside the fenced blocks."""
    return [len(level) for level, _ in HEADING.findall(FENCE.sub("", text))]


def commands_shown(text: str) -> list[str]:
    """Return the commands a page tells to type, without the language asked for."""
    typed = "".join(block for kind, block in FENCE.findall(text) if kind == "sh")
    return [re.sub(r"\s+--lang \w+|\s+#.*", "", line) for line in typed.splitlines() if line]


def dead_links(path: str, text: str) -> list[str]:
    folder = (ROOT / path).parent
    return [f"{path}: {link}" for link in A_LINK.findall(text) if not (folder / link).exists()]


def commands_offered() -> set[str]:
    """Return the commands of the program, as its own help lists them."""
    found = set()
    for name in offered_after():
        below = offered_after(name)
        found |= {f"{name} {sub}" for sub in below} if below else {name}
    return found


def offered_after(*words: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "sortie.cli", *words, "--help"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    usage = done.stdout.split("\n\n")[0].replace("\n", " ")
    groups = OFFERED.findall(re.sub(r"--\w+ \{[^}]*\}", "", usage))
    return groups[0].split(",") if groups else []


def test_both_front_pages_have_the_same_headings() -> None:
    assert outline(page("README.md")) == outline(page("LISEZMOI.md"))


def test_both_front_pages_show_the_same_commands() -> None:
    shown = commands_shown(page("README.md"))
    assert shown == commands_shown(page("LISEZMOI.md"))
    assert {"make run", "make test"} <= set(shown)


def test_both_front_pages_name_each_other() -> None:
    assert "LISEZMOI.md" in page("README.md")
    assert "README.md" in page("LISEZMOI.md")


def test_no_link_inside_the_house_is_dead() -> None:
    pages = [path for path in kept_files() if path.endswith(".md")]
    assert [dead for path in pages for dead in dead_links(path, page(path))] == []


@pytest.mark.skipif(not (SOURCES / "cli").is_dir(), reason="the cli is not built yet")
def test_every_command_is_in_the_manual_and_nothing_else() -> None:
    assert set(A_COMMAND.findall(page("docs/reference/cli.md"))) == commands_offered()


def test_every_decision_record_says_what_it_costs_and_when_to_look_again() -> None:
    records = [path for path in kept_files() if path.startswith("docs/decisions/0")]
    assert records
    for path in records:
        text = page(path)
        for heading in ("## Context", "## Options", "## Consequences", "## Revisit when"):
            assert heading in text, f"{path} lacks {heading}"
        assert "Bad first" in text, path


def test_ci_runs_the_same_recipe_as_everyone() -> None:
    assert page(".ci/run").rstrip().splitlines()[-1] == "make test"


def test_a_heading_too_few_is_seen() -> None:
    assert outline("# A\n## B\n```sh\n# not a heading\n```\n") == [1, 2]
    assert outline("# A\n") != outline("# A\n## B\n")


def test_a_command_shown_on_one_page_only_is_seen() -> None:
    assert commands_shown("```sh\nmake run --lang en\n```\n") == ["make run"]
    assert commands_shown("```text\nmake run\n```\n") == []


def test_a_dead_link_is_seen() -> None:
    assert dead_links("README.md", "[x](no/such/page.md)")
    assert not dead_links("README.md", "[x](LICENSE) [y](https:/" + "/example.org/a) [z](#here)")


def test_comments_are_counted_outside_the_law() -> None:
    text = "# why\nx = 1  # how\ny = '# no'\nz = 3\n"
    assert share_of_comments([Module("src/sortie/days/a.py", text)]) == 0.25
    assert share_of_comments([Module("src/sortie/law/a.py", text)]) == 0.0
