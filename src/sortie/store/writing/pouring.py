"""Rows poured into PostgreSQL by COPY, which takes them in while the next ones are made."""

from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Self

from django.db import Error, connection

Rows = Iterable[Sequence[Any]]


def copy_in(into: str, rows: Rows) -> None:
    """Copy rows into a table and its columns."""
    with connection.wrap_database_errors:
        _sent(into, rows).close()


def _sent(into: str, rows: Rows) -> ExitStack:
    """Send all rows; return what ends the COPY, and waits until they are taken in."""
    with ExitStack() as stack:
        cursor = stack.enter_context(connection.cursor())
        copy = stack.enter_context(cursor.copy(f"COPY {into} FROM STDIN"))
        for row in rows:
            copy.write_row(row)
        return stack.pop_all()


class Pouring:
    """At most one COPY at a time, whose end another thread waits for.

    The trap: it is ended as soon as its rows are sent, never left open for more. The server cuts
    off whoever stops between two statements, and not who stops in one.
    """

    def __init__(self) -> None:
        self._waiting = ThreadPoolExecutor(1)
        self._end: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        """Leave nothing under way; what went wrong first is what is said."""
        try:
            self.settle()
        except Error:
            if error is None:
                raise
        finally:
            self._waiting.shutdown()

    def pour(self, into: str, rows: Rows) -> None:
        """Send rows to a table and its columns; return before they are taken in."""
        self.settle()
        with connection.wrap_database_errors:
            self._end = self._waiting.submit(_sent(into, rows).close)

    def settle(self) -> None:
        """Wait until what was poured is taken in, or raise why it was not.

        Until then the connection serves nothing else.
        """
        if self._end is not None:
            end, self._end = self._end, None
            with connection.wrap_database_errors:
                end.result()
