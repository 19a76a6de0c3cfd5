"""The whole page of a case: each part, only as far as who looks may see it."""

from collections.abc import Iterator, Mapping
from typing import Any

from sortie import casework
from sortie.web.authority import OpenedCase
from sortie.web.frame import Asked
from sortie.web.pages.cases.answering import day_told
from sortie.web.pages.cases.missing import missing_told
from sortie.web.pages.cases.reading import LawRead, law_read
from sortie.web.pages.cases.reckoning import reckoning_told
from sortie.web.pages.cases.seen import facts_told, opinions_told, who
from sortie.web.pages.cases.story import history_told, messages_told
from sortie.web.pages.cases.timeline import timeline_told
from sortie.web.pages.cases.work import clocks_told, steps_of_all, work_told
from sortie.web.pages.deciding.paper import offered
from sortie.words import raised, word

# What of the person's file is read for: their name, what the law says, what they serve.
_OF_THE_FILE = ("name", "law", "custody")
# The answers under every other reading cost as many reckonings.
_READINGS = "readings"
# How many lines of the history are told first; the others are one gesture away.
_HISTORY, _LATEST = "history", 15


def case(asked: Asked, opened: OpenedCase) -> Mapping[str, Any]:
    """Return the page of a case."""
    sees = opened.sight.sees
    read = law_read(asked, opened) if any(sees(each) for each in _OF_THE_FILE) else None
    every, messages = steps_of_all(opened, asked), messages_told(opened, asked)
    whole = _HISTORY in asked.request.GET
    values = {
        "case_id": opened.shown.case_id,
        "state": opened.shown.state,
        "shown": _seen_of(opened, asked),
        "person": read.held.person if read is not None and sees("name") else None,
        "sees": opened.sight.fields(),
        "clocks": clocks_told(opened, asked),
        "work": work_told(opened, asked, every),
        "missing": missing_told(opened, asked, read, every),
        "facts": facts_told(opened, asked),
        "opinions": opinions_told(opened, asked),
        "messages": messages,
        "received": [each for each in messages if each.received_at is not None],
        "unreceived": [each for each in messages if each.received_at is None],
        "history": history_told(opened, asked, latest=None if whole else _LATEST),
        "papers": offered(opened, asked),
        "escape_by": _escape_by(opened, asked),
    }
    return {**values, **_law(read, asked), "sections": _sections(values, read, opened)}


def _law(read: LawRead | None, asked: Asked) -> Mapping[str, Any]:
    """Return what the law says, where the law or the custody may be seen."""
    lawful = read is not None and read.sight.sees("law")
    custody = read is not None and read.sight.sees("custody")
    others = _READINGS in asked.request.GET
    return {
        "read": read,
        "day": day_told(read, asked) if read is not None and lawful else None,
        "timeline": timeline_told(read, asked) if read is not None and lawful and custody else None,
        "reckoning": reckoning_told(read, asked, others=others)
        if read is not None and custody
        else None,
    }


def _seen_of(opened: OpenedCase, asked: Asked) -> Mapping[str, Any]:
    """Return the parts of a case that may be shown; the others are not handed to the template."""
    held, sees = opened.shown.case, opened.sight.sees
    order = held.order if sees("order") else None
    filing = held.filing if sees("application") else None
    terms = order.terms if order is not None else None
    return {
        "committal_number": held.committal_number if sees("committal_number") else "",
        "where": {"prison": held.prison, "court": held.court} if sees("where") else None,
        "unit": word(held.unit, asked.tongue) if sees("unit") else "",
        "filing": filing,
        "route": filing.route if filing is not None else None,
        "terms": terms or (filing.asked if filing is not None else None),
        "granted": terms is not None,
        "places": sees("places"),
        "escort": sees("escort"),
        "order": order,
        "grounds": sees("grounds"),
        "absence": held.absence if sees("gate") else None,
        "board": held.board if sees("board") else None,
        "board_mode": asked.label("word", held.board.mode)
        if held.board is not None and sees("board")
        else "",
        "board_skipped": held.board_skipped if sees("board") else "",
        "doubts": tuple(held.doubts.values()) if sees("doubts") else (),
        "incidents": held.incidents if sees("incidents") else (),
        "pieces": held.pieces if sees("pieces") else {},
        "victims": tuple(held.victims.values()) if sees("victim_step") else (),
        "notices": tuple(_notices(held, asked)) if sees("notices") else (),
    }


def _notices(held: casework.Case, asked: Asked) -> Iterator[tuple[str, str]]:
    """Yield each party that was notified, and how."""
    for each in held.order.notices if held.order is not None else ():
        at, means = asked.clock.say(each.counts_at), asked.label("word", each.means)
        yield (
            raised(asked.label("role", each.to)),
            asked.say("order.notice", at=at, means=means, proof=each.proof),
        )


def _escape_by(opened: OpenedCase, asked: Asked) -> str:
    absence = opened.shown.case.absence
    if absence is None or absence.escape_declared_by is None or not opened.sight.sees("gate"):
        return ""
    authors = opened.sight.sees("authors", "history.see")
    return who(absence.escape_declared_by, asked, authors=authors)


def _sections(
    values: Mapping[str, Any], read: LawRead | None, opened: OpenedCase
) -> tuple[str, ...]:
    """Return the names of the parts that this page has, for the list of them at its head."""
    law = read is not None and opened.sight.sees("law")
    custody = read is not None and opened.sight.sees("custody")
    there = {
        "now": True,
        "missing": bool(values["missing"]),
        "timeline": law and custody,
        "law": law,
        "reckoning": custody,
        "facts": bool(values["facts"]),
        "opinions": bool(values["opinions"]),
        "messages": bool(values["messages"]),
        "history": bool(values["history"].lines),
        "papers": bool(values["papers"]),
    }
    return tuple(name for name, is_there in there.items() if is_there)
