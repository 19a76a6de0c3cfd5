"""``sortie web``: serve the pages, or make the account of an administrator."""

import sys
from argparse import Namespace
from pathlib import Path

from sortie.cli.refusals import BROKEN, Refused, Told
from sortie.cli.web.address import Address, address_of, number
from sortie.cli.web.building import Building
from sortie.cli.web.checking import Check
from sortie.errors import SortieError
from sortie.words import ZONE, Clock, Tongue
from sortie.words.office import Speaker, is_a_fault_of_the_machine, told

_PROCESSES = 64


def web(chosen: Namespace, tongue: Tongue) -> int:
    """Serve the pages until stopped, or make an administrator and say the code they are handed.

    With ``--check`` the first page is asked for once, and the server stops: 1 if it did not open.

    Raises:   Refused: no number, a port already taken; Told: the store cannot be used
    """
    if chosen.administrator is not None:
        return _administrator(chosen.administrator, chosen.database, tongue)
    if chosen.demonstration is not None and chosen.database is not None:
        raise Refused("web.two_stores", {}, "--demonstration")
    where = address_of(chosen)
    if not chosen.check:
        _serve(chosen, where, tongue, None)
        return 0
    check = Check(str(where))
    try:
        _serve(chosen, where, tongue, check)
    except SystemExit:
        # So ends the server when it is stopped, and each of its processes, copies of this one.
        if not check.is_mine():
            raise
    return 0 if check.told(tongue) else BROKEN


def _serve(chosen: Namespace, where: Address, tongue: Tongue, check: Check | None) -> None:
    # The whole site is heavy to load, and only this command wants it.
    from sortie.web import DemonstrationServed, SecretNotKept, SkinError, demonstrate, serve

    def ready() -> None:
        lines = [tongue.say("web.listening", address=str(where))]
        if check is None:
            lines.append(tongue.say("web.stop"))
        sys.stdout.writelines(f"{line}\n" for line in lines)
        sys.stdout.flush()

    processes = number(chosen.processes, "--processes", _PROCESSES)
    beside = check.begin if check is not None else None
    try:
        if chosen.demonstration is None:
            serve(where.host, where.port, ready=ready, url=chosen.database, processes=processes,
                  beside=beside)  # fmt: skip
        else:
            demonstrate(Path(chosen.demonstration), where.host, where.port, ready=ready,
                        progress=Building(tongue), beside=beside)  # fmt: skip
    except DemonstrationServed as served:
        raise Refused("web.demonstration_served", {"path": served.path}, served.path) from served
    except SecretNotKept as closed:
        raise Refused("web.secret", {"path": closed.path}, closed.path) from closed
    except SkinError as bare:
        raise Refused(bare.code, bare.holes, "SORTIE_SKIN") from bare
    except SortieError as error:
        raise _told(error, tongue) from error


def _administrator(email: str, url: str | None, tongue: Tongue) -> int:
    from sortie.web import AccountsError, SecretNotKept, SkinError, administrator

    try:
        code = administrator(email, url=url)
    except SecretNotKept as closed:
        raise Refused("web.secret", {"path": closed.path}, closed.path) from closed
    except SkinError as bare:
        raise Refused(bare.code, bare.holes, "SORTIE_SKIN") from bare
    except AccountsError as refused:
        raise Refused("web.bad_email", {"email": email}, "--administrator") from refused
    except SortieError as error:
        raise _told(error, tongue) from error
    sys.stdout.write(f"{tongue.say('web.hand_over', email=email, code=code)}\n")
    return 0


def _told(error: SortieError, tongue: Tongue) -> Told:
    refusals = tuple(told(error, Speaker(tongue, Clock(tongue, ZONE))))
    return Told(refusals, broken=is_a_fault_of_the_machine(error))
