"""The compiled rules run over batches of people."""

from sortie.population.running.answering import FORMAT, SCHEMA, reason, spans
from sortie.population.running.plainly import OUTCOMES, Row, rows_of

__all__ = ["FORMAT", "OUTCOMES", "SCHEMA", "Row", "reason", "rows_of", "spans"]
