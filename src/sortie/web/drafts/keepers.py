"""A keeper: the right to save one draft, held by the form itself and good for nothing else.

It lets a form save what is typed in it after its author was signed out: it shows nothing and does
nothing, so that whoever holds it can only write in that one draft.
"""

from dataclasses import dataclass

from django.core import signing

_SALT = "sortie.drafts"
# A form left open over a week-end still keeps what is typed in it.
SECONDS = 4 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Keeper:
    """Whose draft, of which form, about which case or person."""

    account: str
    form: str
    target: str

    def written(self) -> str:
        """Return it signed, to stand in a form."""
        return signing.dumps([self.account, self.form, self.target], salt=_SALT)

    def __str__(self) -> str:
        return f"{self.account}\n{self.form}\n{self.target}"


def read_keeper(text: str) -> Keeper | None:
    """Return the keeper that was signed here and is not too old."""
    try:
        account, form, target = signing.loads(text, salt=_SALT, max_age=SECONDS)
    except (signing.BadSignature, ValueError):
        return None
    return Keeper(account, form, target)
