"""The server: threads of one process by default, since SQLite has one writer anyway."""

from collections.abc import Callable
from typing import Any

from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication

from sortie import store
from sortie.web.site.configuring import configure

Ready = Callable[[], None]
THREADS = 8
_SECONDS = 60


class _Server(BaseApplication):
    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return get_wsgi_application()


def serve(
    host: str,
    port: int,
    *,
    ready: Ready,
    url: str | None = None,
    processes: int = 1,
    beside: Ready | None = None,
) -> None:
    """Serve the pages until stopped, on a store brought to this version first.

    ``ready`` is called once the address answers; ``beside`` in each process that answers, once it
    can, and must not wait.

    Raises:   store.BadAddress, store.DriverMissing, store.BrokenStore, SecretNotKept
    """
    configure(url)
    store.migrate()
    store.disconnect()
    options = {
        "bind": f"{host}:{port}",
        "workers": processes,
        "threads": THREADS,
        "worker_class": "gthread",
        "timeout": _SECONDS,
        "accesslog": None,
        "loglevel": "warning",
        "control_socket_disable": True,
        "when_ready": lambda _: ready(),
        "post_worker_init": lambda _: beside() if beside is not None else None,
    }
    _Server(options).run()
