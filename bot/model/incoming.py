"""What comes in from a platform, as frozen events that can be stored and read back."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from bot.model.heard import Outside
from bot.model.identity import AccountRef, Actor, SpaceRef


class ReplyTo(Struct, frozen=True):
    """How to answer one update: enough for the edge to find its way back, also after a restart.

    `channel` is where it happened, `token` whatever the edge needs besides (an interaction token, a message id).
    """

    platform: str
    channel: str
    token: str = ""
    private: bool = False  # the update came in a private chat
    expires_at: datetime | None = None


class Incoming(Struct, frozen=True, kw_only=True):
    """The root of all updates. `event_id` is unique per platform and stays the same when the update repeats."""

    event_id: str
    at: datetime
    actor: Actor
    space: SpaceRef | None = None


class RawUpdate(Incoming, frozen=True, kw_only=True):
    """An update as its platform wrote it, stored unread; what it means its edge says when it is handled (`Reader`).

    The actor is whoever it comes from as far as a glance tells, with no name: one person's updates keep their order.
    """

    body: str


class UnkeptUpdate(RawUpdate, frozen=True, kw_only=True):
    """One that nobody may store, read at once: what is pressed under an unkept token, or said in a talk under one."""


class CommandInvoked(Incoming, frozen=True, kw_only=True):
    """A command, with its options either by name (Discord) or as the typed rest of the line (Telegram, local)."""

    name: str  # the whole path, joined by spaces: "stream start"
    words: str = ""
    options: tuple[tuple[str, str], ...] = ()
    reply_to: ReplyTo


class Addressed(Incoming, frozen=True, kw_only=True):
    """Words said to the bot that are no command: in its private chat, or by its name in a space.

    They come without the name. `unkept`: nobody may store them, since they may be meant for a question of which nothing
    is stored; so they are answered from what is there, and nothing more comes of them.
    """

    words: str
    unkept: bool = False
    reply_to: ReplyTo


class ActionPressed(Incoming, frozen=True, kw_only=True):
    """A button was pressed."""

    token: str
    reply_to: ReplyTo


class FormSubmitted(Incoming, frozen=True, kw_only=True):
    """A form was sent."""

    token: str
    values: tuple[tuple[str, str], ...]
    reply_to: ReplyTo


class LinkOpened(Incoming, frozen=True, kw_only=True):
    """A deep link was followed, which also opens the private chat: Telegram's /start with its payload."""

    payload: str
    reply_to: ReplyTo


class MemberJoined(Incoming, frozen=True, kw_only=True):
    """Somebody joined the space. `invite` is the address they came by, as sure as `confidence` says (0 to 1).

    `again`: the network tells that they were there before.
    """

    invite: str = ""
    confidence: float = 0.0
    again: bool = False


class MemberLeft(Incoming, frozen=True, kw_only=True):
    """Somebody left the space."""


class JoinRequested(Incoming, frozen=True, kw_only=True):
    """Somebody asks to be let into the space, until `reply_until` in their private chat too."""

    invite: str = ""
    reply_until: datetime | None = None


class InviteGone(Incoming, frozen=True, kw_only=True):
    """An invite to the space leads in no more: it was taken back, or used up. The actor may be the bot itself."""

    address: str


class PollVoted(Incoming, frozen=True, kw_only=True):
    """Somebody voted in a poll of the platform's own: all that they chose by now, by position; nothing: taken back."""

    poll: str  # what `open_poll` called it
    chosen: tuple[int, ...]


class PollEnded(Incoming, frozen=True, kw_only=True):
    """A poll of the platform's own has ended with these votes, by position. The actor is the bot itself."""

    poll: str
    votes: tuple[int, ...]


class SpaceMoved(Incoming, frozen=True, kw_only=True):
    """The space goes on under another id, as a Telegram group that grew into a supergroup; `space` is the old one."""

    to: SpaceRef


class BotPresent(Incoming, frozen=True, kw_only=True):
    """The bot was put into the space, or taken out of it, by `actor`."""

    here: bool
    title: str = ""


class ReachabilityChanged(Incoming, frozen=True, kw_only=True):
    """A private chat was opened or closed by the person: started, blocked, unblocked."""

    reachable: bool
    chat: str | None = None  # the private chat's id where the platform tells it


class CodeTyped(Incoming, frozen=True, kw_only=True):
    """Somebody typed a one-time code into the chat of a source, so that their name there is known to be theirs."""

    code: str  # in capitals, without spaces


class SignalKind(StrEnum):
    """What a source of a stream can say."""

    PLANNED = "planned"
    STARTED = "started"
    ENDED = "ended"
    CANCELLED = "cancelled"


class StreamSignal(Incoming, frozen=True, kw_only=True):
    """A source says that a stream starts, ends, is planned or called off. Never acted on raw: it is debounced."""

    kind: SignalKind
    source: str  # "discord-stage", "twitch", ...
    reference: str  # the source's own id of the stream
    title: str = ""
    planned_for: datetime | None = None
    began_at: datetime | None = None  # with ENDED, where the source tells it: makes up for a start that was missed
    hosts_only: bool = False  # anybody can set it off, so that a start counts only where the actor is a host


class TextHandedIn(Incoming, frozen=True, kw_only=True):
    """A program of one's own hands in what somebody said elsewhere; the actor is the program, nobody's account."""

    text: Outside


class Asked(Struct, frozen=True):
    """What somebody is typing into an option right now; answered at once or not at all, and never stored."""

    actor: Actor
    space: SpaceRef | None
    command: str  # the whole path, joined by spaces
    option: str
    typed: str


class PresenceKind(StrEnum):
    """How somebody showed to be there."""

    CHAT = "chat"
    QUESTION = "question"
    REACTION = "reaction"
    VOICE = "voice"
    CHECK_IN = "check_in"


class Presence(Struct, frozen=True):
    """One sign of somebody's presence; counted in memory and written in batches, never stored raw."""

    space: SpaceRef
    account: AccountRef
    name: str
    kind: PresenceKind
    at: datetime
    seconds: float = 0.0  # for voice: how long, up to `at`
