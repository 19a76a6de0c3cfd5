"""Every key of a case file (``format: sortie/case@1``), with the shape of its value.

The order of the keys here is the order in which a case is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sortie.facts import checks
from sortie.facts.errors import Wanted
from sortie.facts.moments import Day, Hours, Instant, Term
from sortie.facts.records import (
    Adjustment,
    Application,
    Ban,
    CaseFile,
    Commutation,
    Concurrence,
    CustodyFacts,
    HeadOfPrisonExcluded,
    HistoryFacts,
    Incident,
    Interruption,
    LeaveTaken,
    OrderFacts,
    ParoleRequiresLeave,
    PastApplication,
    Period,
    PersonFacts,
    Place,
    Placement,
    Reduction,
    RemandPeriod,
    SecurityPeriod,
    Sentence,
    Shortening,
    StatusChange,
    SuspensionRevoked,
    TerritoryBan,
)
from sortie.facts.shapes import (
    Commune,
    Country,
    Flag,
    FormatName,
    Jurisdiction,
    OrNone,
    Rank,
    Shape,
    Text,
    Word,
)
from sortie.facts.structures import Key, ListOf, Record

_FROM = Key("since", Day(), required=True)
_FROM_IF_KNOWN = Key("since", Day())
_DAY_OR_NONE = OrNone(Day(Wanted.DATE_OR_NONE))
_UNTIL = Key("until", _DAY_OR_NONE)
_SHOWN = Flag(frozenset(["not_needed"]))
_PERIODS = ListOf(Record(Period, {"from": _FROM, "until": _UNTIL}, checks.period))

_PERSON = Record(
    PersonFacts,
    {
        "born_on": Key("born_on", Day()),
        "parent_of_child_under_ten": Key("parent_of_child_under_ten", Flag()),
    },
)

_STATUS = Record(
    StatusChange, {"is": Key("status", Word("statuses"), required=True), "from": _FROM}
)


def _decided(kind: type, wanted: Wanted = Wanted.MAPPING) -> Record:
    keys = {"decided_on": Key("decided_on", Day()), "length": Key("length", Term())}
    return Record(kind, keys, wanted=wanted)


_SENTENCE = Record(
    Sentence,
    {
        "length": Key("length", Term(life=True, wanted=Wanted.LENGTH_OR_LIFE)),
        "suspended": Key("suspended", OrNone(Term(wanted=Wanted.LENGTH_OR_NONE))),
        "pronounced_on": Key("pronounced_on", Day()),
        "final_on": Key("final_on", _DAY_OR_NONE),
        "offences": Key("offences", ListOf(Word("offences"), checks.once_each)),
        "recidivist": Key("recidivist", Flag()),
        "socio_judicial_supervision": Key(
            "socio_judicial_supervision", OrNone(Word("supervisions"))
        ),
        "merged_into": Key("merged_into", OrNone(Rank()), null_is_none=True),
        "merged_part": Key("merged_part", Term()),
        "suspension_revoked": Key(
            "suspension_revoked", ListOf(_decided(SuspensionRevoked), lone=True)
        ),
        "commuted": Key("commuted", OrNone(_decided(Commutation, Wanted.MAPPING_OR_NONE))),
        "court": Key("court", Word("courts")),
    },
    checks.sentence,
)

_CONCURRENCE = Record(
    Concurrence,
    {
        "sentences": Key("sentences", ListOf(Rank(), checks.once_each)),
        "at_most": Key("at_most", Term(life=True, wanted=Wanted.LENGTH_OR_LIFE)),
    },
)

_INTERRUPTION = Record(Interruption, {"from": _FROM, "until": _UNTIL}, checks.period)

_REMAND = Record(RemandPeriod, {"from": _FROM, "until": _UNTIL}, checks.period)

_SECURITY_PERIOD = Record(
    SecurityPeriod,
    {
        "from": _FROM_IF_KNOWN,
        "until": _UNTIL,
        "length": Key("length", Term()),
        "share": Key("share", Word("security_shares")),
        "sentence": Key("sentence", Rank()),
        "shortened": Key("shortened", ListOf(_decided(Shortening), lone=True)),
        "lifted_on": Key("lifted_on", _DAY_OR_NONE),
    },
    checks.security_period,
)

_REDUCTION = Record(
    Reduction,
    {
        "granted_on": Key("granted_on", Day()),
        "length": Key("length", Term()),
        "kind": Key("kind", Word("reduction_kinds")),
        "withdrawn_on": Key("withdrawn_on", _DAY_OR_NONE),
    },
    checks.reduction,
)

_PLACEMENT = Record(
    Placement,
    {
        "from": _FROM,
        "until": _UNTIL,
        "establishment": Key("establishment", Text()),
        "kind": Key("kind", Word("placement_kinds")),
        "unit": Key("unit", Word("units")),
    },
    checks.period,
)

_ADJUSTMENT = Record(
    Adjustment,
    {"kind": Key("kind", Word("adjustment_kinds")), "from": _FROM, "until": _UNTIL},
    checks.period,
)

_TERRITORY_BAN = Record(
    TerritoryBan,
    {"since": Key("since", Day()), "until": _UNTIL},
    checks.ban,
    Wanted.MAPPING_OR_NONE,
)

_PAROLE_REQUIRES_LEAVE = Record(
    ParoleRequiresLeave,
    {"decided_on": Key("decided_on", Day())},
    wanted=Wanted.MAPPING_OR_NONE,
)

_CUSTODY = Record(
    CustodyFacts,
    {
        "status": Key("status", ListOf(_STATUS, checks.statuses_in_order)),
        "committed_on": Key("committed_on", Day()),
        "sentences": Key("sentences", ListOf(_SENTENCE, checks.sentences_that_stand)),
        "concurrence": Key("concurrence", ListOf(_CONCURRENCE)),
        "interruptions": Key("interruptions", ListOf(_INTERRUPTION)),
        "care_refused": Key("care_refused", _PERIODS),
        "remand": Key("remand", ListOf(_REMAND)),
        "security_period": Key(
            "security_periods",
            ListOf(_SECURITY_PERIOD, checks.one_security_period_each, lone=True),
        ),
        "reductions": Key("reductions", ListOf(_REDUCTION)),
        "end_of_sentence": Key("end_of_sentence", _DAY_OR_NONE),
        "placements": Key("placements", ListOf(_PLACEMENT, checks.placements_in_order)),
        "adjustments": Key("adjustments", ListOf(_ADJUSTMENT)),
        "watch_list": Key("watch_list", _PERIODS),
        "isolation": Key("isolation", _PERIODS),
        "territory_ban": Key("territory_ban", OrNone(_TERRITORY_BAN)),
        "parole_requires_leave": Key("parole_requires_leave", OrNone(_PAROLE_REQUIRES_LEAVE)),
        "admissible_to": Key("admissible_to", ListOf(Word("measures"), checks.once_each)),
    },
    checks.custody,
)

_LEAVE = Record(
    LeaveTaken,
    {
        "type": Key("leave", Word("leave_types")),
        "from": _FROM_IF_KNOWN,
        "until": _UNTIL,
        "granted_by": Key("granted_by", Word("authorities")),
        "outcome": Key("outcome", Word("leave_outcomes")),
    },
    checks.period,
)

_INCIDENT = Record(
    Incident,
    {"kind": Key("kind", Word("incident_kinds")), "on": Key("on", Day()), "until": _UNTIL},
    checks.incident,
)

_PAST_APPLICATION = Record(
    PastApplication,
    {
        "filed_on": Key("filed_on", Day()),
        "decided_on": Key("decided_on", _DAY_OR_NONE),
        "outcome": Key("outcome", Word("application_outcomes")),
        "bar_until": Key("bar_until", _DAY_OR_NONE),
    },
    checks.past_application,
)

_HISTORY = Record(
    HistoryFacts,
    {
        "leaves": Key("leaves", ListOf(_LEAVE)),
        "incidents": Key("incidents", ListOf(_INCIDENT)),
        "applications": Key("applications", ListOf(_PAST_APPLICATION)),
    },
)

_BAN = Record(
    Ban,
    {
        "kind": Key("kind", Word("ban_kinds")),
        "since": Key("since", Day()),
        "until": _UNTIL,
        "source": Key("source", Text()),
    },
    checks.ban,
)

_HEAD_OF_PRISON_EXCLUDED = Record(
    HeadOfPrisonExcluded, {"on": Key("on", Day())}, wanted=Wanted.MAPPING_OR_NONE
)

_ORDERS = Record(
    OrderFacts,
    {
        "bans": Key("bans", ListOf(_BAN)),
        "head_of_prison_excluded": Key("head_of_prison_excluded", OrNone(_HEAD_OF_PRISON_EXCLUDED)),
    },
)

_PLACE = Record(Place, {"country": Key("country", Country()), "commune": Key("commune", Commune())})

_APPLICATION = Record(
    Application,
    {
        "filed_on": Key("filed_on", Day()),
        "purpose": Key("purpose", Word("purposes")),
        "departs_at": Key("departs_at", Instant()),
        "returns_at": Key("returns_at", Instant()),
        "travel_time": Key("travel_time", OrNone(Hours())),
        "days_not_worked": Key("days_not_worked", ListOf(Day(), checks.once_each)),
        "places": Key("places", ListOf(_PLACE)),
        "escorted": Key("escorted", Flag()),
        "funds_shown": Key("funds_shown", Flag()),
        "lodging_shown": Key("lodging_shown", _SHOWN),
        "transport_shown": Key("transport_shown", _SHOWN),
        "representation_possible": Key("representation_possible", Flag()),
        "video_link_possible": Key("video_link_possible", Flag()),
        "expert_report_on": Key("expert_report_on", _DAY_OR_NONE),
        "prosecutor_agrees": Key("prosecutor_agrees", Flag()),
        "prepares_relief": Key("prepares_relief", Flag()),
    },
    checks.application,
)

CASE = Record(
    CaseFile,
    {
        "format": Key("format", FormatName(), required=True),
        "jurisdiction": Key("jurisdiction", Jurisdiction(), required=True),
        "title": Key("title", Text()),
        "person": Key("person", _PERSON),
        "custody": Key("custody", _CUSTODY),
        "history": Key("history", _HISTORY),
        "orders": Key("orders", _ORDERS),
        "application": Key("application", _APPLICATION),
    },
    checks.case,
)


class How(StrEnum):
    """How a fact is asked of someone who has a form before them."""

    WORD = "word"
    FLAG = "flag"
    FLAG_OR_NOT_NEEDED = "flag_or_not_needed"
    DAY = "day"
    DAYS = "days"
    INSTANT = "instant"
    HOURS = "hours"
    TEXT = "text"
    RECORDS = "records"


@dataclass(frozen=True, slots=True)
class Asked:
    """One key of a section: how it is asked, from which list, and whether «none» is an answer."""

    name: str
    how: How
    offered: str = ""
    or_none: bool = False
    inside: tuple["Asked", ...] = ()


_HOWS: Mapping[type, How] = {
    Word: How.WORD, Flag: How.FLAG, Day: How.DAY, Instant: How.INSTANT, Hours: How.HOURS,
}  # fmt: skip


def asked_in(section: str) -> tuple[Asked, ...]:
    """Return what a section of the case file asks, in the order in which it is written.

    >>> [each.name for each in asked_in("application")][:2]
    ['filed_on', 'purpose']
    """
    shape = CASE.keys[section].shape
    return tuple(_asked(name, key.shape) for name, key in _keys_of(shape))


def _keys_of(shape: Shape) -> tuple[tuple[str, Key], ...]:
    return tuple(shape.keys.items()) if isinstance(shape, Record) else ()


def _asked(name: str, shape: Shape) -> Asked:
    or_none = isinstance(shape, OrNone)
    bare = shape.shape if isinstance(shape, OrNone) else shape
    if isinstance(bare, ListOf):
        inside = tuple(_asked(each, key.shape) for each, key in _keys_of(bare.item))
        return Asked(name, How.RECORDS if inside else How.DAYS, inside=inside)
    how = _HOWS.get(type(bare), How.TEXT)
    if isinstance(bare, Flag) and bare.others:
        how = How.FLAG_OR_NOT_NEEDED
    return Asked(name, how, offered=bare.offered if isinstance(bare, Word) else "", or_none=or_none)
