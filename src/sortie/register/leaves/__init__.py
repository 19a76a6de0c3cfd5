"""What a leaf says in public: a kind, a day, and a commitment that says nothing by itself."""

from sortie.register.leaves.commitment import (
    COMMITMENT_BYTES,
    SALT_BYTES,
    check_opening,
    commitment,
    new_salt,
)
from sortie.register.leaves.entry import LONGEST_BASIS, LONGEST_ENTRY, Entry, read_entry
from sortie.register.leaves.errors import (
    EntryFieldWrong,
    EntryKeyMissing,
    EntryKeyUnknown,
    EntryNotCanonical,
    EntryNotJson,
    EntryNotObject,
    EntryNotText,
    EntryTooLong,
    EntryVersionUnknown,
    LeafError,
    OpeningWrong,
    SaltWrong,
)

__all__ = [
    "COMMITMENT_BYTES",
    "LONGEST_BASIS",
    "LONGEST_ENTRY",
    "SALT_BYTES",
    "Entry",
    "EntryFieldWrong",
    "EntryKeyMissing",
    "EntryKeyUnknown",
    "EntryNotCanonical",
    "EntryNotJson",
    "EntryNotObject",
    "EntryNotText",
    "EntryTooLong",
    "EntryVersionUnknown",
    "LeafError",
    "OpeningWrong",
    "SaltWrong",
    "check_opening",
    "commitment",
    "new_salt",
    "read_entry",
]
