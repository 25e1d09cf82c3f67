"""The room: who is in the local chat, which doors are open, and who sees what."""

from collections import deque
from datetime import datetime

from bot.model.identity import AccountRef, ChannelRef, Role, Target, ThreadRef
from bot.model.native import InviteSpec
from bot.model.results import SendResult, SendStatus
from bot.model.rights import Right
from bot.platforms.local.records import CHANNELS, HOSTS, OWN_THREAD, PLATFORM, SPACE, Asked, Person, Shown


class Room:
    """The people by id; those who left the space and those who shut the bot out are remembered beside."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.away: set[str] = set()
        self.blocking: set[str] = set()
        self.waiting: dict[str, str] = {}  # who asked to come in, and by which invite
        self.tags: dict[str, str] = {}
        self.invites: dict[str, InviteSpec] = {}  # by address, those that lead in
        self.made: dict[str, datetime] = {}  # when each was made, also those that are gone
        self.used: dict[str, int] = {}
        self.roles: dict[str, str] = {}  # the chat's own, by id: what each is called
        self.lacking: set[Right] = set()  # what the bot may not do
        self.shut: dict[str, str] = {}  # channels where the bot may not post, by id: which text says why
        self.threads: dict[str, set[str]] = {}  # private ones, with who is inside
        self.faults: deque[SendResult] = deque()  # how the next changes of tags and of who is inside end

    def is_here(self, account: AccountRef) -> bool:
        """Whether that is somebody in the space."""
        return account.user_id in self.people and account.user_id not in self.away

    def fault(self) -> SendResult | None:
        """How the next of those ends, where it is not to be done."""
        return self.faults.popleft() if self.faults else None

    def channel(self, channel_id: str) -> ChannelRef | None:
        """The channel or private chat of that id; None when there is none."""
        person = self.people.get(channel_id[1:]) if channel_id.startswith("@") else None
        if person:
            return person.private_chat
        if channel_id in self.threads:
            return ChannelRef(PLATFORM, channel_id, SPACE.space_id)
        return next((channel for channel in CHANNELS if channel.channel_id == channel_id), None)

    def owner(self, channel: ChannelRef) -> AccountRef | None:
        """Whose private chat it is; None for a channel of the space."""
        person = None if channel.space_id else self.people.get(channel.channel_id.removeprefix("@"))
        return person.account if person else None

    def door(self, to: Target) -> ChannelRef | SendResult:
        """Where a message to `to` is put up, or why it cannot be."""
        if isinstance(to, ThreadRef):
            return self._thread(to)
        channel = self.channel(f"@{to.user_id}" if isinstance(to, AccountRef) else to.channel_id)
        if to.platform != PLATFORM or channel is None:
            return SendResult(SendStatus.GONE, reason=f"nobody and nothing here is {to}")
        owner = self.owner(channel)
        if owner and owner.user_id in self.blocking:
            return SendResult(SendStatus.BLOCKED, reason=f"{owner.user_id} shut the bot out")
        return channel

    def _thread(self, to: ThreadRef) -> ChannelRef | SendResult:
        """Somebody's own thread, with them in it."""
        if to.platform != PLATFORM or not self.is_here(AccountRef(PLATFORM, to.user_id)):
            return SendResult(SendStatus.GONE, reason=f"nobody here is {to.user_id}")
        if to.channel_id in self.shut:
            return SendResult(SendStatus.FORBIDDEN, reason=f"the bot may make no thread in {to.channel_id}")
        thread = OWN_THREAD + to.user_id
        self.threads.setdefault(thread, set()).add(to.user_id)
        return ChannelRef(PLATFORM, thread, SPACE.space_id)

    def sees(self, person: Person, what: Shown | Asked) -> bool:
        """Whether `person` sees a message or a form; the hosts' channel is closed to members."""
        if what.only_for:
            return what.only_for == person.account
        if isinstance(what, Asked) or person.user_id in self.away:
            return False
        if what.channel.channel_id in self.threads:
            return person.user_id in self.threads[what.channel.channel_id]
        return what.channel != HOSTS or person.role >= Role.HOST
