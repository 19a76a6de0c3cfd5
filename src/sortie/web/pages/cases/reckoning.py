"""The sentence, line by line, as it is reckoned: what moves the end, and what hangs on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sortie import law
from sortie.law.france import Line, OtherReading
from sortie.web.frame import Asked
from sortie.web.pages.answers import plain_path
from sortie.web.pages.cases.reading import LawRead
from sortie.web.pages.cases.rules_told import ReadingTold, reading_told
from sortie.words import articles, is_bound

# The lines before which a space is left: what comes off, the end, what hangs on it.
_SECTIONS = frozenset(["regime", "end", "third_served.current_date", "parole"])


@dataclass(frozen=True, slots=True, kw_only=True)
class LineTold:
    """One line: what it is, how much, which day, where the end stands after it when it moved."""

    what: str
    much: str
    day: str
    end: str
    missing: str
    cites: str
    readings: tuple[tuple[int, str], ...]
    opens: bool
    main: bool


@dataclass(frozen=True, slots=True)
class OtherTold:
    """What one other option of a reading would change."""

    reading: ReadingTold
    option: str
    changed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReckoningTold:
    """The sentence as a page shows it. ``others`` is None until they are asked for.

    ``readings`` are those that a line follows, which names them by their rank, from 1.
    """

    lines: tuple[LineTold, ...]
    readings: tuple[ReadingTold, ...]
    warnings: tuple[str, ...]
    others: tuple[OtherTold, ...] | None


def reckoning_told(read: LawRead, asked: Asked, *, others: bool) -> ReckoningTold:
    """Return the sentence of a person, computed.

    The trap: under every other reading it costs a whole reckoning each, so these are asked for.
    """
    file, france = read.held.file, law.france
    reckoning = france.reckoning_of(file, france.first_choices())
    followed = dict.fromkeys(id_ for line in reckoning.lines for id_ in line.basis.readings)
    names = {
        id_: (rank, asked.say("case.reckoning.reading", rank=rank))
        for rank, id_ in enumerate(followed, start=1)
    }
    told = _Telling(read, asked, names)
    release = reckoning.release
    titles = france.remands_open(file, release) if release is not None else ()
    return ReckoningTold(
        lines=tuple(told.line(each) for each in reckoning.lines),
        readings=tuple(reading_told(each, asked) for each in followed),
        warnings=tuple(told.warnings(reckoning, titles)),
        others=tuple(told.others(france.reckoned(file).others)) if others else None,
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    read: LawRead
    asked: Asked
    followed: dict[str, tuple[int, str]]

    def line(self, line: Line) -> LineTold:
        """Return one line in words."""
        say, today = self.asked.say, self.read.today
        unmodelled = line.what == "not_modelled"
        on = line.day if line.day is not None and line.day < today else today
        return LineTold(
            what=say("sentence.not_modelled", name=say(f"not_modelled.{line.value}"))
            if unmodelled
            else say(f"line.{line.what}"),
            much="" if unmodelled else self._much(line),
            day=self._day(line),
            end=self.asked.tongue.day(line.end) if line.moved and line.end is not None else "",
            missing=self.asked.tongue.listed(self._facts(line.missing)),
            cites=articles(line.basis.cites, on),
            readings=tuple(self.followed[each] for each in line.basis.readings),
            opens=line.what in _SECTIONS,
            main=line.what in ("end", "release"),
        )

    def _much(self, line: Line) -> str:
        tongue = self.asked.tongue
        if line.length is not None:
            return tongue.length(line.length)
        if line.days is not None:
            return tongue.count("day", line.days, n=line.days)
        return tongue.say(f"value.{line.value}") if line.value else ""

    def _day(self, line: Line) -> str:
        day: date | None = line.end if line.what == "end" else line.day
        if day is not None and is_bound(day):
            return self.asked.tongue.day(day)
        return self.asked.say("unknown") if line.what == "end" else ""

    def _facts(self, paths: tuple[str, ...]) -> Iterator[str]:
        named = self.asked.tongue.names.PATHS
        for path in paths:
            yield self.asked.tongue.spaced(named.get(plain_path(path), path))

    def warnings(
        self, reckoning: law.france.Reckoning, titles: tuple[law.france.OpenTitle, ...]
    ) -> Iterator[str]:
        """Yield what must be known before the sentence is relied on."""
        say, tongue = self.asked.say, self.asked.tongue
        difference = self.read.asked.difference
        if difference is not None:
            stated, computed = tongue.day(difference.stated), tongue.day(difference.computed)
            yield say("sentence.difference", stated=stated, computed=computed)
        for title in titles:
            yield say("sentence.still_open", fact="".join(self._facts((title.path,))))
        for each in reckoning.warnings:
            day = tongue.day(each.day) if each.day else ""
            yield say(f"warning.{each.code}", day=day)

    def others(self, found: tuple[OtherReading, ...]) -> Iterator[OtherTold]:
        """Yield what each other option of a reading would change."""
        for each in found:
            words = law.france.readings()[each.reading].options[each.option]
            option = self.asked.tongue.either({"fr": words[0], "en": words[1]})
            changed = tuple(
                (self.asked.say(f"line.{what}"), self.asked.tongue.day(day))
                for what, day in each.changed
            )
            yield OtherTold(reading_told(each.reading, self.asked), option, changed)
