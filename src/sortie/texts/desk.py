"""Turn checked tables into provisions, and note what is wrong on the way."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from typing import Any, cast, get_args

from sortie.texts.errors import Fault, FaultKind
from sortie.texts.provisions import Confidence, Numbering, Provision, Version
from sortie.texts.tables import NUMBERING, PROVISION, SOURCE, VERSION, Table

Entry = Mapping[str, Any]

ID = re.compile(r"[a-z]{2}\.[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*")
CONFIDENCES: tuple[str, ...] = get_args(Confidence)
DAY = timedelta(days=1)


@dataclass(slots=True)
class Desk:
    """The faults of one loading, and the file that declared each id."""

    faults: list[Fault] = field(default_factory=list)
    declared: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class FileDesk:
    """The reading of one file."""

    desk: Desk
    name: str
    code: str = ""
    sources: dict[str, Entry] = field(default_factory=dict)

    def fault(self, key: str, kind: FaultKind, found: object = "") -> None:
        self.desk.faults.append(Fault(self.name, key, kind, str(found)))

    def sound(self, table: Table, entry: object, key: str) -> bool:
        faults = list(table.faults(entry, key))
        for where, kind, found in faults:
            self.fault(where, kind, found)
        return not faults

    def open(self, code: str, sources: Entry) -> None:
        self.code = code
        self.sources = {
            key: entry
            for key, entry in sources.items()
            if self.sound(SOURCE, entry, f"source.{key}")
        }

    def provision(self, entry: Entry, key: str) -> Provision | None:
        if not self.sound(PROVISION, entry, key):
            return None
        id_ = entry["id"]
        self.declare(id_, key)
        versions = [
            self.version(entry, each, f"{id_}.version[{place}]")
            for place, each in enumerate(entry["version"])
        ]
        future = [
            self.numbering(each, f"{id_}.future[{place}]")
            for place, each in enumerate(entry.get("future", ()))
        ]
        kept = tuple(version for version in versions if version is not None)
        self.check_sequence(kept, id_)
        return Provision(id_, kept, tuple(each for each in future if each is not None))

    def declare(self, id_: str, key: str) -> None:
        if not ID.fullmatch(id_):
            self.fault(f"{key}.id", FaultKind.MALFORMED_ID, id_)
        if id_ in self.desk.declared:
            self.fault(f"{key}.id", FaultKind.DUPLICATE_ID, f"{id_}, {self.desk.declared[id_]}")
        self.desk.declared[id_] = self.name

    def version(self, provision: Entry, entry: Entry, key: str) -> Version | None:
        if not self.sound(VERSION, entry, key):
            return None
        whole: Entry = {"confidence": "read", **provision, **entry}
        source = self.sources.get(whole["source"])
        if source is None:
            self.fault(f"{key}.source", FaultKind.UNKNOWN_SOURCE, whole["source"])
            return None
        whole = {**source, **whole}
        version = Version(
            since=whole["since"],
            until=whole.get("until"),
            article=whole["article"],
            code=self.code,
            title=whole["title"],
            words_fr=whole["fr"],
            words_en=whole["en"],
            confidence=self.confidence(whole, key),
            source=source["name"],
            verified_until=whole["verified_until"],
        )
        self.check_dates(version, key)
        return version

    def numbering(self, entry: Entry, key: str) -> Numbering | None:
        if not self.sound(NUMBERING, entry, key):
            return None
        sure = self.confidence(entry, key)
        return Numbering(entry["code"], entry["article"], entry["since"], sure)

    def confidence(self, entry: Entry, key: str) -> Confidence:
        if entry["confidence"] not in CONFIDENCES:
            self.fault(f"{key}.confidence", FaultKind.UNKNOWN_CONFIDENCE, entry["confidence"])
        return cast("Confidence", entry["confidence"])

    def check_dates(self, version: Version, key: str) -> None:
        if version.until is not None and version.until < version.since:
            self.fault(f"{key}.until", FaultKind.ENDS_BEFORE_START, version.until)
        if version.verified_until < version.since:
            self.fault(
                f"{key}.verified_until", FaultKind.VERIFIED_BEFORE_START, version.verified_until
            )

    def check_sequence(self, versions: tuple[Version, ...], id_: str) -> None:
        for place, (earlier, later) in enumerate(pairwise(versions), start=1):
            key = f"{id_}.version[{place}].since"
            if earlier.until is None or later.since <= earlier.until:
                self.fault(key, FaultKind.OVERLAP, later.since)
            elif later.since > earlier.until + DAY:
                self.fault(key, FaultKind.GAP, later.since)
