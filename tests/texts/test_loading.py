"""The loader is strict, and tells everything that is wrong at once."""

from pathlib import Path

import pytest

from sortie import texts
from sortie.texts import FaultKind

HEAD = """
code = "CPP"
[source.read]
name = "Text read"
verified_until = 2025-12-01
"""
PROVISION = """
[[provision]]
id = "fr.cpp.d143"
article = "D143"
title = "Three days"
source = "read"
"""
OLD = """
[[provision.version]]
since = 1998-12-09
until = 2016-09-16
fr = "ancien"
en = "old"
"""
NEW = """
[[provision.version]]
since = 2016-09-17
fr = "nouveau"
en = "new"
"""
SOUND = HEAD + PROVISION + OLD + NEW


def faults_of(folder: Path, content: str) -> list[tuple[str, FaultKind]]:
    (folder / "cpp.toml").write_text(content, encoding="utf-8")
    with pytest.raises(texts.BrokenTexts) as refused:
        texts.Texts.load(folder)
    return [(fault.key, fault.kind) for fault in refused.value.faults]


def test_a_sound_file_has_no_fault(tmp_path: Path) -> None:
    (tmp_path / "cpp.toml").write_text(SOUND, encoding="utf-8")

    shelf = texts.Texts.load(tmp_path)

    assert [each.words_en for each in shelf.provision("fr.cpp.d143").versions] == ["old", "new"]


@pytest.mark.parametrize(
    ("old", "new", "key", "kind"),
    [
        ('code = "CPP"', "code = CPP", "", FaultKind.NOT_TOML),
        ('code = "CPP"', "", "code", FaultKind.MISSING),
        ('code = "CPP"', 'code = ""', "code", FaultKind.EMPTY),
        ('title = "Three days"', "title = 3", "provision[0].title", FaultKind.WRONG_TYPE),
        ('title = "Three days"', "", "provision[0].title", FaultKind.MISSING),
        ("fr.cpp.d143", "D 143", "provision[0].id", FaultKind.MALFORMED_ID),
        ('fr = "ancien"', "", "fr.cpp.d143.version[0].fr", FaultKind.MISSING),
        ('fr = "ancien"', 'fr = ""', "fr.cpp.d143.version[0].fr", FaultKind.EMPTY),
        ('"ancien"', '"a"\nday = 1', "fr.cpp.d143.version[0].day", FaultKind.UNKNOWN_KEY),
        (
            "since = 1998-12-09",
            "since = 1998-12-09T00:00:00",
            "fr.cpp.d143.version[0].since",
            FaultKind.WRONG_TYPE,
        ),
        (
            '"ancien"',
            '"a"\nconfidence = "sure"',
            "fr.cpp.d143.version[0].confidence",
            FaultKind.UNKNOWN_CONFIDENCE,
        ),
        (
            '"nouveau"',
            '"n"\nsource = "heard"',
            "fr.cpp.d143.version[1].source",
            FaultKind.UNKNOWN_SOURCE,
        ),
        (
            "since = 1998-12-09",
            "since = 2016-09-17",
            "fr.cpp.d143.version[0].until",
            FaultKind.ENDS_BEFORE_START,
        ),
        (
            '"nouveau"',
            '"n"\nverified_until = 2016-09-16',
            "fr.cpp.d143.version[1].verified_until",
            FaultKind.VERIFIED_BEFORE_START,
        ),
        ("since = 2016-09-17", "since = 2016-09-16", "fr.cpp.d143.version[1].since",
         FaultKind.OVERLAP),
        ("until = 2016-09-16", "", "fr.cpp.d143.version[1].since", FaultKind.OVERLAP),
        ("since = 2016-09-17", "since = 2016-09-18", "fr.cpp.d143.version[1].since",
         FaultKind.GAP),
    ],
)  # fmt: skip
def test_refused_with_the_key_and_the_cause(
    tmp_path: Path, old: str, new: str, key: str, kind: FaultKind
) -> None:
    assert faults_of(tmp_path, SOUND.replace(old, new)) == [(key, kind)]


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "cp.toml").write_text(SOUND.replace('"old"', '""'), encoding="utf-8")

    assert faults_of(tmp_path, SOUND.replace("2016-09-17", "2016-09-19")) == [
        ("fr.cpp.d143.version[0].en", FaultKind.EMPTY),
        ("provision[0].id", FaultKind.DUPLICATE_ID),
        ("fr.cpp.d143.version[1].since", FaultKind.GAP),
    ]


def test_a_refusal_names_the_file_the_key_and_what_was_found(tmp_path: Path) -> None:
    (tmp_path / "cpp.toml").write_text(SOUND.replace("09-17", "09-18"), encoding="utf-8")

    with pytest.raises(texts.BrokenTexts) as refused:
        texts.Texts.load(tmp_path)

    assert str(refused.value) == "cpp.toml: fr.cpp.d143.version[1].since: gap (2016-09-18)"


def test_a_file_that_is_not_toml_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("not for the loader", encoding="utf-8")

    assert not texts.Texts.load(tmp_path).ids


def test_an_announced_number_keeps_how_sure_it_is(tmp_path: Path) -> None:
    announced = (
        'source = "read"\nfuture = [{code = "CPP", article = "L5225-1", since = 2029-01-01, '
        'confidence = "memory"}]\n'
    )
    content = SOUND.replace('source = "read"\n', announced)
    (tmp_path / "cpp.toml").write_text(content, encoding="utf-8")

    (number,) = texts.Texts.load(tmp_path).provision("fr.cpp.d143").future

    assert (number.article, number.confidence) == ("L5225-1", "memory")
