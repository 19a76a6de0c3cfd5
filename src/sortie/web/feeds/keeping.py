"""Making a private address, finding whose it is, ending it."""

import hmac
import uuid
from datetime import datetime
from functools import cache

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import transaction

from sortie.web.authority import Acting
from sortie.web.feeds.models import Feed


def running(acting: Acting) -> Feed | None:
    """Return the private address of a post, if it has one."""
    return Feed.objects.filter(account=acting.account, post=acting.post, ended_at=None).first()


def make(acting: Acting, language: str, at: datetime) -> Feed:
    """Return a new private address for a post; the one before stops at once."""
    with transaction.atomic():
        end(acting, at)
        return Feed.objects.create(
            account=acting.account, post=acting.post, language=language, made_at=at
        )


def end(acting: Acting, at: datetime) -> None:
    """End the private address of a post."""
    Feed.objects.filter(account=acting.account, post=acting.post, ended_at=None).update(ended_at=at)


def proof_of(feed: Feed) -> str:
    """Return what the address of a feed ends with, and nobody guesses."""
    return hmac.digest(_key(settings.SECRET_KEY), feed.id.bytes, "sha256").hex()


def found(feed_id: str, proof: str) -> Feed | None:
    """Return the feed that an address names; None when it ended, or the proof is another's."""
    try:
        feed = Feed.objects.filter(pk=uuid.UUID(feed_id), ended_at=None).first()
    except ValueError:
        return None
    if feed is None or not hmac.compare_digest(proof_of(feed).encode(), proof.encode()):
        return None
    return feed


@cache
def _key(secret: str) -> bytes:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"sortie/feeds@1")
    return derived.derive(secret.encode())
