"""A community joins another one while somebody's command is being handled in it."""

import asyncio

import sqlalchemy as sa

from bot.api import Activities, Context, Plugin
from bot.community.communities import Communities, Defaults
from bot.core.moved_in import moving_in
from bot.model.identity import SpaceRef
from bot.storage.tables import activities, members
from bot.testing import whole_bot
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


async def test_the_command_is_done_again_in_the_one_that_stays_and_answered_once() -> None:
    pour = Pour()
    async with whole_bot(loaded=loaded(pour.plugin)) as bot:
        ann = bot.person("Ann")
        asked = asyncio.create_task(bot.says(ann, "/pour"))
        await until(lambda: pour.begun == [1])
        async with bot.app.parts.work() as work:
            into = await Communities(work).settle_in(SpaceRef("local", "other"), Defaults())
        async with bot.app.parts.work() as work:
            await moving_in(bot.app.parts, work).join(1, into.id)
        pour.gate.set()
        assert len(await asked) == 1
        assert pour.begun == [1, into.id]
        async with bot.app.parts.work() as work:
            rows = await work.rows(sa.select(activities.c.community_id, activities.c.member_id))
            [ann_id] = [row.id for row in await work.rows(sa.select(members.c.id).where(members.c.name == "Ann"))]
        assert [tuple(row) for row in rows] == [(into.id, ann_id)]
