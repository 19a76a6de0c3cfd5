"""A command as it is tried: what makes two attempts the same one, and the row that is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sortie.store import copies, tables
from sortie.store.canonical import canonical, digest
from sortie.store.errors import KeyReused
from sortie.store.records import Actor, Json, StoredCommand, Stream


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
        if row is None:
            return None
        if row.digest != self.digest:
            raise KeyReused(self.key)
        return copies.command_from(row)

    def record(self, outcome: str, answer: Json, seqs: tuple[int, ...] = ()) -> None:
        """Write how it ended, once."""
        tables.commands().create(
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
