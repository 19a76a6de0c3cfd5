"""What a program asks, as an operation reads it: in whose name, when, why, and how far it may."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from sortie import office
from sortie.api.asking.headers import KEY, MATCH, REASON, Expected, key_in, reason_in, version_in
from sortie.api.problems import Kind, Stopped
from sortie.web import authority
from sortie.web.authority import Answer, OpenedCase, OpenedPerson
from sortie.web.frame import Asked, noted, page_tongue
from sortie.web.tokens import wide_enough
from sortie.words import Clock

HEADERS = (KEY, MATCH, REASON)
# A sign that no id holds, and that not every database takes.
_NOBODYS = "\0"


@dataclass(slots=True, kw_only=True)
class Called(Asked):
    """One call under way. ``scope`` is that of its token; empty for who showed none."""

    scope: str = ""
    why: str = ""

    @property
    def reason(self) -> str:
        """Why this is looked at, as the program says it on behalf of who asks."""
        return self.why

    def say_why(self) -> None:
        """Take the reason that the call bears.

        Raises:   Stopped: it is longer than anyone reads
        """
        self.why = reason_in(self.request)

    def needs(self, scope: str) -> None:
        """Go on only with a token that reaches this far.

        Raises:   Stopped: whatever is asked about, there or not
        """
        if not wide_enough(self.scope, scope):
            raise Stopped(Kind.TOO_NARROW)

    def case(self, case_id: str, action: str = "case.see") -> OpenedCase:
        """Open a case for an action, and write the consultation down.

        Raises:   office.NoSuchCase: there is none, or it is not theirs to know that there is one
                  ReasonWanted
        """
        if _NOBODYS in case_id:
            raise office.NoSuchCase(case_id)
        found = authority.open_case(self.acting, case_id, self.at, action, reason=self.reason)
        self.settle(found.shown.case.where)
        noted(self, action, found)
        return found

    def person(self, person_id: str, action: str = "person.see") -> OpenedPerson:
        """Open a person for an action, and write the consultation down.

        Raises:   office.NoSuchPerson: there is none, or it is not theirs to know that there is one
                  ReasonWanted
        """
        if _NOBODYS in person_id:
            raise office.NoSuchPerson(person_id)
        found = authority.open_person(self.acting, person_id, action, reason=self.reason)
        self.settle(found.record.territory or found.record.prison)
        noted(self, action, found)
        return found

    def must_be_theirs(self, opened: OpenedCase, verb: str) -> None:
        """Go on only with an act that the table gives to who asks, on a case they see.

        Raises:   Stopped
        """
        told = authority.answer_to(self.acting, opened.sight.theirs, verb)
        if told is Answer.NO or self.acting.actor is None:
            raise Stopped(Kind.NOT_YOURS_TO_DO)
        if told is Answer.WITH_REASON and not self.reason:
            raise Stopped(Kind.REASON_WANTED)

    def command_key(self) -> str:
        """Return the key of the command: one that no other account shares.

        Raises:   Stopped: none came, or it cannot be one
        """
        self.key = key_in(self.request)
        return f"api/{self.acting.account}/{self.key}"

    def expected(self) -> Expected:
        """Return which version of the case its author had before them.

        Raises:   Stopped: it is not said, or cannot be read
        """
        return version_in(self.request)


def called_by(request: HttpRequest) -> Called:
    """Return what a request asks, once whoever shows a token is known."""
    at: datetime = request.at  # type: ignore[attr-defined]
    tongue = getattr(request, "tongue", None) or page_tongue("fr")
    bearer = getattr(request, "auth", None)
    found = Called(
        tongue=tongue,
        clock=Clock(tongue),
        looked_at=at,
        request=request,  # type: ignore[arg-type]
        acting=bearer.acting if bearer is not None else authority.NOBODY,
        at=at,
        scope=bearer.scope if bearer is not None else "",
    )
    found.settle(found.acting.of)
    return found
