"""The pages of reforms as a browser shows them: both languages, wide, narrow, dark, both skins."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from sortie.reform import results
from tests.office.one_leave import JUDGE, MORNING
from tests.reform.results.made import REFORM, drawings, report
from tests.web.opening import NARROW, Window
from tests.web.reforms.test_replay import LONGER, SINCE, UNITS, docket

__all__ = ["docket"]

Open = Callable[..., Window]
LOOKS: list[dict[str, Any]] = [{}, {"viewport": NARROW}, {"color_scheme": "dark"}]
UNFOLD = "document.querySelectorAll('details').forEach(each => { each.open = true })"


def looked_at(opened: Window, folder: Path) -> dict[str, list[str]]:
    """Return the faults of every page of the family, unfolded."""
    kept = results.keep(folder, report(months=14), drawings(), MORNING.date())
    found = {}
    with override_settings(SORTIE_COMPARISONS=folder):
        for path in (
            "/reforms/", f"/reforms/{REFORM}/", "/reforms/fr.reform.announced_2025/",
            "/reforms/compared/", f"/reforms/compared/{kept}/", f"{UNITS}?{SINCE}",
            f"{LONGER}?on=2027-02-10", f"{UNITS}?since=soon", "/reforms/fr.reform.nothing/",
            "/reforms/compared/nothing/",
        ):  # fmt: skip
            opened.open(path).evaluate(UNFOLD)
            found[path] = opened.faults()
            opened.complaints.clear()
    return found


@pytest.mark.loopback
@pytest.mark.usefixtures("docket")
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("look", LOOKS)
def test_no_page_has_a_fault(
    window: Open, tmp_path: Path, language: str, look: dict[str, Any]
) -> None:
    found = looked_at(window(JUDGE, language, **look), tmp_path / "kept")
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.loopback
@pytest.mark.usefixtures("docket")
def test_the_drawings_are_seen(window: Open, tmp_path: Path) -> None:
    """An image that is refused or broken has no width of its own."""
    kept = results.keep(tmp_path, report(), drawings(), MORNING.date())
    with override_settings(SORTIE_COMPARISONS=tmp_path):
        page = window(JUDGE, "en").open(f"/reforms/compared/{kept}/")
        widths = page.evaluate(
            "[...document.querySelectorAll('.drawing img')].map(each => each.naturalWidth)"
        )
    assert widths == [430] * 5
