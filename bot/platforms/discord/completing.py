"""Suggestions while an option is typed: within Discord's three seconds, or none at all."""

import asyncio
import logging

from discord import app_commands

from bot.model.ports import Sink
from bot.platforms.discord.incoming import Interaction, typing
from bot.platforms.discord.outcomes import EXPECTED
from bot.text.markup import shortened

log = logging.getLogger(__name__)

MOST = 25
LENGTH = 100  # of what is shown and of what comes back
WITHIN = 2.5  # seconds


async def complete(interaction: Interaction, sink: Sink) -> None:
    """Suggest what the option may be; what comes too late is not said, for nobody sees an error there anyway."""
    asked = typing(interaction)
    if asked is None:
        return
    try:
        async with asyncio.timeout(WITHIN):
            found = await sink.suggest(asked)
            fitting = [choice for choice in found if 0 < len(choice.value) <= LENGTH and choice.label]
            shown = [app_commands.Choice(name=shortened(one.label, LENGTH), value=one.value) for one in fitting[:MOST]]
            await interaction.response.autocomplete(shown)
    except EXPECTED as error:
        log.info("suggestions for /%s came too late: %s", asked.command, error)
