"""Rewards that bring a file: handed in by a moderator, passed on as it was, and bounded."""

import pytest
import sqlalchemy as sa

from bot.model.uploads import Upload, upload_of
from bot.platforms.local.records import Person
from plugins.rewards._filing import MOST
from plugins.rewards._tables import files
from tests.plugins.rewarding import Shop, shop


def handed(content: str, name: str = "pots.pdf", size: int | None = None, platform: str = "local") -> str:
    """A file as the local chat's form brings it."""
    return Upload(platform, content, len(content.encode()) if size is None else size, name).value


async def hand_in(here: Shop, value: str) -> str:
    """Hand a file in for a plan."""
    await here.says(here.mona, "/reward edit Plan")
    await here.presses(here.mona, "File")
    return await here.fill(here.mona, file=value)


def newest(here: Shop, person: Person) -> tuple[str, bytes]:
    """The file that somebody got last."""
    files = [file for shown in here.bot.seen(person) for file in shown.message.files]
    return files[-1].name, files[-1].content


@pytest.mark.long
async def test_a_file_is_passed_on_to_who_claims_it_and_to_nobody_else() -> None:
    async with shop() as here:
        await here.make("file", "Plan", content="Print it on thick paper.", price="5")
        assert "First hand in the file" in await here.presses(here.mona, "Put on offer")
        assert "In it: pots.pdf" in await hand_in(here, handed("kresba hrnce"))
        await here.presses(here.mona, "Put on offer")
        await here.points(here.ann, 5)
        await here.says(here.ann, "/rewards Plan")
        told = await here.presses(here.ann, "Claim for 5 points")
        assert "Print it on thick paper." in told and "The file is attached: pots.pdf" in told
        assert newest(here, here.ann) == ("pots.pdf", b"kresba hrnce")
        assert not any(shown.message.files for shown in here.bot.seen(here.ben))
        assert "In it: cups.pdf" in await hand_in(here, handed("cups", "cups.pdf"))
        await here.says(here.ann, "/mine")
        await here.presses(here.ann, "Open: Plan")
        assert newest(here, here.ann) == ("cups.pdf", b"cups")


@pytest.mark.long
@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("", "No file came with that."),
        ("words\nof\na\nform", "No file came with that."),
        (handed("x", size=MOST + 1), "larger than 2 MB"),
        (handed("x" * (MOST + 1), size=3), "larger than 2 MB"),
        (handed("x", platform="pigeon"), "does not give me “pots.pdf” any more"),
    ],
)
async def test_what_is_no_file_or_too_large_changes_nothing(value: str, told: str) -> None:
    async with shop() as here:
        await here.make("file", "Plan")
        await hand_in(here, handed("kresba"))
        assert told in await hand_in(here, value)
        assert "In it: pots.pdf" in await here.says(here.mona, "/reward show Plan")
        async with here.bot.app.parts.work() as work:
            [kept] = await work.rows(sa.select(files.c.content))
        assert kept == ("a3Jlc2Jh",)


@pytest.mark.long
async def test_a_picture_that_was_claimed_comes_as_a_document_that_is_never_left_out() -> None:
    async with shop() as here:
        await here.make("file", "Plan")
        await hand_in(here, handed("png", "pots.png"))
        await here.presses(here.mona, "Put on offer")
        await here.says(here.ann, "/rewards Plan")
        await here.presses(here.ann, "Claim it")
        [file] = here.bot.seen(here.ann)[-1].message.files
        assert file.name == "pots.PNG" and not file.is_picture


@pytest.mark.long
async def test_the_file_goes_with_its_reward_and_only_rewards_with_a_file_take_one() -> None:
    async with shop() as here:
        await here.make("file", "Plan")
        await hand_in(here, handed("kresba"))
        await here.presses(here.mona, "Delete")
        await here.presses(here.mona, "Delete")
        async with here.bot.app.parts.work() as work:
            assert await work.rows(sa.select(files.c.id)) == []
        await here.make("custom", "Plan")
        assert not any(action.label == "File" for action in here.bot.seen(here.mona)[-1].buttons)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("plán hrnce.pdf", "plán hrnce.pdf"),
        ("../../etc/passwd", "etcpasswd"),
        ("a\nb\x00.txt", "ab.txt"),
        ("x" * 200 + ".pdf", "x" * 76 + ".pdf"),
        ("...", "file"),
        ("", "file"),
    ],
)
def test_a_file_is_called_what_it_may_be_called_anywhere(name: str, safe: str) -> None:
    upload = upload_of(Upload("local", "a\nb", 3, name).value)
    assert upload is not None
    assert (upload.reference, upload.name, upload.safe_name) == ("a b", name, safe)
