"""How papers speak: in a language, by the clock of a prison, citing rules by their ids."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sortie import casework, law, words
from sortie.papers.printing import Item

_NUMBER = re.compile(r"\d+")
# Books of law, in the order in which an order cites their articles.
_BOOKS = ("", "L", "R", "D", "A")
_NOT_LAW = "fr.ministry."


@dataclass(frozen=True, slots=True)
class LawLine:
    """What a rule provides on a day, with its articles; one line of a paper."""

    sentence: str
    articles: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Whole sentences about one place: ``zone`` is its clock."""

    tongue: words.Tongue
    zone: str

    @property
    def clock(self) -> words.Clock:
        """The clock of the place, in words."""
        return words.Clock(self.tongue, self.zone)

    def say(self, key: str, /, **holes: object) -> str:
        """Return a sentence of the papers."""
        return self.tongue.say(f"paper.{key}", **holes)

    def label(self, family: str, code: str) -> str:
        """Return what a code of a family is called; the code itself when it has no name."""
        return self.tongue.sentences.get(f"{family}.{code}", code)

    def role(self, role: str) -> str:
        """Return a capacity in words, to stand inside a sentence."""
        return self.label("role", role)

    def seat(self, role: str) -> str:
        """Return a capacity in words, to stand first."""
        return words.raised(self.role(role))

    def on(self, at: datetime) -> date:
        """Return the day that the clocks of the place show."""
        return self.clock.there(at).date()

    def day(self, at: datetime | date) -> str:
        """Return a day in words, of an instant or as it is."""
        return self.tongue.day(self.on(at) if isinstance(at, datetime) else at)

    def weekday(self, at: datetime) -> str:
        """Return a day in words, with its name in the week."""
        return self.weekday_of(self.on(at))

    def weekday_of(self, day: date) -> str:
        """Return a day in words, with its name in the week."""
        weekday = self.tongue.sentences[f"weekday.{day.weekday()}"]
        return self.say("days.day", weekday=weekday, date=self.tongue.day(day))

    def hour(self, at: datetime) -> str:
        """Return an hour of the day; with its offset when the clocks show that hour twice."""
        local = self.clock.there(at)
        hour = str(local.hour) if self.tongue.code == "fr" else f"{local:%H}"
        shown = self.say("days.clock", hour=hour, minute=f"{local:%M}")
        twice = len({local.replace(fold=fold).utcoffset() for fold in (0, 1)}) > 1
        return f"{shown} (UTC{local.isoformat()[-6:]})" if twice else shown

    def leave(self, terms: casework.Terms) -> str:
        """Return the kind of a leave, to stand inside a sentence."""
        known = {route.code for route in law.france.ROUTES}
        found = words.leave_name(terms.leave, self.tongue) if terms.leave in known else terms.leave
        return words.lowered(found)

    def purpose(self, terms: casework.Terms) -> str:
        """Return what a leave is for, to stand inside a sentence."""
        return self.tongue.spaced(self.tongue.names.PURPOSES.get(terms.purpose, terms.purpose))

    # -- the law

    def rule(self, rule: str, on: date) -> LawLine | None:
        """Return what a rule provides on a day; None where it is not in force or not written."""
        known = law.france.PROCEDURE_RULES.get(rule)
        wording = known.wording_on(on) if known is not None else None
        if wording is None:
            return None
        text = wording.sentence if self.tongue.code == "fr" else wording.gloss
        return LawLine(words.raised(self.tongue.spaced(text)), self.articles(wording.cites, on))

    def law(self, rule: str, on: date) -> str | None:
        """Return what a rule provides on a day as one sentence with its articles."""
        line = self.rule(rule, on)
        if line is None:
            return None
        return self.say("law", sentence=line.sentence.rstrip("."), articles=line.articles)

    def regard(self, rules: Iterable[str], on: date) -> str:
        """Return the articles that rules rest on, to follow «Vu»; nothing where none is."""
        return self._articles([cite for rule in rules for cite in cites_of(rule, on)], on, "the_")

    def provision(self, provision: str, on: date) -> LawLine | None:
        """Return what a provision says on a day, in the words of the texts of the house."""
        version = law.france.texts().provision(provision).version(on)
        if version is None:
            return None
        text = version.words_fr if self.tongue.code == "fr" else version.words_en
        return LawLine(self.tongue.spaced(text), self.articles((provision,), on))

    def cited(self, rules: Iterable[str], on: date) -> str:
        """Return the articles that rules rest on, on a day; nothing where none is in force."""
        found = [cite for rule in rules for cite in cites_of(rule, on)]
        return self.articles(found, on)

    def articles(self, provisions: Iterable[str], on: date) -> str:
        """Return provisions by their articles on a day: «articles 712-5 et D142 du code…».

        A provision without a version in force that day is not cited.
        """
        return self._articles(provisions, on)

    def _articles(self, provisions: Iterable[str], on: date, form: str = "") -> str:
        by_code: dict[str, set[str]] = {}
        for each in provisions:
            version = law.france.texts().provision(each).version(on)
            if version is not None and not each.startswith(_NOT_LAW):
                by_code.setdefault(version.code, set()).add(version.article)
        return self.tongue.listed(
            self._of_code(code, sorted(numbers, key=_rank), form)
            for code, numbers in by_code.items()
        )

    def _of_code(self, code: str, numbers: list[str], form: str) -> str:
        name = f"paper.code.{code}"
        named = name if name in self.tongue.sentences else "paper.code.other"
        return self.say(
            f"{form}article" if len(numbers) == 1 else f"{form}articles",
            articles=self.tongue.listed(numbers),
            code=self.tongue.say(named, code=code),
        )

    # -- pieces

    def piece(self, case: casework.Case, name: str) -> str:
        """Return a piece of the file in words, by what it is and its date."""
        held = case.pieces.get(name)
        if held is None:
            return self.say("piece.unknown", piece=name)
        if held.dated_on is None:
            return self.say("piece.undated", kind=held.kind, piece=name)
        return self.say("piece", kind=held.kind, day=self.day(held.dated_on), piece=name)

    def ground(self, case: casework.Case, ground: casework.Ground) -> Item:
        """Return a ground as typed, a whole sentence, with the piece that it points at."""
        return Item(sentence(ground.text), self.piece(case, ground.piece) if ground.piece else "")

    def ban(self, ban: casework.AttachedBan) -> str:
        """Return a ban of another decision in words."""
        names = self.tongue.names.SEEN
        kind = words.raised(names.get(f"{ban.kind}_ban", names["ban"]))
        source = ban.what or ban.source
        return self.say("ban.source" if source else "ban", kind=kind, source=source)


def voice(lang: str, zone: str) -> Voice:
    """Return how papers speak in a language, by the clock of a place."""
    return Voice(words.tongue(lang), zone)


def sentence(typed: str) -> str:
    """Return what someone typed as a sentence: a capital first, a full stop last."""
    text = words.tongue("fr").spaced(typed.strip())
    if not text:
        return text
    return words.raised(text) + ("" if text[-1] in ".!?…»" else ".")


def cites_of(rule: str, on: date) -> tuple[str, ...]:
    """Return the provisions a rule rests on on a day; none where it is not in force."""
    if rule in law.france.PROCEDURE_RULES:
        wording = law.france.PROCEDURE_RULES[rule].wording_on(on)
        return () if wording is None else wording.cites
    if rule not in law.france.BOOK.rules:
        return ()
    version = law.france.BOOK[rule].version_on(on)
    return () if version is None else tuple(version.cites)


def _rank(article: str) -> tuple[int, list[int], str]:
    """Order articles as a code does: the law first, then decrees; by numbers, not by letters."""
    letter = article[:1] if article[:1].isalpha() else ""
    book = _BOOKS.index(letter) if letter in _BOOKS else len(_BOOKS)
    return book, [int(each) for each in _NUMBER.findall(article)], article
