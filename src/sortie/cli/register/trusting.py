"""Whom a verifier trusts: keys typed, a policy file. Never what the receipt itself says."""

from argparse import Namespace
from dataclasses import dataclass

from sortie import register
from sortie.cli.opening import bytes_of
from sortie.cli.refusals import Refused


@dataclass(frozen=True, slots=True)
class Trust:
    """The keys of registers, and the policy; ``names`` are the origins trusted."""

    vkeys: tuple[register.VKey, ...]
    policy: register.Policy


def trusted(chosen: Namespace) -> Trust:
    """Return what was said to be trusted.

    Raises:   Refused: nothing was; register.BrokenVKey, register.BrokenPolicy
    """
    vkeys = [register.VKey.read(typed) for typed in chosen.vkeys]
    policy = register.Policy()
    if chosen.policy is not None:
        policy = register.read_policy(bytes_of(chosen.policy))
    vkeys += [log.vkey for log in policy.logs]
    if not vkeys and chosen.policy is not None:
        raise Refused("cli.register.no_keys_in", {"path": chosen.policy}, chosen.policy)
    if not vkeys:
        raise Refused("cli.register.no_trust", {}, "--key")
    return Trust(tuple(vkeys), policy)
