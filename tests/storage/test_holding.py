"""One process at a time works on a database, and one that dies leaves no lock behind."""

import contextlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import StorageError
from bot.storage.database import Database
from bot.storage.opening import open_database

HOLD = """
import asyncio, sys
from bot.storage.opening import open_database

async def hold(address):
    async with open_database(address).hold():
        print("held", flush=True)
        await asyncio.sleep(60)

asyncio.run(hold(sys.argv[1]))
"""


@contextlib.contextmanager
def holder(address: str) -> Iterator[subprocess.Popen[str]]:
    """A process of its own that holds the database, until it is killed."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", HOLD, address]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stdout.readline() == "held\n"
        yield process
        process.kill()


async def refused(database: Database) -> str:
    """What somebody else is told who wants to hold it."""
    with pytest.raises(StorageError) as raised:
        async with database.hold():
            pass
    return str(raised.value)


@pytest.mark.long
async def test_the_second_process_hears_who_holds_it_and_a_killed_one_leaves_no_lock(
    each_address: str, each_database: Database
) -> None:
    with holder(each_address) as process:
        words = await refused(each_database)
        what, key = ("folder", "data_folder") if each_database.dialect == "sqlite" else ("database", "database.url")
        told = (
            rf"Afterglow already runs on this {what} \(process {process.pid}, since (\d{{4}}-\d\d-\d\d )?\d\d:\d\d\)\. "
        )
        assert re.fullmatch(told + f"Stop it first, or set another {key}\\.", words), words
        process.send_signal(signal.SIGKILL)
        process.wait()
        async with each_database.hold():
            pass


@pytest.mark.long
async def test_it_is_held_once_within_a_process_too_and_again_after_it_was_let_go(
    each_address: str, each_database: Database
) -> None:
    other = open_database(each_address)
    for _ in range(2):
        async with each_database.hold():
            assert f"(process {os.getpid()}, since " in await refused(other)
        async with other.hold():
            pass
    await other.close()


async def test_a_file_that_was_only_just_locked_is_refused_without_a_name(tmp_path: Path) -> None:
    first, second = (open_database(f"sqlite:///{tmp_path / 'glow.db'}") for _ in range(2))
    async with first.hold():
        (tmp_path / "glow.db.lock").write_text("")
        assert "already runs on this folder. Stop it first" in await refused(second)


async def test_where_no_lock_can_be_kept_the_cure_is_told(tmp_path: Path) -> None:
    (tmp_path / "glow.db.lock").mkdir()
    assert "glow.db.lock cannot be opened (it is a folder)" in await refused(
        open_database(f"sqlite:///{tmp_path / 'glow.db'}")
    )
