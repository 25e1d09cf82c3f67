"""Unasked messages and edits on their way to Discord."""

import hashlib

import discord
from discord import ui

from bot.model.identity import ChannelRef, Target, ThreadRef
from bot.model.incoming import ReplyTo
from bot.model.messages import Message
from bot.model.results import SendResult, SendStatus
from bot.platforms.discord.incoming import OF_MESSAGE
from bot.platforms.discord.look import attachments, layout, mentions
from bot.platforms.discord.openings import Openings
from bot.platforms.discord.threads import Threads

NONCE_LENGTH = 25


def nonce(key: str) -> str:
    """What Discord tells a repeated send by, for a few minutes: the same for the same delivery's `key`."""
    return hashlib.sha256(key.encode()).hexdigest()[:NONCE_LENGTH]


async def send(
    client: discord.Client, to: Target, message: Message, openings: Openings, threads: Threads, *, key: str
) -> SendResult:
    """Send `message` to a person, a channel or a thread, in words alone where no picture is allowed.

    Raises ValueError when it does not fit, else `EXPECTED`.
    """
    try:
        return await _send(client, to, message, openings, threads, key=key)
    except discord.Forbidden:
        if (words := message.without_pictures) == message:
            raise
        return await _send(client, to, words, openings, threads, key=key)


async def _send(
    client: discord.Client, to: Target, message: Message, openings: Openings, threads: Threads, *, key: str
) -> SendResult:
    view = layout(message)
    if isinstance(to, ChannelRef):
        return await _post(client, to.channel_id, view, message, key)
    int(to.user_id)  # no account of Discord's otherwise
    if isinstance(to, ThreadRef):
        thread = await threads.find(client, to)
        return thread if isinstance(thread, SendResult) else await _post(client, thread, view, message, key)
    known = await openings.chat_with(to.user_id)
    if known is not None:
        try:
            return await _post(client, known, view, message, key)
        except discord.NotFound:  # not the person is gone, only what was remembered of them
            await openings.lost(to.user_id)
    chat = await openings.open(client, to.user_id)
    return chat if isinstance(chat, SendResult) else await _post(client, chat, view, message, key)


async def _post(client: discord.Client, channel: str, view: ui.LayoutView, message: Message, key: str) -> SendResult:
    # The nonce is enforced, so that discord.py's own repetitions of a failing send arrive once.
    place = client.get_partial_messageable(int(channel))
    sent = await place.send(view=view, files=attachments(message), nonce=nonce(key), allowed_mentions=mentions(message))
    return SendResult(SendStatus.SENT, message_id=str(sent.id))


async def reply(client: discord.Client, to: ReplyTo, message: Message) -> str:
    """Answer a message where it stands, for everybody there, and return the answer's id.

    Raises ValueError when it does not fit, else `EXPECTED`.
    """
    answered = discord.MessageReference(
        message_id=int(to.token.removeprefix(OF_MESSAGE)), channel_id=int(to.channel), fail_if_not_exists=False
    )
    sent = await client.get_partial_messageable(int(to.channel)).send(
        view=layout(message),
        files=attachments(message),
        reference=answered,
        mention_author=False,
        nonce=nonce(f"{to.token}:{message.text}"),
    )
    return str(sent.id)


async def edit(client: discord.Client, channel: ChannelRef, message_id: str, message: Message) -> SendResult:
    """Replace a message of the bot's own, with all its files, in words alone where no picture is allowed.

    Raises ValueError when it does not fit, else `EXPECTED`.
    """
    try:
        return await _edit(client, channel, message_id, message)
    except discord.Forbidden:
        if (words := message.without_pictures) == message:
            raise
        return await _edit(client, channel, message_id, words)


async def _edit(client: discord.Client, channel: ChannelRef, message_id: str, message: Message) -> SendResult:
    view = layout(message)
    place = client.get_partial_messageable(int(channel.channel_id))
    await place.get_partial_message(int(message_id)).edit(view=view, attachments=attachments(message))
    return SendResult(SendStatus.SENT, message_id=message_id)
