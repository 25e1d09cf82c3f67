"""Rows that are given to a statement are what it works with, on either database."""

import pytest

from bot.storage.database import Database
from bot.storage.unpacking import table_of, unpacked_ids

Row = tuple[int, float | None, str | None]


@pytest.mark.parametrize("count", [1, 2, 700])
async def test_a_statement_sees_all_rows_as_they_were_given(lines: Database, count: int) -> None:
    rows: list[Row] = [(2**53 - n, n / 4 if n % 3 else None, f"č'\"{n}" if n % 2 else None) for n in range(count)]
    table, values = table_of(lines.dialect, rows, id="integer", share="float", text="text")
    async with lines.read() as reader:
        [found] = await reader.fetch_each([("SELECT id, share, text FROM " + table + " AS given", values)])
    assert sorted(map(tuple, found), reverse=True) == rows


async def test_several_statements_are_run_in_their_order_and_each_keeps_its_rows(lines: Database) -> None:
    table, values = table_of(lines.dialect, [(1, 5), (2, 7)], id="integer", count="integer")
    async with lines.write() as transaction:
        _, told, counted = await transaction.fetch_each([
            ("INSERT INTO lines (id, count) SELECT id, count FROM " + table + " AS given", values),
            ("UPDATE lines SET text = 'seen' WHERE id = :id RETURNING count", {"id": 2}),
            ("SELECT count(*), max(text) FROM lines", {}),
        ])  # fmt: skip
    assert ([tuple(row) for row in told], [tuple(row) for row in counted]) == ([(7,)], [(2, "seen")])


async def test_ids_are_looked_up_by_their_list(lines: Database) -> None:
    async with lines.write() as transaction:
        await transaction.run("INSERT INTO lines VALUES (1, 5, 'a'), (2, 6, 'b'), (3, 7, 'c')")
        sql = "SELECT text FROM lines WHERE id IN (" + unpacked_ids(lines.dialect, "ids") + ") ORDER BY id"
        assert [tuple(row) for row in await transaction.fetch(sql, {"ids": "[3, 1, 9]"})] == [("a",), ("c",)]
