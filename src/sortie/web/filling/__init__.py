"""A form under way: opened, restored, saved, refused with everything typed, or done."""

from sortie.web.filling.bound import Bound
from sortie.web.filling.filling import Filling
from sortie.web.filling.sheet import Body, Sheet

__all__ = ["Body", "Bound", "Filling", "Sheet"]
