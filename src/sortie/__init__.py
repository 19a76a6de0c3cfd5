"""Temporary release from prison: what the law says, since when, and why."""

__version__ = "0.1.0"
