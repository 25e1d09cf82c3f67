"""By which invite somebody came: Discord does not say, so the uses of all invites are compared before and after."""

import asyncio
import logging
from collections import Counter, defaultdict
from datetime import datetime, timedelta

import discord
from msgspec import Struct, field

from bot.clock import Clock
from bot.platforms.discord.outcomes import EXPECTED

log = logging.getLogger(__name__)

SURE = 0.9  # one invite was used, and once: still only a conclusion
VANISHED = 0.7  # an invite reached its last use, and was gone before anybody could look
SHOWS_WITHIN = timedelta(minutes=1)  # whoever used an invite that vanished is there by then; else somebody deleted it
NOBODY_KNOWS = ("", 0.0)


class _Known(Struct):
    """The uses of a server's invites as far as they are accounted for, by address."""

    uses: Counter[str] = field(default_factory=Counter)
    last: dict[str, int] = field(default_factory=dict)  # after how many uses an invite vanishes, where it does
    vanished: dict[str, datetime] = field(default_factory=dict)  # since when; with one use left, nobody to show for it
    doubtful: float = 1.0  # how sure what is left over of an earlier comparison can be


class Arrivals:
    """Compares, one arrival of a server after the other. Needs the members intent and the right Manage Server."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._coming = Counter[int]()  # arrivals of a server that nobody has looked into yet
        self._known: dict[int, _Known] = {}
        self._turns: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def learn(self, guild: discord.Guild) -> None:
        """Begin afresh: what was used while nobody looked is nobody's."""
        async with self._turns[guild.id]:
            found = await _uses(guild)
            if found is None:
                self._known.pop(guild.id, None)
            else:
                uses, last = found
                self._known[guild.id] = _Known(uses, last)

    def made(self, invite: discord.Invite) -> None:
        """Somebody made an invite."""
        if (known := self._of(invite)) is not None:
            known.uses.setdefault(invite.url, invite.uses or 0)
            if invite.max_uses:
                known.last[invite.url] = invite.max_uses

    def unmade(self, invite: discord.Invite) -> None:
        """An invite is gone: revoked, too old, or used for the last time."""
        if (known := self._of(invite)) is None:
            return
        before, last = known.uses.pop(invite.url, 0), known.last.pop(invite.url, 0)
        if last and before == last - 1:
            known.vanished[invite.url] = self._clock.now()

    async def came_by(self, guild: discord.Guild) -> tuple[str, float]:
        """The address that the newest arrival came by, and how sure that is; nothing when there is no telling."""
        self._coming[guild.id] += 1
        try:
            await asyncio.sleep(0)  # so that those who came in the same moment are known of
            async with self._turns[guild.id]:
                found = await _uses(guild)
                if found is None:
                    self._known.pop(guild.id, None)  # the right is gone: what is used meanwhile is nobody's
                    return NOBODY_KNOWS
                known = self._known.get(guild.id)
                if known is None:  # the right to see them is new
                    self._known[guild.id] = _Known(*found)
                    return NOBODY_KNOWS
                return _compared(known, *found, coming=self._coming[guild.id], now=self._clock.now())
        finally:
            self._coming[guild.id] -= 1

    def _of(self, invite: discord.Invite) -> _Known | None:
        return self._known.get(invite.guild.id) if invite.guild is not None else None


def _compared(
    known: _Known, uses: Counter[str], last: dict[str, int], *, coming: int, now: datetime
) -> tuple[str, float]:
    """`coming`: how many are there whose invite is still to be found out, this one among them."""
    for address in [address for address in known.uses if address not in uses]:
        before, most = known.uses.pop(address), known.last.pop(address, 0)
        if most and before == most - 1:
            known.vanished[address] = now
    for address in [address for address, since in known.vanished.items() if now - since > SHOWS_WITHIN]:
        del known.vanished[address]
    known.last = last
    for address in uses.keys() - known.uses.keys():
        known.uses[address] = 0  # made while we were not told: all of its uses are new
    used = uses - known.uses
    for address in [address for address in known.uses if known.uses[address] > uses[address]]:
        known.uses[address] = uses[address]
    candidates = [*used, *known.vanished]
    if not candidates:
        known.doubtful = 1.0
        return NOBODY_KNOWS
    chosen, shown = candidates[0], used.total() + len(known.vanished)
    if chosen in used:
        known.uses[chosen] += 1  # only this one: what is left belongs to whoever comes next
    else:
        del known.vanished[chosen]
    # Where fewer uses than people are new, some of these people came without an invite.
    sure = min(SURE if chosen in used else VANISHED, known.doubtful, 1 / len(candidates), shown / coming)
    known.doubtful = min(known.doubtful, 1 / len(candidates)) if shown > 1 else 1.0
    return chosen, sure


async def _uses(guild: discord.Guild) -> tuple[Counter[str], dict[str, int]] | None:
    """How often each address was used, the server's own one among them; None when the bot may not know."""
    if not guild.me.guild_permissions.manage_guild:
        return None
    try:
        invites = await guild.invites()
        own = await guild.vanity_invite() if "VANITY_URL" in guild.features else None
    except EXPECTED as error:
        log.info("the invites of %s could not be read: %s", guild.name, error)
        return None
    every = [*invites, *([own] if own is not None else [])]
    return (
        Counter({invite.url: invite.uses or 0 for invite in every}),
        {invite.url: invite.max_uses for invite in every if invite.max_uses},
    )
