"""The policy file: one line a key, a group, the quorum."""

import re
from collections.abc import Callable

from sortie.register.notes import BrokenVKey, Kind, VKey, number_of
from sortie.register.witnessing.errors import BrokenPolicy, PolicyFault
from sortie.register.witnessing.policy import NO_ONE, Group, Log, Policy, Witness

LONGEST = 1_000_000
_FOREIGN = re.compile(rb"[^\t\n\x20-\x7e\x80-\xff]")
_BLANKS = re.compile(r"[ \t]+")
_LOG_KINDS = {Kind.ED25519, Kind.ML_DSA_44}
_WITNESS_KINDS = {Kind.COSIGNATURE, Kind.ML_DSA_44}


def read_policy(raw: bytes) -> Policy:
    """Return the policy of the bytes of a file.

    One public key may stand on one line only, also as register and as witness: a register that
    vouches for itself is no witness.

    Source:   C2SP tlog-policy, as of 22 July 2026, Policy file syntax and structure
    Raises:   BrokenPolicy

    >>> read_policy(b"quorum none\\n").asks_for_witnesses
    False
    """
    if len(raw) > LONGEST:
        raise BrokenPolicy(PolicyFault.TOO_LONG, 0)
    foreign = _FOREIGN.search(raw)
    if foreign:
        raise BrokenPolicy(PolicyFault.CHARACTER, raw.count(b"\n", 0, foreign.start()) + 1)
    if not raw.endswith(b"\n"):
        raise BrokenPolicy(PolicyFault.NO_FINAL_NEWLINE, raw.count(b"\n") + 1)
    # Names are octets: what is not UTF-8 is kept as it is.
    lines = raw.decode("utf-8", "surrogateescape").removesuffix("\n").split("\n")
    draft = _Draft()
    for number, line in enumerate(lines, 1):
        written = line.strip(" \t")
        if written and not written.startswith("#"):
            draft.read(number, _BLANKS.split(written))
    return draft.policy()


class _Draft:
    """A policy while its lines are read."""

    def __init__(self) -> None:
        self._line = 0
        self._quorum: str | None = None
        self._logs: list[Log] = []
        self._witnesses: list[Witness] = []
        self._groups: list[Group] = []
        self._names: set[str] = set()
        self._members: set[str] = set()
        self._keys: set[bytes] = set()

    def read(self, line: int, items: list[str]) -> None:
        self._line = line
        readers: dict[str, Callable[[list[str]], None]] = {
            "log": self._log,
            "witness": self._witness,
            "group": self._group,
            "quorum": self._read_quorum,
        }
        word, *rest = items
        if word not in readers:
            raise self._broken(PolicyFault.UNKNOWN_WORD)
        readers[word](rest)

    def policy(self) -> Policy:
        if self._quorum is None:
            raise BrokenPolicy(PolicyFault.NO_QUORUM, 0)
        return Policy(self._quorum, tuple(self._logs), tuple(self._witnesses), tuple(self._groups))

    def _log(self, items: list[str]) -> None:
        self._check(PolicyFault.ITEMS, met=len(items) in {1, 2})
        vkey = self._vkey(items[0])
        self._check(PolicyFault.LOG_KIND, met=vkey.kind in _LOG_KINDS)
        self._logs.append(Log(vkey, *items[1:]))

    def _witness(self, items: list[str]) -> None:
        self._check(PolicyFault.ITEMS, met=len(items) in {2, 3})
        name, written, *url = items
        vkey = self._vkey(written)
        self._check(PolicyFault.WITNESS_KIND, met=vkey.kind in _WITNESS_KINDS)
        self._name(name)
        self._witnesses.append(Witness(name, vkey, *url))

    def _group(self, items: list[str]) -> None:
        self._check(PolicyFault.ITEMS, met=len(items) >= 3)
        name, written, *members = items
        for member in members:
            self._check(PolicyFault.UNKNOWN_NAME, met=member in self._names)
            self._check(PolicyFault.MEMBER_TWICE, met=member not in self._members)
            self._members.add(member)
        shorthand = {"all": len(members), "any": 1}
        threshold = shorthand.get(written) or number_of(written) or 0
        self._check(PolicyFault.THRESHOLD, met=1 <= threshold <= len(members))
        self._name(name)
        self._groups.append(Group(name, threshold, tuple(members)))

    def _read_quorum(self, items: list[str]) -> None:
        self._check(PolicyFault.ITEMS, met=len(items) == 1)
        self._check(PolicyFault.QUORUM_TWICE, met=self._quorum is None)
        name = items[0]
        self._check(PolicyFault.UNKNOWN_NAME, met=name == NO_ONE or name in self._names)
        self._quorum = name

    def _name(self, name: str) -> None:
        self._check(PolicyFault.NAME_NONE, met=name != NO_ONE)
        self._check(PolicyFault.NAME_TAKEN, met=name not in self._names)
        self._names.add(name)

    def _vkey(self, written: str) -> VKey:
        try:
            vkey = VKey.read(written)
        except BrokenVKey as error:
            raise self._broken(PolicyFault.VKEY) from error
        self._check(PolicyFault.SAME_KEY, met=vkey.key not in self._keys)
        self._keys.add(vkey.key)
        return vkey

    def _check(self, fault: PolicyFault, *, met: bool) -> None:
        if not met:
            raise self._broken(fault)

    def _broken(self, fault: PolicyFault) -> BrokenPolicy:
        return BrokenPolicy(fault, self._line)
