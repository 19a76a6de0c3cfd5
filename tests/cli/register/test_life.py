"""The whole life of a register on the command line, on a real store, in both languages."""

import json
import stat
from pathlib import Path

import pytest

from sortie import register, store
from sortie.words import NARROW
from tests.cli.running import Ran, run
from tests.office.sealing.kept import ORIGIN, played

LANGUAGES = pytest.mark.parametrize("lang", ["fr", "en"])
CLERK = ("--as", "prison_clerk:greffe@CD")
BASIS = ("--basis", "loi n° 78-17, article 106")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")


def kept(*words: str, lang: str = "en") -> Ran:
    return run("register", *words, "--lang", lang)


def done(*words: str, lang: str = "en") -> str:
    ran = kept(*words, lang=lang)
    assert (ran.status, ran.err) == (0, ""), ran.err
    return plain(ran.out)


def refused(*words: str, lang: str = "en") -> str:
    ran = kept(*words, lang=lang)
    assert ran.status == 2
    return plain(ran.err)


def plain(text: str) -> str:
    return " ".join(text.replace(NARROW, " ").replace("\u00a0", " ").split())


def begun(*people: str) -> None:
    played(*people)
    done("init", ORIGIN, "--for-real")
    done("checkpoint", "--at", "2027-03-20T08:00")
    Path("policy").write_text(kept("keys").out, encoding="utf-8")


SAID = {
    "fr": {
        "dry": "Essai : rien n'est créé.",
        "made": f"Le registre « {ORIGIN} » a ses clés dans store.keys/signing.",
        "split": "une double vue (une liste pour vous, une autre pour les autres) ne peut pas être",
        "signed": f"Point de contrôle signé : 24 inscriptions, registre « {ORIGIN} ».",
        "same": "Rien de nouveau depuis le point de contrôle de 24 inscriptions.",
        "decided": "requête tranchée (événement 7) : D-A-0007-decided.tlog-proof",
        "true": "Le reçu est vrai.",
        "judge": "par : le juge de l'application des peines (judge-1), court of the north",
        "proved": "à la place 9 du registre",
        "not_proved": "une double vue ne peut donc pas être exclue",
        "false": "ce registre de 24 inscriptions : le chemin ne mène pas à son empreinte.",
        "published": "Inscriptions publiées dans public : 24 (déjà là : 0). Fichiers écrits : 2.",
        "checked": "Inscriptions relues : 24 (ouvertes : 24, effacées : 0). Points de contrôle",
        "fine": "Rien n'a été changé.",
        "erased": "Effacé : 24 inscriptions de la personne « A » ne se lisent plus.",
        "gone": "(ouvertes : 1, effacées : 24)",
        "closed": "Le reçu est vrai, mais il ne porte pas le contenu de l'inscription.",
    },
    "en": {
        "dry": "Trial: nothing is made.",
        "made": f"The register “{ORIGIN}” has its keys in store.keys/signing.",
        "split": "a split view (one list for you, another for the others) cannot be excluded",
        "signed": f"Checkpoint signed: 24 entries, register “{ORIGIN}”.",
        "same": "Nothing new since the checkpoint of 24 entries.",
        "decided": "application decided (event 7): D-A-0007-decided.tlog-proof",
        "true": "The receipt is true.",
        "judge": "by: the sentence enforcement judge (judge-1), court of the north",
        "proved": "at place 9 of the register",
        "not_proved": "so a split view cannot be excluded",
        "false": "of this register of 24 entries: the path does not lead to its root hash.",
        "published": "Entries published in public: 24 (there already: 0). Files written: 2.",
        "checked": "Entries read again: 24 (opened: 24, erased: 0). Checkpoints: 1.",
        "fine": "Nothing was changed.",
        "erased": "Erased: 24 entries of person “A” can be read no more.",
        "gone": "(opened: 1, erased: 24)",
        "closed": "The receipt is true, but does not bear the content of the entry.",
    },
}


@LANGUAGES
@pytest.mark.usefixtures("sqlite_store")
def test_a_register_is_begun_signed_proved_published_checked_and_erased_from(lang: str) -> None:
    said = SAID[lang]
    played("A")
    assert said["dry"] in done("init", ORIGIN, lang=lang)
    assert not Path("store.keys/signing").exists()
    made = done("init", ORIGIN, "--for-real", lang=lang)
    assert said["made"] in made
    assert said["split"] in made
    assert said["signed"] in done("checkpoint", lang=lang)
    assert said["same"] in done("checkpoint", lang=lang)
    Path("policy").write_text(kept("keys").out, encoding="utf-8")

    assert said["decided"] in done("prove", "--case", "D-A", lang=lang)
    receipt = Path("D-A-0007-decided.tlog-proof")
    told = done("verify", str(receipt), "--policy", "policy", lang=lang)
    for key in ("true", "judge", "proved", "not_proved"):
        assert said[key] in told
    receipt.write_text(receipt.read_text("utf-8").replace("index 8", "index 9"), "utf-8")
    assert said["false"] in refused("verify", str(receipt), "--policy", "policy", lang=lang)

    assert said["published"] in done("export", "public", lang=lang)
    assert said["checked"] in done("fsck", lang=lang)
    assert said["fine"] in done("fsck", "public", "--policy", "policy", lang=lang)

    done("erase", "A", *BASIS, lang=lang)
    assert said["checked"] in done("fsck", lang=lang)
    assert said["erased"] in done("erase", "A", *BASIS, *CLERK, "--for-real", lang=lang)
    assert said["gone"] in done("fsck", lang=lang)
    done("prove", "--index", "8", lang=lang)
    again = done("verify", "8.tlog-proof", "--policy", "policy", lang=lang)
    assert said["closed"] in again
    assert "promise of work" not in again


@pytest.mark.usefixtures("database")
def test_one_command_gives_every_order_notice_and_move_of_a_case_its_receipt() -> None:
    begun("A", "B")

    done("prove", "--case", "D-B", "--to", "receipts")

    names = sorted(each.name for each in Path("receipts").glob("*.tlog-proof"))
    assert names == [
        "D-B-0007-decided.tlog-proof", "D-B-0013-notified.tlog-proof",
        "D-B-0014-notified.tlog-proof", "D-B-0017-permit_issued.tlog-proof",
        "D-B-0020-departed.tlog-proof", "D-B-0022-return_recorded.tlog-proof",
    ]  # fmt: skip
    files = [str(Path("receipts") / name) for name in names]
    whole = json.loads(kept("verify", *files, "--policy", "policy", "--json").out)
    assert [each["file"] for each in whole["receipts"]] == files
    assert all("opened" in each["proved"] for each in whole["receipts"])
    modes = {stat.S_IMODE(each.stat().st_mode) for each in Path("receipts").iterdir()}
    assert modes == {0o600}


@pytest.mark.usefixtures("database")
def test_the_receipts_of_others_stay_true_after_an_erasure() -> None:
    begun("A", "B")
    done("prove", "--case", "D-B", "--to", "before")

    done("erase", "A", *BASIS, *CLERK, "--for-real")
    done("checkpoint")
    done("prove", "--case", "D-B", "--to", "after")

    for folder in ("before", "after"):
        files = map(str, Path(folder).glob("*.tlog-proof"))
        assert kept("verify", *files, "--policy", "policy").status == 0


@pytest.mark.usefixtures("sqlite_store")
def test_what_a_qr_code_says_is_verified_by_the_program_too() -> None:
    begun("A")
    done("prove", "--case", "D-A", "--number", "7")
    receipt = register.read_receipt(Path("D-A-0007-decided.tlog-proof").read_bytes())
    scanned = f"https://register.example/verify.html#{register.folded(receipt)}\n"

    ran = run(
        "register", "verify", "-", "--policy", "policy", "--lang", "en", typed=scanned.encode()
    )

    assert ran.status == 0
    assert "A post-quantum signature" in plain(ran.out)


@pytest.mark.usefixtures("sqlite_store")
def test_a_receipt_that_no_qr_code_can_hold_is_a_file_only() -> None:
    begun("A")

    told = done("prove", "--index", "0")

    assert Path("0.tlog-proof").exists()
    fits = "QR code: 0.svg" in told
    assert fits is Path("0.svg").exists()


@pytest.mark.usefixtures("sqlite_store")
def test_a_qr_code_is_shown_in_a_terminal_that_is_wide_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun("A")
    asked = ("prove", "--case", "D-A", "--number", "13", "--qr")

    assert "needs a terminal of" in done(*asked)
    monkeypatch.setenv("COLUMNS", "200")
    shown = [line for line in kept(*asked).out.splitlines() if line.startswith("████")]

    assert len({len(line) for line in shown}) == 1
    assert len(shown) * 2 in (len(shown[0]), len(shown[0]) + 1)


@pytest.mark.usefixtures("sqlite_store")
def test_a_receipt_waits_for_its_checkpoint() -> None:
    begun("A")
    played("B")

    told = done("prove", "--case", "D-B")

    assert "not under a checkpoint yet" in told
    assert list(Path().glob("*.tlog-proof")) == []
    assert "Sign another one" in refused("prove", "--index", "30")


@pytest.mark.usefixtures("sqlite_store")
def test_keys_are_changed_with_an_overlap() -> None:
    begun("A")
    done("prove", "--case", "D-A", "--number", "7")

    assert "nothing is changed" in done("rotate")
    assert "signs beside the old one" in done("rotate", "--for-real")
    assert "two pairs" in refused("rotate").lower()
    done("checkpoint")
    assert "no. 1 would sign no more" in done("rotate", "--retire")
    assert "signs no more" in done("rotate", "--retire", "--for-real")
    assert "retiring it would leave none" in refused("rotate", "--retire")

    old = str(Path("D-A-0007-decided.tlog-proof"))
    Path("new").write_text(kept("keys").out, encoding="utf-8")
    done("verify", old, "--policy", "new")


def test_an_older_copy_is_not_signed_and_says_why(sqlite_store: str, tmp_path: Path) -> None:
    file = Path(sqlite_store.removeprefix("sqlite:///"))
    played("A")
    store.disconnect()
    yesterday = file.read_bytes()
    done("init", ORIGIN, "--for-real")
    played("B")
    done("checkpoint")
    store.disconnect()
    for each in tmp_path.glob(f"{file.name}*"):
        each.unlink()
    file.write_bytes(yesterday)

    ran = kept("checkpoint")

    assert ran.status == 1
    assert "an older copy of the database was put back" in ran.err
