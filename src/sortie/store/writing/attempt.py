"""A command as it is tried: what makes two attempts the same one, and the row that is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sortie.store import copies, keys, tables
from sortie.store.canonical import canonical, check_texts
from sortie.store.errors import KeyReused, RefusedBefore
from sortie.store.records import Actor, Json, StoredCommand, Stream
from sortie.store.vault import OFFICE, Seal, answer_place

if TYPE_CHECKING:
    from sortie.store.models import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """Who tries what, on which stream; ``at`` is not part of what makes it the same."""

    key: str
    verb: str
    said: str
    stream: Stream
    actor: Actor
    at: datetime

    def earlier(self) -> StoredCommand | None:
        """Return the same command, done or refused before.

        Raises:   KeyReused, Erased
        """
        row = tables.commands().filter(key=self.key).first()
        return None if row is None else self.same_as(row)

    def same_as(self, row: "Command") -> StoredCommand:
        """Return the command that was kept under this key.

        Raises:   KeyReused, Erased
        """
        if row.digest != keys.current().seal(row.subject).digest(self.said):
            raise KeyReused(self.key)
        return copies.command_from(row)

    def ended(
        self,
        outcome: str,
        answer: str,
        subject: str,
        *,
        seal: Seal | None = None,
        seqs: tuple[int, ...] = (),
    ) -> Mapping[str, Any]:
        """Return the row that says how it ended, to be written once, sealed for its subject.

        ``answer`` is in canonical JSON.
        """
        seal = seal or seal_for(subject)
        return {
            "key": self.key,
            "verb": self.verb,
            "digest": seal.digest(self.said),
            "stream_kind": self.stream.kind,
            "stream_id": self.stream.id,
            "subject": subject,
            "actor_id": self.actor.id,
            "actor_role": str(self.actor.role),
            "actor_of": self.actor.of,
            "at": self.at,
            "outcome": outcome,
            "sealed": seal.sealed(answer.encode(), answer_place(self.key)),
            "first_seq": min(seqs, default=None),
            "last_seq": max(seqs, default=None),
        }


def attempt_of(
    key: str, verb: str, body: Json, *, stream: Stream, actor: Actor, at: datetime
) -> Attempt:
    """Return this attempt, once its texts can be kept.

    Raises:   NotCanonical
    """
    check_texts(key=key, verb=verb, stream=(stream.kind, stream.id, stream.subject))
    check_texts(actor=(actor.id, str(actor.role), actor.of))
    return Attempt(
        key=key,
        verb=verb,
        said=said_of(verb, body, stream, actor),
        stream=stream,
        actor=actor,
        at=instant(at),
    )


def answer_of(earlier: StoredCommand) -> Json:
    """Return the answer that was given the first time.

    Raises:   RefusedBefore
    """
    if earlier.refused:
        raise RefusedBefore(earlier.answer["code"], earlier.answer["params"])
    return earlier.answer


def said_of(verb: str, body: Json, stream: Stream, actor: Actor) -> str:
    """Return what two attempts of one command share, and no other command has.

    It is never kept: its digest is, made with the key of the subject.
    """
    by = [actor.id, str(actor.role), actor.of]
    return canonical({"verb": verb, "stream": [stream.kind, stream.id], "actor": by, "body": body})


def seal_for(subject: str) -> Seal:
    """Return what seals for a subject, whose key is on the disk before anything is committed.

    Raises:   Erased, KeyLost
    """
    ring = keys.current()
    return ring.seal(OFFICE) if subject == OFFICE else ring.begin(subject, _is_known)


def _is_known(subject: str) -> bool:
    return tables.events().filter(subject=subject, number=1).exists()


def instant(at: datetime) -> datetime:
    """Return the instant in universal time; one without a zone is nobody's instant."""
    if at.tzinfo is None:
        raise ValueError(at)
    return at.astimezone(UTC)
