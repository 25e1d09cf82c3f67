"""What the doctor finds, how bad it is, and what it mends."""

from collections.abc import Collection, Sequence
from datetime import timedelta

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from bot.clock import Clock
from bot.community.communities import Communities
from bot.core.declarations import Needs, Plugin
from bot.core.doctor import Doctor, Weight
from bot.core.incidents import note_incident
from bot.core.loader import Loaded, LoadFailure, load_plugins
from bot.core.registry import Registry
from bot.core.telling import Telling
from bot.guard import Failure
from bot.model.identity import Role, SpaceRef
from bot.model.results import Problem
from bot.model.rights import Right
from bot.platforms.local.chat import LocalPlatform
from bot.storage.tables import deliveries, intake, jobs, spaces
from bot.testing import whole_bot
from bot.text.saying import Say
from tests.plugins.setting_up import Place, place
from tests.snapshots.compare import matches

LANGUAGES = ("en", "cs")
SHUT = {"general": "local-problem-shut"}


def with_needs(*failures: LoadFailure) -> Loaded:
    """The bundled plugins, and one that needs a right."""
    needy = Plugin("sample", needs=(Needs(Right.MANAGE_ROLES, "sample-hello"),))
    plugins = [*load_plugins().registry.plugins.values(), needy]
    return Loaded(Registry(plugins), failures)


async def held(here: Place) -> None:
    """A stream whose follow-ups wait for a moderator."""
    hana = here.bot.person("Hana", Role.HOST)
    await here.says("/stream start Glazes", hana)
    await here.presses("I’m here" if here.ema.language == "en" else "Jsem tady", here.ema)
    await here.bot.passes(minutes=10)
    await here.says("/stream end", hana)
    await here.bot.passes(minutes=30)


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_problems_read_well(language: str) -> None:
    async with place(language=language) as here:
        await held(here)
        here.bot.chat.arrange(shut=SHUT)
        matches(f"doctor/found.{language}", await here.says("/doctor"))


async def test_when_all_is_well_it_says_so_and_tells_whom_it_reaches() -> None:
    async with place(zone="Europe/Prague") as here:
        async with here.bot.app.parts.work() as work:
            await work.execute(sa.text("UPDATE communities SET quiet_from = 1320, quiet_until = 480"))
        told = await here.says("/doctor")
        assert told.startswith("All is well.\n\nHere: 1.")


async def test_what_is_worst_comes_first_and_is_mended_by_its_button_and_undone() -> None:
    async with place() as here:
        here.bot.chat.arrange(shut=SHUT)
        told = await here.says("/doctor")
        assert "✖ 1. I may not write to general. Open it to me, or choose another place." in told
        assert "I may not write anywhere here" in await here.presses("1: Mend")
        here.bot.chat.arrange(shut={})
        async with here.bot.app.parts.work() as work:
            await work.execute(sa.update(spaces).values(post_channel=None))
        assert "✖ 1. In Clay & <Co> I have no place to post" in await here.says("/doctor")
        assert "Mended: I post in general from now on." in await here.presses("1: Mend")
        assert "mended already" in "".join(await here.bot.presses(here.mia, "1: Mend"))
        assert "place for posts: nothing → general" in await here.says("/audit")
        await here.presses("Undo 1")
        async with here.bot.app.parts.work() as work:
            assert [space.post_channel for space in await Communities(work).spaces(1)] == [None]


@pytest.mark.long
async def test_what_waits_for_a_moderator_is_told_with_the_button_that_shows_it() -> None:
    async with place() as here:
        await held(here)
        told = await here.says("/doctor")
        assert "The 48 hours after a stream (followups.after-stream) has 1 under way and waits for a moderator" in told
        assert "Preview: The 48 hours after a stream (followups.after-stream)" in await here.presses("1: Preview")
        await here.says("/plugin disable followups")
        assert "its plugin After a stream (followups) is off" in await here.says("/doctor")
        assert "/journey stop followups.after-stream" in await here.says("/doctor")  # typed as it must be
        await here.presses("1: Turn on")
        assert "is off. Turn it on" not in await here.says("/doctor")


@pytest.mark.long
async def test_everything_stopped_is_let_go_on_from_here() -> None:
    async with place() as here:
        await here.says("/doctor")
        assert "Everything is stopped." in await here.presses("Stop everything")
        told = await here.says("/doctor")
        assert "⚠ 1. Everything is stopped." in told
        assert told.count("Let it go on") == 1  # Discord takes no message with the same button twice
        assert "It goes on." in await here.presses("1: Let it go on")
        assert "Everything is stopped" not in await here.says("/doctor")


async def test_a_right_that_a_plugin_lacks_is_told_with_what_stops_without_it() -> None:
    failure = LoadFailure("teapot", "ABCDEF", "ImportError: no kettle")
    async with place(loaded=with_needs(failure)) as here:
        assert "manage_roles" not in await here.says("/doctor")
        here.bot.chat.arrange(lacking=[Right.MANAGE_ROLES])
        told = await here.says("/doctor")
        assert "✖ 1. The plugin teapot could not be loaded: ImportError: no kettle" in told
        assert "I lack the right manage_roles here." in told
        assert "sample needs it:" in told
        await here.says("/plugin disable sample")
        assert "manage_roles" not in await here.says("/doctor")
        assert "I lack the right manage_roles here." in await here.says("/plugin enable sample")


@pytest.mark.long
async def test_the_setup_tells_only_of_the_rights_that_are_lacking_and_what_stops_without_those() -> None:
    needs = (Needs(Right.MANAGE_ROLES, "ping-about"), Needs(Right.CREATE_INVITES, "ping-answer"))
    plugins = [*load_plugins().registry.plugins.values(), Plugin("sample", needs=needs)]
    async with place(loaded=Loaded(Registry(plugins), ())) as here:
        here.bot.chat.arrange(lacking=[Right.CREATE_INVITES])
        await here.says("/setup")
        for label in ("On", "Skip", "On"):
            await here.presses(label)
        shown = await here.presses("On")
        assert "I lack the right create_instant_invite here." in shown
        assert "Awake and listening." in shown
        assert "manage_roles" not in shown
        assert shown.count("Tells whether the bot is awake.") == 1  # of ping itself


class Counting(LocalPlatform):
    """The local chat, which notes what it is asked about its rights."""

    def __init__(self, clock: Clock, say: Say) -> None:
        super().__init__(clock, say)
        self.asked: list[frozenset[Right]] = []

    async def check(self, space: SpaceRef, needs: Collection[Right] = ()) -> Sequence[Problem]:
        self.asked.append(frozenset(needs))
        return await super().check(space, needs)


async def test_a_network_is_asked_each_thing_once_however_many_plugins_need_it() -> None:
    needs = tuple(Needs(right, "sample-hello") for right in (Right.MANAGE_ROLES, Right.MANAGE_THREADS))
    some = [Plugin(name, needs=needs) for name in ("one", "other")]
    async with place(loaded=Loaded(Registry([*load_plugins().registry.plugins.values(), *some]), ())) as here:
        parts = here.bot.app.parts
        chat = Counting(parts.clock, parts.translator.text)
        async with parts.work() as work:
            counting = replace(parts, platforms={"local": chat})
            await Doctor(counting, work, await Communities(work).get(1)).examine("en")
        assert {frozenset(), frozenset({Right.MANAGE_ROLES}), frozenset({Right.MANAGE_THREADS})} <= set(chat.asked)
        assert len(chat.asked) == len(set(chat.asked))


async def test_a_clock_that_was_set_back_is_broken() -> None:
    async with place() as here:
        async with here.bot.app.parts.work() as work:
            await work.execute(sa.update(intake).values(received_at=here.bot.clock.now() + timedelta(minutes=7)))
            found = await Doctor(here.bot.app.parts, work, await Communities(work).get(1)).examine("en")
        assert [one.values for one in found if one.weight is Weight.BROKEN] == [{"ahead": 7}]


async def test_messages_that_are_late_are_broken() -> None:
    async with place() as here:
        async with here.bot.app.parts.work() as work:
            community = await Communities(work).get(1)
            await Telling(here.bot.app.parts, work, community).everybody("late", "ping-answer")
        here.bot.clock.set(here.bot.clock.now() + timedelta(minutes=11))
        async with here.bot.app.parts.work() as work:
            found = await Doctor(here.bot.app.parts, work, community).examine("en")
        assert [one.problem.key for one in found if one.weight is Weight.BROKEN] == ["problem-late"]


async def test_what_went_wrong_within_a_day_is_told_and_what_is_older_is_not() -> None:
    async with whole_bot() as bot:
        await bot.says(bot.person("Mia", Role.MODERATOR), "/ping")
        now = bot.clock.now()
        async with bot.app.parts.database.write() as transaction:
            for at in (now, now - timedelta(hours=30)):
                await note_incident(transaction, Failure(f"{at}", "an error", ""), at, plugin="core", place="a place")
                for state in ("unknown", "failed"):
                    sent = {"community_id": 1, "due_at": at, "expires_at": at, "settled_at": at, "purpose": "service"}
                    payload = {"message": "ping-answer", "values": {}, "asked": True}
                    await transaction.execute(sa.insert(deliveries).values(**sent, state=state, payload=payload))
                job = {"plugin": "tea", "name": "brew", "arguments": {}, "community_id": 1, "due_at": at}
                await transaction.execute(sa.insert(jobs).values(**job, state="failed"))
            late = {**job, "due_at": now - timedelta(minutes=11)}
            await transaction.execute(sa.insert(jobs).values(**late, state="pending"))
        async with bot.app.parts.work() as work:
            found = await Doctor(bot.app.parts, work, await Communities(work).get(1)).examine("en")
        counted = {one.problem.key: (one.weight, one.values["count"]) for one in found if "count" in one.values}
        assert counted == {
            "problem-incidents": (Weight.WARNING, 1),
            "problem-jobs-late": (Weight.BROKEN, 1),
            "problem-jobs": (Weight.WARNING, 1),
            "problem-unknown": (Weight.WARNING, 1),
            "problem-failed": (Weight.WARNING, 1),
        }


@pytest.mark.long
async def test_strangers_and_hosts_are_told_nothing() -> None:
    async with place() as here:
        here.bot.chat.arrange(shut=SHUT)
        await here.says("/doctor")
        tokens = [action.token for action in here.bot.seen(here.mia)[-1].buttons]
        host = here.bot.person("Hana", Role.HOST)
        for person in (here.ema, host):
            assert "This is for moderators" in await here.says("/doctor", person)
            assert "This is for moderators" in "".join(await here.bot.presses(person, tokens[0]))


@pytest.mark.long
async def test_a_hosts_place_that_everybody_reads_is_broken_and_can_be_given_up() -> None:
    async with place() as here:
        async with here.bot.app.parts.work() as work:
            await work.execute(sa.update(spaces).values(host_channel="general"))
        assert "✖ 1. Everybody reads general" in await here.says("/doctor")
        assert "hosts are told privately from now on" in await here.presses("1: Mend")
        assert "Everybody reads" not in await here.says("/doctor")
