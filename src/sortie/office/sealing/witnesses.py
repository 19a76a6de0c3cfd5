"""Asking outside witnesses to sign the last checkpoint: only they exclude a split view."""

from dataclasses import dataclass
from datetime import datetime

from sortie import register, store
from sortie.errors import SortieError
from sortie.office.sealing.errors import NoWitness
from sortie.office.sealing.keeping import last_checkpoint
from sortie.store import writing


@dataclass(frozen=True, slots=True)
class Witnessed:
    """Which witnesses signed the checkpoint of this size, which did not and why."""

    size: int
    cosigned: tuple[str, ...]
    refused: tuple[tuple[str, SortieError], ...]
    is_met: bool


def ask_witnesses(policy: register.Policy, at: datetime) -> Witnessed:
    """Send the last checkpoint to every witness of the policy, and keep what they signed.

    One that does not answer does not stop the others. The trap: a witness that is ahead, or that
    knows another history, has seen this register forked: stop, and look for who put an older copy
    back.

    Raises:   NoWitness, NoCheckpoint, and what the store cannot do
    """
    if not policy.witnesses:
        raise NoWitness
    signed = register.read_checkpoint(last_checkpoint().text)
    before, refused = signed, list[tuple[str, SortieError]]()
    for witness in policy.witnesses:
        try:
            signed = register.cosigned(witness, signed, store.register.nodes)
        except register.RegisterError as why:
            refused.append((witness.name, why))
    if signed != before:
        writing.keep_checkpoint(signed.written(), at)
    failed = {name for name, _ in refused}
    names = tuple(each.name for each in policy.witnesses if each.name not in failed)
    return Witnessed(signed.checkpoint.size, names, tuple(refused), policy.met_by(names))
