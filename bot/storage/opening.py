"""Opening the database: the right engine for its address, and the schema brought up to date."""

from pathlib import Path

import sqlalchemy as sa

from bot.errors import ConfigError
from bot.storage.database import Database
from bot.storage.postgres import open_postgres
from bot.storage.sqlite import open_sqlite


def open_database(url: str) -> Database:
    """The database at `url` ("sqlite:///path/to/file" or "postgresql://..."), whose schema is not touched yet.

    Raises ConfigError when the address cannot be understood, or the folder of the file cannot be made.
    """
    try:
        address = sa.make_url(url)
    except (sa.exc.ArgumentError, ValueError):
        # The address is not shown, and the cause not chained: a password may stand in it.
        raise ConfigError("database.url", "It is not an address that can be understood.", _CURE) from None
    kind = address.get_backend_name()
    if kind == "sqlite" and address.database:
        path = Path(address.database)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            problem = f"this folder cannot be made ({error.strerror})."
            raise ConfigError(str(path.parent), problem, "Name another one with data_folder.") from error
        return open_sqlite(path)
    if kind == "postgresql":
        return open_postgres(address)
    raise ConfigError("database.url", f"{kind!r} is not a database that Afterglow knows.", _CURE)


_CURE = 'Write "sqlite:///data/afterglow.db" or "postgresql://user@host/name".'
