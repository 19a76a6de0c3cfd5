"""A command as it is tried: what makes two attempts the same one, and the row that is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sortie.store import copies, tables
from sortie.store.canonical import canonical, check_texts, digest
from sortie.store.errors import KeyReused, RefusedBefore
from sortie.store.records import Actor, Json, StoredCommand, Stream

if TYPE_CHECKING:
    from sortie.store.models import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """Who tries what, on which stream; ``at`` is not part of what makes it the same."""

    key: str
    verb: str
    digest: str
    stream: Stream
    actor: Actor
    at: datetime

    def earlier(self) -> StoredCommand | None:
        """Return the same command, done or refused before.

        Raises:   KeyReused
        """
        row = tables.commands().filter(key=self.key).first()
        return None if row is None else self.same_as(row)

    def same_as(self, row: "Command") -> StoredCommand:
        """Return the command that was kept under this key.

        Raises:   KeyReused
        """
        if row.digest != self.digest:
            raise KeyReused(self.key)
        return copies.command_from(row)

    def ended(self, outcome: str, answer: Json, seqs: tuple[int, ...] = ()) -> "Command":
        """Return the row that says how it ended, to be written once."""
        return tables.commands().model(
            key=self.key,
            verb=self.verb,
            digest=self.digest,
            stream_kind=self.stream.kind,
            stream_id=self.stream.id,
            actor_id=self.actor.id,
            actor_role=str(self.actor.role),
            actor_of=self.actor.of,
            at=self.at,
            outcome=outcome,
            answer=canonical(answer),
            first_seq=min(seqs, default=None),
            last_seq=max(seqs, default=None),
        )


def attempt_of(
    key: str, verb: str, body: Json, *, stream: Stream, actor: Actor, at: datetime
) -> Attempt:
    """Return this attempt, once its texts can be kept.

    Raises:   NotCanonical
    """
    check_texts(key=key, verb=verb, stream=(stream.kind, stream.id))
    check_texts(actor=(actor.id, str(actor.role), actor.of))
    said = digest_of(verb, body, stream, actor)
    return Attempt(key=key, verb=verb, digest=said, stream=stream, actor=actor, at=instant(at))


def answer_of(earlier: StoredCommand) -> Json:
    """Return the answer that was given the first time.

    Raises:   RefusedBefore
    """
    if earlier.refused:
        raise RefusedBefore(earlier.answer["code"], earlier.answer["params"])
    return earlier.answer


def digest_of(verb: str, body: Json, stream: Stream, actor: Actor) -> str:
    """Return what two attempts of one command share, and no other command has."""
    by = [actor.id, str(actor.role), actor.of]
    said: Mapping[str, object] = {
        "verb": verb,
        "stream": [stream.kind, stream.id],
        "actor": by,
        "body": body,
    }
    return digest(said)


def instant(at: datetime) -> datetime:
    """Return the instant in universal time; one without a zone is nobody's instant."""
    if at.tzinfo is None:
        raise ValueError(at)
    return at.astimezone(UTC)
