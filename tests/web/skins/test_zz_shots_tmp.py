import os
from tests.web.skins import places
from tests.web.opening import NARROW


def test_shots(window, hold_at, skin):
    places.told()
    look = (
        {"viewport": NARROW}
        if os.environ.get("SHOT") == "narrow"
        else {"color_scheme": "dark"}
        if os.environ.get("SHOT") == "dark"
        else {}
    )
    for path, opened in places.visited(window, hold_at, "fr", **look):
        name = path.strip("/").replace("/", "_").split("?")[0] or "day"
        opened.page.screenshot(
            path=f"/tmp/shots/{skin}-{os.environ.get('SHOT', 'wide')}-{name}.png", full_page=True
        )
        print(skin, path, opened.page.title(), [f[:300] for f in opened.faults()])
