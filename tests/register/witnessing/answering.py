"""A peer on this machine that answers as it is told, to see what each answer does to us."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread


@dataclass
class Peer:
    """What it will answer, in turn, and what it was asked."""

    address: str = ""
    answers: list[tuple[int, bytes]] = field(default_factory=list)
    asked: list[tuple[str, bytes]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)


@contextmanager
def a_peer(*answers: tuple[int, bytes]) -> Iterator[Peer]:
    peer = Peer(answers=list(answers))

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            peer.asked.append((self.path, self.rfile.read(length)))
            peer.kinds += self.headers.get_all("Content-Type", [])
            status, body = peer.answers.pop(0)
            self.send_response(status)
            if status in {301, 307}:
                self.send_header("Location", f"{peer.address}/elsewhere")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  its own name
            pass

    with HTTPServer(("127.0.0.1", 0), Answering) as server:
        peer.address = f"http://127.0.0.1:{server.server_port}"
        serving = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        serving.start()
        try:
            yield peer
        finally:
            server.shutdown()
            serving.join()
