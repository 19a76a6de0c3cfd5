"""Rebuild the generated pages: ``python docs/build.py``, or ``--check`` to refuse a stale one."""

import argparse
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sortie import facts
from sortie.law.france import FRENCH
from sortie.law.france.book import BOOK
from sortie.law.france.procedure import RULES as PROCEDURE
from sortie.words.sentences import refusals_en

TABLES = facts.tables.TABLES
ROOT = Path(__file__).resolve().parent.parent
READINGS = ROOT / "src/sortie/law/france/readings"
MARK = "<!-- Written by docs/build.py: change what it is made from, then `make docs`. -->"
OUTPUT = re.compile(
    r"(?P<head><!-- output: (?P<command>sortie .+?) -->\n```text\n).*?(?P<tail>```\n)", re.DOTALL
)


def main(arguments: list[str]) -> int:
    """Write the pages that changed; with ``--check``, name them and return 1."""
    parser = argparse.ArgumentParser(prog="docs/build.py", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail on a stale page")
    check = parser.parse_args(arguments).check
    stale = [(path, text) for path, text in pages() if not path.exists() or text_of(path) != text]
    for path, text in stale:
        print(f"{path.relative_to(ROOT)} {'is stale: run make docs' if check else 'rebuilt'}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return int(check and bool(stale))


def pages() -> Iterator[tuple[Path, str]]:
    """Yield each page with the text it should hold."""
    yield ROOT / "docs/reference/glossary.md", glossary_page(tomls([ROOT / "docs/glossary.toml"]))
    yield ROOT / "docs/reference/tables.md", tables_page()
    yield ROOT / "docs/law/readings.md", readings_page(tomls(sorted(READINGS.glob("*.toml"))))
    yield ROOT / "docs/law/rules.md", rules_page()
    yield ROOT / "docs/law/procedure.md", procedure_page()
    yield ROOT / "docs/law/articles.md", articles_page()
    if find_spec("sortie.cli"):
        for path in with_outputs():
            yield path, with_real_output(text_of(path), run=real_output)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def tomls(paths: Iterable[Path]) -> list[dict[str, Any]]:
    return [tomllib.loads(text_of(path)) for path in paths]


def glossary_page(glossaries: list[dict[str, Any]]) -> str:
    terms = [term for glossary in glossaries for term in glossary["term"]]
    rows = (
        (f"`{t['code']}`", t["fr"], t["en"], t["means"], ", ".join(t.get("cites", ())),
         ", ".join(f"`{word}`" for word in t.get("never", ())))
        for t in sorted(terms, key=lambda term: str(term["code"]))
    )  # fmt: skip
    return page(
        "Glossary",
        "One French term, one English code term, no synonym. "
        "Made from [glossary.toml](../glossary.toml).",
        table(("In code", "French", "English", "Means", "Text", "Never"), rows),
    )


def readings_page(readings: list[dict[str, Any]]) -> str:
    rows = (
        (f"`{r['id']}`", r["question_en"], "<br>".join(map(option_line, r["option"])),
         settled(r), ", ".join(f"`{id_}`" for id_ in r["cites"]))
        for r in readings
    )  # fmt: skip
    return page(
        "Readings",
        "Questions the texts leave open. Until a jurist signs one, every answer that depends on it "
        "says so.",
        table(("Reading", "Question", "Options", "Adopted", "Provisions"), rows),
    )


def tables_page() -> str:
    french = facts.tables.tables_dictionary().keys_typed
    index = table(
        ("Table", "In French", "One row is"),
        ((f"[`{t.name}`](#{t.name})", f"`{french[t.name]}`", one_row(t)) for t in TABLES.values()),
    )
    return page(
        "Tables of the people of a prison",
        f"Format `{facts.tables.FORMAT}`, made from the keys of the case file. A folder holds one "
        "CSV file a table, named after it in either language, and `tables.yaml`: see "
        "[how to import a prison](../how-to/import-a-prison.md). Only `persons` must be there. "
        "In bold, the columns that each row fills; any other cell may be empty, for unknown, and "
        "any other column left out.",
        "\n".join([index, *(f"## {t.name}\n\n{columns_of(t)}" for t in TABLES.values())]),
    )


def one_row(of: facts.tables.Table) -> str:
    if not of.at:
        return "a person, with the single facts of the case file"
    item = f"an item of `{'.'.join(of.at)}`"
    return f"{item}, in the row of `{of.parent}` with that rank" if of.parent else item


def columns_of(of: facts.tables.Table) -> str:
    dictionary = facts.tables.tables_dictionary()
    rows = (
        (f"**`{column.name}`**" if column.required else f"`{column.name}`",
         f"`{facts.tables.also_named(column.name, dictionary)}`", holds(column.shape))
        for column in of.columns
    )  # fmt: skip
    return table(("Column", "In French", "Holds"), rows)


def holds(shape: Any) -> str:
    """Return what one cell holds, in the words that refuse any other."""
    if isinstance(shape, facts.tables.OrNone):
        text = holds(shape.shape)
        return text if "“none”" in text else f"{text}, or “none”"
    if isinstance(shape, facts.tables.ListOf):
        between = facts.tables.BETWEEN
        return f"{holds(shape.item)}; several are parted by `{between}`; “none” for none"
    if isinstance(shape, facts.tables.Word):
        typed = facts.house_dictionary().words_typed
        words = sorted(getattr(FRENCH, shape.offered))
        return "one of " + ", ".join(f"`{word}` ({typed[word][0]})" for word in words)
    if isinstance(shape, facts.tables.Rank):
        return "a rank, counted from 0"
    return refusals_en.SENTENCES[f"wanted.{facts.tables.wanted(shape).value}"]


def option_line(option: dict[str, Any]) -> str:
    return f"`{option['key']}`: {option['en']}"


def settled(reading: dict[str, Any]) -> str:
    adopted = reading["adopted"]
    if not adopted:
        return "no, every option is evaluated"
    signed = reading["confirmed_by"] or f"by the {reading.get('settled_by', 'nobody')}, unsigned"
    return f"`{adopted}` ({signed})"


def rules_page() -> str:
    rows = (
        (f"`{rule.id}`", version.sentence, str(version.window.since),
         str(version.last_day or ""), ", ".join(f"`{id_}`" for id_ in version.cites))
        for _, rule in sorted(BOOK.rules.items())
        for version in rule.versions
    )  # fmt: skip
    return page(
        "Rules of leave in France",
        "Every rule the program knows, with each of its versions.",
        table(("Rule", "Says", "First day", "Last day", "Provisions"), rows),
    )


def procedure_page() -> str:
    rows = (
        (f"`{rule.id}`", wording.sentence, str(wording.since), str(wording.last_day or ""),
         ", ".join(f"`{id_}`" for id_ in wording.cites),
         ", ".join(f"`{id_}`" for id_ in wording.readings))
        for _, rule in sorted(PROCEDURE.items())
        for wording in rule.wordings
    )  # fmt: skip
    return page(
        "Procedure in France",
        "Every clock, duty and choice of the procedure, from the application to the return.",
        table(("Rule", "Says", "First day", "Last day", "Provisions", "Readings"), rows),
    )


def articles_page() -> str:
    rules_of: dict[str, set[str]] = {}
    for rule in BOOK.rules.values():
        for version in rule.versions:
            for provision in version.cites:
                rules_of.setdefault(provision, set()).add(f"`{rule.id}`")
    for clock in PROCEDURE.values():
        for wording in clock.wordings:
            for provision in wording.cites:
                rules_of.setdefault(provision, set()).add(f"`{clock.id}`")
    rows = ((f"`{id_}`", ", ".join(sorted(rules))) for id_, rules in sorted(rules_of.items()))
    return page(
        "From a provision to its rules",
        "Provisions keep their id when the code is renumbered.",
        table(("Provision", "Rules"), rows),
    )


def page(title: str, lead: str, body: str) -> str:
    return f"# {title}\n\n{MARK}\n\n{lead}\n\n{body}"


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "".join("| " + " | ".join(map(in_cell, line)) + " |\n" for line in lines)


def in_cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def with_outputs() -> list[Path]:
    """Return the hand-written pages that show what a command prints."""
    pages = [ROOT / "README.md", ROOT / "LISEZMOI.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [path for path in pages if OUTPUT.search(text_of(path))]


def with_real_output(text: str, *, run: Callable[[str], str]) -> str:
    """Return a page in which each marked block holds what its command prints."""
    return OUTPUT.sub(lambda m: f"{m['head']}{run(m['command'])}{m['tail']}", text)


def real_output(command: str) -> str:
    words = [sys.executable, "-m", "sortie.cli", *shlex.split(command)[1:]]
    told = os.environ | {"COLUMNS": "96", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        words, cwd=ROOT, env=told, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    if done.returncode:
        sys.exit(f"{command}: exit status {done.returncode}\n{done.stderr}")
    return "\n".join(line.rstrip() for line in done.stdout.rstrip().splitlines()) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
