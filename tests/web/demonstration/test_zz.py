import pytest
from tests.web.opening import NARROW, served, window_of
from tests.web.demonstration.conftest import *
from tests.web.demonstration.conftest import signed_file, opened
@pytest.mark.usefixtures("opened")
def test_x(chromium):
    with served() as a:
        w=window_of(chromium,a,None,"fr",viewport=NARROW); w.open("/")
        print(w.page.evaluate("""()=>[...document.querySelectorAll('body *')].filter(e=>e.getBoundingClientRect().right>321 || getComputedStyle(e).position!='static').map(e=>e.tagName+'.'+e.className+' '+Math.round(e.getBoundingClientRect().right)+' '+getComputedStyle(e).position)"""))
        print(w.faults())
        w.page.screenshot(path="/tmp/demo/narrow.png",full_page=True)
