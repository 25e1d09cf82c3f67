"""Referrals on Discord: uses of personal invites are hints, codes are proof, and what is known of accounts counts."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import simcord
from simcord.backend import serializers

from tests.plugins.settling_in import all_of, chooses, has, settled
from tests.test_discord_natives import server_of
from tests.test_discord_plugins import Club


@dataclass
class Hall(Club):
    """The club, into which people come by invites; Ann and Ben are members for long."""

    async def comes(self, name: str, *addresses: str) -> simcord.MemberActor:
        """Somebody joins while these invites are used."""
        bench = self.server.bench
        for address in addresses:
            bench.env.backend.invites[address.rpartition("/")[2]].uses += 1
        actor = bench.guild.add_member(bench.env.create_user(name))
        for _ in range(2):
            await bench.env.settle()
            await self.server.app.turn()
        return actor

    async def invite(self, who: simcord.MemberActor) -> tuple[str, str]:
        """The address and the code that somebody is shown."""
        told = await self.uses(who, "refer")
        address = next(word for word in told.split() if "discord.gg/" in word).strip("<>")
        code = told.partition("Your code:")[2].split()[0].strip("`")
        return address, code

    async def claims(self, who: simcord.MemberActor, code: str) -> str:
        """They say whose code they have, and mean it."""
        asked = await self.uses(who, "invited", code=code)
        assert "bring you here" in asked, asked
        return await self.presses(who, "Yes, so it was")

    async def states(self) -> list[tuple[str, str | None]]:
        return [(row.state, row.reason) for row in await all_of(self.server.app)]


@asynccontextmanager
async def hall(folder: Path, *, members: bool = True, least_days: int = 0) -> AsyncIterator[Hall]:
    async with server_of(folder, members=members) as server:
        await chooses(server.app, least_account_days=least_days)
        yield Hall(server)


@pytest.mark.long
async def test_one_use_of_one_invite_counts_and_pays_both(tmp_path: Path) -> None:
    async with hall(tmp_path) as it:
        address, _ = await it.invite(it.server.bench.ann)
        await it.comes("nina", address)
        [row] = await all_of(it.server.app)
        assert (row.state, row.how, row.grade) == ("waiting", "invite", "sure")
        await settled(it.server.app, it.server.clock)
        assert (await has(it.server.app, row.inviter_id), await has(it.server.app, row.invited_id)) == (50, 20)
        assert await it.states() == [("paid", None)]


@pytest.mark.long
async def test_two_who_use_two_invites_at_once_are_asked_and_only_what_they_confirm_goes_on(tmp_path: Path) -> None:
    async with hall(tmp_path) as it:
        (one, code), (other, _) = await it.invite(it.server.bench.ann), await it.invite(it.server.bench.ben)
        nina = await it.comes("nina", one, other)
        assert await it.states() == [("contested", "doubtful")]
        told = await it.claims(nina, code)
        by_ann = "a moderator takes a look" not in told
        assert await it.states() == [("waiting", None) if by_ann else ("contested", "contradicts")]
        [row] = await all_of(it.server.app)
        await settled(it.server.app, it.server.clock)
        assert await has(it.server.app, row.inviter_id) == (50 if by_ann else 0)


@pytest.mark.long
async def test_a_code_is_proof_where_no_invite_tells_anything(tmp_path: Path) -> None:
    async with hall(tmp_path) as it:
        _, code = await it.invite(it.server.bench.ann)
        nina = await it.comes("nina")
        assert "Noted: Ann brought you" in await it.claims(nina, code)
        [row] = await all_of(it.server.app)
        assert (row.state, row.how, row.grade) == ("waiting", "code", "proof")
        await settled(it.server.app, it.server.clock)
        assert await has(it.server.app, row.inviter_id) == 50


@pytest.mark.long
async def test_without_the_right_to_see_members_a_code_counts_by_when_discord_says_they_joined(tmp_path: Path) -> None:
    async with hall(tmp_path, members=False) as it:
        _, code = await it.invite(it.server.bench.ann)
        nina = await it.comes("nina")
        assert "Noted" in await it.claims(nina, code)
        assert await it.states() == [("waiting", None)]
        late = await it.comes("otto")
        it.server.clock.advance(timedelta(days=20))
        await it.passes(seconds=1)
        await it.uses(late, "invited", code=code)
        assert "You have been here before" in await it.presses(late, "Yes, so it was")
        assert len(await it.states()) == 1


@pytest.mark.long
async def test_an_account_that_was_made_just_now_is_looked_at(
    tmp_path: Path,
) -> None:
    async with hall(tmp_path, least_days=30) as it:
        address, _ = await it.invite(it.server.bench.ann)
        await it.comes("nina", address)
        assert await it.states() == [("contested", "young")]


@pytest.mark.long
async def test_who_left_the_server_before_the_bot_knew_them_is_no_newcomer(tmp_path: Path) -> None:
    async with hall(tmp_path) as it:
        bench = it.server.bench
        address, _ = await it.invite(bench.ann)
        nina = await it.comes("nina")
        guild = bench.env.backend.guilds[bench.guild.id]
        payload = serializers.member_payload(bench.env.backend, guild, guild.members[nina.id])
        bench.guild.remove_member(nina)
        await bench.env.settle()
        otto = bench.env.create_user("otto")
        bench.env.backend.invites[address.rpartition("/")[2]].uses += 1
        came = {**payload, "user": serializers.user_payload(bench.env.backend.users[otto.id])}
        bench.env.backend.emit("GUILD_MEMBER_ADD", came | {"guild_id": str(guild.id), "flags": 1})
        for _ in range(2):
            await bench.env.settle()
            await it.server.app.turn()
        assert await it.states() == [("refused", "rejoined")]
