"""Challenges: started in one line, entered with pictures and words, voted on once a person, and thanked for."""

from pathlib import Path

import pytest

from bot.platforms.local.records import GENERAL
from bot.storage.further_tables import photos
from bot.text.markup import plain
from plugins.challenges._tables import entries, votes, words
from plugins.streams._tables import promises
from tests.pictures.handed_in import SECRET, bomb, opened, telephone
from tests.plugins.challenging import MUGS, arena
from tests.snapshots.compare import matches, screen

GONE = "This was taken back by whoever it was from."


async def test_a_challenge_is_started_entered_voted_on_and_won(tmp_path: Path) -> None:
    async with arena(tmp_path) as here:
        await here.says(here.hana, "/stream start Tea")
        await here.says(here.ben, "Good evening!")
        started = await here.says(here.hana, f"/challenge start {MUGS}")
        assert f"“{MUGS}” is on its way into your channel. Open until the stream ends." in started
        assert "Everybody sees it once a host has looked" in await here.enters(here.ann, "On a bench.", telephone())
        await here.waits()
        assert "no entry yet" in here.post() and "There is nothing to see" in await here.presses(
            here.cid, "Look and vote"
        )
        await here.presses(here.hana, "Show it")
        await here.shown_entry(here.ben, "In a tent.")
        await here.waits()
        assert "2 entries, 0 votes. Open until the stream ends." in here.post()
        first = await here.presses(here.cid, "Look and vote")
        assert f"{MUGS} · page 1 of 2\n#1, by Ann\n“On a bench.”" in first
        [photo] = here.bot.seen(here.cid)[-1].message.files
        assert opened(photo.content).size == (480, 640) and SECRET not in photo.content
        assert "You vote for #1." in await here.presses(here.cid, "Vote for it")
        assert "You vote for #1." in await here.vote(here.ben, 1)
        assert "cannot go to it" in await here.vote(here.ann, 1)
        assert "You vote for #2." in await here.vote(here.ann, 2)
        await here.agrees(here.ann)
        await here.bot.passes(minutes=10)
        await here.says(here.hana, "/stream end")
        await here.bot.passes(minutes=10)
        assert here.post() == f"{MUGS} is over: 2 entries, 3 votes.\n#1 · 2 votes 🏆\n#2 · 1 vote"
        posts = {plain(one.message.text): one for one in here.in_public()}
        won = posts[f"The winner of {MUGS} with 2 votes: #1, by Ann\n“On a bench.”"]
        assert won.message.files[0].content == photo.content
        assert posts[here.post()].message.files[0].description.startswith(f"{MUGS}: #1 · 2 votes")
        assert any(f"You won “{MUGS}” with 2 votes." in text for text in here.told(here.ann))
        [promise] = await here.rows(promises)
        assert (promise.member_id, promise.why) == (await here.id_of(here.ann), f"won the challenge “{MUGS}”")
        facts = await here.facts(here.ann)
        assert (facts["challenges_entered"], facts["challenges_won"]) == (1, 1)
        assert (await here.facts(here.ben)).get("challenges_won", 0) == 0
        assert "is over, so nothing changed" in await here.vote(here.cid, 2)
        looked = await here.says(here.cid, "/challenges")
        assert "Challenges" in looked and "#2 · 1 vote" in await here.presses(here.cid, MUGS)


@pytest.mark.long
async def test_it_ends_when_it_was_said_to_and_can_be_told_otherwise(tmp_path: Path) -> None:
    async with arena(tmp_path) as here:
        refused = await here.says(here.hana, f"/challenge start {MUGS} | when pigs fly")
        assert "I do not understand “when pigs fly”" in refused and f"{MUGS} | when pigs fly" in refused
        assert "needs a theme" in await here.says(here.hana, "/challenge start | tomorrow 18:00")
        assert "No stream is on" in await here.says(here.hana, f"/challenge start {MUGS} | stream")
        assert "Open until tomorrow" in await here.says(here.hana, f"/challenge start {MUGS} | tomorrow 18:00")
        assert "Open until a host closes it." in await here.presses(here.hana, "By hand")
        await here.bot.passes(days=3)
        assert "Open until a host closes it." in here.post()
        await here.presses(here.hana, "A day")
        await here.bot.passes(days=1, minutes=1)
        assert here.post().startswith(f"{MUGS} is over: no entry yet, 0 votes.")
        assert "No challenge is open." in await here.says(here.hana, "/challenge close")
        assert "No challenge is open" in await here.says(here.ann, "/challenge join A late thought")
        assert "ask a moderator" in await here.says(here.ann, f"/challenge start {MUGS}")


@pytest.mark.long
async def test_what_is_changed_refused_or_taken_back_has_no_votes(tmp_path: Path) -> None:
    async with arena(tmp_path) as here:
        await here.with_two()
        await here.vote(here.cid, 1)
        await here.vote(here.ann, 2)
        assert "votes for what it was are gone" in await here.enters(here.ben, "Buy at my shop!")
        assert await here.cast() == [1]
        async with here.background() as ctx:
            old, new = (ctx.button("challenges.refuse", 2, turn).token for turn in (0, 1))
        assert "It was changed meanwhile" in await here.presses(here.hana, old)
        await here.waits()
        await here.agrees(here.ben)
        assert "Nobody sees it" in await here.presses(here.hana, new)
        await here.waits()
        assert any("is not shown. You can hand in something else." in text for text in here.told(here.ben))
        assert "1 entry, 1 vote." in here.post()
        await here.says(here.ann, "/challenges")
        await here.presses(here.ann, f"Open: {MUGS}")
        assert "is erased, wherever it stood" in await here.presses(here.ann, "Take mine back")
        await here.waits()
        assert "no entry yet, 0 votes." in here.post()
        assert await here.cast() == [] and await here.rows(photos) == []
        assert [row.text for row in await here.rows(words)] == ["Buy at my shop!"]


@pytest.mark.long
async def test_without_a_second_look_everybody_sees_it_at_once_and_hosts_can_take_it_out(tmp_path: Path) -> None:
    async with arena(tmp_path) as here:
        await here.says(here.mona, "/plugin configure challenges moderated no")
        await here.says(here.hana, f"/challenge start {MUGS}")
        assert "Everybody can see it and vote." in await here.says(here.ann, "/challenge join On <b>my</b> desk")
        await here.waits()
        assert "“On <b>my</b> desk”" in await here.presses(here.cid, "Look and vote")
        await here.presses(here.hana, "Do not show it")
        assert "There is nothing to see" in await here.presses(here.cid, "Look and vote")


@pytest.mark.long
async def test_a_picture_that_does_not_do_takes_no_words_along(tmp_path: Path) -> None:
    async with arena(tmp_path) as here:
        await here.says(here.hana, f"/challenge start {MUGS}")
        assert "has too many pixels" in await here.enters(here.ann, "", bomb())
        assert "neither a picture nor words" in await here.enters(here.ann)
        assert await here.rows(entries) == []
        kept = await here.enters(here.ann, "In words then.", b"MZ")
        assert "without the picture" in kept and "no picture that I can show" in kept
        assert "You take part." not in await here.enters(here.ann, "", telephone())
        [entry] = await here.rows(entries)
        assert (entry.turn, entry.photo_id) == (1, 1)
        long = await here.enters(here.ann, "word " * 200)
        assert "more than the 800 letters" in long and long.count("word") == 200


@pytest.mark.long
async def test_what_others_would_lose_stays_when_somebody_is_forgotten(tmp_path: Path) -> None:
    async with arena(tmp_path) as here:
        await here.with_two()
        await here.vote(here.cid, 1)
        await here.vote(here.hugo, 1)
        await here.vote(here.ann, 2)
        await here.says(here.hana, "/challenge close")
        await here.waits()
        await here.forgets(here.ann)
        await here.waits()
        assert "#1 · 2 votes 🏆\n#2 · 1 vote" in here.post()
        [won] = [one for one in here.in_public() if plain(one.message.text) == GONE]
        assert opened(won.message.files[0].content).getcolors(1) is not None
        assert not [one for one in here.in_public() if "Ann" in one.message.text or "bench" in one.message.text]
        assert await here.rows(photos) == [] and [row.text for row in await here.rows(words)] == ["In a tent."]
        assert [(row.member_id is None, row.votes) for row in await here.rows(entries)] == [(True, 2), (False, 1)]
        assert len(await here.cast()) == 2
        assert "#2, by Ben" in await here.presses(here.cid, "Look and vote")


@pytest.mark.long
async def test_nobody_wins_where_nobody_votes_and_at_a_tie_all_do(tmp_path: Path) -> None:
    async with arena(tmp_path) as here:
        await here.with_two()
        await here.says(here.hana, "/challenge close")
        await here.waits()
        assert here.post().endswith("#1 · 0 votes\n#2 · 0 votes") and len(here.in_public()) == 1
        await here.says(here.hana, f"/challenge start {MUGS} again")
        await here.shown_entry(here.ann, "One")
        await here.shown_entry(here.ben, "Two")
        await here.vote(here.cid, 3)
        await here.vote(here.hugo, 4)
        await here.says(here.hana, "/challenge close")
        await here.waits()
        winners = [text for one in here.in_public() if "The winner of" in (text := plain(one.message.text))]
        assert len(winners) == 2


@pytest.mark.long
async def test_a_button_on_the_hosts_control_message_starts_one(tmp_path: Path) -> None:
    async with arena(tmp_path) as here:
        await here.says(here.hana, "/stream start Tea")
        await here.waits()
        await here.presses(here.hana, "Challenge")
        assert "Open until the stream ends." in await here.fills(here.hana, {"theme": MUGS})
        await here.enters(here.ann, "Look!")
        assert "1 entry of a challenge waits for a host" in await here.says(here.hana, "/cues")


@pytest.mark.long
async def test_linked_accounts_are_one_who_votes_and_cannot_vote_for_themselves(tmp_path: Path) -> None:
    async with arena(tmp_path) as here:
        await here.with_two()
        await here.vote(here.cid, 1)
        await here.vote(here.ben, 1)
        await here.vote(here.hugo, 2)
        await here.link(here.cid, into=here.hugo)
        await here.waits()
        assert "2 entries, 2 votes." in here.post()  # Hugo's newer one, and Ben's
        await here.vote(here.cid, 1)
        assert len(await here.rows(votes)) == 2
        await here.link(here.ben, into=here.ann)
        await here.vote(here.hugo, 1)
        await here.waits()
        assert "2 entries, 1 vote." in here.post()  # what Ben gave Ann is their own by now
        assert "cannot go to it" in await here.vote(here.ben, 1)


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
async def test_its_screens(tmp_path: Path, language: str) -> None:
    """As members and hosts read them, one after the other."""
    async with arena(tmp_path, language=language) as here:
        seen = len(here.bot.seen(here.hana))
        await here.says(here.hana, f"/challenge start {MUGS}")
        await here.says(here.ann, "/challenge join On a <b>bench</b>.")
        await here.waits()
        async with here.background() as ctx:
            for action in ("challenges.show_it", "challenges.gallery"):
                arguments = (1, 0) if action == "challenges.show_it" else (1, 1)
                await here.presses(here.hana, ctx.button(action, *arguments).token)
        for person in (here.cid, here.hugo):
            await here.vote(person, 1)
        await here.waits()
        await here.says(here.hana, "/challenges")
        hosts = screen(here.bot.seen(here.hana)[seen:])
        await here.says(here.hana, "/challenge close")
        await here.waits()
        public = screen(one for one in here.bot.seen(here.cid) if one.channel == GENERAL and one.key)
        matches(f"challenges/way.{language}", f"{hosts}\n\n---\n\n{public}")
