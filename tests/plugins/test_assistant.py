"""The assistant: what it is taught it answers with its source, what it is not taught it leaves to a person."""

import contextlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UserError
from bot.model.uploads import Upload
from bot.platforms.local.records import FILE
from plugins.assistant._reading import ShelfTable, read_file
from plugins.assistant._tables import documents, entries, questions, shelf
from tests.plugins.boarding import Board, board
from tests.snapshots.compare import matches

ANSWERS = Path(__file__).parents[1] / "benchmarks" / "answers"
DELIVERY = {
    "en": ("How much is delivery?", "Within Europe it is 12 euros.", "how much is delivry"),
    "cs": ("Kolik stojí doprava?", "Zásilkovna stojí 79 Kč.", "kolik stoji dopravu"),
}


async def teaches(here: Board, title: str, body: str, **more: str) -> str:
    """Mona adds an entry."""
    await here.says(here.mona, "/faq add")
    return await here.fills(here.mona, {"title": title, "body": body, "language": here.language, **more})


async def brings(here: Board, name: str, content: str, language: str = "en") -> str:
    """Mona hands a file in."""
    await here.says(here.mona, "/faq import")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_text(content, "utf-8")
        upload = Upload("local", f"{FILE}{file}", file.stat().st_size, name)
        return await here.fills(here.mona, {"file": upload.value, "language": language})


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
async def test_its_screens_read_well(language: str) -> None:
    title, body, asked = DELIVERY[language]
    async with board(language=language) as here:
        seen = [await here.screen(here.ann, f"/ask {title}")]
        seen.append(await teaches(here, title, body, tags="post, dhl", url="https://example.com/delivery"))
        seen.append(await here.screen(here.ann, f"/ask {asked}"))
        seen.append(await here.screen(here.ann, "/ask Kdo vyhrál hokej?"))
        seen.append(
            await brings(here, f"faq.{language}.md", "# T\n## Workshop\nSunday.\n## Parking\nBehind.", language)
        )
        seen += [await here.screen(here.mona, "/knowledge"), await here.screen(here.mona, "/faq list")]
        await here.says(here.mona, "/content add")
        shelved = {"title": "Glazes", "url": "https://example.com/g", "category": "Video", "tags": "#how, clay"}
        seen.append(await here.fills(here.mona, {**shelved, "language": language}))
        seen += [await here.screen(here.ann, "/content list"), await here.screen(here.mona, "/content remove glaz")]
        matches(f"assistant/screens.{language}", "\n\n".join(seen))


async def test_an_answer_names_its_source_and_what_is_unknown_is_left_to_a_person() -> None:
    async with board() as here:
        assert "Nobody has taught me anything here yet" in await here.says(here.ann, "/ask How much is delivery?")
        await teaches(here, "How much is delivery?", "Within Europe it is 12 euros.")
        told = await here.says(here.ann, "/ask how much is <b>delivery</b>")
        assert "Within Europe it is 12 euros." in told and "From the FAQ" in told
        assert "no answer to that" in await here.says(here.ben, "/ask Who won the hockey?")
        assert "The team has your words." in await here.presses(here.ben, "Ask a person")


async def test_knowledge_is_edited_and_removed_and_the_next_question_knows() -> None:
    async with board() as here:
        await teaches(here, "How much is delivery?", "Twelve euros.")
        await here.presses(here.mona, "Edit")
        await here.fills(here.mona, {"title": "How much is delivery?", "body": "Ten euros.", "language": "en"})
        assert "Ten euros." in await here.says(here.ann, "/ask how much is delivery")
        await here.says(here.mona, "/faq list")
        await here.presses(here.mona, "How much is delivery?")
        await here.presses(here.mona, "Remove")
        assert "Ten euros." not in await here.says(here.ann, "/ask how much is delivery")


async def test_a_file_is_known_at_once_replaces_itself_and_goes_with_all_its_sections() -> None:
    async with board() as here:
        assert "75 sections" in await brings(here, "faq_en.md", (ANSWERS / "faq_en.md").read_text("utf-8"))
        assert "From faq_en.md" in await here.says(here.ann, "/ask how much is delivery")
        assert "replaces what was here" in await brings(here, "faq_en.md", "## How much is delivery?\nNothing now.")
        assert "Nothing now." in await here.says(here.ann, "/ask how much is delivery")
        await here.presses(here.mona, "Remove faq_en.md")
        assert await here.rows(entries) == [] and await here.rows(documents) == []


async def test_what_is_known_only_in_another_language_is_answered_from_that_and_says_so() -> None:
    async with board() as here:
        await brings(here, "faq.cs.csv", "otázka;odpověď\nKolik stojí doprava?;79 Kč", "cs")
        told = await here.says(here.ann, "/ask Kolik stojí doprava?")
        assert "I have it only in Czech." in told and "79 Kč" in told


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.png", b"\x89PNG\x00\x00", "assistant-file-binary"),
        ("a.txt", b"\x01\x02\x03\x04", "assistant-file-binary"),
        ("a.csv", b"", "assistant-file-broken"),
        ("a.csv", b"question;answer\n;\n", "assistant-file-empty"),
        ("a.csv", b"q;a\n" + b"x" * 200_000, "assistant-file-broken"),
        ("a.md", b"# only\n## headings", "assistant-file-empty"),
        ("a.txt", b"".join(b"line %d\n\n" % number for number in range(1001)), "assistant-file-many"),
        ("a.txt", b"x" * 1_000_001, "assistant-file-large"),
        ("", b"\xff\xfe\x00", "assistant-file-binary"),
    ],
)
def test_a_file_that_is_none_is_refused(name: str, content: bytes, told: str) -> None:
    with pytest.raises(UserError) as refused:
        read_file(name, content)
    assert refused.value.key == told


@given(st.binary(max_size=200), st.sampled_from(["a.md", "a.csv", "a.txt", "a.en.tsv"]))
def test_no_file_breaks_the_reader(content: bytes, name: str) -> None:
    with contextlib.suppress(UserError):
        read = read_file(name, content)
        found = read.lines if isinstance(read, ShelfTable) else read.sections
        assert found and all(one.title for one in found)


async def test_what_was_asked_is_forgotten_after_a_day_and_with_whoever_asked_it() -> None:
    async with board() as here:
        await here.says(here.ann, "/ask Who am I?")
        await here.says(here.cid, "/ask Who is he?")
        await here.forgets(here.ann)
        assert [row.text for row in await here.rows(questions)] == ["Who is he?"]
        await here.bot.passes(days=2)
        assert await here.rows(questions) == []


async def test_members_keep_their_hands_off_what_the_bot_knows() -> None:
    async with board() as here:
        for text in ("/faq add", "/faq list", "/faq import", "/knowledge", "/content add", "/content remove x"):
            assert "moderator" in (await here.says(here.ann, text)).lower()
        assert await here.rows(shelf) == []
