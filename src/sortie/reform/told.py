"""A reform as it is told, without what it does: its author, its source, how far it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sortie import law
from sortie.reform.records import Reform, Source, Words


@dataclass(frozen=True, slots=True)
class ReformTold:
    """What is said of a reform beside a number: it outlives the file that the reform was read from.

    ``since`` is the first day supposed, and ``not_modelled`` what its changes leave out.
    """

    id: str
    title: Words
    author: str
    source: Source
    status: str
    since: date
    not_modelled: tuple[Words, ...] = ()

    @property
    def in_force(self) -> bool:
        """Whether it is the law already."""
        return self.status == "in_force"


def told(reform: Reform) -> ReformTold:
    """Return what is told of a reform."""
    return ReformTold(
        reform.id, reform.title, reform.author, reform.source, reform.status, reform.since,
        reform.not_modelled,
    )  # fmt: skip


def told_written(reform: Reform | ReformTold) -> dict[str, Any]:
    """Return who announces a reform, where, and how far it stands, as JSON has it."""
    source = reform.source
    return {
        "reform": reform.id,
        "title": dict(reform.title),
        "author": reform.author,
        "source": {
            "text": source.text,
            "day": str(source.day) if source.day else None,
            "address": source.address or None,
        },
        "status": reform.status,
        "since": str(reform.since),
    }


def told_read(written: Mapping[str, Any]) -> ReformTold:
    """Return what was told of a reform.

    Raises:   KeyError, TypeError, ValueError: it was not written so
    """
    source, status = written["source"], str(written["status"])
    if status not in law.STATUSES:
        raise ValueError(status)
    day = date.fromisoformat(source["day"]) if source["day"] else None
    return ReformTold(
        id=str(written["reform"]),
        title=words_read(written["title"]),
        author=str(written["author"]),
        source=Source(str(source["text"]), day, str(source["address"] or "")),
        status=status,
        since=date.fromisoformat(written["since"]),
        not_modelled=tuple(words_read(each) for each in written["not_modelled"]),
    )


def words_read(written: Mapping[str, Any]) -> Words:
    """Return words in both languages, as they were written.

    Raises:   KeyError, TypeError: a language is missing
    """
    return {language: str(written[language]) for language in ("fr", "en")}
