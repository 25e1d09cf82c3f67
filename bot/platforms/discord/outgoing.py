"""Unasked messages and edits on their way to Discord."""

import hashlib
from datetime import datetime

import discord

from bot.model.identity import AccountRef, ChannelRef
from bot.model.messages import Message
from bot.model.results import SendResult, SendStatus
from bot.platforms.discord.look import layout
from bot.platforms.discord.outcomes import EXPECTED, outcome_of

NONCE_LENGTH = 25


def nonce(key: str) -> str:
    """What Discord tells a repeated send by, for a few minutes: the same for the same delivery's `key`."""
    return hashlib.sha256(key.encode()).hexdigest()[:NONCE_LENGTH]


async def send(
    client: discord.Client, to: AccountRef | ChannelRef, message: Message, *, key: str, now: datetime
) -> SendResult:
    """Send `message` to a person or a channel. Raises ValueError when it does not fit, else `EXPECTED`."""
    view = layout(message)
    number = int(to.user_id if isinstance(to, AccountRef) else to.channel_id)
    channel: discord.abc.Messageable
    if isinstance(to, ChannelRef):
        channel = client.get_partial_messageable(number)
    else:
        try:
            channel = await client.create_dm(discord.Object(number))
        except EXPECTED as error:
            return outcome_of(error, now, reached=False)
    # The nonce is enforced, so that discord.py's own repetitions of a failing send arrive once.
    sent = await channel.send(view=view, nonce=nonce(key))
    return SendResult(SendStatus.SENT, message_id=str(sent.id))


async def edit(client: discord.Client, channel: ChannelRef, message_id: str, message: Message) -> SendResult:
    """Replace a message of the bot's own. Raises ValueError when it does not fit, else `EXPECTED`."""
    view = layout(message)
    place = client.get_partial_messageable(int(channel.channel_id))
    await place.get_partial_message(int(message_id)).edit(view=view)
    return SendResult(SendStatus.SENT, message_id=message_id)
