"""Many records as columns: what the rules may ask of a person, one row each."""

from sortie.population.records import encoding
from sortie.population.records.layout import FORMAT, Cell, Layout, Series

__all__ = ["FORMAT", "Cell", "Layout", "Series", "encoding"]
