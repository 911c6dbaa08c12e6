"""Many stories read by several processes: in input order, with flat memory, the same result as with one.

The parent takes stories in; workers read them. Each worker loads its own Reader once. Stages:

1. The parent hands out stories: to each worker at most ``WAITING`` beyond the one that it reads, and in
   all at most ``AHEAD`` a worker beyond the one that is due next. One long story cannot pile up the rest
   in memory.
2. A worker reads and sends the Reading back as MessagePack. A story that the reader fails on becomes a
   Refusal there; it never ends the batch.
3. The parent yields in input order.

A worker that dies is noticed at its closed pipe, and a parent that dies is noticed by its workers in the
same way: neither waits for the other for ever.
"""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
import threading
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import TYPE_CHECKING, Literal

import msgspec

from onrecord.schema.objects import Reading, Story

if TYPE_CHECKING:
    from onrecord.reader import Reader
    from onrecord.stories import Refusal

WAITING = 1
"""Stories that wait in a worker's hands while it reads another, so that it never idles between two."""

AHEAD = 8
"""Stories a worker that may be under way beyond the one that is due next."""

GRACE = 2.0
"""Seconds that a worker has for ending by itself before it is ended."""


class WorkerDied(RuntimeError):
    """A process that was reading stories ended by itself; most often the machine ran out of memory."""


def read_batch(items: Iterable[Story | Refusal], *, jobs: int = 1) -> Iterator[Reading | Refusal]:
    """Reads stories and passes refusals through, in the order they come.

    Args:
        items: stories, and refusals of what could not be taken in; consumed as needed, never ahead of need.
        jobs: processes to read with. One reads in this process. With more, a script must guard its start with
            ``if __name__ == "__main__":``, as for all of ``multiprocessing`` (processes are spawned).

    Yields:
        A Reading for each story, or a Refusal where the reader failed on it.

    Raises:
        ValueError: ``jobs`` is less than one.
        onrecord.reader.WeightsError: the weights are damaged or missing.
        WorkerDied: a process ended in the midst of its work.
    """
    if jobs < 1:
        raise ValueError(f"jobs must be 1 or more, not {jobs}")
    return _alone(items) if jobs == 1 else _together(items, jobs)


def _alone(items: Iterable[Story | Refusal]) -> Iterator[Reading | Refusal]:
    reader: Reader | None = None
    for item in items:
        if isinstance(item, Story):
            reader = reader or _load()
            yield _read(reader, item)
        else:
            yield item


def _load() -> Reader:
    from onrecord.reader import Reader

    return Reader.load()


def _read(reader: Reader, story: Story) -> Reading | Refusal:
    try:
        return reader.read(story)
    except Exception as error:  # one story must not end the batch
        from onrecord.stories import Refusal

        return Refusal(
            path=story.id,
            place=None,
            problem=f"the reader failed on this story ({type(error).__name__}: {error})",
            remedy="this is a fault of onrecord; please report it with the story",
        )


# What a worker sends: the number of the story and its Reading or Refusal; or that it cannot start.
_Kind = Literal["reading", "refusal", "weights", "fault"]
_Answer = tuple[_Kind, int, bytes]


class _Worker:
    """A process that reads stories, and the parent's end of the pipe to it."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(target=_work, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        self.held: dict[int, str] = {}
        """Numbers and ids of the stories that it has not answered yet, oldest first."""

    def give(self, number: int, story: Story) -> None:
        self.held[number] = story.id
        try:
            self.pipe.send_bytes(msgspec.msgpack.encode((number, story)))
        except OSError:
            raise self._died() from None

    def answer(self) -> _Answer:
        try:
            kind, number, body = msgspec.msgpack.decode(self.pipe.recv_bytes(), type=_Answer)
        except (EOFError, OSError):
            raise self._died() from None
        self.held.pop(number, None)
        return kind, number, body

    def _died(self) -> WorkerDied:
        self.process.join(GRACE)
        code = self.process.exitcode
        how = f"was ended by signal {-code}" if code is not None and code < 0 else f"ended with status {code}"
        reading = next(iter(self.held.values()), None)
        at = f" while it read {reading}" if reading else ""
        return WorkerDied(
            f"a reading process {how}{at}; if memory ran out, use fewer --jobs, and read that story by itself"
        )

    def end(self, *, at_once: bool) -> None:
        self.pipe.close()  # its receiver sees the end of the pipe and leaves
        if at_once:
            self.process.terminate()
        self.process.join(GRACE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def _together(items: Iterable[Story | Refusal], jobs: int) -> Iterator[Reading | Refusal]:
    workers: list[_Worker] = []
    done: dict[int, Reading | Refusal] = {}
    due = taken = 0  # numbers of the next item to yield, and of the next one to take in
    finished = False
    try:
        for item in items:
            if isinstance(item, Story):
                while (worker := _free(workers, jobs)) is None:
                    _collect(workers, done)
                worker.give(taken, item)
            else:
                done[taken] = item
            taken += 1
            while due in done or taken - due >= jobs * AHEAD:
                if due in done:
                    yield done.pop(due)
                    due += 1
                else:
                    _collect(workers, done)
        while due < taken:
            if due in done:
                yield done.pop(due)
                due += 1
            else:
                _collect(workers, done)
        finished = True
    finally:
        for worker in workers:
            worker.end(at_once=not finished)


def _free(workers: list[_Worker], jobs: int) -> _Worker | None:
    """The worker with the least in its hands; a new one while there may be more and none is idle."""
    best = min(workers, key=lambda w: len(w.held), default=None)
    if best is not None and not best.held:
        return best
    if len(workers) < jobs:
        workers.append(_Worker())
        return workers[-1]
    return best if best is not None and len(best.held) <= WAITING else None


def _collect(workers: list[_Worker], done: dict[int, Reading | Refusal]) -> None:
    """Waits until at least one worker answers, and takes in every answer that is there."""
    busy = [worker for worker in workers if worker.held]
    ready = wait([worker.pipe for worker in busy])
    for worker in busy:
        if worker.pipe in ready:
            kind, number, body = worker.answer()
            done[number] = _opened(kind, body)


def _opened(kind: _Kind, body: bytes) -> Reading | Refusal:
    if kind == "reading":
        return msgspec.msgpack.decode(body, type=Reading)
    if kind == "refusal":
        from onrecord.stories import Refusal

        path, problem, remedy = msgspec.msgpack.decode(body, type=tuple[str, str, str])
        return Refusal(path=path, place=None, problem=problem, remedy=remedy)
    message = body.decode("utf-8", "replace")
    if kind == "weights":
        from onrecord.reader import WeightsError

        raise WeightsError(message)
    raise WorkerDied(f"a reading process could not start: {message}")


def _work(pipe: Connection) -> None:
    """What a worker does, from its start to the end of its pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    stories: queue.SimpleQueue[tuple[int, Story]] = queue.SimpleQueue()
    # A thread takes stories off the pipe, so that neither end ever waits for the other to stop sending.
    threading.Thread(target=_receive, args=(pipe, stories), daemon=True).start()
    try:
        from onrecord.reader import WeightsError

        try:
            reader = _load()
        except WeightsError as error:
            return _send(pipe, "weights", 0, str(error).encode())
    except Exception as error:
        return _send(pipe, "fault", 0, f"{type(error).__name__}: {error}".encode())
    while True:
        number, story = stories.get()
        result = _read(reader, story)
        if isinstance(result, Reading):
            _send(pipe, "reading", number, msgspec.msgpack.encode(result))
        else:
            told = (str(result.path), result.problem, result.remedy)
            _send(pipe, "refusal", number, msgspec.msgpack.encode(told))


def _receive(pipe: Connection, stories: queue.SimpleQueue[tuple[int, Story]]) -> None:
    while True:
        try:
            stories.put(msgspec.msgpack.decode(pipe.recv_bytes(), type=tuple[int, Story]))
        except (EOFError, OSError):
            os._exit(0)  # the parent is done, or is no more


def _send(pipe: Connection, kind: _Kind, number: int, body: bytes) -> None:
    try:
        pipe.send_bytes(msgspec.msgpack.encode((kind, number, body)))
    except OSError:
        os._exit(0)
