"""Telegram as a stage: the whole bot behind the real edge, on a Bot API server of our own."""

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import Any

from bot.app import App, open_app
from bot.clock import VirtualClock
from bot.community.communities import Communities
from bot.community.people import People
from bot.config import Config
from bot.core.settling import settle
from bot.core.tokens import is_for
from bot.demo.opening import SetStage
from bot.demo.scenario import Part, Place, ScenarioError, Seen, Stage
from bot.model.identity import AccountRef, Actor, Role, SpaceRef
from bot.model.messages import Markup
from bot.platforms.telegram.connection import TelegramPlatform
from bot.platforms.telegram.questions import STOP
from bot.surroundings import Surroundings
from bot.text.markup import escape
from tests.demo.drawing import drawn_posted
from tests.eventually import eventually
from tests.platforms.telegram.records import Posted
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.whole import connected
from tests.platforms.telegram.world import Group, Person

_PATIENCE = 30.0  # seconds; longer than the busiest machine takes


class TelegramStage:
    """A group whose owner commands from her private chat with the bot, which is where hosts are told things too.

    Nobody but she has pressed START. Whom a button leads to the private chat follows it, as people do.
    """

    def __init__(self, server: TelegramServer, idle: Callable[[], Awaitable[object]], stays_out: str) -> None:
        self.server = server
        self._stays_out = stays_out
        self._idle = idle
        self._people: dict[str, Person] = {}
        self._seen: dict[str, set[tuple[int, int, int]]] = {}
        self._group: Group | None = None
        self.owner = ""

    @property
    def group(self) -> Group:
        """Where everybody reads."""
        assert self._group is not None
        return self._group

    @property
    def space(self) -> SpaceRef:
        return SpaceRef("telegram", str(self.group.id))

    def account(self, who: str) -> AccountRef:
        return AccountRef("telegram", str(self._people[who].id))

    def enters(self, part: Part) -> None:
        host = part.role is Role.OWNER
        person = self._people[part.name] = self.server.person(part.name, language=part.language, started=host)
        if host:
            self.owner = part.name
            self._group = self.server.group("Evening club", owner=person)
        else:
            self.group.members.append(person)

    async def says(self, who: str, text: str, place: Place) -> None:
        await self._people[who].says(text, in_=self.group if place is Place.EVERYBODY else None)

    async def presses(self, who: str, action: str, arguments: Sequence[int | str]) -> None:
        offers = self.offers(who)
        found = next((token for token in offers if is_for(token, action, arguments)), None)
        if found is None:
            raise ScenarioError(f"{who} sees no button {action} {list(arguments)} among {len(offers)}.")
        await self.taps(who, found)

    def offers(self, who: str) -> list[str]:
        """The tokens of the buttons that somebody sees, under the newest message first."""
        buttons = (button for message, button in self._buttons(who) if "callback_data" in button)
        return [button["callback_data"] for button in buttons]

    async def taps(self, who: str, token: str) -> None:
        """Press the newest button of this token."""
        for message, button in self._buttons(who):
            if button.get("callback_data") == token:
                await self._press(who, message, button["text"])
                return

    def _buttons(self, who: str) -> list[tuple[Posted, Any]]:
        messages = reversed(self._messages(who))
        return [(message, button) for message in messages for row in message.keyboard for button in row]

    async def fills_in(self, who: str, values: Sequence[tuple[str, str]]) -> None:
        person = self._people[who]
        for _, value in values:
            await self._idle()
            if not any(_is_question(message) for message in person.inbox[-1:]):
                raise ScenarioError(f"No form is open for {who}.")
            await person.says(value)

    def news(self, who: str) -> Sequence[Seen]:
        return [self._as_seen(who, message) for message in self._fresh(who)]

    def drawn(self, who: str) -> str:
        """The same as `news`, drawn as Telegram shows it."""
        return "\n\n".join(drawn_posted(message) for message in self._fresh(who))

    def _fresh(self, who: str) -> list[Posted]:
        seen, fresh = self._seen.setdefault(who, set()), []
        for message in self._messages(who):
            if (key := (message.chat_id, message.message_id, message.edits)) not in seen:
                seen.add(key)
                fresh.append(message)
        return fresh

    async def _press(self, who: str, message: Posted, label: str) -> None:
        person = self._people[who]
        notices = len(person.notices)
        await person.presses(message, label)
        await self._idle()
        await eventually(lambda: len(person.notices) > notices, "the press is answered")
        if (door := person.notices[-1].url) and who != self._stays_out:
            await person.follows(door)

    def _messages(self, who: str) -> list[Posted]:
        """What the bot shows to somebody, in its order."""
        return sorted([*self.group.messages, *self._people[who].inbox], key=lambda message: message.message_id)

    def _as_seen(self, who: str, message: Posted) -> Seen:
        place = Place.EVERYBODY
        if message.chat_id == self._people[who].id:
            place = Place.HOSTS if who == self.owner else Place.PRIVATE
        return Seen(place, Markup(escape(message.text)), tuple(map(tuple, message.rows)))


def _is_question(message: Posted) -> bool:
    return any(button.get("callback_data") == STOP for row in message.keyboard for button in row)


def telegram_stage(*, stays_out: str = "") -> SetStage:
    """Opens the stage. Its server holds every request and every answer against the official description.

    Who `stays_out` does not press START, wherever a button leads.
    """

    @contextlib.asynccontextmanager
    async def open_stage(config: Config, clock: VirtualClock) -> AsyncIterator[tuple[App, Stage]]:
        def make(around: Surroundings) -> list[TelegramPlatform]:
            return [
                TelegramPlatform(
                    server.token,
                    base_url=server.url,
                    clock=around.clock,
                    say=around.say,
                    memory=around.memory("telegram"),
                    press_patience=_PATIENCE,
                )
            ]

        async with (
            TelegramServer(clock) as server,
            open_app(config, clock=clock, make_platforms=make) as app,
            connected(server, app),
        ):
            yield app, TelegramStage(server, app.dispatcher.idle, stays_out)
            await app.dispatcher.idle()

    return open_stage


async def appoint_the_owner(app: App, stage: Stage) -> None:
    """What the owner would do in the setup: be told of things in her private chat, and command from there."""
    assert isinstance(stage, TelegramStage)
    owner = stage.account(stage.owner)
    async with app.parts.work() as work:
        community = await settle(app.parts, work, stage.space)
        await Communities(work).set_channels(stage.space, hosts=owner.user_id)
        host = await People(work).recognise(Actor(owner, stage.owner), community)
        await People(work).set_role(host.id, Role.MODERATOR)
