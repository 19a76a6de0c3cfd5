"""Reading the two logs, the last line first, one page at a time."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from sortie.web.accounts.models import Consultation, Happening

PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenQuery:
    """Which consultations; ``before`` is excluded, ``older_than`` the last line of a page."""

    account: str | None = None
    person: str | None = None
    kind: str | None = None
    about: str | None = None
    role: str | None = None
    since: datetime | None = None
    before: datetime | None = None
    older_than: int | None = None
    limit: int = PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningQuery:
    """Which happenings of accounts."""

    account: str | None = None
    by: str | None = None
    kind: str | None = None
    since: datetime | None = None
    before: datetime | None = None
    older_than: int | None = None
    limit: int = PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenLine:
    """One consultation as it was written down."""

    number: int
    at: datetime
    account: str
    post: str
    role: str
    place: str
    action: str
    kind: str
    about: str
    person: str
    relations: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningLine:
    """One thing that happened to an account, as it was written down."""

    number: int
    at: datetime
    kind: str
    account: str
    address: str
    by: str
    post: str
    facts: Mapping[str, str]


def seen(query: SeenQuery) -> tuple[SeenLine, ...]:
    """Return one page of consultations, the last first."""
    asked = _asked(query, ("account", "person", "kind", "about", "role"))
    return tuple(
        SeenLine(
            number=row.pk, at=row.at, account=row.account, post=row.post, role=row.role,
            place=row.place, action=row.action, kind=row.kind, about=row.about, person=row.person,
            relations=tuple(row.relations.split()), reason=row.reason,
        )
        for row in _cut(Consultation.objects.filter(**asked), query.limit)
    )  # fmt: skip


def happenings(query: HappeningQuery) -> tuple[HappeningLine, ...]:
    """Return one page of what happened to accounts, the last first."""
    asked = _asked(query, ("account", "by", "kind"))
    return tuple(
        HappeningLine(
            number=row.pk, at=row.at, kind=row.kind, account=row.account, address=row.address,
            by=row.by, post=row.post, facts=json.loads(row.facts),
        )
        for row in _cut(Happening.objects.filter(**asked), query.limit)
    )  # fmt: skip


def _asked(query: SeenQuery | HappeningQuery, names: tuple[str, ...]) -> dict[str, Any]:
    bounds = {"at__gte": query.since, "at__lt": query.before, "id__lt": query.older_than}
    wanted = {name: getattr(query, name) for name in names} | bounds
    return {name: each for name, each in wanted.items() if each is not None}


def _cut(rows: "QuerySet[Any]", limit: int) -> "QuerySet[Any]":
    return rows.order_by("-id")[:limit]
