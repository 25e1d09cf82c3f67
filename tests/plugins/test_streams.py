"""Streams as hosts run them: start, status, end, notes, shout-outs and cues."""

import pytest

from bot.community.communities import Communities
from bot.community.facts import Facts
from bot.community.preferences import Preferences
from bot.community.stream import Stream
from bot.community.streams import NoteKind, Streams
from bot.core.context import Background
from bot.core.declarations import Plugin
from bot.core.incidents import newest
from bot.core.loader import load_plugins
from bot.core.telling import Telling
from bot.model.identity import Role, Route
from bot.model.messages import Markup
from bot.testing import whole_bot
from tests.plugins.streaming import evening
from tests.snapshots.compare import matches

LANGUAGES = ("en", "cs")
BUTTONS = {
    "en": {"here": "I’m here", "thank": "Shout-out", "end": "End the stream"},
    "cs": {"here": "Jsem tady", "thank": "Poděkovat", "end": "Ukončit stream"},
}


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_hosts_screens_read_well(language: str) -> None:
    async with evening(language=language) as here:
        matches(f"streams/nothing.{language}", await here.screen(here.hana, "/stream status"))
        await here.guest("/q How hot is the kiln?")
        await here.host("/shoutout Ben for the mug")
        matches(f"streams/start.{language}", await here.screen(here.hana, "/stream start Tea night"))
        await here.press(here.ann, BUTTONS[language]["here"])
        await here.bot.says(here.ben, "Lovely evening")
        await here.bot.passes(minutes=42)
        await here.host("/stream note The glaze turned blue")
        await here.bot.says(here.ann, "Where is Ben?")
        await here.bot.passes(minutes=1)
        matches(f"streams/status.{language}", await here.screen(here.hana, "/stream status"))
        matches(f"streams/cues.{language}", await here.screen(here.hana, "/cues"))
        seen = len(here.bot.seen(here.hana))
        await here.press(here.hana, BUTTONS[language]["end"])
        matches(f"streams/end-sure.{language}", here.since(here.hana, seen))
        matches(f"streams/end.{language}", await here.screen(here.hana, "/stream end"))


async def test_going_live_is_told_to_everybody_and_gives_the_hosts_their_buttons() -> None:
    async with evening() as here:
        await here.host("/stream start Tea night")
        assert here.posts(here.ann)[-1].startswith("Tea night is live.")
        assert here.bot.seen(here.hana)[-1].channel.channel_id == "hosts"
        labels = [action.label for action in here.bot.seen(here.hana)[-1].buttons]
        assert labels[:6] == ["Status", "Cue card", "Check-in", "Keep a moment", "Shout-out", "End the stream"]
        assert not any("on air" in text for text in here.posts(here.ann))


@pytest.mark.long
async def test_a_second_start_changes_nothing_but_may_rename() -> None:
    async with evening() as here:
        await here.host("/stream start Tea night")
        assert "live already" in await here.host("/stream start")
        assert "now called Tea and talk" in await here.host("/stream start Tea  and talk")
        assert (await here.stream()).title == "Tea and talk"
        assert len([text for text in here.posts(here.ann) if "is live" in text]) == 1


@pytest.mark.long
async def test_a_stream_without_a_title_goes_by_its_number() -> None:
    async with evening() as here:
        assert "Stream 1 is live" in await here.host("/stream start")
        await here.guest("hello")
        await here.bot.passes(minutes=10)
        await here.host("/stream end")
        await here.bot.passes(minutes=15)
        assert "Stream 2 is live" in await here.host("/stream start")


async def test_a_title_may_not_be_longer_than_fits() -> None:
    async with evening() as here:
        assert "200 characters" in await here.host("/stream start " + "x" * 201)
        assert "Nothing is live" in await here.host("/stream status")


@pytest.mark.parametrize("command", ["stream start", "stream end", "drop", "cues", "stream recap", "shoutout Ben"])
async def test_a_guest_is_told_that_this_is_for_hosts(command: str) -> None:
    async with evening() as here:
        assert "This is for hosts" in await here.guest(f"/{command}")


@pytest.mark.long
async def test_the_hosts_buttons_are_for_hosts_only() -> None:
    async with evening() as here:
        await here.host("/stream start")
        token = here.bot.seen(here.hana)[-1].buttons[2].token
        assert "This is for hosts" in await here.press(here.ann, token)


@pytest.mark.long
async def test_the_end_is_asked_about_once_more_by_the_button() -> None:
    async with evening() as here:
        await here.host("/stream start Tea night")
        await here.bot.passes(minutes=30)
        assert "End Tea night after 30 minutes?" in await here.press(here.hana, "End the stream")
        assert "Tea night is live" in await here.press(here.hana, "Keep going")
        await here.press(here.hana, "End the stream")
        assert "has ended after 30 minutes" in await here.press(here.hana, "End it now")
        assert "is over" in await here.press(here.hana, "End it now")


@pytest.mark.long
async def test_an_old_button_means_no_newer_stream() -> None:
    async with evening() as here:
        await here.host("/stream start Tea night")
        old = here.bot.seen(here.ann)[-1].buttons[0].token
        await here.host("/stream end")
        await here.host("/stream start Cake night")
        assert "Tea night is over" in await here.press(here.ann, old)
        assert await here.attended(here.ann) is None


@pytest.mark.long
async def test_a_moment_is_kept_by_command_and_by_form() -> None:
    async with evening() as here:
        assert "Nothing is live" in await here.host("/stream note Too early")
        await here.host("/stream start")
        await here.host("/stream note The glaze turned blue")
        await here.press(here.hana, "Keep a moment")
        await here.fill(here.hana, text="Nobody spilled")
        await here.press(here.hana, "Keep a moment")
        assert "That note is empty" in await here.fill(here.hana, text="  ")
        stream = await here.stream()
        async with here.bot.app.parts.work() as work:
            notes = await Streams(work).notes(stream.id)
        assert [note.text for note in notes] == ["The glaze turned blue", "Nobody spilled"]


@pytest.mark.long
async def test_a_shout_out_is_posted_and_kept() -> None:
    async with evening() as here:
        await here.host("/stream start")
        assert "Everybody can read" in await here.host('/shoutout Ben for "the" <b>mug</b>')
        assert here.posts(here.ann)[-1] == 'A shout-out to Ben: for "the" <b>mug</b>'
        await here.press(here.hana, "Shout-out")
        await here.fill(here.hana, member="Ann", why="")
        assert here.posts(here.ben)[-1] == "A shout-out to Ann."
        stream = await here.stream()
        async with here.bot.app.parts.work() as work:
            kinds = [note.kind for note in await Streams(work).notes(stream.id)]
        assert kinds == [NoteKind.SHOUT_OUT] * 2
        assert "300 characters" in await here.host("/shoutout Ben " + "x" * 301)
        assert "nobody called Zoe" in await here.host("/shoutout Zoe")


@pytest.mark.long
async def test_a_shout_out_is_posted_also_after_whoever_had_the_newest_was_forgotten() -> None:
    async with evening() as here:
        await here.host("/stream start")
        await here.host("/shoutout Ben for the mug")
        await here.says(here.ben, "/forget")
        await here.press(here.ben, "Forget me")
        await here.bot.passes(minutes=5)
        assert "Everybody can read" in await here.host("/shoutout Ann")
        assert here.posts(here.ann)[-1] == "A shout-out to Ann."


async def test_a_forms_reason_comes_back_where_nobody_has_the_name() -> None:
    async with evening() as here:
        await here.host("/stream start")
        await here.press(here.hana, "Shout-out")
        told = await here.fill(here.hana, member="Zoe", why="for <the> mug")
        assert told.startswith("I know nobody called Zoe here.")
        assert told.endswith("Nobody was thanked; this is what you wrote:\nfor <the> mug")


@pytest.mark.long
async def test_a_moment_that_is_too_long_is_refused_and_not_lost() -> None:
    async with evening() as here:
        await here.host("/stream start")
        await here.host("/stream note " + "x" * 500)
        told = await here.host("/stream note The glaze " + "y" * 5000)
        assert told.startswith("A moment may have 500 characters at most, so it is not kept.")
        assert "The glaze yyy" in told and told.endswith("y…")
        stream = await here.stream()
        async with here.bot.app.parts.work() as work:
            assert [len(note.text) for note in await Streams(work).notes(stream.id)] == [500]


@pytest.mark.long
async def test_a_member_who_hides_is_thanked_without_a_post() -> None:
    async with evening() as here:
        async with here.bot.app.parts.work() as work:
            await Preferences(work).hide(await here.id_of(here.ben), hidden=True)
        await here.host("/stream start")
        before = here.posts(here.ann)
        assert "not posted" in await here.host("/shoutout Ben for the mug")
        assert here.posts(here.ann) == before
        await here.host("/stream end")
        assert "Ben" not in await here.host("/stream recap")


@pytest.mark.long
async def test_a_promised_shout_out_is_said_once() -> None:
    async with evening() as here:
        assert "cue card of the next stream" in await here.host("/shoutout Ben for the mug")
        assert "Promised shout-outs" in await here.host("/cues")
        await here.host("/stream start")
        await here.host("/cues")
        token = next(action.token for action in here.bot.seen(here.hana)[-1].buttons if action.label == "Said: Ben")
        await here.press(here.hana, token)
        assert here.posts(here.ann)[-1] == "A shout-out to Ben: for the mug"
        assert "already" in await here.press(here.hana, token)
        assert here.posts(here.ann).count("A shout-out to Ben: for the mug") == 1
        assert "No cues" in await here.host("/cues")


@pytest.mark.long
async def test_a_promised_shout_out_is_taken_back_at_once_or_from_the_cue_card_and_stands_again() -> None:
    async with evening() as here:
        await here.host("/shoutout Ben for the mug")
        await here.host("/shoutout Ann for the tea")
        assert "off the cue card" in "\n".join(await here.bot.presses(here.hana, "Take it back"))
        assert "Ann" not in await here.host("/cues")
        await here.bot.presses(here.hana, "Take a promise back")
        await here.bot.presses(here.hana, "Not to Ben")
        assert "No cues" in await here.host("/cues")
        assert "again" in "\n".join(await here.bot.presses(here.hana, "Promise it after all"))
        await here.host("/stream start")
        assert "for the mug" in await here.host("/cues")
        said = next(action.token for action in here.bot.seen(here.hana)[-1].buttons if action.label == "Said: Ben")
        await here.bot.presses(here.hana, "Take a promise back")
        off = next(action.token for action in here.bot.seen(here.hana)[-1].buttons if action.label == "Not to Ben")
        await here.press(here.hana, off)
        assert "taken back meanwhile" in await here.press(here.hana, said)
        assert not any("shout-out to Ben" in text for text in here.posts(here.ann))
        await here.bot.presses(here.hana, "Promise it after all")
        await here.press(here.hana, said)
        assert "already" in await here.press(here.hana, off)
        assert here.posts(here.ann)[-1] == "A shout-out to Ben: for the mug"


@pytest.mark.long
async def test_cues_do_not_name_who_asked_not_to_be_shown() -> None:
    async with evening() as here:
        async with here.bot.app.parts.work() as work:
            await Preferences(work).hide(await here.id_of(here.ben), hidden=True)
        await here.host("/stream start")
        for guest in (here.ann, here.ben):
            await here.bot.says(guest, "hello")
        cues = await here.host("/cues")
        assert "Ann" in cues and "Ben" not in cues


@pytest.mark.long
async def test_cues_name_first_timers_who_are_here_now() -> None:
    async with evening() as here:
        await here.host("/stream start")
        await here.press(here.ben, "I’m here")
        await here.bot.passes(minutes=10)
        await here.host("/stream end")
        await here.bot.passes(hours=20)
        await here.host("/stream start")
        await here.press(here.ann, "I’m here")
        await here.press(here.ben, "I’m here")
        assert "Here for the first time: Ann\n" in await here.host("/cues") + "\n"
        await here.bot.passes(minutes=30)
        assert "first time" not in await here.host("/cues")


@pytest.mark.long
async def test_a_host_is_no_guest_of_their_own_stream() -> None:
    async with evening() as here:
        await here.host("/stream start Tea night")
        await here.bot.says(here.hana, "welcome, what would you like to see?")
        await here.bot.says(here.ann, "hello")
        assert "Here for the first time: Ann\n" in await here.host("/cues") + "\n"
        await here.bot.passes(minutes=10)
        alone = "1 person (for the first time) and 1 message"
        assert f"Counted so far: {alone}." in await here.host("/stream status")
        await here.host("/stream end")
        assert f"10 minutes together: {alone}." in await here.host("/stream recap")


@pytest.mark.long
async def test_cues_name_those_who_return_after_long() -> None:
    async with evening() as here:
        await here.host("/stream start")
        await here.press(here.ben, "I’m here")
        await here.bot.passes(minutes=10)
        await here.host("/stream end")
        await here.bot.sleeps(days=61)
        await here.bot.app.jobs.run_due()
        async with here.bot.app.parts.work() as work:
            await Facts(work, here.bot.app.parts.registry.facts).refresh([await here.id_of(here.ben)])
        await here.host("/stream start")
        await here.press(here.ben, "I’m here")
        assert "Back after a long time: Ben" in await here.host("/cues")


@pytest.mark.long
async def test_what_a_journey_wants_said_aloud_is_on_the_card_until_it_was_said() -> None:
    async with evening() as here:
        parts, ann = here.bot.app.parts, await here.id_of(here.ann)
        async with parts.work() as work:
            telling = Telling(parts, work, await Communities(work).get(1))
            await telling.member(ann, "aloud", "streams-reminder-off", routes=(Route.STAGE,))
        await here.bot.app.turn()
        assert here.direct(here.ann) == []
        assert "No cues" in await here.host("/cues")
        await here.host("/stream start")
        assert "To say aloud, to Ann: No reminder then." in await here.host("/cues")
        token = here.bot.seen(here.hana)[-1].buttons[0].token
        assert "No cues" in await here.press(here.hana, token)
        assert "not said twice" in await here.press(here.hana, token)


@pytest.mark.long
async def test_another_plugins_cues_stand_on_the_card_and_a_broken_one_is_left_out() -> None:
    other = Plugin("other")

    @other.contributes("cue")
    async def greets(ctx: Background, stream: Stream) -> list[Markup]:
        return [Markup(f"Cake for {stream.title}")]

    @other.contributes("cue")
    async def breaks(ctx: Background, stream: Stream) -> list[Markup]:
        raise RuntimeError("no cake")

    loaded = load_plugins()
    loaded.registry.take_in(other)
    async with whole_bot(loaded=loaded) as bot:
        hana = bot.person("Hana", Role.HOST)
        await bot.says(hana, "/stream start Tea night")
        [card] = await bot.says(hana, "/cues")
        assert card.endswith("Cake for Tea night")
        async with bot.app.parts.work() as work:
            [broken] = await newest(work)
        assert (broken.plugin, broken.place) == ("other", "cue of other")


async def test_a_disabled_plugin_says_so_and_does_nothing() -> None:
    async with evening() as here:
        boss = here.bot.person("Olga", Role.OWNER)
        await here.bot.says(boss, "/plugin disable streams")
        assert "Streams is switched off here" in await here.host("/stream start")
        assert here.posts(here.ann) == []


@pytest.mark.long
async def test_announcing_can_be_switched_off() -> None:
    async with evening() as here:
        boss = here.bot.person("Olga", Role.OWNER)
        await here.bot.says(boss, "/plugin configure streams announce no")
        assert "did not post" in await here.host("/stream plan tomorrow 18:30 Tea night")
        await here.host("/stream start")
        assert here.posts(here.ann) == []
        assert here.posts(here.hana)[-1].startswith("Stream 1 is live.")


@pytest.mark.long
async def test_the_profile_tells_of_streams() -> None:
    async with evening() as here:
        for _ in range(2):
            await here.host("/stream start")
            await here.press(here.ann, "I’m here")
            await here.bot.passes(minutes=10)
            await here.host("/stream end")
            await here.bot.passes(hours=1)
        assert "2 streams so far, the last one no. 2" in await here.guest("/me")
        assert "2 streams in a row" in await here.guest("/me")
