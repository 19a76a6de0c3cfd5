"""The automatic credit of each sentence: on what it is counted, and where no text says it."""

from datetime import date

from sortie import facts
from sortie.days import Length
from sortie.facts import UNKNOWN
from sortie.law.france.citing import cpp
from sortie.law.france.kinds import Offence
from sortie.law.france.sentence.lines import Basis, Sheet
from sortie.law.france.sentence.reduced.credit import automatic_credit
from sortie.law.france.sentence.reduced.reductions import CITES, Off, TakenOff
from sortie.law.france.sentence.titles import Owed, Title

# The credit came into the law on this day; what the judge granted before is not computed here.
CREDIT_FROM = date(2005, 1, 1)
# Recidivists were credited less between these days (CPP 721).
RECIDIVIST_SCALE = (date(2005, 12, 13), date(2015, 1, 1))
# Act 2016-987 took the credit from terrorists for sentences from about this day (from memory).
TERRORISM_WITHOUT_CREDIT_FROM = date(2016, 7, 23)

ON_REVOKED = cpp("721", "D115-3")
ON_MERGED = cpp("721", "D115-4")


def write_credits(off: Off, owed: Owed) -> list[TakenOff]:
    """Write the automatic credit of each sentence that stands.

    The trap: it is owed on the firm part, sentence by sentence, on the absorbing one when two are
    merged; on the sentence that results when one was merged in part; on each part of a suspension
    that was revoked; never on time that comes back when a reduction is withdrawn. No text says
    what becomes of it when sentences are cut to the legal maximum, or when one is commuted.

    Source:   CPP 721 in its wordings before 2023, D115 to D115-5
    """
    taken: list[TakenOff] = []
    for title in owed.standing:
        together = owed.served_together(title)
        if title.partly_into is not None or any(each.firm is None for each in together):
            continue
        name = _without_text(together, owed.cut)
        if name:
            basis = Basis(CITES["credit"], facts=_paths(title))
            off.sheet.not_modelled(name, basis, title.day)
        elif len(together) > 1:
            taken += _on_merged(off, together)
        else:
            taken += _on_one(off, title)
    return taken


def _without_text(together: tuple[Title, ...], cut: frozenset[int]) -> str:
    """Return the name of what no text says of the credit of these sentences."""
    if any(title.rank in cut for title in together):
        return "credit_of_sentences_over_the_maximum"
    if any(title.commuted is not None for title in together):
        return "credit_of_commuted_sentence"
    revoked = any(title.revoked for title in together)
    return "credit_of_merged_and_revoked" if revoked and len(together) > 1 else ""


def _on_one(off: Off, title: Title) -> list[TakenOff]:
    """Write the credit of the part pronounced without suspension, and of each one revoked."""
    taken = []
    firm = title.never_suspended
    basis = Basis(CITES["credit"], facts=_paths(title))
    found = _credit(off.sheet, title, firm, basis) if firm else None
    if found is not None:
        off.take("credit", basis, found.length, title.day)
        taken.append(found)
    for rank, revoked in enumerate(title.revoked):
        path = f"{title.path}.suspension_revoked[{rank}]"
        basis = Basis(ON_REVOKED, facts=(f"{path}.length", *_paths(title)[1:]))
        found = _on_revoked(off.sheet, title, revoked, (path, basis))
        if found is not None:
            day = revoked.decided_on if isinstance(revoked.decided_on, date) else title.day
            off.take("credit", basis, found.length, day)
            taken.append(found)
    return taken


def _on_revoked(
    sheet: Sheet, title: Title, revoked: facts.SuspensionRevoked, where: tuple[str, Basis]
) -> TakenOff | None:
    """Return the credit of a part revoked, where the judgment and the revocation agree on it.

    The trap: recidivists were credited less for nine years, and no text says which of the two days
    chooses the scale.
    """
    path, basis = where
    assert isinstance(revoked.length, Length)  # noqa: S101
    found = _credit(sheet, title, revoked.length, basis)
    final, decided, again = title.sentence.final_on, revoked.decided_on, title.sentence.recidivist
    if found is None or again is False or not _may_be_scaled(final):
        return found
    if decided is UNKNOWN or again is UNKNOWN:
        lacking = f"{path}.decided_on" if decided is UNKNOWN else f"{title.path}.recidivist"
        sheet.lacks("credit", basis, lacking, day=title.day)
        return None
    if automatic_credit(revoked.length, recidivist=True, final_on=decided) != found.length:
        sheet.not_modelled("credit_of_revoked_recidivists", basis, decided)
        return None
    return found


def _may_be_scaled(final: date | facts.Unknown | None) -> bool:
    return isinstance(final, date) and final < RECIDIVIST_SCALE[1]


def _on_merged(off: Off, together: tuple[Title, ...]) -> list[TakenOff]:
    """Write the credit of the sentence that results from a merger in part.

    The trap: it is counted when that sentence begins to be served, on a day the file does not
    tell: after the last of the judgments, on which recidivists may have been credited less.
    """
    title = together[0]
    basis = Basis(ON_MERGED, facts=tuple(path for each in together for path in _paths(each)))
    whole = Length()
    for each in together:
        whole += each.firm or Length()
    for each in together:
        if _credit(off.sheet, each, whole, basis) is None:
            return []
    finals = [each.sentence.final_on for each in together]
    again = any(each.sentence.recidivist is not False for each in together)
    if again and all(_may_be_scaled(day) for day in finals):
        off.sheet.not_modelled("credit_of_merged_recidivists", basis, title.day)
        return []
    last = max(day for day in finals if isinstance(day, date))
    length = automatic_credit(whole, recidivist=False, final_on=last)
    off.take("credit", basis, length, title.day)
    return [TakenOff(length, length)]


def _credit(sheet: Sheet, title: Title, length: Length, basis: Basis) -> TakenOff | None:
    """Return the credit of a length of a sentence; write why it is not known."""
    final = title.sentence.final_on
    if not isinstance(final, date):
        sheet.lacks("credit", basis, f"{title.path}.final_on", day=title.day)
        return None
    if final < CREDIT_FROM:
        sheet.not_modelled("reductions_before_2005", basis, final)
        return None
    offences = title.sentence.offences
    if final >= TERRORISM_WITHOUT_CREDIT_FROM:
        if offences is UNKNOWN:
            sheet.lacks("credit", basis, f"{title.path}.offences", day=final)
            return None
        if Offence.TERRORISM in offences:
            sheet.not_modelled("credit_for_terrorism", basis, final)
            return None
    if title.sentence.recidivist is UNKNOWN and RECIDIVIST_SCALE[0] <= final < RECIDIVIST_SCALE[1]:
        sheet.lacks("credit", basis, f"{title.path}.recidivist", day=final)
        return None
    again = title.sentence.recidivist is True
    return TakenOff(
        automatic_credit(length, recidivist=again, final_on=final),
        automatic_credit(length, recidivist=False, final_on=final),
    )


def _paths(title: Title) -> tuple[str, ...]:
    return tuple(f"{title.path}.{key}" for key in ("length", "final_on", "recidivist"))
