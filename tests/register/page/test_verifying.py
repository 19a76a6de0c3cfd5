"""A true receipt is accepted in the browser; each kind of tampering is refused by its sentence."""

import pytest

from sortie import register
from tests.register.page.conftest import Opened
from tests.register.page.receipts import (
    HEAVY,
    HEAVY_WITNESS,
    STRANGER,
    WITNESSES,
    Made,
    base64,
    flipped,
    line_of,
    policy,
)
from tests.register.signers import LOG, ORIGIN, Signer

KEY = LOG.vkey.text()
TRUE = Made()
OTHER = Made(payload=TRUE.payload.replace("granted", "refused"))
TAMPERED: dict[str, tuple[Made, str]] = {
    "another file": (TRUE.but(whole="hello\n"), "La première ligne n'est pas"),
    "a letter that cannot be seen": (
        TRUE.but(place="index 5\t\n"), "des caractères qui ne se voient pas",
    ),
    "no opening": (TRUE.but(extra=""), "il n'a pas de ligne « extra »"),
    "an opening that is not base64": (TRUE.but(extra="extra e30\n"), "La ligne « extra »"),
    "an opening with a key too many": (
        TRUE.but(opening=Made().part("opening").replace("{", '{"a":"b",', 1)), "La ligne « extra »",
    ),
    "an opening written otherwise": (
        TRUE.but(opening=Made().part("opening").replace('":"', '": "', 1)), "La ligne « extra »",
    ),
    "an entry written otherwise": (
        TRUE.but(entry=TRUE.part("entry").replace(":", ": ", 1)), "L'inscription ne se lit pas",
    ),
    "an entry of another version": (
        TRUE.but(entry=TRUE.part("entry").replace('"v":1', '"v":2')), "L'inscription ne se lit pas",
    ),
    "another content": (TRUE.but(shown=OTHER.payload), "Le contenu montré n'est pas celui"),
    "another day": (
        TRUE.but(entry=TRUE.part("entry").replace("02-03", "02-04")), "le chemin ne mène pas",
    ),
    "another entry": (OTHER.but(hashes=TRUE.part("hashes"), note=TRUE.part("note"),
                                signatures=TRUE.part("signatures")), "le chemin ne mène pas"),
    "a place with a zero first": (TRUE.but(place="index 05\n"), "La ligne « index »"),
    "a place with a sign": (TRUE.but(place="index +5\n"), "La ligne « index »"),
    "no place": (TRUE.but(place=""), "La ligne « index »"),
    "another place": (TRUE.but(place="index 4\n"), "le chemin ne mène pas"),
    "a place beyond the end": (TRUE.but(place="index 11\n"), "La place 12 est au-delà des 11"),
    "a place of 64 bits": (TRUE.but(place="index 18446744073709551615\n"), "La ligne « index »"),
    "a hash with one bit turned": (
        TRUE.but(hashes="\n".join([flipped(TRUE.path[0]), *TRUE.path[1:], ""])),
        "le chemin ne mène pas",
    ),
    "a hash dropped": (
        TRUE.but(hashes="\n".join([*TRUE.path[1:], ""])),
        "Le chemin n'a pas le nombre d'empreintes",
    ),
    "a hash added": (
        TRUE.but(hashes="\n".join([*TRUE.path, TRUE.path[0], ""])),
        "Le chemin n'a pas le nombre d'empreintes",
    ),
    "two hashes swapped": (
        TRUE.but(hashes="\n".join([TRUE.path[1], TRUE.path[0], *TRUE.path[2:], ""])),
        "le chemin ne mène pas",
    ),
    "a hash of 31 bytes": (
        TRUE.but(hashes="\n".join([base64(bytes(31)), *TRUE.path[1:], ""])), "L'empreinte n° 1",
    ),
    "a hash in lax base64": (
        TRUE.but(hashes="\n".join([TRUE.path[0].rstrip("="), *TRUE.path[1:], ""])),
        "L'empreinte n° 1",
    ),
    "no checkpoint": (TRUE.but(note="", signatures=""), "Le point de contrôle"),
    "a size changed by one": (
        TRUE.but(note=TRUE.part("note").replace("\n11\n", "\n12\n")), "La signature du registre",
    ),
    "a size with a zero first": (
        TRUE.but(note=TRUE.part("note").replace("\n11\n", "\n011\n")), "La taille du registre",
    ),
    "a root with one bit turned": (
        TRUE.but(note=TRUE.part("note").replace(
            base64(TRUE.checkpoint.root), flipped(base64(TRUE.checkpoint.root)))),
        "le chemin ne mène pas",
    ),
    "a root that is short": (
        TRUE.but(note=f"{ORIGIN}\n11\n{base64(bytes(31))}\n"), "L'empreinte du registre",
    ),
    "a line that nobody verifies": (
        TRUE.but(note=TRUE.part("note") + "extra\n"), "des lignes que personne ne vérifie",
    ),
    "another register's name": (
        TRUE.but(note=TRUE.part("note").replace("prison", "south")),
        "Ce reçu est du registre « register.example/south »",
    ),
    "no signature of the register": (
        TRUE.but(signatures=line_of(WITNESSES[0], TRUE.checkpoint)),
        "aucune signature de la clé donnée",
    ),
    "a signature by another key of that name": (
        TRUE.but(signatures=line_of(STRANGER, TRUE.checkpoint)),
        "aucune signature de la clé donnée",
    ),
    "a signature with one bit turned": (
        TRUE.but(signatures=f"— {ORIGIN} {flipped(line_of(LOG, TRUE.checkpoint).split()[2], 9)}\n"),
        "La signature du registre est fausse",
    ),
    "a signature that is short": (
        TRUE.but(signatures=f"— {ORIGIN} {base64(LOG.vkey.key_id + bytes(9))}\n"),
        "La signature du registre est fausse",
    ),
    "the same key twice": (
        TRUE.but(signatures=line_of(LOG, TRUE.checkpoint) * 2), "La même clé signe deux fois",
    ),
    "a signature line without its dash": (
        TRUE.but(signatures=line_of(LOG, TRUE.checkpoint)[2:]), "ne se lisent pas",
    ),
}  # fmt: skip


def plain(text: str) -> str:
    return text.replace("\u202f", " ")


@pytest.mark.parametrize("index", [0, 5, 10])
@pytest.mark.parametrize("size", [11, 16])
def test_a_true_receipt_is_accepted_with_what_it_proves_and_what_it_does_not(
    opened: Opened, index: int, size: int
) -> None:
    opened.verify(Made(index=index, size=size).text, KEY)

    assert opened.said("#said") == "Le reçu est vrai."
    assert "une double vue" in opened.said("#because")
    assert "promesse d'embauche ferme" in opened.said("#record")
    assert f"en comptait {size}" in opened.said("#proved")
    assert "le registre prouve ce qui a été écrit" in opened.said("#not-proved")
    assert "Un navigateur ne sait pas encore la vérifier" in opened.said("#steps")


def test_the_only_entry_of_a_register_is_accepted(opened: Opened) -> None:
    opened.verify(Made(index=0, size=1).text, KEY)

    assert opened.said("#said") == "Le reçu est vrai."


@pytest.mark.parametrize("kind", TAMPERED)
def test_what_was_altered_is_refused_by_its_sentence(opened: Opened, kind: str) -> None:
    made, sentence = TAMPERED[kind]

    opened.verify(made.text, KEY)

    assert opened.said("#said") == "Le reçu est refusé."
    assert sentence in plain(opened.said("#because"))
    assert not opened.page.is_visible("#content")


@pytest.mark.parametrize("kind", TAMPERED)
def test_the_program_refuses_what_the_page_refuses(kind: str) -> None:
    with pytest.raises(register.RegisterError):
        register.check_receipt(TAMPERED[kind][0].text, vkeys=[LOG.vkey])


def test_what_is_not_a_receipt_at_all_is_refused_and_breaks_nothing(opened: Opened) -> None:
    text = TRUE.text
    for cut in range(1, text.index(ORIGIN) + 9, 37):
        opened.verify(text[:cut], KEY)
        assert opened.said("#said") == "Le reçu est refusé."


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ("", "Il manque la clé du registre"),
        ("hello", "La ligne 1 des clés ne se lit pas"),
        (f"\n{flipped(KEY.split('+')[2])}+x", "La clé de la ligne 2 n'en est pas une"),
        (KEY.replace("prison", "south"), "La clé de la ligne 1 n'en est pas une"),
        (f"witness a {KEY}\nquorum a", "n'est pas d'une sorte connue"),
        (WITNESSES[0].vkey.text(), "Aucune clé de registre"),
        (HEAVY.vkey.text(), "n'est que post-quantique"),
        (policy(quorum="nobody"), "« nobody », qui n'est pas défini"),
        (policy().replace("quorum none\n", ""), "quel quorum il faut"),
        (policy() + "quorum none\n", "quel quorum il faut"),
        (policy().replace("all", "3"), "un nombre de témoins impossible"),
        (
            policy().replace("both all w0 w1", "both all w0 w0"),
            "« w0 », qui est déjà dans un groupe",
        ),
        (policy().replace("witness w1", "witness w0"), "« w0 », qui n'est pas défini avant"),
        (policy() + f"log {KEY}\n", "donnée deux fois"),
    ],
)
def test_keys_that_do_not_read_are_refused_by_their_sentence(
    opened: Opened, keys: str, sentence: str
) -> None:
    opened.verify(TRUE.text, keys)

    assert opened.said("#said") == "Le reçu est refusé."
    assert sentence in plain(opened.said("#because"))


def test_the_key_of_another_register_is_told(opened: Opened) -> None:
    south = Signer("register.example/south", register.Kind.ED25519, 1)

    opened.verify(TRUE.text, south.vkey.text())

    assert "la clé donnée est celle de" in opened.said("#because")


def test_a_quorum_of_witnesses_excludes_a_split_view(opened: Opened) -> None:
    opened.verify(Made(signers=(LOG, *WITNESSES)).text, policy(quorum="both"))

    assert opened.said("#said") == "Le reçu est vrai."
    assert "le quorum de témoins extérieurs est atteint" in opened.said("#because")
    assert "1 mars 2027" in opened.said("#steps")
    assert "témoins du quorum" in opened.said("#proved")
    assert "double vue" not in opened.said("#not-proved")


def test_a_quorum_that_is_not_met_is_refused(opened: Opened) -> None:
    opened.verify(Made(signers=(LOG, WITNESSES[0])).text, policy(quorum="both"))

    assert opened.said("#said") == "Le reçu est refusé."
    assert "n'ont pas tous cosigné" in opened.said("#because")


def test_a_witness_who_is_not_needed_is_seen_all_the_same(opened: Opened) -> None:
    opened.verify(Made(signers=(LOG, WITNESSES[0])).text, policy())

    assert "witness.example/w1" in opened.said("#steps")
    assert "double vue" in opened.said("#not-proved")


@pytest.mark.parametrize("cut", [None, 20])
def test_a_false_cosignature_is_refused(opened: Opened, cut: int | None) -> None:
    told, _, written = line_of(WITNESSES[0], TRUE.checkpoint, 7).rpartition(" ")
    false = f"{told} {flipped(written[:cut].strip(), 5)}\n"

    opened.verify(
        TRUE.but(signatures=line_of(LOG, TRUE.checkpoint) + false).text, policy(quorum="w0")
    )

    assert opened.said("#said") == "Le reçu est refusé."
    assert "du témoin « witness.example/w1 » est fausse" in plain(opened.said("#because"))


def test_a_witness_that_the_browser_cannot_read_leaves_the_answer_open(opened: Opened) -> None:
    witnesses = (*WITNESSES, HEAVY_WITNESS)

    opened.verify(Made(signers=(LOG, *witnesses)).text, policy(quorum="both", witnesses=witnesses))

    assert opened.said("#said") == "Le reçu n'a pas pu être vérifié en entier."
    assert "double vue" in opened.said("#not-proved")


def test_a_cosignature_that_says_no_time_is_not_counted(opened: Opened) -> None:
    lines = line_of(LOG, TRUE.checkpoint) + line_of(WITNESSES[0], TRUE.checkpoint, 0)

    opened.verify(TRUE.but(signatures=lines).text, policy(quorum="w0"))

    assert "n'ont pas tous cosigné" in opened.said("#because")


@pytest.mark.parametrize("basis", ["", "loi n° 1, article 2"])
def test_an_entry_whose_content_was_erased_is_proved_to_be_there_and_no_more(
    opened: Opened, basis: str
) -> None:
    opened.verify(Made(basis=basis, closed=True).text, KEY)

    assert opened.said("#said") == "Le reçu est vrai."
    assert "n'en porte pas le contenu" in opened.said("#because")
    assert "Ce que dit l'inscription" in opened.said("#not-proved")
    assert "promesse" not in opened.said("#result")
    assert basis in opened.said("#record")


def test_a_receipt_without_a_post_quantum_signature_says_so(opened: Opened) -> None:
    opened.verify(Made(signers=(LOG,)).text, KEY)

    assert "Ce reçu ne porte pas de signature post-quantique" in opened.said("#steps")


def test_a_content_that_is_no_json_is_shown_as_it_is(opened: Opened) -> None:
    opened.verify(Made(payload="<b>plain</b> words").text, KEY)

    assert opened.said("#record") == "<b>plain</b> words"


def test_a_browser_that_cannot_verify_ed25519_accepts_nothing(opened: Opened) -> None:
    opened.page.evaluate("() => { crypto.subtle.importKey = () => Promise.reject(new Error()) }")

    opened.verify(TRUE.text, KEY)

    assert opened.said("#said") == "Le reçu est refusé."
    assert "ne sait pas vérifier une signature Ed25519" in opened.said("#because")


def test_a_fault_of_the_page_is_not_taken_for_a_verdict(opened: Opened) -> None:
    opened.verify(TRUE.text, KEY)
    opened.page.evaluate("() => { crypto.subtle.digest = () => Promise.reject(new Error()) }")

    opened.verify(TRUE.text, KEY)

    assert opened.said("#said") == "Le reçu est refusé."
    assert "une faute qui lui est propre" in opened.said("#because")


def test_what_is_changed_after_a_verdict_takes_it_away(opened: Opened) -> None:
    for field in ("#keys", "#receipt"):
        opened.verify(TRUE.text, KEY)
        opened.page.type(field, "x")
        assert not opened.page.is_visible("#result")


def test_the_same_is_said_in_english(opened: Opened) -> None:
    opened.verify(TRUE.text, KEY)

    opened.page.click("#en")

    assert opened.said("#said") == "The receipt is true."
    assert "a split view" in opened.said("#because")
    assert opened.page.get_attribute("html", "lang") == "en"
    assert opened.page.title() == "Verify a receipt of the register"
