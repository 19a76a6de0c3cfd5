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


def kernel(function: F) -> F:
    """Compile a function when it is first called; it runs without holding the interpreter."""
    made: Any = numba.njit(nogil=True, cache=True)(function)
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
    for file in sorted((*_HERE.glob("*.py"), *_HERE.parent.glob("compiling/*.py"))):
        found.update(file.read_bytes())
    return found.hexdigest()[:16]


setattr(numba.config, "CACHE_DIR", str(kept_in()))  # noqa: B010 (made at run time)
