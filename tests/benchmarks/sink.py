"""A chat network that takes everything at once and keeps nothing."""

import asyncio
from collections.abc import Collection, Sequence

from bot.model.identity import ChannelRef, SpaceRef, Target
from bot.model.incoming import ReplyTo
from bot.model.messages import CommandSpec, Form, Message
from bot.model.native import Natives
from bot.model.ports import Capabilities, Channels, Sink
from bot.model.results import Problem, SendResult, SendStatus
from bot.model.rights import Right
from tests.benchmarks.crowd import PLATFORM


class SinkPlatform:
    """The port `Platform`. Whatever is sent is counted, and has arrived when the call returns."""

    def __init__(self, name: str = PLATFORM) -> None:
        self.sent = 0
        self._name = name

    @property
    def name(self) -> str:
        return self._name

    @property
    def capabilities(self) -> Capabilities:
        return Capabilities(frozenset(), text_length=4000, buttons_in_row=5, rows=5)

    @property
    def natives(self) -> Natives:
        """See the port."""
        return Natives()

    async def run(self, sink: Sink, commands: Sequence[CommandSpec]) -> None:
        await asyncio.Event().wait()

    async def close(self) -> None:
        pass

    async def send(self, to: Target, message: Message, *, key: str) -> SendResult:
        self.sent += 1
        return SendResult(SendStatus.SENT, str(self.sent))

    async def edit(self, channel: ChannelRef, message_id: str, message: Message) -> SendResult:
        return SendResult(SendStatus.SENT, message_id)

    async def respond(self, to: ReplyTo, message: Message, *, private: bool) -> SendResult:
        return SendResult(SendStatus.SENT)

    async def open_form(self, to: ReplyTo, form: Form) -> SendResult:
        return SendResult(SendStatus.SENT)

    def channels(self, space: SpaceRef) -> Channels:
        return Channels()

    async def check(self, space: SpaceRef, needs: Collection[Right] = ()) -> Sequence[Problem]:
        return ()
