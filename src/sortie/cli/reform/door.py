"""``sortie reform``: what reads a file opens no store; what replays one opens the office."""

from argparse import Namespace

from sortie.cli.population.door import guarded
from sortie.cli.reform import shelf
from sortie.words import Tongue

__all__ = ["reform"]


def reform(chosen: Namespace, tongue: Tongue) -> int:
    """Run one command of reforms.

    Raises:   ReformRefused, UnknownReform, Refused, Told
    """
    match chosen.reform_command:
        case "list":
            return shelf.listed(chosen, tongue)
        case "show":
            return shelf.shown(chosen, tongue)
        case "check":
            return shelf.checked(chosen, tongue)
        case "compare":
            return guarded(lambda: _compare(chosen, tongue), tongue)
        case _:
            from sortie.cli.reform.replay import replay

            return replay(chosen, tongue)


def _compare(chosen: Namespace, tongue: Tongue) -> int:
    from sortie.cli.reform.compare import compare

    return compare(chosen, tongue)
