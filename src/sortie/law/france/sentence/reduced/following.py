"""Which regime of reductions the custody of a case follows, and the line that says so."""

from sortie.days import Span, Spans
from sortie.law.france.citing import cpp
from sortie.law.france.sentence.choices import Choices, RegimeAfterEscape, reading_id
from sortie.law.france.sentence.custody_time import REMAND, CustodyTime
from sortie.law.france.sentence.lines import Basis, Sheet
from sortie.law.france.sentence.reduced.regime import SINGLE_REDUCTION_FROM, Regime, regime_of

AFTER_ESCAPE = reading_id("regime_after_escape")


def write_regime(sheet: Sheet, time: CustodyTime, choices: Choices) -> Regime | None:
    """Write the regime; return nothing when the remand that decides it is not known.

    Reading:  fr.reading.regime_after_escape, for who is brought back since 2023: unconfirmed
    """
    kept, lost = _kept(time), _after_escape(time)
    regime = kept if choices.regime_after_escape is RegimeAfterEscape.KEPT else lost
    facts = ("custody.committed_on", *((REMAND,) if time.remand else ()))
    basis = Basis(cpp("721"), (AFTER_ESCAPE,) if kept is not lost else (), facts)
    if regime is Regime.NEW and time.committed >= SINGLE_REDUCTION_FROM and REMAND in time.lacking:
        sheet.lacks("regime", basis, REMAND)
        return None
    sheet.told("regime", basis, day=time.committed, value=regime.value)
    return regime


def _kept(time: CustodyTime) -> Regime:
    unbroken = time.held | time.at_large | time.later
    return regime_of(unbroken, time.committed)


def _after_escape(time: CustodyTime) -> Regime:
    """Return the regime when an escape breaks the time in prison; one after the end does not."""
    held = time.held | time.later
    last = list(held)[-1]
    return regime_of(Spans.of(Span(last.start, last.end)), last.start)
