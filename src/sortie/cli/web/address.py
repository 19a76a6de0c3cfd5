"""Where to listen: the address typed, or a free port where nobody asked for one."""

import socket
from argparse import Namespace
from dataclasses import dataclass

from sortie.cli.refusals import Refused

_PORT, _PORTS = "8000", 65_535


@dataclass(frozen=True, slots=True)
class Address:
    """A host and a port, written as a browser takes them."""

    host: str
    port: int

    def __str__(self) -> str:
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{shown}:{self.port}/"


def address_of(chosen: Namespace) -> Address:
    """Return where to listen: for a check, any port that is free unless one was asked for.

    Raises:   Refused: no port, or one that is taken: said before the whole site is loaded
    """
    if chosen.check and chosen.port is None:
        return Address(chosen.host, _bound(chosen.host, 0))
    port = number(chosen.port or _PORT, "--port", _PORTS)
    try:
        return Address(chosen.host, _bound(chosen.host, port))
    except OSError as taken:
        holes = {"host": chosen.host, "port": str(port)}
        raise Refused("web.taken", holes, "--port") from taken


def number(typed: str, option: str, most: int) -> int:
    """Return the number typed.

    Raises:   Refused: it is none, or not from 1 to ``most``
    """
    if not (typed.isascii() and typed.isdecimal() and 1 <= int(typed) <= most):
        raise Refused("web.bad_port", {"option": option, "read": typed, "most": str(most)}, option)
    return int(typed)


def _bound(host: str, port: int) -> int:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))
        return int(probe.getsockname()[1])
