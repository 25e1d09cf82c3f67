"""The content shelf filled from a table: by a form, again without doubling, and refused whole where a line is wrong."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UserError
from plugins.assistant._reading import Read, ShelfTable, Shelved, is_address, read_file
from plugins.assistant._tables import documents, shelf
from tests.plugins.boarding import Board, board
from tests.plugins.test_assistant import brings

TABLE = "title,link,category,tags\nGlazes,https://example.com/g,Video,#how\nFirst bowl,https://example.com/b,,\n"


async def standing(here: Board) -> list[tuple[str, str, str, str, str]]:
    """What stands on the shelf: name, address, category, tags and language."""
    return [(one.title, one.url, one.category, one.tags, one.language) for one in await here.rows(shelf)]


async def test_a_table_of_addresses_fills_the_shelf_and_comes_again_without_doubling() -> None:
    async with board() as here:
        told = await brings(here, "shelf.csv", TABLE)
        assert "2 lines of shelf.csv stand on the shelf." in told and "First bowl" in told
        assert await standing(here) == [
            ("Glazes", "https://example.com/g", "Video", "how", "en"),
            ("First bowl", "https://example.com/b", "", "", "en"),
        ]
        assert await here.rows(documents) == []
        assert "Glazes" in await here.says(here.ann, "/ask glazes")
        again = await brings(here, "shelf.csv", TABLE.replace("Glazes", "All about glazes"))
        assert "put anew" in again
        assert [title for title, *_ in await standing(here)] == ["All about glazes", "First bowl"]


async def test_what_is_wrong_in_one_line_is_named_and_nothing_is_kept() -> None:
    async with board() as here:
        told = await brings(here, "shelf.csv", f"{TABLE}Bad,javascript:alert(1),,\n")
        assert "Line 4 of shelf.csv needs a name and a web address" in told and "javascript:alert(1)" in told
        assert await standing(here) == []
        many = "".join(f"T{number},https://example.com/{number}\n" for number in range(501))
        assert "500 things stand on the shelf" in await brings(here, "many.csv", f"title,url\n{many}")
        assert await standing(here) == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("faq.csv", "question;answer;link\nHow much?;12;https://example.com", "12"),  # questions with their source
        ("prices.csv", "thing;price;link\nmug;12;https://example.com/mug\nbowl;20;", "price: 12"),
        ("contacts.csv", "Name,Phone,Web\nAnn,+420 111,https://example.com\nBen,+420 222,", "Phone: +420 111"),
        ("places.csv", "name;address\nthe studio;Long Street 5, Prague", "address: Long Street 5, Prague"),
        ("mugs.csv", "thing;price\nmug;12", "price: 12"),
        ("links.md", "# Links\nhttps://example.com", "https://example.com"),
    ],
)
def test_a_table_that_says_more_than_the_shelf_can_hold_and_any_other_file_is_a_document(
    name: str, content: str, said: str
) -> None:
    read = read_file(name, content.encode())

    assert isinstance(read, Read) and said in read.sections[0].body


async def test_a_price_list_with_links_answers_what_things_cost_and_leaves_the_shelf_alone() -> None:
    async with board() as here:
        told = await brings(here, "prices.csv", "thing;price;link\nBlue mug;€12;https://example.com/mug\nBowl;€20;\n")
        assert "prices.csv" in told and await standing(here) == []
        assert "€12" in await here.says(here.ann, "/ask how much is the blue mug?")


def test_a_czech_table_as_excel_writes_it_is_read() -> None:
    content = "sep=;\nNázev;Odkaz;Štítky\nGlazury;https://example.com/g;jak, hlína\n\n".encode("cp1250")

    table = read_file("police.cs.csv", content)

    assert isinstance(table, ShelfTable) and table.language == "cs"
    assert table.lines == [Shelved("Glazury", "https://example.com/g", "", "jak, hlína")]


@given(st.lists(st.text(max_size=30), max_size=12), st.sampled_from([",", ";", "\t"]))
def test_no_table_puts_anything_but_addresses_on_the_shelf(cells: list[str], between: str) -> None:
    rows = [cells[at : at + 3] for at in range(0, len(cells), 3)]
    content = "\n".join(between.join(row) for row in [["name", "url", "tags"], *rows])
    with contextlib.suppress(UserError):
        table = read_file("a.csv", content.encode("utf-8", "replace"))
        assert isinstance(table, ShelfTable) and all(one.title and is_address(one.url) for one in table.lines)
