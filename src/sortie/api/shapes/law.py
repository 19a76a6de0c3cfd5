"""Questions to the law, and its answers, as the public contract of the case file has them."""

from typing import Annotated, Any, Literal

from pydantic import Field, StrictStr

from sortie.api.shapes.plain import AnyDay, Day, Given, Said

_CASE = {
    "type": "object",
    "required": ["format"],
    "properties": {"format": {"const": "sortie/case@1"}, "jurisdiction": {"const": "fr"}},
}
CaseFile = Annotated[dict[str, Any], Field(json_schema_extra=_CASE)]
Outcome = Literal["open", "closed", "undetermined"]
IsoDay = Annotated[str, Field(json_schema_extra={"format": "date"})]


class Question(Said):
    """One case file, and how the law is asked about it.

    Without ``on``, the day of the departure asked, else today. ``readings`` maps the id of a
    reading to one of its options; ``reform_since`` switches the announced law on from a day.
    """

    case: CaseFile
    on: Day | None = None
    purpose: StrictStr | None = None
    readings: dict[str, StrictStr] = Field(default_factory=dict)
    reform_since: Day | None = None


class Span(Given):
    """Days: ``before`` is the first that no longer belongs; null where no end is known."""

    since: str | None = Field(alias="from")
    before: str | None


class Cited(Given):
    """A provision as numbered on the day, with the first day of the version read."""

    id: str
    text: str
    article: str
    version: str | None


class FindingTold(Given):
    """One rule: its outcome, since when, the provisions, the facts it read and those it lacks."""

    rule: str
    outcome: Outcome
    since: str | None
    before: str | None
    in_force: bool
    cites: list[Cited]
    facts: dict[str, Any]
    missing: list[str]
    readings: list[str]


class BecauseTold(Given):
    """An outcome with what decided it."""

    outcome: Outcome
    findings: list[FindingTold]
    missing: list[str]


class UnsettledTold(Given):
    """A reading that nobody settled, with the answer under each of its options."""

    reading: str
    answers: list[dict[str, Any]]


class AuthorityTold(Given):
    """Who decides, and by which rules."""

    authority: str | None
    others: list[str]
    because: list[str]
    missing: list[str]


class RouteTold(Given):
    """One kind of leave. ``open`` never means granted: the judge may."""

    leave: str
    outcome: Outcome
    open: list[Span]
    limits: dict[str, Any]
    decided_by: AuthorityTold | None
    findings: list[FindingTold]
    missing: list[str]
    unsettled: list[UnsettledTold]


class WouldOpenTold(Given):
    """The first day a closed route opens if nothing else changes; null when none is known."""

    leave: str
    on: str | None
    because: list[str]


class SeenTold(Given):
    """A fact that the law does not weigh, and that whoever decides must have seen."""

    fact: str
    kind: str
    since: str | None = Field(alias="from")
    before: str | None


class WarningTold(Given):
    """What to know before relying on the answer."""

    code: str
    date: str | None


class AnswerTold(Given):
    """What the law answers on a day; the same as ``sortie ask --json``."""

    format: Literal["sortie/answer@1"]
    on: IsoDay
    outcome: Outcome
    reform: str | None
    reform_status: str | None
    reform_since: str | None
    application: BecauseTold
    routes: list[RouteTold]
    would_open: list[WouldOpenTold]
    escort_only: bool
    missing: list[str]
    unsettled: list[UnsettledTold]
    other_end: dict[str, Any] | None
    to_be_seen: list[SeenTold]
    warnings: list[WarningTold]


class RuleShort(Given):
    """One rule in a sentence, since when, until when, and its provisions."""

    rule: str
    fr: str
    en: str
    since: str | None = Field(alias="from")
    before: str | None
    cites: list[Cited]


class RulesTold(Given):
    """The rules, or those in force on a day."""

    format: Literal["sortie/rules@1"]
    rules: list[RuleShort]


class RuleTold(Given):
    """One rule in full: every version with its conditions and figures, and its readings."""

    format: Literal["sortie/rule@1"]
    rule: str
    versions: list[dict[str, Any]]
    readings: list[dict[str, Any]]
    used_by: list[str]


class OnADay(Said):
    """A question about the law of one day."""

    on: AnyDay | None = None
