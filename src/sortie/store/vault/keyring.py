"""The keys in use by one thread: few, forgotten as soon as anyone else changed the vault."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from sortie.store.errors import Erased, KeyLost, StoreError
from sortie.store.vault.folder import VAULT, master_of
from sortie.store.vault.seals import Seal
from sortie.store.vault.vault_file import INDEX_KEY, OFFICE_KEY, Erasure, VaultFile

OFFICE = ""
"""The subject of what is nobody's: the office's own key, which is never destroyed."""
MOST = 4096


class Keyring:
    """The vault of one folder, opened.

    Raises:   KeysMissing, KeysExposed, NotRead
              BrokenStore: the vault is damaged, or of another master key
    """

    def __init__(self, folder: Path) -> None:
        self._file = VaultFile(folder / VAULT, master_of(folder))
        self._seals: dict[str, Seal] = {}
        try:
            self._office = Seal(self._file.office_key(OFFICE_KEY))
            self._index = Seal(self._file.office_key(INDEX_KEY))
            self._seen = self._file.version()
            self.applied = self._file.last_erasure()
        except StoreError:
            self._file.close()
            raise

    def close(self) -> None:
        """Close the file and forget every key."""
        self._seals.clear()
        self._file.close()

    def seals(self, subjects: Iterable[str]) -> Mapping[str, Seal]:
        """Return what opens and seals for each of these subjects.

        Raises:   Erased, KeyLost
        """
        self._forget_if_changed()
        wanted = set(subjects)
        missing = [each for each in wanted if each != OFFICE and each not in self._seals]
        found = {each: self._seals[each] for each in wanted if each in self._seals}
        found.update(self._read(missing))
        if OFFICE in wanted:
            found[OFFICE] = self._office
        return found

    def seal(self, subject: str) -> Seal:
        """Return what opens and seals for a subject.

        Raises:   Erased, KeyLost
        """
        return self.seals((subject,))[subject]

    def held(self, subject: str) -> Seal | None:
        """Return what seals for a subject if it is at hand.

        The trap: it may be destroyed elsewhere since; only who keeps all others from erasing asks.
        """
        return self._seals.get(subject)

    def begin(self, subject: str, is_known: Callable[[str], bool]) -> Seal:
        """Return what seals for a subject that may be new; its key is then on the disk.

        A subject of whom something is kept already is not new: without a key it is lost.

        Raises:   Erased, KeyLost
        """
        try:
            return self.seal(subject)
        except KeyLost:
            if is_known(subject):
                raise
        key = self._file.begin(subject)
        if key is None:
            raise Erased(subject)
        return self._keep(subject, key)

    def blind(self, field: str, value: str) -> str:
        """Return what stands for a value in an index: nobody makes it without the key of the index.

        The trap: whoever has that key can try values, one after the other.
        """
        return self._index.digest(field, value)

    def destroy(self, subjects: Iterable[str], last: Erasure) -> None:
        """Destroy the keys of these subjects, and note the last erasure that was done."""
        self._seals.clear()
        self._file.destroy(subjects, last)
        self.applied = last

    def destroyed(self) -> list[str]:
        """Return every subject that was ever erased."""
        return self._file.destroyed()

    def _read(self, missing: list[str]) -> Mapping[str, Seal]:
        keys = self._file.keys_of(missing) if missing else {}
        found = {}
        for subject in missing:
            if subject not in keys:
                raise KeyLost(subject)
            key = keys[subject]
            if key is None:
                raise Erased(subject)
            found[subject] = self._keep(subject, key)
        return found

    def _keep(self, subject: str, key: bytes) -> Seal:
        self._seals[subject] = made = Seal(key)
        while len(self._seals) > MOST:
            del self._seals[next(iter(self._seals))]
        return made

    def _forget_if_changed(self) -> None:
        seen = self._file.version()
        if seen != self._seen:
            self._seals.clear()
            self._seen = seen
            self.applied = self._file.last_erasure()
