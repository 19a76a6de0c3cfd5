"""What the office, casework and the store refuse, in words."""

from sortie.words.office import figures
from sortie.words.office.refused_before import refused_before
from sortie.words.office.refusing import cited, hole, is_a_fault_of_the_machine, objection, told
from sortie.words.office.speaker import Speaker

__all__ = [
    "Speaker",
    "cited",
    "figures",
    "hole",
    "is_a_fault_of_the_machine",
    "objection",
    "refused_before",
    "told",
]
