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
from sortie.words.reforms import (
    answer_change_told,
    change_told,
    days_told,
    outcome_told,
    route_change_told,
    rule_told,
    source_told,
    status_told,
    text_told,
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
    "answer_change_told",
    "articles",
    "both_of",
    "change_told",
    "cited",
    "condition_of",
    "days_told",
    "is_bound",
    "just_after",
    "leave_name",
    "lowered",
    "met",
    "of_fault",
    "of_table_fault",
    "outcome_told",
    "path_in_words",
    "raised",
    "reason",
    "route_change_told",
    "rule_told",
    "said",
    "sentence_of",
    "shown_value",
    "source_told",
    "status_told",
    "text_told",
    "tongue",
    "typed_path",
    "word",
]
