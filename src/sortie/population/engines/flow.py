"""Work in several threads, its results in order, never more of it in memory than there is room."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from threading import Event, Semaphore, Thread
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def in_order(tasks: Iterator[T], work: Callable[[T], R], *, threads: int, held: int) -> Iterator[R]:
    """Yield what is made of each task, in the order of the tasks.

    Tasks are taken in a thread of their own; at most ``held`` are taken and not yet yielded.
    Closed early, or interrupted, it ends what is under way, takes nothing more and leaves no
    thread. What a task or the work raises is raised here, at its place.
    """
    room, stopping = Semaphore(held), Event()
    ready: SimpleQueue[Future[R] | None] = SimpleQueue()
    with ThreadPoolExecutor(threads) as pool:

        def feed() -> None:
            try:
                for task in _while_room(tasks, room, stopping):
                    ready.put(pool.submit(work, task))
                ready.put(None)
            except BaseException as error:  # noqa: BLE001 (raised again where it is waited for)
                failed: Future[R] = Future()
                failed.set_exception(error)
                ready.put(failed)

        feeder = Thread(target=feed)
        feeder.start()
        try:
            while (future := ready.get()) is not None:
                yield future.result()
                del future
                room.release()
        finally:
            stopping.set()
            room.release()
            feeder.join()
            pool.shutdown(cancel_futures=True)


def _while_room(tasks: Iterator[T], room: Semaphore, stopping: Event) -> Iterator[T]:
    """Yield tasks, each taken only when there is room for it."""
    while True:
        room.acquire()
        if stopping.is_set():
            return
        try:
            task = next(tasks)
        except StopIteration:
            return
        yield task
        del task
