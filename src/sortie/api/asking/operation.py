"""One thing that a program may ask for, declared once: its address, its action, its shapes."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from sortie.api.asking.called import Called, called_by
from sortie.api.asking.strictness import unknown_parameters
from sortie.api.problems import Kind, Stopped, problem_of
from sortie.errors import SortieError
from sortie.web.authority import ANYONE as ROLE_OF_ANYONE
from sortie.web.authority import may
from sortie.web.frame import reaches

OPEN_TO_ANYONE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One address and one method.

    ``action`` is a row of ``authority/actions.csv``, asked before ``does`` is called. ``scope`` is
    that which a token must have; without one, anyone is answered. ``opens`` says that ``does``
    opens a case or a person itself, so that whose it is decides. ``headers`` are those it reads.
    """

    name: str
    method: str
    route: str
    action: str
    scope: str
    does: Callable[..., Any]
    gives: Mapping[int, Any]
    opens: bool = False
    headers: tuple[str, ...] = ()
    refuses: tuple[Kind, ...] = ()
    media: str = "application/json"

    @property
    def family(self) -> str:
        """The part of the office it belongs to: what its address begins with."""
        return self.route.strip("/").partition("/")[0]

    def view(self) -> Callable[..., Any]:
        """Return what the router calls: the gate, then the operation, then its refusals."""

        taken = list(inspect.signature(self.does).parameters.values())[1:]

        def answer(request: HttpRequest, **values: Any) -> Any:
            called = called_by(request)
            try:
                called.say_why()
                unknown_parameters(request, taken)
                self._let_in(called)
                return self.does(called, **values)
            except SortieError as error:
                return problem_of(error, called)

        first = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD)
        answer.__signature__ = inspect.Signature([first, *taken])  # type: ignore[attr-defined]
        answer.__name__ = self.name
        return answer

    def _let_in(self, called: Called) -> None:
        """Go on only for whoever the table lets ask this.

        Raises:   Stopped
        """
        if self.scope:
            called.needs(self.scope)
        if not self.opens and not reaches(called, self.action):
            raise Stopped(Kind.NOT_THERE)

    def is_open(self) -> bool:
        """Whether the table itself answers anyone."""
        return may(ROLE_OF_ANYONE, "none", self.action)
