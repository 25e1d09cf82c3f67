"""The doctor: what is wrong with a community's bot, by weight, each with its cure and, where there is one, a button."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from datetime import timedelta
from enum import IntEnum

import sqlalchemy as sa
from msgspec import Struct

from bot.community.communities import Communities
from bot.community.people import People
from bot.core.health import Health
from bot.core.native_names import name_of
from bot.core.networks import Networks
from bot.core.parts import Parts
from bot.core.screen_texts import texts_needed_by
from bot.core.settings import PluginSettings
from bot.delivery.case import JourneyStatus
from bot.delivery.effects import IS_MESSAGE
from bot.delivery.journeys import Journeys
from bot.delivery.natives import NativeGrants
from bot.model.decisions import State
from bot.model.identity import Community, Role, Space
from bot.model.results import Problem
from bot.model.titles import plugin_named
from bot.storage.tables import UNSETTLED, deliveries, incidents, intake, jobs
from bot.storage.work import Work

LATE = timedelta(minutes=10)
LATELY = timedelta(days=1)
CLOCK_SLIP = timedelta(minutes=1)

_COUNTED = ("count", "people", "ahead")


class Weight(IntEnum):
    """How bad it is."""

    BROKEN = 0  # something does not work at all
    WARNING = 1  # something does not do what people will expect
    NOTE = 2  # it works, and could be better


class Finding(Struct, frozen=True):
    """One problem: its text says what is wrong and what cures it. `mend`: a button, "plugin.action" with arguments."""

    weight: Weight
    problem: Problem
    mend: tuple[str | int, ...] = ()

    @property
    def values(self) -> Mapping[str, str | int]:
        """What its text is filled with; counts are numbers, so that plurals fit."""
        return {name: int(value) if name in _COUNTED else value for name, value in self.problem.values}


class Doctor:
    """Examines one community within one piece of work; only looks. Ask it before the first write."""

    def __init__(self, parts: Parts, work: Work, community: Community) -> None:
        self._parts = parts
        self._work = work
        self._community = community
        self._networks = Networks(parts, work, community)

    async def examine(self, language: str, *, networks: bool = True) -> Sequence[Finding]:
        """What is wrong, the worst first; without `networks` nothing that only they can tell.

        In `language` is what somebody else said of it, such as why a network is down.
        """
        found = [*self._platforms(language), *self._broken_plugins(), *await self._texts(), *await self._machine()]
        found += [*self._ai(), *await self._sources(language)]
        found += [finding async for finding in self._sending()]
        found += [finding async for finding in self._journeys()]
        found += [finding async for finding in self._natives()]
        for space in await self._networks.spaces():
            found += [finding async for finding in self._space(space, networks=networks)]
        found += await self._community_itself()
        return sorted(found, key=lambda finding: finding.weight)

    def _platforms(self, language: str) -> Iterable[Finding]:
        health = Health(self._parts, self._work, self._community)
        for name in sorted(self._parts.problems):
            why = health.problem(name, language)
            yield _finding(Weight.BROKEN, "problem-platform-down", name=name, why=why)

    def _ai(self) -> Iterable[Finding]:
        """What will not pass by itself: of all else people hear nothing, for they are answered anyway."""
        phraser = self._parts.phraser
        if phraser is not None and phraser.fault is not None:
            host = phraser.server.host
            yield _finding(Weight.WARNING, "problem-ai", fault=phraser.fault.value, host=host)

    async def _sources(self, language: str) -> Sequence[Finding]:
        """What keeps streams elsewhere from being seen; it brings its own cure."""
        found = []
        for seen in await Health(self._parts, self._work, self._community).sources(language):
            if seen.problem:
                found.append(_finding(Weight.BROKEN, "problem-source", name=seen.name, why=seen.problem))
            found += [_finding(Weight.WARNING, "problem-source", name=seen.name, why=note) for note in seen.notes]
        return found

    def _broken_plugins(self) -> Iterable[Finding]:
        for failure in self._parts.loaded.failures:
            yield _finding(
                Weight.BROKEN, "problem-plugin-broken", name=failure.plugin, why=failure.error, code=failure.code
            )

    async def _texts(self) -> Sequence[Finding]:
        found = []
        for plugin in self._parts.registry.plugins.values():
            texts, language = self._parts.translator, self._community.language
            missing = sum(not texts.has(key, language) for key in texts_needed_by(plugin))
            if missing:
                found.append(
                    _finding(Weight.NOTE, "problem-texts", name=plugin.titled, count=str(missing), language=language)
                )
        return found

    async def _machine(self) -> Sequence[Finding]:
        found, now = [], self._work.now
        newest = await self._work.value(sa.select(intake.c.received_at).order_by(intake.c.id.desc()).limit(1))
        if newest is not None and newest > now + CLOCK_SLIP:
            found.append(_finding(Weight.BROKEN, "problem-clock", ahead=str(int((newest - now).total_seconds() // 60))))
        broken = await self._count(sa.select(sa.func.count()).where(incidents.c.at > now - LATELY))
        if broken:
            found.append(_finding(Weight.WARNING, "problem-incidents", count=str(broken)))
        late = (jobs.c.state == "pending") & (jobs.c.due_at < now - LATE)
        if count := await self._count(sa.select(sa.func.count()).where(late)):
            found.append(_finding(Weight.BROKEN, "problem-jobs-late", count=str(count)))
        failed = (jobs.c.state == "failed") & (jobs.c.community_id == self._community.id)
        if count := await self._count(sa.select(sa.func.count()).where(failed, jobs.c.due_at > now - LATELY)):
            found.append(_finding(Weight.WARNING, "problem-jobs", count=str(count)))
        return found

    async def _sending(self) -> AsyncIterator[Finding]:
        """What waits although it should not, and what went wrong."""
        if self._community.stopped:
            yield _finding(Weight.WARNING, "problem-stopped", mend=("admin.resume_everything",))
        mine = (deliveries.c.community_id == self._community.id) & IS_MESSAGE
        late = mine & (deliveries.c.state == State.PENDING.value) & (deliveries.c.due_at < self._work.now - LATE)
        if count := await self._count(sa.select(sa.func.count()).where(late, UNSETTLED)):
            yield _finding(Weight.BROKEN, "problem-late", count=str(count))
        for state, key in ((State.UNKNOWN, "problem-unknown"), (State.FAILED, "problem-failed")):
            lately = deliveries.c.settled_at > self._work.now - LATELY
            if count := await self._count(sa.select(sa.func.count()).where(mine, deliveries.c.state == state, lately)):
                yield _finding(Weight.WARNING, key, count=str(count))

    async def _journeys(self) -> AsyncIterator[Finding]:
        """Those that people are under way in, and of which nothing leaves."""
        on = await PluginSettings(self._work, self._parts.registry, self._community.id).enabled()
        under_way = await Journeys(self._work).under_way(self._community.id)
        for kept in await Journeys(self._work).all(self._community.id):
            people, plugin = under_way.get(kept.id, 0), self._parts.registry.plugins.get(kept.plugin)
            if not people or kept.status is JourneyStatus.STOPPED:
                continue
            named = {"name": kept.name, "typed": str(kept.name), "people": str(people)}
            if plugin is None:
                yield _finding(Weight.BROKEN, "problem-journey-gone", (), plugin=plugin_named(kept.plugin), **named)
            elif plugin.name not in on:
                mend: tuple[str | int, ...] = ("admin.switch_on", plugin.name)
                yield _finding(Weight.WARNING, "problem-journey-off", mend, plugin=plugin.titled, **named)
            elif kept.status is not JourneyStatus.RUNNING:
                mend = ("admin.preview", kept.id)
                key = f"problem-journey-{'paused' if kept.status is JourneyStatus.PAUSED else 'held'}"
                yield _finding(Weight.WARNING, key, mend, **named)

    async def _space(self, space: Space, *, networks: bool) -> AsyncIterator[Finding]:
        """Where it posts, and what the network says."""
        where = space.title or space.ref.platform
        if space.post_channel is None:
            yield _finding(Weight.BROKEN, "problem-no-post", ("doctor.mend_place", space.id), where=where)
        if space.host_channel is None:
            yield _finding(Weight.NOTE, "problem-no-hosts-place", where=where)
        if not space.rights_count:
            yield _finding(Weight.NOTE, "problem-joined", ("setup.join_screen",), where=where)
        if not networks:
            return
        base = await self._networks.problems(space)
        for problem in base:
            yield Finding(Weight.WARNING, problem)
        for place in await self._networks.places(space):
            if place.problem is not None and place.channel.channel_id == space.post_channel:
                yield Finding(Weight.BROKEN, place.problem, ("doctor.mend_place", space.id))
            elif place.channel.channel_id == space.host_channel and not place.hosts_only:
                yield _finding(Weight.BROKEN, "problem-hosts-open", ("doctor.mend_hosts", space.id), where=place.name)
            elif place.problem is not None and place.channel.channel_id == space.host_channel:
                yield Finding(Weight.WARNING, place.problem)
        async for finding in self._needs(space):
            yield finding

    async def _needs(self, space: Space) -> AsyncIterator[Finding]:
        """What plugins lack that are on."""
        on = await PluginSettings(self._work, self._parts.registry, self._community.id).enabled()
        for plugin in self._parts.registry.plugins.values():
            for need in plugin.needs if plugin.name in on else ():
                for problem in await self._networks.lacking(space, (need.right,)):
                    known = (*problem.values, ("doctor-plugin", plugin.titled), ("doctor-without", need.without))
                    yield Finding(Weight.WARNING, Problem(problem.key, known))

    async def _natives(self) -> AsyncIterator[Finding]:
        """What networks refuse to give, or to take."""
        mended = set[str]()
        for failing in await NativeGrants(self._work, self._community.id, self._parts.platforms).failing():
            name = await name_of(self._work, self._networks, failing.what)
            what = (("doctor-native", name), ("doctor-kind", failing.what.kind.value))
            known = (*failing.problem.values, *what, ("doctor-accounts", str(failing.people)))
            mend = ("doctor.give_again", failing.what.code) if failing.what.code not in mended else ()
            mended.add(failing.what.code)
            yield Finding(Weight.WARNING, Problem(failing.problem.key, known), mend)

    async def _community_itself(self) -> Sequence[Finding]:
        found, community = [], self._community
        if not await People(self._work).with_role(community, Role.HOST):
            found.append(_finding(Weight.NOTE, "problem-no-host"))
        if community.zone == "UTC":
            found.append(_finding(Weight.NOTE, "problem-zone"))
        if community.quiet_from is None or community.quiet_from == community.quiet_until:
            found.append(_finding(Weight.NOTE, "problem-no-quiet"))
        if not await Communities(self._work).spaces(community.id):
            found.append(_finding(Weight.BROKEN, "problem-nowhere"))
        return found

    async def _count(self, query: sa.Select[int]) -> int:
        return int(await self._work.value(query) or 0)


def _finding(weight: Weight, key: str, mend: tuple[str | int, ...] = (), **values: str) -> Finding:
    return Finding(weight, Problem(key, tuple(values.items())), mend)
