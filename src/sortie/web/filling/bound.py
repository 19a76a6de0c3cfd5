"""What a template draws of a form under way."""

from dataclasses import dataclass
from datetime import datetime

from sortie.web.drafts.keeping import Kept
from sortie.web.forms import Drawn, Fault, id_of


@dataclass(frozen=True, slots=True)
class Leading:
    """A fault, and the element it leads to."""

    message: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A form with what it holds. ``others`` are the versions typed in other tabs.

    ``mark`` says that what stands here is shown to be read before it is done.
    ``restored`` is the version shown, when it was found again; ``moved_on`` says that the case is
    no longer what its author had read. ``key`` makes what is sent twice be done once.
    """

    fields: tuple[Drawn, ...]
    key: str
    seen: int
    keeper: str
    tab: str
    kept: str
    send: str
    saved: str = ""
    restored: Kept | None = None
    others: tuple[Kept, ...] = ()
    moved_on: bool = False
    faults: tuple[Leading, ...] = ()
    refusals: tuple[str, ...] = ()
    mark: str = ""

    @property
    def restored_at(self) -> datetime | None:
        """When the version shown was last saved."""
        return self.restored.saved_at if self.restored is not None else None


def leading(faults: list[Fault]) -> tuple[Leading, ...]:
    """Return faults with the element each leads to."""
    return tuple(Leading(each.message, id_of(each.path)) for each in faults)
