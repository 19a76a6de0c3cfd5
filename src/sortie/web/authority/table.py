"""The only authority on who may do and see what. A cell that is not written says no."""

from collections.abc import Iterator, Mapping

from sortie.web.authority.reading import Action, Cell, house_table
from sortie.web.authority.words import ITSELF

_TABLE = house_table()
ACTIONS: Mapping[str, Action] = _TABLE.actions


def may(role: str, relation: str, action: str, field: str = ITSELF) -> bool:
    """Return what the cell says; a word that is in no list stands in no cell, and is a no.

    >>> may("gate", "own_prison", "let_out"), may("gate", "own_prison", "decide")
    (True, False)
    """
    return (role, relation, action, field) in _TABLE.cells


def reason_asked(role: str, relation: str, action: str, field: str = ITSELF) -> bool:
    """Return whether the one who may must first write why. Who may not is asked nothing."""
    cell = _TABLE.cells.get((role, relation, action, field))
    return cell is not None and cell.reason_asked


def cells() -> Iterator[Cell]:
    """Yield every cell that says yes, in the order of the file."""
    yield from _TABLE.cells.values()
