"""The one base of every error a person can act on.

SortieError
├── days.DaysError
├── texts.TextsError
├── rules.RulesError
├── facts.FactsError
├── law.LawError
├── casework.CaseworkError
├── register.RegisterError
└── store.StoreError
"""

from typing import ClassVar


class SortieError(Exception):
    """A refusal with a stable dotted code; the sentence is written at the door."""

    code: ClassVar[str] = "sortie"
