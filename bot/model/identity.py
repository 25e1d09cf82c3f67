"""Who and where: accounts, spaces, roles, purposes and routes."""

from datetime import time
from enum import IntEnum, StrEnum

from msgspec import Struct


class Role(IntEnum):
    """What a member may do in a community; each role may do all that the lower ones may."""

    MEMBER = 0
    HOST = 1
    MODERATOR = 2
    OWNER = 3


class Purpose(StrEnum):
    """Why a message is sent; a person consents to each on its own."""

    SERVICE = "service"  # about what the person did or asked for: thanks, reminders, orders
    MARKETING = "marketing"  # an invitation to come back, to buy, to refer


class Route(StrEnum):
    """A way to reach a member."""

    DIRECT = "direct"  # a direct message
    THREAD = "thread"  # a private thread in the community's space
    MENTION = "mention"  # a mention in a public channel
    INBOX = "inbox"  # the member opens it: a button in a post, a deep link, a command
    STAGE = "stage"  # the host says it in the next stream

    @property
    def is_pull(self) -> bool:
        """Whether the person opens it, so that it needs no consent and disturbs nobody."""
        return self in _PULLS


_PULLS = frozenset((Route.INBOX, Route.STAGE))


class AccountRef(Struct, frozen=True):
    """One account of one person on one platform."""

    platform: str
    user_id: str


class SpaceRef(Struct, frozen=True):
    """Where a community lives on one platform: a Discord server, a Telegram group or channel, a local chat."""

    platform: str
    space_id: str


class ChannelRef(Struct, frozen=True):
    """A place messages are posted to; a private chat with one person when `space_id` is None."""

    platform: str
    channel_id: str
    space_id: str | None = None


class ThreadRef(Struct, frozen=True):
    """The private thread of one person under a channel of a space; an edge makes it when it is first written to.

    `name` is what it is called then: plain text, which the edge shortens.
    """

    platform: str
    space_id: str
    channel_id: str
    user_id: str
    name: str


Target = AccountRef | ChannelRef | ThreadRef
"""Where an unasked message goes."""


class Actor(Struct, frozen=True):
    """The account behind an update, as the platform tells it. The core decides the role from it."""

    account: AccountRef
    name: str
    language: str | None = None  # a language tag such as "cs" or "en-GB"
    floor: Role = Role.MEMBER  # what the platform's own rights imply: its owner, its administrators
    is_bot: bool = False
    groups: frozenset[str] = frozenset()  # the platform's own roles, by id; a community may make one its hosts'


class Community(Struct, frozen=True):
    """One brand's audience."""

    id: int
    name: str
    language: str
    zone: str  # an IANA name such as "Europe/Prague"
    stopped: bool = False  # the stop-everything button was pressed
    quiet_from: time | None = None  # when people who chose no quiet hours have them, by their own clock
    quiet_until: time | None = None
    pull_only: bool = False  # follow-ups lie in inboxes, whoever agreed to what


class Member(Struct, frozen=True):
    """One person in one community, with what of the person matters to every handler."""

    id: int
    person_id: int
    community_id: int
    name: str
    role: Role
    language: str
    zone: str
    quiet_from: time | None = None
    quiet_until: time | None = None
    granted: Role = Role.MEMBER  # the part of the role that the community itself gave, and may take again
    side: int | None = None  # where linked accounts act as this member: the membership of the one that acts now


class Space(Struct, frozen=True):
    """A space that belongs to a community. `post_channel` is where the bot posts for everybody."""

    id: int
    community_id: int
    ref: SpaceRef
    title: str
    post_channel: str | None = None
    host_channel: str | None = None
    host_group: str | None = None  # the network's own role whose people are hosts here
    host_group_name: str | None = None
    joined: bool = False  # its community did not begin in it
    rights_count: bool = True  # whoever runs it on its network runs the community too
