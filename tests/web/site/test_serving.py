"""``sortie web``: a server of its own, on an address that is said, and that stops when asked."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

# What the tests set for themselves is not what an empty folder finds.
OUTSIDE = {name: held for name, held in os.environ.items() if not name.startswith("SORTIE")}
ASK = """
import sys, time, urllib.error, urllib.request
for _ in range(100):
    try:
        answer = urllib.request.urlopen(sys.argv[1])
    except urllib.error.HTTPError as refused:
        answer = refused
    except OSError:
        time.sleep(0.1)
        continue
    print(answer.status, answer.headers["Content-Language"])
    break
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(
    folder: Path, port: int, env: dict[str, str] = OUTSIDE
) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "sortie", "web", "--port", str(port), "--lang", "en"]
    with subprocess.Popen(
        command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        try:
            yield server
        finally:
            server.kill()


def asked(address: str) -> str:
    """Ask from another process: a test opens no connection itself."""
    done = subprocess.run(
        [sys.executable, "-c", ASK, address], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip()


def test_the_office_is_open_in_an_empty_folder_and_stops_when_asked(tmp_path: Path) -> None:
    port = free_port()
    with serving(tmp_path, port) as server:
        assert server.stdout is not None
        assert server.stdout.readline() == f"The office is open: http://127.0.0.1:{port}/\n"

        status, language = asked(f"http://127.0.0.1:{port}/nothing").split()

        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=30) == 0
    assert (status, language) == ("404", "fr")
    kept = {path.name for path in tmp_path.iterdir()}
    assert {"sortie.db", "sortie.secret"} <= kept


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--port", "0"), "“0” is not a number from 1 to 65535."),
        (("--port", "eighty"), "“eighty” is not a number"),
        (("--processes", "65"), "“65” is not a number from 1 to 64."),
        (("--database", "sqlite:///nowhere/at/all.db"), "The secret of the site cannot be kept in"),
        (("--database", "mysql://x"), "“mysql://x” is not the address of a database"),
    ],
)
def test_what_cannot_be_served_is_refused(
    tmp_path: Path, typed: tuple[str, str], said: str
) -> None:
    command = [sys.executable, "-m", "sortie", "web", "--port", str(free_port()), "--lang", "en"]
    done = subprocess.run(
        [*command, *typed],
        cwd=tmp_path,
        env=OUTSIDE,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert done.returncode in (1, 2)
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_said_at_once(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "sortie", "web", "--port", port, "--lang", "en"],
            cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip

    assert done.returncode == 2
    assert f"Port {port} of 127.0.0.1 is already taken." in done.stderr
