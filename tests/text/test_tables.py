"""Tables for spreadsheets: whatever stands in a cell comes back as it was, and is no formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.markup import clean
from bot.text.tables import table_file


def read(content: bytes) -> list[list[str]]:
    """The rows that a program finds."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("typed", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u200b=1", "\u202e=1"])
def test_what_would_begin_a_formula_begins_with_an_apostrophe(typed: str) -> None:
    [_, [cell]] = read(table_file(["idea"], [[typed]]))
    assert cell.startswith("'")


def test_numbers_stay_numbers_and_nothing_is_an_empty_cell() -> None:
    assert table_file(["a", "b", "c"], [[-3, 1.5, None]]).decode("utf-8-sig") == "a,b,c\r\n-3,1.5,\r\n"


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=5))
def test_each_cell_comes_back_as_it_was_typed(rows: list[list[str]]) -> None:
    found = read(table_file(["a", "b"], rows))[1:]
    assert len(found) == len(rows)
    for cells, typed in zip(found, rows, strict=True):
        assert [cell.removeprefix("'") for cell in cells] == [clean(text).removeprefix("'") for text in typed]
