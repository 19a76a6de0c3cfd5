"""``init``, ``checkpoint``, ``rotate``, ``keys``: the keys of the register, and what they sign."""

import sys
from collections.abc import Iterable

from sortie import office, register
from sortie.cli.office.bench import Bench
from sortie.cli.office.running import near
from sortie.cli.page import Page
from sortie.cli.paint import show


def init(bench: Bench) -> int:
    """Make the keys of the register for real, or say what would be made."""
    origin, folder = bench.chosen.origin, near(office.sealing.signing_folder())
    if not bench.chosen.for_real:
        office.sealing.check_beginning(origin)
        return _said(bench, "register.init.dry", origin=origin, folder=folder)
    made = office.sealing.begin(origin)
    if bench.chosen.json:
        return bench.write({"format": "sortie/register@1", "origin": made.origin,
                            "keys": [vkey.text() for vkey in made.vkeys]})  # fmt: skip
    page, say = Page(), bench.tongue.say
    page.text(say("register.init.done", origin=made.origin, folder=folder))
    page.text(say("register.init.copy"))
    _public(page, made.vkeys, bench)
    page.blank()
    page.text(say("register.no_witness"))
    show(page)
    return 0


def checkpoint(bench: Bench) -> int:
    """Sign the register as it stands."""
    signed = office.sealing.checkpoint(bench.at)
    text, size = signed.checkpoint.text, signed.checkpoint.size
    if bench.chosen.json:
        return bench.write({"format": "sortie/checkpoint@1", "size": size, "new": signed.is_new,
                            "checkpoint": text})  # fmt: skip
    origin = register.read_checkpoint(text).checkpoint.origin
    page = Page()
    if signed.is_new:
        page.text(bench.tongue.count("register.checkpoint", size, count=size, origin=origin))
    else:
        page.text(bench.tongue.count("register.checkpoint.same", size, count=size))
    show(page)
    return 0


def keys(bench: Bench) -> int:
    """Write the public keys as a policy file, for whoever verifies."""
    policy = office.sealing.own_policy()
    if bench.chosen.json:
        return bench.write({"format": "sortie/keys@1", "policy": policy})
    sys.stdout.write(policy)
    return 0


def rotate(bench: Bench) -> int:
    """Add a pair of keys beside the old one, or retire the old one; or say what would be done."""
    sealing, for_real = office.sealing, bench.chosen.for_real
    if bench.chosen.retire:
        number = sealing.to_retire()
        if not for_real:
            return _said(bench, "register.retire.dry", number=number)
        return _changed(bench, sealing.retire(bench.at), "register.retire.done")
    sealing.check_rotation()
    if not for_real:
        return _said(bench, "register.rotate.dry")
    return _changed(bench, sealing.rotate(bench.at), "register.rotate.done")


def _changed(bench: Bench, held: register.Keys, key: str) -> int:
    signing = [vkey for pair in held.signing for vkey in pair.vkeys]
    if bench.chosen.json:
        return bench.write({"format": "sortie/register@1", "origin": held.origin,
                            "keys": [vkey.text() for vkey in signing]})  # fmt: skip
    page = Page()
    page.text(bench.tongue.say(key))
    _public(page, signing, bench)
    show(page)
    return 0


def _said(bench: Bench, key: str, **holes: object) -> int:
    if bench.chosen.json:
        return bench.write({"format": "sortie/trial@1", "command": bench.chosen.register_command})
    page = Page()
    page.text(bench.tongue.say(key, **holes))
    show(page)
    return 0


def _public(page: Page, vkeys: Iterable[register.VKey], bench: Bench) -> None:
    """Write the keys short enough to be copied by hand, whole and on one line each."""
    page.blank()
    page.text(bench.tongue.say("register.keys.public"))
    for vkey in vkeys:
        if vkey.kind is register.Kind.ED25519:
            page.raw((vkey.text(), ""))
    page.text(bench.tongue.say("register.keys.all"))
