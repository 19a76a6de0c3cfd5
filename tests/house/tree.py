"""What the tree holds: the files git knows or would take, the modules, their rooms."""

import ast
import subprocess
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src/sortie"


@dataclass(frozen=True)
class Module:
    """A Python file: where it stands, and what it says."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, filename=self.path)

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @property
    def name(self) -> str:
        return Path(self.path).stem

    @property
    def room(self) -> str:
        """The room of a file in ``src/sortie``, or the name of a module beside the rooms."""
        parts = Path(self.path).relative_to("src/sortie").parts
        return parts[0].removesuffix(".py")


@cache
def kept_files() -> tuple[str, ...]:
    """Return the files that git tracks or would add: what a clone will hold."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT, capture_output=True, check=True, text=True,
    )  # fmt: skip
    return tuple(sorted({p for p in listed.stdout.split("\0") if p and (ROOT / p).is_file()}))


@cache
def modules(under: str) -> tuple[Module, ...]:
    """Return the Python files under a folder."""
    return tuple(
        Module(path, (ROOT / path).read_text(encoding="utf-8"))
        for path in kept_files()
        if path.startswith(f"{under}/") and path.endswith(".py")
    )


def texts() -> list[tuple[str, str]]:
    """Return every kept file that reads as text, with what it says."""
    found = []
    for path in kept_files():
        raw = (ROOT / path).read_bytes()
        if b"\0" not in raw:
            found.append((path, raw.decode("utf-8")))
    return found
