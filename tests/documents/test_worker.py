"""The warm process: one thing at a time, the newest words only, and it comes back."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from minutes.documents.render import BadDocument
from minutes.documents.worker import Superseded, Worker

_LEFT_ALONE = """\
import os, sys
from minutes.documents.worker import Worker
if __name__ == "__main__":
    print(Worker().turn("§", "words", os.getpid), flush=True)
    sys.stdin.read()
"""
ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def one() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.end()


def _kill_itself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _wait_for(file: str) -> None:
    Path(file).with_suffix(".begun").touch()
    with Path(file).open() as pipe:
        pipe.read()


def test_the_same_process_does_turn_after_turn(one: Worker) -> None:
    first, second = (one.turn("§", "words", os.getpid) for _ in range(2))

    assert first == second != os.getpid()


def test_after_its_turns_another_process_takes_over() -> None:
    worker = Worker(turns=2)

    found = [worker.turn("§", "words", os.getpid) for _ in range(4)]
    worker.end()

    assert found[0] == found[1] != found[2] == found[3]


def test_a_process_that_ends_is_told_and_replaced(one: Worker) -> None:
    with pytest.raises(BadDocument, match="utskriften avbröts"):
        one.turn("§", "words", _kill_itself)

    assert one.turn("§", "words", os.getpid) > 0


def test_what_goes_wrong_in_it_is_raised_here(one: Worker) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        one.turn("§", "words", int, "x")


def test_of_those_who_wait_with_the_same_thing_the_last_is_printed(
    one: Worker, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    waits = [Event() for _ in range(3)]

    def ask(thing: str, words: str, waiting: Event) -> str:
        waiting.set()
        return one.turn(thing, words, str, words)

    with ThreadPoolExecutor(4) as pool:
        busy = pool.submit(one.turn, "other", "", _wait_for, str(pipe))
        answers = []
        for waiting, words in zip(waits, ("old", "new", "new"), strict=True):
            answers.append(pool.submit(ask, "§", words, waiting))
            waiting.wait()
            while one.wanted.get("§") != words:
                os.sched_yield()
        pipe.write_text("go on")
        busy.result()

        assert [a.result() for a in answers[1:]] == ["new", "new"]
        with pytest.raises(Superseded):
            answers[0].result()


def test_the_process_ends_with_its_parent(tmp_path: Path) -> None:
    program = tmp_path / "parent.py"
    program.write_text(_LEFT_ALONE)
    parent = subprocess.Popen(
        [sys.executable, str(program)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(ROOT)},
    )
    assert parent.stdin
    assert parent.stdout
    child = os.pidfd_open(int(parent.stdout.readline()))

    parent.kill()
    parent.communicate()

    assert _ends(child, 20)
    os.close(child)


def _ends(process: int, seconds: float) -> bool:
    return bool(select.select([process], [], [], seconds)[0])
