"""The same polls on Discord, Telegram and in the local chat: voted in by buttons and a form, and closed."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.community.communities import Communities
from bot.core.context import Background
from plugins.polls import _posting
from plugins.polls._poll import Kind, Secrecy, State
from plugins.polls._tables import polls, tallies, votes
from tests.slice import Everywhere, everywhere


async def ask(it: Everywhere, kind: Kind, secrecy: Secrecy, question: str) -> list[int]:
    """Each network is a community of its own here; the poll's number in each."""
    asked = []
    async with it.app.parts.work() as work:
        for community in await Communities(work).all():
            values = {"kind": kind.value, "secrecy": secrecy.value, "question": question, "answers": "Green\nBlack"}
            row = {"community_id": community.id, "state": State.DRAFT.value, "minutes": 60, "made_at": work.now}
            poll_id = await work.insert(sa.insert(polls).values(**row, **values))
            await _posting.open_now(Background(it.app.parts, work, community, "polls"), poll_id)
            asked.append(poll_id)
    return asked


@pytest.mark.long
async def test_a_vote_by_name_and_one_without_count_on_every_network(tmp_path: Path) -> None:
    async with everywhere(tmp_path) as it:
        for side in it.sides:
            await side.commands("ping")
        named = await ask(it, Kind.SINGLE, Secrecy.OPEN, "Which tea?")
        secret = await ask(it, Kind.SINGLE, Secrecy.ANONYMOUS, "Which cake?")
        for side in it.sides:
            for question, told in (("Which tea?", "Your vote: Green."), ("Which cake?", "Nobody can find out")):
                await side.commands("polls")
                await side.presses(f"Open: {question}")
                await side.presses("Vote")
                assert told in await side.presses("Green"), side.name
            assert not [text for text in await side.everybody() if "Your vote" in text], side.name
        async with it.app.parts.database.read() as reader:
            chosen = await reader.rows(sa.select(votes.c.poll_id, votes.c.chosen).order_by(votes.c.poll_id))
            assert [tuple(row) for row in chosen] == [(poll_id, "1") for poll_id in named]
            counted = await reader.rows(sa.select(tallies).order_by(tallies.c.poll_id))
            assert [tuple(row) for row in counted] == [(poll_id, "1", 1) for poll_id in secret]


@pytest.mark.long
async def test_a_poll_closes_by_itself_on_every_network(tmp_path: Path) -> None:
    async with everywhere(tmp_path) as it:
        for side in it.sides:
            await side.commands("ping")
        await ask(it, Kind.STARS, Secrecy.OPEN, "How was it?")
        for side in it.sides:
            await side.commands("polls")
            await side.presses("Open: How was it?")
            await side.presses("Vote")
            assert "You gave 4 stars." in await side.presses("4 ★"), side.name
        await it.passes(minutes=70)
        for side in it.sides:
            await side.commands("polls")
            assert "4 of 5 stars on average" in await side.presses("How was it?"), side.name
