"""Who and what there is in a Discord server."""

from collections.abc import Iterator, Sequence
from datetime import datetime

import discord

from bot.model.identity import AccountRef, ChannelRef, SpaceRef
from bot.model.native import Place, Standing
from bot.model.results import Problem
from bot.platforms.discord.incoming import PLATFORM, floor_of, groups_of
from bot.platforms.discord.line import Line
from bot.platforms.discord.outcomes import EXPECTED
from bot.platforms.discord.rights import as_shown

MOST_DIGITS = 20  # of a number of 64 bits
POSTING = ("view_channel", "send_messages", "embed_links", "read_message_history")
"""What a post with its card and its later edits needs."""


class DiscordDirectory:
    """Implements the port `Directory`."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def places(self, space: SpaceRef) -> Sequence[Place]:
        """See the port: the text channels, in the order of the server's own list."""
        guild = self._line.guild(space)
        return [] if guild is None else [_place(guild, channel) for channel in _text_channels(guild)]

    async def standing(self, space: SpaceRef, account: AccountRef) -> Standing | None:
        """See the port."""
        async with self._line.busy() as client:
            guild = self._line.guild(space)
            if client is None or guild is None or not account.user_id.isdecimal():
                return None
            try:
                member = await guild.fetch_member(int(account.user_id))
            except discord.NotFound:
                return Standing("", here=False)
            except EXPECTED:
                return None
        return Standing(
            member.display_name,
            here=True,
            floor=floor_of(member),
            groups=groups_of(member),
            since=member.joined_at,
            again=member.flags.did_rejoin,
        )

    def made_at(self, account: AccountRef) -> datetime | None:
        """See the port: Discord's numbers begin with the moment."""
        number = account.user_id
        return discord.utils.snowflake_time(int(number)) if number.isdecimal() and len(number) <= MOST_DIGITS else None

    def link(self, payload: str) -> str | None:
        """See the port: Discord has no addresses that bring something along into a private chat."""
        return None


def _text_channels(guild: discord.Guild) -> Iterator[discord.TextChannel]:
    for _, channels in guild.by_category():
        yield from (channel for channel in channels if isinstance(channel, discord.TextChannel))


def _place(guild: discord.Guild, channel: discord.TextChannel) -> Place:
    mine = channel.permissions_for(guild.me)
    lacking = [as_shown(right) for right in POSTING if not getattr(mine, right)]
    named = (("channel", channel.name), ("rights", ", ".join(lacking)))
    return Place(
        ChannelRef(PLATFORM, str(channel.id), str(guild.id)),
        channel.name,
        hosts_only=not channel.permissions_for(guild.default_role).view_channel,
        problem=Problem("discord-problem-place", named) if lacking else None,
    )
