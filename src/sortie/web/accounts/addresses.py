"""From which network address a request comes, behind the proxies that the site trusts."""

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """Return the address of who asks.

    The trap: anyone may write what they like in a forwarded address. As many as the site has
    proxies, counted from the end, are theirs; without a proxy none is.
    """
    proxies: int = settings.SORTIE_PROXIES
    forwarded = [each.strip() for each in request.headers.get("X-Forwarded-For", "").split(",")]
    if proxies and len(forwarded) >= proxies and forwarded[-proxies]:
        return forwarded[-proxies]
    return str(request.META.get("REMOTE_ADDR", ""))
