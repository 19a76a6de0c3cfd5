"""``sortie register verify``: receipts checked here and now, with no database and no network."""

import json
import re
import sys
from argparse import Namespace
from typing import Any
from zoneinfo import available_timezones

from sortie import days, register
from sortie.cli.opening import bytes_of
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.refusals import Refused, Told, said
from sortie.cli.register.receipts.pages import receipt_page, written_receipt
from sortie.cli.register.refusing import said_of
from sortie.cli.register.trusting import Trust, trusted
from sortie.words import Said, Tongue

# What a QR code says: an address or nothing, then the receipt in capital letters and digits.
_CODE = re.compile(rb"\s*[^\s#]*#([A-Z2-7]+)\s*")


def verify(chosen: Namespace, tongue: Tongue) -> int:
    """Say of each receipt what it proves, and what it does not; those refused come at the end.

    Raises:   Told: the receipts that are not true, or do not read; Refused: no such zone
    """
    if chosen.zone and chosen.zone not in available_timezones():
        raise Refused(days.UnknownZone.code, {"zone": chosen.zone}, "--zone")
    trust = trusted(chosen, tongue)
    checked: list[tuple[str, register.CheckedReceipt]] = []
    refusals: list[Said] = []
    for path in chosen.file:
        try:
            checked.append((path, _checked(path, trust)))
        except register.RegisterError as error:
            refusals.append(_of_file(said_of(error, tongue, path), chosen.file))
        except Refused as error:
            refusals += said(error, tongue)
    if checked and chosen.json:
        _write([written_receipt(path, each) for path, each in checked])
    elif checked:
        show(_page(checked, chosen, tongue))
    if refusals:
        raise Told(tuple(refusals), broken=False)
    return 0


def _checked(path: str, trust: Trust) -> register.CheckedReceipt:
    raw = bytes_of(path)
    code = _CODE.fullmatch(raw)
    if code:
        raw = register.unfolded(code[1].decode()).written().encode()
    return register.check_receipt(raw, vkeys=trust.vkeys, policy=trust.policy)


def _of_file(refusal: Said, files: list[str]) -> Said:
    if len(files) == 1:
        return refusal
    return Said(refusal.code, refusal.path, f"{refusal.path}: {refusal.message}")


def _page(
    checked: list[tuple[str, register.CheckedReceipt]], chosen: Namespace, tongue: Tongue
) -> Page:
    page = Page()
    for path, each in checked:
        if len(chosen.file) > 1:
            page.title(tongue.say("register.verify.file", file=path), style="mark")
        receipt_page(page, each, tongue, chosen.zone)
    return page


def _write(receipts: list[dict[str, Any]]) -> None:
    written = {"format": "sortie/verified@1", "receipts": receipts}
    sys.stdout.write(json.dumps(written, ensure_ascii=False, indent=2) + "\n")
