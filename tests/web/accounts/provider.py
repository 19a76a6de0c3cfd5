"""Another provider on this machine: it signs what it says, and says what a test makes it say."""

import json
import threading
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "sortie", "a secret between two servers"
Claims = dict[str, Any]


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


KEY, OTHER_KEY = new_key(), new_key()


def unchanged(said: Claims) -> Claims:
    return said


@dataclass
class FakeProvider:
    """What it says of one person; ``of_token`` and ``of_userinfo`` twist it.

    ``grants`` are the codes it gave, with the nonce and the proof that each was asked with.
    """

    issuer: str = ""
    sub: str = "sub-1"
    email: str = "someone@example.org"
    acr: str = "eidas1"
    key: rsa.RSAPrivateKey = KEY
    algorithm: str = "RS256"
    plain_userinfo: bool = False
    of_token: Callable[[Claims], Claims] = unchanged
    of_userinfo: Callable[[Claims], Claims] = unchanged
    grants: dict[str, tuple[str, str]] = field(default_factory=dict)
    answers: dict[str, tuple[int, str, str]] = field(default_factory=dict)

    def allow(self, asked: dict[str, list[str]]) -> str:
        """Sign the person in, and return the code to go back with."""
        assert asked["response_type"] == ["code"]
        assert asked["code_challenge_method"] == ["S256"]
        code = f"code-{len(self.grants)}"
        self.grants[code] = (asked["nonce"][0], asked["code_challenge"][0])
        return code

    def token(self, form: dict[str, list[str]]) -> tuple[int, str, str]:
        """Answer with tokens, once a code, to the one who asked for it."""
        nonce, challenge = self.grants.pop(form.get("code", [""])[0], ("", ""))
        proof = sha256(form.get("code_verifier", [""])[0].encode()).digest()
        same = urlsafe_b64encode(proof).rstrip(b"=").decode() == challenge
        if not same or form.get("client_secret") != [SECRET]:
            return 400, "application/json", '{"error": "invalid_grant"}'
        said = self.of_token({**self._bounds(), "nonce": nonce, "acr": self.acr})
        tokens = {"access_token": "a", "id_token": self._signed(said), "token_type": "Bearer"}
        return 200, "application/json", json.dumps(tokens)

    def userinfo(self) -> tuple[int, str, str]:
        said = self.of_userinfo({
            **self._bounds(), "email": self.email, "given_name": "Ada", "usual_name": "Nobody",
            "siret": "1",
        })  # fmt: skip
        if self.plain_userinfo:
            return 200, "application/json", json.dumps({**said, "iat": 0, "exp": 0})
        return 200, "application/jwt", self._signed(said)

    def jwks(self) -> tuple[int, str, str]:
        public = jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True)
        return (
            200,
            "application/json",
            json.dumps({"keys": [{**public, "kid": "k", "alg": "RS256"}]}),
        )

    def _bounds(self) -> Claims:
        now = datetime.now(UTC)
        return {"iss": self.issuer, "aud": CLIENT, "sub": self.sub, "iat": now,
                "exp": now + timedelta(minutes=1)}  # fmt: skip

    def _signed(self, said: Claims) -> str:
        key: Any = self.key if self.algorithm == "RS256" else "x" * 32
        if self.algorithm == "none":
            key = None
        return jwt.encode(said, key, self.algorithm, headers={"kid": "k"})

    def answer(self, path: str, form: dict[str, list[str]]) -> tuple[int, str, str]:
        """Return the status, the kind and the text of an answer."""
        if path in self.answers:
            return self.answers[path]
        found = {"/token": lambda: self.token(form), "/userinfo": self.userinfo,
                 "/jwks": self.jwks}.get(path)  # fmt: skip
        return found() if found is not None else (404, "text/plain", "")


@contextmanager
def provided() -> Iterator[FakeProvider]:
    """Run the provider on a free port of this machine."""
    fake = FakeProvider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer({})

        def do_POST(self) -> None:
            size = int(self.headers.get("Content-Length", 0))
            self._answer(parse_qs(self.rfile.read(size).decode()))

        def _answer(self, form: dict[str, list[str]]) -> None:
            status, kind, text = fake.answer(self.path, form)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    fake.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
