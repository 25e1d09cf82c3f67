"""The Discord client: what it listens to, and the one door through which everything goes to the core."""

import logging
from collections.abc import Sequence

import discord

from bot.clock import Clock
from bot.model.incoming import CommandInvoked
from bot.model.messages import CommandSpec
from bot.model.ports import Memory, Sink
from bot.platforms.discord import incoming
from bot.platforms.discord.answers import Answers
from bot.platforms.discord.commands import add_commands
from bot.platforms.discord.publishing import Tree, publish

log = logging.getLogger(__name__)


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


class Client(discord.Client):
    """Hands what happens on Discord to the sink.

    Buttons and forms are told by the interaction itself and not by registered views: one door for all three kinds of
    interaction, nothing to register again after a restart, and nothing kept for each message that was ever sent.
    """

    def __init__(
        self,
        *,
        sink: Sink,
        commands: Sequence[CommandSpec],
        answers: Answers,
        memory: Memory,
        clock: Clock,
        members: bool,
    ) -> None:
        wanted = intents(members=members)
        super().__init__(
            intents=wanted,
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.from_intents(wanted),
        )
        self._sink = sink
        self._answers = answers
        self._memory = memory
        self._clock = clock
        self.tree = Tree(self)
        self._opens_form = {" ".join(spec.path) for spec in commands if spec.opens_form}
        self.left_out = add_commands(self.tree, commands)
        self.unpublished = ""

    async def setup_hook(self) -> None:
        """Publish the commands. A refusal is kept for `check`: what was published before goes on working."""
        try:
            await publish(self.tree, self._memory)
        except (discord.HTTPException, discord.app_commands.AppCommandError) as error:
            log.warning("the commands could not be published on Discord: %s", error)
            self.unpublished = str(error)

    async def on_interaction(self, interaction: incoming.Interaction) -> None:
        """Commands, presses and forms, each stored by the core before anything else is done with it."""
        update = incoming.acted(interaction)
        if update is None:
            return
        opens_form = isinstance(update, CommandInvoked) and update.name in self._opens_form
        self._answers.expect(interaction, opens_form=opens_form)
        await self._sink.receive(update)

    async def on_message(self, message: discord.Message) -> None:
        """Somebody wrote, mentioned the bot or replied: all of it counts as being there."""
        presence = incoming.chatted(message)
        if presence is not None:
            self._sink.note(presence)

    async def on_raw_reaction_add(self, payload: discord.RawReactionActionEvent) -> None:
        """Somebody reacted; the raw event, since messages are not kept."""
        presence = incoming.reacted(payload, self._clock.now())
        if presence is not None:
            self._sink.note(presence)

    async def on_member_join(self, member: discord.Member) -> None:
        """Arrives only with the members intent."""
        await self._sink.receive(incoming.joined(member, self._clock.now()))

    async def on_raw_member_remove(self, payload: discord.RawMemberRemoveEvent) -> None:
        """Arrives only with the members intent."""
        await self._sink.receive(incoming.left(payload, self._clock.now()))
