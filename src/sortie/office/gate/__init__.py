"""The gate: the permit, the way out against an order in force, the look-alikes of the day."""

from sortie.office.gate.let_out import Leaving, let_out
from sortie.office.gate.permit import issue_permit
from sortie.office.gate.similar import similar_to

__all__ = ["Leaving", "issue_permit", "let_out", "similar_to"]
