"""What a report says beside its figures: sums, causes, expectations, and all that it rests on."""

from collections.abc import Iterator

from sortie.reform import telling
from sortie.reform.expecting import Rate
from sortie.reform.results import Report
from sortie.reform.showing.blocks import (
    Block,
    Heading,
    Listed,
    Said,
    Section,
    Table,
    Term,
    Terms,
    Typed,
    Warned,
)
from sortie.reform.telling import Voice, counted, digits
from sortie.reform.told import ReformTold

_OUTCOMES = ("leaves", "on_time", "late", "not_returned", "escape_declared")


def title_of(report: Report, voice: Voice) -> str:
    """Return the title of a report."""
    return voice.say("report.title", law=voice.either(report.reforms[1].title))


def head_of(report: Report, voice: Voice) -> Section:
    """Return what is read first: that it is not the law, which laws, and how many people."""
    return Section("head", "", tuple(_head(report, voice)))


def sections_of(report: Report, voice: Voice) -> Iterator[Section]:
    """Yield every section that follows the figures, in order."""
    if report.comparison.changed:
        yield Section("routes", voice.say("compare.routes"), tuple(_routes(report, voice)))
        yield Section("causes", voice.say("compare.causes"), tuple(_causes(report, voice)))
    yield Section("expected", voice.say("report.expected"), tuple(_expected(report, voice)))
    yield Section("rests_on", voice.say("report.rests_on"), tuple(_rests_on(report, voice)))
    yield Section("again", voice.say("report.again"), tuple(_again(report, voice)))


# -- the head -------------------------------------------------------------------------------------


def _head(report: Report, voice: Voice) -> Iterator[Block]:
    if not report.is_the_law:
        yield Warned(voice.say("compare.not_in_force"))
    if report.synthetic:
        yield Warned(voice.say("compare.synthetic"))
    yield Terms(
        [
            Term(voice.say(f"report.side.{name}"), list(law_of(reform, voice)))
            for name, reform in zip(("a", "b"), report.reforms, strict=True)
        ]
    )
    found = report.comparison
    yield Said(telling.period(found, voice))
    yield Said(telling.touched(found, voice), strong=True)
    yield Said(voice.say("compare.supposed"))


def law_of(reform: ReformTold | None, voice: Voice) -> Iterator[str]:
    """Yield what is said of a law: its reform, how far it stands, who wants it, where it is."""
    if reform is None:
        yield voice.say("compare.law_in_force")
        return
    source = reform.source
    yield voice.say("report.law", title=voice.either(reform.title), reform=reform.id)
    yield voice.say("report.status", status=voice.say(f"reform.status.{reform.status}"),
                    since=voice.day(reform.since))  # fmt: skip
    yield voice.say("reform.show.author", author=reform.author)
    if source.day is None:
        yield voice.say("reform.show.source", text=source.text)
    else:
        yield voice.say("reform.show.source.dated", text=source.text, day=voice.day(source.day))
    if source.address:
        yield voice.say("reform.show.address", address=source.address)


# -- the sections ---------------------------------------------------------------------------------


def _routes(report: Report, voice: Voice) -> Iterator[Block]:
    found = report.comparison
    heads = ("leave", "days_a", "days_b", "gained", "lost", "gaining", "losing")
    names = {"best": voice.say("report.best")}
    routes = (found.best, *found.changed)
    rows = [
        [names.get(route.id) or telling.leave_of(route.id, voice),
         *(counted(number, voice) for number in (
             route.whole.a.days_open, route.whole.b.days_open, route.whole.days_gained,
             route.whole.days_lost, route.whole.people_gaining, route.whole.people_losing))]
        for route in routes
    ]  # fmt: skip
    heading = [voice.say(f"compare.column.{head}") for head in heads]
    yield Table("routes", voice.say("compare.routes"), heading, rows)
    same = [telling.leave_of(route.id, voice) for route in found.routes if not route.changes]
    if same:
        yield Said(voice.say("compare.unchanged", leaves=voice.listed(same)))


def _causes(report: Report, voice: Voice) -> Iterator[Block]:
    for route in report.comparison.changed:
        yield Heading(telling.leave_of(route.id, voice))
        yield Listed([telling.cause(cause, report.rules, voice) for cause in route.causes])
    yield Said(voice.say("compare.causes.shared"))


def _expected(report: Report, voice: Voice) -> Iterator[Block]:
    if report.expected is None:
        yield Said(voice.say("report.expected.none"))
    else:
        yield Said(voice.say("report.expected.how"))
        sides = (report.expected.a, report.expected.b, report.expected.difference)
        rows = [
            [
                voice.say(f"report.expected.{name}"),
                *(telling.between(getattr(side, name).rounded(), voice) for side in sides),
            ]
            for name in _OUTCOMES
        ]
        heads = [voice.say("report.expected.what")]
        heads += [voice.say(f"report.side.{name}") for name in ("a", "b", "difference")]
        yield Table("expected", voice.say("report.expected"), heads, rows)
    yield Said(voice.say("report.rates"))
    yield Listed([_rate(rate, voice) for rate in report.rates.values()])
    yield Said(voice.say("report.rates.change"))


def _rate(rate: Rate, voice: Voice) -> str:
    holes = {
        "title": voice.either(rate.title), "name": rate.id,
        "low": digits(rate.interval.low, voice, 4), "high": digits(rate.interval.high, voice, 4),
    }  # fmt: skip
    if rate.changed:
        return voice.say("report.rate.changed", **holes)
    if not rate.figures:
        return voice.say("report.rate.assumed", **holes)
    sources = voice.listed(
        voice.say("report.rate.source", year=each.year, share=digits(each.share, voice, 4),
                  source=each.source, grade=each.grade)
        for each in rate.figures
    )  # fmt: skip
    return voice.say("report.rate.published", sources=sources, **holes)


def _rests_on(report: Report, voice: Voice) -> Iterator[Block]:
    found = report.comparison
    yield Said(voice.say("compare.supposed"))
    rows = [
        [telling.leave_of(route.id, voice), _facts(found.supposed[route.id])]
        for route in found.changed or found.routes
    ]
    heads = [voice.say("compare.column.leave"), voice.say("report.application")]
    yield Table("supposed", voice.say("report.application"), heads, rows, words=True)
    yield Heading(voice.say("report.readings"))
    left = [words for name, words in report.readings.items() if name not in found.readings]
    yield Listed([voice.either(words) for words in left])
    for name, option in found.readings.items():
        yield Said(voice.say("report.reading.chosen", reading=name, option=option))
    missing = [words for reform in report.reforms if reform for words in reform.not_modelled]
    yield Heading(voice.say("reform.show.not_modelled"))
    if missing:
        yield Listed([voice.either(words) for words in missing])
    yield Listed([voice.say(f"report.limit.{name}") for name in ("people", "entries", "leave")])
    yield Heading(voice.say("report.hidden"))
    exact = found.threshold == 1
    key = "compare.exact" if exact else "compare.hidden_why"
    yield Said(voice.say(key, **({} if exact else {"most": found.threshold - 1})))


def _facts(facts: object) -> str:
    if not isinstance(facts, dict):
        return str(facts)
    return "; ".join(f"{name} = {_plain(value)}" for name, value in facts.items())


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{each} ({name})" for name, each in value.items())
    return str(value).lower() if isinstance(value, bool) else str(value)


def _again(report: Report, voice: Voice) -> Iterator[Block]:
    found = report.comparison
    yield Typed(report.command)
    digests = {
        "records": found.records, "law_a": found.laws[0], "law_b": found.laws[1],
        "version": found.version,
    }  # fmt: skip
    yield Terms(
        [
            Term(voice.say(f"report.digest.{name}"), [value], typed=True)
            for name, value in digests.items()
        ]
    )
