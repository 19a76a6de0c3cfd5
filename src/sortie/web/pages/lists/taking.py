"""Taking a list away: who, what, why is written down first, then the file is made."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from django.http import FileResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from sortie.web import authority
from sortie.web.accounts.journal import Seen, note_seen
from sortie.web.frame import Asked, Shown
from sortie.web.pages.lists.cases import TAKE as TAKE_CASES
from sortie.web.pages.lists.cases import reason_wanted, shown_cases
from sortie.web.pages.lists.columns import Column, Teller, Value, of_cases, of_people, values
from sortie.web.pages.lists.criteria import criteria_in
from sortie.web.pages.lists.finding import found_by
from sortie.web.pages.lists.people import TAKE as TAKE_PEOPLE
from sortie.web.pages.lists.people import shown_people, whom_in
from sortie.web.pages.lists.rows import Seeing, case_lines, person_lines
from sortie.web.pages.lists.sheets import Sheet, csv_of, xlsx_of

AT_ONCE = 500
_REFUSED = 422
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Rows = Iterator[list[Value]]


def take_cases(asked: Asked) -> Shown | HttpResponseBase:
    """Return the cases that an address asks for, as a file."""
    if criteria_in(asked.request.GET).faults:
        return Shown(values=shown_cases(asked), status=_REFUSED)
    return _taken(asked, TAKE_CASES, shown_cases, of_cases(asked.acting), _cases)


def take_people(asked: Asked) -> Shown | HttpResponseBase:
    """Return the people that an address asks for, as a file."""
    return _taken(asked, TAKE_PEOPLE, shown_people, of_people(asked.acting), _people)


def _taken(
    asked: Asked,
    action: str,
    shown: Callable[..., Any],
    columns: tuple[Column, ...],
    rows: Callable[[Asked, str, tuple[Column, ...]], Rows],
) -> Shown | HttpResponseBase:
    said = asked.request.POST
    reason = said.get("reason", "").strip()
    if reason_wanted(asked, action) and not reason:
        return Shown(values=shown(asked, unreasoned=True), status=_REFUSED)
    address = asked.request.get_full_path()
    note_seen(
        asked.acting, Seen(action=action, kind="list", about=address, reason=reason), asked.at
    )
    sheet = Sheet(
        asked.say(f"lists.sheet.{action.partition('.')[0]}"),
        [asked.say(f"lists.column.{each.name}") for each in columns],
        asked.tongue.code,
    )
    return _file(asked, sheet, rows(asked, reason, columns), said.get("format", ""))


def _file(asked: Asked, sheet: Sheet, rows: Rows, form: str) -> HttpResponseBase:
    day = asked.clock.there(asked.at).date().isoformat()
    if form == "xlsx":
        return FileResponse(
            xlsx_of(sheet, rows, asked.at), as_attachment=True,
            filename=f"{sheet.name}-{day}.xlsx", content_type=_XLSX,
        )  # fmt: skip
    response = StreamingHttpResponse(csv_of(sheet, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{sheet.name}-{day}.csv"'
    return response


def _cases(asked: Asked, reason: str, columns: tuple[Column, ...]) -> Rows:
    """Yield the cases from the first page to the last, a page at a time."""
    criteria = replace(criteria_in(asked.request.GET), after=None)
    seeing, teller = Seeing(asked.acting, TAKE_CASES, reason), Teller(asked)
    while True:
        page = found_by(asked, TAKE_CASES, criteria, limit=AT_ONCE, reason=reason)
        yield from values(columns, case_lines(page.cases, seeing), teller)
        if not page.more:
            return
        criteria = replace(criteria, after=page.cases[-1])


def _people(asked: Asked, reason: str, columns: tuple[Column, ...]) -> Rows:
    whom = replace(whom_in(asked.request.GET), after="")
    seeing, teller = Seeing(asked.acting, TAKE_PEOPLE, reason), Teller(asked)
    while True:
        query = whom.query(AT_ONCE)
        page = authority.people(asked.acting, TAKE_PEOPLE, query, reason=reason)
        yield from values(columns, person_lines(page, seeing), teller)
        if len(page) < AT_ONCE:
            return
        whom = replace(whom, after=page[-1].person_id)
