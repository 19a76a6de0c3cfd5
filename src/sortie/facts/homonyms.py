"""Names that a tired eye, an ear or a keyboard takes for one another.

Nobody is identified by a name. What is near is shown, and a person looks twice.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i"})
_PARTICLES = frozenset(
    ["al", "ben", "bin", "d", "da", "de", "del", "della", "den", "der", "des", "di", "do", "dos",
     "du", "el", "ibn", "l", "la", "le", "les", "van", "von"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A family name and given names; the given ones are empty where they are not known."""

    family: str
    given: str = ""


def name_key(text: str) -> str:
    """Return one spelling for a name: no case, accent, hyphen, apostrophe, space or particle.

    A name made of particles alone keeps them.

    >>> name_key("D'Exemple-Désigné"), name_key("EXEMPLE DESIGNE")
    ('exempledesigne', 'exempledesigne')
    """
    parts = _parts(text)
    return "".join(part for part in parts if part not in _PARTICLES) or "".join(parts)


def near(a: Name, b: Name) -> bool:
    """Whether two names are the same or nearly: a letter changed, added, dropped or swapped.

    The letter is one in the family name and one in the given names, which may have changed
    places. Given names that are not known, or an initial, are near to any that may be theirs.
    """
    given = _given(a.given), _given(b.given)
    family = _spellings(a.family), _spellings(b.family)
    if _alike(*family) and (not all(given) or _alike(*given) or _initial(*given)):
        return True
    return _alike(family[0], given[1]) and _alike(given[0], family[1])


def near_pairs(names: Mapping[str, Name]) -> Iterator[tuple[str, str]]:
    """Yield each two people whose names are near, once: the earlier of the mapping, the later.

    Only those who share a family name less one letter are compared, so a country may be read.
    """
    by_trace: dict[str, list[str]] = {}
    for person, name in names.items():
        family = _traces(_spellings(name.family))
        traces = family | _traces(_given(name.given))
        met = sorted({other for trace in traces for other in by_trace.get(trace, ())})
        yield from ((other, person) for other in met if near(names[other], name))
        for trace in family:
            by_trace.setdefault(trace, []).append(person)


def _parts(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    kept = (c for c in plain if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in kept).split()


def _spellings(text: str) -> frozenset[str]:
    """Return a name with its particles and without: «Le Nom» is also «Lenom»."""
    return frozenset([name_key(text), "".join(_parts(text))]) - {""}


def _given(text: str) -> frozenset[str]:
    """Return the given names together, and the first one alone: papers often keep only that."""
    return _spellings(text) | frozenset(_parts(text)[:1])


def _alike(some: frozenset[str], others: frozenset[str]) -> bool:
    return any(_one_letter_apart(a, b) for a in some for b in others)


def _initial(some: frozenset[str], others: frozenset[str]) -> bool:
    return any(
        1 in (len(a), len(b)) and (a.startswith(b) or b.startswith(a))
        for a in some for b in others
    )  # fmt: skip


def _one_letter_apart(a: str, b: str) -> bool:
    if a == b:
        return True
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) < len(b):
        return a[at:] == b[at + 1 :]
    swapped = a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
    return swapped or a[at + 1 :] == b[at + 1 :]


def _traces(spellings: frozenset[str]) -> frozenset[str]:
    """Return each spelling, whole and less one letter: two that are one letter apart share one."""
    return spellings | {s[:i] + s[i + 1 :] for s in spellings for i in range(len(s))}
