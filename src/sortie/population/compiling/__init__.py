"""The rules of a book as one kernel: every rule, or the build fails by name."""

from sortie.population.compiling.errors import NotCompiled
from sortie.population.compiling.kernel import Compiled, compiled
from sortie.population.compiling.listing import listing
from sortie.population.compiling.routes import Below

__all__ = ["Below", "Compiled", "NotCompiled", "compiled", "listing"]
