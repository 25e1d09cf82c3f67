"""Signals of streams as the dispatcher takes them: whose start counts, and whether a stream was on at some time."""

from datetime import timedelta

import pytest

from bot.community.streams import Streams
from bot.model.identity import Role, SpaceRef
from bot.model.incoming import SignalKind, StreamSignal
from bot.platforms.local.records import SPACE, Person
from bot.testing import START, WholeBot, whole_bot
from tests.core.lab import lab_bot

MINUTES = timedelta(minutes=1)


def signal(bot: WholeBot, person: Person, kind: SignalKind, *, hosts_only: bool = True) -> StreamSignal:
    """Somebody goes live in a voice channel, or ends it."""
    now = bot.clock.now()
    return StreamSignal(
        event_id=f"{person.user_id}:{kind}:{now}",
        at=now,
        actor=person.actor,
        space=SPACE,
        kind=kind,
        source="go-live",
        reference=person.user_id,
        hosts_only=hosts_only,
    )


async def is_live(bot: WholeBot) -> bool:
    async with bot.app.parts.work() as work:
        return await Streams(work).live(1) is not None


@pytest.mark.parametrize(("role", "counts"), [(Role.MEMBER, False), (Role.HOST, True), (Role.MODERATOR, True)])
async def test_only_who_is_a_host_begins_a_stream_by_going_live(role: Role, counts: bool) -> None:
    async with lab_bot() as bot:
        await bot.app.dispatcher.receive(signal(bot, bot.person("Ann", role), SignalKind.STARTED))
        await bot.app.turn()
        assert await is_live(bot) is counts


async def test_a_host_who_goes_live_is_the_streams_host() -> None:
    async with lab_bot() as bot:
        await bot.app.dispatcher.receive(signal(bot, bot.person("Hana", Role.HOST), SignalKind.STARTED))
        await bot.app.turn()
        async with bot.app.parts.work() as work:
            stream = await Streams(work).live(1)
        assert stream is not None
        assert stream.host_id is not None


async def test_who_is_a_host_no_longer_still_ends_what_they_began() -> None:
    async with lab_bot() as bot:
        hana = bot.person("Hana", Role.HOST)
        await bot.app.dispatcher.receive(signal(bot, hana, SignalKind.STARTED))
        await bot.app.turn()
        demoted = bot.person("Hana", Role.MEMBER)
        await bot.app.dispatcher.receive(signal(bot, demoted, SignalKind.ENDED))
        await bot.app.live_until(bot.clock, bot.clock.now() + 10 * MINUTES)
        assert not await is_live(bot)


@pytest.mark.long
@pytest.mark.parametrize("minutes", [1, 20])
async def test_for_how_long_a_stream_may_be_away_is_a_matter_of_the_configuration(minutes: int) -> None:
    async with whole_bot(environment={"AFTERGLOW_STREAMS__DEBOUNCE_MINUTES": str(minutes)}) as bot:
        hana = bot.person("Hana", Role.HOST)
        await bot.app.dispatcher.receive(signal(bot, hana, SignalKind.STARTED))
        await bot.app.turn()
        await bot.passes(minutes=30)
        await bot.app.dispatcher.receive(signal(bot, hana, SignalKind.ENDED))
        away = bot.clock.now()
        for after, live in ((0.8 * minutes, True), (1.2 * minutes, False)):
            await bot.app.live_until(bot.clock, away + after * MINUTES)
            assert await is_live(bot) is live


async def test_what_only_hosts_can_set_off_needs_no_host() -> None:
    async with lab_bot() as bot:
        await bot.app.dispatcher.receive(signal(bot, bot.person("Ann"), SignalKind.STARTED, hosts_only=False))
        await bot.app.turn()
        assert await is_live(bot)


async def test_whether_a_stream_was_on_is_known_by_its_times() -> None:
    async with lab_bot() as bot:
        ask = bot.app.dispatcher.was_live
        assert not await ask(SPACE, START, START + MINUTES)
        bot.clock.set(START + 10 * MINUTES)
        await bot.app.dispatcher.receive(signal(bot, bot.person("Hana", Role.HOST), SignalKind.STARTED))
        await bot.app.turn()
        assert await ask(SPACE, START + 12 * MINUTES, START + 15 * MINUTES)
        bot.clock.set(START + 20 * MINUTES)
        async with bot.app.parts.work() as work:
            await Streams(work).end(1)
        assert await ask(SPACE, START + 15 * MINUTES, START + 30 * MINUTES)
        assert await ask(SPACE, START, START + 10 * MINUTES)
        assert not await ask(SPACE, START, START + 9 * MINUTES)
        assert not await ask(SPACE, START + 21 * MINUTES, START + 30 * MINUTES)
        assert not await ask(SpaceRef("discord", "1"), START, START + 30 * MINUTES)
