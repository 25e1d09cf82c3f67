"""Discord as a stage: the whole bot behind the real edge, on a Discord in memory whose clock follows the bot's."""

import contextlib
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any

import discord
import simcord

from bot.app import App, open_app
from bot.clock import VirtualClock
from bot.community.communities import Communities
from bot.config import Config
from bot.core.settling import settle
from bot.core.specs import command_specs
from bot.core.tokens import is_for
from bot.demo.opening import SetStage
from bot.demo.scenario import Part, Place, ScenarioError, Seen, Stage
from bot.model.identity import AccountRef, Role, SpaceRef
from bot.model.messages import CommandSpec, Markup
from bot.platforms.discord.connection import DiscordPlatform
from bot.surroundings import Surroundings
from bot.text.markup import escape
from tests.demo.drawing import drawn_card, drawn_modal
from tests.demo.typing_options import options_of
from tests.platforms.discord.bench import QUIET, components_of, labels_of, text_of
from tests.slice import Attached

_LOCALES = {None: "en-US", "en": "en-US", "cs": "cs"}
_READ_BY_HOSTS = discord.PermissionOverwrite(view_channel=True)
_HIDDEN = discord.PermissionOverwrite(view_channel=False)


class DiscordStage:
    """A server with a channel for everybody and one for its owner; people's Discord speaks their language."""

    def __init__(self, env: simcord.Env, clock: VirtualClock, commands: Sequence[CommandSpec]) -> None:
        self.env = env
        self._clock = clock
        self._commands = {command.path: command for command in commands}
        self._people: dict[str, simcord.MemberActor] = {}
        self._languages: dict[int, str] = {}
        self._asked: dict[str, simcord.InteractionResult] = {}
        self._seen: dict[str, set[tuple[int, str]]] = {}
        self._guild: simcord.GuildHandle | None = None
        env.backend.subscribers.insert(0, self._speak)
        env.backend.advance_clock((clock.now() - env.now()).total_seconds())

    @property
    def guild(self) -> simcord.GuildHandle:
        """The server."""
        assert self._guild is not None
        return self._guild

    @property
    def space(self) -> SpaceRef:
        return SpaceRef("discord", str(self.guild.id))

    def account(self, who: str) -> AccountRef:
        return AccountRef("discord", str(self._people[who].id))

    def enters(self, part: Part) -> None:
        user = self.env.create_user(part.name.lower(), global_name=part.name)
        self._languages[user.id] = _LOCALES[part.language]
        if part.role is Role.OWNER:
            self._open(user)
            assert self._guild is not None
            self._people[part.name] = simcord.MemberActor(self.env, self._guild, user)
        else:
            assert self._guild is not None
            self._people[part.name] = self._guild.add_member(user)

    async def says(self, who: str, text: str, place: Place) -> None:
        await self._keep_up()
        person = self._people[who]
        channel = self.hosts if place is Place.HOSTS else self.everybody
        with self.env.time_context():
            if not text.startswith("/"):
                await person.send(channel, text)
                return
            name, options = options_of(text, self._commands, self._people)
            self._asked[who] = await person.slash(channel, name, **options)

    async def presses(self, who: str, action: str, arguments: Sequence[int | str]) -> None:
        offers = self.offers(who)
        found = next((token for token in offers if is_for(token, action, arguments)), None)
        if found is None:
            raise ScenarioError(f"{who} sees no button {action} {list(arguments)} among {len(offers)}.")
        await self.taps(who, found)

    def offers(self, who: str) -> list[str]:
        """The tokens of the buttons that somebody sees, under the newest message first."""
        return [token for message in reversed(self._messages(who)) for token in _tokens(components_of(message))]

    async def taps(self, who: str, token: str) -> None:
        """Press the newest button of this token."""
        await self._keep_up()
        person = self._people[who]
        message = next(one for one in reversed(self._messages(who)) if token in _tokens(components_of(one)))
        with self.env.time_context():
            presser = person if message.guild is not None else person.user
            self._asked[who] = await presser.click(message, custom_id=token)

    async def fills_in(self, who: str, values: Sequence[tuple[str, str]]) -> None:
        asked = self._asked.get(who)
        if asked is None or asked.modal is None:
            raise ScenarioError(f"No form is open for {who}.")
        person = self._people[who]
        in_guild = self.env.backend.get_channel(asked._interaction.channel_id).guild_id is not None
        with self.env.time_context():
            self._asked[who] = await (person if in_guild else person.user).submit_modal(asked, dict(values))

    def news(self, who: str) -> Sequence[Seen]:
        return [self._as_seen(message) for message in self._fresh(who)]

    def drawn(self, who: str) -> str:
        """The same as `news`, drawn as Discord shows it, with the form that has just opened."""
        asked = self._asked.pop(who, None)
        modal = [drawn_modal(asked.modal)] if asked is not None and asked.modal is not None else []
        return "\n\n".join([*(drawn_card(components_of(message)) for message in self._fresh(who)), *modal])

    def _fresh(self, who: str) -> list[discord.Message]:
        seen, fresh = self._seen.setdefault(who, set()), []
        for message in self._messages(who):
            if (key := (message.id, repr(components_of(message)))) not in seen:
                seen.add(key)
                fresh.append(message)
        return fresh

    def _open(self, owner: simcord.UserHandle) -> None:
        self._guild = self.env.create_guild("Evening club", owner=owner)
        self.everybody = self._guild.create_text_channel("general")
        bot = self.env.bot.user
        assert bot is not None
        self.hosts = self._guild.create_text_channel(
            "hosts", overwrites={self._guild.default_role: _HIDDEN, bot: _READ_BY_HOSTS}
        )

    def _speak(self, event: str, payload: Any) -> None:
        """Tell with each interaction which language the person's Discord speaks."""
        if event == "INTERACTION_CREATE":
            person = payload.get("user") or payload["member"]["user"]
            payload["locale"] = self._languages[int(person["id"])]

    async def _keep_up(self) -> None:
        behind = (self._clock.now() - self.env.now()).total_seconds()
        if behind > 0:
            await self.env.advance_time(behind)

    def _messages(self, who: str) -> list[discord.Message]:
        """What the bot shows to somebody, in the order it last changed; of one second, as it was first posted.

        Which of two that leave side by side is faster, the answer or the post that is edited, nobody can say.
        """
        person = self._people[who]
        shown = [*self.everybody.history(viewer=person), *person.user.dm_channel.history()]
        if self._guild is not None and person.id == self._guild.owner.id:
            shown += self.hosts.history(viewer=person)
        own = [message for message in shown if message.author.id == self.env.backend.bot_user.id]
        return sorted(own, key=lambda one: ((one.edited_at or one.created_at).replace(microsecond=0), one.id))

    def _as_seen(self, message: discord.Message) -> Seen:
        private = message.guild is None or message.flags.ephemeral
        place = Place.HOSTS if message.channel.id == self.hosts.id else Place.EVERYBODY
        parts = components_of(message)
        return Seen(Place.PRIVATE if private else place, Markup(escape(text_of(parts))), tuple(_rows(parts)))


def discord_stage(*, new_direct_per_minute: int = 10, told: list[Any] | None = None) -> SetStage:
    """Opens the stage. `told` is filled with each request that the bot made; see `simcord.Env.http_requests`."""

    @contextlib.asynccontextmanager
    async def open_stage(config: Config, clock: VirtualClock) -> AsyncIterator[tuple[App, Stage]]:
        def make(around: Surroundings) -> list[DiscordPlatform]:
            return [
                DiscordPlatform(
                    "a-token",
                    clock=around.clock,
                    say=around.say,
                    memory=around.memory("discord"),
                    new_direct_per_minute=new_direct_per_minute,
                    timing=QUIET,
                )
            ]

        async with open_app(config, clock=clock, make_platforms=make) as app:
            edge = app.parts.platforms["discord"]
            assert isinstance(edge, DiscordPlatform)
            specs = command_specs(app.parts.registry, app.parts.translator)
            env = Attached(edge, app.dispatcher, specs).env
            try:
                await env.start()
                yield app, DiscordStage(env, clock, specs)
            finally:
                await app.dispatcher.idle()
                if told is not None:
                    told.extend(env.http_requests)
                await env.shutdown()
            assert env.errors == []

    return open_stage


async def choose_channels(app: App, stage: Stage) -> None:
    """What the owner would choose in the setup: where to post, and where only hosts read."""
    assert isinstance(stage, DiscordStage)
    async with app.parts.work() as work:
        await settle(app.parts, work, stage.space)
        post, hosts = str(stage.everybody.id), str(stage.hosts.id)
        await Communities(work).set_channels(stage.space, post=post, hosts=hosts)


def _rows(components: Sequence[Any]) -> Iterator[tuple[str, ...]]:
    for part in components:
        if part["type"] == discord.ComponentType.action_row.value:
            yield labels_of([part])
        else:
            yield from _rows(part.get("components", ()))


def _tokens(components: Sequence[Any]) -> Sequence[str]:
    own = [part["custom_id"] for part in components if "custom_id" in part]
    return [*own, *(token for part in components for token in _tokens(part.get("components", ())))]
