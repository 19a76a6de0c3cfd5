"""The total of the sentences, and the lines that lead to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sortie import facts
from sortie.days import Length
from sortie.facts import UNKNOWN
from sortie.law.france.citing import cp, cpp
from sortie.law.france.sentence.concurrence import Together, in_concurrence
from sortie.law.france.sentence.lines import Basis, Sheet
from sortie.law.france.sentence.term import LAST_DAY
from sortie.law.france.sentence.titles import Owed, Title, titles_of

SENTENCES = "custody.sentences"


def owed_by(custody: facts.CustodyFacts) -> Owed:
    """Return what the sentences come to: the sum of what is served of each, cut to the maximum.

    The trap: life absorbs whatever else was pronounced, known or not.

    Source:   CP 132-4, 132-5; Cass. opinion 14-70.001 of 7 April 2014 (rule
              ``fr.total.one_year_at_most``)
    """
    titles = titles_of(custody)
    if any(title.is_life and title.stands for title in titles):
        return Owed(titles, None, life=True)
    groups = tuple(in_concurrence(custody, titles))
    total = Length()
    lacking: list[str] = [SENTENCES] if custody.sentences is UNKNOWN else []
    for title in titles:
        if title.stands:
            lacking += title.lacking
            total += title.firm or Length()
    for group in groups:
        lacking += group.lacking
        total = _cut(total, group)
    return Owed(
        titles,
        None if lacking else total,
        life=False,
        missing=tuple(lacking),
        cut=frozenset(title.rank for group in groups if group.over for title in group.titles),
    )


def _cut(total: Length, group: Together) -> Length:
    """Return a total with the maximum of a group in the place of its sum."""
    if not group.over or group.at_most is None:
        return total
    return total - group.whole + group.at_most


def write_titles(sheet: Sheet, custody: facts.CustodyFacts, committed: date) -> Owed:
    """Write a line for each sentence, and the total, counted from the day of the committal."""
    if custody.sentences is UNKNOWN or not custody.sentences:
        sheet.lacks("sentences", Basis(cpp("716-1")), SENTENCES)
        return Owed((), None, life=False)
    owed = owed_by(custody)
    added = _Added(sheet, committed)
    for title in owed.titles:
        _write(added, title, life=owed.life)
    groups = () if owed.life else tuple(in_concurrence(custody, owed.titles))
    for group in groups:
        _write_together(added, group)
    counted = (SENTENCES, *(group.path for group in groups))
    sheet.told("total", Basis(cp("132-4", "132-5"), facts=counted), length=owed.total,
               value="life" if owed.life else "")  # fmt: skip
    return owed


@dataclass(slots=True)
class _Added:
    """A sheet on which sentences are added up, and the sum so far."""

    sheet: Sheet
    committed: date
    total: Length = field(default_factory=Length)

    def counted(self, what: str, basis: Basis, length: Length, day: date | None = None) -> None:
        """Write a line after which the end is that of the sum so far."""
        to = self.total.after(self.committed, LAST_DAY)
        self.sheet.counted(what, basis, to, length=length, day=day)


def _write(added: _Added, title: Title, *, life: bool) -> None:
    """Write one sentence: served, absorbed, or not known."""
    sheet = added.sheet
    basis = Basis(cp("132-4", "132-5"), facts=tuple(_paths(title)))
    if not title.stands or (life and not title.is_life):
        what = "sentence.absorbed" if title.stands else "sentence.merged"
        sheet.told(what, basis, day=title.day, length=title.firm)
    elif title.is_life:
        sheet.end = None
        sheet.told("sentence.life", basis, day=title.day, value="life")
    elif title.lacking:
        sheet.lacks("sentence", basis, *title.lacking, day=title.day)
    else:
        _write_commuted(sheet, title)
        _write_served(added, title, basis)


def _write_commuted(sheet: Sheet, title: Title) -> None:
    if title.commuted is None:
        return
    pronounced, decided = title.sentence.length, title.commuted.decided_on
    told = pronounced if isinstance(pronounced, Length) else None
    sheet.told(
        "sentence.commuted",
        Basis(cp("133-7"), facts=(f"{title.path}.commuted",)),
        day=decided if isinstance(decided, date) else None,
        length=told,
        value="life" if pronounced is facts.LIFE else "",
    )


def _write_served(added: _Added, title: Title, basis: Basis) -> None:
    """Write the part without suspension, what was revoked, and what another sentence absorbed."""
    firm, served, still = title.never_suspended, title.firm, title.still_suspended
    assert firm is not None  # noqa: S101
    assert served is not None  # noqa: S101
    assert still is not None  # noqa: S101
    before = added.total
    if firm:
        added.total = before + firm
        added.counted("sentence", Basis(cpp("716-1"), facts=basis.facts), firm, title.day)
    _write_revoked(added, title, before)
    if still:
        suspended = Basis(facts=(f"{title.path}.suspended",))
        added.sheet.told("sentence.suspended_part", suspended, length=still)
    added.total = before + served
    part = title.sentence.merged_part
    if title.partly_into is not None and isinstance(part, Length):
        paths = (f"{title.path}.merged_part", f"{title.path}.merged_into")
        added.counted("sentence.merged_part", Basis(cp("132-4"), facts=paths), part)


def _write_revoked(added: _Added, title: Title, before: Length) -> None:
    """Write each revocation; the sum is that of the sentence less what is suspended after it."""
    left, whole = title.sentence.suspended, title.length
    if not isinstance(left, Length) or not isinstance(whole, Length):
        return
    for rank, revoked in enumerate(title.revoked):
        assert isinstance(revoked.length, Length)  # noqa: S101
        left = left - revoked.length
        added.total = before + (whole - left)
        basis = Basis(cp("132-36", "132-48"), facts=(f"{title.path}.suspension_revoked[{rank}]",))
        day = revoked.decided_on if isinstance(revoked.decided_on, date) else None
        added.counted("sentence.suspension_revoked", basis, revoked.length, day)


def _write_together(added: _Added, group: Together) -> None:
    """Write what the maximum takes off, or that it takes nothing."""
    basis = Basis(group.cites, facts=(f"{group.path}.sentences", f"{group.path}.at_most"))
    if group.lacking:
        added.sheet.lacks("concurrence", Basis(group.cites), *group.lacking)
    elif group.over:
        added.total = _cut(added.total, group)
        added.counted("concurrence.over", basis, group.over)
    elif group.at_most is not None:
        added.sheet.told("concurrence.within", basis, length=group.at_most)


def _paths(title: Title) -> Iterator[str]:
    yield f"{title.path}.length"
    if title.sentence.suspended is not UNKNOWN:
        yield f"{title.path}.suspended"
    if title.sentence.merged_into not in (None, UNKNOWN):
        yield f"{title.path}.merged_into"
