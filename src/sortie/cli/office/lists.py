"""Lists of cases, of people, of messages; each is cut, and says so."""

from datetime import datetime
from typing import Any

from sortie import casework, store
from sortie.cli.office.bench import Bench, where_of_case
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.refusals import Refused

MOST = 50


def cases(bench: Bench) -> int:
    """List the cases that are asked for, the first filed or the next due first."""
    chosen = bench.chosen
    bench.settle(chosen.prison or "")
    before = bench.instant(chosen.due_before, "--due-before")
    query = store.CaseQuery(
        prison=chosen.prison,
        court=chosen.court,
        state=_state(chosen.state),
        by=store.By.FILED if before is None else store.By.DUE,
        before=before,
        limit=MOST + 1,
    )
    found = store.cases(query)
    if chosen.json:
        written = [_written_case(each, bench) for each in found[:MOST]]
        more = len(found) > MOST
        return bench.write({"format": "sortie/cases@1", "cases": written, "more": more})
    page = Page()
    for each in found[:MOST]:
        _case(page, each, bench)
    _end(page, len(found), "list.none", bench)
    show(page)
    return 0


def _state(typed: str | None) -> str | None:
    if typed is not None and typed not in set(casework.State):
        offered = ", ".join(each.value for each in casework.State)
        raise Refused("cli.office.unknown_state", {"read": typed, "offered": offered}, "--state")
    return typed


def _end(page: Page, count: int, none: str, bench: Bench) -> None:
    if not count:
        page.text(bench.tongue.say(none))
    if count > MOST:
        page.text(bench.tongue.say("list.more", count=MOST))


def _case(page: Page, row: store.IndexedCase, bench: Bench) -> None:
    say, clock = bench.tongue.say, bench.clock
    state = bench.label("state", row.state)
    page.text(say("list.case", case=row.case_id, state=state), style="strong")
    page.text(say("list.where", person=row.person_id, prison=row.prison, court=row.court),
              indent=4)  # fmt: skip
    if row.departs_at and row.returns_at:
        stamps = {"departs_at": clock.stamp(row.departs_at),
                  "returns_at": clock.stamp(row.returns_at)}  # fmt: skip
        page.text(say("list.leave", **stamps), indent=4)
    if row.next_due_at:
        page.text(say("list.due", at=clock.stamp(row.next_due_at)), indent=4)


def _written_case(row: store.IndexedCase, bench: Bench) -> dict[str, Any]:
    return {
        "case": row.case_id,
        "person": row.person_id,
        "prison": row.prison,
        "court": row.court,
        "state": row.state,
        "leave": row.leave,
        "filed_at": bench.stamp(row.filed_at),
        "departs_at": bench.stamp(row.departs_at),
        "returns_at": bench.stamp(row.returns_at),
        "next_due_at": bench.stamp(row.next_due_at),
        "number": row.version,
    }


def people(bench: Bench) -> int:
    """List people of a prison, or those whose name is near one."""
    chosen = bench.chosen
    query = store.PersonQuery(prison=chosen.prison, named_like=chosen.named_like, limit=MOST + 1)
    found = store.people(query)
    if chosen.json:
        written = [_written_person(each) for each in found[:MOST]]
        more = len(found) > MOST
        return bench.write({"format": "sortie/people@1", "people": written, "more": more})
    page, say = Page(), bench.tongue.say
    for each in found[:MOST]:
        name = f"{each.family_name}, {each.given_name}"
        page.text(say("people.one", person=each.person_id, number=each.committal_number,
                      prison=each.prison, name=name), hang=4)  # fmt: skip
    _end(page, len(found), "people.none", bench)
    if found and chosen.named_like:
        page.text(say("people.warning"))
    show(page)
    return 0


def _written_person(row: store.PersonRow) -> dict[str, Any]:
    return {
        "person": row.person_id,
        "committal_number": row.committal_number,
        "prison": row.prison,
        "unit": row.unit,
        "family_name": row.family_name,
        "given_name": row.given_name,
        "judgments": list(row.judgments),
    }


def outbox(bench: Bench) -> int:
    """List the messages that wait to be sent, and those whose receipt is late."""
    chosen, at = bench.chosen, bench.at
    late = store.receipts_missing(at, limit=MOST + 1) if not chosen.unsent else ()
    waiting = store.unsent(limit=MOST + 1) if not chosen.overdue else ()
    found = tuple({each.dedupe_key: each for each in (*waiting, *late)}.values())
    if chosen.json:
        written = [written_message(each, bench) for each in found[:MOST]]
        more = len(found) > MOST
        return bench.write({"format": "sortie/outbox@1", "messages": written, "more": more})
    page = Page()
    for each in found[:MOST]:
        message_line(page, each, bench, at)
    _end(page, len(found), "outbox.none", bench)
    show(page)
    return 0


def message_line(page: Page, message: store.StoredMessage, bench: Bench, at: datetime) -> None:
    """Write one message: what, to whom, under which key, sent or not, its receipt."""
    say, clock = bench.tongue.say, bench.clock
    if not bench.chosen.zone:
        bench.settle(where_of_case(message.case_id))
        clock = bench.clock
    kind, to = bench.label("message", message.kind), bench.label("role", message.to_role)
    page.text(say("outbox.one", kind=kind, to=to, of=message.to_of, case=message.case_id),
              hang=4)  # fmt: skip
    page.text(say("outbox.key", key=message.dedupe_key), indent=4)
    sent = message.sent_at
    page.text(say("outbox.sent", at=clock.stamp(sent)) if sent else say("outbox.unsent"), indent=4)
    if message.received_at is not None:
        page.text(say("outbox.received", at=clock.stamp(message.received_at)), indent=4)
    elif message.receipt_before is not None:
        key = "outbox.overdue" if message.receipt_before <= at else "outbox.before"
        page.text(say(key, at=clock.stamp(message.receipt_before)), indent=4)


def written_message(message: store.StoredMessage, bench: Bench) -> dict[str, Any]:
    """Return a message for a program."""
    return {
        "key": message.dedupe_key,
        "kind": message.kind,
        "to": message.to_role,
        "of": message.to_of,
        "case": message.case_id,
        "body": dict(message.body),
        "created_at": bench.stamp(message.created_at),
        "receipt_before": bench.stamp(message.receipt_before),
        "sent_at": bench.stamp(message.sent_at),
        "received_at": bench.stamp(message.received_at),
    }
