"""The demonstration on the web: built when it must be, then served, with its own first page."""

from sortie.web.demonstration.errors import DemonstrationServed
from sortie.web.demonstration.serving import demonstrate

__all__ = ["DemonstrationServed", "demonstrate"]
