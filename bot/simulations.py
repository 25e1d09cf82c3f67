"""Where simulations live: a folder for each recording as it is simulated, of which the newest ten are kept."""

import hashlib
import os
import shutil
from datetime import datetime
from pathlib import Path

from bot.config import Config
from bot.errors import StorageError, StorageRefusedError, system_says
from bot.sources.recorded import Recording
from bot.storage.holding import held_file

KEPT = 10
_DATABASE = "afterglow.db"


def simulation_of(config: Config, recording: Recording, content: str, ended_at: datetime | None) -> Config:
    """The configuration of a simulation: the same, but on a database in a folder of its own.

    The folder is named after the recording and a hash of what was said in it (`content`), the end that was given, and
    whatever in the configuration decides what comes of it: so the same again is the same database, and nothing else
    ever meets in it, such as a longer file of the same stream.
    """
    deciding = config.model_dump_json(include={"community", "delivery", "streams"})
    connected = config.discord.token is not None or config.telegram.token is not None
    parts = (recording.source, recording.reference, content, ended_at and ended_at.isoformat(), deciding, connected)
    name = f"{recording.source}-{hashlib.sha256(repr(parts).encode()).hexdigest()[:12]}"
    own = config.database.model_copy(update={"url": None})
    return config.model_copy(update={"database": own, "data_folder": config.data_folder / "simulation" / name})


def keep_newest(folder: Path) -> None:
    """Note that the simulation in `folder` is used now, and remove those that are not among the newest any more.

    One that runs at this moment stays. Raises StorageError when the folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        os.utime(folder)
    except OSError as error:
        raise StorageRefusedError("refusal-storage-unmade", folder=str(folder), why=system_says(error)) from error
    _remove_shared(folder.parent)
    others = [each for each in folder.parent.iterdir() if each.is_dir() and each != folder]
    for old in sorted(others, key=lambda each: each.stat().st_mtime, reverse=True)[KEPT - 1 :]:
        if not _runs(old):
            shutil.rmtree(old, ignore_errors=True)


def _remove_shared(parent: Path) -> None:
    """The one database that all recordings shared once."""
    for file in (*parent.glob(f"{_DATABASE}*"), parent / "secret.key"):
        file.unlink(missing_ok=True)


def _runs(folder: Path) -> bool:
    try:
        with held_file(folder / f"{_DATABASE}.lock"):
            return False
    except StorageError:
        return True
