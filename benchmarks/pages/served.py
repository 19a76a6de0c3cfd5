"""The site in a process of its own, its clock held still: ``python -m benchmarks.pages.served``."""

import sys
from datetime import datetime

from sortie.web.site import configure, serve


def main(address: str, port: str, at: str, processes: str) -> None:
    """Serve the pages of a store as on a day; say when they are ready."""
    configure(address, SORTIE_AT=datetime.fromisoformat(at))
    serve("127.0.0.1", int(port), url=address, processes=int(processes),
          ready=lambda: print("ready", flush=True))  # fmt: skip


if __name__ == "__main__":
    main(*sys.argv[1:])
