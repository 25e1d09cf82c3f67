"""The same reward on Discord, Telegram and in the local chat: listed, claimed by a button, opened by nobody else."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.community.communities import Communities
from bot.community.ledger import Ledger
from bot.community.people import People
from bot.model.identity import Role
from plugins.rewards._tables import codes, rewards
from tests.slice import Everywhere, everywhere


async def stock_up(it: Everywhere) -> None:
    """Each network is a community of its own here: a code for 10 points, and 25 points for everybody."""
    async with it.app.parts.work() as work:
        for community in await Communities(work).all():
            row = {"community_id": community.id, "kind": "code", "title": "Voucher", "price": 10, "is_open": True}
            id = await work.insert(sa.insert(rewards).values(**row, per_member=1, made_at=work.now))
            await work.insert(sa.insert(codes).values(reward_id=id, code=f"CODE-{id}"))
            for member in await People(work).with_role(community, Role.MEMBER):
                reference = f"test:{member.id}"
                await Ledger(work).adjust(community.id, member.id, 25, "loyalty-by-hand", reference, note="test")


@pytest.mark.long
async def test_a_code_is_claimed_by_a_button_on_every_network_and_read_by_nobody_else(tmp_path: Path) -> None:
    async with everywhere(tmp_path) as it:
        for side in it.sides:
            await side.commands("ping")
        await stock_up(it)
        for side in it.sides:
            assert "You can have it; 1 left." in await side.commands("rewards"), side.name
            assert "Voucher" in await side.presses("Voucher"), side.name
            claimed = await side.presses("Claim for 10 points")
            assert "Your code: " in claimed and "CODE-" in claimed, side.name
            assert "You have 15 points." in await side.commands("rewards"), side.name
            await side.commands("mine")
            assert "CODE-" in await side.presses("Open: Voucher"), side.name
            assert not [text for text in await side.everybody() if "CODE-" in text or "Voucher" in text], side.name
