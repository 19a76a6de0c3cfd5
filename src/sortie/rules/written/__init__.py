"""How a rule is written: in a function of a module, or in an expression of another file."""

from sortie.rules.written.expressions import Place, expression, knowing
from sortie.rules.written.sources import mistake, source_of, written_of

__all__ = ["Place", "expression", "knowing", "mistake", "source_of", "written_of"]
