"""Deciding: the order with the law's answer and the bans that attach, and its corrections."""

from sortie.office.deciding.bans import bans_that_attach
from sortie.office.deciding.decide import decide
from sortie.office.deciding.rule import rule_on_appeal

__all__ = ["bans_that_attach", "decide", "rule_on_appeal"]
