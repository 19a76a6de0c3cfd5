"""Whom a verifier trusts: keys typed, a policy file. Never what the receipt itself says."""

from argparse import Namespace
from dataclasses import dataclass

from sortie import register
from sortie.cli.opening import bytes_of
from sortie.cli.refusals import Refused, Told, said
from sortie.cli.register.refusing import said_of
from sortie.words import Said, Tongue


@dataclass(frozen=True, slots=True)
class Trust:
    """The keys of registers, those of the policy too, and the policy."""

    vkeys: tuple[register.VKey, ...]
    policy: register.Policy


def trusted(chosen: Namespace, tongue: Tongue) -> Trust:
    """Return what was said to be trusted.

    Raises:   Told: nothing was, or something of it does not read; all of it at once
    """
    vkeys, refusals = list[register.VKey](), list[Said]()
    policy = register.Policy()
    for typed in chosen.vkeys:
        try:
            vkeys.append(register.VKey.read(typed))
        except register.BrokenVKey as error:
            refusals.append(said_of(error, tongue, "--key"))
    try:
        if chosen.policy is not None:
            policy = register.read_policy(bytes_of(chosen.policy))
    except register.BrokenPolicy as error:
        refusals.append(said_of(error, tongue, chosen.policy))
    except Refused as error:
        refusals += said(error, tongue)
    vkeys += [log.vkey for log in policy.logs]
    if not vkeys and not refusals:
        refusals += said(_nothing(chosen), tongue)
    if refusals:
        raise Told(tuple(refusals), broken=False)
    return Trust(tuple(vkeys), policy)


def _nothing(chosen: Namespace) -> Refused:
    if chosen.policy is None:
        return Refused("cli.register.no_trust", {}, "--key")
    return Refused("cli.register.no_keys_in", {"path": chosen.policy}, chosen.policy)
