"""A first refusal, as it was kept, made again so that it is told in the same words."""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from sortie import casework, days, facts, office, store
from sortie.errors import SortieError

Params = Mapping[str, Any]


def refused_before(code: str, params: Params) -> SortieError:
    """Return the refusal of a code with its facts; one that is not known stays as it was kept."""
    made = _MADE.get(code)
    if made is not None:
        return made(params)
    return UnknownRefusal(code, params)


class UnknownRefusal(SortieError):
    """A refusal that this version of the program has no words for."""

    def __init__(self, code: str, params: Params) -> None:
        super().__init__(", ".join(f"{name}={value}" for name, value in params.items()))
        self.code = code  # type: ignore[misc]


def _act(params: Params) -> SortieError:
    objections = tuple(
        casework.Objection(casework.Hindrance(each["code"]), each["holes"], tuple(each["rules"]))
        for each in params["objections"]
    )
    return casework.ActRefused(params["act"], objections)


def _case(params: Params) -> SortieError:
    faults = tuple(
        facts.Fault(
            facts.Cause(each["code"]), each["path"], each["read"], facts.Wanted(each["expected"]),
            each["params"], each["line"],
        )
        for each in params["faults"]
    )  # fmt: skip
    return facts.CaseRefused(faults)


def _hour(kind: type[days.DoubledHour] | type[days.MissingHour]) -> Callable[[Params], SortieError]:
    return lambda params: kind(
        date.fromisoformat(params["day"]), time.fromisoformat(params["clock"]), params["zone"]
    )


def _with_fields(kind: Callable[..., SortieError]) -> Callable[[Params], SortieError]:
    def made(params: Params) -> SortieError:
        return kind(**{name: tuple(value) if isinstance(value, list) else value
                       for name, value in params.items()})  # fmt: skip

    return made


_MADE: Mapping[str, Callable[[Params], SortieError]] = {
    casework.ActRefused.code: _act,
    facts.CaseRefused.code: _case,
    days.DoubledHour.code: _hour(days.DoubledHour),
    days.MissingHour.code: _hour(days.MissingHour),
    **{
        kind.code: _with_fields(kind)
        for kind in (
            casework.UnknownEvent, casework.BrokenEvent, store.StaleVersion, store.NotCanonical,
            store.NoSuchStream, office.NoSuchPerson, office.NoSuchCase, office.CaseTaken,
            office.PersonKnown, office.WordUnknown, office.NoApplication,
        )
    },
}  # fmt: skip
