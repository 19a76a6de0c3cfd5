"""What the form of an application asks: what is wanted, then only the facts the law waits for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sortie import casework, facts, law, office
from sortie.facts import How
from sortie.web.forms import Field, Form, Kind, Option, Typed
from sortie.web.frame import Asked
from sortie.web.pages.answers import missing_of, plain_path
from sortie.words import leave_name, raised, word

SECTION = "application"
# Asked of everyone; the rest of the section, once the law waits for it.
ALWAYS = ("purpose", "departs_at", "returns_at", "escorted", "filed_on")
SAYS_NONE = "none:"
ITSELF, OTHER = "self", "other"
_KINDS: Mapping[How, Kind] = {
    How.WORD: Kind.CHOICE, How.FLAG: Kind.YES_NO, How.FLAG_OR_NOT_NEEDED: Kind.CHOICE,
    How.DAY: Kind.DAY, How.INSTANT: Kind.INSTANT, How.DAYS: Kind.LINES, How.RECORDS: Kind.PARTS,
    How.HOURS: Kind.TEXT, How.TEXT: Kind.TEXT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asking:
    """The form of an application for one person, in the words of who asks it."""

    person: office.PersonRecord
    asked: Asked

    def form(self, needed: frozenset[str], typed: Typed) -> Form:
        """Return the form: what is always asked, what is needed, what is typed already."""
        return Form(
            name="file_application",
            fields=(
                *self._filing(),
                *self._facts(needed, typed),
                *self._order(typed),
                *self._written(typed),
            ),
            zone=self.asked.clock.zone,
        )

    def _field(self, name: str, kind: Kind, **more: Any) -> Field:
        words = self.asked.tongue.sentences
        key = f"filing.field.{name.replace(':', '.')}"
        told = self.asked.say(f"{key}.help") if f"{key}.help" in words else ""
        path = more.pop("path", name)
        return Field(name=name, path=path, kind=kind, label=self.asked.say(key), help=told, **more)

    def _filing(self) -> Iterator[Field]:
        """Yield what is said of the application itself: its form, its author."""
        forms = (each.value for each in casework.FilingForm)
        options = tuple(Option(each, self.asked.say(f"filing.form.{each}")) for each in forms)
        yield self._field("form", Kind.CHOICE, options=options, required=True)
        yield self._field("signed", Kind.YES_NO, required=True)
        names = (self.person.person, ITSELF, OTHER)
        keys = ("person", ITSELF, OTHER)
        authors = tuple(
            Option(name, self.asked.say(f"filing.author.{key}"))
            for name, key in zip(names, keys, strict=True)
        )
        own = self.asked.actor.role is casework.Role.LAWYER
        first = (ITSELF if own else self.person.person,)
        yield self._field("author", Kind.CHOICE, options=authors, required=True, first=first)

    def _facts(self, needed: frozenset[str], typed: Typed) -> Iterator[Field]:
        for each in facts.asked_in(SECTION):
            path = f"{SECTION}.{each.name}"
            if each.name in ALWAYS or each.name in needed or _typed(typed, path):
                yield self._fact(each, path)
                if each.or_none:
                    yield self._field(f"{SAYS_NONE}{each.name}", Kind.FLAG)

    def _fact(self, each: facts.Asked, path: str) -> Field:
        required = each.name in ALWAYS
        first: tuple[str, ...] = ()
        if each.name == "filed_on":
            first = (self.asked.clock.there(self.asked.at).date().isoformat(),)
        inside = tuple(
            self._field(f"{each.name}.{one.name}", Kind.TEXT, path=f"{path}.{one.name}")
            for one in each.inside
        )
        return self._field(
            path,
            _KINDS[each.how],
            options=self._options(each),
            required=required,
            first=first,
            inside=tuple(_named(one) for one in inside),
        )

    def _options(self, each: facts.Asked) -> tuple[Option, ...]:
        tongue = self.asked.tongue
        if each.how is How.FLAG_OR_NOT_NEEDED:
            return tuple(Option(code, self.asked.say(f"filing.shown.{code}"))
                         for code in ("true", "false", "not_needed"))  # fmt: skip
        if each.how is not How.WORD:
            return ()
        offered: frozenset[str] = getattr(law.france.FRENCH, each.offered)
        named = tongue.names.PURPOSES if each.offered == "purposes" else {}
        in_order = [code for code in named if code in offered] or sorted(offered)
        return tuple(
            Option(code, raised(tongue.spaced(named.get(code) or word(code, tongue))))
            for code in in_order
        )

    def _order(self, typed: Typed) -> Iterator[Field]:
        """Yield what the order will say in words: where, and who goes along."""
        yield self._field("said_places", Kind.LINES, required=True)
        if typed.one(f"{SECTION}.escorted") == "yes" or typed.ranks("escort"):
            yield self._field("escort", Kind.LINES)
        routes = tuple(
            Option(route.code, raised(leave_name(route.code, self.asked.tongue)))
            for route in (*law.france.LEAVES, law.france.ESCORTED)
        )
        yield self._field("leave", Kind.CHOICE, options=routes)

    def _written(self, typed: Typed) -> Iterator[Field]:
        if typed.one("author") == OTHER or typed.one("author_name"):
            yield self._field("author_name", Kind.TEXT)


def needed_by(answer: law.Answer) -> frozenset[str]:
    """Return the keys of the application without which the law does not answer."""
    paths = (plain_path(each).split(".") for each in missing_of(answer))
    return frozenset(path[1] for path in paths if path[0] == SECTION and len(path) > 1)


def _typed(typed: Typed, path: str) -> bool:
    said_none = f"{SAYS_NONE}{path.partition('.')[2]}"
    return bool(typed.ranks(path) or not typed.blank(path) or typed.one(said_none))


def _named(field: Field) -> Field:
    """Return a field of a list by its own name: an item is read by it."""
    return Field(
        name=field.path.rpartition(".")[2], path=field.path, kind=field.kind, label=field.label,
        help=field.help,
    )  # fmt: skip
