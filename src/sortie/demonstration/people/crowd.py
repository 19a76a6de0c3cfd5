"""Those who are held and whom the docket does not speak of: who they are, by the kind of prison.

The shares are round figures near the public ones; where no public figure is known they are ours.
"""

from collections.abc import Callable, Mapping

from sortie.casework import VictimWish
from sortie.demonstration.chance import Chance
from sortie.demonstration.houses import ARREST, CENTRALE, DETENTION
from sortie.demonstration.people.traits import PastIncident, PastLeave, Traits

# What a file often lacks: the law answers then that it cannot tell, and asks for it.
_OFTEN_UNKNOWN = (
    "custody.security_period", "custody.reductions", "custody.admissible_to", "custody.remand",
    "custody.end_of_sentence", "custody.sentences.recidivist", "custody.sentences.suspended",
    "history.incidents", "history.leaves", "orders.bans", "person.born_on",
)  # fmt: skip
_MEASURES = ("parole", "semi_liberty", "home_detention", "release_under_constraint")
_LEAVES = {DETENTION: "fr.leave.detention_centre", ARREST: "fr.leave.day", CENTRALE: "fr.leave.day"}


def traits_of(prison: str, chance: Chance) -> Traits:
    """Return who one person of the crowd is."""
    return _OF[prison](chance)


def _remand_prison(chance: Chance) -> Traits:
    drawn = chance.number("status", 1, 100)
    if drawn <= 38:
        return Traits(
            status="on_remand", months=chance.number("held", 4, 20), served=50, age=_age(chance, 19)
        )
    if drawn <= 44:
        return Traits(status="appeal_pending", months=24, served=50, age=_age(chance, 19))
    months = chance.pick("months", (4, 6, 8, 10, 12, 12, 15, 18, 18, 24, 24, 30, 36))
    return _convicted(ARREST, months, chance)


def _detention_centre(chance: Chance) -> Traits:
    months = chance.pick(
        "months", (18, 24, 30, 36, 36, 48, 48, 60, 60, 72, 84, 96, 120, 120, 144, 180)
    )
    return _convicted(DETENTION, months, chance)


def _high_security(chance: Chance) -> Traits:
    months = chance.pick("months", (0, 120, 144, 180, 180, 216, 240, 240, 264, 300, 360))
    return _convicted(CENTRALE, months, chance)


_OF: Mapping[str, Callable[[Chance], Traits]] = {
    ARREST: _remand_prison,
    DETENTION: _detention_centre,
    CENTRALE: _high_security,
}


def _convicted(prison: str, months: int, chance: Chance) -> Traits:
    offences = _offences(prison, chance)
    couple = "couple_violence" in offences
    unit = prison == CENTRALE and chance.once_in("unit", 9)
    return Traits(
        months=months,
        served=chance.number("served", 8, 88 if months else 60),
        more=(chance.pick("later", (4, 6, 8, 12)),) if chance.once_in("more", 6) and months else (),
        age=_age(chance, 20 if months and months < 60 else 28),
        remand_months=min(chance.number("remand", 3, 14), months // 4)
        if chance.once_in("was remanded", 3) else 0,
        offences=offences,
        recidivist=chance.once_in("recidivist", 3),
        supervision="pronounced" if "sexual_706_47" in offences else "none",
        secured=months >= 120 and chance.once_in("secured", 3),
        unit=chance.pick("which unit", ("organised_crime_unit", "isolation_unit", "violent_unit"))
        if unit else "ordinary",
        unit_months=chance.number("unit months", 1, 6) if unit else 0,
        watched_months=chance.number("watched", 2, 40)
        if prison == CENTRALE and chance.once_in("watch", 6) else 0,
        misstated=chance.number("misstated", 20, 60) if chance.once_in("slip", 50) else 0,
        admissible_to=(chance.pick("measure", _MEASURES),) if chance.once_in("admitted", 3) else (),
        leaves=_leaves(prison, chance),
        incidents=_incidents(chance),
        bans=("contact",) if couple else (("place",) if chance.once_in("ban", 14) else ()),
        victims=(chance.pick("wish", tuple(VictimWish)),) if couple else (),
        of_the_couple=couple,
        territory_ban=chance.once_in("territory ban", 25),
        unknown=_unknown(chance),
    )  # fmt: skip


def _age(chance: Chance, least: int) -> int:
    return min(chance.number("age", least, 52), chance.number("younger", least, 66))


def _offences(prison: str, chance: Chance) -> tuple[str, ...]:
    drawn = chance.number("offence", 1, 100)
    if prison == CENTRALE and drawn <= 35:
        return ("organised_crime",)
    if drawn <= 8:
        return ("couple_violence",)
    if drawn <= 16 and prison != ARREST:
        return ("sexual_706_47",)
    return ("violence_on_officials",) if drawn <= 20 else ("other",)


def _leaves(prison: str, chance: Chance) -> tuple[PastLeave, ...]:
    """Return the leaves of before: a judge's first; the head of prison's may follow it."""
    if prison == CENTRALE or not chance.once_in("leaves", 4):
        return ()
    first = PastLeave(leave="fr.leave.day", months_ago=chance.number("first", 16, 24))
    if not chance.once_in("again", 2):
        return (first,)
    late = chance.once_in("late", 12)
    again = PastLeave(
        leave=_LEAVES[prison],
        months_ago=chance.number("second", 13, 15),
        granted_by="head_of_prison",
        outcome="returned_late" if late else "returned",
    )
    return (first, again)


def _incidents(chance: Chance) -> tuple[PastIncident, ...]:
    if chance.once_in("escaped", 60):
        return (PastIncident(kind="escape", months_ago=chance.number("when", 14, 60), days=9),)
    if chance.once_in("disciplined", 5):
        return (PastIncident(kind="disciplinary", months_ago=chance.number("when", 1, 20)),)
    return ()


def _unknown(chance: Chance) -> tuple[str, ...]:
    """Return what nobody typed, of one file in four."""
    if not chance.once_in("wanting", 4):
        return ()
    first = chance.pick("first wanting", _OFTEN_UNKNOWN)
    second = chance.pick("second wanting", _OFTEN_UNKNOWN)
    return tuple(dict.fromkeys((first, second) if chance.once_in("two wanting", 2) else (first,)))
