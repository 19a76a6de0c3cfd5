"""What a report says beside its figures: sums, causes, expectations, and all that it rests on."""

from collections.abc import Iterator
from html import escape

from sortie.reform import telling
from sortie.reform.expecting import Rate
from sortie.reform.showing.report import Report
from sortie.reform.showing.tables import Table, table_html
from sortie.reform.telling import Voice, counted, digits

_OUTCOMES = ("leaves", "on_time", "late", "not_returned", "escape_declared")


def all_of(report: Report, voice: Voice) -> Iterator[str]:
    """Yield every section, in order."""
    if report.comparison.changed:
        yield from _routes(report, voice)
        yield from _causes(report, voice)
    yield from _expected(report, voice)
    yield from _rests_on(report, voice)
    yield from _again(report, voice)


def _titled(key: str, voice: Voice) -> str:
    return f"<h2>{escape(voice.say(key))}</h2>"


def _said(sentence: str) -> str:
    return f"<p>{escape(sentence)}</p>"


def _listed(sentences: Iterator[str] | list[str]) -> str:
    items = "".join(f"<li>{escape(each)}</li>" for each in sentences)
    return f'<ul class="numbers">{items}</ul>'


def _routes(report: Report, voice: Voice) -> Iterator[str]:
    found = report.comparison
    yield _titled("compare.routes", voice)
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
    yield table_html(Table("routes", voice.say("compare.routes"), heading, rows))
    same = [telling.leave_of(route.id, voice) for route in found.routes if not route.changes]
    if same:
        yield _said(voice.say("compare.unchanged", leaves=voice.listed(same)))


def _causes(report: Report, voice: Voice) -> Iterator[str]:
    yield _titled("compare.causes", voice)
    for route in report.comparison.changed:
        yield f"<h3>{escape(telling.leave_of(route.id, voice))}</h3>"
        yield _listed([telling.cause(cause, report.books, voice) for cause in route.causes])
    yield _said(voice.say("compare.causes.shared"))


def _expected(report: Report, voice: Voice) -> Iterator[str]:
    yield _titled("report.expected", voice)
    if report.expected is None:
        yield _said(voice.say("report.expected.none"))
    else:
        yield _said(voice.say("report.expected.how"))
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
        yield table_html(Table("expected", voice.say("report.expected"), heads, rows))
    yield _said(voice.say("report.rates"))
    yield _listed([_rate(rate, voice) for rate in report.rates.values()])
    yield _said(voice.say("report.rates.change"))


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
        voice.say("report.rate.source", year=each.on.year, share=digits(each.share, voice, 4),
                  source=each.source, grade=each.grade)
        for each in rate.figures
    )  # fmt: skip
    return voice.say("report.rate.published", sources=sources, **holes)


def _rests_on(report: Report, voice: Voice) -> Iterator[str]:
    found = report.comparison
    yield _titled("report.rests_on", voice)
    yield _said(voice.say("compare.supposed"))
    rows = [
        [telling.leave_of(route.id, voice), _facts(found.supposed[route.id])]
        for route in found.changed or found.routes
    ]
    heads = [voice.say("compare.column.leave"), voice.say("report.application")]
    yield table_html(Table("supposed", voice.say("report.application"), heads, rows))
    yield f"<h3>{escape(voice.say('report.readings'))}</h3>"
    left = [each for name, each in report.readings.items() if name not in found.readings]
    yield _listed([voice.either({"fr": r.question_fr, "en": r.question_en}) for r in left])
    for name, option in found.readings.items():
        yield _said(voice.say("report.reading.chosen", reading=name, option=option))
    missing = [words for reform in report.reforms if reform for words in reform.not_modelled]
    yield f"<h3>{escape(voice.say('reform.show.not_modelled'))}</h3>"
    if missing:
        yield _listed([voice.either(words) for words in missing])
    yield _listed([voice.say(f"report.limit.{name}") for name in ("people", "entries", "leave")])
    yield f"<h3>{escape(voice.say('report.hidden'))}</h3>"
    exact = found.threshold == 1
    key = "compare.exact" if exact else "compare.hidden_why"
    yield _said(voice.say(key, **({} if exact else {"most": found.threshold - 1})))


def _facts(facts: object) -> str:
    if not isinstance(facts, dict):
        return str(facts)
    return "; ".join(f"{name} = {_plain(value)}" for name, value in facts.items())


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{each} ({name})" for name, each in value.items())
    return str(value).lower() if isinstance(value, bool) else str(value)


def _again(report: Report, voice: Voice) -> Iterator[str]:
    found = report.comparison
    yield _titled("report.again", voice)
    yield f"<pre><code>{escape(report.command)}</code></pre>"
    yield "<dl>"
    digests = {
        "records": found.records, "law_a": found.laws[0], "law_b": found.laws[1],
        "version": found.version,
    }  # fmt: skip
    for name, value in digests.items():
        label = escape(voice.say(f"report.digest.{name}"))
        yield f"<dt>{label}</dt><dd><code>{escape(value)}</code></dd>"
    yield "</dl>"
