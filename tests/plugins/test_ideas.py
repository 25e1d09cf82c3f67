"""Ideas: given, voted for, decided about, and everybody who asked is told."""

from tests.plugins.boarding import Board, board


async def glazes(here: Board) -> None:
    """Ann gives the first idea, and Ben votes for it; both may be written to."""
    for person in (here.ann, here.ben):
        await here.agrees(person)
    assert "Noted as #1, with your vote" in await here.says(here.ann, "/idea A stream about glazes")
    await here.says(here.ben, "/ideas")
    await here.presses(here.ben, "#1 A stream about glazes")
    assert "Your vote counts." in await here.presses(here.ben, "Vote for it")


async def test_an_idea_goes_from_the_first_word_to_what_was_done() -> None:
    async with board() as here:
        await glazes(here)
        page = await here.says(here.hana, "/ideas")
        assert "#1 A stream about glazes, 2 votes (new)" in page
        await here.presses(here.hana, "#1 A stream about glazes")
        await here.presses(here.hana, "Planned")
        assert "Noted" in await here.fills(here.hana, {"words": "In January, with Petra."})
        await here.bot.passes(minutes=2)
        assert here.told(here.ann)[-1].startswith(
            "Your idea “A stream about glazes” is planned. The hosts write: “In January, with Petra.”"
        )
        assert here.told(here.ben)[-1].startswith("“A stream about glazes”, which you voted for, is planned.")
        assert here.told(here.cid) == []
        await here.says(here.hana, "/answer idea #1 done Watch it any time.")
        await here.bot.passes(minutes=2)
        assert "is done. You said, we did." in here.told(here.ben)[-1]
        [post] = here.posted()
        assert post.startswith("You said, we did: A stream about glazes (2 of you wanted it). Watch it any time.")
        assert "1 idea adopted" in await here.says(here.cid, "/me Ann")
        assert (await here.facts(here.ann))["ideas_adopted"] == 1
