"""A story of the docket: whose it is, and how it is told."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sortie.demonstration.docket.thread import Thread
from sortie.demonstration.people.traits import Traits

Tell = Callable[[Thread], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One case of the docket.

    ``prison`` is the code of the one where it begins; ``defended`` says that the lawyer of the
    demonstration is that person's; ``of`` names the story whose person this one is about again.
    ``filed_in`` names the case file of the house that is this person's, moved to today;
    ``held_in`` is the code of the prison that holds them today, where it is another.
    """

    name: str
    prison: str
    traits: Traits
    tell: Tell
    defended: bool = False
    of: str = ""
    filed_in: str = ""
    held_in: str = ""


def story(
    prison: str, *, defended: bool = False, held_in: str = "", **traits: Any
) -> Callable[[Tell], Story]:
    """Make a story of the function that tells it, named after it, about a person of these traits.

    The trap: the traits are of today; what is told happened before.
    """

    def make(tell: Tell) -> Story:
        return Story(name=tell.__name__, prison=prison, traits=Traits(**traits), tell=tell,
                     defended=defended, held_in=held_in)  # fmt: skip

    return make
