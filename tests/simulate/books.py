"""The bot's database, read from its file beside the bot: what it says is checked, never asked of the bot itself."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any


class Books:
    """Reads what is committed. Rows are plain tuples."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._connection: sqlite3.Connection | None = None

    def rows(self, sql: str, **values: Any) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        if self._connection is None:
            self._connection = sqlite3.connect(f"file:{self._file}?mode=ro", uri=True)
        return self._connection.execute(sql, values).fetchall()

    def value(self, sql: str, **values: Any) -> Any:
        """The first column of the first row, or None."""
        found = self.rows(sql, **values)
        return found[0][0] if found else None

    def column(self, sql: str, **values: Any) -> Sequence[Any]:
        """The first column of all rows."""
        return [row[0] for row in self.rows(sql, **values)]

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
