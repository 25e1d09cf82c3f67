"""The local chat: a whole chat network in memory, for the terminal and for tests."""

import asyncio
from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence

from msgspec.structs import replace

from bot.clock import Clock
from bot.model.identity import AccountRef, ChannelRef, Role, SpaceRef, Target
from bot.model.incoming import ReplyTo
from bot.model.messages import TOKEN_PATTERN, Action, CommandSpec, Form, Message
from bot.model.native import Natives
from bot.model.ports import Capabilities, Channels, Sink
from bot.model.results import Problem, SendResult, SendStatus
from bot.model.rights import Right
from bot.platforms.local.board import Board, Listener
from bot.platforms.local.incoming import Gate
from bot.platforms.local.limits import CAPABILITIES, form_fault, message_fault
from bot.platforms.local.natives import LocalBadges, LocalDirectory, LocalDoors, LocalFiles, LocalInvites
from bot.platforms.local.polls import VOTE, LocalPolls
from bot.platforms.local.records import BOT, GENERAL, HOSTS, PLATFORM, Asked, Person, Shown
from bot.platforms.local.room import Room
from bot.platforms.local.typed import nearest_command, read_command, read_group
from bot.text.addressing import in_words, said_to
from bot.text.markup import echoed
from bot.text.saying import Say


class LocalPlatform:
    """The port `Platform`, people who act, and a look at what each of them sees.

    What people do waits until the chat runs, and returns once the bot has stored it. `say` is `Translator.text`; the
    chat itself speaks only when nobody else can: to say that a command does not exist.
    """

    def __init__(self, clock: Clock, say: Say) -> None:
        self._clock = clock
        self._say = say
        self._room = Room()
        self._board = Board()
        self._gate = Gate(clock)
        self._polls = LocalPolls(self._put_up, clock)
        self._natives = Natives(
            polls=self._polls,
            badges=LocalBadges(self._room),
            invites=LocalInvites(self._room, clock, self._comes),
            doors=LocalDoors(self._room),
            files=LocalFiles(),
            directory=LocalDirectory(self._room),
        )
        self._results: deque[tuple[SendResult, bool]] = deque()

    # The port

    @property
    def name(self) -> str:
        return PLATFORM

    @property
    def capabilities(self) -> Capabilities:
        return CAPABILITIES

    @property
    def natives(self) -> Natives:
        return self._natives

    async def run(self, sink: Sink, commands: Sequence[CommandSpec]) -> None:
        """Let people act until cancelled."""
        self._gate.open(sink, commands)
        try:
            await asyncio.Event().wait()
        finally:
            self._gate.shut()

    async def close(self) -> None:
        """Nothing to let go of: what was shown stays to be looked at."""

    async def send(self, to: Target, message: Message, *, key: str) -> SendResult:
        result, arrives = self._results.popleft() if self._results else (None, True)
        if result and not arrives:
            return result
        door = self._room.door(to)
        if isinstance(door, ChannelRef) and door.channel_id in self._room.shut:
            return SendResult(SendStatus.FORBIDDEN, reason=f"the bot may not post in {door.channel_id}")
        shown = self._show(door, message, key=key)
        return result or shown

    async def edit(self, channel: ChannelRef, message_id: str, message: Message) -> SendResult:
        if fault := message_fault(message):
            return SendResult(SendStatus.INVALID, reason=fault)
        if not self._board.edit(channel, message_id, message):
            return SendResult(SendStatus.GONE, reason=f"no message {message_id} in {channel.channel_id}")
        return SendResult(SendStatus.SENT, message_id)

    async def respond(self, to: ReplyTo, message: Message, *, private: bool) -> SendResult:
        if to.token not in self._room.people:
            return SendResult(SendStatus.GONE, reason=f"nobody here is {to.token!r}")
        door = self._room.door(ChannelRef(PLATFORM, to.channel))
        return self._show(door, message, only_for=AccountRef(PLATFORM, to.token) if private else None)

    async def open_form(self, to: ReplyTo, form: Form) -> SendResult:
        if to.token not in self._room.people:
            return SendResult(SendStatus.GONE, reason=f"nobody here is {to.token!r}")
        if fault := form_fault(form):
            return SendResult(SendStatus.INVALID, reason=fault)
        self._board.ask(Asked(form, AccountRef(PLATFORM, to.token), to))
        return SendResult(SendStatus.SENT)

    def channels(self, space: SpaceRef) -> Channels:
        return Channels(GENERAL.channel_id, HOSTS.channel_id)

    async def check(self, space: SpaceRef, needs: Collection[Right] = ()) -> Sequence[Problem]:
        lacking = sorted(self._room.lacking.intersection(needs))
        return [Problem("local-problem-right", (("right", right),)) for right in lacking]

    # People act

    async def ready(self) -> None:
        """Return once the chat runs."""
        await self._gate.commands()

    def person(
        self,
        user_id: str,
        *,
        name: str = "",
        floor: Role = Role.MEMBER,
        language: str | None = None,
        outside: bool = False,
        groups: Collection[str] = (),
    ) -> Person:
        """Introduce somebody who is in the space already, or `outside` of it; `groups` are roles of the chat's own.

        Once more with the same id changes what is known of them.
        """
        if outside:
            self._room.away.add(user_id)
        person = Person(user_id, name or user_id, floor, language, groups=frozenset(groups))
        self._room.people[user_id] = person
        return person

    def appointed(self, person: Person, role: Role) -> Person:
        """Learn what the community made of somebody: the hosts' channel opens to its hosts."""
        person = replace(person, given=role)
        self._room.people[person.user_id] = person
        return person

    async def says(self, person: Person, text: str, channel: ChannelRef = GENERAL) -> None:
        """Say `text` in a channel or in the person's private chat; a leading "/" makes it a command.

        All else is said to the bot in the private chat, and in a channel where it has the bot's name in it.
        """
        commands = await self._gate.commands()
        if not text.startswith("/"):
            words = said_to(text, BOT) if channel.space_id else in_words(text)
            if channel.space_id:
                await self._gate.chat(person, text)
            if words:
                await self._gate.words(person, channel, words)
        elif command := read_command(text, commands) or read_group(text, commands):
            await self._gate.command(person, channel, command)
        else:
            self._show(channel, self._unknown_command(person, text, commands), only_for=person.account)

    async def presses(self, person: Person, button: str) -> None:
        """Press a button that the person sees, by label or token; a token alone works as one from an old message.

        A button with a link only leads away, so that the bot hears nothing. LookupError when there is no such button.
        """
        seen = [(shown, action) for shown in reversed(self.shown(person)) for action in shown.buttons]
        for shown, action in seen:
            if button in (action.label, action.token):
                await self._press(person, shown, action)
                return
        if not TOKEN_PATTERN.fullmatch(button):
            raise LookupError(f"{person.name} sees no button {button!r}, only {[action.label for _, action in seen]}")
        await self._gate.press(person, GENERAL, button)

    async def submits(self, person: Person, form: Form | str, values: Mapping[str, str]) -> None:
        """Send an open form, given as it is or by its token; fields without a value keep what stands in them.

        LookupError when no such form is open for the person, or when it has no such field.
        """
        token = form if isinstance(form, str) else form.token
        asked = next((asked for asked in self.forms(person) if asked.form.token == token), None)
        if not asked:
            raise LookupError(f"no form {token!r} is open for {person.name}")
        if unknown := set(values) - {field.name for field in asked.form.fields}:
            raise LookupError(f"the form {token!r} has no field {', '.join(sorted(unknown))}")
        self._board.close(asked)
        filled = tuple((field.name, values.get(field.name, field.value)) for field in asked.form.fields)
        await self._gate.form(person, asked.reply_to, token, filled)

    def dismisses(self, asked: Asked) -> None:
        """Close a form without sending it; the bot hears nothing, as on every network."""
        self._board.close(asked)

    async def opens(self, person: Person, payload: str) -> None:
        """Follow a deep link into the private chat."""
        await self._gate.link(person, payload)

    async def joins(self, person: Person, invite: str = "") -> None:
        """Enter the space, or ask to where the invite says so. LookupError for an invite that leads nowhere."""
        if invite and invite not in self._room.invites:
            raise LookupError(f"no invite {invite!r}")
        if invite and self._room.invites[invite].on_request:
            self._room.waiting[person.user_id] = invite
            await self._gate.asked_in(person, invite)
            return
        await self._comes(person.user_id, invite)

    async def _comes(self, user_id: str, invite: str) -> None:
        self._room.away.discard(user_id)
        if invite:
            self._room.used[invite] += 1
        await self._gate.joined(self._room.people[user_id], invite)

    async def takes_back(self, person: Person, invite: str, *, quietly: bool = False) -> None:
        """Take an invite back; quietly: the bot is not told. LookupError for one that leads nowhere."""
        del self._room.invites[invite]
        if not quietly:
            await self._gate.invite_gone(person, invite)

    async def takes_in(self, person: Person, *, title: str = "", here: bool = True) -> None:
        """Let somebody put the bot into the space, or take it out of it."""
        await self._gate.bot(person, here=here, title=title)

    def arrange(
        self,
        *,
        roles: Mapping[str, str] | None = None,
        lacking: Collection[Right] | None = None,
        shut: Mapping[str, str] | None = None,
    ) -> None:
        """What the chat has: roles of its own (id, name), rights that the bot lacks, channels where it may not post."""
        self._room.roles = dict(roles) if roles is not None else self._room.roles
        self._room.lacking = set(lacking) if lacking is not None else self._room.lacking
        self._room.shut = dict(shut) if shut is not None else self._room.shut

    async def leaves(self, person: Person) -> None:
        """Leave the space, with tag and threads; its posts are no longer seen, the private chat stays."""
        self._room.away.add(person.user_id)
        self._room.tags.pop(person.user_id, None)
        for inside in self._room.threads.values():
            inside.discard(person.user_id)
        await self._gate.left(person)

    async def blocks(self, person: Person, *, quietly: bool = False) -> None:
        """Shut the bot out of the private chat; quietly: the bot learns it from its next send only, as on Discord."""
        self._room.blocking.add(person.user_id)
        if not quietly:
            await self._gate.door(person, reachable=False)

    async def unblocks(self, person: Person, *, quietly: bool = False) -> None:
        """Let the bot in again."""
        self._room.blocking.discard(person.user_id)
        if not quietly:
            await self._gate.door(person, reachable=True)

    async def repeats(self) -> None:
        """Hand the last update over once more, as networks do when in doubt. LookupError before the first."""
        await self._gate.repeat()

    async def _press(self, person: Person, shown: Shown, action: Action) -> None:
        if action.url is not None:
            return
        if not action.token.startswith(VOTE):
            await self._gate.press(person, shown.channel, action.token)
        elif (chosen := self._polls.vote(person, shown.message_id, action.token)) is not None:
            if self._polls.is_secret(shown.message_id):
                return
            await self._gate.voted(person, shown.message_id, chosen)

    # What is seen

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody who was introduced, in order."""
        return tuple(self._room.people.values())

    @property
    def sent(self) -> tuple[Shown, ...]:
        """Everything that was shown to anybody, in order."""
        return tuple(self._board.messages)

    def shown(self, person: Person) -> tuple[Shown, ...]:
        """What `person` sees of the bot, in order: posts in channels and their own private messages."""
        return tuple(shown for shown in self._board.messages if self._room.sees(person, shown))

    @property
    def invites(self) -> tuple[str, ...]:
        """The addresses that lead in, in the order they were made."""
        return tuple(self._room.invites)

    def tag(self, person: Person) -> str:
        """What stands behind the person's name; "" for nothing."""
        return self._room.tags.get(person.user_id, "")

    def is_inside(self, person: Person, thread: str = "") -> bool:
        """Whether the person is in the space, or in one of its private threads."""
        if thread:
            return person.user_id in self._room.threads.get(thread, ())
        return person.user_id not in self._room.away

    def forms(self, person: Person) -> tuple[Asked, ...]:
        """The forms open for `person`, the oldest first."""
        return tuple(asked for asked in self._board.forms if asked.only_for == person.account)

    def is_seen_by(self, person: Person, what: Shown | Asked) -> bool:
        """Whether `person` sees a message or a form."""
        return self._room.sees(person, what)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with all that is shown, edited or asked from now on. Returns what ends it."""
        return self._board.listen(listener)

    def next_result(self, result: SendResult, *, arrives: bool = False) -> None:
        """Let the next `send` end with `result`; several queue up. `arrives`: the message is shown nevertheless."""
        self._results.append((result, arrives))

    def next_native(self, result: SendResult) -> None:
        """Let the next change of a tag, or of who is in a thread, end with `result`; several queue up."""
        self._room.faults.append(result)

    def _show(
        self, door: ChannelRef | SendResult, message: Message, *, only_for: AccountRef | None = None, key: str = ""
    ) -> SendResult:
        if isinstance(door, SendResult):
            return door
        if fault := message_fault(message):
            return SendResult(SendStatus.INVALID, reason=fault)
        return self._put_up(door, message, only_for=only_for, key=key)

    def _put_up(
        self, door: ChannelRef, message: Message, *, only_for: AccountRef | None = None, key: str = ""
    ) -> SendResult:
        owner = self._room.owner(door) or only_for
        shown = Shown(self._gate.new_id(), door, message, self._clock.now(), owner, key=key)
        self._board.show(shown)
        return SendResult(SendStatus.SENT, shown.message_id)

    def _unknown_command(self, person: Person, text: str, commands: Sequence[CommandSpec]) -> Message:
        language, typed = person.language or "en", echoed(text)
        if near := nearest_command(text, commands):
            return Message(self._say("local-near-command", language, typed=typed, near=f"/{near}"))
        return Message(self._say("local-unknown-command", language, typed=typed))
