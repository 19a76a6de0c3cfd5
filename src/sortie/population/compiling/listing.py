"""The compiled law, to be read: the gates of each rule, under its sentence and its articles."""

from collections.abc import Iterator

from sortie.population.compiling.gates import Deciding, Line, answering
from sortie.population.compiling.supposing import Program, supposing
from sortie.population.compiling.variables import tried
from sortie.rules import Atom, Book, Op, fields_of


def listing(book: Book, record: type, rule_id: str | None = None) -> Iterator[str]:
    """Yield the gates of one rule, or of all, as they are run.

    Raises:   UnknownRule: no such rule
    """
    assert fields_of(record) == fields_of(book.record)  # noqa: S101
    program = supposing(book, {each: {} for each in ([rule_id] if rule_id else book.rules)})
    decided = list(Deciding(program, tried(program)).lines())
    begun = 0
    for step, (op, payload) in enumerate(program.steps):
        if op is not Op.RULE:
            continue
        if rule_id in (None, payload[0]):
            yield from _headed(book, payload[0])
            yield from _questions(program, begun, step)
            yield from _gates(answering(program), step)
            yield "# " + "-" * 8
            yield from _gates(iter(decided), step)
            yield ""
        begun = step + 1


def _headed(book: Book, rule_id: str) -> Iterator[str]:
    yield f"# {rule_id}"
    for version in book[rule_id].versions:
        yield f"#   {version.window.since}: {version.sentence} ({version.gloss})"
        yield f"#   {', '.join(version.cites)}"


def _questions(program: Program, begun: int, step: int) -> Iterator[str]:
    """Yield what the rule asks of a person and no rule before it did, and the rules it names."""
    for place in range(begun, step):
        op, payload = program.steps[place]
        if op is Op.ATOM:
            yield f"# S[{place}], M[{place}]: {_asked(payload)}"
    for version, part in program.steps[step][1][1]:
        yield f"# W[{program.windows.index(version)}]: {version.since} .. {version.before}"
        for named in sorted(_named(program, part)):
            yield f"# S[{named}], M[{named}]: {program.steps[named][1][0]}"


def _asked(atom: Atom) -> str:
    fields = ", ".join(
        f"{field.name}[{', '.join(str(c.value) for c in choice)}]" if choice else field.name
        for field, choice in atom.looks_at()
    )
    return f"{type(atom).__name__} {fields}"


def _named(program: Program, step: int) -> set[int]:
    op, payload = program.steps[step]
    if op is Op.RULE:
        return {step}
    if op in (Op.ATOM, Op.CONST):
        return set()
    parts = (payload,) if op is Op.NOT else payload
    return set().union(*(_named(program, part) for part in parts))


def _gates(lines: Iterator[Line], step: int) -> Iterator[str]:
    return (str(line) for line in lines if line.rule == step)
