"""The floor on SQLite: what the plain driver does with the same rows, prepared like our own connections."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def connection(file: Path) -> Iterator[sqlite3.Connection]:
    """The file's own connection, without transactions that nobody asked for."""
    opened = sqlite3.connect(file, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "cache_size=-16000"):
        opened.execute(f"PRAGMA {pragma}")
    try:
        yield opened
    finally:
        opened.close()
