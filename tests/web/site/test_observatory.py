"""What strangers say of our headers and cookies: the grade that Mozilla's Observatory gives."""

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.browser import NODE
from tests.register.strangers.presence import absent
from tests.web.site.encrypting import certify, proxied
from tests.web.site.test_serving import OUTSIDE, free_port, serving

SCAN = NODE / "observatory.mjs"
# A busy machine may take longer than Mozilla waits for a site.
PATIENT = {"ABORT_TIMEOUT": "60000", "CLIENT_TIMEOUT": "60000"}
SECURE = {"SORTIE_HTTPS": "1", "SORTIE_PROXIES": "1"}


def grade(port: int, path: str, certificate: Path) -> dict[str, object]:
    node = shutil.which("node")
    if node is None or not (NODE / "node_modules/@mdn/mdn-http-observatory").is_dir():
        absent("observatory", "npm ci --ignore-scripts --prefix tests/node")
    done = subprocess.run(
        [node, str(SCAN), str(port), path],
        env={**os.environ, **PATIENT, "NODE_EXTRA_CA_CERTS": str(certificate)},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.mark.loopback
@pytest.mark.parametrize("path", ["/", "/sign-in/"])
def test_mozilla_gives_the_site_its_best_grade(tmp_path: Path, path: str) -> None:
    certificate = certify(tmp_path)
    (tmp_path / "site").mkdir()
    behind = free_port()
    with serving(tmp_path / "site", behind, {**OUTSIDE, **SECURE}) as server:
        assert server.stdout is not None
        assert server.stdout.readline().startswith("The office is open")
        with proxied(behind, certificate) as port:
            found = grade(port, path, certificate)
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=30) == 0

    assert found["failed"] == {}
    assert found["grade"] == "A+"
