"""``sortie register``: what verifies opens no store; what keeps the register opens the office."""

import sys
from argparse import Namespace

from sortie.cli.refusals import Told
from sortie.cli.register import published, verifying
from sortie.cli.register.refusing import is_a_fault_of_the_machine, said_of
from sortie.register import RegisterError
from sortie.words import Tongue

__all__ = ["register"]


def register(chosen: Namespace, tongue: Tongue) -> int:
    """Run one command of the register.

    Raises:   Told: with every refusal in words; Refused, SeveralRefused
    """
    try:
        if chosen.register_command == "verify":
            status = verifying.verify(chosen, tongue)
        elif chosen.register_command == "fsck" and chosen.folder:
            status = published.fsck(chosen, tongue)
        else:
            from sortie.cli.register.keeper import keep

            status = keep(chosen, tongue)
    except RegisterError as error:
        broken = is_a_fault_of_the_machine(error)
        raise Told((said_of(error, tongue),), broken=broken) from error
    sys.stdout.flush()
    return status
