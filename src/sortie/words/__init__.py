"""What every door says, in the two languages of the screen: sentences, dates, reasons, refusals.

What the office refuses is told in ``sortie.words.office``: it opens the store, this does not.
"""

from sortie.words.clock import ZONE, Clock, both_of, just_after
from sortie.words.faults import TYPED, Said, of_fault, of_table_fault, said
from sortie.words.reasons import (
    articles,
    cited,
    condition_of,
    leave_name,
    met,
    path_in_words,
    reason,
    sentence_of,
    shown_value,
    typed_path,
    word,
)
from sortie.words.sentences.office import FRENCH_KEYS, HINDRANCE, VERBS
from sortie.words.tongue import LANGUAGES, NARROW, Tongue, is_bound, lowered, raised, tongue

__all__ = [
    "FRENCH_KEYS",
    "HINDRANCE",
    "LANGUAGES",
    "NARROW",
    "TYPED",
    "VERBS",
    "ZONE",
    "Clock",
    "Said",
    "Tongue",
    "articles",
    "both_of",
    "cited",
    "condition_of",
    "is_bound",
    "just_after",
    "leave_name",
    "lowered",
    "met",
    "of_fault",
    "of_table_fault",
    "path_in_words",
    "raised",
    "reason",
    "said",
    "sentence_of",
    "shown_value",
    "tongue",
    "typed_path",
    "word",
]
