"""What a reform does to one rule: a version put in, dates moved, a switch turned.

Each returns a new rule; the one it is given stays as it is. Versions that read the same and
follow each other become one again, so that what is done and undone leaves no trace.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from sortie.rules.rule import Rule, Version, Window


def put_in(rule: Rule[Any], version: Version[Any]) -> Rule[Any]:
    """Return a rule with one more version; the others give way on its days."""
    kept = [part for old in rule.versions for part in _without(old, version.window)]
    return Rule(rule.id, _joined([*kept, version]), rule.applies)


def re_dated(rule: Rule[Any], version: Version[Any], window: Window) -> Rule[Any]:
    """Return a rule with one version moved to other days; its neighbours give way to it."""
    others = (old for old in rule.versions if old is not version)
    kept = [part for old in others for part in _without(old, window)]
    return Rule(rule.id, _joined([*kept, replace(version, window=window)]), rule.applies)


def switched(rule: Rule[Any], window: Window, *, on: bool) -> Rule[Any]:
    """Return a rule that holds, or does not hold, on the days of a window."""
    kept = [part for old in rule.applies for part in cut(old, window)]
    return Rule(rule.id, rule.versions, _merged([*kept, window] if on else kept))


def cut(window: Window, gone: Window) -> Iterator[Window]:
    """Yield what is left of a window without the days of another."""
    if overlap(window, gone) is None:
        yield window
        return
    if window.since < gone.since:
        yield Window(window.since, gone.since)
    if gone.before < window.before:
        yield Window(gone.before, window.before)


def overlap(one: Window, other: Window) -> Window | None:
    """Return the days that two windows share, None when they share none."""
    since, before = max(one.since, other.since), min(one.before, other.before)
    return Window(since, before) if since < before else None


def _without(version: Version[Any], gone: Window) -> Iterator[Version[Any]]:
    for window in cut(version.window, gone):
        yield version if window == version.window else replace(version, window=window)


def _joined(versions: Iterable[Version[Any]]) -> list[Version[Any]]:
    found: list[Version[Any]] = []
    for version in sorted(versions, key=lambda each: each.window.since):
        last = found[-1] if found else None
        if last is not None and _same_text(last, version):
            found[-1] = replace(last, window=Window(last.window.since, version.window.before))
        else:
            found.append(version)
    return found


def _same_text(last: Version[Any], version: Version[Any]) -> bool:
    return last.window.before == version.window.since and last.body is version.body


def _merged(windows: Iterable[Window]) -> tuple[Window, ...]:
    found: list[Window] = []
    for window in sorted(windows, key=lambda each: each.since):
        if found and window.since <= found[-1].before:
            found[-1] = Window(found[-1].since, max(found[-1].before, window.before))
        else:
            found.append(window)
    return tuple(found)
