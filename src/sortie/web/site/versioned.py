"""Addresses of static files that change when what they hold changes, without a build step."""

import hashlib
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


class VersionedFiles(StaticFilesStorage):
    """A browser may keep a file for a year: another content is another address."""

    def url(self, name: str | None) -> str:
        """Return the address of a file with the mark of what it holds."""
        plain = super().url(name)
        mark = _mark_of(name or "")
        return f"{plain}?v={mark}" if mark else plain


@cache
def _mark_of(name: str) -> str:
    found = finders.find(name)
    if not isinstance(found, str):
        return ""
    return hashlib.sha256(Path(found).read_bytes()).hexdigest()[:12]
