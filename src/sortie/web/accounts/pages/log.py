"""The consultation log, as an auditor reads and takes it away."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.http import StreamingHttpResponse

from sortie.web.accounts.journal import Seen, SeenQuery, note_seen, seen
from sortie.web.accounts.journal.reading import SeenLine
from sortie.web.accounts.models import Account
from sortie.web.accounts.models.accounts import address_of
from sortie.web.frame import Answer, Asked, Page
from sortie.words import ZONE

_TEXTS = ("account", "person", "kind", "about")
_PAGE, _DAY = 1000, timedelta(days=1)
KINDS = ("case", "person", "paper", "list", "log")
COLUMNS = (
    "number", "at", "account", "post", "role", "place", "action", "kind", "about", "person",
    "relations", "reason",
)  # fmt: skip
# What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def show(asked: Asked) -> Answer:
    """Show the consultations one looks for, the last first."""
    query = _query(asked)
    lines = seen(query)
    asked_for = {name: asked.request.GET.get(name, "") for name in (*_TEXTS, "since", "until")}
    older = {**asked_for, "older": str(lines[-1].number)} if len(lines) == query.limit else {}
    return {
        "lines": _named(lines),
        "kinds": KINDS,
        "asked_for": asked_for,
        "older": urlencode(older),
        "address": urlencode(asked_for),
    }


def _query(asked: Asked) -> SeenQuery:
    said = asked.request.GET
    texts: dict[str, Any] = {name: said.get(name, "").strip() or None for name in _TEXTS}
    texts["account"] = _id_of(texts["account"])
    older = said.get("older", "")
    return SeenQuery(
        **texts,
        since=_midnight(said.get("since", "")),
        before=_midnight(said.get("until", ""), after=_DAY),
        older_than=int(older) if older.isdecimal() else None,
    )


def _id_of(typed: str | None) -> str | None:
    """Return the id of an account, given by its address or by itself."""
    if typed is None or "@" not in typed:
        return typed
    found = Account.objects.filter(email=address_of(typed)).first()
    return found.pk if found is not None else typed


def _midnight(typed: str, *, after: timedelta = timedelta()) -> datetime | None:
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    return datetime.combine(day + after, time(), ZoneInfo(ZONE))


def _named(lines: tuple[SeenLine, ...]) -> list[dict[str, Any]]:
    """Return the lines with the name that each account bears now."""
    ids = {line.account for line in lines}
    names = dict(Account.objects.filter(pk__in=ids).values_list("pk", "name"))
    return [{**asdict(line), "name": names.get(line.account, "")} for line in lines]


def take_away(asked: Asked) -> Answer:
    """Return the consultations one looks for as a table; taking them away is a line of the log."""
    reason = asked.request.POST.get("reason", "").strip()
    if not reason:
        return show(asked)
    address = asked.request.get_full_path()
    what = Seen(action="log.export", kind="log", about=address, reason=reason)
    note_seen(asked.acting, what, asked.at)
    response = StreamingHttpResponse(
        _written(_query(asked)), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="consultations.csv"'
    return response


def _written(query: SeenQuery) -> Iterator[str]:
    """Yield the table a page of the log at a time, so that it may be as long as it is."""
    yield _lines([COLUMNS])
    query = replace(query, limit=_PAGE)
    while lines := seen(query):
        yield _lines([_cell(getattr(line, name)) for name in COLUMNS] for line in lines)
        query = replace(query, older_than=lines[-1].number)


def _lines(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    text = " ".join(value) if isinstance(value, tuple) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


PAGES = (
    Page(name="log", route="log/", action="log.see", template="accounts/log.html", show=show,
         menu=90),
    Page(name="log_taken", route="log/taken/", action="log.export", template="accounts/log.html",
         post=take_away),
)  # fmt: skip
