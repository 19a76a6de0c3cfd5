"""Saving a draft, finding it again, letting it go. No version ever overwrites another's."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from sortie.web.drafts.keepers import Keeper
from sortie.web.drafts.models import Draft
from sortie.web.drafts.seals import opened, sealed

# What nobody came back to is not kept longer.
KEPT_FOR = timedelta(days=30)
Held = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Kept:
    """One version of what was typed: where it came from, and when it was last saved.

    ``seen`` is the number of the last event its author had before them.
    """

    id: str
    version: int
    tab: str
    saved_at: datetime
    held: Held
    seen: int | None

    @property
    def mark(self) -> str:
        """Return what a tab says it restored: this draft, as it was then."""
        return f"{self.id}:{self.version}"


def kept(keeper: Keeper) -> tuple[Kept, ...]:
    """Return every version of one person's draft, the last saved first."""
    rows = Draft.objects.filter(**_of(keeper)).order_by("-saved_at", "-version")
    found = ((row, opened(bytes(row.sealed), str(keeper))) for row in rows)
    return tuple(_copy(row, held) for row, held in found if held is not None)


def keep(
    keeper: Keeper, tab: str, held: Held, at: datetime, *, mark: str = "", seen: int | None = None
) -> Kept:
    """Save what one tab holds, and return it.

    ``mark`` is the version that the tab restored when it opened: it is taken over if nobody has
    saved it since, so that a page opened again is not a second version. Where somebody has, this
    becomes a version of its own.
    """
    try:
        with transaction.atomic():
            return _kept_once(keeper, tab, held, at, mark=mark, seen=seen)
    except IntegrityError:
        # The same tab, saved twice at the same moment: the other one made its row.
        with transaction.atomic():
            return _kept_once(keeper, tab, held, at, mark="", seen=seen)


def _kept_once(
    keeper: Keeper, tab: str, held: Held, at: datetime, *, mark: str, seen: int | None
) -> Kept:
    mine = Draft.objects.select_for_update().filter(**_of(keeper))
    row = mine.filter(tab=tab).first() or _restored(mine, mark)
    if row is None:
        # Whoever begins a draft sweeps away those that nobody came back to.
        forget_old(at)
        row = Draft(**_of(keeper), version=0)
    row.tab, row.version, row.saved_at, row.seen = tab, row.version + 1, at, seen
    row.sealed = sealed(held, str(keeper))
    row.save()
    return _copy(row, dict(held))


def _restored(mine: QuerySet[Draft], mark: str) -> Draft | None:
    id_, _, version = mark.partition(":")
    try:
        wanted = uuid.UUID(id_)
    except ValueError:
        return None
    return mine.filter(id=wanted, version=int(version) if version.isdecimal() else -1).first()


def let_go(keeper: Keeper, *, tab: str = "", mark: str = "") -> None:
    """Forget the version of a tab and the one it restored; those of other tabs stay."""
    mine = Draft.objects.filter(**_of(keeper))
    if tab:
        mine.filter(tab=tab).delete()
    row = _restored(mine, mark)
    if row is not None:
        row.delete()


def forget_old(at: datetime) -> int:
    """Forget what nobody came back to, and return how many versions that was."""
    count, _ = Draft.objects.filter(saved_at__lt=at - KEPT_FOR).delete()
    return count


def _of(keeper: Keeper) -> dict[str, str]:
    return {"account": keeper.account, "form": keeper.form, "target": keeper.target}


def _copy(row: Draft, held: Held) -> Kept:
    return Kept(str(row.id), row.version, row.tab, row.saved_at, held, row.seen)
