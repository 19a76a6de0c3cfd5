"""Every refusal as data and as one sentence: what happened, where, what to do next."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sortie import facts, law, reform, rules
from sortie.errors import SortieError
from sortie.words.tongue import Tongue

TYPED = (
    facts.CaseRefused
    | law.studies.StudyRefused
    | rules.UnknownRule
    | reform.ReformRefused
    | reform.UnknownReform
)


@dataclass(frozen=True)
class Said:
    """One refusal, ready for a person and for a program."""

    code: str
    path: str
    message: str
    line: int | None = None

    def written(self) -> dict[str, Any]:
        """Return the refusal as a JSON value."""
        found: dict[str, Any] = {"code": self.code, "path": self.path, "message": self.message}
        return found if self.line is None else {**found, "line": self.line}


def said(error: SortieError, tongue: Tongue) -> Iterator[Said]:
    """Yield every refusal that an error carries."""
    match error:
        case facts.CaseRefused(faults):
            yield from (of_fault(fault, tongue) for fault in faults)
        case law.studies.StudyRefused(faults):
            yield from (_of_study(fault, tongue) for fault in faults)
        case reform.ReformRefused(_, faults):
            yield from (_of_reform(fault, tongue) for fault in faults)
        case reform.UnknownReform(name, near):
            yield Said(error.code, name, tongue.say(error.code, read=name, offered=", ".join(near)))
        case rules.UnknownRule(rule, near):
            key = "rules.unknown.near" if near else "rules.unknown"
            offered = tongue.listed(near, "or")
            yield Said(error.code, rule, tongue.say(key, read=rule, nearest=offered))
        case _:
            yield Said(error.code, "", tongue.say("cli.broken", why=f"{error.code}: {error}"))


def of_fault(fault: facts.Fault, tongue: Tongue) -> Said:
    """Return the sentence of one fault of a case file."""
    message = _sentence(fault, _where(fault.path, fault.line, tongue), tongue)
    return Said(fault.code.value, fault.path, message, fault.line)


def of_table_fault(fault: facts.tables.TableFault, tongue: Tongue) -> Said:
    """Return the sentence of one fault of a table, with its file, its row and its column."""
    holes = {"file": fault.file, "row": fault.row, "column": fault.column}
    where = tongue.say(_place_in_tables(fault), **holes)
    path = f"{fault.file}: {fault.column}" if fault.column else fault.file
    return Said(fault.code.value, path, _sentence(fault, where, tongue), fault.row)


def _place_in_tables(fault: facts.tables.TableFault) -> str:
    if not fault.file:
        return "where.tables"
    if fault.row is None:
        return "where.table"
    if not fault.column:
        return "where.row"
    return "where.entry" if fault.file == facts.tables.MANIFEST else "where.cell"


def _sentence(fault: facts.Fault | facts.tables.TableFault, where: str, tongue: Tongue) -> str:
    key = fault.code.value
    holes: dict[str, object] = dict(fault.params)
    if holes.get("nearest") and f"{key}.near" in tongue.sentences:
        key += ".near"
    if "list" in holes:
        holes["list"] = _offered(str(holes["list"]), tongue)
    if "code" in holes:
        holes["code"] = tongue.say(f"code.{holes['code']}")
    expected = tongue.say(f"wanted.{fault.expected.value}")
    return tongue.say(key, **holes, where=where, read=fault.read, expected=expected)


def _offered(name: str, tongue: Tongue) -> str:
    """Return the words of a closed list as one types them in the language of the screen."""
    words: frozenset[str] = getattr(law.france.FRENCH, name)
    typed = facts.house_dictionary().words_typed
    french = tongue.code == "fr"
    return ", ".join(typed.get(word, (word,))[0] if french else word for word in sorted(words))


def _of_study(fault: law.studies.StudyFault, tongue: Tongue) -> Said:
    wanted = f"wanted.{fault.expected}"
    expected = tongue.say(wanted) if wanted in tongue.sentences else fault.expected
    message = tongue.say(
        "study.fault", where=_where(fault.path, fault.line, tongue), file=fault.file,
        read=fault.read, expected=expected, code=fault.code,
    )  # fmt: skip
    return Said(fault.code, f"{fault.file}: {fault.path}", message, fault.line)


def _of_reform(fault: reform.ReformFault | facts.Fault, tongue: Tongue) -> Said:
    if isinstance(fault, facts.Fault):
        return of_fault(fault, tongue)
    key, holes = fault.code.value, dict(fault.params)
    if holes.get("nearest") and f"{key}.near" in tongue.sentences:
        key += ".near"
    wanted = f"{key}.{holes.get('expected')}"
    if wanted in tongue.sentences:
        holes["expected"] = tongue.say(wanted)
    where = _where(fault.path, fault.line, tongue)
    return Said(
        fault.code.value,
        fault.path,
        tongue.say(key, **holes, where=where, read=fault.read),
        fault.line,
    )


def _where(path: str, line: int | None, tongue: Tongue) -> str:
    if line is None:
        return tongue.say("where.key", path=path) if path else tongue.say("where.file")
    key = "where.line_key" if path else "where.line"
    return tongue.say(key, path=path, line=line)
