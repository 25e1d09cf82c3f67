"""Invites to a Discord server, each made by the bot and told apart by its code."""

from collections.abc import Sequence
from datetime import timedelta

import discord

from bot.model.identity import AccountRef, SpaceRef
from bot.model.native import InviteSpec, OwnInvite
from bot.model.results import SendResult, SendStatus
from bot.platforms.discord.line import Line, gone
from bot.platforms.discord.outcomes import EXPECTED

LONGEST = timedelta(days=7)  # an invite that ends at all ends within a week
MOST_USES = 100
_DONE = SendResult(SendStatus.SENT)


class DiscordInvites:
    """Implements the port `Invites`. Discord knows none by which one only asks to come in."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def make_invite(self, space: SpaceRef, invite: InviteSpec) -> SendResult:
        """See the port; `name` stands in the server's audit log."""

        async def make(client: discord.Client) -> SendResult:
            guild = self._line.guild(space)
            if guild is None:
                return gone("no such server")
            seconds = self._seconds(invite)
            channel = _entrance(guild)
            if channel is None:
                return SendResult(SendStatus.FORBIDDEN, reason="no channel where the bot may make invites")
            made = await channel.create_invite(
                max_age=seconds, max_uses=invite.uses or 0, unique=True, reason=invite.name
            )
            return SendResult(SendStatus.SENT, reference=made.url)

        return await self._line.ask(make)

    async def revoke_invite(self, space: SpaceRef, address: str) -> SendResult:
        """See the port."""

        async def revoke(client: discord.Client) -> SendResult:
            await client.delete_invite(address)
            return _DONE

        return await self._line.ask(revoke, reached=False)

    async def own_invites(self, space: SpaceRef) -> Sequence[OwnInvite] | None:
        """See the port: where the bot may see the server's invites."""
        async with self._line.busy():
            guild = self._line.guild(space)
            if guild is None or not guild.me.guild_permissions.manage_guild:
                return None
            try:
                every = await guild.invites()
            except EXPECTED:
                return None
            mine = [one for one in every if one.inviter is not None and one.inviter.id == guild.me.id]
            return [OwnInvite(one.url, one.uses or 0, one.created_at or self._line.clock.now()) for one in mine]

    async def answer_request(self, space: SpaceRef, account: AccountRef, *, welcome: bool) -> SendResult:
        """See the port."""
        return SendResult(SendStatus.INVALID, reason="nobody asks to come in on Discord")

    def _seconds(self, invite: InviteSpec) -> int:
        """For how long it lasts; 0 is for ever. Raises ValueError when Discord has no such invite."""
        if invite.on_request:
            raise ValueError("nobody asks to come in on Discord")
        if invite.uses is not None and not 1 <= invite.uses <= MOST_USES:
            raise ValueError(f"an invite of {invite.uses} uses; Discord knows 1 to {MOST_USES}")
        if invite.until is None:
            return 0
        left = invite.until - self._line.clock.now()
        if not timedelta(0) < left <= LONGEST:
            raise ValueError("an invite that ends does so within seven days")
        return max(1, int(left.total_seconds()))


def _entrance(guild: discord.Guild) -> discord.TextChannel | None:
    """The channel that newcomers see first: one that everybody reads and that the bot may invite to."""
    chosen = [channel for channel in (guild.rules_channel, guild.system_channel) if channel is not None]
    for channel in (*chosen, *guild.text_channels):
        everybody = channel.permissions_for(guild.default_role).view_channel
        if everybody and channel.permissions_for(guild.me).create_instant_invite:
            return channel
    return None
