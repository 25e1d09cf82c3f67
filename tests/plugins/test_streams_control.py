"""The hosts' control message: one, edited in place as the stream goes on, closed at its end; or by themselves."""

import pytest
import sqlalchemy as sa

from bot.community.communities import Communities
from bot.core.telling import Telling
from bot.model.identity import Role
from bot.model.incoming import SignalKind, StreamSignal
from bot.model.results import SendResult, SendStatus
from bot.platforms.local.records import HOSTS, SPACE, Shown
from bot.storage.tables import deliveries, spaces
from bot.text.markup import plain
from tests.plugins.streaming import Evening, evening
from tests.snapshots.compare import matches, screen

LANGUAGES = ("en", "cs")


def controls(here: Evening) -> list[Shown]:
    """The control messages that stand in the hosts' place."""
    return [shown for shown in here.bot.chat.sent if shown.channel == HOSTS and "control:" in kind(here, shown)]


def kind(here: Evening, shown: Shown) -> str:
    """A control message has the title in its first words, and is no answer to anybody."""
    said = plain(shown.message.text)
    return "control:" if shown.key and said.startswith("Glazes") and ("live" in said or "over" in said) else ""


async def refreshed(here: Evening) -> str:
    """The one control message, after it had time to be edited."""
    await here.bot.passes(minutes=5)
    [control] = controls(here)
    return screen([control])


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_reads_well_from_the_start_to_the_end(language: str) -> None:
    async with evening(language=language) as here:
        await here.host("/stream start Glazes")
        seen = [screen([here.bot.chat.sent[-1]])]
        control = here.bot.chat.sent[-1].message_id
        await here.guest("hello")
        await here.host("/stream note The glaze turned blue")
        await here.bot.passes(minutes=5)

        def now() -> str:
            return screen([shown for shown in here.bot.chat.sent if shown.message_id == control])

        seen.append(now())
        await here.host("/stream end")
        seen.append(now())
        matches(f"streams/control.{language}", "\n\n----\n\n".join(seen))


@pytest.mark.long
async def test_there_is_one_however_much_happens() -> None:
    async with evening() as here:
        await here.host("/stream start Glazes")
        await here.bot.says(here.ann, "hello")
        assert "1 person" in await refreshed(here)
        await here.host("/stream note One")
        await here.host("/shoutout Ben for the kiln")
        await here.bot.says(here.ben, "hello")
        told = await refreshed(here)
        assert "2 people" in told
        assert "1 moment" in told or "1 note" in told
        await here.host("/stream end")
        told = await refreshed(here)
        assert "is over" in told
        assert "[" not in told


@pytest.mark.long
async def test_while_nothing_happens_nothing_is_sent() -> None:
    async with evening() as here:
        await here.host("/stream start Glazes")
        before = await _count(here)
        await here.bot.passes(minutes=60)
        assert await _count(here) == before


@pytest.mark.long
async def test_an_end_that_is_taken_back_gives_the_buttons_back() -> None:
    async with evening() as here:
        await here.host("/stream start Glazes")
        await here.bot.says(here.ann, "hello")
        await here.bot.passes(minutes=10)
        await here.host("/stream end")
        assert "[" not in await refreshed(here)
        await here.host("/stream start")
        told = await refreshed(here)
        assert "is live" in told
        assert "[Stop everything]" in told
        await here.bot.says(here.ben, "hello")
        assert "2 people" in await refreshed(here)


@pytest.mark.long
async def test_it_follows_the_hosts_to_another_place() -> None:
    async with evening() as here:
        await here.host("/stream start Glazes")
        async with here.bot.app.parts.work() as work:
            await work.execute(sa.update(spaces).values(host_channel="general"))
        await here.host("/stream note One")
        await here.bot.passes(minutes=1)
        assert [s.channel.channel_id for s in here.bot.chat.sent if "only hosts see" in plain(s.message.text)] == [
            "hosts",
            "general",
        ]


@pytest.mark.long
async def test_what_it_said_when_everything_was_stopped_is_said_once_it_goes_on() -> None:
    async with evening() as here:
        mia = here.bot.person("Mia", Role.MODERATOR)
        await here.host("/stream start Glazes")
        await here.host("/everything stop")
        for text in ("One", "Two", "Three"):
            await here.host(f"/stream note {text}")
        assert "So far" not in await refreshed(here)
        await here.bot.says(here.ann, "hello")
        await here.bot.says(mia, "/everything resume")
        assert "1 person" in await refreshed(here)


@pytest.mark.long
async def test_a_post_of_which_nobody_knows_whether_it_arrived_is_not_repeated_but_said_anew() -> None:
    async with evening() as here:
        here.bot.chat.next_result(SendResult(SendStatus.SENT, "elsewhere"))  # everybody's post
        here.bot.chat.next_result(SendResult(SendStatus.UNKNOWN))
        await here.host("/stream start Glazes")
        await here.bot.passes(minutes=4)
        assert not controls(here)
        await here.host("/stream note One")
        await here.bot.says(here.ann, "hello")
        assert "1 person" in await refreshed(here)


@pytest.mark.long
async def test_what_had_to_wait_gives_way_to_a_newer_word() -> None:
    async with evening() as here:
        here.bot.chat.next_result(SendResult(SendStatus.SENT, "elsewhere"))
        here.bot.chat.next_result(SendResult(SendStatus.LATER))
        await here.host("/stream start Glazes")
        await here.bot.says(here.ann, "hello")
        await here.bot.passes(seconds=2)
        await here.host("/stream note One")
        told = await refreshed(here)
        assert "1 person" in told
        async with here.bot.app.parts.work() as work:
            merged = sa.select(sa.func.count()).where(deliveries.c.reason == "merged")
            assert await work.value(merged) == 1


@pytest.mark.long
async def test_one_that_somebody_deleted_is_posted_anew() -> None:
    async with evening() as here:
        here.bot.chat.next_result(SendResult(SendStatus.SENT, "elsewhere"))
        here.bot.chat.next_result(SendResult(SendStatus.SENT, "deleted"))
        await here.host("/stream start Glazes")
        await here.bot.says(here.ann, "hello")
        assert "1 person" in await refreshed(here)


@pytest.mark.long
async def test_without_a_place_for_hosts_whoever_went_live_gets_the_buttons_alone() -> None:
    async with evening() as here:
        async with here.bot.app.parts.work() as work:
            await work.execute(sa.update(spaces).values(host_channel=None))
        await here.bot.app.dispatcher.receive(
            StreamSignal(
                event_id="live-1",
                at=here.bot.clock.now(),
                actor=here.hana.actor,
                space=SPACE,
                kind=SignalKind.STARTED,
                source="local-live",
                reference="1",
                title="Glazes",
                hosts_only=True,
            )
        )
        await here.bot.app.turn()
        [private] = [shown for shown in here.bot.seen(here.hana) if shown.direct and shown.key]
        assert "Glazes is live." in plain(private.message.text)
        assert "Stop everything" in [action.label for action in private.buttons]
        assert not [shown for shown in here.bot.seen(here.ann) if shown.direct]


async def test_without_a_place_the_command_s_own_answer_has_the_buttons_and_nothing_comes_beside() -> None:
    async with evening() as here:
        async with here.bot.app.parts.work() as work:
            await work.execute(sa.update(spaces).values(host_channel=None))
        told = await here.screen(here.hana, "/stream start Glazes")
        assert told.count("[Stop everything]") == 1
        assert not here.direct(here.hana)


@pytest.mark.long
async def test_where_the_control_message_stands_the_answer_points_at_it_and_has_no_second_set_of_buttons() -> None:
    async with evening() as here:
        told = await here.screen(here.hana, "/stream start Glazes")
        assert told.count("[Stop everything]") == 1
        assert "Everything you need on air is in the hosts’ channel" in told
        again = await here.screen(here.hana, "/stream start")
        assert "in the hosts’ channel" in again
        assert "[" not in again
        assert "[Stop everything]" in await here.screen(here.hana, "/stream status")
        await here.bot.says(here.ann, "hello")
        await here.bot.passes(minutes=10)
        await here.host("/stream end")
        seen = len(here.bot.seen(here.hana))
        assert "in the hosts’ channel" in await here.press(here.hana, "It goes on")
        assert here.since(here.hana, seen).count("[Stop everything]") <= 1


@pytest.mark.long
async def test_while_everything_is_stopped_the_answer_has_the_buttons_since_no_message_leaves() -> None:
    async with evening() as here:
        await here.host("/everything stop")
        told = await here.screen(here.hana, "/stream start Glazes")
        assert told.count("[End the stream]") == 1
        assert "Everything is stopped, so nobody is told of it." in told
        assert "[Stop everything]" not in told
        assert "Everything is stopped" in await here.host("/stream status")
        assert not controls(here)


async def test_a_place_for_hosts_on_one_network_is_none_on_another() -> None:
    async with evening() as here:
        await here.host("/stream start Glazes")
        async with here.bot.app.parts.work() as work:
            telling = Telling(here.bot.app.parts, work, await Communities(work).get(1))
            assert await telling.has_place_for_hosts("local")
            assert await telling.has_place_for_hosts()
            assert not await telling.has_place_for_hosts("telegram")


@pytest.mark.long
async def test_what_concerns_hosts_reaches_them_privately_as_their_consents_allow() -> None:
    async with evening() as here:
        async with here.bot.app.parts.work() as work:
            await work.execute(sa.update(spaces).values(host_channel=None))
        await here.host("/stream start Glazes")
        await here.bot.says(here.ann, "hello")
        await here.host("/drop 5")
        await here.bot.passes(minutes=6)
        assert not here.direct(here.hana)
        assert "The check-in of Glazes is closed." in await here.host("/inbox")
        assert "check-in" not in await here.guest("/inbox")


async def _count(here: Evening) -> int:
    async with here.bot.app.parts.work() as work:
        return int(await work.value(sa.select(sa.func.count()).select_from(deliveries)))
