"""The keys, kept apart from the database: one a subject, each wrapped by a master key.

Whoever destroys a subject's key destroys what it sealed: in the tables, in their logs and in
every copy of them, at once.
"""

from sortie.store.vault.folder import MASTER, SIGNING, VAULT, create
from sortie.store.vault.keyring import OFFICE, Keyring
from sortie.store.vault.seals import (
    Seal,
    answer_place,
    event_place,
    message_place,
    person_place,
)

__all__ = [
    "MASTER",
    "OFFICE",
    "SIGNING",
    "VAULT",
    "Keyring",
    "Seal",
    "answer_place",
    "create",
    "event_place",
    "message_place",
    "person_place",
]
