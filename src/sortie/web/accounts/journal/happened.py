"""What happens to an account is written down before its author is answered."""

import json
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from sortie.web.accounts.models import Happening
from sortie.web.accounts.models.accounts import address_of
from sortie.web.accounts.sealing import digest
from sortie.web.authority import NOBODY, Acting


class Kind(StrEnum):
    """What can happen."""

    PASSWORD_TRIED = "password_tried"  # noqa: S105 (the name of an event)
    PASSWORD_PASSED = "password_passed"  # noqa: S105
    FACTOR_TRIED = "factor_tried"
    FACTOR_PASSED = "factor_passed"
    SET_UP_TRIED = "set_up_tried"
    HELD_BACK = "held_back"
    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    POST_CHOSEN = "post_chosen"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105
    FACTOR_ADDED = "factor_added"
    FACTOR_REMOVED = "factor_removed"
    RECOVERY_CODES_MADE = "recovery_codes_made"
    ACCOUNT_OPENED = "account_opened"
    ACCOUNT_CLOSED = "account_closed"
    ACCOUNT_REOPENED = "account_reopened"
    SET_UP_ISSUED = "set_up_issued"
    POST_GIVEN = "post_given"
    POST_ENDED = "post_ended"
    PLACE_RECORDED = "place_recorded"
    ASSIGNED = "assigned"
    UNASSIGNED = "unassigned"
    PROVIDER_REFUSED = "provider_refused"
    ARRIVED = "arrived"
    ARRIVAL_LINKED = "arrival_linked"
    TOKEN_MADE = "token_made"  # noqa: S105
    TOKEN_ENDED = "token_ended"  # noqa: S105


def happened(
    kind: Kind,
    at: datetime,
    *,
    account: str = "",
    by: Acting = NOBODY,
    typed: tuple[str, str] = ("", ""),
    facts: Mapping[str, str] | None = None,
) -> None:
    """Write down what happened to an account, and who did it if it was not its owner.

    ``typed`` is what was typed to sign in, and from which network address. The trap: it may be
    anything, a password in the wrong field for one, so that its digest alone is kept.
    """
    name, address = typed
    Happening.objects.create(
        at=at,
        kind=kind.value,
        account=account,
        name=digest_of_name(name),
        address=address,
        by=by.account,
        post=by.post,
        facts=json.dumps(facts or {}, ensure_ascii=False, sort_keys=True),
    )


def digest_of_name(typed: str) -> str:
    """Return what stands for a name typed to sign in; without one, nothing."""
    if not typed:
        return ""
    return digest(address_of(typed), "name")
