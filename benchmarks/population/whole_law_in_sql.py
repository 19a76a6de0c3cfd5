"""The whole law in SQL, in three values, from the steps and gates that the kernel runs.

Every route and every version, unknown facts included: a column a step (NULL is unknown), then what
decided, gate after gate, over one row a stretch of days. What the readings and the supposed
application settle is worked out before; the rest is layers of columns, each of what lies below it.
"""

from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from benchmarks.population.columns import NAMED, Columns, Sign
from benchmarks.population.people import changes, flat
from sortie.population.compiling import Compiled
from sortie.population.compiling.atoms import CHANGES, EXCEEDS, HOLDS, REACHES
from sortie.population.compiling.gates import Gate
from sortie.rules import Op

LAST, NO_TERM, THREADS = 3_652_059, -(2**31), 2
_FIRST = "DATE '0001-01-01'"


class WholeLaw:
    """The columns of a compiled book: the answers, and what decided them."""

    def __init__(self, compiled: Compiled) -> None:
        self.compiled, self.tables = compiled, compiled.tables
        self.columns = Columns()
        self.places: dict[int, str] = {}
        self.series: set[int] = set()
        self.terms: dict[str, str] = {}
        self.answers: dict[int, Sign] = {}
        self._answer()

    def _answer(self) -> None:
        for step, (op, payload) in enumerate(self.compiled.program.steps):
            self.answers[step] = self._of(step, op, payload)

    def _of(self, step: int, op: Op, payload: Any) -> Sign:
        c, a = self.columns, self.answers
        if op is Op.ATOM:
            return self._atom(step)
        if op is Op.CONST:
            return bool(payload)
        if op is Op.NOT:
            return c.not_(a[payload])
        if op is Op.RULE:
            windows = self.compiled.program.windows
            return c.or_(*(c.and_(self.window(windows.index(w)), a[p]) for w, p in payload[1]))
        if op is Op.CHOOSE:
            return self._chosen(*(a[part] for part in payload))
        return (c.and_ if op is Op.AND else c.or_)(*(a[part] for part in payload))

    def _chosen(self, test: Sign, yes: Sign, no: Sign) -> Sign:
        c = self.columns
        if isinstance(test, bool):
            return yes if test else no
        return c.or_(c.and_(test, yes), c.and_(c.not_(test), no), c.and_(yes, no))

    def window(self, rank: int) -> Sign:
        """Return whether a window of the law is in force."""
        since, before = self.tables.windows[rank].tolist()
        return self._between(since, before)

    def _between(self, since: int, before: int) -> Sign:
        parts: list[Sign] = []
        day = self.columns.given("day0")
        if since > 1:
            parts.append(self.columns.add(f"{day} >= {since}"))
        if before < LAST:
            parts.append(self.columns.add(f"{day} < {before}"))
        return self.columns.and_(*parts)

    # -- atoms

    def _atom(self, step: int) -> Sign:
        for names, rows, write in (
            (REACHES, self.tables.reaches, self._reaches), (HOLDS, self.tables.holds, self._holds),
            (EXCEEDS, self.tables.exceeds, self._exceeds),
            (CHANGES, self.tables.changes, self._changes),
        ):  # fmt: skip
            found = [dict(zip(names, row.tolist(), strict=False)) for row in rows if row[0] == step]
            if found:
                return self.columns.or_(*(write(row) for row in found))
        raise AssertionError(step)

    def _number(self, place: int) -> str | int:
        known = len(self.compiled.layout.numbers)
        if place >= known:
            return int(self.tables.supposed[place - known])
        self.places[place] = self.columns.given(f"n{place}")
        return self.places[place]

    def _reaches(self, row: dict[str, int]) -> Sign:
        low, high = self._number(row["low"]), self._number(row["high"])
        turns = [self._turn(value, row) for value in (low, high)]
        may, sure = (self.columns.add(f"day0 >= {turn}") for turn in turns)
        held: Sign = may if may == sure else self._open(sure, may)
        return self.columns.and_(self._between(row["since"], row["before"]), held)

    def _open(self, sure: Sign, may: Sign) -> Sign:
        return self.columns.add(f"CASE WHEN {sure} THEN true WHEN NOT {may} THEN false END")

    def _turn(self, value: str | int, row: dict[str, int]) -> str:
        """Return the column of a person that tells from which day an atom holds."""
        plus, term, strict = row["plus"], row["term"], row["strict"]
        shown = f"{value}"
        if plus != NO_TERM:
            assert not row["plus_end"]
            shown = _later(shown, plus)
        if term == NO_TERM:
            shown = f"({shown} + {strict})" if strict else shown
        else:
            assert strict
            assert not row["term_end"]
            shown = _first_beyond(shown, term)
        if not strict and term == NO_TERM:
            told = shown
        else:
            told = f"CASE WHEN {value} <= 1 OR {value} >= {LAST} THEN {value} ELSE {shown} END"
        for name, written in self.terms.items():
            if written == told:
                return name
        name = self.columns.given(f"t{len(self.terms)}")
        self.terms[name] = told
        return name

    def _exceeds(self, row: dict[str, int]) -> Sign:
        low, high = self._number(row["low"]), self._number(row["high"])
        floor, ceiling = row["other_low"], row["other_high"]
        if row["is_side"]:
            floor, ceiling = self._number(floor), self._number(ceiling)  # type: ignore[assignment]
        sure, may = (self._compared(one, other, row["strict"])
                     for one, other in ((low, ceiling), (high, floor)))  # fmt: skip
        held = sure if sure == may else self._open(sure, may)
        return self.columns.and_(self._between(row["since"], row["before"]), held)

    def _compared(self, one: str | int, other: str | int, strict: int) -> Sign:
        if isinstance(one, int) and isinstance(other, int):
            return one > other if strict else one >= other
        return self.columns.add(f"{one} {'>' if strict else '>='} {other}")

    def _holds(self, row: dict[str, int]) -> Sign:
        low, high, values = self._number(row["low"]), self._number(row["high"]), row["values"]
        if isinstance(low, int) and isinstance(high, int):
            return bool(low & values) if row["contains"] else bool(values >> low & 1)
        if row["contains"]:
            sure, may = (self.columns.add(f"({each} & {values}) != 0") for each in (low, high))
            return self._open(sure, may)
        return self._listed(str(low), values)

    def _listed(self, value: str, values: int) -> Sign:
        ranks = ", ".join(str(rank) for rank in range(31) if values >> rank & 1)
        return self.columns.add(f"CASE WHEN {value} >= 0 THEN {value} IN ({ranks}) END")

    def _changes(self, row: dict[str, int]) -> Sign:
        series = row["series"]
        self.series.add(series)
        return self._listed(self.columns.given(f"h{series}"), row["values"])


def _dated(day: str) -> str:
    return f"({_FIRST} + ({day} - 1)::INT)"


def _numbered(date: str) -> str:
    return f"(({date})::DATE - {_FIRST})::INT + 1"


def _later(day: str, months: int) -> str:
    return _numbered(f"{_dated(day)} + INTERVAL {months} MONTH")


def _first_beyond(bound: str, months: int) -> str:
    """Return the first day with day + months > bound: a day or two after bound less the months."""
    day = _numbered(f"{_dated(bound)} - INTERVAL {months} MONTH")
    again = _numbered(f"{_dated(f'({day} + 1)')} + INTERVAL {months} MONTH")
    return f"({day} + 1 + ({again} <= {bound})::INT)"


class Decided:
    """What decided every rule, as columns, from the gates that the kernel runs."""

    def __init__(self, law: WholeLaw) -> None:
        self.law, self.c = law, law.columns
        self.rows: dict[int, Sign] = {}
        told = law.tables.rules.tolist()
        self.own: dict[int, Sign] = {step: bool(tells) for step, tells in told}
        self.edges: dict[int, Sign] = {}
        for line in law.compiled.lines[len(law.tables.gates) :]:
            self._run(line.gate, line.operands)

    def _s(self, step: int) -> Sign:
        return self.c.sure(self.law.answers[step])

    def _m(self, step: int) -> Sign:
        return self.c.may(self.law.answers[step])

    def _half(self, step: int) -> Sign:
        return self.c.and_(self._m(step), self.c.not_(self._s(step)))

    def _run(self, gate: Gate, o: tuple[int, ...]) -> None:
        c = self.c
        if gate is Gate.UNLESS:
            self.own[o[0]] = c.and_(self.own[o[0]], c.not_(self.law.window(o[1])))
        elif gate is Gate.OWN:
            self.own[o[0]] = c.or_(self.own[o[0]], self.rows[o[1]])
        elif gate is Gate.EDGE:
            self.edges[o[0]] = c.or_(self.edges.get(o[0], False), self.rows[o[1]])
        elif gate is Gate.WINDOW:
            self.rows[o[0]] = self.law.window(o[1])
        elif gate is Gate.NOTHING:
            self.rows[o[0]] = False
        else:
            self.rows[o[0]] = self._row(gate, o)

    def _row(self, gate: Gate, o: tuple[int, ...]) -> Sign:
        if gate in (Gate.OF_AND, Gate.OF_OR):
            return self._part(gate, o)
        if gate in (Gate.TEST, Gate.TEST_OF_RULE):
            return self._test(gate, o)
        if gate is Gate.OPEN_PARTS:
            return self._half(o[1])
        if gate in (Gate.WHERE_YES, Gate.WHERE_NO):
            which = self._m(o[2]) if gate is Gate.WHERE_YES else self.c.not_(self._s(o[2]))
            return self.c.and_(self.rows[o[1]], which)
        return self._some(gate, o, self.rows[o[0]])

    def _some(self, gate: Gate, o: tuple[int, ...], before: Sign) -> Sign:
        c = self.c
        if gate is Gate.SOME_OPEN:
            return c.or_(before, self._s(o[1]))
        if gate is Gate.SOME_CLOSED:
            return c.or_(before, c.not_(self._m(o[1])))
        if gate is Gate.BUT_OPEN:
            return c.or_(self._half(o[1]), c.and_(self._s(o[1]), c.not_(before)))
        assert gate is Gate.BUT_CLOSED, gate
        return c.or_(self._half(o[1]), c.and_(c.not_(self._m(o[1])), c.not_(before)))

    def _part(self, gate: Gate, o: tuple[int, ...]) -> Sign:
        c = self.c
        s, m, sp, mp = self._s(o[2]), self._m(o[2]), self._s(o[3]), self._m(o[3])
        doubt = c.and_(self.rows[o[4]], mp, c.not_(sp))
        if gate is Gate.OF_AND:
            decides = c.or_(s, c.and_(c.not_(m), c.not_(mp)), doubt)
        else:
            decides = c.or_(c.not_(m), c.and_(s, sp), doubt)
        return c.and_(self.rows[o[1]], decides)

    def _test(self, gate: Gate, o: tuple[int, ...]) -> Sign:
        c, answers = self.c, self.law.answers
        yes, no = answers[o[3]], answers[o[4]]
        alike: Sign = yes == no
        if isinstance(yes, str) or isinstance(no, str):
            alike = alike or c.add(f"{_told(yes)} IS NOT DISTINCT FROM {_told(no)}")
        m, s = self._m(o[2]), self._s(o[2])
        if gate is Gate.TEST_OF_RULE:
            return c.and_(self.rows[o[1]], m, c.not_(c.and_(c.not_(s), alike)))
        return c.and_(self.rows[o[1]], c.not_(c.and_(m, c.not_(s), alike)))


def _told(sign: Sign) -> str:
    return sign if isinstance(sign, str) else "NULL::BOOLEAN" if sign is None else str(sign).lower()


@dataclass(frozen=True)
class Query:
    """The text, the columns of numbers that it reads by the names it has for them, the series."""

    text: str
    numbers: dict[str, str]
    series: list[str]


def query(compiled: Compiled) -> Query:
    """Return the whole law as one query."""
    law = WholeLaw(compiled)
    decided = Decided(law)
    told = [_route(law, decided, rank) for rank in range(len(compiled.routes))]
    used = {name for each in told for name in NAMED.findall(" ".join(each))
            if name in law.columns.layer}  # fmt: skip
    layers, below = [], "stretches"
    seen: set[str] = set()
    for rank, (kept, new) in enumerate(law.columns.layers(sorted(used))):
        seen |= {*kept, *new}
        shown = ", ".join([*kept, *(f"{law.columns.written[name]} AS {name}" for name in new)])
        layers.append(f"l{rank} AS (SELECT person, begins, ends, day0 AS day, {shown} FROM {below})"
                      .replace("day0 AS day, ", "day, " if rank else "day0 AS day, "))  # fmt: skip
        below = f"l{rank}"
    words = ",\n  ".join(
        f"{outcome} AS outcome{r}, {one} AS one{r}, {two} AS two{r}"
        for r, (outcome, one, two) in enumerate(told)
    )
    law.terms = {name: written for name, written in law.terms.items() if name in seen}
    shown = " ".join([*seen, *law.terms.values()])
    law.places = {p: n for p, n in law.places.items() if n in NAMED.findall(shown)}
    series = sorted(k for k in law.series if f"h{k}" in seen)
    between = ",\n".join(layers)
    text = f"""{_stretches(law, series)},
{between},
numbered AS (SELECT person, begins, ends, day, {words} FROM {below}){_rows(law)}"""
    names = list(compiled.layout.series.values())
    numbers = {name: compiled.layout.numbers[place] for place, name in law.places.items()}
    return Query(text, numbers, [names[k].name for k in series])


def database(query: Query, batches: tuple[pa.RecordBatch, ...]) -> duckdb.DuckDBPyConnection:
    """Return a database with everybody and the spells of what changes, within custody."""
    made = duckdb.connect(config={"threads": THREADS})
    names = {"begins": "since", "ends": "before", **query.numbers}
    found = {key: np.concatenate([flat(batch.column(name)) for batch in batches])
             for key, name in names.items()}  # fmt: skip
    people = {"person": np.arange(len(found["begins"]), dtype=np.int32), **found}
    for name, columns in (("everybody", people), ("lasting", _lasting(query, batches))):
        made.register("given", pa.table(columns))
        made.execute(f"CREATE TABLE {name} AS SELECT * FROM given")
        made.unregister("given")
    return made


def _lasting(query: Query, batches: tuple[pa.RecordBatch, ...]) -> dict[str, Any]:
    base, parts = 0, []
    for batch in batches:
        since, before = flat(batch.column("since")), flat(batch.column("before"))
        for rank, name in enumerate(query.series):
            owner, days, values, ends = changes(batch, name)
            within = (days < before[owner]) & (ends > since[owner]) & (values >= 0)
            who, last = owner[within], ends[within]
            code = (values[within].astype(np.int64) + 1) << (4 * rank)
            parts.append((who + base, code, np.maximum(days[within], since[who]),
                          np.minimum(last, before[who]), last >= before[who]))  # fmt: skip
        base += batch.num_rows
    names = ("person", "code", "begins", "ends", "to_the_end")
    return {name: np.concatenate([part[k] for part in parts]) for k, name in enumerate(names)}


def _stretches(law: WholeLaw, series: list[int]) -> str:
    terms = ", ".join(f"{written} AS {name}" for name, written in law.terms.items())
    days = sorted({day for row in law.tables.windows.tolist() for day in row
                   if 1 < day < LAST} | set(law.tables.days.tolist()))  # fmt: skip
    turns = "\n".join(
        f"  UNION ALL SELECT person, {day}, 0 FROM terms WHERE {day} > begins AND {day} < ends"
        for day in [*law.terms, *map(str, days)]
    )
    held = ", ".join(f"((word >> {4 * k}) & 15)::INT - 1 AS h{rank}"
                     for k, rank in enumerate(series))  # fmt: skip
    numbers = ", ".join(f"t.{name}" for name in [*law.places.values(), *law.terms])
    return f"""WITH terms AS (SELECT *, {terms} FROM everybody),
events AS (
  SELECT person, begins AS day, 0::BIGINT AS come FROM terms
{turns}
  UNION ALL SELECT person, begins, code FROM lasting
  UNION ALL SELECT person, ends, -code FROM lasting WHERE NOT to_the_end),
turns AS (SELECT person, day, sum(come)::BIGINT AS come FROM events GROUP BY person, day),
words AS (SELECT person, day,
  (sum(come) OVER (PARTITION BY person ORDER BY day))::BIGINT AS word FROM turns),
stretches AS (SELECT w.person, t.begins, t.ends, w.day AS day0, {held}, {numbers}
  FROM words w JOIN terms t ON t.person = w.person)"""


def _route(law: WholeLaw, decided: Decided, rank: int) -> tuple[str, str, str]:
    """Return the outcome and the two words of a route."""
    tables, c = law.tables, law.columns
    step, start, stop, link, last = tables.routes[rank].tolist()
    reached: dict[int, Sign] = dict.fromkeys(range(start, stop), False)
    reached[start] = True
    for caller, called, edge in tables.links[link:last].tolist():
        through = c.and_(reached[caller], decided.edges.get(edge, False))
        reached[called] = c.or_(reached[called], through)
    words: list[list[str]] = [[], []]
    for row in range(start, stop):
        rule, bit = tables.told[row].tolist()
        where = c.and_(reached[row], decided.own[rule])
        answers = (c.may(law.answers[rule]), c.not_(c.sure(law.answers[rule])))
        for word, holds in zip(words, answers, strict=True):
            both = c.and_(where, holds)
            if both is not False:
                word.append(f"CASE WHEN {_told(both)} THEN {1 << bit} ELSE 0 END")
    answer = law.answers[step]
    outcome = f"CASE WHEN {_told(answer)} THEN 0 WHEN NOT {_told(answer)} THEN 1 ELSE 2 END"
    return outcome, " + ".join(words[0]) or "0", " + ".join(words[1]) or "0"


def _rows(law: WholeLaw) -> str:
    """Return the rest of the query: a row where the outcome or a word changes."""
    tables, keys = law.tables, ("outcome", "one", "two")
    routes = range(len(law.compiled.routes))
    lags = ", ".join(f"lag({key}{r}) OVER w AS was_{key}{r}" for r in routes for key in keys)
    parts = []
    for r in routes:
        windows = tables.route_windows[tables.in_force[r] : tables.in_force[r + 1]].tolist()
        spans = [tables.windows[each].tolist() for each in windows]
        force = " OR ".join(f"(begins < {b} AND ends > {a})" for a, b in spans)
        changed = " OR ".join(f"was_{key}{r} IS DISTINCT FROM {key}{r}" for key in keys)
        parts.append(f"SELECT person, ends, {r} AS route, day, outcome{r} AS outcome, "
                     f"one{r} AS not_closed, two{r} AS not_open FROM lagged "
                     f"WHERE ({changed}) AND ({force})")  # fmt: skip
    union = "\n  UNION ALL ".join(parts)
    return f""",
lagged AS (SELECT *, {lags} FROM numbered WINDOW w AS (PARTITION BY person ORDER BY day)),
begun AS ({union})
SELECT person, route, day AS since,
  lead(day, 1, ends) OVER (PARTITION BY person, route ORDER BY day) AS before,
  outcome, not_closed, not_open
FROM begun"""
