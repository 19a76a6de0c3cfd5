"""The keys of a register, and the memory of what they signed."""

from sortie.register.signing.errors import (
    BrokenKeys,
    BrokenLastSigned,
    KeysExist,
    KeysExposed,
    KeysFault,
    KeysMissing,
    LastSignedMissing,
    NothingToRetire,
    NotKept,
    NotOfTheTree,
    NotRemembered,
    OverlapUnderWay,
    RegisterForked,
    RegisterRewound,
    SigningError,
)
from sortie.register.signing.keys import MOST_PAIRS, Keys, check_origin, create_keys, open_keys
from sortie.register.signing.last_signed import LastSigned
from sortie.register.signing.pairs import Pair
from sortie.register.signing.secret import SIGNS, Secret

__all__ = [
    "MOST_PAIRS",
    "SIGNS",
    "BrokenKeys",
    "BrokenLastSigned",
    "Keys",
    "KeysExist",
    "KeysExposed",
    "KeysFault",
    "KeysMissing",
    "LastSigned",
    "LastSignedMissing",
    "NotKept",
    "NotOfTheTree",
    "NotRemembered",
    "NothingToRetire",
    "OverlapUnderWay",
    "Pair",
    "RegisterForked",
    "RegisterRewound",
    "Secret",
    "SigningError",
    "check_origin",
    "create_keys",
    "open_keys",
]
