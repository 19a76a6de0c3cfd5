"""Every provision known, found by its id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Self

from sortie.texts.errors import UnknownProvision
from sortie.texts.loading import load_provisions
from sortie.texts.provisions import Provision, Version


@dataclass(frozen=True, slots=True)
class Texts:
    provisions: Mapping[str, Provision]

    @classmethod
    def load(cls, folder: Traversable) -> Self:
        """Return the provisions of every TOML file of a folder.

        Raises:   BrokenTexts: with all the faults of all the files, not only the first
        """
        return cls(MappingProxyType({found.id: found for found in load_provisions(folder)}))

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(self.provisions)

    def provision(self, id: str) -> Provision:  # noqa: A002 - the word of the files
        if id not in self.provisions:
            raise UnknownProvision(id)
        return self.provisions[id]

    def version(self, id: str, on: date) -> Version | None:  # noqa: A002
        return self.provision(id).version(on)

    def verified_until(self, ids: Iterable[str]) -> date:
        """Return the last day for which all these provisions were checked.

        A repealed provision cannot change any more and does not count; when none
        counts, the answer is the last day there is.
        """
        latest = (self.provision(each).latest for each in ids)
        return min(
            (version.verified_until for version in latest if version.until is None),
            default=date.max,
        )
