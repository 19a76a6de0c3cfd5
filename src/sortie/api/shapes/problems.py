"""A problem, as RFC 9457 has it, with every fault at once."""

from typing import Literal

from pydantic import Field

from sortie.api.shapes.plain import Given


class FaultTold(Given):
    """One thing to repair: ``in`` which part of the request, where in it, and a sentence."""

    part: Literal["body", "query", "path", "header"] = Field(alias="in")
    path: str
    code: str
    message: str


class Problem(Given):
    """What went wrong. ``type`` leads to the page that says what each problem is."""

    type: str
    title: str
    status: int
    detail: str
    faults: list[FaultTold] | None = None
