"""Moving cases: an application filed, and every act of the office on a case."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponse
from ninja.responses import Status

from sortie import office, store
from sortie.api.asking import KEY, MATCH, REASON, Called, Operation
from sortie.api.operations.written import etag_of, labels
from sortie.api.problems import Amiss, Kind, Stopped
from sortie.api.shapes.acts import body_of
from sortie.api.shapes.done import Done
from sortie.api.shapes.plain import Said
from sortie.casework import Actor
from sortie.web.tokens import WORK

FILE = "file_application"
_LETTERS = 12
_OK, _CREATED = 200, 201


def acts_on_a_case() -> tuple[str, ...]:
    """Return the verbs that act on a case that is there, in the order of the office."""
    on_cases = (each.name for each in office.VERBS.values() if each.target.value == "case")
    return tuple(name for name in on_cases if name != FILE)


def act_of(verb: str) -> Callable[..., object]:
    """Return what does one act of the office on a case."""

    def act(called: Called, response: HttpResponse, case_id: str, body: Said) -> object:
        key, expected = called.command_key(), called.expected()
        opened = called.case(case_id)
        called.must_be_theirs(opened, verb)
        command = office.Command(key=key, by=_actor(called), at=called.at, seen=expected.version)
        return _done(office.do(verb, command, case_id, said(body)), response, called)

    act.__annotations__["body"] = body_of(verb)
    act.__name__ = verb
    return act


def said(body: Said) -> dict[str, Any]:
    """Return what a body says, and nothing of what it leaves unsaid."""
    return body.model_dump(mode="json", exclude_unset=True)


def file(called: Called, response: HttpResponse, body: Said) -> object:
    """File an application for a person, under a name made from the key: the same if sent again.

    Raises:   Stopped: nobody of that id whom the post may file for
    """
    key, written = called.command_key(), said(body)
    try:
        called.person(str(written["person"]), FILE)
        actor = _actor(called)
    except office.NoSuchPerson as missing:
        fault = Amiss(part="body", path="person", key="nobody", holes=(("path", "person"),))
        raise Stopped(Kind.INVALID, (fault,)) from missing
    command = office.Command(key=key, by=actor, at=called.at)
    done = office.do(FILE, command, _name_of(key, called), written)
    response.headers["Location"] = f"/api/v1/cases/{done['case']}"
    return _done(done, response, called, status=_CREATED)


file.__annotations__["body"] = body_of(FILE)


def _name_of(key: str, called: Called) -> str:
    """Return the name of the case that a key opens, the one it opened if it was sent before."""
    before = store.command_of(key)
    if before is not None and before.verb == FILE:
        return before.stream.id
    mark = hashlib.sha256(key.encode()).hexdigest()[:_LETTERS].upper()
    return f"{called.clock.there(called.at).year}-{mark}"


def _actor(called: Called) -> Actor:
    actor = called.acting.actor
    if actor is None:
        raise Stopped(Kind.NOT_YOURS_TO_DO)
    return actor


def _done(
    done: Mapping[str, Any], response: HttpResponse, called: Called, *, status: int = _OK
) -> object:
    response.headers["ETag"] = etag_of(done["number"])
    value = {
        "case": done["case"],
        "version": done["number"],
        "state": done["state"],
        "state_labels": labels("state", done["state"]),
        "events": list(done["events"]),
        "key": called.key,
    }
    return Status(status, value)


_ACTED = (
    Kind.KEY_WANTED, Kind.VERSION_WANTED, Kind.NOT_YOURS_TO_DO, Kind.REASON_WANTED, Kind.MOVED_ON,
    Kind.REFUSED, Kind.KEY_REUSED,
)  # fmt: skip
OPERATIONS = (
    Operation(name="file_case", method="POST", route="/cases", action=FILE, scope=WORK, does=file,
              gives={_CREATED: Done}, opens=True, headers=(KEY, REASON),
              refuses=(Kind.KEY_WANTED, Kind.NOT_YOURS_TO_DO, Kind.REASON_WANTED, Kind.REFUSED,
                       Kind.KEY_REUSED, Kind.TAKEN)),
    *(
        Operation(name=verb, method="POST", route=f"/cases/{{case_id}}/acts/{verb}", action=verb,
                  scope=WORK, does=act_of(verb), gives={_OK: Done}, opens=True,
                  headers=(KEY, MATCH, REASON), refuses=_ACTED)
        for verb in acts_on_a_case()
    ),
)  # fmt: skip
