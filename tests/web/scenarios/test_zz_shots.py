import pytest
from tests.office import one_leave as leave
from tests.web.opening import NARROW
from tests.web.sitting.seized import *
from tests.web.filing.test_filing import ASKED, NEEDED
from tests.web.scenarios.typing import typed, pressed

def shot(w, name):
    w.page.screenshot(path=f"/tmp/w7/{name}.png", full_page=True)

@pytest.mark.parametrize("look", ["wide", "narrow", "dark"])
def test_shots(window, hold_at, look):
    more = {"wide": {}, "narrow": {"viewport": NARROW}, "dark": {"color_scheme": "dark"}}[look]
    hold_at(leave.paris("2027-02-01T09:00"))
    leave.recorded("P-9").say()
    c = window(leave.PRISON_CLERK, "fr", **more)
    c.open("/filing/?number=number%20of%20P-9"); shot(c, f"find-{look}")
    p = c.open("/filing/P-9/")
    typed(p, ASKED); pressed(p, 'button[value="ask"]'); shot(c, f"file-ask-{look}")
    typed(p, {n: v for n, v in NEEDED.items() if p.locator(f'[name="{n}"]').count()}); pressed(p); shot(c, f"file-reread-{look}")
    pressed(p); shot(c, f"filed-{look}")
    seized(1); seized(2, pieces=False)
    opined(1, leave.HEAD, "unfavourable", "l'évasion de 2014"); opined(1, leave.OFFICER)
    hold_at(leave.paris("2027-02-20T14:10"))
    k = window(leave.COURT_CLERK, "fr", **more)
    for name, path in (("sittings", "/sittings/"), ("sitting", ADDRESS), ("hold", HELD), ("file", "/case/D-1/sitting/"), ("room", "/case/D-1/sitting/prosecutor/"), ("minutes", MINUTES)):
        k.open(path); shot(k, f"{name}-{look}")
    opined(1, leave.PROSECUTOR, "unfavourable", "un risque"); opined(1, SURVEILLANCE, "reserved", "rien"); held(1)
    hold_at(leave.paris("2027-02-22T10:00"))
    j = window(leave.JUDGE, "fr", **more)
    p = j.open("/case/D-1/facts/?to=decide"); shot(j, f"facts-{look}")
    typed(p, {"facts": ["escape.2014-02-07"]}); pressed(p); shot(j, f"decide-{look}")
    typed(p, {"order": "O-1", "outcome": "granted", "reasons": "Le projet est suivi et vérifié.", "grounds.0.text": "Le projet est suivi", "grounds.0.piece": "rapport", "conditions.0": "Rentrer avant 21 h"})
    pressed(p); shot(j, f"reread-{look}"); pressed(p); shot(j, f"order-{look}")
