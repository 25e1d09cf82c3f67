"""Telegram's world in memory: people and groups, what they do and what they see, and the updates that come of it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.clock import Clock
from tests.eventually import eventually
from tests.platforms.telegram.entities import entities_in
from tests.platforms.telegram.natives import Link, Poll
from tests.platforms.telegram.records import ANONYMOUS, BOT, Notice, Posted, administrator

_FIRST_PERSON = 1001
_DEFAULT_UPDATES = frozenset({"message", "callback_query", "my_chat_member"})


class World:
    """All that the server knows."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self.messages: dict[tuple[int, int], Posted] = {}
        self.presses: dict[str, Person] = {}
        self.polls: dict[tuple[int, int], Poll] = {}
        self.links: dict[str, Link] = {}
        self.updates: list[Any] = []
        self.again: list[Any] = []
        self.uploads: list[tuple[str, bytes]] = []
        self.sent: dict[str, bytes] = {}
        self.told: list[Any] = []
        self.broken: set[int] = set()
        self.last: Any = None
        self.confirmed, self.polled = 0, False
        self.allowed = _DEFAULT_UPDATES
        self.privacy_mode = True
        self.news = asyncio.Event()
        self._ids = {"update": 500, "message": 0, "press": 0}

    def person(self, name: str, *, language: str | None = "en", started: bool = False) -> "Person":
        """Somebody new. They can be written to once they `started` the bot."""
        first, _, last = name.partition(" ")
        person = Person(self, _FIRST_PERSON + len(self.people), first, last, language, started)
        self.people[person.id] = person
        return person

    def group(self, title: str, *, owner: "Person", members: tuple["Person", ...] = ()) -> "Group":
        """A new group in which the bot is an administrator."""
        group = Group(self, -(1000 + len(self.groups)), title, owner, members=list(members))
        self.groups[group.id] = group
        return group

    def next_id(self, of: str) -> int:
        """A number that was not used before."""
        self._ids[of] += 1
        return self._ids[of]

    def now(self) -> int:
        """The present moment as Telegram writes it."""
        return int(self.clock.now().timestamp())

    async def happens(self, kind: str, what: Any) -> None:
        """Something happened: tell the bot, and wait until it took the update, if it is connected and wants such."""
        update_id = self.tell(kind, what)
        await self._taken(lambda: self.confirmed > update_id)

    def tell(self, kind: str, what: Any) -> int:
        """Tell the bot, if it wants such, without waiting for it; the update's id."""
        if kind not in self.allowed:
            return 0
        update_id = self.next_id("update")
        self.last = {"update_id": update_id, kind: what}
        self.updates.append(self.last)
        self.told.append(self.last)
        self.news.set()
        return update_id

    async def repeat(self, *before: Any) -> None:
        """Deliver the last update once more, as after a lost connection, and these before it as they are."""
        self.again += [*before, self.last]
        await self._taken(lambda: not self.again)

    async def inject(self, update: Any) -> None:
        """Deliver an update as it is, however broken; its `update_id` is set here."""
        update_id = update["update_id"] = self.next_id("update")
        self.broken.add(update_id)
        self.updates.append(update)
        await self._taken(lambda: self.confirmed > update_id)

    def is_sound(self, update: Any) -> bool:
        """Whether an update is built as documented, as far as this world knows."""
        number = update.get("update_id") if isinstance(update, dict) else None
        return isinstance(number, int) and number not in self.broken

    async def _taken(self, done: Callable[[], bool]) -> None:
        self.news.set()
        if self.polled:
            await eventually(done, "the bot took the update")


@dataclass(eq=False)
class Person:
    """Somebody with a Telegram account, and what they do."""

    world: World
    id: int
    first_name: str
    last_name: str = ""
    language: str | None = "en"
    started: bool = False
    blocked: bool = False
    deleted: bool = False
    notices: list[Notice] = field(default_factory=list)

    @property
    def inbox(self) -> list[Posted]:
        """What the bot wrote in the private chat, oldest first."""
        return [posted for (chat, _), posted in self.world.messages.items() if chat == self.id and posted.by_bot]

    @property
    def user(self) -> dict[str, Any]:
        """Their account as the Bot API tells it."""
        user: dict[str, Any] = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        optional = {"last_name": self.last_name, "language_code": self.language}
        return user | {key: value for key, value in optional.items() if value}

    @property
    def chat(self) -> dict[str, Any]:
        """Their private chat with the bot."""
        return {"id": self.id, "type": "private", "first_name": self.first_name}

    async def opens(self, payload: str = "") -> None:
        """Open the private chat and press START, by a deep link with `payload` or without one."""
        self.started, self.blocked = True, False
        await self.says(f"/start {payload}".strip())

    async def says(self, text: str, *, in_: "Group | None" = None, anonymously: bool = False) -> Posted:
        """Write a message: in the private chat, or in a group, where the owner may stay anonymous."""
        if in_ is None:
            self.started = True
        chat_id = self.id if in_ is None else in_.id
        posted = Posted(self.world.next_id("message"), chat_id, text, by_bot=False)
        self.world.messages[chat_id, posted.message_id] = posted
        message = self._message(posted, in_, anonymously)
        if in_ is None or in_.shows_bot(text):
            await self.world.happens("message", message)
        return posted

    async def sends(self, name: str, content: bytes, *, as_picture: bool = False) -> None:
        """Send a file in the private chat; pictures come in sizes of Telegram's own."""
        number = self.world.next_id("message")
        posted = Posted(number, self.id, "", by_bot=False, file=(name, content), is_photo=as_picture)
        self.world.sent[f"file-{number}"] = content
        told = {"chat": self.chat, "from": self.user, "date": self.world.now(), "message_id": number}
        await self.world.happens("message", told | posted.file_as_told)

    async def presses(self, message: Posted, label: str) -> None:
        """Press the button of that label under `message`."""
        await self.presses_token(message, message.button(label)["callback_data"])

    async def presses_token(self, message: Posted, token: str) -> None:
        """Press a button of that token under `message`, whether there is one or a forged client says so."""
        self.world.presses[press := str(self.world.next_id("press"))] = self
        query = {"id": press, "from": self.user, "chat_instance": str(message.chat_id), "data": token}
        await self.world.happens("callback_query", query | {"message": shown(self.world, message)})

    async def blocks_bot(self) -> None:
        """Shut the bot out of the private chat."""
        self.blocked = True
        await self._changes_bot({"status": "member"}, {"status": "kicked", "until_date": 0})

    async def unblocks_bot(self) -> None:
        """Let the bot in again."""
        self.blocked = False
        await self._changes_bot({"status": "kicked", "until_date": 0}, {"status": "member"})

    async def joins(self, group: "Group") -> None:
        """Join a group."""
        group.members.append(self)
        await self._moves(group, "left", "member")

    async def leaves(self, group: "Group") -> None:
        """Leave a group."""
        group.members.remove(self)
        await self._moves(group, "member", "left")

    async def reacts(self, message: Posted, emoji: str, *, takes_back: bool = False) -> None:
        """React to a group's message, or take the reaction back."""
        chosen = [{"type": "emoji", "emoji": emoji}]
        before, after = (chosen, []) if takes_back else ([], chosen)
        reaction = {
            "chat": self.world.groups[message.chat_id].chat,
            "message_id": message.message_id,
            "user": self.user,
            "date": self.world.now(),
            "old_reaction": before,
            "new_reaction": after,
        }
        await self.world.happens("message_reaction", reaction)

    async def votes(self, message: Posted, *options: int) -> None:
        """Choose exactly these options of the poll that `message` is."""
        poll = self.world.polls[message.chat_id, message.message_id]
        poll.votes[self.id] = options
        if not poll.anonymous:
            persistent = [f"o{option}" for option in options]
            answer = {"poll_id": poll.id, "user": self.user, "option_ids": [*options]}
            await self.world.happens("poll_answer", answer | {"option_persistent_ids": persistent})
        await self.world.happens("poll", poll.shown())

    async def follows(self, address: str) -> None:
        """Open an invite link, or the address of the private chat. LookupError where it leads nowhere."""
        if "?start=" in address:
            await self.opens(address.partition("?start=")[2])
            return
        link = self.world.links[address]
        group = self.world.groups[link.group_id]
        if link.revoked or (link.until and link.until <= self.world.now()) or group.moved_to is not None:
            raise LookupError(address)
        if not link.asks:
            group.members.append(self)
            await self.is_let_in(group, link)
            return
        group.requests[self.id] = link
        asked = {"chat": group.chat, "from": self.user, "user_chat_id": self.id, "date": self.world.now()}
        await self.world.happens("chat_join_request", asked | {"invite_link": link.shown()})

    async def is_let_in(self, group: "Group", link: Link) -> None:
        """The bot is told that they came by this link."""
        await self.world.happens("chat_member", self.comes_by(group, link))

    def comes_by(self, group: "Group", link: Link) -> dict[str, Any]:
        """Their arrival by this link as the Bot API tells it."""
        how = {"invite_link": link.shown(), "via_join_request": link.asks}
        return self._change(group, "left", "member") | how

    async def reads(self, text: str = "") -> Posted:
        """Wait for a message of the bot in the private chat that contains `text`; the newest of them."""
        return await _newest(lambda: self.inbox, text)

    async def noticed(self) -> Notice:
        """Wait until a press is answered; how the last one was."""
        await eventually(lambda: bool(self.notices), "a press was answered")
        return self.notices[-1]

    def _message(self, posted: Posted, group: "Group | None", anonymously: bool) -> dict[str, Any]:
        message: dict[str, Any] = {
            "message_id": posted.message_id,
            "date": self.world.now(),
            "chat": self.chat if group is None else group.chat,
            "from": ANONYMOUS if anonymously else self.user,
            "text": posted.text,
        }
        if entities := entities_in(posted.text):
            message["entities"] = entities
        if anonymously and group is not None:
            message["sender_chat"] = group.chat
        return message

    async def _changes_bot(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        change = {
            "chat": self.chat,
            "from": self.user,
            "date": self.world.now(),
            "old_chat_member": {"user": BOT, **old},
            "new_chat_member": {"user": BOT, **new},
        }
        await self.world.happens("my_chat_member", change)

    async def _moves(self, group: "Group", old: str, new: str) -> None:
        if group.bot_is_administrator:
            await self.world.happens("chat_member", self._change(group, old, new))

    def _change(self, group: "Group", old: str, new: str) -> dict[str, Any]:
        return {
            "chat": group.chat,
            "from": self.user,
            "date": self.world.now(),
            "old_chat_member": {"user": self.user, "status": old},
            "new_chat_member": {"user": self.user, "status": new},
        }


@dataclass(eq=False)
class Group:
    """A supergroup, or a channel."""

    world: World
    id: int
    title: str
    owner: Person
    administrators: list[Person] = field(default_factory=list)
    members: list[Person] = field(default_factory=list)
    bot_inside: bool = True
    bot_is_administrator: bool = True
    bot_may_write: bool = True
    bot_manages_tags: bool = True
    bot_removes_people: bool = False
    members_may_write: bool = True
    moved_to: int | None = None
    type: str = "supergroup"
    tags: dict[int, str] = field(default_factory=dict)
    requests: dict[int, Link] = field(default_factory=dict)

    @property
    def messages(self) -> list[Posted]:
        """What the bot wrote here, oldest first."""
        return [posted for (chat, _), posted in self.world.messages.items() if chat == self.id and posted.by_bot]

    @property
    def chat(self) -> dict[str, Any]:
        """The group as the Bot API tells it."""
        return {"id": self.id, "type": self.type, "title": self.title}

    def shows_bot(self, text: str) -> bool:
        """Whether the bot gets to see a message: all as an administrator, else commands alone in privacy mode."""
        return self.bot_inside and (self.bot_is_administrator or not self.world.privacy_mode or text.startswith("/"))

    async def serves(self, **service: Any) -> int:
        """Telegram itself posts something, such as `video_chat_started={}`; the message's id."""
        message_id = self.world.next_id("message")
        message: dict[str, Any] = {"message_id": message_id, "date": self.world.now(), "chat": self.chat, **service}
        if self.type == "channel":
            await self.world.happens("channel_post", message | {"sender_chat": self.chat})
        else:
            await self.world.happens("message", message | {"from": ANONYMOUS, "sender_chat": self.chat})
        return message_id

    async def migrates(self, *, told: bool = True) -> "Group":
        """Grow into a supergroup, which goes on under another id; `told`: Telegram says so."""
        fresh = self.world.group(self.title, owner=self.owner, members=tuple(self.members))
        self.moved_to = fresh.id
        if told:
            await self.serves(migrate_to_chat_id=fresh.id)
            await fresh.serves(migrate_from_chat_id=self.id)
        return fresh

    async def has_bot(self, *, inside: bool) -> None:
        """The owner puts the bot into the group, or takes it out."""
        self.bot_inside = inside
        states = [{"user": BOT, "status": "left"}, {"user": BOT, "status": "member"}]
        before, after = states if inside else reversed(states)
        change = {"chat": self.chat, "from": self.owner.user, "date": self.world.now()}
        await self.world.happens("my_chat_member", change | {"old_chat_member": before, "new_chat_member": after})

    async def closes(self, message: Posted) -> None:
        """The time of a poll is over."""
        poll = self.world.polls[self.id, message.message_id]
        poll.closed = True
        await self.world.happens("poll", poll.shown())

    async def promotes(self, person: Person) -> None:
        """Make somebody an administrator."""
        self.administrators.append(person)
        await self._changes({"user": person.user, "status": "member"}, administrator(person.user))

    async def demotes(self, person: Person) -> None:
        """Make an administrator a member again."""
        self.administrators.remove(person)
        await self._changes(administrator(person.user), {"user": person.user, "status": "member"})

    async def _changes(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        told = {"chat": self.chat, "from": self.owner.user, "date": self.world.now()}
        await self.world.happens("chat_member", told | {"old_chat_member": old, "new_chat_member": new})

    async def is_reacted_to(self, message: Posted, emoji: str, *, count: int) -> None:
        """So many reacted to a message namelessly by now."""
        kind = {"type": {"type": "emoji", "emoji": emoji}, "total_count": count}
        counts = {"chat": self.chat, "message_id": message.message_id, "date": self.world.now(), "reactions": [kind]}
        await self.world.happens("message_reaction_count", counts)

    async def reads(self, text: str = "") -> Posted:
        """Wait for a message of the bot in the group that contains `text`; the newest of them."""
        return await _newest(lambda: self.messages, text)


def shown(world: World, posted: Posted) -> dict[str, Any]:
    """A message of the bot as the Bot API tells it."""
    chat = world.groups[posted.chat_id].chat if posted.chat_id < 0 else world.people[posted.chat_id].chat
    message: dict[str, Any] = {
        "message_id": posted.message_id,
        "date": world.now(),
        "chat": chat,
        "from": BOT,
        **posted.file_as_told,
    }
    if posted.text:
        message["text" if posted.file is None else "caption"] = posted.text
    if posted.entities:
        message["entities" if posted.file is None else "caption_entities"] = posted.entities
    if posted.keyboard:
        message["reply_markup"] = {"inline_keyboard": posted.keyboard}
    return message


async def _newest(messages: Callable[[], list[Posted]], text: str) -> Posted:
    await eventually(lambda: any(text in posted.text for posted in messages()), f"a message with {text!r}")
    return [posted for posted in messages() if text in posted.text][-1]
