"""Two laws over the same people: who gains, who loses, when, and by which rule.

A front door of its own: it counts in arrays, which the rest of the room does without.
"""

from sortie.reform.comparing.comparing import Question, compare

__all__ = ["Question", "compare"]
