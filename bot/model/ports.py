"""The ports: what the core asks of an edge. Every edge implements `Platform`; one contract test runs on all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.model.identity import AccountRef, ChannelRef, SpaceRef
from bot.model.incoming import Incoming, Presence, ReplyTo
from bot.model.messages import CommandSpec, Form, Message


class Feature(StrEnum):
    """What a platform may be able to do."""

    EPHEMERAL = "ephemeral"  # an answer in a public place that only one person sees
    FORM = "form"  # several questions at once
    OPEN_DIRECT = "open_direct"  # the bot may write first
    OPTIONS = "options"  # commands with typed options
    COMPLETION = "completion"  # suggestions while an option is typed
    NONCE = "nonce"  # a send may be repeated without being delivered twice


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What the platform can do and how much fits."""

    features: frozenset[Feature]
    text_length: int
    buttons_in_row: int
    rows: int


class SendStatus(StrEnum):
    """How a send ended."""

    SENT = "sent"
    UNREACHABLE = "unreachable"  # the person must open the door first
    BLOCKED = "blocked"  # the person closed the door
    FORBIDDEN = "forbidden"  # the bot lacks a right
    LATER = "later"  # refused for now (rate limit, fault before delivery): certainly not delivered
    GONE = "gone"  # the account or channel no longer exists
    INVALID = "invalid"  # the platform rejects the content
    UNKNOWN = "unknown"  # nobody can tell whether it arrived; it is never repeated


@dataclass(frozen=True, slots=True)
class SendResult:
    """The outcome of a send. Expected refusals are outcomes, never exceptions."""

    status: SendStatus
    message_id: str | None = None
    retry_at: datetime | None = None  # with LATER: not before this moment
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that an edge found wrong with itself, and its cure; keys and values for `locales/`."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Channels:
    """Where the bot posts in a space that is new to it: for everybody, and where only hosts read. None: not known."""

    post: str | None = None
    hosts: str | None = None


class Sink(Protocol):
    """Where an edge hands over what came in."""

    async def receive(self, update: Incoming) -> None:
        """Store `update`, then see to it. Returns once it is stored: only then may the platform be told so."""

    def note(self, presence: Presence) -> None:
        """Count a sign of presence; never waits."""


class Platform(Protocol):
    """One chat network."""

    @property
    def name(self) -> str:
        """The platform's short name: "discord", "telegram", "local"."""

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""

    async def run(self, sink: Sink, commands: Sequence[CommandSpec]) -> None:
        """Publish the commands, connect, and hand over what comes in until cancelled."""

    async def close(self) -> None:
        """Let go of connections; what is being sent ends first."""

    async def send(self, to: AccountRef | ChannelRef, message: Message, *, key: str) -> SendResult:
        """Send an unasked message. `key` is the same when the same delivery is tried again."""

    async def edit(self, channel: ChannelRef, message_id: str, message: Message) -> SendResult:
        """Replace a message that the bot sent to a channel."""

    async def respond(self, to: ReplyTo, message: Message, *, private: bool) -> SendResult:
        """Answer an update; privately where asked: seen by nobody but the person."""

    async def open_form(self, to: ReplyTo, form: Form) -> SendResult:
        """Ask the person the form's questions."""

    def channels(self, space: SpaceRef) -> Channels:
        """Where to post in `space` until somebody says otherwise; asks nobody."""

    async def check(self, space: SpaceRef) -> Sequence[Problem]:
        """What stops the bot from doing its work in `space`."""
