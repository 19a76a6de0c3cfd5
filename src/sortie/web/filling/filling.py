"""The form of one act on one case, from the first look to the receipt."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from sortie import office
from sortie.web.authority import OpenedCase
from sortie.web.drafts.keepers import Keeper
from sortie.web.filling.beside import beside
from sortie.web.filling.sheet import Body, Sheet
from sortie.web.forms import Typed, form_of
from sortie.web.frame import Asked, back_to


@dataclass(slots=True)
class Filling(Sheet):
    """One form under way; ``back`` is the page that its author is sent back to once it is done."""

    opened: OpenedCase
    back: str = "case"

    @classmethod
    def of(cls, verb: str, opened: OpenedCase, asked: Asked, *, back: str = "case") -> "Filling":
        """Return the form of an act on a case, for who is signed in."""
        keeper = Keeper(asked.acting.account, verb, opened.shown.case_id)
        return cls(asked, form_of(verb, opened, asked), keeper, opened, back)

    def number(self) -> int:
        """Return the number of the last event of the case."""
        return self.opened.shown.case.number

    def done(self, command: office.Command, body: Body) -> HttpResponse:
        """Do the act, and go back with its receipt."""
        case_id = self.opened.shown.case_id
        office.do(self.form.name, command, case_id, body)
        about = {"case_id": case_id} if self.back in OF_A_CASE else {}
        return back_to(self.back, key=command.key, **about)

    def values(self, typed: Typed) -> Mapping[str, Any]:
        """Return the case beside its form, as far as it may be seen."""
        del typed
        return {
            "verb": self.form.name,
            "shown": self.opened.shown,
            "sight": self.opened.sight,
            **beside(self.opened),
        }


# The pages of a case that one may be sent back to.
OF_A_CASE = frozenset(["case", "order", "sitting_file"])
