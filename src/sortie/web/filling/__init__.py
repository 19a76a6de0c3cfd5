"""A form under way: opened, restored, saved, refused with everything typed, or done."""

from sortie.web.filling.bound import Bound
from sortie.web.filling.filling import Filling
from sortie.web.filling.sheet import REFUSED, Again, Body, Sheet, new_key

__all__ = ["REFUSED", "Again", "Body", "Bound", "Filling", "Sheet", "new_key"]
