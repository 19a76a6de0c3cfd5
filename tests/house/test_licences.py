"""Everything installed for users and developers may be used beside EUPL-1.2 code."""

import re
from email.message import Message
from importlib.metadata import distributions
from typing import cast

import pytest

from tests.house.tree import ROOT

ACCEPTABLE = re.compile(
    r"\b(?:0BSD|Apache|BSD|CC0|EUPL|ISC|MIT|MPL|Mozilla|PSF|Python Software Foundation|Unlicense"
    r"|Public Domain|Zlib)\b",
    re.IGNORECASE,
)
# Chosen by who installs the extra `postgres`, imported and never copied or linked into the house:
# the LGPL asks no more of us. Nothing else under it may come in, and never into the base.
OPTIONAL_LGPL = {"psycopg", "psycopg-binary"}
REFUSED = re.compile(
    r"\b(?:AGPL|Affero|GPL|SSPL|BUSL|proprietary)|(?<!Lesser )General Public|\bNC\b"
)


def licence_of(metadata: Message) -> str:
    """Return what a distribution says of its licence, from the best field it fills."""
    expression = metadata.get("License-Expression")
    if expression:
        return str(expression)
    classifiers = [c for c in metadata.get_all("Classifier", []) if c.startswith("License ::")]
    return " OR ".join(classifiers) or str(metadata.get("License", ""))


def acceptable(licence: str) -> bool:
    """A choice is fine when one side is; a sum is fine when every part is."""
    sides = re.split(r"\bOR\b", licence)
    return any(
        all(ACCEPTABLE.search(part) and not REFUSED.search(part) for part in side.split(" AND "))
        for side in sides
    )


def test_every_installed_licence_is_acceptable() -> None:
    said = {dist.name: licence_of(cast("Message", dist.metadata)) for dist in distributions()}
    assert said
    refused = {name: licence for name, licence in said.items() if not acceptable(licence)}
    assert {
        name: licence
        for name, licence in refused.items()
        if not (name in OPTIONAL_LGPL and "LGPL" in licence)
    } == {}


def test_what_is_optional_for_its_licence_is_not_in_the_base() -> None:
    base = (ROOT / "requirements/base.txt").read_text(encoding="utf-8")
    assert "psycopg" in (ROOT / "requirements/postgres.txt").read_text(encoding="utf-8")
    assert [name for name in OPTIONAL_LGPL if f"\n{name}==" in base] == []


@pytest.mark.parametrize(
    ("licence", "fine"),
    [
        ("MIT", True),
        ("Apache-2.0 OR GPL-3.0-or-later", True),
        ("MPL-2.0 AND MIT", True),
        ("License :: OSI Approved :: BSD License", True),
        ("AGPL-3.0-or-later", False),
        ("MIT AND GPL-3.0-only", False),
        ("License :: OSI Approved :: GNU General Public License v3 (GPLv3)", False),
        ("CC-BY-NC-4.0", False),
        ("", False),
    ],
)
def test_a_licence_is_judged_by_its_parts(licence: str, *, fine: bool) -> None:
    assert acceptable(licence) is fine


def test_the_expression_is_believed_before_the_classifiers() -> None:
    metadata = Message()
    metadata["Classifier"] = "License :: OSI Approved :: MIT License"
    assert licence_of(metadata) == "License :: OSI Approved :: MIT License"
    metadata["License-Expression"] = "AGPL-3.0-only"
    assert licence_of(metadata) == "AGPL-3.0-only"
