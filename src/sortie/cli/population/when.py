"""``sortie population when TABLES -o SPANS``: every route of everybody, over whole custodies."""

import json
import sys
import time
from argparse import Namespace
from datetime import date
from typing import Any

from sortie import population
from sortie.cli.opening import today
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.population.opening import free_file, free_folder
from sortie.cli.population.sources import Source, asking_of, bar, records_of, room_of
from sortie.cli.population.standings import APART, grouped, show_day, written
from sortie.words import Tongue

FORMAT = "sortie/population-when@1"


def when(chosen: Namespace, tongue: Tongue) -> int:
    """Write the spans of everybody. Returns 0."""
    spark = chosen.engine == "spark"
    out = free_folder(chosen.spans) if spark else free_file(chosen.spans)
    asking, room = asking_of(chosen), room_of(chosen)
    records, begun = records_of(chosen.source, tongue), time.monotonic()
    if spark:
        from sortie.population.engines.spark import run_on_spark

        ran = run_on_spark(records, out, asking, room)
    else:
        with bar(tongue) as told:
            ran = population.run(records, out, asking, room=room, progress=told)
    seconds, day = time.monotonic() - begun, today()
    source = Source(None, population.open_spans(out), asking, room)
    counted = population.Count()
    for each in source.look(lambda spans, _: population.count(spans, day, APART), tongue):
        counted.add(each)
    if chosen.json:
        said = _written(chosen.spans, ran, counted, day)
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
        return 0
    _show(chosen.spans, ran, counted, (day, seconds), tongue)
    return 0


def _show(
    typed: str, ran: population.Ran, counted: population.Count,
    when: tuple[date, float], tongue: Tongue,
) -> None:  # fmt: skip
    page, (day, seconds) = Page(), when
    holes = {"people": grouped(ran.people, tongue), "spans": grouped(ran.spans, tongue)}
    page.text(tongue.count("population.answered", ran.people, **holes, file=typed), style="strong")
    fresh = ran.people - ran.kept
    if ran.kept:
        kept = grouped(ran.kept, tongue)
        page.text(tongue.count("population.kept_before", ran.kept, count=kept))
    if fresh:
        took = {
            "seconds": grouped(max(1, seconds), tongue),
            "rate": grouped(fresh / seconds, tongue),
        }
        page.text(tongue.say("population.rate", **took))
    page.blank()
    show(page)
    show_day(counted, day, tongue)


def _written(
    typed: str, ran: population.Ran, counted: population.Count, day: date
) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "spans": typed,
        "people": ran.people,
        "rows": ran.spans,
        "on": day.isoformat(),
        "routes": written(counted.routes),
    }
