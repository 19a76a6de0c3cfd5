"""Whom a verifier believes: the keys of the register, its witnesses, how many must have signed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sortie.register.notes import NO_TIME, Signed, SignedCheckpoint, VKey
from sortie.register.witnessing.errors import QuorumMissed

NO_ONE = "none"
"""The quorum of who asks for no witness."""


@dataclass(frozen=True, slots=True)
class Log:
    """A key that a register signs with; its name is the origin of the register."""

    vkey: VKey
    url: str = ""


@dataclass(frozen=True, slots=True)
class Witness:
    """A witness by its name in the policy, which means nothing outside of it."""

    name: str
    vkey: VKey
    url: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Witnesses and groups, of which this many are enough."""

    name: str
    threshold: int
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cosigned:
    """A witness that signed, and when.

    Units:    POSIX seconds
    """

    witness: Witness
    at: int


@dataclass(frozen=True, slots=True)
class Policy:
    """What ``read_policy`` reads; a group stands after its members.

    Source:   C2SP tlog-policy, as of 22 July 2026 (no version was tagged)
    """

    quorum: str = NO_ONE
    logs: tuple[Log, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    groups: tuple[Group, ...] = field(default=())

    @property
    def asks_for_witnesses(self) -> bool:
        """Whether a checkpoint that no witness signed is refused."""
        return self.quorum != NO_ONE

    def met_by(self, names: Collection[str]) -> bool:
        """Whether these witnesses are enough.

        >>> Policy().met_by([])
        True
        """
        if not self.asks_for_witnesses:
            return True
        met: dict[str, bool] = {each.name: each.name in names for each in self.witnesses}
        for group in self.groups:
            met[group.name] = _enough(group, met)
        return met[self.quorum]

    def check(self, signed: SignedCheckpoint) -> tuple[Cosigned, ...]:
        """Return the witnesses that cosigned, once they are enough.

        A cosignature that says no time is no witness's, nor is one under the name of the
        register itself: neither is counted.

        Raises:   QuorumMissed
                  SignatureRefused: a line in the name of a witness that it did not make
        """
        origin = signed.checkpoint.origin
        by_key = {each.vkey: each for each in self.witnesses if each.vkey.name != origin}
        made: tuple[Signed, ...] = signed.signed_by(by_key)
        found = tuple(Cosigned(by_key[one.vkey], one.at) for one in made if one.at != NO_TIME)
        names = [each.witness.name for each in found]
        if not self.met_by(names):
            raise QuorumMissed(self.quorum, tuple(names))
        return found


def _enough(group: Group, met: Mapping[str, bool]) -> bool:
    return sum(met[name] for name in group.members) >= group.threshold
