"""``fsck``: the whole register of the store, read again from its entries."""

from sortie import office, register
from sortie.cli.office.bench import Bench
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.refusals import BROKEN
from sortie.cli.register.refusing import said_of
from sortie.words import Said
from sortie.words.office import told


def fsck(bench: Bench) -> int:
    """Read everything again. Returns 1 when anything was changed."""
    found = office.sealing.check()
    faults = [(each.index, said) for each in found.faults for said in _said(each, bench)]
    counts = {"size": found.size, "opened": found.opened, "erased": found.erased,
              "checkpoints": found.checkpoints}  # fmt: skip
    if bench.chosen.json:
        written = [{"at": index, **said.written()} for index, said in faults]
        bench.write({"format": "sortie/checked@1", **counts, "faults": written})
        return BROKEN if faults else 0
    page, tongue = Page(), bench.tongue
    page.text(tongue.say("register.fsck.done", **counts))
    for index, said in faults:
        why = said.message
        page.item("✗", tongue.say("register.fsck.fault", index=index, why=why), style="closed")
    fine = tongue.say("register.fsck.fine")
    count = len(faults)
    page.text(tongue.count("register.fsck.faults", count, count=count) if faults else fine)
    show(page)
    return BROKEN if faults else 0


def _said(fault: office.sealing.Fault, bench: Bench) -> list[Said]:
    if isinstance(fault.why, register.RegisterError):
        return [said_of(fault.why, bench.tongue)]
    return list(told(fault.why, bench))
