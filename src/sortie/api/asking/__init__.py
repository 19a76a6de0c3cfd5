"""A call: who makes it, what it says of itself, and the operation that it asks for."""

from sortie.api.asking.bearing import Token
from sortie.api.asking.called import HEADERS, Called, called_by
from sortie.api.asking.headers import KEY, LONGEST_REASON, MATCH, REASON
from sortie.api.asking.operation import OPEN_TO_ANYONE, Operation
from sortie.api.asking.parsing import MOST_BYTES, StrictJson

__all__ = [
    "HEADERS",
    "KEY",
    "LONGEST_REASON",
    "MATCH",
    "MOST_BYTES",
    "OPEN_TO_ANYONE",
    "REASON",
    "Called",
    "Operation",
    "StrictJson",
    "Token",
    "called_by",
]
