"""Opening the database: the right engine for its address, and the schema brought up to date."""

import os
from pathlib import Path

import sqlalchemy as sa

from bot.errors import ConfigError, Said, system_says
from bot.storage.database import Database
from bot.storage.patience import LOOK_SECONDS
from bot.storage.postgres import open_postgres
from bot.storage.sealing import Seal
from bot.storage.sqlite import open_sqlite


def open_database(url: str, seal: Seal | None = None, *, look_seconds: float = LOOK_SECONDS) -> Database:
    """The database at `url` ("sqlite:///path/to/file" or "postgresql://..."), whose schema is not touched yet.

    Without a `seal` it can neither keep nor read what people wrote. `look_seconds`: how often to look whether a write
    transaction is idle; ten times in a row are too much.

    Raises ConfigError when the address cannot be understood, or the folder of the file cannot be made.
    """
    try:
        address = sa.make_url(url)
    except (sa.exc.ArgumentError, ValueError):
        # The address is not shown, and the cause not chained: a password may stand in it.
        raise ConfigError("database.url", Said("refusal-storage-no-address"), _CURE) from None
    kind = address.get_backend_name()
    if kind == "sqlite" and address.database:
        path = Path(address.database)
        _make_room(path)
        return open_sqlite(path, seal, look_seconds)
    if kind == "postgresql":
        return open_postgres(address, seal, look_seconds)
    raise ConfigError("database.url", Said("refusal-storage-no-kind", kind=kind), _CURE)


def _make_room(path: Path) -> None:
    """Make the folder of the file, and see whether SQLite can work there: its own word for all that is less clear."""
    cure = Said("refusal-storage-folder-cure")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        problem = Said("refusal-storage-folder", why=system_says(error))
        raise ConfigError(str(path.parent), problem, cure) from error
    places = (path.parent, path) if path.exists() else (path.parent,)
    if path.is_dir() or not all(os.access(place, os.R_OK | os.W_OK) for place in places):
        raise ConfigError(str(path), Said("refusal-storage-closed"), cure)


_CURE = Said("refusal-storage-address-cure")
