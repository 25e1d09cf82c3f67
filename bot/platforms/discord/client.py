"""The Discord client: what it listens to, and the one door through which everything goes to the core."""

import logging
from collections.abc import Sequence
from typing import Any

import aiohttp
import discord

from bot.guard import Failure, attempt
from bot.log import nameless
from bot.model.incoming import ActionPressed, CommandInvoked, FormSubmitted
from bot.model.messages import CommandSpec, is_unkept
from bot.model.ports import Memory
from bot.platforms.discord import incoming
from bot.platforms.discord.commands import add_commands
from bot.platforms.discord.completing import complete
from bot.platforms.discord.publishing import Tree, publish
from bot.platforms.discord.starts import Starts
from bot.platforms.discord.thinning import thin
from bot.platforms.discord.watching import Watching

log = logging.getLogger(__name__)

LONGEST_WAIT = 30.0  # seconds that the library may wait for a route; what takes longer is for later


def intents(*, members: bool) -> discord.Intents:
    """What the bot listens to: never message contents or presences, and members only where it was switched on."""
    wanted = discord.Intents.none()
    wanted.guilds = True
    wanted.guild_scheduled_events = True
    wanted.voice_states = True
    wanted.guild_messages = True
    wanted.guild_reactions = True
    wanted.guild_polls = True
    wanted.dm_messages = True
    wanted.invites = True
    wanted.members = members
    return wanted


DEFAULT, REPLY = incoming.WRITTEN_BY_PEOPLE
UNHEARD = frozenset({"socket_event_type", "socket_raw_receive"})  # told with each message, and of no use here


class Client(discord.Client):
    """Hands what happens on Discord to the sink.

    Buttons and forms are told by the interaction itself and not by registered views: one door for all three kinds of
    interaction, nothing to register again after a restart, and nothing kept for each message that was ever sent.
    """

    BEGINS = "connect"  # the event that tells of a new session

    def __init__(
        self,
        *,
        watching: Watching,
        commands: Sequence[CommandSpec],
        memory: Memory,
        members: bool,
        wire: aiohttp.TraceConfig,
        starts: Starts,
        ready_after: float,
    ) -> None:
        wanted = intents(members=members)
        super().__init__(
            intents=wanted,
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            guild_ready_timeout=ready_after,
            http_trace=wire,
            max_ratelimit_timeout=LONGEST_WAIT,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.from_intents(wanted),
        )
        self._watching = watching
        self._wrote = watching.chat.wrote
        self._memory = memory
        self._starts = starts
        self._looked_at: set[int] = set()
        self.tree = Tree(self)
        self._opens_form = {" ".join(spec.path) for spec in commands if spec.opens_form}
        self.left_out = add_commands(self.tree, commands)
        self.unpublished = ""
        thin(self, watching.chat.heard)

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        """Nothing is told after the end, when the library may still be waiting for further servers.

        Nor is a task made for what is counted at once, or for what nobody listens to: a flood is nothing else.
        """
        if event == "message" and ((kind := args[0].type) is DEFAULT or kind is REPLY):
            self._wrote(args[0])
            if (args[0].guild is None or args[0].mentions) and not self.is_closed():
                super().dispatch("addressed", args[0])
        elif event in UNHEARD or self.is_closed():
            return
        else:
            if event == self.BEGINS:
                self._begun(*args)
            super().dispatch(event, *args, **kwargs)

    def _begun(self, shard: int | None = None) -> None:
        """A new session began, of one shard where there are several; a resumed one, which misses nothing, is not
        told so. Noted at once: what is written from now on comes before any task that would be made here."""
        self._looked_at = {guild for guild in self._looked_at if not self._is_of(shard, guild)}
        self._watching.chat.begin(lambda guild: self._is_of(shard, guild))

    def _is_of(self, shard: int | None, guild: int) -> bool:
        return shard is None or (guild >> 22) % (self.shard_count or 1) == shard

    async def setup_hook(self) -> None:
        """Publish the commands. A refusal is kept for `check`: what was published before goes on working."""
        try:
            await publish(self.tree, self._memory)
        except (discord.HTTPException, discord.app_commands.AppCommandError) as error:
            log.warning("the commands could not be published on Discord: %s", error)
            self.unpublished = str(error)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Every session passes here before it starts, also those that the library starts by itself."""
        await self._starts.begin(shard_id)

    async def on_interaction(self, interaction: incoming.Interaction) -> None:
        """Commands, presses and forms, each stored by the core before anything else is done with it."""
        if interaction.type is discord.InteractionType.autocomplete:
            await complete(interaction, self._watching.sink)
            return
        update = incoming.acted(interaction)
        if update is None:
            return
        opens_form = isinstance(update, CommandInvoked) and update.name in self._opens_form
        self._watching.answers.expect(interaction, opens_form=opens_form)
        if not isinstance(update, CommandInvoked) and is_unkept(update.token):
            await self._unkept(update)
            return
        stored = await attempt(self._watching.sink.receive(update), place="storing what somebody did on Discord")
        if isinstance(stored, Failure):
            await self._watching.answers.regret(self, update.reply_to)
        if interaction.guild_id is None and interaction.channel_id is not None:
            await self._watching.openings.met(str(interaction.user.id), str(interaction.channel_id))

    async def _unkept(self, update: ActionPressed | FormSubmitted) -> None:
        """What nobody may store; nor is it remembered that the person has a private chat."""
        with nameless():
            taken = await attempt(self._watching.sink.receive_unkept(update), place="taking what somebody did")
            if isinstance(taken, Failure):
                await self._watching.answers.regret(self, update.reply_to)

    # ---- the connection -------------------------------------------------------------------------------------------

    async def on_disconnect(self) -> None:
        """The connection is gone."""
        self._lost()

    async def on_resumed(self) -> None:
        """The session goes on; what happened meanwhile is told now."""
        self._resumed()

    def _lost(self, shard: int | None = None) -> None:
        self._watching.gaps.lost(guild.id for guild in self.guilds if self._is_of(shard, guild.id))

    def _resumed(self, shard: int | None = None) -> None:
        # Whoever was not looked at since the session began still has its gap, and so has a server that is down.
        there = (guild.id for guild in self.guilds if guild.id in self._looked_at and not guild.unavailable)
        self._watching.gaps.resumed(guild for guild in there if self._is_of(shard, guild))

    async def on_ready(self) -> None:
        """All servers are there, or known to be down."""
        there = [guild.id for guild in self.guilds]
        await attempt(self._watching.servers.compare(there), place="in which servers the bot is")
        await self.look_again()

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A server is there, at first or again."""
        await self._look_at(guild)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """The bot was let into a server."""
        await self._look_at(guild)

    async def on_guild_unavailable(self, guild: discord.Guild) -> None:
        """A server is gone for a while, and nothing is told of it meanwhile."""
        self._looked_at.discard(guild.id)
        self._watching.gaps.lost([guild.id])
        self._watching.chat.begin(guild.id.__eq__)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """The bot was taken out of a server."""
        self._looked_at.discard(guild.id)
        await self._watching.forget(guild.id)

    async def look_again(self) -> None:
        """Look at each server that is there and was not looked at since its session began, or in vain."""
        for guild in self.guilds:
            if not guild.unavailable:
                await self._look_at(guild)

    async def _look_at(self, guild: discord.Guild) -> None:
        if guild.id in self._looked_at:
            return
        self._looked_at.add(guild.id)
        look = self._watching.gaps.looking(guild.id)
        looked = await attempt(
            self._watching.look(guild, members=self.intents.members), place=f"what was missed in {guild.name}"
        )
        if isinstance(looked, Failure):
            self._looked_at.discard(guild.id)  # so that somebody looks again
        self._watching.gaps.looked(guild.id, look, whole=not isinstance(looked, Failure))

    # ---- people ---------------------------------------------------------------------------------------------------

    async def on_message(self, message: discord.Message) -> None:
        """Something was posted that is no plain message: perhaps the result of a poll."""
        await self._watching.posted(message)

    async def on_addressed(self, message: discord.Message) -> None:
        """Somebody wrote in private, or named people of whom the bot may be one."""
        me = self.user
        update = incoming.addressed(message, me.id) if me is not None else None
        if update is None:
            return
        await attempt(self._watching.sink.receive(update), place="storing what somebody said on Discord")
        if message.guild is None:
            await self._watching.openings.met(str(message.author.id), str(message.channel.id))

    async def on_raw_reaction_add(self, payload: discord.RawReactionActionEvent) -> None:
        """Somebody reacted; the raw event, since messages are not kept."""
        self._watching.reacted(payload)

    async def on_raw_poll_vote_add(self, payload: discord.RawPollVoteActionEvent) -> None:
        """Somebody chose an answer; the raw event, since neither messages nor people need be known."""
        await self._watching.polled(payload, added=True)

    async def on_raw_poll_vote_remove(self, payload: discord.RawPollVoteActionEvent) -> None:
        """Somebody took an answer back."""
        await self._watching.polled(payload, added=False)

    async def on_member_join(self, member: discord.Member) -> None:
        """Arrives only with the members intent."""
        await self._watching.joined(member)

    async def on_member_update(self, before: discord.Member, after: discord.Member) -> None:
        """Arrives only with the members intent: somebody agreed to the rules, or anything else about them changed."""
        await self._watching.newcomers.changed(before, after)

    async def on_raw_member_remove(self, payload: discord.RawMemberRemoveEvent) -> None:
        """Arrives only with the members intent."""
        await self._watching.left(payload)

    async def on_invite_create(self, invite: discord.Invite) -> None:
        """Somebody made an invite."""
        self._watching.arrivals.made(invite)

    async def on_invite_delete(self, invite: discord.Invite) -> None:
        """An invite is gone."""
        await self._watching.uninvited(invite)

    # ---- streams --------------------------------------------------------------------------------------------------

    async def on_voice_state_update(
        self, member: discord.Member, before: discord.VoiceState, after: discord.VoiceState
    ) -> None:
        """Somebody came into a voice channel or a stage, left it, or goes live there."""
        self._watching.voice.changed(member, after)
        await self._watching.tell(self._watching.streams.spoke(member, before, after))

    async def on_scheduled_event_create(self, event: discord.ScheduledEvent) -> None:
        """Somebody made a scheduled event."""
        await self._watching.tell(self._watching.streams.planned(event))

    async def on_scheduled_event_update(self, before: discord.ScheduledEvent, after: discord.ScheduledEvent) -> None:
        """An event was changed, started or ended."""
        await self._watching.tell(self._watching.streams.changed(before, after))

    async def on_scheduled_event_delete(self, event: discord.ScheduledEvent) -> None:
        """An event is gone."""
        await self._watching.tell(self._watching.streams.deleted(event))

    async def on_stage_instance_create(self, stage: discord.StageInstance) -> None:
        """A stage opened."""
        await self._watching.tell(self._watching.streams.opened(stage))

    async def on_stage_instance_delete(self, stage: discord.StageInstance) -> None:
        """A stage closed."""
        await self._watching.tell(self._watching.streams.closed(stage))


class ShardedClient(Client, discord.AutoShardedClient):
    """The same over several connections, as Discord asks of bots on thousands of servers; each comes and goes alone."""

    BEGINS = "shard_connect"

    async def on_disconnect(self) -> None:
        """Told by the shard."""

    async def on_resumed(self) -> None:
        """Told by the shard."""

    async def on_shard_disconnect(self, shard: int) -> None:
        """One connection is gone."""
        self._lost(shard)

    async def on_shard_resumed(self, shard: int) -> None:
        """Its session goes on."""
        self._resumed(shard)
