"""``sortie web``: the office in a browser."""

import socket
import sys
from argparse import Namespace

from sortie.cli.refusals import Refused, Told
from sortie.errors import SortieError
from sortie.words import ZONE, Clock, Tongue
from sortie.words.office import Speaker, is_a_fault_of_the_machine, told

_PORTS, _PROCESSES = 65_535, 64


def web(chosen: Namespace, tongue: Tongue) -> int:
    """Serve the pages until stopped, or make an administrator and say the code they are handed.

    Raises:   Refused: no number, a port already taken; Told: the store cannot be used
    """
    if chosen.administrator is not None:
        return _administrator(chosen.administrator, chosen.database, tongue)
    host, port = chosen.host, _number(chosen.port, "--port", _PORTS)
    processes = _number(chosen.processes, "--processes", _PROCESSES)
    _check_free(host, port)
    # The whole site is heavy to load, and only this command wants it.
    from sortie.web import SecretNotKept, serve

    shown = f"[{host}]" if ":" in host else host

    def ready() -> None:
        lines = (tongue.say("web.listening", address=f"http://{shown}:{port}/"),
                 tongue.say("web.stop"))  # fmt: skip
        sys.stdout.writelines(f"{line}\n" for line in lines)
        sys.stdout.flush()

    try:
        serve(host, port, ready=ready, url=chosen.database, processes=processes)
    except SecretNotKept as closed:
        raise Refused("web.secret", {"path": closed.path}, closed.path) from closed
    except SortieError as error:
        refusals = tuple(told(error, Speaker(tongue, Clock(tongue, ZONE))))
        raise Told(refusals, broken=is_a_fault_of_the_machine(error)) from error
    return 0


def _administrator(email: str, url: str | None, tongue: Tongue) -> int:
    from sortie.web import AccountsError, SecretNotKept, administrator

    try:
        code = administrator(email, url=url)
    except SecretNotKept as closed:
        raise Refused("web.secret", {"path": closed.path}, closed.path) from closed
    except AccountsError as refused:
        raise Refused("web.bad_email", {"email": email}, "--administrator") from refused
    except SortieError as error:
        refusals = tuple(told(error, Speaker(tongue, Clock(tongue, ZONE))))
        raise Told(refusals, broken=is_a_fault_of_the_machine(error)) from error
    sys.stdout.write(f"{tongue.say('web.hand_over', email=email, code=code)}\n")
    return 0


def _number(typed: str, option: str, most: int) -> int:
    if not (typed.isascii() and typed.isdecimal() and 1 <= int(typed) <= most):
        raise Refused("web.bad_port", {"option": option, "read": typed, "most": str(most)}, option)
    return int(typed)


def _check_free(host: str, port: int) -> None:
    """Say at once that someone else listens there, rather than after the whole site is loaded."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as taken:
            raise Refused("web.taken", {"host": host, "port": str(port)}, "--port") from taken
