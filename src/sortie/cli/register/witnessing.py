"""``witness``: the last checkpoint, shown to those who watch that the register only grows."""

from sortie import office, register
from sortie.cli.office.bench import Bench
from sortie.cli.opening import bytes_of
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.refusals import BROKEN
from sortie.cli.register.refusing import said_of
from sortie.words import Said
from sortie.words.office import told


def witness(bench: Bench) -> int:
    """Ask every witness of the policy. Returns 1 when too few signed for it."""
    policy = register.read_policy(bytes_of(bench.chosen.policy))
    found = office.sealing.ask_witnesses(policy, bench.at)
    refused = [(name, said) for name, why in found.refused for said in _said(why, bench)]
    status = 0 if found.is_met and (policy.asks_for_witnesses or not refused) else BROKEN
    if bench.chosen.json:
        bench.write({"format": "sortie/witnessed@1", "size": found.size,
                     "cosigned": list(found.cosigned), "met": found.is_met,
                     "refused": [{"witness": name, **each.written()} for name, each in refused],
                     })  # fmt: skip
        return status
    page, say = Page(), bench.tongue.say
    for name in found.cosigned:
        page.item("✓", say("register.witness.cosigned", witness=name), style="open")
    for _, each in refused:
        page.item("✗", each.message, style="closed")
    if not policy.asks_for_witnesses:
        page.text(say("register.witness.none"))
    else:
        key = "register.witness.met" if found.is_met else "register.witness.missed"
        page.text(say(key, size=found.size))
    show(page)
    return status


def _said(why: Exception, bench: Bench) -> list[Said]:
    if isinstance(why, register.RegisterError):
        return [said_of(why, bench.tongue)]
    return list(told(why, bench)) if isinstance(why, office.OfficeError) else []
