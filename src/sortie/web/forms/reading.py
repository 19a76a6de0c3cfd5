"""From what was typed to what an act says: every fault at once, each beside its field."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, ClassVar, Literal

from sortie import days
from sortie.web.forms.fields import Field, Form, Kind
from sortie.web.forms.typed import DAY, FOLD, TIME, Typed
from sortie.words import Clock, Tongue
from sortie.words.office import Speaker, told

_FOLDS: Mapping[str, Literal[0, 1]] = {"0": 0, "1": 1}
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field; ``path`` is where to go to put it right."""

    path: str
    message: str


@dataclass(slots=True)
class Reader:
    """Reads a form by the clock of its place, and keeps every fault."""

    form: Form
    typed: Typed
    tongue: Tongue
    faults: list[Fault] = field(default_factory=list)

    def body(self) -> dict[str, Any]:
        """Return the body of the act; it means nothing while there are faults."""
        return self._record(self.form.fields)

    def _record(self, fields: Iterable[Field]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for each in fields:
            said, value = self._value(each)
            if said:
                found[each.name] = value
            elif each.required:
                self._amiss(_first_input(each), "form.missing", label=each.label)
            elif each.says_none:
                found[each.name] = None
        return found

    def _amiss(self, path: str, key: str, **holes: object) -> None:
        self.faults.append(Fault(path, self.tongue.say(key, **holes)))

    def _value(self, each: Field) -> tuple[bool, Any]:
        """Return whether something is said in a field, and what."""
        return self._READ[each.kind](self, each)

    def _text(self, each: Field) -> tuple[bool, Any]:
        text = self.typed.one(each.path).replace("\r\n", "\n").strip()
        return bool(text), text

    def _flag(self, each: Field) -> tuple[bool, Any]:
        return True, self.typed.one(each.path) == YES

    def _yes_no(self, each: Field) -> tuple[bool, Any]:
        text = self.typed.one(each.path)
        return text in (YES, NO), text == YES

    def _choice(self, each: Field) -> tuple[bool, Any]:
        text = self.typed.one(each.path)
        if text and text not in {option.value for option in each.options}:
            self._amiss(each.path, "form.not_offered", label=each.label)
        return bool(text), text

    def _several(self, each: Field) -> tuple[bool, Any]:
        offered = {option.value for option in each.options}
        chosen = [text for text in self.typed.all(each.path) if text]
        if not offered.issuperset(chosen):
            self._amiss(each.path, "form.not_offered", label=each.label)
        return bool(chosen), chosen

    def _day(self, each: Field) -> tuple[bool, Any]:
        text = self.typed.one(each.path).strip()
        found = self._date(text, each.path, each.label) if text else None
        return bool(text), found.isoformat() if found else text

    def _date(self, text: str, path: str, label: str) -> date | None:
        try:
            return date.fromisoformat(text) if len(text) == len("2027-03-01") else _french(text)
        except ValueError:
            self._amiss(path, "form.bad_day", label=label, read=text)
        return None

    def _instant(self, each: Field) -> tuple[bool, Any]:
        typed = [self.typed.one(each.path + part).strip() for part in (DAY, TIME)]
        if not any(typed):
            return False, ""
        on = self._date(typed[0], each.path + DAY, each.label)
        try:
            clock = _clock(typed[1])
        except ValueError:
            self._amiss(each.path + TIME, "form.bad_time", label=each.label, read=typed[1])
            return True, ""
        if on is None:
            return True, ""
        try:
            fold = _FOLDS.get(self.typed.one(each.path + FOLD))
            return True, days.civil(on, clock, self.form.zone, fold=fold).isoformat()
        except days.DoubledHour:
            self._amiss(each.path + FOLD, "form.doubled", label=each.label)
        except days.MissingHour as missing:
            speaker = Speaker(self.tongue, Clock(self.tongue, self.form.zone))
            for said in told(missing, speaker):
                self.faults.append(Fault(each.path + TIME, said.message))
        return True, ""

    def _lines(self, each: Field) -> tuple[bool, Any]:
        held = (self.typed.one(f"{each.path}.{rank}") for rank in self.typed.ranks(each.path))
        lines = [line.strip() for line in held if line.strip()]
        return bool(lines), lines

    def _part(self, each: Field) -> tuple[bool, Any]:
        if not each.required and self.typed.blank(each.path):
            return False, None
        return True, self._record(each.inside)

    def _parts(self, each: Field) -> tuple[bool, Any]:
        items = [
            self._record(each.at(f"{each.path}.{rank}").inside)
            for rank in self.typed.ranks(each.path)
            if not self.typed.blank(f"{each.path}.{rank}")
        ]
        return bool(items), items

    _READ: ClassVar[Mapping[Kind, Callable[["Reader", Field], tuple[bool, Any]]]] = {
        **dict.fromkeys((Kind.TEXT, Kind.LONG, Kind.DIGEST), _text),
        Kind.FLAG: _flag,
        Kind.YES_NO: _yes_no,
        Kind.CHOICE: _choice,
        Kind.SEVERAL: _several,
        Kind.DAY: _day,
        Kind.INSTANT: _instant,
        Kind.LINES: _lines,
        Kind.PART: _part,
        Kind.PARTS: _parts,
    }


def _first_input(each: Field) -> str:
    """Return where to go to fill a field in."""
    return each.path + DAY if each.kind is Kind.INSTANT else each.path


def _french(text: str) -> date:
    """Return a day typed as people write it: 1/3/2027."""
    day, month, year = (int(part) for part in text.replace(".", "/").split("/"))
    return date(year, month, day)


def _clock(text: str) -> time:
    """Return an hour typed as a browser sends it, or as people write it: 7h40, 7:40."""
    hour, _, minute = text.lower().replace("h", ":").replace(" ", "").partition(":")
    return time(int(hour), int(minute or 0))


def instants_doubled(form: Form, typed: Typed) -> Iterator[str]:
    """Yield the paths of the hours typed that come twice on their day: which one must be asked."""
    for each in _all(form.fields, typed):
        if each.kind is Kind.INSTANT and _is_doubled(each.path, typed, form.zone):
            yield each.path


def _all(fields: Iterable[Field], typed: Typed) -> Iterator[Field]:
    for each in fields:
        yield each
        if each.kind is Kind.PART:
            yield from _all(each.inside, typed)
        elif each.kind is Kind.PARTS:
            for rank in typed.ranks(each.path):
                yield from _all(each.at(f"{each.path}.{rank}").inside, typed)


def _is_doubled(path: str, typed: Typed, zone: str) -> bool:
    try:
        on = date.fromisoformat(typed.one(path + DAY))
        days.civil(on, _clock(typed.one(path + TIME)), zone)
    except days.DoubledHour:
        return True
    except (ValueError, days.DaysError):
        return False
    return False
