"""``sortie register fsck FOLDER``: a published register read again, by anyone."""

import json
import sys
from argparse import Namespace
from pathlib import Path

from sortie import register
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.refusals import BROKEN, Refused
from sortie.cli.register.refusing import said_of
from sortie.cli.register.trusting import trusted
from sortie.words import Tongue


def fsck(chosen: Namespace, tongue: Tongue) -> int:
    """Hash every published entry again, up to the signed root. Returns 1 when anything is wrong.

    Raises:   Refused: nothing is trusted, or nothing is published there
              register.RegisterError: the checkpoint does not read, or nobody trusted signed it
    """
    trust, folder = trusted(chosen, tongue), Path(chosen.folder)
    raw = register.published_checkpoint(folder)
    if raw is None:
        raise Refused("cli.register.not_published", {"path": chosen.folder}, chosen.folder)
    signed = register.read_checkpoint(register.decoded(raw))
    found = signed.checkpoint
    named = [vkey for vkey in trust.vkeys if vkey.name == found.origin]
    signed.of_origin(found.origin if named else trust.vkeys[0].name).verified_by(named)
    trust.policy.check(signed)
    faults = [
        said_of(each, tongue)
        for each in register.tile_faults(folder, size=found.size, root=found.root)
    ]
    if chosen.json:
        written = {"format": "sortie/published@1", "origin": found.origin, "size": found.size,
                   "faults": [each.written() for each in faults]}  # fmt: skip
        sys.stdout.write(json.dumps(written, ensure_ascii=False, indent=2) + "\n")
        return BROKEN if faults else 0
    page = Page()
    page.text(tongue.say("register.fsck.published", size=found.size, origin=found.origin))
    for each in faults:
        page.item("✗", each.message, style="closed")
    fine = tongue.say("register.fsck.fine")
    page.text(
        tongue.count("register.fsck.faults", len(faults), count=len(faults)) if faults else fine
    )
    show(page)
    return BROKEN if faults else 0
