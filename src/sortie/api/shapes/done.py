"""What follows an act: what was recorded, under which key."""

from sortie.api.shapes.plain import Given, Labels
from sortie.casework import State


class Done(Given):
    """An act done: the version of the case after it, where it stands, the events it made."""

    case: str
    version: int
    state: State
    state_labels: Labels
    events: list[str]
    key: str
