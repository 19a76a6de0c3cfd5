"""What a file of case studies is refused for.

StudyRefused            one or several files, with all their faults
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie.errors import SortieError


@dataclass(frozen=True, slots=True)
class StudyFault:
    """One thing to repair: where, what was read, what was expected. The door writes the sentence.

    ``code`` names the cause; one that begins with ``facts.`` is a fault of the case file inside.
    """

    code: str
    file: str
    path: str
    read: str
    expected: str
    line: int | None = None

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.path}: {self.code}: {self.read!r}, expected {self.expected}"


@dataclass(eq=False)
class StudyRefused(SortieError):
    """The case studies cannot be used as they stand; nothing was repaired."""

    faults: tuple[StudyFault, ...]
    code: ClassVar[str] = "law.study.refused"

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)
