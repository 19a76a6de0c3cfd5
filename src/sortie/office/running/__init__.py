"""What keeps the office running: the clock, the look at who is out together, the messages."""

from sortie.office.running.messages import acknowledge, acknowledge_all, send
from sortie.office.running.reindex import reindex
from sortie.office.running.tick import Ticked, tick

__all__ = ["Ticked", "acknowledge", "acknowledge_all", "reindex", "send", "tick"]
