"""Who may do what, on each network: every command, button and form, by everybody from a stranger to the owner."""

import contextlib
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol

import discord
import pytest
import simcord
from simcord.actors import _dispatch_actor_interaction

from bot.app import App, open_app
from bot.clock import VirtualClock
from bot.community.communities import Communities
from bot.community.people import People
from bot.core.declarations import ActionSpec, Command
from bot.core.incidents import newest
from bot.core.loader import load_plugins
from bot.core.permissions import Permissions
from bot.core.registry import Registry
from bot.core.settling import settle
from bot.core.signatures import Parameter, answers_parameter
from bot.core.specs import command_specs
from bot.model.identity import AccountRef, ChannelRef, Role, SpaceRef
from bot.model.incoming import FormSubmitted, ReplyTo
from bot.model.messages import Action, Field, Form, Markup, Message, OptionKind
from bot.model.results import SendStatus
from bot.platforms.discord.connection import DiscordPlatform, Timing
from bot.platforms.local.records import GENERAL, SPACE
from bot.platforms.telegram.origin import Origin
from bot.surroundings import Surroundings
from bot.testing import WholeBot, whole_bot
from bot.text.markup import plain
from tests.platforms.discord.bench import NEVER, START, text_of
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.whole import telegram_bot
from tests.platforms.telegram.world import Group, shown
from tests.platforms.telegram.world import Person as TelegramPerson
from tests.slice import Attached, configured

REGISTRY = load_plugins().registry
LAST = ("forget", "unlink")  # after these somebody is not who they were
COMMANDS = sorted(REGISTRY.commands.values(), key=lambda one: (any(word in one.name for word in LAST), one.name))
ACTIONS = sorted(
    REGISTRY.actions.values(), key=lambda one: (any(word in one.full_name for word in LAST), one.full_name)
)
WHO: Mapping[str, Role] = {
    "stranger": Role.MEMBER,
    "member": Role.MEMBER,
    "host": Role.HOST,
    "moderator": Role.MODERATOR,
    "owner": Role.OWNER,
}
"""What each may do. A stranger is in no space of the community: what the bot says in private is theirs, and no more."""

ANYTHING = Field("anything", "Anything")


class Front(Protocol):
    """One network, and what its people are told after what they do there."""

    app: App

    async def uses(self, who: str, command: Command) -> list[str]:
        """Use a command without any options."""

    async def presses(self, who: str, token: str) -> list[str]:
        """Press a button of that token."""

    async def submits(self, who: str, token: str) -> list[str]:
        """Send a form of that token with nothing in it that anybody asked for."""


class Home:
    """The chat in the terminal."""

    def __init__(self, bot: WholeBot) -> None:
        self.app = bot.app
        self._bot = bot
        self._people = {who: bot.person(who, role) for who, role in WHO.items()}
        self._people["stranger"] = bot.chat.person("stranger", outside=True)

    async def uses(self, who: str, command: Command) -> list[str]:
        person = self._people[who]
        place = person.private_chat if who == "stranger" else GENERAL
        return await self._bot.says(person, f"/{command.name}", place)

    async def presses(self, who: str, token: str) -> list[str]:
        return await self._bot.presses(self._people[who], token)

    async def submits(self, who: str, token: str) -> list[str]:
        person, seen = self._people[who], len(self._bot.seen(self._people[who]))
        space, place = (None, person.private_chat) if who == "stranger" else (SPACE, GENERAL)
        form = FormSubmitted(
            event_id=f"{who}:{token}",
            at=self._bot.clock.now(),
            actor=person.actor,
            space=space,
            token=token,
            values=(),
            reply_to=ReplyTo("local", place.channel_id, person.user_id, private=space is None),
        )
        await self.app.dispatcher.receive(form)
        await self.app.dispatcher.idle()
        return [plain(one.message.text) for one in self._bot.seen(person)[seen:]]


class OnDiscord:
    """Interactions as Discord sends them, also those that its own programs would not offer to everybody."""

    def __init__(self, app: App, bench: Attached) -> None:
        self.app = app
        self._bench = bench
        self._people: dict[str, Any] = {"owner": bench.olga, "moderator": bench.mona, "member": bench.ann}
        self._people |= {"host": bench.ben, "stranger": bench.env.create_user("zoe")}

    def account(self, who: str) -> AccountRef:
        return AccountRef("discord", str(self._people[who].id))

    async def uses(self, who: str, command: Command) -> list[str]:
        *above, name = command.path[1:] or (None,)
        options: list[dict[str, Any]] = [] if name is None else [{"type": 1, "name": name, "options": []}]
        for group in reversed(above):
            options = [{"type": 2, "name": group, "options": options}]
        data = {"id": "1", "name": command.path[0], "type": 1, "options": options}
        return await self._acts(who, discord.InteractionType.application_command, data)

    async def presses(self, who: str, token: str) -> list[str]:
        message = Message(Markup("press"), ((Action("press", token),),))
        sent = await self._bench.platform.send(self._bench.place, message, key=f"{who}:{token}")
        backend = self._bench.env.backend
        posted = backend.messages[self._bench.channel.id][int(sent.message_id or 0)]
        payload = dict(simcord.backend.serializers.message_payload(backend, posted))
        data = {"custom_id": token, "component_type": 2}
        return await self._acts(who, discord.InteractionType.component, data, extra={"message": payload})

    async def submits(self, who: str, token: str) -> list[str]:
        return await self._acts(who, discord.InteractionType.modal_submit, {"custom_id": token, "components": []})

    async def _acts(self, who: str, kind: discord.InteractionType, data: dict[str, Any], **more: Any) -> list[str]:
        person = self._people[who]
        channel = person.dm_channel if who == "stranger" else self._bench.channel
        with self._bench.env.time_context():
            result = await _dispatch_actor_interaction(person, kind.value, channel, data, **more)
            await self.app.dispatcher.idle()
            await self._bench.env.settle()
        answers = [*([result.response] if result.response else []), *result.followups]
        return [text_of(_parts(answer)) for answer in answers]


def _parts(answer: Any) -> list[Any]:
    return [part if isinstance(part, dict) else part.to_dict() for part in answer.components]


class OnTelegram:
    """A group whose owner and administrator are Telegram's, whose host is the community's; all have pressed START."""

    def __init__(self, app: App, server: TelegramServer, clock: VirtualClock) -> None:
        self.app = app
        self._clock = clock
        self._people = {who: server.person(who.capitalize(), started=True) for who in WHO}
        members = (self._people["member"], self._people["host"], self._people["moderator"])
        self.group: Group = server.group("Tea", owner=self._people["owner"], members=members)

    def account(self, who: str) -> AccountRef:
        return AccountRef("telegram", str(self._people[who].id))

    async def begin(self) -> None:
        await self.group.promotes(self._people["moderator"])

    async def uses(self, who: str, command: Command) -> list[str]:
        return await self._told(who, self._says(who, f"/{'_'.join(command.path).replace('-', '_')}"))

    async def presses(self, who: str, token: str) -> list[str]:
        return await self._told(who, self._press(who, token))

    async def submits(self, who: str, token: str) -> list[str]:
        return await self._told(who, self._answer(who, token))

    async def _says(self, who: str, text: str) -> None:
        await self._people[who].says(text, in_=None if who == "stranger" else self.group)

    async def _press(self, who: str, token: str) -> None:
        """Whatever data a program of somebody's own sends along, under whichever message."""
        person = self._people[who]
        under = person.inbox[-1] if who == "stranger" else self.group.messages[-1]
        press = str(person.world.next_id("press"))
        person.world.presses[press] = person
        query = {"id": press, "from": person.user, "chat_instance": "1", "data": token}
        await person.world.happens("callback_query", query | {"message": shown(person.world, under)})

    async def _answer(self, who: str, token: str) -> None:
        """Be asked in private, the only place where there are forms, as if for something that was done in the group."""
        person, private = self._people[who], who == "stranger"
        to = Origin(None, person.id).reply_to(person.id if private else self.group.id, private=private)
        asked = await self.app.parts.platforms["telegram"].open_form(to, Form(token, "A form", (ANYTHING,)))
        assert asked.status is SendStatus.SENT
        await person.says("nothing")

    async def _told(self, who: str, act: Any) -> list[str]:
        self._clock.set(self._clock.now() + timedelta(seconds=4))  # Telegram lets a chat have a message a second
        person: TelegramPerson = self._people[who]
        inbox, notices = len(person.inbox), len(person.notices)
        await act
        await self.app.dispatcher.idle()
        return [*(one.text for one in person.inbox[inbox:]), *(one.text for one in person.notices[notices:])]


@contextlib.asynccontextmanager
async def at_home(folder: Path) -> AsyncIterator[Front]:
    async with whole_bot(folder=folder) as bot:
        home = Home(bot)
        await home.uses("owner", REGISTRY.commands["help",])
        yield home


@contextlib.asynccontextmanager
async def on_discord(folder: Path) -> AsyncIterator[Front]:
    clock = VirtualClock(START)

    def make(around: Surroundings) -> Sequence[DiscordPlatform]:
        memory, timing = around.memory("discord"), Timing(acknowledge_after=NEVER)
        return [DiscordPlatform("a-token", clock=clock, say=around.say, memory=memory, timing=timing)]

    async with open_app(configured(folder), clock=clock, make_platforms=make) as app:
        edge = app.parts.platforms["discord"]
        assert isinstance(edge, DiscordPlatform)
        bench = Attached(edge, app.dispatcher, command_specs(app.parts.registry, app.parts.translator))
        await bench.open()
        try:
            front = OnDiscord(app, bench)
            await front.uses("host", REGISTRY.commands["help",])
            await appoint(app, bench.space, front.account("host"))
            yield front
        finally:
            await bench.env.shutdown()


@contextlib.asynccontextmanager
async def on_telegram(folder: Path) -> AsyncIterator[Front]:
    clock = VirtualClock(START)
    async with TelegramServer(clock) as server, telegram_bot(server, folder, clock) as app:
        front = OnTelegram(app, server, clock)
        await front.begin()
        for who in ("host", "stranger"):
            await front.uses(who, REGISTRY.commands["help",])
        space = SpaceRef("telegram", str(front.group.id))
        await app.parts.platforms["telegram"].send(
            ChannelRef("telegram", space.space_id, space.space_id), Message(Markup("hello")), key="hello"
        )
        await appoint(app, space, front.account("host"))
        yield front


async def appoint(app: App, space: SpaceRef, account: AccountRef) -> None:
    """Make somebody a host, by the community's word."""
    async with app.parts.work() as work:
        community = await settle(app.parts, work, space)
        member = await People(work).find(community, f"{account.platform}:{account.user_id}")
        await People(work).set_role(member.id, Role.HOST)


FRONTS = {"home": at_home, "discord": on_discord, "telegram": on_telegram}


def refusals(app: App) -> dict[str, Role]:
    """What is said to whoever may not, and who could."""
    say = app.parts.translator.text
    return {plain(say("not-allowed", "en", role=role.name.lower())): role for role in Role}


def refused_for(app: App, told: Sequence[str]) -> Role | None:
    """Who is asked for instead; None where nobody was refused."""
    known = refusals(app)
    return next(
        (role for text in told for known_text, role in known.items() if plain(Markup(text)) == known_text), None
    )


def token_of(app: App, action: ActionSpec) -> str:
    """A button of that action about things that do not exist."""
    arguments = (made_up(parameter) for parameter in action.parameters if parameter.required)
    return app.parts.tokens.make(action.full_name, *arguments, unkept=action.unkept)


def made_up(parameter: Parameter) -> int | str:
    if parameter.choices:
        return parameter.choices[0]
    return 977 if parameter.kind in (OptionKind.WHOLE, OptionKind.MEMBER) else "1"


def least_of(registry: Registry, what: Command | ActionSpec, changed: Mapping[str, Role]) -> Role:
    """A button that does what a command does needs what that needs, whatever the community made of it."""
    command = what if isinstance(what, Command) else registry.command_of(what.handler)
    return what.least_role if command is None else changed.get(command.name, command.least_role)


async def hold(front: Front, changed: Mapping[str, Role], who: str) -> list[str]:
    """Let somebody try everything; what was other than it should be."""
    wrong = []
    everything: list[Command | ActionSpec] = [*COMMANDS, *ACTIONS]
    for what in everything:
        if isinstance(what, Command):
            name, told = f"/{what.name}", await front.uses(who, what)
        else:
            is_form = answers_parameter(what.handler) is not None
            token = token_of(front.app, what)
            name = what.full_name
            told = await (front.submits(who, token) if is_form else front.presses(who, token))
        least = least_of(REGISTRY, what, changed)
        expected = least if WHO[who] < least else None
        if (found := refused_for(front.app, told)) is not expected or (expected is not None and not told):
            wrong.append(f"{who}, {name}: {found} instead of {expected}, told {told}")
    return wrong


async def nothing_broke(app: App) -> bool:
    async with app.parts.work() as work:
        return await newest(work) == []


NETWORKS = ["home", *(pytest.param(name, marks=pytest.mark.long) for name in ("discord", "telegram"))]


@pytest.mark.timeout(900)  # each command by each role, on a busy machine
@pytest.mark.long
@pytest.mark.parametrize("network", ["home", "discord", "telegram"])
async def test_everybody_may_do_what_is_theirs_and_nothing_else(network: str, tmp_path: Path) -> None:
    async with FRONTS[network](tmp_path) as front:
        wrong = [one for who in WHO for one in await hold(front, {}, who)]
        assert not wrong, "\n".join(wrong)
        assert await nothing_broke(front.app)


@pytest.mark.timeout(900)  # each command by each role, on a busy machine
@pytest.mark.long
@pytest.mark.parametrize("network", ["home", "discord", "telegram"])
async def test_what_a_community_changed_about_each_command_holds_for_it_and_for_its_buttons(
    network: str, tmp_path: Path
) -> None:
    changed = {one.name: Role((one.least_role + 1) % len(Role)) for one in COMMANDS if not one.own}
    async with FRONTS[network](tmp_path) as front:
        await front.uses("owner", REGISTRY.commands["help",])
        async with front.app.parts.work() as work:
            [community] = await Communities(work).all()
            [owner] = await People(work).with_role(community, Role.OWNER)
            permissions = Permissions(work, front.app.parts.registry, community.id)
            for one in COMMANDS:
                if one.name in changed:
                    await permissions.change(one, changed[one.name], owner)
        wrong = [one for who in WHO for one in await hold(front, changed, who)]
        assert not wrong, "\n".join(wrong)
        assert await nothing_broke(front.app)


@pytest.mark.long
@pytest.mark.parametrize("network", NETWORKS)
async def test_a_token_that_is_forged_cut_or_of_another_bot_does_nothing(network: str, tmp_path: Path) -> None:
    name = "admin.stop_everything"
    async with whole_bot(key="what another bot makes its tokens with") as other:
        strange = other.app.parts.tokens.make(name)
    async with FRONTS[network](tmp_path) as front:
        real = front.app.parts.tokens.make(name)
        head, sign = real[:-8], real[-8:]
        other_sign = ("A" if sign[0] != "A" else "B") + sign[1:]
        unknown = plain(front.app.parts.translator.text("button-unknown", "en"))
        for token in (f"{head}{other_sign}", f"{head}1_{sign}", real[:-1], strange, "zzzz_12345678", "a" * 40):
            answer, *_ = await front.presses("owner", token)
            assert plain(Markup(answer)) == unknown, token
        async with front.app.parts.work() as work:
            [community] = await Communities(work).all()
        assert not community.stopped
        assert "stopped" in "".join(await front.presses("owner", real))
