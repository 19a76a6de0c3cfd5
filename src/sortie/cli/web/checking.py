"""``--check``: the server asks its own first page once, over HTTP, and is stopped."""

import json
import os
import signal
import sys
import threading
from typing import Any
from urllib.request import ProxyHandler, build_opener

from sortie.words import Tongue

_SECONDS = 60


class Check:
    """What the process that answers found, told to the one that started it.

    The trap: made before the server, whose processes are copies of this one.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self._process = os.getpid()
        self._found, self._finds = os.pipe()

    def is_mine(self) -> bool:
        """Whether this process is the one that began the check."""
        return os.getpid() == self._process

    def begin(self) -> None:
        """Ask in a thread of the process that answers, then stop the server."""
        threading.Thread(target=self._ask, daemon=True).start()

    def _ask(self) -> None:
        # A proxy of this machine has nothing to do with the machine itself.
        opener = build_opener(ProxyHandler({}))
        found: dict[str, Any]
        try:
            with opener.open(self.address, timeout=_SECONDS) as answer:
                found = {"address": answer.url, "size": len(answer.read())}
        except OSError as failed:
            found = {"why": str(failed)}
        os.write(self._finds, json.dumps(found).encode())
        os.kill(os.getppid(), signal.SIGTERM)

    def told(self, tongue: Tongue) -> bool:
        """Say whether the page opened; for a program, status 1 says that it did not."""
        os.close(self._finds)
        with os.fdopen(self._found, "rb") as pipe:
            written = pipe.read()
        found = json.loads(written) if written else {"why": "-"}
        if "why" in found:
            sys.stderr.write(f"{tongue.say('web.does_not_open', why=found['why'])}\n")
            return False
        size, address = str(found["size"]), found["address"]
        sys.stdout.write(f"{tongue.say('web.opens', address=address, size=size)}\n")
        return True
