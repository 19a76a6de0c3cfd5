"""From the case file to the record that the rules read: nothing is guessed on the way.

What the file does not say is ``Missing``, with the path of the key that would tell. Two keys of
a sentence are read as the committal shows them: a suspended part or a merger that is not typed
is not there (decision record 0007).
"""

from sortie.law.france.from_case.many import custody_of, record_of
from sortie.law.france.from_case.person import Question, person_from

__all__ = ["Question", "custody_of", "person_from", "record_of"]
