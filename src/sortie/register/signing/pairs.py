"""Pairs of keys in a folder: two private keys in one file, their public parts in another.

``0001.key`` holds the private lines and is removed when the pair is retired; ``0001.vkeys`` holds
the public ones and stays, so that what the pair signed can be verified for ever. A public file
without its private one is thus a retired pair.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sortie.register.notes import BrokenVKey, VKey
from sortie.register.signing import private_files
from sortie.register.signing.errors import BrokenKeys, KeysFault
from sortie.register.signing.secret import SIGNS, Secret

_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Pair:
    """The keys of one number: an Ed25519 one and an ML-DSA-44 one, under one name."""

    number: int
    secrets: tuple[Secret, ...]

    @classmethod
    def new(cls, number: int, name: str) -> "Pair":
        """Return a new pair, in memory only."""
        return cls(number, tuple(Secret.new(name, kind) for kind in SIGNS))

    @property
    def vkeys(self) -> tuple[VKey, ...]:
        """The public parts."""
        return tuple(secret.vkey for secret in self.secrets)

    def keep(self, folder: Path, dates: Iterable[str] = ()) -> None:
        """Write both files, the public one first: no key signs that nobody could verify.

        Raises:   NotKept
        """
        public = [*(vkey.text() for vkey in self.vkeys), *dates]
        private_files.write(public_path(folder, self.number), _lines(public))
        private = [secret.line() for secret in self.secrets]
        private_files.write(_private_path(folder, self.number), _lines(private))


def numbers(folder: Path) -> list[int]:
    """Return the number of every pair there ever was, rising."""
    return sorted(int(path.stem) for path in folder.glob("*.vkeys") if path.stem.isdecimal())


def signing_numbers(folder: Path) -> list[int]:
    """Return the numbers of the pairs that sign, rising."""
    return sorted(int(path.stem) for path in folder.glob("*.key") if path.stem.isdecimal())


def read_pair(folder: Path, number: int) -> Pair:
    """Return a pair that signs.

    Raises:   BrokenKeys, KeysExposed
    """
    path = _private_path(folder, number)
    text = private_files.read(path)
    lines = text.removesuffix("\n").split("\n")
    if len(lines) != len(SIGNS) or not text.endswith("\n"):
        raise BrokenKeys(str(path), KeysFault.LINES)
    pair = Pair(number, tuple(_secret(path, line) for line in lines))
    if tuple(vkey.kind for vkey in pair.vkeys) != SIGNS:
        raise BrokenKeys(str(path), KeysFault.ORDER)
    if read_vkeys(folder, number) != pair.vkeys:
        raise BrokenKeys(str(path), KeysFault.PUBLIC_PART)
    return pair


def read_vkeys(folder: Path, number: int) -> tuple[VKey, ...]:
    """Return the public keys of a pair, retired or not.

    Raises:   BrokenKeys, KeysExposed
    """
    path = public_path(folder, number)
    lines = private_files.read(path).split("\n")
    if len(lines) <= len(SIGNS):
        raise BrokenKeys(str(path), KeysFault.LINES)
    try:
        return tuple(VKey.read(line) for line in lines[: len(SIGNS)])
    except BrokenVKey:
        raise BrokenKeys(str(path), KeysFault.PUBLIC_PART) from None


def retire(folder: Path, number: int, at: datetime) -> None:
    """Write the end of the pair into its public file, then remove its private keys.

    Raises:   NotKept, BrokenKeys, KeysExposed
    """
    path = public_path(folder, number)
    private_files.write(path, private_files.read(path) + _lines([f"until {at.isoformat()}"]))
    private_files.remove(_private_path(folder, number))


def public_path(folder: Path, number: int) -> Path:
    """Return the file of the public keys of a pair: two lines, then when it began and ended."""
    return folder / f"{number:0{_DIGITS}}.vkeys"


def _private_path(folder: Path, number: int) -> Path:
    return folder / f"{number:0{_DIGITS}}.key"


def _secret(path: Path, line: str) -> Secret:
    found = Secret.read(line)
    if isinstance(found, KeysFault):
        raise BrokenKeys(str(path), found)
    return found


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
