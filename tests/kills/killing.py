"""Start a process, kill it at a given moment, start it again, until it has come to its own end."""

import multiprocessing
import time
from collections.abc import Callable, Iterable
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

POLL_SECONDS = 0.0005
LONGEST_SECONDS = 90

Moment = Callable[[], bool]
"""Asked again and again while the process runs; it is killed when the answer is yes."""


def run_and_kill(work: Callable[..., None], arguments: tuple[Any, ...], moments: Iterable[Callable[[], Moment]]) -> int:
    """Run `work` in processes of its own: one is killed at each of the moments, the last one ends by itself.

    Each moment is made when its process starts. Returns how many were killed; one that is done before its moment
    counts as not killed. AssertionError when a process ends in an error of its own.
    """
    killed = 0
    for make in moments:
        process = _start(work, arguments)
        moment = make()
        while process.is_alive() and not moment():
            time.sleep(POLL_SECONDS)
        process.kill()
        killed += _end(process) != 0
    run_to_the_end(work, arguments)
    return killed


def run_to_the_end(work: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    """Run `work` in a process of its own. AssertionError when it does not end well."""
    code = _end(_start(work, arguments))
    assert code == 0, f"{work.__name__} ended with {code}"


def after_seconds(seconds: float) -> Moment:
    """The moment so long from now."""
    deadline = time.monotonic() + seconds
    return lambda: time.monotonic() >= deadline


def at_size(file: Path, size: int, then_seconds: float) -> Moment:
    """A short while after the file has grown to so many bytes."""
    reached: list[Moment] = []

    def moment() -> bool:
        if not reached and (file.stat().st_size if file.exists() else 0) >= size:
            reached.append(after_seconds(then_seconds))
        return bool(reached) and reached[0]()

    return moment


def _start(work: Callable[..., None], arguments: tuple[Any, ...]) -> BaseProcess:
    process = _new(work, arguments)
    process.start()
    return process


def _new(work: Callable[..., None], arguments: tuple[Any, ...]) -> BaseProcess:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn").Process(target=work, args=arguments)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.kills.child"])  # imported once; each child is then there in milliseconds
    return context.Process(target=work, args=arguments)


def _end(process: BaseProcess) -> int:
    process.join(LONGEST_SECONDS)
    code = process.exitcode
    assert code is not None, "the process hangs"
    assert code <= 0, f"the process ended with {code}; its error stands above"
    process.close()
    return code
