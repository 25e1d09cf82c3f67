"""Discord as a network of the simulation: the real edge on a Discord in memory that outlives every process."""

import asyncio
import copy
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

import discord
import simcord
from simcord import _dpy_internals as internals
from simcord.actors import _component_interaction as component_interaction
from simcord.backend.errors import BackendError, SetupError
from simcord.results import InteractionResult

from bot.app import App
from bot.clock import Clock
from bot.community.communities import Communities
from bot.core.settling import settle
from bot.core.specs import command_specs
from bot.model.identity import AccountRef, ChannelRef, Role, SpaceRef
from bot.model.incoming import ReplyTo
from bot.model.messages import CommandSpec, Form
from bot.model.ports import Platform
from bot.platforms.discord.connection import Timing
from bot.platforms.discord.incoming import PLATFORM
from bot.platforms.local.records import Shown
from bot.surroundings import Surroundings
from tests.platforms.discord.bench import NEVER, SETTLES_WITHIN
from tests.simulate.discord_gap import Gap, MortalDiscord
from tests.simulate.discord_sights import BUTTON, Sights
from tests.simulate.discord_typing import controls_of, options_of
from tests.simulate.discord_wire import DiscordWire, Post
from tests.simulate.ear import Ear
from tests.simulate.network import NotPossibleError
from tests.simulate.people import Newcomer, Resident
from tests.simulate.watch import Watch, WatchedPlatform

LOCALES = {"cs": "cs", "de": "de"}
PER_MINUTE, PER_DAY = 10, 100
_READ_BY_HOSTS = discord.PermissionOverwrite(view_channel=True)
_HIDDEN = discord.PermissionOverwrite(view_channel=False)

OWN_THREADS = ("Notes for ", "Vzkazy: ")
"""How the names of people's own threads begin: nobody was let into those for a reward."""


class DiscordNetwork:
    """See `Network`."""

    name = PLATFORM
    pace = timedelta(seconds=1)
    tells_of_doors = False
    keeps_rights = False
    instead: Sequence[str] = ()
    forgets_words = False
    hands_over_again = False

    def __init__(self, clock: Clock) -> None:
        self.watch = Watch()
        self._clock = clock
        self._env: simcord.Env | None = None
        self._edge: MortalDiscord | None = None
        self._wire: DiscordWire | None = None
        self._residents: dict[str, Resident] = {}
        self._members: dict[str, simcord.MemberActor] = {}
        self._commands: dict[tuple[str, ...], CommandSpec] = {}
        self._told: list[str] = []
        self._last: Any = None
        self._forms: dict[str, tuple[Form, InteractionResult]] = {}
        self._seen_forms = 0
        self._controls: dict[str, tuple[InteractionResult, dict[str, Any]]] = {}
        self._provoked = self._errors = 0
        self.post = Post(clock, PER_MINUTE, PER_DAY, self.moment)

    @property
    def env(self) -> simcord.Env:
        """The Discord in memory."""
        assert self._env is not None
        return self._env

    @property
    def space(self) -> SpaceRef:
        return SpaceRef(PLATFORM, str(self.guild.id))

    @property
    def hosts(self) -> ChannelRef | None:
        return ChannelRef(PLATFORM, str(self.hosts_channel.id), str(self.guild.id))

    @property
    def badge(self) -> str:
        return str(self.regulars.id)

    def platform(self, around: Surroundings) -> Platform:
        self._edge = MortalDiscord(
            "a-token",
            clock=around.clock,
            say=around.say,
            memory=around.memory(PLATFORM),
            members=True,
            new_direct_per_minute=PER_MINUTE,
            new_direct_per_day=PER_DAY,
            timing=Timing(acknowledge_after=NEVER),
        )
        return WatchedPlatform(self._edge, self.watch)

    @asynccontextmanager
    async def connected(self, app: App, ear: Ear) -> AsyncIterator[None]:
        assert self._edge is not None
        specs = command_specs(app.parts.registry, app.parts.translator)
        self._commands = {spec.path: spec for spec in specs}
        client = self._edge.prepare(ear, specs)
        if self._env is None:
            self._env = simcord.Env(client, settle_timeout=SETTLES_WITHIN)
            self._env.backend.advance_clock((self._clock.now() - self._env.now()).total_seconds())
            await self._env.start()
            self.env.backend.subscribers.insert(0, self._hear)
            self.sights = Sights(self.env.backend, self.post.keys)
        else:
            await self._env.restart_bot(client)
        self._wire = DiscordWire(self.env.backend, asyncio.get_running_loop(), self.post)
        self._errors = self.env.error_cursor  # what came before is of a process that is gone
        internals.install_http(client, self._wire)
        yield

    async def ends(self) -> None:
        if self._env is not None:
            await self._env.shutdown()

    def dies(self) -> None:
        assert self._edge is not None and self._wire is not None
        self._edge.dead = self._wire.dead = True
        self.post.forgets()

    async def prepare(self, app: App) -> None:
        async with app.parts.work() as work:
            await settle(app.parts, work, self.space)
            post, hosts = str(self.everybody.id), str(self.hosts_channel.id)
            await Communities(work).set_channels(self.space, post=post, hosts=hosts)

    async def settled(self) -> None:
        self._note_forms()
        await self.env.settle()
        assert self._edge is not None
        await self._edge.keep()

    async def follows_the_clock(self) -> None:
        behind = (self._clock.now() - self.env.now()).total_seconds()
        if behind > 0:
            await self.env.advance_time(behind)

    def moment(self) -> datetime:
        now = self.env.now()
        return now.replace(microsecond=now.microsecond // 1000 * 1000)

    def calm(self) -> None:
        self.watch.calm()
        self.post.faults.clear()
        self.post.role_faults.clear()
        self.post.opening_faults.clear()

    # People

    @property
    def people(self) -> Sequence[Resident]:
        return list(self._residents.values())

    def comes(self, who: Newcomer, *, outside: bool = False) -> Resident:
        user = self.env.create_user(f"user{len(self._residents)}", global_name=who.name)
        floor = Role.MEMBER if who.floor is Role.HOST else who.floor  # no right of a server's says host
        resident = Resident(AccountRef(PLATFORM, str(user.id)), who.name, floor, who.language)
        self._residents[resident.user_id] = resident
        if floor is Role.OWNER:
            self._open(user)
        if floor is Role.OWNER or outside:
            self._members[resident.user_id] = simcord.MemberActor(self.env, self.guild, user)
        else:
            roles = [self.moderators] if floor is Role.MODERATOR else []
            self._members[resident.user_id] = self.guild.add_member(user, roles=roles)
        return resident

    def _open(self, owner: simcord.UserHandle) -> None:
        self.guild = self.env.create_guild("Evening club", owner=owner)
        self.everybody = self.guild.create_text_channel("general")
        self.moderators = self.guild.create_role("Mods", permissions=discord.Permissions(manage_guild=True))
        self.regulars = self.guild.create_role("Regular")
        bot = self.env.bot.user
        assert bot is not None
        self.hosts_channel = self.guild.create_text_channel(
            "hosts", overwrites={self.guild.default_role: _HIDDEN, bot: _READ_BY_HOSTS}
        )

    async def changes_rights(self, person: Resident, floor: Role) -> Role:
        if not self._is_inside(person):
            return Role.MEMBER
        backend, one = self.env.backend, int(person.user_id)
        change = backend.add_member_role if floor is Role.MODERATOR else backend.remove_member_role
        change(self.guild.id, one, self.moderators.id)
        await self.env.settle()
        return Role.MODERATOR if floor is Role.MODERATOR else Role.MEMBER

    async def says(self, person: Resident, text: str, *, privately: bool) -> None:
        one = self._members[person.user_id]
        if not (privately or self._is_inside(person)):
            raise NotPossibleError("they are not there")
        if not text.startswith("/"):
            await one.send(self.everybody, text)
            return
        command, rest = self._command(text)
        options = options_of(command, rest, self._named)
        name = " ".join(command.path)
        await self._possibly(
            one.user.slash(name, **options) if privately else one.slash(self.everybody, name, **options)
        )

    async def tells(self, person: Resident, text: str, *, privately: bool) -> None:
        if privately:
            await self._members[person.user_id].send_dm(text)
        else:
            await self.says(person, f"<@{self.env.backend.bot_user.id}> {text}", privately=False)

    async def presses(self, person: Resident, token: str) -> None:
        seen = self.sights.posted(int(person.user_id), self._places(person))
        if not seen:
            raise NotPossibleError("they see nothing of the bot")
        message = next((one for one in reversed(seen) if _has(one.components, token)), seen[-1])
        data = {"custom_id": token, "component_type": BUTTON}
        await self._possibly(component_interaction(self._actor(person, message.channel_id), message, data))

    async def votes(self, person: Resident, poll: str, places: Sequence[int]) -> None:
        found = next((one for one in self.everybody.history() if str(one.id) == poll), None)
        if found is None or not self._is_inside(person):
            raise NotPossibleError("they do not see it")
        await self._possibly(self._members[person.user_id].set_poll_votes(found, answers=list(places)))

    async def fills_in(self, person: Resident, form: Form, values: Mapping[str, str]) -> Mapping[str, str]:
        _, shown = self._forms.pop(person.user_id)
        controls, answers = controls_of(form, values)
        self._controls[person.user_id] = shown, controls
        return answers

    async def submits(self, person: Resident, form: Form) -> None:
        shown, controls = self._controls.pop(person.user_id)
        await self._possibly(self._actor(person, shown._interaction.channel_id).submit_modal(shown, controls))

    def dismisses(self, person: Resident, form: Form) -> None:
        del self._forms[person.user_id]

    async def joins(self, person: Resident, invite: str = "") -> None:
        if not self._is_inside(person):
            self._uses(invite)
            self._members[person.user_id] = self.guild.add_member(self._members[person.user_id].user)
        await self.env.settle()

    def _uses(self, invite: str) -> None:
        """The Discord in memory does not count the uses of invites itself."""
        if invite:
            found = self.env.backend.invites.get(invite.rpartition("/")[2])
            if found is None:
                raise NotPossibleError("the invite is gone")
            found.uses += 1

    async def leaves(self, person: Resident) -> None:
        if person.floor is Role.OWNER or not self._is_inside(person):
            raise NotPossibleError("the owner stays")
        self.guild.remove_member(self._members[person.user_id])
        await self.env.settle()

    async def shuts_out(self, person: Resident, *, shut: bool, quietly: bool) -> None:
        chat = self.env.backend.get_dm_channel(int(person.user_id)).id
        (self.post.shut.add if shut else self.post.shut.discard)(chat)

    async def opens(self, person: Resident) -> None:
        raise NotPossibleError("there are no such links")

    async def repeats(self) -> None:
        if self._last is None:
            raise NotPossibleError("nothing was handed over")
        self.env.backend.emit("INTERACTION_CREATE", copy.deepcopy(self._last))
        await self.env.settle()

    # What is seen

    def told(self) -> Sequence[str]:
        self._provoked = self.post.provoked
        told, self._told = self._told, []
        return told

    def is_disturbed(self) -> bool:
        return self.post.provoked > self._provoked

    def shown(self, person: Resident) -> Sequence[Shown]:
        return self.sights.of(int(person.user_id), self._places(person))

    @property
    def sent(self) -> Sequence[Shown]:
        return self.sights.all()

    def news(self) -> Sequence[Shown]:
        return list(self.sights.news())

    def forms(self, person: Resident) -> Sequence[Form]:
        self._note_forms()
        return [self._forms[person.user_id][0]] if person.user_id in self._forms else []

    def whose(self, to: ReplyTo) -> str:
        return str(self.env.backend.interactions[int(to.token.partition(":")[0])].user_id)

    def copies(self, key: str) -> int:
        return sum(of == key for of in self.post.keys.values())

    def objections(self) -> Sequence[str]:
        return [*self.post.objections, *(repr(error) for error in self.env.errors_since(self._errors))]

    def stands(self, user_id: str, message_id: str) -> bool:
        chat = self.env.backend.get_dm_channel(int(user_id))
        return int(message_id) in self.env.backend.messages.get(chat.id, {})

    def worn(self) -> Collection[tuple[str, str]]:
        people = self.env.backend.guilds[self.guild.id].members.values()
        regulars = [(str(one.user_id), self.badge) for one in people if self.regulars.id in one.role_ids]
        every = [one for one in self.env.backend.channels.values() if one.guild_id == self.guild.id]
        threads = [one for one in every if not (one.name or "").startswith(OWN_THREADS)]
        bot = self.env.backend.bot_user.id
        return [*regulars, *((str(id), str(one.id)) for one in threads for id in one.thread_members if id != bot)]

    # The connection

    def drops(self) -> Gap:
        """The connection breaks off."""
        return Gap(self.env, self.guild.id)

    def writes(self, person: Resident) -> bool:
        """Somebody writes a line, whether the bot hears it or not; False where they cannot."""
        if self._is_inside(person):
            self.env.backend.create_message(self.everybody.id, int(person.user_id), "hm")
        return self._is_inside(person)

    # Parts

    def _hear(self, event: str, payload: Any) -> None:
        """Note what is told, and tell with it which language the person's Discord speaks."""
        if event == "INTERACTION_CREATE":
            person = payload.get("user") or payload["member"]["user"]
            language = self._residents[str(person["id"])].language or ""
            payload["locale"] = LOCALES.get(language, "en-US")
            self._last = payload
            self._told.append(str(payload["id"]))

    def _note_forms(self) -> None:
        for to, form in self.watch.asked[self._seen_forms :]:
            record = self.env.backend.interactions[int(to.token.partition(":")[0])]
            self._forms[str(record.user_id)] = form, InteractionResult(self.env, record)
        self._seen_forms = len(self.watch.asked)

    def _command(self, text: str) -> tuple[CommandSpec, str]:
        words = text.removeprefix("/").split(" ")
        paths = [path for path in self._commands if tuple(words[: len(path)]) == path]
        if not paths:
            raise NotPossibleError("there is no such command")
        path = max(paths, key=len)
        return self._commands[path], " ".join(words[len(path) :])

    def _named(self, name: str) -> simcord.MemberActor:
        for person in self._residents.values():
            if person.name == name and self._is_inside(person):
                return self._members[person.user_id]
        raise NotPossibleError(f"nobody there is called {name[:20]!r}")

    def _actor(self, person: Resident, channel: int) -> Any:
        one = self._members[person.user_id]
        return one.user if self.env.backend.get_channel(channel).guild_id is None else one

    def _places(self, person: Resident) -> list[int]:
        own = self.env.backend.dm_channels.get(int(person.user_id))
        hosts = [self.hosts_channel.id] if person.floor is Role.OWNER else []
        return [*([own] if own else []), *([self.everybody.id, *hosts] if self._is_inside(person) else [])]

    def _is_inside(self, person: Resident) -> bool:
        return int(person.user_id) in self.env.backend.guilds[self.guild.id].members

    async def _possibly(self, doing: Any) -> None:
        """Do what a client of Discord's may refuse."""
        told = len(self._told)
        try:
            with self.env.time_context():
                await doing
        except (SetupError, BackendError) as error:
            if len(self._told) > told:
                raise
            raise NotPossibleError(str(error)[:80]) from None


def _has(components: Sequence[Any], token: str) -> bool:
    return any(
        part.get("custom_id") == token
        or _has([*part.get("components", ()), *([part["accessory"]] if "accessory" in part else [])], token)
        for part in components
    )
