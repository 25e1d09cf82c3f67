"""Answers to interactions: the first within three seconds, others for a quarter of an hour, restarts included."""

import asyncio
import logging
from collections import OrderedDict
from typing import Any

import discord
from discord import ui
from msgspec import Struct, field

from bot.clock import Clock
from bot.model.incoming import ReplyTo
from bot.model.messages import Form, Markup, Message
from bot.platforms.discord.forms import FIELDS, modal
from bot.platforms.discord.incoming import ANSWERABLE_FOR, Interaction
from bot.platforms.discord.look import attachments, layout
from bot.platforms.discord.outcomes import EXPECTED
from bot.text.languages import BASE
from bot.text.markup import plain
from bot.text.saying import Say

log = logging.getLogger(__name__)

ACKNOWLEDGE_AFTER = 1.5  # seconds; Discord gives up after three
FORM_WITHIN = 2.5  # seconds; a form must be the first answer, so it gets as long as there is
WAITING_AT_MOST = 1000


class _Waiting(Struct):
    """An interaction that has not had its first answer."""

    interaction: Interaction
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    acknowledgement: asyncio.Task[None] | None = None
    thinking: bool = False  # a private "thinking" message is there to be filled


class _Card(Struct, frozen=True):
    """A message as it will be shown; it fits."""

    view: ui.LayoutView
    message: Message


class Answers:
    """Knows what each interaction has been told so far.

    Only interactions without their first answer are kept, and only in memory: everything after the first answer,
    and everything after a restart, needs no more than the token, which `ReplyTo` carries.
    """

    def __init__(
        self, clock: Clock, say: Say, acknowledge_after: float = ACKNOWLEDGE_AFTER, form_within: float = FORM_WITHIN
    ) -> None:
        self._clock = clock
        self._say = say
        self._acknowledge_after = acknowledge_after
        self._form_within = form_within
        self._waiting: OrderedDict[str, _Waiting] = OrderedDict()

    def expect(self, interaction: Interaction, *, opens_form: bool) -> None:
        """Keep `interaction` until its first answer; acknowledge it in time, and later where a form must come first."""
        self._forget_the_oldest()
        number = str(interaction.id)
        if number in self._waiting:  # told twice, after a lost connection
            return
        waiting = self._waiting[number] = _Waiting(interaction)
        seconds = self._form_within if opens_form else self._acknowledge_after
        waiting.acknowledgement = asyncio.create_task(self._acknowledge(waiting, seconds))

    async def give(self, client: discord.Client, to: ReplyTo, message: Message, *, private: bool) -> str:
        """Send `message` as an answer and return its id. Raises ValueError when it does not fit, else `EXPECTED`."""
        number, secret = _parts(to)
        card = _Card(layout(message), message)
        ephemeral = private and not to.private
        waiting = self._waiting.get(number)
        if waiting is None:
            return await _follow_up(client, secret, card, ephemeral=ephemeral)
        async with waiting.lock:
            message_id = await self._first(client, waiting, card, ephemeral=ephemeral)
            self._done(number, waiting)
        return message_id

    async def ask(self, client: discord.Client, to: ReplyTo, form: Form) -> bool:
        """Open `form`. False when it is too late for one, since it must be the very first answer; that is said then.

        Raises ValueError when the form does not fit, else `EXPECTED`.
        """
        number, _ = _parts(to)
        waiting = self._waiting.get(number)
        if waiting is not None:
            async with waiting.lock:
                if not waiting.interaction.response.is_done():
                    note = self._words("discord-form-cut", waiting, shown=FIELDS, all=len(form.fields))
                    await waiting.interaction.response.send_modal(modal(form, note=plain(note)))
                    self._done(number, waiting)
                    return True
        await self.give(client, to, Message(self._words("discord-form-late", waiting)), private=True)
        return False

    async def regret(self, client: discord.Client, to: ReplyTo) -> None:
        """Say that nothing came of what somebody did, which Discord will not tell again."""
        number, _ = _parts(to)
        try:
            await self.give(
                client, to, Message(self._words("discord-not-kept", self._waiting.get(number))), private=True
            )
        except EXPECTED as error:
            log.warning("that nothing came of an interaction could not be said: %s", error)

    async def close(self) -> None:
        """Let go of what still waits."""
        tasks = [waiting.acknowledgement for waiting in self._waiting.values() if waiting.acknowledgement]
        self._waiting.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _first(self, client: discord.Client, waiting: _Waiting, card: _Card, *, ephemeral: bool) -> str:
        interaction = waiting.interaction
        if not interaction.response.is_done():
            sent = await interaction.response.send_message(
                view=card.view, files=attachments(card.message), ephemeral=ephemeral
            )
            return str(sent.message_id or "")
        if not waiting.thinking:
            return await _follow_up(client, interaction.token, card, ephemeral=ephemeral)
        if ephemeral or interaction.guild_id is None:
            filled = await interaction.edit_original_response(view=card.view, attachments=attachments(card.message))
            waiting.thinking = False
            return str(filled.id)
        # What was acknowledged privately stays private: it becomes a hint, and the answer follows for everybody.
        hint = Message(self._words("discord-answered-below", waiting))
        await interaction.edit_original_response(view=layout(hint))
        waiting.thinking = False
        return await _follow_up(client, interaction.token, card, ephemeral=False)

    async def _acknowledge(self, waiting: _Waiting, seconds: float) -> None:
        await asyncio.sleep(seconds)
        interaction = waiting.interaction
        async with waiting.lock:
            if interaction.response.is_done():
                return
            # A press on a button is acknowledged without a trace: then each later answer may be private or not.
            thinking = interaction.message is None
            try:
                await interaction.response.defer(ephemeral=interaction.guild_id is not None, thinking=thinking)
            except EXPECTED as error:
                log.warning("an interaction could not be acknowledged: %s", error)
                return
            waiting.thinking = thinking

    def _words(self, key: str, waiting: _Waiting | None, **values: Any) -> Markup:
        # After a restart nobody knows which language the person's Discord speaks.
        return self._say(key, waiting.interaction.locale.value if waiting is not None else BASE, **values)

    def _done(self, number: str, waiting: _Waiting) -> None:
        self._waiting.pop(number, None)
        if waiting.acknowledgement is not None:
            waiting.acknowledgement.cancel()

    def _forget_the_oldest(self) -> None:
        too_old = self._clock.now() - ANSWERABLE_FOR
        while self._waiting:
            oldest = next(iter(self._waiting))
            if len(self._waiting) < WAITING_AT_MOST and self._waiting[oldest].interaction.created_at > too_old:
                return
            del self._waiting[oldest]


def _parts(to: ReplyTo) -> tuple[str, str]:
    number, _, secret = to.token.partition(":")
    if not number or not secret:
        raise ValueError(f"not the token of an interaction: {number or to.token!r}")
    return number, secret


async def _follow_up(client: discord.Client, secret: str, card: _Card, *, ephemeral: bool) -> str:
    if client.application_id is None:
        raise discord.ClientException("not logged in")
    webhook = discord.Webhook.partial(client.application_id, secret, client=client)
    # `partial` makes a channel's webhook; an interaction's token belongs to the application and may be private.
    webhook.type = discord.WebhookType.application
    sent = await webhook.send(view=card.view, files=attachments(card.message), ephemeral=ephemeral, wait=True)
    return str(sent.id)
