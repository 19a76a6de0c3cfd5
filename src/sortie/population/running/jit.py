"""How the kernel's functions are compiled: once for a version of them, and kept between runs.

The compiler looks at one file at a time to tell whether what it kept is stale; these functions call
each other across files. They are therefore kept under a name made of all their text.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numba

F = TypeVar("F", bound=Callable[..., Any])

_HERE = Path(__file__).parent


# Nothing is allocated in these functions: without the counting of references that would need, they
# run twice as fast (28 November 2026).
_HOW: dict[str, Any] = {"nogil": True, "_nrt": False}
_njit: Any = numba.njit


def kernel(function: F) -> F:
    """Compile a function that others call. The trap: Python has no way to call it, and crashes."""
    made: Any = _njit(no_cpython_wrapper=True, no_cfunc_wrapper=True, **_HOW)(function)
    return cast("F", made)


def inlined(function: F) -> F:
    """Write a small function out where it is called: tables by the dozen are not handed over."""
    made: Any = _njit(inline="always", **_HOW)(function)
    return cast("F", made)


def entry(function: F) -> F:
    """Compile a function that Python calls too, and keep it; it does not hold the interpreter."""
    made: Any = _njit(cache=True, **_HOW)(function)
    return cast("F", made)


def kept_in() -> Path:
    """Return the folder of what is compiled: ``NUMBA_CACHE_DIR``, or one of the user's own."""
    named = os.environ.get("NUMBA_CACHE_DIR")
    folder = Path(named) if named else Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache")
    folder = folder.expanduser() / "sortie" / "kernels" / _digest()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        folder = Path(tempfile.gettempdir()) / f"sortie-{os.getuid()}" / _digest()
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def _digest() -> str:
    found = hashlib.sha256(numba.__version__.encode())
    for file in sorted((*_HERE.rglob("*.py"), *_HERE.parent.glob("compiling/*.py"))):
        found.update(file.read_bytes())
    return found.hexdigest()[:16]


setattr(numba.config, "CACHE_DIR", str(kept_in()))  # noqa: B010 (made at run time)
