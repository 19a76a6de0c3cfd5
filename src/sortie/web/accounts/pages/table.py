"""The table of authority in words, for whoever wants to know who may see and do what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sortie import office
from sortie.web.authority import ITSELF, POSTS, Cell, Relation, cells
from sortie.web.frame import Answer, Asked, Page
from sortie.words import raised

_DECLARED, _AT_SITTING = "declared.", "at_sitting."


@dataclass(slots=True)
class Row:
    """One action of one role: whose cases, what is shown, and why it is so."""

    action: str
    relations: str
    reason_asked: bool
    sources: str
    fields: list[str] = field(default_factory=list)


def show(asked: Asked) -> Answer:
    """Show the rows of one role."""
    wanted = asked.request.GET.get("role", "")
    role = wanted if wanted in POSTS else asked.acting.role or POSTS[0]
    mine = [cell for cell in cells() if cell.role == role]
    return {"roles": POSTS, "role": role, "rows": list(_rows(asked, mine))}


def _rows(asked: Asked, mine: Iterable[Cell]) -> Iterator[Row]:
    """Yield a row for each action under the same relations, with or without a reason."""
    relations: dict[tuple[str, str, bool], set[Relation]] = {}
    for cell in mine:
        relations.setdefault((cell.action, cell.field, cell.reason_asked), set()).add(cell.relation)
    merged: dict[tuple[str, frozenset[Relation], bool], list[str]] = {}
    for (action, name, reason), theirs in relations.items():
        merged.setdefault((action, frozenset(theirs), reason), []).append(name)
    sources = {(cell.action, cell.reason_asked): cell.source for cell in mine}
    for (action, among, reason), names in merged.items():
        yield Row(
            action=raised(name_of(asked, action)),
            relations=asked.tongue.listed(
                asked.say(f"relation.{each}") for each in Relation if each in among
            ),
            reason_asked=reason,
            sources=sources[action, reason],
            fields=[asked.say(f"part.{each}") for each in names if each != ITSELF],
        )


def name_of(asked: Asked, action: str) -> str:
    """Return what an action is called."""
    for prefix in (_DECLARED, _AT_SITTING):
        if action.startswith(prefix):
            act = asked.say(f"act.{action.removeprefix(prefix)}")
            return asked.say(f"does.{prefix.removesuffix('.')}", act=act)
    return asked.say(f"act.{action}" if action in office.VERBS else f"does.{action}")


PAGES = (
    Page(name="authority", route="who-may/", action="authority.see",
         template="accounts/authority.html", show=show),
)  # fmt: skip
