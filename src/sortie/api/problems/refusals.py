"""What the law, the office and the store refuse, as problems."""

from collections.abc import Iterator

from django.http import HttpResponse

from sortie import casework, days, facts, office, rules, store
from sortie.api.problems.answering import problem
from sortie.api.problems.errors import Amiss, Stopped
from sortie.api.problems.kinds import Kind
from sortie.errors import SortieError
from sortie.web.authority import ReasonWanted
from sortie.web.frame import plainly
from sortie.words.office import Speaker, is_a_fault_of_the_machine, refused_before, told

# The first class that fits counts.
_KINDS: tuple[tuple[type[SortieError], Kind], ...] = (
    (office.NoSuchCase, Kind.NOT_THERE),
    (office.NoSuchPerson, Kind.NOT_THERE),
    (store.NoSuchStream, Kind.NOT_THERE),
    (store.NoSuchEvent, Kind.NOT_THERE),
    (rules.UnknownRule, Kind.NOT_THERE),
    (store.Erased, Kind.NOT_THERE),
    (ReasonWanted, Kind.REASON_WANTED),
    (office.CaseTaken, Kind.TAKEN),
    (store.StaleVersion, Kind.MOVED_ON),
    (store.KeyReused, Kind.KEY_REUSED),
    (facts.CaseRefused, Kind.INVALID),
    (casework.BrokenEvent, Kind.INVALID),
    (store.NotCanonical, Kind.INVALID),
    (days.DaysError, Kind.INVALID),
    (office.WordUnknown, Kind.INVALID),
    (office.NoApplication, Kind.INVALID),
)
# These say nothing that could tell a case that is there from one that is not.
_BARE = frozenset([Kind.NOT_THERE, Kind.REASON_WANTED, Kind.KEY_REUSED])


def problem_of(error: SortieError, speaker: Speaker) -> HttpResponse:
    """Return the answer to a refusal: its kind, and every sentence that it carries."""
    if isinstance(error, store.RefusedBefore):
        return problem_of(refused_before(error.refusal, error.params), speaker)
    if isinstance(error, Stopped):
        return problem(error.kind, speaker.tongue, error.faults)
    kind = kind_of(error)
    faults = () if kind in _BARE else tuple(_faults(error, speaker))
    detail = " ".join(each.message for each in faults)
    answer = problem(kind, speaker.tongue, faults, detail)
    if isinstance(error, store.StaleVersion):
        answer.headers["ETag"] = f'"{error.found}"'
    return answer


def kind_of(error: SortieError) -> Kind:
    """Return which problem a refusal is."""
    found = next((kind for refused, kind in _KINDS if isinstance(error, refused)), None)
    if found is not None:
        return found
    return Kind.OUT_OF_ORDER if is_a_fault_of_the_machine(error) else Kind.REFUSED


def _faults(error: SortieError, speaker: Speaker) -> Iterator[Amiss]:
    for each in told(error, speaker):
        key = f"web.{each.code}"
        own = key in speaker.tongue.sentences
        message = speaker.tongue.say(key) if own else speaker.tongue.spaced(plainly(each.message))
        yield Amiss(part="body", path=each.path, code=each.code, message=message)
