"""Who was shown what: written down before it is shown, so that nothing is seen without a line."""

from dataclasses import dataclass
from datetime import datetime

from sortie.web.accounts.models import Consultation
from sortie.web.authority import Acting, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What someone is about to be shown, and by which of their relations to it.

    ``kind`` and ``about`` say what: a case, a person, a list at an address. ``person`` is whose
    data it is, where it is one person's.
    """

    action: str
    kind: str
    about: str
    person: str = ""
    relations: frozenset[Relation] = frozenset()
    reason: str = ""


def note_seen(acting: Acting, what: Seen, at: datetime) -> None:
    """Write down a consultation.

    Source:   directive (EU) 2016/680, article 25: date, time, who, why
    """
    Consultation.objects.create(
        at=at,
        account=acting.account,
        post=acting.post,
        role=acting.role,
        place=acting.of,
        action=what.action,
        kind=what.kind,
        about=what.about,
        person=what.person,
        relations=" ".join(sorted(what.relations)),
        reason=what.reason,
    )
