"""The proxy that stands before a site: one port that speaks HTTPS, and HTTP to those who ask so."""

import datetime as dt
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_TLS = b"\x16"


def certify(folder: Path) -> Path:
    """Write a certificate for this machine alone, its key in the same file; return the file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    kept = folder / "certificate.pem"
    pem = serialization.Encoding.PEM
    kept.write_bytes(made.public_bytes(pem) + key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ))  # fmt: skip
    return kept


@contextmanager
def proxied(behind: int, certificate: Path) -> Iterator[int]:
    """Stand before a port of this machine, and give the port that answers both ways."""
    secured = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secured.load_cert_chain(certificate)
    with socket.create_server(("127.0.0.1", 0)) as door:
        threading.Thread(target=_welcome, args=(door, behind, secured), daemon=True).start()
        yield int(door.getsockname()[1])


def _welcome(door: socket.socket, behind: int, secured: ssl.SSLContext) -> None:
    while True:
        try:
            arrived, _ = door.accept()
        except OSError:
            return
        threading.Thread(target=_relay, args=(arrived, behind, secured), daemon=True).start()


def _relay(arrived: socket.socket, behind: int, secured: ssl.SSLContext) -> None:
    """Pass one request on, saying how it came, and its answer back."""
    scheme = "https" if arrived.recv(1, socket.MSG_PEEK) == _TLS else "http"
    with secured.wrap_socket(arrived, server_side=True) if scheme == "https" else arrived as asked:
        request = b""
        while b"\r\n\r\n" not in request and (part := asked.recv(65_536)):
            request += part
        first, _, rest = request.partition(b"\r\n")
        said = f"X-Forwarded-Proto: {scheme}\r\nX-Forwarded-For: 127.0.0.1\r\nConnection: close"
        kept = b"\r\n".join(
            line for line in rest.split(b"\r\n") if not line.lower().startswith(b"connection:")
        )
        with socket.create_connection(("127.0.0.1", behind)) as site:
            site.sendall(first + b"\r\n" + said.encode() + b"\r\n" + kept)
            while part := site.recv(65_536):
                asked.sendall(part)
