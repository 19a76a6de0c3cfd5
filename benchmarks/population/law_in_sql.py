"""The current French routes written out in SQL, on the word of a stretch of days."""

from benchmarks.population import by_hand
from sortie.population.compiling import Compiled

_KINDS = {kind: rank for rank, kind in enumerate(by_hand.PLACES)}
_NEAR = ", ".join(str(rank) for kind, rank in sorted(_KINDS.items()) if kind in by_hand.NEAR)
_YOUTH, _CENTRE = _KINDS[by_hand.Kind.ETABLISSEMENT_MINEURS], _KINDS[by_hand.Kind.CENTRE_DETENTION]
_NAMED = _KINDS[by_hand.Kind.STRUCTURE_ACCOMPAGNEMENT_SORTIE]
_OLD = _KINDS[by_hand.Kind.CENTRE_PEINES_AMENAGEES]
_BITS = {
    "parole": by_hand.PAROLE, "little": by_hand.LITTLE, "five": by_hand.FIVE, "half": by_hand.HALF,
    "law_2021": by_hand.LAW_2021, "grown": by_hand.ADULT, "year": by_hand.YEAR,
    "third": by_hand.THIRD, "long_leave": by_hand.LONG, "adjusted": by_hand.ADJUSTED,
    "running": by_hand.RUNNING, "convicted": by_hand.CONVICTED, "secured": by_hand.SECURED,
    "banned": by_hand.BANNED, "supervised": by_hand.SUPERVISED, "waived": by_hand.WAIVED,
}  # fmt: skip
_COMMON = (
    "fr.sentence.running", "fr.status.convicted", "fr.security_period.none_running",
    "fr.territory_ban.no_bar", "fr.place.national_territory", "fr.means.funds",
    "fr.means.lodging", "fr.means.transport", "fr.expert_report.made_for_application",
    "fr.expert_report.recent_and_agreed",
)  # fmt: skip

# What a part of a route asks, what it tells as not closed and as not open: «bit: when».
Part = tuple[str, dict[str, str], dict[str, str]]
_MINORS: Part = (
    "year OR third",
    {"fr.total.one_year_at_most": "year", "fr.served.third": "third",
     "fr.minor.own_conditions": "NOT law_2021"},
    {"fr.person.adult": "true", "fr.total.one_year_at_most": "NOT (year OR third)",
     "fr.served.third": "NOT (year OR third)"},
)  # fmt: skip
_TIMED = "(year OR parole OR (half AND little))"
_SHORT: Part = (
    f"near AND {_TIMED}",
    {name: f"near AND {_TIMED} AND {when}" for name, when in {
        "fr.leave.short.place": "true", "fr.person.adult": "youth",
        "fr.total.one_year_at_most": "year", "fr.parole.requires_leave": "parole",
        "fr.served.half": "half AND little", "fr.served.little_left": "half AND little",
    }.items()},
    {"fr.leave.short.place": "NOT near", "fr.total.one_year_at_most": f"NOT {_TIMED}",
     "fr.parole.requires_leave": f"NOT {_TIMED}", "fr.served.half": f"NOT {_TIMED} AND NOT half",
     "fr.served.little_left": f"NOT {_TIMED} AND NOT little"},
)  # fmt: skip
_CENTRE_PART: Part = (
    "centre AND third",
    {"fr.leave.detention_centre.place": "centre AND third", "fr.served.third": "centre AND third"},
    {"fr.leave.detention_centre.place": "NOT centre", "fr.served.third": "NOT third",
     "fr.leave.detention_centre.short_total": "NOT third",
     "fr.total.one_year_at_most": "NOT third AND NOT year"},
)  # fmt: skip
_ORDINARY: Part = (
    "five OR half",
    {"fr.total.five_years_at_most": "five", "fr.served.half": "half"},
    {"fr.total.five_years_at_most": "NOT (five OR half)", "fr.served.half": "NOT (five OR half)"},
)


def _alone(name: str, when: str) -> Part:
    return when, {name: when}, {name: f"NOT {when}"}


_ADULTS: dict[str, Part] = {
    "fr.leave.short": _SHORT,
    "fr.leave.detention_centre": _CENTRE_PART,
    "fr.leave.release_support": _alone("fr.leave.release_support.place", "support"),
    "fr.leave.days_off": _alone("fr.leave.days_off.regime", "adjusted"),
    "fr.leave.day": _ORDINARY,
    "fr.leave.family_event": _ORDINARY,
    "fr.leave.obligation": _ORDINARY,
}
_BY_AGE = {"fr.leave.short", "fr.leave.detention_centre", "fr.leave.day", "fr.leave.obligation"}


def written(compiled: Compiled) -> str:
    """Return the query of every route's outcome and the two words of its reason, ``numbered``."""
    flags = ", ".join(f"((word >> {bit}) & 1)::BOOLEAN AS {name}" for name, bit in _BITS.items())
    names = {route.rule_id: route.names for route in compiled.routes}
    routes = [_route(rank, hand, names[hand.rule]) for rank, hand in enumerate(by_hand.ROUTES)]
    met = ", ".join(each[0] for each in routes)
    words = ", ".join(each[1] for each in routes)
    return f""", flags AS (SELECT person, day, {flags},
    (word >> {by_hand.PLACE}) & 7 AS kind, (word >> {by_hand.PLACE_LAW}) & 3 AS place_law
  FROM states),
places AS (SELECT *, kind = {_YOUTH} AS youth, kind IN ({_NEAR}, {_YOUTH}) AS near,
    kind = {_CENTRE} AS centre,
    (kind = {_NAMED} AND place_law > 0) OR (kind = {_OLD} AND place_law < 2) AS support,
    running AND convicted AND NOT secured AND NOT banned AS common FROM flags),
met AS (SELECT *, {met} FROM places),
numbered AS (SELECT person, day, {words} FROM met)
"""


def _route(rank: int, hand: by_hand.Hand, names: tuple[str, ...]) -> tuple[str, str]:
    """Return what a route asks beyond the common conditions, and its outcome and words."""
    if hand.asks is by_hand.escorted:
        open_, closed = _escorted(names)
        return (
            f"running AS met{rank}",
            f"running AS open{rank}, {open_} AS one{rank}, {closed} AS two{rank}",
        )
    adult = _ADULTS[hand.rule]
    part = adult if hand.rule not in _BY_AGE else tuple(
        f"CASE WHEN grown THEN {a} ELSE {m} END" if isinstance(a, str)
        else {n: f"(grown AND {w})" for n, w in a.items()}
        for a, m in zip(adult, _MINORS, strict=True)
    )  # fmt: skip
    both = f"(common AND met{rank})"
    told = f"({both} OR NOT met{rank})"
    one, two = _told(adult, told, "grown AND " if hand.rule in _BY_AGE else "", names)
    if hand.rule in _BY_AGE:
        more = _told(_MINORS, told, "NOT grown AND ", names)
        one, two = one + more[0], two + more[1]
    always = [*_COMMON, *hand.met]
    extra = {"fr.expert_report.waived": "waived"}
    if hand.rule == "fr.leave.detention_centre":
        always.append("fr.length.five_days")
        extra["fr.length.ten_days_once_a_year"] = "NOT long_leave"
    number = sum(1 << names.index(name) for name in always)
    one.append(f"CASE WHEN {both} THEN {number} ELSE 0 END")
    one += [_bit(name, f"{both} AND {when}", names) for name, when in extra.items()]
    two.append(_bit("fr.expert_report.required", f"{both} AND NOT supervised", names))
    fails = zip(_COMMON, ("NOT running", "NOT convicted", "secured", "banned"), strict=False)
    two += [_bit(name, when, names) for name, when in fails]
    words = f"{both} AS open{rank}, {' + '.join(one)} AS one{rank}, {' + '.join(two)} AS two{rank}"
    return f"({part[0]}) AS met{rank}", words


def _told(part: Part, told: str, where: str, names: tuple[str, ...]) -> tuple[list[str], list[str]]:
    one, two = ([_bit(n, f"{told} AND {where}({when})", names) for n, when in each.items()]
                for each in part[1:])  # fmt: skip
    return one, two


def _bit(name: str, when: str, names: tuple[str, ...]) -> str:
    return f"CASE WHEN {when} THEN {1 << names.index(name)} ELSE 0 END"


def _escorted(names: tuple[str, ...]) -> tuple[str, str]:
    one = (_bit("fr.sentence.running", "running", names),
           _bit("fr.escorted_leave.convicted", "running AND convicted", names),
           _bit("fr.escorted_leave.not_convicted", "running AND NOT convicted", names))  # fmt: skip
    return " + ".join(one), _bit("fr.sentence.running", "NOT running", names)
