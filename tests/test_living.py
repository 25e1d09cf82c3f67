"""Time that is made passes from one thing that is due to the next, and leaves none out."""

from datetime import timedelta

import sqlalchemy as sa

from bot.community.communities import Communities
from bot.community.people import People
from bot.core.telling import Telling
from bot.model.decisions import State
from bot.storage.tables import deliveries
from bot.testing import START, whole_bot


async def test_what_falls_due_behind_a_note_that_nobody_opened_in_time_is_done_at_its_own_moment() -> None:
    async with whole_bot() as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/ping")
        async with bot.app.parts.work() as work:
            [community] = await Communities(work).all()
            telling, member = Telling(bot.app.parts, work, community), await People(work).find(community, "Ann")
            await telling.member(member.id, "note", "ping-answer", lasts=timedelta(hours=1))  # she allowed none
            await telling.member(
                member.id, "later", "ping-answer", asked=True, due=START + timedelta(hours=2, minutes=7)
            )
        await bot.passes(hours=5)
        async with bot.app.parts.work() as work:
            rows = await work.rows(sa.select(deliveries.c.state, deliveries.c.settled_at).order_by(deliveries.c.id))
        assert [row.state for row in rows] == [State.LAPSED, State.SENT]
        assert rows[1].settled_at == START + timedelta(hours=2, minutes=7)
