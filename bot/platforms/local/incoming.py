"""The gate: turns what people do in the local chat into updates and hands them to the bot."""

import asyncio
import secrets
from collections.abc import Sequence

from bot.clock import Clock
from bot.model.identity import ChannelRef, SpaceRef
from bot.model.incoming import (
    ActionPressed,
    Addressed,
    BotPresent,
    CommandInvoked,
    FormSubmitted,
    Incoming,
    InviteGone,
    JoinRequested,
    LinkOpened,
    MemberJoined,
    MemberLeft,
    PollVoted,
    Presence,
    PresenceKind,
    ReachabilityChanged,
    ReplyTo,
)
from bot.model.messages import CommandSpec, is_unkept
from bot.model.ports import Sink
from bot.platforms.local.records import PLATFORM, SPACE, Person
from bot.platforms.local.typed import TypedCommand
from bot.text.questions import is_question


class Gate:
    """Open while the bot runs; whoever acts before waits. Every method returns once the bot has stored the update."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._prefix = secrets.token_hex(4)  # ids stay unique over restarts, as those of a network do
        self._count = 0
        self._sink: Sink | None = None
        self._commands: Sequence[CommandSpec] = ()
        self._opened = asyncio.Event()
        self._last: Incoming | None = None

    def open(self, sink: Sink, commands: Sequence[CommandSpec]) -> None:
        """Let updates through to `sink`, and publish `commands`."""
        self._sink = sink
        self._commands = commands
        self._opened.set()

    def shut(self) -> None:
        """Let nothing through until opened again."""
        self._opened.clear()

    async def commands(self) -> Sequence[CommandSpec]:
        """The published commands."""
        await self._opened.wait()
        return self._commands

    def new_id(self) -> str:
        """An id that no update and no message had before, in this run or another."""
        self._count += 1
        return f"{self._prefix}-{self._count}"

    async def command(self, person: Person, channel: ChannelRef, command: TypedCommand) -> None:
        """Tell that a command was used in `channel`."""
        await self._pass(
            CommandInvoked(
                event_id=self.new_id(),
                at=self._clock.now(),
                actor=person.actor,
                space=_space(channel),
                name=command.name,
                words=command.words,
                reply_to=_reply_to(person, channel),
            )
        )

    async def words(self, person: Person, channel: ChannelRef, words: str) -> None:
        """Tell that somebody said that to the bot."""
        await self._pass(
            Addressed(
                event_id=self.new_id(),
                at=self._clock.now(),
                actor=person.actor,
                space=_space(channel),
                words=words,
                reply_to=_reply_to(person, channel),
            )
        )

    async def chat(self, person: Person, text: str) -> None:
        """Note that somebody spoke in the space; what they said is nobody's business."""
        kind = PresenceKind.QUESTION if is_question(text) else PresenceKind.CHAT
        sink = await self._open_sink()
        sink.note(Presence(SPACE, person.account, person.name, kind, self._clock.now()))

    async def press(self, person: Person, channel: ChannelRef, token: str) -> None:
        """Tell that a button on a message in `channel` was pressed."""
        await self._pass(
            ActionPressed(
                event_id=self.new_id(),
                at=self._clock.now(),
                actor=person.actor,
                space=_space(channel),
                token=token,
                reply_to=_reply_to(person, channel),
            )
        )

    async def form(self, person: Person, reply_to: ReplyTo, token: str, values: tuple[tuple[str, str], ...]) -> None:
        """Tell that a form was sent; `reply_to` is that of the update which the form answered."""
        await self._pass(
            FormSubmitted(
                event_id=self.new_id(),
                at=self._clock.now(),
                actor=person.actor,
                space=None if reply_to.private else SPACE,
                token=token,
                values=values,
                reply_to=reply_to,
            )
        )

    async def link(self, person: Person, payload: str) -> None:
        """Tell that a deep link was followed into the private chat."""
        await self._pass(
            LinkOpened(
                event_id=self.new_id(),
                at=self._clock.now(),
                actor=person.actor,
                payload=payload,
                reply_to=_reply_to(person, person.private_chat),
            )
        )

    async def joined(self, person: Person, invite: str = "") -> None:
        """Tell that the person entered the space, by this invite."""
        await self._pass(
            MemberJoined(
                event_id=self.new_id(),
                at=self._clock.now(),
                actor=person.actor,
                space=SPACE,
                invite=invite,
                confidence=1.0 if invite else 0.0,
            )
        )

    async def asked_in(self, person: Person, invite: str) -> None:
        """Tell that the person asks to be let into the space."""
        now = self._clock.now()
        await self._pass(JoinRequested(event_id=self.new_id(), at=now, actor=person.actor, space=SPACE, invite=invite))

    async def invite_gone(self, person: Person, invite: str) -> None:
        """Tell that an invite leads in no more."""
        now = self._clock.now()
        await self._pass(InviteGone(event_id=self.new_id(), at=now, actor=person.actor, space=SPACE, address=invite))

    async def voted(self, person: Person, poll: str, chosen: tuple[int, ...]) -> None:
        """Tell what the person chose in a poll of the chat itself."""
        now = self._clock.now()
        await self._pass(
            PollVoted(event_id=self.new_id(), at=now, actor=person.actor, space=SPACE, poll=poll, chosen=chosen)
        )

    async def bot(self, person: Person, *, here: bool, title: str) -> None:
        """Tell that the person put the bot into the space, or took it out."""
        now = self._clock.now()
        await self._pass(
            BotPresent(event_id=self.new_id(), at=now, actor=person.actor, space=SPACE, here=here, title=title)
        )

    async def left(self, person: Person) -> None:
        """Tell that the person left the space."""
        update = MemberLeft(event_id=self.new_id(), at=self._clock.now(), actor=person.actor, space=SPACE)
        await self._pass(update)

    async def door(self, person: Person, *, reachable: bool) -> None:
        """Tell that the person's private chat was opened or shut."""
        await self._pass(
            ReachabilityChanged(
                event_id=self.new_id(),
                at=self._clock.now(),
                actor=person.actor,
                reachable=reachable,
                chat=person.private_chat.channel_id,
            )
        )

    async def repeat(self) -> None:
        """Hand the last update over once more. LookupError before the first."""
        if not self._last:
            raise LookupError("nothing was handed over yet")
        await self._pass(self._last)

    async def _pass(self, update: Incoming) -> None:
        sink = await self._open_sink()
        self._last = update
        secret = isinstance(update, ActionPressed | FormSubmitted) and is_unkept(update.token)
        await (sink.receive_unkept(update) if secret else sink.receive(update))

    async def _open_sink(self) -> Sink:
        await self._opened.wait()
        assert self._sink is not None
        return self._sink


def _space(channel: ChannelRef) -> SpaceRef | None:
    return SPACE if channel.space_id else None


def _reply_to(person: Person, channel: ChannelRef) -> ReplyTo:
    return ReplyTo(PLATFORM, channel.channel_id, token=person.user_id, private=channel.space_id is None)
