"""What is said while the demonstration is being made: a line, and in a terminal how far it is."""

import sys
from dataclasses import dataclass

from sortie.words import Tongue

_EVERY = 25


@dataclass(slots=True)
class Building:
    """Told of each act, it says the first, and in a terminal writes over one line."""

    tongue: Tongue
    begun: bool = False

    def __call__(self, done: int, all_: int) -> None:
        """Say that so many acts were played of all there are."""
        if not self.begun:
            self.begun = True
            sys.stdout.write(f"{self.tongue.say('web.building')}\n")
        if sys.stdout.isatty() and (done % _EVERY == 0 or done == all_):
            said = self.tongue.say("web.built", done=str(done), all=str(all_))
            sys.stdout.write(f"\r{said}{chr(10) if done == all_ else ''}")
        sys.stdout.flush()
