"""``erase``: a person, for ever; said first, done with ``--for-real`` only."""

import secrets

from sortie import office, register, store
from sortie.cli.office.bench import Bench, actor_of
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.refusals import Refused, SeveralRefused


def erase(bench: Bench) -> int:
    """Erase a person, or say what would be erased."""
    person = bench.chosen.person
    _check(bench)
    if not bench.chosen.for_real:
        return _dry(bench, office.sealing.to_erase(person))
    bench.key = bench.chosen.key or secrets.token_hex(8)
    command = office.Command(key=bench.key, by=actor_of(bench.chosen.actor), at=bench.at)
    try:
        answer = office.sealing.erase(command, person, bench.chosen.basis)
    except register.EntryFieldWrong as wrong:
        basis = bench.chosen.basis
        raise Refused("cli.register.bad_basis", {"read": basis}, "--basis") from wrong
    return _done(bench, answer)


def _check(bench: Bench) -> None:
    """Refuse all that was typed wrong at once.

    Raises:   SeveralRefused
    """
    chosen, refused = bench.chosen, []
    if not chosen.basis:
        refused.append(Refused("cli.register.basis_missing", {}, "--basis"))
    if chosen.for_real and not chosen.actor:
        refused.append(Refused("cli.register.actor_missing", {}, "--as"))
    try:
        if chosen.actor:
            actor_of(chosen.actor)
    except Refused as error:
        refused.append(error)
    if refused:
        raise SeveralRefused(tuple(refused))


def _dry(bench: Bench, found: office.sealing.ToErase) -> int:
    if bench.chosen.json:
        return bench.write({"format": "sortie/trial@1", "command": "erase",
                            "person": found.person, "cases": list(found.cases)})  # fmt: skip
    page, say = Page(), bench.tongue.say
    page.text(say("register.erase.dry", person=found.person))
    if found.cases:
        page.text(say("register.erase.cases", cases=", ".join(found.cases)))
    show(page)
    return 0


def _done(bench: Bench, answer: store.Json) -> int:
    indices = answer["indices"]
    if bench.chosen.json:
        return bench.write({"format": "sortie/erased@1", **answer, "key": bench.key})
    page, tongue = Page(), bench.tongue
    count = len(indices)
    page.text(tongue.count("register.erase.done", count, count=count, person=answer["subject"]))
    page.text(tongue.say("register.erase.proofs"))
    page.text(tongue.say("register.erase.copies"))
    if not bench.chosen.key:
        page.text(tongue.say("done.key", key=bench.key))
    show(page)
    return 0
