"""What the office refuses, in the words of a page: nobody here types a command."""

import re
from collections.abc import Iterator

from sortie import office
from sortie.errors import SortieError
from sortie.words.office import Speaker, told

# What the sentences of the office say for who types commands, in brackets.
_TYPED = re.compile(
    r" \((?:option --as|show|list|people|outbox|despite|obstacle|urgent|"
    + "|".join(office.VERBS)
    + r")\)"
)


def refusals(error: SortieError, speaker: Speaker) -> Iterator[str]:
    """Yield what a refusal says, in whole sentences."""
    for each in told(error, speaker):
        key = f"web.{each.code}"
        if key in speaker.tongue.sentences:
            yield speaker.tongue.say(key)
        else:
            yield speaker.tongue.spaced(plainly(each.message))


def plainly(sentence: str) -> str:
    """Return a sentence of the office without the command that it names in brackets."""
    return _TYPED.sub("", sentence)
