"""What the local chat knows: its people, what it showed to them, and the forms it opened."""

from datetime import datetime

from msgspec import Struct

from bot.model.identity import AccountRef, Actor, ChannelRef, Role, SpaceRef
from bot.model.incoming import ReplyTo
from bot.model.messages import Action, Form, Message

PLATFORM = "local"
SPACE = SpaceRef(PLATFORM, "main")
GENERAL = ChannelRef(PLATFORM, "general", SPACE.space_id)
HOSTS = ChannelRef(PLATFORM, "hosts", SPACE.space_id)
BOT = "@afterglow"  # what the bot is called
CHANNELS = (GENERAL, HOSTS)
DIRECT = "#direct"  # what the private chat with the bot is called
OWN_THREAD = "for-"  # how the id of somebody's own thread begins
FILE = "file://"  # how the reference of a file begins that lies on this machine
PLACES = (*(f"#{channel.channel_id}" for channel in CHANNELS), DIRECT)


class Person(Struct, frozen=True):
    """Somebody in the chat. `floor` is what the chat itself lets them be; the core decides the role from it.

    `given` is what the community made of them, as far as the chat was told.
    """

    user_id: str
    name: str
    floor: Role = Role.MEMBER
    language: str | None = None
    given: Role = Role.MEMBER
    groups: frozenset[str] = frozenset()  # the chat's own roles, by id

    @property
    def role(self) -> Role:
        """What they are, as the core reckons it."""
        return max(self.floor, self.given)

    @property
    def account(self) -> AccountRef:
        return AccountRef(PLATFORM, self.user_id)

    @property
    def actor(self) -> Actor:
        return Actor(self.account, self.name, self.language, self.floor, groups=self.groups)

    @property
    def private_chat(self) -> ChannelRef:
        """The chat of this person alone with the bot."""
        return ChannelRef(PLATFORM, f"@{self.user_id}")


class Shown(Struct, frozen=True):
    """One message of the bot as it stands in the chat, at its last edit."""

    message_id: str
    channel: ChannelRef
    message: Message
    at: datetime
    only_for: AccountRef | None = None  # nobody else sees it: a direct message, or a private answer in a channel
    edited: bool = False
    key: str = ""  # the delivery's key, for an unasked message

    @property
    def private(self) -> bool:
        return self.only_for is not None

    @property
    def direct(self) -> bool:
        """Whether it stands in a person's private chat, not in a channel."""
        return self.channel.space_id is None

    @property
    def buttons(self) -> tuple[Action, ...]:
        """All buttons, row after row."""
        return tuple(action for row in self.message.actions for action in row)


class Asked(Struct, frozen=True):
    """A form that is open for one person."""

    form: Form
    only_for: AccountRef
    reply_to: ReplyTo
