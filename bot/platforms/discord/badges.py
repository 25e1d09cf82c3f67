"""Badges on Discord are roles; what stops the bot from giving one is known before it tries."""

from collections.abc import Sequence

import discord

from bot.model.identity import AccountRef, SpaceRef
from bot.model.native import NativeBadge
from bot.model.results import Problem, SendResult, SendStatus
from bot.platforms.discord.line import Line, gone
from bot.platforms.discord.rights import not_there

NOT_CONNECTED = Problem("discord-problem-not-connected")
_DONE = SendResult(SendStatus.SENT)


class DiscordBadges:
    """Implements the port `Badges`."""

    def __init__(self, line: Line) -> None:
        self._line = line

    @property
    def one_at_a_time(self) -> bool:
        """See the port: people have as many roles as there are."""
        return False

    async def badges(self, space: SpaceRef) -> Sequence[NativeBadge]:
        """See the port: the server's roles but those of bots, which people never have; each with why not to give it."""
        guild = self._line.guild(space)
        if guild is None:
            return ()
        roles = [role for role in reversed(guild.roles) if not (role.is_default() or _is_a_bots(guild, role))]
        return [NativeBadge(str(role.id), role.name, next(iter(role_problems(guild, role)), None)) for role in roles]

    async def check_badge(self, space: SpaceRef, badge: str) -> Sequence[Problem]:
        """See the port."""
        client = self._line.client
        if client is None or client.application_id is None:
            return (NOT_CONNECTED,)
        guild = self._line.guild(space)
        if guild is None:
            return (not_there(client),)
        role = _role(guild, badge)
        if role is None:
            return (Problem("discord-problem-role-gone", (("server", guild.name),)),)
        return role_problems(guild, role)

    async def give_badge(self, space: SpaceRef, account: AccountRef, badge: str, *, reason: str) -> SendResult:
        """See the port."""
        return await self._change(space, account, badge, reason, given=True)

    async def take_badge(self, space: SpaceRef, account: AccountRef, badge: str, *, reason: str) -> SendResult:
        """See the port."""
        return await self._change(space, account, badge, reason, given=False)

    async def _change(
        self, space: SpaceRef, account: AccountRef, badge: str, reason: str, *, given: bool
    ) -> SendResult:
        async def change(client: discord.Client) -> SendResult:
            guild = self._line.guild(space)
            role = None if guild is None else _role(guild, badge)
            if guild is None or role is None:
                return gone("no such server or role")
            if problems := role_problems(guild, role):
                return SendResult(SendStatus.FORBIDDEN, reason=problems[0].key, problem=problems[0])
            return await give(guild, int(account.user_id), role, reason=reason, given=given)

        # However often it is asked, the role is there or not.
        return await self._line.ask(change, reached=False)


async def give(guild: discord.Guild, user_id: int, role: discord.Role, *, reason: str, given: bool) -> SendResult:
    """Put the role on somebody, or take it off. Raises what discord.py raises."""
    try:
        member = await guild.fetch_member(user_id)  # what is cached may be old where the members intent is off
    except discord.NotFound:
        # Who left has no roles any more, so there is nothing left to take.
        return gone("not in the server") if given else _DONE
    has = member.get_role(role.id) is not None
    if given and not has:
        await member.add_roles(role, reason=reason)
    if has and not given:
        await member.remove_roles(role, reason=reason)
    return _DONE


def _role(guild: discord.Guild, badge: str) -> discord.Role | None:
    return guild.get_role(int(badge)) if badge.isdecimal() else None


def _is_a_bots(guild: discord.Guild, role: discord.Role) -> bool:
    return role.is_bot_managed() or (role.managed and role in guild.me.roles)


def role_problems(guild: discord.Guild, role: discord.Role) -> tuple[Problem, ...]:
    """Why the bot cannot give this role; nothing when it can."""
    named = (("role", role.name), ("server", guild.name))
    if role.is_default():
        return (Problem("discord-problem-role-everyone", named),)
    if role.managed:
        return (Problem("discord-problem-role-managed", named),)
    found = []
    if not guild.me.guild_permissions.manage_roles:
        found.append(Problem("discord-problem-rights", (("server", guild.name), ("rights", "Manage Roles"))))
    if role >= guild.me.top_role and guild.owner_id != guild.me.id:
        found.append(Problem("discord-problem-role-above", (*named, ("mine", guild.me.top_role.name))))
    return tuple(found)
