"""Signing in through another provider (ProConnect, or any that speaks OpenID Connect)."""

from sortie.web.accounts.provider.backend import BACK, Arrived, Provider
from sortie.web.accounts.provider.journey import (
    account_of,
    arrival_of,
    away,
    back,
    begin_linking,
    farewell,
    is_linking,
    is_strong,
    is_there,
    keep_token,
    next_after,
)

__all__ = [
    "BACK",
    "Arrived",
    "Provider",
    "account_of",
    "arrival_of",
    "away",
    "back",
    "begin_linking",
    "farewell",
    "is_linking",
    "is_strong",
    "is_there",
    "keep_token",
    "next_after",
]
