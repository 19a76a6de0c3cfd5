"""A receipt in plain words: whether it is true, what it says, what it proves, what it does not."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sortie import register
from sortie.cli.page import Page
from sortie.cli.register.receipts.lines import record_lines
from sortie.words import ZONE, Clock, Tongue

_KINDS = {
    register.Proved.SIGNED_ED25519: register.Kind.ED25519,
    register.Proved.SIGNED_ML_DSA_44: register.Kind.ML_DSA_44,
}


def receipt_page(
    page: Page, checked: register.CheckedReceipt, tongue: Tongue, zone: str | None
) -> None:
    """Write a receipt in which nothing is false. What it says comes before what it proves."""
    clock = Clock(tongue, zone or ZONE)
    opening = checked.receipt.opening
    key = "register.verify.true" if opening is not None else "register.verify.closed"
    page.text(tongue.say(key), style="open")
    page.title(tongue.say("register.verify.record", zone=clock.zone))
    text = checked.receipt.entry.decode() if opening is None else opening.payload
    for indent, line in record_lines(text, clock):
        page.text(line, indent=2 + 2 * indent, hang=2)
    if opening is not None:
        page.text(tongue.say("register.verify.compare"))
    page.title(tongue.say("register.verify.proved"))
    for line in _proved(checked, tongue, clock):
        page.item("✓", line, style="open")
    page.title(tongue.say("register.verify.not_proved"))
    for code in [*(each.value for each in checked.not_proved), "key"]:
        page.item("·", tongue.say(f"not_proved.{code}"))


def _proved(
    checked: register.CheckedReceipt, tongue: Tongue, clock: Clock
) -> Iterator[str]:  # fmt: skip
    for each in checked.proved:
        holes: dict[str, object] = {}
        if each is register.Proved.INCLUDED:
            holes = {"day": tongue.day(checked.entry.day), "origin": checked.checkpoint.origin,
                     "place": checked.receipt.proof.index + 1,
                     "size": checked.checkpoint.size}  # fmt: skip
        elif each in _KINDS:
            kind = _KINDS[each]
            ids = [one.vkey.key_id.hex() for one in checked.signed if one.vkey.kind is kind]
            holes = {"keys": tongue.listed(ids)}
        yield tongue.say(f"proved.{each.value}", **holes)
    for one in checked.cosigned:
        at = clock.say(datetime.fromtimestamp(one.at, UTC))
        yield tongue.say("proved.cosigned", witness=one.witness.name, at=at)


def written_receipt(path: str, checked: register.CheckedReceipt) -> dict[str, Any]:
    """Return a receipt for a program."""
    opening = checked.receipt.opening
    return {
        "file": path,
        "origin": checked.checkpoint.origin,
        "index": checked.receipt.proof.index,
        "size": checked.checkpoint.size,
        "entry": checked.receipt.entry.decode(),
        "payload": None if opening is None else opening.payload,
        "proved": [each.value for each in checked.proved],
        "not_proved": [*(each.value for each in checked.not_proved), "key"],
        "cosigned": [{"witness": one.witness.name, "at": one.at} for one in checked.cosigned],
    }
