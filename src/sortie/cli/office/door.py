"""``sortie office``: the office at work, one verb an act. The store is opened here only."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping

from sortie import store
from sortie.cli.office import bringing_in, case_page, lists, running, scripted
from sortie.cli.office.acting import act
from sortie.cli.office.bench import Bench
from sortie.cli.office.instants import ZONE, Clock
from sortie.cli.office.refusing import is_a_fault_of_the_machine, told
from sortie.cli.refusals import Told
from sortie.cli.words.tongue import Tongue
from sortie.errors import SortieError

__all__ = ["office"]

_COMMANDS: Mapping[str, Callable[[Bench], int]] = {
    "init": running.init,
    "show": case_page.show_case,
    "list": lists.cases,
    "people": lists.people,
    "outbox": lists.outbox,
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
    bench = Bench(chosen, tongue, Clock(tongue, ZONE))
    try:
        bench.settle("")
        store.connect(chosen.database)
        status = _COMMANDS.get(named, act)(bench)
        sys.stdout.flush()
    except SortieError as error:
        refusals = tuple(told(error, bench))
        raise Told(refusals, broken=is_a_fault_of_the_machine(error)) from error
    else:
        return status
