"""Referrals on both databases: two at once note one, decide one, and pay one."""

import asyncio

import pytest

from tests.plugins.bringing import Town, town


async def _at_once(here: Town, *said: tuple[object, str]) -> None:
    await asyncio.gather(*(here.bot.chat.presses(who, label) for who, label in said))  # type: ignore[arg-type]
    await here.bot.app.turn()


@pytest.mark.long
async def test_what_two_do_at_once_happens_once_on_both_databases(each_address: str) -> None:
    async with town(database_url=each_address) as here:
        mine, other = await here.code(here.ann), await here.code(here.ben)
        cid = await here.newcomer("Cid")
        async with here.background() as ctx:
            both = [ctx.button("referrals.claim_by", code).token for code in (mine, other)]
        await _at_once(here, *((cid, token) for token in both))
        assert len(await here.all()) == 1
        lurker = here.bot.person("Lurker")
        await here.claims(lurker, mine)
        nora = here.bot.person("Nora", here.mona.floor)
        await here.says(nora, "/ping")
        async with here.background() as ctx:
            yes, no = ctx.button("referrals.approve", 2, 0).token, ctx.button("referrals.refuse", 2).token
        await _at_once(here, (here.mona, yes), (nora, no))
        assert (await here.states())[1] in (("waiting", "unseen"), ("refused", "decided"))
        await here.settles_in(cid, lurker)
        await here.later(days=8)
        stands = [row for row in await here.all() if row.state == "paid"]
        total = await here.paid(here.ann) + await here.paid(here.ben)
        assert total == 50 * len(stands)
        assert "people were noted" in await here.says(here.mona, "/referral stats")
        assert "1. " in await here.presses(here.ann, await _board(here))


async def _board(here: Town) -> str:
    async with here.background() as ctx:
        return ctx.button("referrals.board").token
