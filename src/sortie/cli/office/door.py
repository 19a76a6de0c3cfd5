"""``sortie office``: the office at work, one verb an act. The store is opened here only."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping

from sortie import store
from sortie.cli.office import bringing_in, case_page, figures, lists, running, scripted
from sortie.cli.office.acting import act
from sortie.cli.office.bench import Bench
from sortie.cli.refusals import Refused, SeveralRefused, Told
from sortie.errors import SortieError
from sortie.words import ZONE, Clock, Tongue
from sortie.words.office import is_a_fault_of_the_machine, told

__all__ = ["office"]

_COMMANDS: Mapping[str, Callable[[Bench], int]] = {
    "init": running.init,
    "show": case_page.show_case,
    "list": lists.cases,
    "people": lists.people,
    "outbox": lists.outbox,
    "figures": figures.figures,
    "send": running.send,
    "reindex": running.reindex,
    "import": bringing_in.bring_in,
    "run": scripted.run,
    "tick": running.tick,
}


def office(chosen: Namespace, tongue: Tongue) -> int:
    """Run one command of the office.

    Raises:   Told: with every refusal in words
    """
    named = "tick" if chosen.command == "tick" else chosen.office_command
    chosen.zone = getattr(chosen, "zone", None)
    bench = Bench(tongue, Clock(tongue, ZONE), chosen=chosen)
    try:
        bench.settle("")
        store.connect(chosen.database)
        status = _COMMANDS.get(named, act)(bench)
        sys.stdout.flush()
    except SortieError as error:
        if isinstance(error, Refused | SeveralRefused | Told):
            raise
        refusals = tuple(told(error, bench))
        raise Told(refusals, broken=is_a_fault_of_the_machine(error)) from error
    else:
        return status
