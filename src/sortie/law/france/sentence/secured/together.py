"""Several security periods: one after the other, capped in concurrence, the longest if merged."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sortie import facts
from sortie.days import Length
from sortie.facts import UNKNOWN
from sortie.law.france.sentence.concurrence import Together, in_concurrence
from sortie.law.france.sentence.secured.parts import (
    LIFE_TWO_THIRDS,
    PATH,
    TWO_THIRDS,
    SecurityPart,
)
from sortie.law.france.sentence.titles import Title, titles_of

Family = tuple[SecurityPart, ...]


@dataclass(frozen=True, slots=True)
class SecurityTotal:
    """What several periods come to: so long at least and at most, and what would tell.

    ``applied`` names what was done to come to it, each with its length; ``told`` is false where
    the file does not say which sentence each period belongs to.
    """

    least: Length
    most: Length | None
    paths: tuple[str, ...] = ()
    applied: tuple[tuple[str, Length], ...] = ()
    told: bool = True


def together(custody: facts.CustodyFacts, parts: Sequence[SecurityPart]) -> SecurityTotal:
    """Return what the periods of a custody come to.

    The trap: what a court takes off one of several periods counts in full where they add up; no
    text says how it counts under a cap or beside a longer one, so it may or may not there.

    Source:   CPP 720-3 (rule ``fr.security_period.none_running``)
    """
    if len(parts) == 1:
        return _added(parts)
    titles = _as_pronounced(custody)
    groups = tuple(in_concurrence(custody, titles))
    lacking = _lacking(custody, groups)
    owners = {part.owner for part in parts}
    if lacking or None in owners or len(owners) < len(parts):
        longest = max(part.net_least for part in parts)
        paths = lacking or (PATH,)
        return SecurityTotal(longest, _added(parts).most, paths, told=bool(lacking))
    families = _families(titles, parts)
    pool: list[SecurityPart] = []
    reduced: list[SecurityTotal] = []
    for group, members in _grouped(groups, families):
        capped = None if group is None else _capped(titles, group, members)
        if capped is not None:
            reduced.append(capped)
            continue
        pool += [family[0] for family in members if len(family) == 1]
        reduced += [_longest(titles, family) for family in members if len(family) > 1]
    total = _sum([_added(pool), *reduced] if pool else reduced)
    if len(pool) + len(reduced) > 1 and total.most is not None:
        return _applied(total, "added", total.most)
    return total


def _lacking(custody: facts.CustodyFacts, groups: Iterable[Together]) -> tuple[str, ...]:
    if custody.sentences is UNKNOWN:
        return ("custody.sentences",)
    return tuple(f"{group.path}.sentences" for group in groups if not group.titles)


def _as_pronounced(custody: facts.CustodyFacts) -> tuple[Title, ...]:
    """Return the sentences as courts pronounced them: no later decision moves the cap."""
    return tuple(
        replace(title, sentence=replace(title.sentence, commuted=None, suspension_revoked=()))
        for title in titles_of(custody)
    )


def _added(parts: Iterable[SecurityPart]) -> SecurityTotal:
    """Return periods one after the other; all that is taken off them comes off the whole."""
    parts = tuple(parts)
    least = _lengths(part.least for part in parts) - _lengths(part.off_least for part in parts)
    paths = tuple(path for part in parts for path in part.paths)
    mosts = [part.most for part in parts if part.most is not None]
    if len(mosts) < len(parts):
        return SecurityTotal(least, None, paths)
    most = _lengths(mosts) - _lengths(part.off_most for part in parts)
    return SecurityTotal(least, most, paths)


def _lengths(lengths: Iterable[Length]) -> Length:
    return sum(lengths, Length())


def _sum(totals: Iterable[SecurityTotal]) -> SecurityTotal:
    totals = tuple(totals)
    mosts = [total.most for total in totals if total.most is not None]
    return SecurityTotal(
        _lengths(total.least for total in totals),
        _lengths(mosts) if len(mosts) == len(totals) else None,
        tuple(path for total in totals for path in total.paths),
        tuple(each for total in totals for each in total.applied),
    )


def _applied(total: SecurityTotal, what: str, length: Length) -> SecurityTotal:
    applied = (*total.applied, (what, length))
    return SecurityTotal(total.least, total.most, total.paths, applied)


def _after_cuts(length: Length, parts: Iterable[SecurityPart]) -> Length:
    off = [part.off_any for part in parts]
    known = [each for each in off if each is not None]
    taken = _lengths(known)
    return Length() if len(known) < len(off) or taken >= length else length - taken


# -- merged sentences -----------------------------------------------------------------------------


def _root(title: Title) -> int:
    into = title.sentence.merged_into
    return into if isinstance(into, int) else title.rank


def _families(titles: Sequence[Title], parts: Iterable[SecurityPart]) -> dict[int, Family]:
    """Return the periods by the sentence that stands, those of the sentences merged in it too."""
    found: dict[int, Family] = {}
    for part in parts:
        assert part.owner is not None  # noqa: S101
        root = _root(titles[part.owner])
        found[root] = (*found.get(root, ()), part)
    return found


def _longest(titles: Sequence[Title], family: Family) -> SecurityTotal:
    """Return the longest period of merged sentences; after a merger in part, perhaps more."""
    added = _added(family)
    mosts = [part.net_most for part in family if part.net_most is not None]
    most = max(mosts) if len(mosts) == len(family) else None
    if any(titles[part.owner].partly_into is not None for part in family if part.owner is not None):
        most = added.most
    least = _after_cuts(max(part.least for part in family), family)
    total = SecurityTotal(least, most, added.paths)
    return total if most is None else _applied(total, "longest", most)


# -- sentences in concurrence ---------------------------------------------------------------------


def _roots(group: Together) -> set[int]:
    return {_root(title) for title in group.titles}


def _grouped(
    groups: Iterable[Together], families: Mapping[int, Family]
) -> Iterator[tuple[Together | None, list[Family]]]:
    """Yield the families of each concurrence, then those of none."""
    left = dict(families)
    for group in groups:
        yield group, [left.pop(root) for root in sorted(_roots(group) & left.keys())]
    yield None, list(left.values())


def _capped(
    titles: Sequence[Title], group: Together, families: Sequence[Family]
) -> SecurityTotal | None:
    """Return the total of a concurrence under its cap; None where no cap lowers it.

    The trap: the text speaks of sentences that all have a security period; where one has none,
    the cap may hold or not.
    """
    if not families[1:]:
        return None
    parts = [part for family in families for part in family]
    gross = _lengths(max(part.least for part in family) for family in families)
    whole = _sum(_longest(titles, family) if family[1:] else _added(family) for family in families)
    low, high, paths = _cap(group, parts)
    if all(part.most is not None for part in parts) and _gross(families) <= low:
        return None
    least, most = _after_cuts(min(gross, low), parts), whole.most
    if high is not None and len(_roots(group)) == len(families):
        most = high if most is None else min(most, high)
    total = SecurityTotal(least, most, whole.paths + paths, whole.applied)
    return total if most is None else _applied(total, "capped", most)


def _gross(families: Iterable[Family]) -> Length:
    """Return the longest of each family added up, before anything is taken off."""
    return _lengths(max(part.most or Length() for part in family) for family in families)


def _cap(
    group: Together, parts: Iterable[SecurityPart]
) -> tuple[Length, Length | None, tuple[str, ...]]:
    """Return two thirds of the sentences in concurrence under the legal maximum: least and most.

    For life, twenty-two years, or the longer period that an assize court set specially.
    """
    lives = {title.rank for title in group.titles if title.is_life}
    if lives:
        special = [part.least for part in parts if part.owner in lives]
        cap = max([LIFE_TWO_THIRDS, *special])
        return cap, cap, ()
    lacking = tuple(path for title in group.titles for path in title.lacking)
    if lacking:
        return Length(), None, lacking
    most = (group.whole - group.over).fraction(*TWO_THIRDS)
    if not group.lacking:
        return most, most, ()
    firm = [title.firm for title in group.titles if title.firm is not None]
    return max(firm).fraction(*TWO_THIRDS), most, group.lacking
