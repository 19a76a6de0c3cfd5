"""Who asks: an account in one of its posts, and what that post reaches."""

from dataclasses import dataclass

from sortie.casework import Actor, Role
from sortie.web.authority.words import ANYONE, OF_CASEWORK, SIGNED_IN


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """One account acting in one post; without ``account``, anyone at all.

    ``of`` is the place of the post. ``prisons`` and ``courts`` are where it is exercised,
    ``prisons_heard`` those whose people its courts hear, ``appeals_from`` the courts whose orders
    are appealed before it. ``clients`` and ``followed`` are persons, by their ids.
    """

    account: str = ""
    post: str = ""
    role: str = ""
    of: str = ""
    prisons: frozenset[str] = frozenset()
    courts: frozenset[str] = frozenset()
    prisons_heard: frozenset[str] = frozenset()
    appeals_from: frozenset[str] = frozenset()
    clients: frozenset[str] = frozenset()
    followed: frozenset[str] = frozenset()

    @property
    def roles(self) -> tuple[str, ...]:
        """The rows of the table that are theirs: anyone's, those of a post only once it is held."""
        if not self.account:
            return (ANYONE,)
        return (ANYONE, SIGNED_IN, self.role) if self.role else (ANYONE, SIGNED_IN)

    @property
    def actor(self) -> Actor | None:
        """Who acts on a case, as casework knows them; None for a post that never does."""
        if self.role not in OF_CASEWORK:
            return None
        return Actor(self.account, Role(self.role), self.of)


NOBODY = Acting()


def declared_by(person: str, prison: str) -> Actor:
    """Return the person as the author of what they declare at the registry of the prison.

    The trap: only the actions named ``declared.*`` are recorded so, and the consultation log says
    who wrote them down.
    """
    return Actor(person, Role.DETAINED_PERSON, prison)
