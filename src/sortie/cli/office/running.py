"""What keeps the office running: the database, the clock, the messages to hand over."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from sortie import office, store
from sortie.cli.office.bench import Bench
from sortie.cli.office.lists import message_line, written_message
from sortie.cli.page import Page
from sortie.cli.paint import show


def init(bench: Bench) -> int:
    """Prepare the tables and the keys, from nothing if need be."""
    store.migrate()
    keys = near(store.create_keys())
    address = store.shown_address(bench.chosen.database)
    if bench.chosen.json:
        return bench.write({"format": "sortie/office@1", "database": address, "keys": keys})
    page = Page()
    page.text(bench.tongue.say("init.done", address=address))
    page.text(bench.tongue.say("init.keys", keys=keys))
    show(page)
    return 0


def near(folder: Path) -> str:
    """Return the name of a folder as one types it here."""
    here = Path.cwd()
    return str(folder.relative_to(here) if folder.is_relative_to(here) else folder)


def reindex(bench: Bench) -> int:
    """Make the index again."""
    done = office.reindex()
    if bench.chosen.json:
        return bench.write({"format": "sortie/reindexed@1", "cases": done})
    page = Page()
    page.text(bench.tongue.count("reindex", done, count=done))
    show(page)
    return 0


def tick(bench: Bench) -> int:
    """Make due what is due."""
    ticked = office.tick(bench.at)
    if bench.chosen.json:
        return bench.write({
            "format": "sortie/tick@1",
            "at": bench.stamp(ticked.at),
            "events": {case: list(events) for case, events in ticked.events.items()},
            "together": list(ticked.together),
        })  # fmt: skip
    page, say = Page(), bench.tongue.say
    for case, events in ticked.events.items():
        page.text(say("tick.case", case=case, events=counted(events, bench)))
    for case in ticked.together:
        page.text(say("tick.together", case=case))
    if not page.lines:
        page.text(say("tick.none", at=bench.clock.say(ticked.at)))
    show(page)
    return 0


def counted(events: Iterable[str], bench: Bench) -> str:
    """Return the events recorded, each kind once with how many there are; messages follow them."""
    kinds = Counter(each for each in events if each != "message_sent")
    named = {bench.label("event", kind): count for kind, count in kinds.items()}
    return ", ".join(
        name if count == 1 else bench.tongue.say("tick.times", event=name, count=count)
        for name, count in named.items()
    )


def send(bench: Bench) -> int:
    """Give the messages to hand over, each marked as sent."""
    at = bench.at
    sent = office.send(at)
    if bench.chosen.json:
        written = [written_message(each, bench) for each in sent]
        return bench.write({"format": "sortie/sent@1", "messages": written})
    page = Page()
    for each in sent:
        message_line(page, each, bench, at)
    if not sent:
        page.text(bench.tongue.say("send.none"))
    show(page)
    return 0
