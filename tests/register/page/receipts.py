"""Receipts made from nothing, so that a test may break one wherever it likes."""

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal

from sortie import register
from sortie.register import Checkpoint, Kind
from tests.register.signers import AT, LOG, LOG_PQ, ORIGIN, WITNESS, WITNESS_PQ, Signer

PAYLOAD = (
    '{"at":"2027-02-03T09:00:00Z","body":{"event":"decided","order":"O-D-1","outcome":"granted",'
    '"reasons":"promesse d\'embauche ferme, à l\'« atelier »"},"by":{"id":"judge-1","of":"court",'
    '"role":"enforcement_judge"},"command":"D-1/decide","kind":"decided","number":7,'
    '"recorded_at":"2027-02-03T09:00:00Z","seq":6,"stream":"case/D-1"}'
)
SALT = bytes(range(32))


HEAVY = LOG_PQ
STRANGER = Signer(ORIGIN, Kind.ED25519, 9)
WITNESSES = (WITNESS, Signer("witness.example/b", Kind.COSIGNATURE, 8))
HEAVY_WITNESS = WITNESS_PQ


@dataclass(frozen=True)
class Made:
    """A receipt by its parts. ``parts`` said otherwise take the place of the true ones."""

    index: int = 5
    size: int = 11
    payload: str = PAYLOAD
    signers: tuple[Signer, ...] = (LOG, HEAVY)
    basis: str = ""
    closed: bool = False
    parts: dict[str, str] = field(default_factory=dict)

    def but(self, **parts: str) -> "Made":
        return replace(self, parts={**self.parts, **parts})

    def part(self, name: str) -> str:
        made: str = getattr(self, f"_{name}")
        return self.parts.get(name, made)

    @property
    def _entry(self) -> str:
        sealed = register.commitment(SALT, self.payload.encode())
        kind: Literal["event", "erasure"] = "erasure" if self.basis else "event"
        return register.Entry(kind, date(2027, 2, 3), sealed, self.basis).written().decode()

    @property
    def _opening(self) -> str:
        opened = {"entry": self.part("entry")}
        if not self.closed:
            opened |= {"payload": self.part("shown"), "salt": base64(SALT)}
        return json.dumps(opened, ensure_ascii=False, separators=(",", ":"))

    @property
    def _shown(self) -> str:
        return self.payload

    @property
    def _extra(self) -> str:
        return f"extra {base64(self.part('opening').encode())}\n"

    @property
    def _place(self) -> str:
        return f"index {self.index}\n"

    @cached_property
    def _tree(self) -> tuple[Sequence[str], bytes]:
        growth, stored = register.Growth(), list[bytes]()
        for index in range(self.size):
            entry = self._entry if index == self.index else f"entry {index}"
            stored.append(growth.add(entry.encode()))

        def nodes(asked: Sequence[register.Node]) -> list[bytes]:
            found = [register.stored_at(node) for node in asked]
            return [stored[leaf][32 * level : 32 * (level + 1)] for leaf, level in found]

        proof = register.inclusion_proof(self.index, self.size, nodes)
        return [base64(each) for each in proof], growth.root()

    @property
    def path(self) -> list[str]:
        return list(self._tree[0])

    @property
    def _hashes(self) -> str:
        return "".join(f"{each}\n" for each in self.path)

    @property
    def checkpoint(self) -> Checkpoint:
        return Checkpoint(ORIGIN, self.size, self._tree[1])

    @property
    def _note(self) -> str:
        return self.checkpoint.text()

    @property
    def _signatures(self) -> str:
        return "".join(
            line_of(each, self.checkpoint, 0 if each.vkey.name == ORIGIN else AT)
            for each in self.signers
        )

    @property
    def text(self) -> str:
        path = f"{self.part('extra')}{self.part('place')}{self.part('hashes')}"
        note = f"{self.part('note')}\n{self.part('signatures')}"
        return self.parts.get("whole", f"c2sp.org/tlog-proof@v1\n{path}\n{note}")


def line_of(signer: Signer, checkpoint: Checkpoint, at: int = 0) -> str:
    return signer.line(checkpoint, at).line()


def base64(raw: bytes) -> str:
    return b64encode(raw).decode()


def flipped(written: str, at: int = 0) -> str:
    """Return the base64 of the same bytes with one bit turned."""
    raw = bytearray(b64decode(written))
    raw[at] ^= 1
    return base64(bytes(raw))


def policy(*, quorum: str = "none", witnesses: Sequence[Signer] = WITNESSES) -> str:
    named = [f"witness w{rank} {each.vkey.text()}" for rank, each in enumerate(witnesses)]
    both = f"group both all {' '.join(f'w{rank}' for rank in range(len(witnesses)))}"
    return "\n".join([f"log {LOG.vkey.text()}", *named, both, f"quorum {quorum}", ""])
