"""Read the TOML files of a folder strictly, and report every fault at once.

A file holds ``code`` (shown before the article), ``[source.<key>]`` tables (``name``,
``verified_until``), and ``[[provision]]`` tables with their ``version`` and ``future``
lists. A version takes the article, title, source and confidence of its provision, and the
date of its source, unless it states its own.
"""

import tomllib
from collections.abc import Iterator
from importlib.resources.abc import Traversable

from sortie.texts.desk import Desk, FileDesk
from sortie.texts.errors import BrokenTexts, FaultKind
from sortie.texts.provisions import Provision
from sortie.texts.tables import FILE


def load_provisions(folder: Traversable) -> tuple[Provision, ...]:
    """Return the provisions of every file of a folder, in the order of the file names."""
    desk = Desk()
    files = [file for file in folder.iterdir() if file.name.endswith(".toml")]
    provisions = tuple(
        found
        for file in sorted(files, key=lambda file: file.name)
        for found in provisions_of(file, desk)
    )
    if desk.faults:
        raise BrokenTexts(tuple(desk.faults))
    return provisions


def provisions_of(file: Traversable, desk: Desk) -> Iterator[Provision]:
    reading = FileDesk(desk, file.name)
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as broken:
        reading.fault("", FaultKind.NOT_TOML, broken)
        return
    if not reading.sound(FILE, content, ""):
        return
    reading.open(content["code"], content["source"])
    for place, entry in enumerate(content["provision"]):
        found = reading.provision(entry, f"provision[{place}]")
        if found is not None:
            yield found
