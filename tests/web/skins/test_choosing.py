"""The skin that a site wears: ours unless another is named, refused by its name, no State mark."""

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from sortie.web.skins import SKINS, LogoElsewhere, SkinMissing, SkinUnknown, chosen, named
from tests.house.tree import ROOT, kept_files
from tests.office import one_leave as leave
from tests.web.opening import Window
from tests.web.site.test_serving import OUTSIDE, asked, free_port, serving
from tests.web.skins import places

Open = Callable[..., Window]
Hold = Callable[[datetime], None]
OURS = ROOT / "src/sortie/web/skins"
# In pieces, so that this file holds none of them.
A_MARK = re.compile(
    r"ma(?:r)ianne|fr-log(?:o)|r[ée]publique\s*(?:<br\s*/?>)?\s*fran(?:ç|c)aise|tricol(?:o)re"
    r"|libert[ée]\s*,?\s*(?:<br\s*/?>)?\s*[ée]galit[ée]",
    re.IGNORECASE,
)
WITHOUT = "import sys; sys.modules['dsfr'] = None; from sortie.cli import main; sys.exit(main())"


def components(name: str) -> set[str]:
    folder = SKINS[name].templates
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}


def test_the_skin_is_ours_unless_another_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SORTIE_SKIN", raising=False)
    assert chosen() is SKINS["neutral"]
    monkeypatch.setenv("SORTIE_SKIN", "dsfr")
    assert chosen() is SKINS["dsfr"]
    monkeypatch.setenv("SORTIE_SKIN", "mauve")
    with pytest.raises(SkinUnknown) as refused:
        chosen()
    assert refused.value.holes == {"skin": "mauve", "known": "neutral, dsfr"}


def test_every_skin_draws_the_same_components() -> None:
    assert {name: components(name) for name in SKINS} == dict.fromkeys(SKINS, components("neutral"))


def test_the_files_of_another_are_served_from_its_package_and_never_copied() -> None:
    (prefix, folder), *_ = [each for each in SKINS["dsfr"].files() if isinstance(each, tuple)]
    assert prefix == "dsfr"
    assert (folder / "dsfr.main.min.css").is_file()
    assert ROOT / "src" not in folder.parents
    fonts = [path for path in kept_files() if path.endswith((".woff", ".woff2", ".ttf", ".otf"))]
    assert fonts == []


def test_no_mark_of_the_state_is_in_what_the_skins_write() -> None:
    written = [path for path in OURS.rglob("*") if path.suffix in {".html", ".css", ".js", ".svg"}]
    assert len(written) > len(components("neutral"))
    assert [path.name for path in written if A_MARK.search(path.read_text("utf-8"))] == []


def test_the_head_and_the_foot_are_those_of_who_runs_the_site(
    window: Open, hold_at: Hold, skin: str
) -> None:
    places.told()
    hold_at(places.MONDAY)
    page = window(leave.JUDGE, "fr").open("/")

    assert A_MARK.search(page.content()) is None
    if skin == "dsfr":
        assert page.locator("header img").get_attribute("src") == "/static/theirs.svg"
        assert "Service des sorties" in page.locator("header").inner_text()
        foot = page.locator("footer").inner_text()
        assert "Un service." in foot
        assert "sans lien avec un service" not in foot


@pytest.mark.parametrize("address", ["https://elsewhere.example/a.svg", "//elsewhere/a", "a.svg"])
def test_a_logo_of_another_site_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("SORTIE_SKIN_LOGO", address)
    with pytest.raises(LogoElsewhere):
        named()


def test_without_its_package_the_skin_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dsfr", None)
    with pytest.raises(SkinMissing) as refused:
        SKINS["dsfr"].files()
    assert refused.value.holes == {"skin": "dsfr", "extra": "dsfr"}


def refusal(folder: Path, language: str, program: tuple[str, ...], skin: str) -> tuple[int, str]:
    """Return how the server ended, and what it said of it."""
    done = subprocess.run(
        [sys.executable, *program, "web", "--port", str(free_port()), "--lang", language],
        cwd=folder, env={**OUTSIDE, "SORTIE_SKIN": skin}, capture_output=True, text=True,
        check=False, timeout=60,
    )  # fmt: skip
    return done.returncode, " ".join(done.stderr.split())


@pytest.mark.parametrize(
    ("language", "unknown", "missing"),
    [
        ("fr", "« mauve » n'est pas un habillage.", "L'habillage « dsfr » n'est pas installé"),
        ("en", "“mauve” is not a skin.", "The skin “dsfr” is not installed"),
    ],
)
def test_the_server_says_why_it_does_not_start(
    tmp_path: Path, language: str, unknown: str, missing: str
) -> None:
    code, said = refusal(tmp_path, language, ("-m", "sortie"), "mauve")
    assert code == 2
    assert unknown in said.replace("\u2019", "'").replace("\u00a0", " ").replace("\u202f", " ")
    code, said = refusal(tmp_path, language, ("-c", WITHOUT), "dsfr")
    assert code == 2
    assert missing in said.replace("\u2019", "'").replace("\u00a0", " ").replace("\u202f", " ")
    assert list(tmp_path.iterdir()) == []


def test_a_real_server_serves_the_files_of_the_package(tmp_path: Path) -> None:
    port = free_port()
    with serving(tmp_path, port, {**OUTSIDE, "SORTIE_SKIN": "dsfr"}) as server:
        assert server.stdout is not None
        assert server.stdout.readline().startswith("The office is open")
        site = f"http://127.0.0.1:{port}"

        assert asked(f"{site}/sign-in/") == "200 fr"
        assert asked(f"{site}/static/dsfr/dsfr.main.min.css").startswith("200")
