"""The ports: what the core asks of an edge. Every edge implements `Platform`; one contract test runs on all of them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from bot.model.identity import ChannelRef, Route, SpaceRef, Target
from bot.model.incoming import Asked, Incoming, Presence, ReplyTo
from bot.model.messages import Choice, CommandSpec, Form, Message
from bot.model.native import Natives
from bot.model.results import Problem, SendResult
from bot.model.rights import Right


class Feature(StrEnum):
    """What a platform may be able to do."""

    EPHEMERAL = "ephemeral"  # an answer in a public place that only one person sees
    FORM = "form"  # several questions at once
    OPEN_DIRECT = "open_direct"  # the bot may write first
    OPTIONS = "options"  # commands with typed options
    COMPLETION = "completion"  # suggestions while an option is typed
    NONCE = "nonce"  # a send may be repeated without being delivered twice
    THREAD = "thread"  # a private thread with one person in the community's space
    MENTION = "mention"  # somebody can be called in a channel


class Capabilities(Struct, frozen=True):
    """What the platform can do and how much fits."""

    features: frozenset[Feature]
    text_length: int
    buttons_in_row: int
    rows: int

    @property
    def routes(self) -> frozenset[Route]:
        """The routes that push, as far as the platform knows them."""
        return frozenset((Route.DIRECT, *(route for feature, route in _ROUTES.items() if feature in self.features)))


_ROUTES = {Feature.THREAD: Route.THREAD, Feature.MENTION: Route.MENTION}


class Channels(Struct, frozen=True):
    """Where the bot posts in a space that is new to it: for everybody, and where only hosts read. None: not known."""

    post: str | None = None
    hosts: str | None = None


class Memory(Protocol):
    """What an edge keeps over restarts: small texts by their names, its own and nobody else's. They are sealed.

    What is about a person has a name that ends with ":" and their user id, so that it goes when they are erased.
    """

    async def recall(self, name: str) -> str | None:
        """The text of that name, or None."""

    async def keep(self, name: str, text: str) -> None:
        """Keep `text`, in place of what had that name."""

    async def drop(self, name: str) -> None:
        """Forget it; nothing happens when there is none."""


class Sink(Protocol):
    """Where an edge hands over what came in."""

    async def receive(self, update: Incoming) -> None:
        """Store `update`, then see to it. Returns once it is stored: only then may the platform be told so."""

    async def receive_all(self, updates: Sequence[Incoming]) -> None:
        """The same for several at once, in their order: all of them are stored, or none."""

    async def receive_unkept(self, update: Incoming) -> None:
        """See to an update that nobody may store: what is pressed or sent under an unkept token (`is_unkept`).

        It may be a `RawUpdate`. Returns once it is in hand, which is in memory alone: a process that dies loses it.
        """

    def note(self, presence: Presence) -> None:
        """Count a sign of presence; never waits."""

    async def was_live(self, space: SpaceRef, since: datetime, until: datetime) -> bool:
        """Whether a stream was on in `space` at some time between, so that what was missed there is worth a look."""

    async def suggest(self, asked: Asked) -> Sequence[Choice]:
        """What an option may be, the likeliest first; nothing rather than an error, and within two seconds."""


class Platform(Protocol):
    """One chat network."""

    @property
    def name(self) -> str:
        """The platform's short name: "discord", "telegram", "local"."""

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""

    @property
    def natives(self) -> Natives:
        """What it has of its own beside messages."""

    async def run(self, sink: Sink, commands: Sequence[CommandSpec]) -> None:
        """Publish the commands, connect, and hand over what comes in until cancelled."""

    async def close(self) -> None:
        """Let go of connections; what is being sent ends first."""

    async def send(self, to: Target, message: Message, *, key: str) -> SendResult:
        """Send an unasked message. `key` is the same when the same delivery is tried again.

        The thread of a `ThreadRef` is made where there is none; INVALID on a platform that has none.
        """

    async def edit(self, channel: ChannelRef, message_id: str, message: Message) -> SendResult:
        """Replace a message that the bot sent to a channel."""

    async def respond(self, to: ReplyTo, message: Message, *, private: bool) -> SendResult:
        """Answer an update; privately where asked: seen by nobody but the person."""

    async def open_form(self, to: ReplyTo, form: Form) -> SendResult:
        """Ask the person the form's questions."""

    def channels(self, space: SpaceRef) -> Channels:
        """Where to post in `space` until somebody says otherwise; asks nobody."""

    async def check(self, space: SpaceRef, needs: Collection[Right] = ()) -> Sequence[Problem]:
        """What stops the bot from doing its work in `space`; `needs` are rights that plugins ask for beside."""
