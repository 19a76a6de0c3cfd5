"""Which regime of reductions the custody of a case follows, and the line that says so."""

from dataclasses import replace

from sortie.days import NOTHING, Spans
from sortie.law.france.citing import cpp
from sortie.law.france.sentence.choices import (
    OPTIONS,
    Choices,
    RegimeAfterEscape,
    RegimeAfterInterruption,
    reading_id,
)
from sortie.law.france.sentence.custody_time import REMAND, CustodyTime
from sortie.law.france.sentence.lines import Basis, Sheet
from sortie.law.france.sentence.reduced.regime import SINGLE_REDUCTION_FROM, Regime, regime_of

BREAKS = ("regime_after_escape", "regime_after_interruption")


def write_regime(sheet: Sheet, time: CustodyTime, choices: Choices) -> Regime | None:
    """Write the regime; return nothing when the remand that decides it is not known.

    Reading:  fr.reading.regime_after_escape and fr.reading.regime_after_interruption, for who is
              back in prison since 2023: unconfirmed
    """
    regime = _regime(time, choices)
    facts = ("custody.committed_on", *((REMAND,) if time.remand else ()))
    basis = Basis(cpp("721"), _deciding(time, choices, regime), facts)
    if regime is Regime.NEW and time.committed >= SINGLE_REDUCTION_FROM and REMAND in time.lacking:
        sheet.lacks("regime", basis, REMAND)
        return None
    sheet.told("regime", basis, day=time.committed, value=regime.value)
    return regime


def _regime(time: CustodyTime, choices: Choices) -> Regime:
    """Return the regime of the last unbroken time in prison; nothing breaks it after the end."""
    breaks = NOTHING
    if choices.regime_after_escape is RegimeAfterEscape.LOST:
        breaks |= time.at_large
    if choices.regime_after_interruption is RegimeAfterInterruption.LOST:
        breaks |= time.interrupted
    unbroken = (time.held | time.lost | time.later) - breaks
    last = list(unbroken)[-1]
    return regime_of(Spans.of(last), last.start)


def _deciding(time: CustodyTime, choices: Choices, regime: Regime) -> tuple[str, ...]:
    """Return the readings one other option of which leads to the other regime."""
    if not time.lost:
        return ()
    return tuple(
        reading_id(name)
        for name in BREAKS
        for option in OPTIONS[name]
        if _regime(time, replace(choices, **{name: option})) is not regime  # type: ignore[arg-type]
    )
