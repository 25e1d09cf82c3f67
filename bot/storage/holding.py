"""Who holds a database: one process at a time, by a lock of the system that ends with the process, however it ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.errors import Said, StorageError, StorageRefusedError, system_says

if sys.platform == "win32":
    import msvcrt

    _BEHIND_THE_TEXT = 1 << 20  # a locked byte cannot be read by others on Windows, and they shall read who holds it

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _BEHIND_THE_TEXT, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def held_file(path: Path) -> Iterator[None]:
    """Hold the lock on the file at `path`, which says meanwhile who does. Raises StorageError when another has it.

    The file stays, empty: taking it away could take it from somebody who has just locked it.
    """
    descriptor = _open(path)
    try:
        try:
            _lock(descriptor)
        except (BlockingIOError, PermissionError):
            raise already_held("refusal-storage-held", *_holder(path)) from None
        except OSError as error:
            raise StorageRefusedError("refusal-storage-unlockable", file=str(path), why=system_says(error)) from error
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()} {datetime.now(UTC).isoformat(timespec='seconds')}\n".encode())
        try:
            yield
        finally:
            os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


def already_held(key: str, process: int | None, since: datetime | None) -> StorageError:
    """The refusal for whoever comes second: who holds the folder or the database, and what to do."""
    if process is None or since is None:
        return StorageRefusedError(key, who="")
    local, now = since.astimezone(), datetime.now(UTC).astimezone()
    moment = f"{local:%H:%M}" if local.date() == now.date() else f"{local:%Y-%m-%d %H:%M}"
    return StorageRefusedError(key, who=Said("refusal-storage-holder", process=str(process), moment=moment))


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise StorageRefusedError("refusal-storage-unopened", file=str(path), why=system_says(error)) from error


def _holder(path: Path) -> tuple[int | None, datetime | None]:
    """The process and its beginning as the file tells them, or nothing when it was only just locked."""
    try:
        process, since = path.read_text("utf-8").split()
        return int(process), datetime.fromisoformat(since)
    except (OSError, ValueError):
        return None, None
