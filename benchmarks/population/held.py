"""Run ``sortie`` and tell the most memory that this process ever held, in bytes, as the last line.

The system's own account of a child counts the memory of whoever started it: this one does not.
"""

import sys
from pathlib import Path

from sortie.cli import main


def most_held() -> int:
    """Return the most memory that this process has held so far."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    line = next(line for line in lines if line.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024


if __name__ == "__main__":
    code = main()
    print(most_held())
    sys.exit(code)
