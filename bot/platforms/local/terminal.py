"""The terminal's face of the local chat: one person plays everybody, line by line."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from bot.model.identity import ChannelRef, Role
from bot.platforms.local.backstage import Backstage
from bot.platforms.local.cast import (
    callable_people,
    find_person,
    first_in_role,
    keeping_their_language,
    names,
    newcomer,
)
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.drawing import Painter
from bot.platforms.local.filling import HELP, QUIT, Filled, Filling, Left
from bot.platforms.local.lines import Source
from bot.platforms.local.numbering import numbered
from bot.platforms.local.prompting import Prompter
from bot.platforms.local.records import CHANNELS, DIRECT, GENERAL, HOSTS, PLACES, Asked, Person, Shown
from bot.text.markup import clean

OFFERS_KEPT = 50


async def talk(chat: LocalPlatform, backstage: Backstage, painter: Painter, lines: Source, me: Person) -> None:
    """Let whoever types the lines use `chat`, at first as `me`, until "quit" or the end of the input.

    The chat must run, or be started beside.
    """
    lines.start()
    terminal = Terminal(chat, backstage, painter, Prompter(painter, lines), me)
    stop_listening = chat.listen(terminal.hear)
    try:
        await chat.ready()
        await terminal.run()
    finally:
        stop_listening()
        terminal.leave()


class Terminal:
    """One sitting at the terminal: who is typing, where, and what they have not seen yet."""

    def __init__(
        self, chat: LocalPlatform, backstage: Backstage, painter: Painter, prompter: Prompter, me: Person
    ) -> None:
        self._chat = chat
        self._backstage = backstage
        self._painter = painter
        self._prompter = prompter
        self._me = me
        self._channel = GENERAL
        self._unseen: list[Shown | Asked] = []
        self._offers: list[Shown] = []  # what was drawn with buttons, the newest last
        self._held: list[Shown] | None = None  # answers with buttons, while what was typed is dealt with
        self._left_over: str | None = None  # a line that somebody left a form with

    async def run(self) -> None:
        """Read and obey until there is nothing more to read."""
        await self._welcome()
        await self._look_around()
        while (line := await self._next_line()) is not None and line != QUIT:
            with self._answers_last():
                await self._obey(line)
                await self._look_around()
            await self._fill_in_forms()

    def leave(self) -> None:
        """Let go of the terminal."""
        self._prompter.close()

    def hear(self, what: Shown | Asked) -> None:
        """Draw what the chat shows, or tell that somebody else has something to see."""
        with self._prompter.aside():
            if self._chat.is_seen_by(self._me, what):
                self._draw_or_hold(what)
            else:
                self._unseen = [*(other for other in self._unseen if not _same(other, what)), what]
                self._tell_of(what)

    @contextmanager
    def _answers_last(self) -> Iterator[None]:
        """Draw a private answer with buttons below what its command posts, so that the numbers press its buttons."""
        self._held = []
        try:
            yield
        finally:
            held, self._held = self._held, None
            for answer in held:
                self.hear(answer)  # who is playing may have changed meanwhile

    def _draw_or_hold(self, what: Shown | Asked) -> None:
        if self._held is None or isinstance(what, Asked):
            self._draw(what)
            return
        self._held = [answer for answer in self._held if not _same(answer, what)]
        if what.private and what.buttons and not what.key and not what.edited:
            self._held.append(what)
        else:
            self._draw(what)

    async def _welcome(self) -> None:
        self._painter.note("local-welcome", name=self._me.name)
        if zone := await self._backstage.first_zone():
            self._painter.note("local-first-zone", zone=zone)
        if others := keeping_their_language(self._chat, self._painter.language):
            self._painter.note("local-languages-stay", names=names(others))

    async def _next_line(self) -> str | None:
        line, self._left_over = self._left_over, None
        if line is None:
            line = await self._prompter.read(self._prompt())
        return None if line is None else line.strip()

    async def _obey(self, line: str) -> None:
        if line == HELP:
            self._painter.note("local-help", people=self._people(), log=self._backstage.log_file)
        elif line.split(maxsplit=1)[:1] == ["@new"]:
            await self._bring_in(line.removeprefix("@new").strip())
        elif line.startswith("@") and self._is_for_nobody_else(line):
            await self._switch_to(line.removeprefix("@"))
        elif line.startswith("#") and " " not in line:
            self._go_to(line)
        elif line.isdecimal():
            await self._press(int(line))
        elif line:
            await self._chat.says(self._me, line, self._channel)

    def _is_for_nobody_else(self, line: str) -> bool:
        """Whether it only names somebody to play: "@harry good evening" is said to everybody."""
        return " " not in line or find_person(self._chat, line.removeprefix("@")) is not None

    async def _look_around(self) -> None:
        """Wait for what was typed to be dealt with, and learn what the person is by now."""
        await self._backstage.settled()
        before = self._me.role
        self._me = self._chat.appointed(self._me, await self._backstage.role(self._me))
        if self._me.role != before:
            self._channel = GENERAL if self._channel == HOSTS and self._me.role < Role.HOST else self._channel
            self._catch_up()

    async def _press(self, number: int) -> None:
        offer = self._offer()
        if offer is None:
            self._tell_of_no_buttons(number)
            return
        buttons = numbered(offer.buttons)
        action = buttons.get(number)
        if action is None:
            self._painter.note("local-no-such-button", number=number, numbers=_span(buttons))
        elif action.url:
            self._painter.note("local-link", link=action.url)
        else:
            await self._chat.presses(self._me, action.token)

    def _tell_of_no_buttons(self, number: int) -> None:
        elsewhere = next((shown for shown in reversed(self._offers) if self._chat.is_seen_by(self._me, shown)), None)
        if elsewhere:
            self._painter.note("local-buttons-elsewhere", number=number, place=_place(elsewhere.channel))
        else:
            self._painter.note("local-no-buttons", number=number)

    async def _fill_in_forms(self) -> None:
        while not self._left_over and (asked := next(iter(self._chat.forms(self._me)), None)):
            outcome = await Filling(asked.form, self._painter, self._prompter.read).run()
            match outcome:
                case Left(line):
                    self._chat.dismisses(asked)
                    self._left_over = line
                case Filled(values):
                    with self._answers_last():
                        await self._chat.submits(self._me, asked.form, dict(values))
                        await self._look_around()

    async def _bring_in(self, words: str) -> None:
        if words and find_person(self._chat, words.split()[0]):
            self._painter.note("local-new-taken", name=words.split()[0])
            return
        person = newcomer(self._chat, words, self._painter.language) if words else None
        if not person:
            self._painter.note("local-new-how")
            return
        self._become(person)
        await self._chat.joins(person)
        await self._backstage.appoint(person, person.role)

    async def _switch_to(self, called: str) -> None:
        person = find_person(self._chat, called) or first_in_role(self._chat, self._painter, called)
        if person:
            self._become(self._chat.appointed(person, await self._backstage.role(person)))
        elif called:
            self._painter.note("local-no-such-person", name=called, people=self._people())
        else:
            self._painter.note("local-people", people=self._people())

    def _become(self, person: Person) -> None:
        self._me = person
        self._channel = GENERAL
        self._painter.note("local-you-are", name=person.name, role=self._painter.role(person))
        self._catch_up()

    def _catch_up(self) -> None:
        """Draw what waited for the person."""
        mine = [what for what in self._unseen if self._chat.is_seen_by(self._me, what)]
        self._unseen = [what for what in self._unseen if what not in mine]
        for what in mine:
            if isinstance(what, Shown):
                self._draw(what)

    def _go_to(self, place: str) -> None:
        if place == DIRECT:
            self._channel = self._me.private_chat
        elif place not in PLACES:
            self._painter.note("local-places", places=", ".join(PLACES))
        elif place == _place(HOSTS) and self._me.role < Role.HOST:
            self._painter.note("local-hosts-only")
        else:
            self._channel = next(channel for channel in CHANNELS if _place(channel) == place)

    def _people(self) -> str:
        return callable_people(self._chat, self._painter)

    def _offer(self) -> Shown | None:
        """The message whose buttons the numbers press: the last one drawn in this channel that this person sees."""
        here = (shown for shown in reversed(self._offers) if shown.channel == self._channel)
        return next((shown for shown in here if self._chat.is_seen_by(self._me, shown)), None)

    def _draw(self, what: Shown | Asked) -> None:
        if isinstance(what, Asked):
            if self._prompter.is_open:
                self._painter.note("local-form-waits", title=what.form.title)
            return
        self._painter.message(what)
        for file in what.message.files:
            key = "local-picture" if file.is_picture else "local-file"
            self._painter.note(key, path=self._backstage.keep(file))
        self._offers = [shown for shown in self._offers if not _same(shown, what)][-OFFERS_KEPT:]
        if what.buttons:
            self._offers.append(what)

    def _tell_of(self, what: Shown | Asked) -> None:
        if not what.only_for:
            self._painter.note("local-unseen-hosts")
            return
        person = find_person(self._chat, what.only_for.user_id)
        if person:
            self._painter.note("local-unseen", name=person.name, switch=f"@{person.user_id}")

    def _prompt(self) -> str:
        place = "" if self._channel == GENERAL else f" {_place(self._channel)}"
        return f"{clean(self._me.name)} ({self._painter.role(self._me)}){place} > "


def _place(channel: ChannelRef) -> str:
    """What the channel is called in the terminal."""
    return f"#{channel.channel_id}" if channel.space_id else DIRECT


def _span(numbers: Collection[int]) -> str:
    """The first and the last of them: "1–7", or "1"."""
    return "–".join(dict.fromkeys([str(min(numbers)), str(max(numbers))]))


def _same(one: Shown | Asked, other: Shown | Asked) -> bool:
    """Whether both are the same message, at whatever edit."""
    return isinstance(one, Shown) and isinstance(other, Shown) and one.message_id == other.message_id
