"""The wizard: from the invite to the first stream, for moderators."""

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from bot.community.audit import Audit
from bot.community.communities import Communities
from bot.model.identity import Community, Role, Space, SpaceRef
from bot.model.incoming import BotPresent, CommandInvoked, ReplyTo, SpaceMoved
from bot.platforms.local.records import HOSTS, SPACE, Person
from bot.storage.tables import spaces
from bot.text.markup import plain
from tests.plugins.setting_up import Place, place
from tests.snapshots.compare import matches, screen

LANGUAGES = ("en", pytest.param("cs", marks=pytest.mark.long))


async def community(here: Place) -> tuple[Community, Space]:
    """What is kept of the place."""
    async with here.bot.app.parts.work() as work:
        [found] = await Communities(work).all()
        [space] = await Communities(work).spaces(found.id)
        return found, space


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_whole_way_reads_well(language: str) -> None:
    async with place(language=language) as here:
        hello = screen(here.bot.seen(here.mia))
        steps = [await here.presses(here.bot.seen(here.mia)[0].buttons[0].label)]
        for number in range(2, 8):
            back = here.bot.seen(here.mia)[-1].buttons
            onward = next(action.label for action in reversed(back) if action.label.endswith("›"))
            steps.append(await here.presses(onward))
            assert f"{number} " in steps[-1]
        matches(f"setup/way.{language}", "\n\n----\n\n".join([hello, *steps]))


@pytest.mark.long
async def test_who_reads_every_word_slowly_and_chooses_at_each_step_is_through_in_ten_minutes() -> None:
    """At three quarters of the 238 words a minute that adults read (Brysbaert 2019), and ten seconds a choice."""
    async with place() as here:
        screens = [screen(here.bot.seen(here.mia)), await here.says("/setup")]
        choices = ("Čeština", "On", "Prague", "On", "Streamers", "On", "Hosts: privately", "On", "Ping", "On")
        for choice in (*choices, "Inbox only", "Send me one", "On", "Check everything"):
            screens += [await here.presses(choice)]
        words = sum(len(text.split()) for text in screens)
        minutes = words / 178 + len(screens) * 10 / 60
        assert len(screens) == 16 and minutes < 10, (
            f"{words} words on {len(screens)} screens take {minutes:.1f} minutes"
        )


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_is_chosen_is_said_with_its_way_back(language: str) -> None:
    async with place(language=language) as here:
        await here.says("/setup")
        said = [await here.presses("English" if language == "cs" else "Čeština")]
        other = {"en": "Skip", "cs": "Přeskočit"}[language]
        await here.presses({"en": "On", "cs": "Dál"}[language])
        await here.presses({"en": "Another city", "cs": "Jiné město"}[language])
        said += [await here.fills_in({"city": "Prag"}), await here.presses({"en": "Prague", "cs": "Praha"}[language])]
        await here.presses({"en": "On", "cs": "Dál"}[language])
        said.append(await here.presses("Streamers"))
        await here.presses({"en": "On", "cs": "Dál"}[language])
        said.append(await here.presses({"en": "Hosts: privately", "cs": "Vysílání: v\u00a0soukromí"}[language]))
        await here.presses({"en": "On", "cs": "Dál"}[language])
        said.append(await here.presses("Ping"))
        await here.presses({"en": "On", "cs": "Dál"}[language])
        said.append(await here.presses({"en": "Inbox only", "cs": "Jen do schránky"}[language]))
        assert other not in said[-1]
        matches(f"setup/chosen.{language}", "\n\n----\n\n".join(said))
        matches(f"setup/changes.{language}", await here.says("/audit"))


@pytest.mark.long
async def test_everything_chosen_holds_and_each_is_undone() -> None:
    async with place() as here:
        await here.says("/setup")
        await here.presses("Čeština")
        await here.presses("On")
        await here.presses("Prague")
        await here.presses("On")
        await here.presses("Streamers")
        await here.presses("On")
        await here.presses("Hosts: privately")
        await here.presses("On")
        await here.presses("On")
        await here.presses("Inbox only")
        found, space = await community(here)
        assert (found.language, found.zone, found.pull_only) == ("cs", "Europe/Prague", True)
        assert (space.host_group, space.host_group_name, space.host_channel) == ("r-1", "Streamers", None)
        for number in range(1, 6):
            await here.says("/audit")
            await here.presses(f"Undo {number}")
        found, space = await community(here)
        assert (found.language, found.zone, found.pull_only) == ("en", "UTC", False)
        assert (space.host_group, space.host_group_name, space.host_channel) == (None, None, "hosts")


async def test_the_hello_is_said_once_also_when_the_bot_comes_back() -> None:
    async with place() as here:
        await here.bot.chat.takes_in(here.mia, here=False)
        await here.bot.chat.takes_in(here.mia)
        await here.bot.app.turn()
        assert len([text for text in here.bot.texts(here.ema) if text.startswith("Good evening")]) == 1


async def test_the_hello_waits_for_a_channel_where_the_bot_may_write() -> None:
    async with place(entered=False) as here:
        here.bot.chat.arrange(shut={"general": "local-problem-shut"})
        await here.bot.chat.takes_in(here.mia)
        await here.bot.app.turn()
        assert not here.bot.texts(here.ema)


@pytest.mark.long
async def test_only_moderators_get_through_to_any_of_it() -> None:
    async with place() as here:
        host = here.bot.person("Hana", Role.HOST)
        for person in (here.ema, host):
            assert "This is for moderators" in await here.presses("Set me up", person)
            assert "This is for moderators" in await here.says("/setup", person)
            assert "This is for moderators" in await here.says("/setup hosts here", person)
            assert "This is for moderators" in await here.says("/host list", person)
        await here.says("/setup")
        tokens = [action.token for action in here.bot.seen(here.mia)[-1].buttons]
        for token in tokens:
            assert "This is for moderators" in "".join(await here.bot.presses(here.ema, token))
        assert (await community(here))[0].language == "en"


@pytest.mark.long
async def test_a_forged_or_old_button_changes_nothing() -> None:
    async with place() as here:
        await here.says("/setup")
        token = next(action.token for action in here.bot.seen(here.mia)[-1].buttons if "Čeština" in action.label)
        forged = token.replace("_cs_", "_en_")
        told = "".join(await here.bot.presses(here.mia, forged))
        assert "button" in told
        await here.presses("On")
        await here.presses("Skip")
        streamers = next(a.token for a in here.bot.seen(here.mia)[-1].buttons if a.label == "Streamers")
        here.bot.chat.arrange(roles={})
        assert "not there any more" in "".join(await here.bot.presses(here.mia, streamers))
        async with here.bot.app.parts.work() as work:
            assert not await Audit(work).newest(1)


@pytest.mark.long
async def test_whoever_has_the_role_hosts_until_they_lose_it() -> None:
    async with place() as here:
        await here.says("/setup")
        for _ in range(2):
            await here.presses("On") if "1 of" in here.bot.texts(here.mia)[-1] else await here.presses("Skip")
        await here.presses("Streamers")
        ema = here.bot.chat.person("ema", name="Ema", language="en", groups=["r-1"])
        assert "Chat in the terminal: running" in await here.says("/status", ema)
        assert "This is for moderators" in await here.says("/setup", ema)
        assert "Ema" in await here.says("/host list")
        ema = here.bot.chat.person("ema", name="Ema", language="en", groups=["r-2"])
        assert "This is for hosts" in await here.says("/status", ema)
        assert "Ema" not in await here.says("/host list")


@pytest.mark.long
async def test_people_are_named_and_taken_away() -> None:
    async with place() as here:
        await here.says("/ping", here.ema)
        await here.says("/setup")
        await here.presses("On")
        await here.presses("Skip")
        await here.presses("Name a host")
        assert "I know nobody called Nobody" in await here.fills_in({"name": "Nobody"})
        await here.presses("Name a host")
        assert "Ema hosts from now on." in await here.fills_in({"name": "Ema"})
        assert "Chat in the terminal: running" in await here.says("/status", here.ema)
        await here.says("/host list")
        await here.presses("Change hosts")
        assert "Ema is no host any more." in await here.presses("− Ema")
        assert "This is for hosts" in await here.says("/status", here.ema)
        assert "Ema hosts" not in await here.presses("Undo")
        assert "Chat in the terminal: running" in await here.says("/status", here.ema)


@pytest.mark.long
async def test_a_place_is_chosen_by_typing_there() -> None:
    async with place() as here:
        async with here.bot.app.parts.work() as work:
            await work.execute(sa.update(spaces).values(host_channel=None))
        assert "What concerns hosts goes to hosts now" in await here.says("/setup hosts here", channel=HOSTS)
        assert (await community(here))[1].host_channel == "hosts"
        assert "everybody else first" in await here.says("/setup hosts here")
        assert (await community(here))[1].host_channel == "hosts"
        assert "general is the place already" in await here.says("/setup posts here")
        private = await here.says("/setup hosts here", channel=here.mia.private_chat)
        assert "not one of the community's" in private


@pytest.mark.long
async def test_a_place_where_the_bot_may_not_write_is_shown_with_its_cure_and_not_taken() -> None:
    async with place() as here:
        here.bot.chat.arrange(shut={"hosts": "local-problem-shut"})
        await here.says("/setup")
        await here.presses("On")
        await here.presses("Skip")
        shown = await here.presses("On")
        assert "I may not write to hosts. Open it to me, or choose another place." in shown
        await here.presses("Hosts: privately")
        await here.presses("Hosts: hosts")
        assert (await community(here))[1].host_channel is None


@pytest.mark.long
async def test_two_moderators_see_each_other_and_press_nothing_back() -> None:
    async with place() as here:
        max_ = here.bot.person("Max <b>", Role.MODERATOR)
        await here.says("/setup")
        await here.says("/setup", max_)
        await here.presses("Čeština", max_)
        shown = await here.presses("Čeština")
        assert "I speak Čeština already." in shown
        assert "Max <b> is setting things up too" in shown
        assert (await community(here))[0].language == "cs"


@pytest.mark.long
async def test_the_test_goes_the_real_way_to_whoever_asked_alone() -> None:
    async with place() as here:
        await here.says("/setup")
        for label in ("On", "Skip", "On", "On", "On"):
            await here.presses(label)
        sent = await here.presses("Send me one as a test")
        assert "The first note after a stream would say to you" in sent
        [direct] = [shown for shown in here.bot.seen(here.mia) if shown.key and shown.direct]
        assert plain(direct.message.text).startswith("A test, as you asked.")
        assert not [shown for shown in here.bot.seen(here.ema) if shown.direct]
        assert "It went to you directly" in await here.presses("Did it arrive?")


@pytest.mark.long
async def test_a_test_that_cannot_come_directly_says_where_it_is() -> None:
    async with place() as here:
        await here.says("/setup")
        await here.bot.chat.blocks(here.mia, quietly=True)
        for label in ("On", "Skip", "On", "On", "On"):
            await here.presses(label)
        await here.presses("Send me one as a test")
        assert "it lies in your inbox" in await here.presses("Did it arrive?")
        assert "The first note after a stream" in await here.says("/inbox")


@pytest.mark.long
async def test_with_the_inbox_only_nobody_is_written_to_and_the_preview_says_so() -> None:
    async with place() as here:
        await here.says("/setup")
        for label in ("On", "Skip", "On", "On", "On", "Inbox only"):
            await here.presses(label)
        hana = here.bot.person("Hana", Role.HOST)
        await here.says("/stream start Glazes", hana)
        await here.presses("I’m here", here.ema)
        await here.presses("Write to me after the stream", here.ema)
        await here.bot.passes(minutes=10)
        await here.says("/stream end", hana)
        await here.bot.passes(minutes=5)
        shown = await here.says("/journey preview followups.after-stream")
        assert "their inbox" in shown
        assert "direct message" not in shown
        await here.says("/journey approve followups.after-stream")
        await here.bot.passes(hours=1)
        assert not [shown for shown in here.bot.seen(here.ema) if shown.direct]
        assert "Glazes" in await here.says("/inbox", here.ema) or here.bot.seen(here.ema)[-1].buttons
        await here.says("/audit")


@pytest.mark.long
async def test_in_private_the_network_is_asked_what_somebody_may_do() -> None:
    """No network tells it there by itself, and on Telegram every private answer is in the private chat."""
    async with place() as here:
        await here.says("/ping", here.ema)

        async def privately(person: Person, name: str) -> str:
            seen = len(here.bot.seen(person))
            told = replace(person.actor, floor=Role.MEMBER, groups=frozenset())
            reply_to = ReplyTo("local", person.private_chat.channel_id, person.user_id, private=True)
            await here.bot.app.dispatcher.receive(
                CommandInvoked(
                    event_id=f"{person.user_id}-{name}-{seen}",
                    at=here.bot.clock.now(),
                    actor=told,
                    name=name,
                    reply_to=reply_to,
                )
            )
            await here.bot.app.turn()
            return screen(here.bot.seen(person)[seen:])

        assert "1 of 7" in await privately(here.mia, "setup")
        assert "This is for moderators" in await privately(here.ema, "setup")
        await here.says("/setup")
        await here.presses("On")
        await here.presses("Skip")
        await here.presses("Streamers")
        ema = here.bot.chat.person("ema", name="Ema", language="en", groups=["r-1"])
        assert "Chat in the terminal: running" in await privately(ema, "status")
        await here.bot.chat.leaves(here.mia)
        assert "This is for moderators" in await privately(here.mia, "setup")


@pytest.mark.long
async def test_the_way_is_the_same_on_each_database(each_address: str) -> None:
    async with place(database_url=each_address) as here:
        await here.says("/setup")
        for label in ("Čeština", "On", "Prague", "On", "Streamers", "On", "Hosts: privately", "On", "Ping", "On"):
            await here.presses(label)
        assert "From now on follow-ups lie in inboxes only." in await here.presses("Inbox only")
        assert "as you asked" in await here.presses("Send me one as a test")
        assert "It went to you directly" in await here.presses("Did it arrive?")
        assert "Nothing is missing." in await here.presses("On ›")
        assert "things to look at" in await here.says("/doctor")
        hana = here.bot.person("Hana", Role.HOST)
        await here.says("/setup hosts here", channel=HOSTS)
        await here.says("/stream start Glazes", hana)
        await here.says("/stream note One", hana)
        await here.bot.passes(minutes=6)
        controls = [s for s in here.bot.chat.sent if s.channel == HOSTS and "Glazes" in plain(s.message.text) and s.key]
        assert [control.edited for control in controls] == [True]


@pytest.mark.long
async def test_names_are_shown_as_they_are_and_do_no_harm() -> None:
    async with place() as here:
        here.bot.chat.arrange(roles={"r-9": "<b>A & B</b> {$x}"})
        evil = here.bot.chat.person("evil", name="<a href='x'>Eve & Co</a>", language="en")
        await here.says("/ping", evil)
        await here.says("/setup")
        await here.presses("On")
        shown = await here.presses("Skip")
        assert "[<b>A & B</b> {$x}]" in shown
        assert "Whoever has the role <b>A & B</b> {$x} hosts from now on." in await here.presses("<b>A & B</b>")
        await here.presses("Name a host")
        assert "<a href='x'>Eve & Co</a> hosts from now on." in await here.fills_in({"name": "evil"})
        assert "[− <a href='x'>Eve & Co</a>]" in await here.says("/setup") + await here.presses("On") + (
            await here.presses("Skip")
        )


async def test_a_group_that_goes_on_under_another_id_is_not_greeted_again() -> None:
    async with place() as here:
        moved = SpaceMoved(
            event_id="moved-1",
            at=here.bot.clock.now(),
            actor=here.mia.actor,
            space=SPACE,
            to=SpaceRef("local", "grown"),
        )
        await here.bot.app.dispatcher.receive(moved)
        entered = BotPresent(
            event_id="moved-2",
            at=here.bot.clock.now(),
            actor=here.mia.actor,
            space=SpaceRef("local", "grown"),
            here=True,
        )
        await here.bot.app.dispatcher.receive(entered)
        await here.bot.app.turn()
        assert len([shown for shown in here.bot.chat.sent if "Good evening" in plain(shown.message.text)]) == 1
        _, space = await community(here)
        assert space.ref.space_id == "grown"


@pytest.mark.long
async def test_the_list_of_changes_calls_a_language_by_its_name() -> None:
    async with place() as here:
        await here.says("/setup")
        await here.presses("Čeština")
        assert "language for everybody: English → Czech" in await here.says("/audit")


async def test_a_word_that_is_no_place_is_said_to_be_none_of_the_first_choice() -> None:
    async with place() as here:
        assert "what cannot be “nonsense”. It takes one of: hosts, posts" in await here.says("/setup nonsense")
        assert "where cannot be “there”. It takes one of: here" in await here.says("/setup hosts there")


async def test_a_place_that_is_gone_is_not_shown_by_its_number() -> None:
    async with place() as here:
        async with here.bot.app.parts.work() as work:
            await work.execute(sa.update(spaces).values(host_channel="4711"))
        shown = await here.says("/setup hosts")
        assert "goes to a place that I cannot see among the others" in shown
        assert "4711" not in shown
