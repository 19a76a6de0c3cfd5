"""The printed manual: the law, readable, with the content of its pages and no other."""

from collections.abc import Iterable, Iterator
from datetime import date

from sortie import manual as content
from sortie import words
from sortie.manual import CaseTold, Change, ClockTold, Piece, ReadingTold, RuleTold, TextTold
from sortie.papers.printing import (
    Bullets,
    Entry,
    Lines,
    Mark,
    Paper,
    Part,
    Run,
    Under,
    Volume,
    bound,
)
from sortie.words import Tongue

Block = Part | Entry | Under | Lines | Bullets
_MARKS = {Change.SAME: Mark.PLAIN, Change.ADDED: Mark.ADDED, Change.REMOVED: Mark.REMOVED}
_GAP = Run(" ")


def law_manual(on: date, *, rule: str | None = None, lang: str = "fr") -> Paper:
    """Return the law as it is read on a day: every rule, or one with all that it stands on.

    Raises:   UnknownRule
    """
    tongue = words.tongue(lang)
    ids = _ordered(on, tongue) if rule is None else (rule,)
    rules = tuple(content.rule_told(each, on, tongue) for each in ids)
    day = tongue.day(on)
    title = tongue.say("manual.title")
    if rule is not None:
        title = tongue.say("manual.title.rule", rule=rules[0].title)
    return bound(
        Volume(
            name=f"law-{rule or 'manual'}-{on.isoformat()}-{lang}",
            title=title,
            lang=lang,
            dated=on,
            issuer=tongue.say("manual.issuer"),
            reference=tongue.say("manual.read_on", day=day),
            foot=tongue.say("manual.foot", day=day),
            page=tongue.say("manual.page"),
            contents=tongue.say("manual.contents"),
            lead=(tongue.say("manual.lead", day=day), tongue.say("manual.unofficial"),
                  tongue.say("manual.signs")),
            body=tuple(_Bound(rules, on, tongue).body()),
        )
    )  # fmt: skip


def _ordered(on: date, tongue: Tongue) -> tuple[str, ...]:
    """Return every rule in the order of the index."""
    groups = content.groups(content.Wanted(on=on), tongue)
    return tuple(row.rule for group in groups for row in group.rows)


class _Bound:
    """A volume being put together: only what is in it is led to."""

    def __init__(self, rules: tuple[RuleTold, ...], on: date, tongue: Tongue) -> None:
        self.rules, self.on, self.tongue, self.say = rules, on, tongue, tongue.say
        self.studied = {each.id: content.studied(each.id, tongue) for each in rules}
        self.known = {each.id for each in rules}

    def body(self) -> Iterator[Block]:
        yield Part(self.say("manual.part.rules"))
        for rule in self.rules:
            yield from self._rule(rule)
        yield Part(self.say("manual.part.texts"))
        for text in self._texts():
            yield from self._text(text)
        readings = self._readings()
        if readings:
            yield Part(self.say("manual.part.readings"))
        for reading in readings:
            yield from self._reading(reading)
        cases = self._cases()
        if cases:
            yield Part(self.say("manual.part.cases"))
        for case in cases:
            yield from self._case(case)

    # -- what is in it

    def _texts(self) -> tuple[TextTold, ...]:
        """Return the provisions that a version of a rule cites, or cited."""
        ids = {
            each.id for rule in self.rules for version in rule.versions for each in version.cites
        }
        told = [content.text_told(each, self.on, self.tongue) for each in ids]
        return tuple(sorted(told, key=lambda each: (each.citation, each.id)))

    def _readings(self) -> tuple[ReadingTold, ...]:
        if len(self.rules) > 1:
            return content.readings_told(self.on, self.tongue)
        return tuple(each for rule in self.rules for each in rule.readings)

    def _cases(self) -> tuple[CaseTold | ClockTold, ...]:
        ids = {each for held in self.studied.values() for each in held.ids}
        told = (content.case_told(each, self.tongue) for each in sorted(ids))
        return tuple(each for each in told if each is not None)

    # -- a rule

    def _rule(self, rule: RuleTold) -> Iterator[Block]:
        yield Entry(rule.title, rule.id)
        head = self.say("manual.rule.id", rule=rule.id)
        yield Lines((Run(f"{rule.family}. {head}.", Mark.QUIET),))
        yield Lines((Run(rule.standing),))
        if rule.procedure:
            yield Lines((Run(self.say("manual.procedure"), Mark.QUIET),))
        for version in rule.versions:
            yield Under(version.heading)
            yield Lines(_pieces(version.pieces) or (Run(version.sentence),))
            french = version.other_lang == "fr"
            yield Lines((Run(version.other, Mark.QUIET, french=french),))
            if version.same:
                yield Lines((Run(self.say("manual.version.same"), Mark.QUIET),))
            yield Lines(tuple(self._cited(version.cites)))
            if version.lines:
                yield Bullets(tuple(map(self._line, version.lines)), numbered=True)
            yield from _bullets((Run(each),) for each in version.figures)
        yield from self._around(rule)

    def _cited(self, cites: Iterable[content.Cited]) -> Iterator[Run]:
        yield Run(f"{self.say('manual.cites')}{self._colon()}", Mark.STRONG)
        for rank, each in enumerate(cites):
            if rank:
                yield Run(", ")
            yield Run(each.citation, _MARKS[each.change], to=each.id)

    def _line(self, line: content.Line) -> tuple[Run, ...]:
        mark = _MARKS[line.change]
        number = (Run(f"{line.number} ", Mark.QUIET),) if line.number else ()
        return (*number, Run(line.text, mark, to=line.rule if line.rule in self.known else ""))

    def _around(self, rule: RuleTold) -> Iterator[Block]:
        if rule.readings:
            yield Under(self.say("manual.readings"))
            yield from _bullets(
                (Run(each.question, to=each.id), _GAP, Run(f"{each.standing} {each.signature}"))
                for each in rule.readings
            )
        held = self.studied[rule.id]
        yield Under(self.say("manual.cases"))
        if held.ids:
            yield Lines(tuple(_listed(held.ids)))
        if held.scripts:
            yield Lines((Run(f"{self.say('manual.scripts')}{self._colon()}", Mark.STRONG),))
            yield from _bullets((Run(each, french=True),) for each in held.scripts)
        if not held.ids and not held.scripts:
            key = "manual.cases.none" if held.installed else "manual.cases.away"
            yield Lines((Run(self.say(key)),))
        if rule.used_by:
            yield Under(self.say("manual.used_by"))
            yield from _bullets(
                (Run(sentence, to=each if each in self.known else ""),)
                for each, sentence in rule.used_by
            )

    def _colon(self) -> str:
        return self.tongue.spaced(" : " if self.tongue.code == "fr" else ": ")

    # -- what stands around the rules

    def _text(self, text: TextTold) -> Iterator[Block]:
        yield Entry(text.citation, text.id, listed=False)
        for future in text.future:
            yield Lines((Run(future),))
        for version in text.versions:
            yield Under(self.say("manual.version.dates", days=version.days))
            yield Lines((Run(version.citation, Mark.STRONG), _GAP, Run(version.title, french=True)))
            yield Lines(_pieces(version.pieces) or (Run(version.words),))
            source = self.say("manual.text.source", source=version.source)
            yield Lines((Run(f"{version.checked} {source}", Mark.QUIET),))

    def _reading(self, reading: ReadingTold) -> Iterator[Block]:
        yield Entry(reading.question, reading.id)
        yield from _bullets(
            (Run(option, Mark.STRONG if adopted else Mark.PLAIN),)
            for option, adopted in reading.options
        )
        yield Lines((Run(f"{reading.standing} {reading.signature}"),))
        yield Lines((Run(reading.why, Mark.QUIET),))
        cites = self.say("manual.reading.cites", cites=reading.cites)
        yield Lines((Run(f"{cites} {reading.id}", Mark.QUIET),))

    def _case(self, case: CaseTold | ClockTold) -> Iterator[Block]:
        yield Entry(self.say("manual.case.title", id=case.id), case.id, listed=False)
        yield Lines((Run(case.title, Mark.STRONG, french=True),))
        yield Lines((Run(case.reviewed),))
        if case.note:
            yield Lines((Run(case.note, french=True),))
        if isinstance(case, ClockTold):
            place = f" ({case.place})" if case.place else ""
            yield Lines((Run(f"{case.question}{place}", french=True),))
            yield from self._pairs("manual.case.given", case.given)
            yield from self._pairs("manual.case.expected", case.expected)
            return
        yield Lines((Run(case.mark, Mark.QUIET),))
        for question in case.questions:
            yield Under(self.say("manual.case.question", number=question.number))
            yield Lines((Run(question.asked),))
            if question.settled:
                settled = " ".join(question.settled)
                yield Lines((Run(f"{self.say('manual.case.settled')} {settled}"),))
            if question.unsaid:
                unsaid = ", ".join(question.unsaid)
                yield Lines((Run(f"{self.say('manual.case.unsaid')} {unsaid}."),))
            yield from _bullets(self._pair(*each) for each in question.expected)
        yield Under(self.say("manual.case.facts"))
        yield from _bullets(self._pair(fact.name, " / ".join(fact.values)) for fact in case.facts)
        if not case.facts:
            yield Lines((Run(self.say("manual.case.facts.none")),))

    def _pairs(self, key: str, lines: Iterable[str]) -> Iterator[Block]:
        yield Under(self.say(key))
        yield from _bullets((Run(each, french=True),) for each in lines)

    def _pair(self, name: str, value: str) -> tuple[Run, ...]:
        return (Run(f"{name}{self._colon()}", Mark.QUIET), Run(value))


def _pieces(pieces: Iterable[Piece]) -> tuple[Run, ...]:
    """Return a comparison, what changed parted from what did not by a space."""
    found: list[Run] = []
    for each in pieces:
        if found and (found[-1].mark is not Mark.PLAIN or each.change is not Change.SAME):
            found.append(_GAP)
        text = each.text if each.change is Change.SAME else each.text.strip()
        found.append(Run(text, _MARKS[each.change]))
    return tuple(found)


def _bullets(items: Iterable[tuple[Run, ...]]) -> Iterator[Bullets]:
    held = tuple(items)
    if held:
        yield Bullets(held)


def _listed(ids: Iterable[str]) -> Iterator[Run]:
    for rank, each in enumerate(ids):
        if rank:
            yield Run(", ")
        yield Run(each, to=each)
