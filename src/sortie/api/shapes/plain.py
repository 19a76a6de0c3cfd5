"""The values that calls and answers are made of; each is said in one way only."""

import re
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictStr
from pydantic_core import PydanticCustomError

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)")
_FIRST, _LAST = 1900, 2999
LONGEST = 20_000


def _any_day(read: Any) -> Any:
    """Return a date typed as a date."""
    if isinstance(read, date):
        return read
    try:
        found = date.fromisoformat(read) if _DAY.fullmatch(str(read)) else None
    except (TypeError, ValueError):
        found = None
    if found is None or not isinstance(read, str):
        raise PydanticCustomError("sortie_day", "not a day")
    return found


def _day(read: Any) -> Any:
    """Return a date of a year that the calendar of the house knows."""
    found = _any_day(read)
    if not _FIRST <= found.year <= _LAST:
        raise PydanticCustomError("sortie_day", "not a day")
    return found


def _instant(read: Any) -> Any:
    if isinstance(read, datetime):
        return read
    try:
        found = datetime.fromisoformat(read) if _INSTANT.fullmatch(str(read)) else None
    except (TypeError, ValueError):
        found = None
    if found is None or not isinstance(read, str) or not _FIRST <= found.year <= _LAST:
        raise PydanticCustomError("sortie_instant", "not an instant")
    return found


Day = Annotated[date, BeforeValidator(_day)]
AnyDay = Annotated[date, BeforeValidator(_any_day)]
Instant = Annotated[datetime, BeforeValidator(_instant)]
Flag = StrictBool
# Not every database takes the sign that ends a text.
_WHOLE = r"^[^\x00]*$"
Text = Annotated[StrictStr, Field(max_length=LONGEST, pattern=_WHOLE)]
Name = Annotated[StrictStr, Field(min_length=1, max_length=200, pattern=_WHOLE)]


class Said(BaseModel):
    """What a call says: a key that is not known is refused."""

    model_config = ConfigDict(extra="forbid")


class Given(BaseModel):
    """What an answer says; what may not be shown is not there at all."""

    model_config = ConfigDict(extra="forbid")


class Labels(Given):
    """What a code is called, in both languages."""

    fr: str
    en: str
