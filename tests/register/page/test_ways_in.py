"""A receipt comes by a file, a drop, a paste, a QR code; the page asks nothing of anyone."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from sortie import register
from tests.house.tree import ROOT
from tests.register.page.conftest import Opened
from tests.register.page.receipts import PAYLOAD, WITNESSES, Made
from tests.register.signers import LOG

KEY = LOG.vkey.text()
TRUE = Made()
DROP = """(text) => {
    const moved = new DataTransfer();
    moved.items.add(new File([text], "receipt.tlog-proof"));
    document.body.dispatchEvent(
        new DragEvent("drop", { dataTransfer: moved, bubbles: true, cancelable: true }));
}"""
PASTE = """(text) => {
    const field = document.getElementById("receipt");
    field.value = text;
    field.dispatchEvent(new ClipboardEvent("paste"));
}"""


def answered(opened: Opened) -> str:
    opened.page.wait_for_selector("#result:not([hidden])")
    return opened.said("#said")


def test_a_file_is_verified_as_soon_as_it_is_chosen(opened: Opened, tmp_path: Path) -> None:
    file = tmp_path / "receipt.tlog-proof"
    file.write_text(TRUE.text, encoding="utf-8")
    opened.page.fill("#keys", KEY)

    opened.page.set_input_files("#file", file)

    assert answered(opened) == "Le reçu est vrai."


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (TRUE.text.replace("\n", "\r\n").encode(), "La première ligne n'est pas"),
        (TRUE.text.rstrip("\n").encode(), "Le texte ne finit pas par une fin de ligne"),
        (b"\xef\xbb\xbf" + TRUE.text.encode(), "La première ligne n'est pas"),
        (TRUE.text.encode() + b"\xff", "n'est pas du texte"),
        (b"x" * 1_000_001, "trop gros"),
        (b"", "La première ligne n'est pas"),
    ],
)
def test_a_file_is_read_byte_for_byte(
    opened: Opened, tmp_path: Path, raw: bytes, sentence: str
) -> None:
    file = tmp_path / "receipt.tlog-proof"
    file.write_bytes(raw)
    opened.page.fill("#keys", KEY)

    opened.page.set_input_files("#file", file)

    assert answered(opened) == "Le reçu est refusé."
    assert sentence in opened.said("#because")


@pytest.mark.parametrize("way", [DROP, PASTE], ids=["drop", "paste"])
def test_a_receipt_is_verified_as_soon_as_it_is_dropped_or_pasted(opened: Opened, way: str) -> None:
    opened.page.fill("#keys", KEY)

    opened.page.evaluate(way, TRUE.text)

    assert answered(opened) == "Le reçu est vrai."


def test_a_receipt_of_the_office_is_verified_under_the_policy_it_publishes(opened: Opened) -> None:
    examples = ROOT / "docs/examples"
    opened.page.fill("#keys", (examples / "policy").read_text("utf-8"))

    opened.page.set_input_files("#file", examples / "notice.tlog-proof")

    assert answered(opened) == "Le reçu est vrai."
    assert "prison-clerk-1" in opened.said("#record")


def test_a_paste_may_have_lost_its_last_end_of_line(opened: Opened) -> None:
    opened.verify(f"\n{TRUE.text.strip()}", KEY)

    assert opened.said("#said") == "Le reçu est vrai."


def code_of(made: Made) -> str:
    return register.folded(register.read_receipt(made.text))


@pytest.mark.parametrize("made", [TRUE, Made(signers=(LOG, *WITNESSES)), Made(closed=True)])
def test_what_a_qr_code_carries_is_verified_when_it_opens_the_page(
    opened: Opened, made: Made
) -> None:
    opened.page.goto("about:blank")
    opened.page.goto(f"{opened.address}#{code_of(made)}")
    answered(opened)
    assert "Il manque la clé" in opened.said("#because")

    opened.page.fill("#keys", KEY)
    opened.page.click("button.main")

    assert answered(opened) == "Le reçu est vrai."
    assert "ne porte pas de signature post-quantique" in opened.said("#steps")


def test_what_a_qr_code_carries_does_not_stay_in_the_address(opened: Opened) -> None:
    opened.page.evaluate("(code) => { location.hash = code; }", code_of(TRUE))
    answered(opened)

    assert opened.page.url == opened.address


def test_a_qr_code_may_be_pasted_whole(opened: Opened) -> None:
    opened.verify(f"https://register.example/verify.html#{code_of(TRUE)}", KEY)

    assert opened.said("#said") == "Le reçu est vrai."


@pytest.mark.parametrize("cut", [slice(0, -9), slice(3, None), slice(0, 3)])
def test_a_qr_code_that_is_cut_is_refused(opened: Opened, cut: slice) -> None:
    opened.verify(f"#{code_of(TRUE)[cut]}", KEY)

    assert opened.said("#said") == "Le reçu est refusé."
    assert "Ce code QR ne se déplie pas" in opened.said("#because")


def test_a_page_may_carry_the_keys(opened: Opened, kept: Path) -> None:
    assert not opened.page.is_visible("#carried")
    policy = f'log {KEY}\nwitness "w" {WITNESSES[0].vkey.text()}\nquorum none\n'
    kept.write_text(register.verifier_page(policy), encoding="utf-8")

    opened.page.reload()

    assert opened.page.input_value("#keys") == policy
    assert "Comparez-la" in opened.said("#carried")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("receipt", ["", TRUE.text, TRUE.text.replace("index 5", "index 6")])
def test_nothing_is_against_the_rules_of_accessibility(
    opened: Opened, receipt: str, language: str, *, dark: bool
) -> None:
    opened.page.emulate_media(color_scheme="dark" if dark else "light")
    opened.page.click(f"#{language}")
    if receipt:
        opened.verify(receipt, KEY)
        opened.page.click("summary") if receipt == TRUE.text else None

    assert opened.faults() == []
    assert opened.page.get_attribute("html", "lang") == language


def test_nothing_is_cut_on_a_screen_of_320_points(opened: Opened) -> None:
    opened.page.set_viewport_size({"width": 320, "height": 640})
    opened.verify(Made(payload=json.dumps({"long": "x" * 400}, separators=(",", ":"))).text, KEY)
    opened.page.click("summary")

    assert opened.page.evaluate("document.scrollingElement.scrollWidth") == 320


def test_the_keyboard_alone_is_enough(opened: Opened) -> None:
    press, type_ = opened.page.keyboard.press, opened.page.keyboard.insert_text
    seen = []
    for written in ("", "", KEY, "", TRUE.text, ""):
        press("Tab")
        seen.append(opened.page.evaluate("document.activeElement.id || 'button'"))
        if written:
            type_(written)
    press("Enter")

    assert answered(opened) == "Le reçu est vrai."
    assert seen == ["fr", "en", "keys", "file", "receipt", "button"]
    assert opened.page.evaluate("document.activeElement.id") == "said"


def blocks(page: str, tag: str) -> list[str]:
    return re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)


@pytest.mark.parametrize("tag", ["script", "style"])
def test_the_page_lets_the_browser_run_what_it_holds_and_nothing_else(tag: str) -> None:
    page = register.verifier_page()
    (inside,) = blocks(page, tag)
    found = b64encode(sha256(inside.encode()).digest()).decode()

    assert f"{tag}-src 'sha256-{found}'" in page
    assert "default-src 'none'" in page


def test_the_page_holds_no_address_and_no_means_to_ask_for_one() -> None:
    page = register.verifier_page()
    means = ("http:", "https:", "fetch(", "XMLHttpRequest", "WebSocket", "import(", "src=",
             "sendBeacon", "innerHTML", "eval(", "localStorage", "cookie")  # fmt: skip

    assert [each for each in means if each in page] == []


def test_the_page_says_the_same_things_in_both_languages() -> None:
    (script,) = blocks(register.verifier_page(), "script")
    said = re.compile(r'^"?([a-z][a-z0-9_.]*)"?: "(.*)",?$', re.MULTILINE)
    french, english = (dict(said.findall(part)) for part in script.split("\nen: {\n")[:2])

    assert len(french) > 80
    assert french.keys() == english.keys()
    for key, sentence in french.items():
        assert set(re.findall(r"%\w+", sentence)) == set(re.findall(r"%\w+", english[key])), key


def test_the_content_of_the_receipts_is_canonical() -> None:
    assert json.dumps(json.loads(PAYLOAD), ensure_ascii=False, separators=(",", ":"),
                      sort_keys=True) == PAYLOAD  # fmt: skip
