"""Which skin the site wears, and where its files are: ours by default, another one if chosen."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from sortie.web.skins.errors import SkinMissing, SkinUnknown

VARIABLE = "SORTIE_SKIN"
_SKINS = Path(__file__).resolve().parent
_SHARED = _SKINS.parent / "static"

# A folder of files, or one that stands under a prefix, as Django finds them.
Files = Path | tuple[str, Path]


@dataclass(frozen=True, slots=True)
class Package:
    """Where a skin that is not ours keeps its files: an extra of this project brings it."""

    name: str
    extra: str
    files: str


@dataclass(frozen=True, slots=True)
class Skin:
    """How the pages look: the templates of its components, and the files they ask for.

    Raises:   SkinMissing, from ``files``
    """

    name: str
    package: Package | None = None

    @property
    def templates(self) -> Path:
        """Return the folder of the components."""
        return _SKINS / self.name / "templates"

    def files(self) -> list[Files]:
        """Return the folders of its static files, those that every skin shares first."""
        own: list[Files] = [_SHARED, _SKINS / self.name / "static"]
        return own if self.package is None else [*own, (self.name, self._brought(self.package))]

    def _brought(self, package: Package) -> Path:
        # Found, and never imported: only its files are wanted, and they stay where they are.
        found = find_spec(package.name)
        if found is None or not found.submodule_search_locations:
            raise SkinMissing(self.name, package.extra)
        return Path(found.submodule_search_locations[0]) / package.files


SKINS: Mapping[str, Skin] = {
    each.name: each
    for each in (Skin("neutral"), Skin("dsfr", Package("dsfr", "dsfr", "static/dsfr/dist")))
}


def chosen() -> Skin:
    """Return the skin that ``SORTIE_SKIN`` names, ours without it.

    Raises:   SkinUnknown
    """
    named = os.environ.get(VARIABLE) or "neutral"
    if named not in SKINS:
        raise SkinUnknown(named, ", ".join(SKINS))
    return SKINS[named]
