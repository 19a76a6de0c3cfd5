"""Personal tokens: what a program shows in the name of one post of whoever made it, for a time."""

from sortie.web.tokens.scopes import LASTS, LAW, READ, SCOPES, WORK, wide_enough

__all__ = ["LASTS", "LAW", "READ", "SCOPES", "WORK", "wide_enough"]
