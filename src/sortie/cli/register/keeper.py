"""The commands that keep the register. The store is opened here only."""

from argparse import Namespace
from collections.abc import Callable, Mapping

from sortie import store
from sortie.cli.office.bench import Bench
from sortie.cli.refusals import Refused, SeveralRefused, Told
from sortie.cli.register import checking, erasing, proving, publishing, signing, witnessing
from sortie.errors import SortieError
from sortie.register import RegisterError
from sortie.words import ZONE, Clock, Tongue
from sortie.words.office import is_a_fault_of_the_machine, told

_COMMANDS: Mapping[str, Callable[[Bench], int]] = {
    "init": signing.init,
    "checkpoint": signing.checkpoint,
    "rotate": signing.rotate,
    "keys": signing.keys,
    "prove": proving.prove,
    "fsck": checking.fsck,
    "export": publishing.export,
    "erase": erasing.erase,
    "witness": witnessing.witness,
}


def keep(chosen: Namespace, tongue: Tongue) -> int:
    """Run one command on the register of the store.

    Raises:   RegisterError; Refused, SeveralRefused; Told: the office's and the store's refusals
    """
    chosen.zone = getattr(chosen, "zone", None)
    bench = Bench(tongue, Clock(tongue, ZONE), chosen=chosen)
    try:
        bench.settle("")
        store.connect(chosen.database)
        return _COMMANDS[chosen.register_command](bench)
    except (RegisterError, Refused, SeveralRefused):
        raise
    except SortieError as error:
        refusals = tuple(told(error, bench))
        raise Told(refusals, broken=is_a_fault_of_the_machine(error)) from error
