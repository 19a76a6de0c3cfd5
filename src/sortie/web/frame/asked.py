"""What was asked, as a page reads it: who, when, in which language, by the clock of which place."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from sortie import law
from sortie.casework import Actor
from sortie.web import authority
from sortie.web.authority import NOBODY, Acting, Answer, Matter
from sortie.words import ZONE, Clock, Tongue
from sortie.words.office import Speaker

REASONS = "reasons"


class WebRequest(HttpRequest):
    """A request as the middlewares leave it; ``acting`` is nobody until someone signs in."""

    acting: Acting
    at: datetime
    tongue: Tongue


@dataclass(slots=True, kw_only=True)
class Asked(Speaker):
    """One request under way; ``clock`` is that of the post until another place is known."""

    request: WebRequest
    acting: Acting
    at: datetime

    @property
    def signed_in(self) -> bool:
        """Whether anyone is."""
        return bool(self.acting.account)

    @property
    def actor(self) -> Actor:
        """Who acts on a case; a page that an auditor may open must not ask for it."""
        actor = self.acting.actor
        assert actor is not None  # noqa: S101 (the table lets nobody else in)
        return actor

    @property
    def reason(self) -> str:
        """Why this address is looked at, where its author had to write it."""
        found: str = self.request.session.get(REASONS, {}).get(self.request.path, "")
        return found

    def settle(self, where: str) -> None:
        """Take the clock of a prison or territory."""
        zone = law.france.PROCEDURE.place_of(where).zone if where else ZONE
        self.clock = Clock(self.tongue, zone)

    def say(self, key: str, /, **holes: object) -> str:
        """Return a sentence in the language of the request."""
        return self.tongue.say(key, **holes)

    def label(self, family: str, code: str) -> str:
        """Return what a code of a family is called, as it is printed."""
        return self.tongue.spaced(Speaker.label(self, family, code))

    def may(self, action: str, about: Matter | None = None) -> bool:
        """Whether who is signed in may do this, about that case or person; with a reason or not."""
        return authority.answer(self.acting, action, about=about) is not Answer.NO


def asked_of(request: HttpRequest, tongue: Tongue, at: datetime) -> Asked:
    """Return what a request asks."""
    acting = getattr(request, "acting", NOBODY)
    found = Asked(
        tongue=tongue,
        clock=Clock(tongue),
        looked_at=at,
        request=request,  # type: ignore[arg-type]
        acting=acting,
        at=at,
    )
    found.settle(acting.of)
    return found
