"""A community joins another one while somebody's command is being handled in it."""

import asyncio

import pytest
import sqlalchemy as sa

from bot.api import Activities, Context, Plugin
from bot.community.communities import Communities, Defaults
from bot.community.moving_in import AT_ONCE
from bot.core.moved_in import moving_in
from bot.model.identity import SpaceRef
from bot.storage.tables import activities, members
from bot.testing import WholeBot, whole_bot
from tests.community.people import add_members
from tests.core.kettle import until
from tests.core.lab import loaded


class Pour:
    """A command that waits before it writes."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.begun = list[int]()
        self.plugin = Plugin("tea", activities=("tea-poured",))

        @self.plugin.command()
        async def pour(ctx: Context) -> None:
            """Pour a cup."""
            self.begun.append(ctx.community.id)
            await self.gate.wait()
            await ctx.use(Activities).record(ctx.community.id, ctx.member.id, "tea-poured", "cup")
            await ctx.reply(ctx.t("ping-answer"))


async def join(bot: WholeBot) -> int:
    """The only community joins a new one; the number of that."""
    async with bot.app.parts.work() as work:
        into = await Communities(work).settle_in(SpaceRef("local", "other"), Defaults())
    async with bot.app.parts.work() as work:
        await moving_in(bot.app.parts, work).join(1, into.id)
    return into.id


async def test_the_command_is_done_again_in_the_one_that_stays_and_answered_once() -> None:
    pour = Pour()
    async with whole_bot(loaded=loaded(pour.plugin)) as bot:
        ann = bot.person("Ann")
        asked = asyncio.create_task(bot.says(ann, "/pour"))
        await until(lambda: pour.begun == [1])
        into_id = await join(bot)
        pour.gate.set()
        assert len(await asked) == 1
        assert pour.begun == [1, into_id]
        async with bot.app.parts.work() as work:
            rows = await work.rows(sa.select(activities.c.community_id, activities.c.member_id))
            [ann_id] = [row.id for row in await work.rows(sa.select(members.c.id).where(members.c.name == "Ann"))]
        assert [tuple(row) for row in rows] == [(into_id, ann_id)]


@pytest.mark.long
async def test_whoever_writes_in_private_before_they_have_moved_is_met_in_the_one_that_stays() -> None:
    pour = Pour()
    async with whole_bot(loaded=loaded(pour.plugin)) as bot:
        pour.gate.set()
        await bot.says(bot.person("Ben"), "/pour")
        await add_members(bot.app.parts.database, 1, AT_ONCE)  # they move first, and the job moves the others
        ann = bot.person("Ann")
        await bot.says(ann, "/pour")
        into_id = await join(bot)
        await bot.chat.says(ann, "/pour", ann.private_chat)
        await bot.app.dispatcher.idle()
        assert pour.begun == [1, 1, into_id]
        async with bot.app.parts.work() as work:
            where = await work.rows(sa.select(activities.c.community_id).order_by(activities.c.id))
        assert [id for (id,) in where] == [into_id, 1, into_id]  # Ben moved with what is his, and Ann has yet to
