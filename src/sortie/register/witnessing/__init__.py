"""Witnesses: whom to believe, how many, and how to ask them."""

from sortie.register.witnessing.client import PATIENCE, body_for, cosigned
from sortie.register.witnessing.errors import (
    BrokenAnswer,
    BrokenPolicy,
    HistoryRefused,
    KeysUnknown,
    NoAddress,
    NoCosignature,
    NotUnderstood,
    OriginUnknown,
    OtherAnswer,
    OtherSize,
    PolicyFault,
    QuorumMissed,
    WitnessAhead,
    WitnessError,
    WitnessingError,
    WitnessUnreachable,
)
from sortie.register.witnessing.policy import NO_ONE, Cosigned, Group, Log, Policy, Witness
from sortie.register.witnessing.policy_file import read_policy

__all__ = [
    "NO_ONE",
    "PATIENCE",
    "BrokenAnswer",
    "BrokenPolicy",
    "Cosigned",
    "Group",
    "HistoryRefused",
    "KeysUnknown",
    "Log",
    "NoAddress",
    "NoCosignature",
    "NotUnderstood",
    "OriginUnknown",
    "OtherAnswer",
    "OtherSize",
    "Policy",
    "PolicyFault",
    "QuorumMissed",
    "Witness",
    "WitnessAhead",
    "WitnessError",
    "WitnessUnreachable",
    "WitnessingError",
    "body_for",
    "cosigned",
    "read_policy",
]
