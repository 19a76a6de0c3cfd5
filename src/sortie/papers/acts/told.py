"""Who must be told of an act and by whom, and the ways to appeal: as the rules of the day say."""

from collections.abc import Iterator
from datetime import date

from sortie import casework, law
from sortie.papers.printing import Blank, Block, Heading, Item, Items, Para, Table
from sortie.papers.voice import Voice

_ROWS = (4, 5, 3, 2, 3)
_JUDGE_APPEALED = (
    "fr.procedure.appeal", "fr.procedure.appeal.cross", "fr.procedure.stay",
    "fr.procedure.stay.appeal", "fr.procedure.appeal.lapses", "fr.procedure.observations",
)  # fmt: skip
_HEAD_REFUSED = ("fr.procedure.head.no_appeal",)


def told(occasion: law.Occasion | None, on: date, says: Voice) -> Iterator[Block]:
    """Yield who is told, with cells for the hand: a time limit runs from what is written there.

    Without an occasion, no rule written here says who is.
    """
    yield Heading(says.say("act.told"))
    rows = _duties(occasion, on)
    if not rows:
        yield Blank(says.say("told.blank"), lines=2)
        return
    yield from (Para(line) for rule in dict.fromkeys(each.rule for each in rows)
                if (line := says.law(rule, on)) is not None)  # fmt: skip
    yield Table(
        header=tuple(says.say(f"told.{each}") for each in ("to", "by", "at", "means", "proof")),
        widths=_ROWS,
        rows=tuple((says.seat(each.to), says.role(each.who), "", "", "") for each in rows),
        tall=True,
    )


def _duties(occasion: law.Occasion | None, on: date) -> list[law.Duty]:
    if occasion is None:
        return []
    found = law.france.PROCEDURE.must_be_told(
        occasion=occasion, couple_violence=None, wish="unknown", escorted=None, on=on
    )
    duties = () if isinstance(found, law.NotModelled) else found
    return [each for each in duties if each.to != casework.Role.VICTIM]


def remedies(order: casework.Order, on: date, says: Voice) -> Iterator[Block]:
    """Yield the ways to appeal against a decision on an application.

    The trap: the windows are not dated here. Each opens with its own notice, which comes later.
    """
    yield Heading(says.say("act.remedies"))
    if order.decided_by.role is casework.Role.HEAD_OF_PRISON:
        yield from _provided(() if order.granted else _HEAD_REFUSED, on, says)
        return
    lines = tuple(_provided(_JUDGE_APPEALED, on, says))
    yield from lines
    if not any(isinstance(each, Blank) for each in lines):
        yield from _unsettled("fr.procedure.appeal", on, says)
    yield Blank(says.say("remedies.form"), lines=2)


def unwritten(says: Voice) -> Iterator[Block]:
    """Yield the place for the ways to appeal that no rule here says."""
    yield Heading(says.say("act.remedies"))
    yield Blank(says.say("remedies.blank"), lines=2)


def _provided(rules: tuple[str, ...], on: date, says: Voice) -> Iterator[Block]:
    lines = [line for rule in rules if (line := says.law(rule, on)) is not None]
    if lines:
        yield Items(tuple(Item(said=line) for line in lines))
    else:
        yield Blank(says.say("remedies.blank"), lines=2)


def _unsettled(rule: str, on: date, says: Voice) -> Iterator[Block]:
    wording = law.france.PROCEDURE_RULES[rule].wording_on(on)
    for name in wording.readings if wording is not None else ():
        reading = law.france.readings()[name]
        if not reading.adopted:
            question = says.tongue.either({"fr": reading.question_fr, "en": reading.question_en})
            yield Para(says.say("remedies.reading", question=question))
