"""Reading with several processes: order, memory, and what happens when a process dies."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from onrecord import Reading, Refusal, Story, WeightsError, WorkerDied
from onrecord.batch import AHEAD, _opened, _read, read_batch
from onrecord.reader import Reader
from tests.conftest import WIRE


def stories(count: int, body: str = WIRE) -> Iterator[Story]:
    for i in range(count):
        yield Story(id=f"n{i}", text=f"{body}\nStory {i}.", language="en")


def test_order_and_content_do_not_depend_on_jobs() -> None:
    refusal = Refusal(path="x", problem="p", remedy="r")

    def items() -> Iterator[Story | Refusal]:
        yield refusal
        yield Story(id="long", text=WIRE * 40, language="en")
        yield from stories(5)
        yield refusal
        yield from stories(2)
        yield refusal

    alone = list(read_batch(items()))
    together = list(read_batch(items(), jobs=2))
    assert alone == together
    ids = [r.story.id if isinstance(r, Reading) else None for r in together]
    assert ids == [None, "long", "n0", "n1", "n2", "n3", "n4", None, "n0", "n1", None]


def test_nothing_to_read_starts_no_process() -> None:
    assert list(read_batch([], jobs=4)) == []
    refusal = Refusal(path="x", problem="p", remedy="r")
    assert list(read_batch([refusal], jobs=4)) == [refusal]
    assert not multiprocessing.active_children()


def test_jobs_below_one_are_refused_at_once() -> None:
    with pytest.raises(ValueError, match="jobs must be 1 or more, not 0"):
        read_batch([], jobs=0)


def test_the_input_is_taken_in_only_as_needed() -> None:
    taken = 0

    def counted() -> Iterator[Story]:
        nonlocal taken
        for story in stories(100_000):
            taken += 1
            yield story

    results = read_batch(counted(), jobs=2)
    for _ in range(3):
        next(results)
        assert taken <= 3 + 2 * AHEAD
    cast("Iterator[Reading]", results).close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


def test_a_story_that_the_reader_fails_on_is_refused_by_name() -> None:
    class Broken:
        def read(self, _: Story) -> Reading:
            raise KeyError("head")

    result = _read(cast(Reader, Broken()), Story(id="n7", text="x"))
    assert isinstance(result, Refusal)
    assert "n7" in str(result) and "KeyError" in str(result) and "report" in str(result)


def test_a_worker_that_dies_is_told_with_its_story() -> None:
    results = read_batch(stories(500, WIRE * 3), jobs=2)
    next(results)
    for child in multiprocessing.active_children():
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
    with pytest.raises(WorkerDied, match=r"signal 9 while it read n\d+; .*--jobs"):
        list(results)
    assert not multiprocessing.active_children()


def test_damaged_weights_in_a_worker_reach_the_parent() -> None:
    with pytest.raises(WeightsError, match="damaged"):
        _opened("weights", b"damaged")
    with pytest.raises(WorkerDied, match="no module"):
        _opened("fault", b"no module")


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "batch.py"
    script.write_text(
        "import time\n"
        "from onrecord import Story\n"
        "from onrecord.batch import read_batch\n"
        "if __name__ == '__main__':\n"
        "    results = read_batch((Story(id=str(i), text='It rained.') for i in range(1000)), jobs=2)\n"
        "    for _ in range(20): next(results)\n"
        "    print('reading', flush=True)\n"
        "    time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    assert parent.stdout.readline() == "reading\n"
    children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children").read_text().split()
    assert len(children) >= 2
    parent.kill()
    parent.wait()
    parent.stdout.close()
    until = time.monotonic() + 20
    while any(_runs(child) for child in children):
        assert time.monotonic() < until, "orphans"
        time.sleep(0.05)


def _runs(pid: str) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False
