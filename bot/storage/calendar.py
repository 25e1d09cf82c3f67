"""Days of the year in SQL, which each database reckons in its own way."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class day_of_year(FunctionElement[str]):  # noqa: N801, as all functions of SQL
    """The day in UTC of a moment in microseconds since 1970: "03-07" for the seventh of March."""

    type = sa.Text()
    name = "day_of_year"
    inherit_cache = True


@compiles(day_of_year, "sqlite")
def _on_sqlite(element: day_of_year, compiler: SQLCompiler, **how: Any) -> str:
    return f"strftime('%m-%d', ({_moment(element, compiler, how)}) / 1000000, 'unixepoch')"


@compiles(day_of_year, "postgresql")
def _on_postgresql(element: day_of_year, compiler: SQLCompiler, **how: Any) -> str:
    return f"to_char(to_timestamp(({_moment(element, compiler, how)}) / 1000000) AT TIME ZONE 'UTC', 'MM-DD')"


def _moment(element: day_of_year, compiler: SQLCompiler, how: dict[str, Any]) -> str:
    return str(compiler.process(next(iter(element.clauses)), **how))
