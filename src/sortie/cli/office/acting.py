"""``sortie office VERB TARGET``: one act, done or refused."""

import secrets
from collections.abc import Callable, Mapping
from typing import Any

from sortie import office, store
from sortie.cli.office.bench import (
    Bench,
    actor_of,
    where_of_case,
    where_of_message,
    where_of_person,
)
from sortie.cli.office.bodies import Reader, typed_body
from sortie.cli.office.running import counted
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.words import FRENCH_KEYS

_WHERE: Mapping[str, Callable[[str], str]] = {
    "case": where_of_case,
    "person": where_of_person,
    "message": where_of_message,
}
_GIVEN: Mapping[str, frozenset[str]] = {"record_person": frozenset(["person"])}


def act(bench: Bench) -> int:
    """Do one act on a case, a person or a message, and tell what was recorded."""
    chosen = bench.chosen
    verb = office.VERBS[chosen.office_command]
    typed = typed_body(chosen.body, chosen.pairs)
    bench.settle(_WHERE[verb.target](chosen.target) or _where_in(typed))
    reader = Reader(verb.name, bench.clock.zone, bench.tongue.code == "fr")
    bench.key = chosen.key or secrets.token_hex(8)
    command = office.Command(
        key=bench.key,
        by=actor_of(chosen.actor),
        at=bench.at,
        seen=bench.count(chosen.seen, "--seen"),
    )
    body = reader.body(typed, _GIVEN.get(verb.name, frozenset()))
    answer = office.do(verb.name, command, chosen.target, body)
    if chosen.json:
        return bench.write({"format": "sortie/recorded@1", **answer, "key": bench.key})
    show(_page(answer, bench))
    return 0


def _where_in(typed: Mapping[str, Any]) -> str:
    """Return where the person of a body is held; a person being recorded says it themselves."""
    said = {name: _first(typed, name) for name in ("person", "territory", "prison")}
    held = where_of_person(said["person"]) if said["person"] else ""
    return held or said["territory"] or said["prison"]


def _first(typed: Mapping[str, Any], name: str) -> str:
    value = typed.get(name, typed.get(FRENCH_KEYS.get(name, name), ""))
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, str) else ""


def _page(answer: store.Json, bench: Bench) -> Page:
    page, say = Page(), bench.tongue.say
    if "person" in answer and "events" not in answer:
        cases = ", ".join(answer.get("cases", ()))
        key = "done.person.cases" if cases else "done.person"
        holes = {"person": answer["person"], "number": answer["number"]}
        page.text(say(key, **holes, **({"cases": cases} if cases else {})))
    elif "case" in answer:
        state = bench.label("state", answer["state"])
        page.text(say("done.case", case=answer["case"], number=answer["number"], state=state))
    else:
        page.text(say("done.nothing"))
    if answer.get("events"):
        page.item("+", counted(answer["events"], bench))
    if not bench.chosen.key:
        page.text(say("done.key", key=bench.key))
    return page
