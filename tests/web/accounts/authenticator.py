"""A security key made of software: what a browser and the key in it answer to a site."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256, Hash
from fido2.cose import ES256
from fido2.utils import sha256, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

_PRESENT, _WITH_KEY = AuthenticatorData.FLAG.UP, AuthenticatorData.FLAG.AT


@dataclass
class SoftKey:
    """One key pair, and a counter of its signatures."""

    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    id: bytes = field(default_factory=lambda: os.urandom(16))
    counter: int = 0

    def make(self, asked: Mapping[str, Any], origin: str) -> dict[str, Any]:
        """Answer a site that asks for a new key."""
        wanted = asked["publicKey"]
        data = AuthenticatorData.create(
            sha256(wanted["rp"]["id"].encode()), _PRESENT | _WITH_KEY, self.counter,
            AttestedCredentialData.create(
                Aaguid.NONE, self.id, _public(self.key)
            ),
        )  # fmt: skip
        said = CollectedClientData.create("webauthn.create", wanted["challenge"], origin)
        return self._answer(
            clientDataJSON=said, attestationObject=AttestationObject.create("none", data, {})
        )

    def sign(self, asked: Mapping[str, Any], origin: str, host: str) -> dict[str, Any]:
        """Answer a site that asks for a signature."""
        self.counter += 1
        data = AuthenticatorData.create(sha256(host.encode()), _PRESENT, self.counter)
        said = CollectedClientData.create("webauthn.get", asked["publicKey"]["challenge"], origin)
        digest = Hash(SHA256())
        digest.update(said)
        signature = self.key.sign(data + digest.finalize(), ec.ECDSA(SHA256()))
        return self._answer(clientDataJSON=said, authenticatorData=data, signature=signature)

    def _answer(self, **parts: bytes) -> dict[str, Any]:
        name = websafe_encode(self.id)
        response = {name: websafe_encode(each) for name, each in parts.items()}
        return {"id": name, "rawId": name, "type": "public-key", "response": response}


def _public(key: ec.EllipticCurvePrivateKey) -> ES256:
    found: ES256 = ES256.from_cryptography_key(key.public_key())  # type: ignore[no-untyped-call]
    return found
