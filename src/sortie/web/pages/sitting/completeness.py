"""What one file still lacks before the board hears it, and what the law waits for."""

from collections.abc import Iterator
from dataclasses import dataclass

from sortie import office, store
from sortie.casework import Terms
from sortie.office import CaseAtWork, looking
from sortie.web.frame import Asked
from sortie.web.pages.answers import missing_of, plain_path
from sortie.words import raised

# What the law asks of that many files at the most, so that the page of a long list still comes.
ASKED_OF_THE_LAW = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTold:
    """One file of a sitting: who, what is asked, and what it lacks, in words.

    ``opinions`` are the seats whose opinion is missing, ``unseen`` those that have not seen a
    fact, ``law`` the facts without which the law does not answer.
    """

    at_work: CaseAtWork
    person: store.PersonRow | None
    terms: Terms | None
    opinions: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    law: tuple[str, ...] = ()
    unsupported: bool = False
    undated: tuple[str, ...] = ()
    doubts: int = 0
    sat: bool = False

    @property
    def complete(self) -> bool:
        """Whether nothing that the office knows of is missing before the sitting."""
        return not (self.law or self.unsupported or self.undated or self.doubts)

    @property
    def ready(self) -> bool:
        """Whether every opinion is there too, and every fact seen."""
        return self.complete and not (self.opinions or self.unseen)


def file_told(
    each: CaseAtWork, person: store.PersonRow | None, asked: Asked, *, seen: frozenset[str]
) -> FileTold:
    """Return one file, as far as its fields in ``seen`` may be shown."""
    case = each.case
    filing = case.filing
    pieces = case.pieces if "pieces" in seen else {}
    return FileTold(
        at_work=each,
        person=person,
        terms=filing.asked if filing is not None and "application" in seen else None,
        opinions=tuple(asked.label("role", seat)
                       for seat in looking.missing_opinions(case, asked.at)),
        unseen=tuple(_unseen(each, asked)) if "facts" in seen else (),
        law=tuple(law_lacks(each.case_id, each, asked)) if "law" in seen else (),
        unsupported="pieces" in seen and not case.pieces,
        undated=tuple(piece.kind for piece in pieces.values() if piece.dated_on is None),
        doubts=len(case.open_doubts) if "doubts" in seen else 0,
        sat=case.board is not None and case.board.sat_at is not None,
    )  # fmt: skip


def law_lacks(case_id: str, each: CaseAtWork, asked: Asked) -> Iterator[str]:
    """Yield the facts that the law waits for to answer on the leave that is asked, in words."""
    filing = each.case.filing
    if filing is None:
        return
    answer = office.law_of_case(each.case, case_id, asked.at).answer
    wanted = next((one for one in answer.routes if one.leave == filing.asked.leave), None)
    paths = wanted.why.missing if wanted is not None else missing_of(answer)
    named = asked.tongue.names.PATHS
    for path in dict.fromkeys((*paths, *answer.application.missing)):
        yield raised(asked.tongue.spaced(named.get(plain_path(path), path)))


def _unseen(each: CaseAtWork, asked: Asked) -> Iterator[str]:
    """Yield the seats that have a fact yet to see."""
    found: dict[str, None] = {}
    for fact in each.case.facts.values():
        found |= dict.fromkeys(looking.unseen_by(fact, each.case, asked.at))
    for seat in found:
        yield asked.label("role", seat)
