"""What a call says beyond what an operation reads: it is refused, never left aside in silence."""

from collections.abc import Iterable
from inspect import Parameter
from typing import get_args

from django.http import HttpRequest
from pydantic import BaseModel

from sortie.api.problems import Amiss, Kind, Stopped


def unknown_parameters(request: HttpRequest, taken: Iterable[Parameter]) -> None:
    """Go on only when every parameter of the address is one that the operation reads, said once.

    Raises:   Stopped: with every one that is not
    """
    known = frozenset(name for each in taken for name in _names(each))
    faults = [
        Amiss(part="query", path=name, key="unknown", holes=(("path", name),))
        for name in request.GET
        if name not in known
    ]
    faults += [
        Amiss(part="query", path=name, key="twice", holes=(("path", name),))
        for name, said in request.GET.lists()
        if name in known and len(said) > 1
    ]
    if faults:
        raise Stopped(Kind.INVALID, tuple(faults))


def _names(parameter: Parameter) -> Iterable[str]:
    model = next(iter(get_args(parameter.annotation)), None)
    if parameter.name == "query" and isinstance(model, type) and issubclass(model, BaseModel):
        return tuple(model.model_fields)
    return ()
