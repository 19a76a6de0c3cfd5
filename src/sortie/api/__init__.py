"""The office for programs: JSON over the same table of authority, the same verbs, the same law."""

from sortie.api.asking import HEADERS, OPEN_TO_ANYONE, Called, Operation

__all__ = ["HEADERS", "OPEN_TO_ANYONE", "Called", "Operation"]
