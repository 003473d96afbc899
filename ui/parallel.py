"""Many files read side by side, in processes, and handed back in the order they were given."""

import logging
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing import get_context

from kg.errors import MissingProgram, ReadError
from kg.records import Notice
from ui.reading import Content, Source, content_of, notice_in

_FEW = 8
"""Up to so many files are read here: a process needs as long to start as to read ten notices."""
_AHEAD = 16
"""Files that wait for each process; more would only hold memory."""
_HELD = 64 * 2**20
"""Bytes of files that wait."""

Read = Callable[[bytes, str], Notice]
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a source: its content and notice, or the error that came instead.

    The notice is None too where the content was known and was not read again.
    """

    source: Source
    content: Content | None = None
    notice: Notice | None = None
    error: ReadError | MissingProgram | None = None


@dataclass(slots=True, eq=False)
class _Waiting:
    reading: Reading
    future: "Future[Notice] | None" = None


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def read_all(
    sources: Iterable[Source],
    *,
    jobs: int | None = None,
    known: Callable[[Content], bool] = lambda _: False,
    read: Read = notice_in,
) -> Iterator[Reading]:
    """Read the sources and yield what became of each, in their order, whatever the jobs.

    Args:
        sources: the files.
        jobs: processes that read; 1 reads in this one, None takes as many as there are
            processors once there are more than a few files.
        known: whether a content need not be read.
        read: reads a file's bytes under its name; another process finds it by import.
    """
    with _Crew(jobs, read) as crew:
        waiting: deque[_Waiting] = deque()
        for source in sources:
            waiting.append(_Waiting(_opened(source)))
            if _to_read(waiting[-1].reading, known):
                crew.take(waiting[-1])
            while len(waiting) > crew.room or _held(waiting) > _HELD:
                yield crew.finish(waiting.popleft(), known)
        while waiting:
            yield crew.finish(waiting.popleft(), known)


def _opened(source: Source) -> Reading:
    try:
        return Reading(source, content_of(source))
    except ReadError as error:
        return Reading(source, error=error)


def _to_read(reading: Reading, known: Callable[[Content], bool]) -> bool:
    return reading.content is not None and not known(reading.content)


def _held(waiting: Iterable[_Waiting]) -> int:
    return sum(len(one.reading.content.data) for one in waiting if one.reading.content)


class _Crew:
    """Processes that read; none is started before there is enough to read."""

    def __init__(self, jobs: int | None, read: Read) -> None:
        self._jobs = jobs or cores()
        self._enough = 1 if jobs else _FEW + 1
        self._read = read
        self._pool: ProcessPoolExecutor | None = None
        self._unread: list[_Waiting] = []
        self._startable = True

    @property
    def room(self) -> int:
        """How many files may wait."""
        return self._jobs * _AHEAD

    def __enter__(self) -> "_Crew":
        return self

    def __exit__(self, *_: object) -> None:
        self._dismiss()

    def take(self, one: _Waiting) -> None:
        """Have a file read, as soon as enough of them wait for a process to be worth it."""
        if self._jobs == 1 or not self._startable:
            return
        self._unread.append(one)
        if self._pool is None and len(self._unread) < self._enough:
            return
        for unread in self._unread:
            unread.future = self._submitted(unread.reading)
        self._unread.clear()

    def finish(self, one: _Waiting, known: Callable[[Content], bool]) -> Reading:
        """Return what became of a file, reading it now where no process was asked to."""
        reading = one.reading
        if not _to_read(reading, known):
            return reading
        if one in self._unread:
            self._unread.remove(one)
        name = reading.source.name
        try:
            return replace(reading, notice=self._result(one))
        except (ReadError, MissingProgram) as error:
            return replace(reading, error=error)
        except BrokenProcessPool:
            said = (
                f"{name}: the process that read it was ended; it is damaged or needs more memory "
                "than there is: split it, or save it as plain text"
            )
        except Exception as error:  # the other files are to be read all the same
            _log.exception("Reading %s failed", name)
            said = f"{name}: a fault of the program ({type(error).__name__}); please report it"
        return replace(reading, error=ReadError(said))

    def _result(self, one: _Waiting) -> Notice:
        if one.future is not None and self._startable:
            with suppress(BrokenProcessPool):
                return one.future.result()
            with _pool(1) as alone:  # all files in the pool failed with the one that broke it
                self._startable = _starts(alone)
                if self._startable:
                    return alone.submit(self._read, *_given(one.reading)).result()
            _log.warning(
                "no process can be started to read in, so files are read one by one; a script "
                "that reads many must do it under `if __name__ == '__main__'`"
            )
        return self._read(*_given(one.reading))

    def _submitted(self, reading: Reading) -> "Future[Notice]":
        for _ in range(2):
            self._pool = self._pool or _pool(self._jobs)
            with suppress(BrokenProcessPool):
                return self._pool.submit(self._read, *_given(reading))
            self._dismiss()
        raise BrokenProcessPool("no process could be started")

    def _dismiss(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


def _given(reading: Reading) -> tuple[bytes, str]:
    assert reading.content is not None
    return reading.content.data, reading.source.name


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Spawned, not forked: a fork of a process with threads may wait forever.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts)


def _starts(pool: ProcessPoolExecutor) -> bool:
    """Return whether a process of the pool does anything at all."""
    try:
        pool.submit(os.getpid).result()
    except BrokenProcessPool:
        return False
    return True


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
