"""What an act has regard to: the texts in force on its day, the application, the opinions."""

from collections.abc import Iterable, Iterator
from datetime import date

from sortie import casework, law
from sortie.papers.parts import authored
from sortie.papers.printing import Blank, Block, Para
from sortie.papers.voice import Voice, cites_of

# The rules an act of each authority rests on, beside those of the leave itself.
# Their articles, read alone, tell of an offence, of a nationality, or of a law not in force.
_NOT_NAMED = ("fr.expert_report.", "fr.territory_ban.", "fr.reform.", "fr.sentence.")
_FORM, _ADMISSIBLE = "fr.procedure.form", "fr.procedure.admissible"
_OF_JUDGE = ("fr.authority.enforcement_judge", "fr.procedure.answer")
_OF_HEAD = ("fr.authority.head_of_prison", "fr.procedure.head.answer", "fr.procedure.head.opinion")


def rules_of(case: casework.Case, order: casework.Order) -> tuple[str, ...]:
    """Return the rules that a decision on an application rests on."""
    decided, filing = order.decided, case.filing
    by_head = order.decided_by.role is casework.Role.HEAD_OF_PRISON
    found = [_FORM, *(_OF_HEAD if by_head else _OF_JUDGE)]
    if filing is not None:
        found += [filing.asked.leave, *filing.routed_because]
    if not by_head:
        found += _of_board(case)
    if decided is not None and decided.law_says is not None:
        found += told_openly(decided.law_says.because)
    if decided is not None and decided.outcome is casework.DecisionOutcome.INADMISSIBLE:
        found.append(_ADMISSIBLE)
    if order.terms is not None:
        found.append(order.terms.leave)
    return tuple(dict.fromkeys(found))


def told_openly(rules: Iterable[str]) -> list[str]:
    """Return the rules of an answer of the law that an order may name."""
    return [rule for rule in rules if not rule.startswith(_NOT_NAMED)]


def _of_board(case: casework.Case) -> Iterator[str]:
    if case.board_skipped:
        yield "fr.procedure.board.urgency"
    elif case.board is not None:
        yield from ("fr.procedure.board", "fr.procedure.opinion")


def texts(rules: Iterable[str], on: date, says: Voice) -> Iterator[Block]:
    """Yield the texts that rules rest on; a line to fill where a rule of procedure has none."""
    wanted = tuple(rules)
    articles = says.regard(wanted, on)
    if articles:
        yield Para(says.say("seen.articles", articles=articles))
    clocks = law.france.PROCEDURE_RULES
    if any(rule in clocks and not cites_of(rule, on) for rule in wanted):
        yield Blank(says.say("seen.blank"))


def application(case: casework.Case, says: Voice) -> Iterator[Block]:
    """Yield the application, with the way it came."""
    filing = case.filing
    if filing is not None:
        yield Para(says.say(f"seen.application.{filing.form}", day=says.day(filing.filed_at)))


def opinions(case: casework.Case, order: casework.Order, says: Voice) -> Iterator[Block]:
    """Yield the opinion that came before a decision: of the board, or of probation."""
    if order.decided_by.role is casework.Role.HEAD_OF_PRISON:
        written = [each for each in case.present_opinions if each.member in casework.PROBATION]
        yield from (Para(says.say("seen.probation", day=says.day(each.at))) for each in written)
    elif case.board_skipped:
        yield Para(says.say("seen.board.skipped"))
        yield from authored(case.board_skipped)
    elif case.board is not None:
        yield from _board(case.board, says)


def _board(board: casework.Board, says: Voice) -> Iterator[Block]:
    if board.sat_at is not None:
        electronic = board.mode is casework.BoardMode.ELECTRONIC
        yield Para(
            says.say(
                "seen.board.electronic" if electronic else "seen.board",
                day=says.day(board.sat_at), sitting=board.sitting, minutes=board.minutes,
            )
        )  # fmt: skip
    elif board.deemed_at is not None:
        yield Para(says.say("seen.board.deemed", day=says.day(board.deemed_at)))
