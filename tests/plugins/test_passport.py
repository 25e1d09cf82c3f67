"""The passport: the card, the preferences, the stop and the way out, as a member lives with them."""

from collections.abc import Sequence
from datetime import time

import pytest

from bot.api import Context, Markup, Member, Plugin, Purpose
from bot.core.loader import Loaded
from bot.core.registry import Registry
from bot.core.settings import PluginSettings
from bot.errors import UserError
from bot.testing import whole_bot
from bot.text.markup import escape
from plugins.passport import plugin as passport
from tests.plugins.passing import TWO_A_DAY, evening
from tests.snapshots.compare import matches

LANGUAGES = ("en", "cs")
BOTH = {Purpose.SERVICE, Purpose.MARKETING}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_first_hello_says_where_everything_is(language: str) -> None:
    async with evening(language) as it:
        said = await it.says("/start")
        matches(f"passport/start.{language}", said)
        seen = len(it.bot.seen(it.ann))
        await it.bot.chat.opens(it.ann, "")
        await it.bot.app.turn()
        assert str(it.bot.seen(it.ann)[seen].message.text).split() == said.partition("\n[")[0].split()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_preferences_show_what_holds(language: str) -> None:
    async with evening(language) as it:
        matches(f"passport/preferences.{language}", await it.says("/preferences"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_privacy_says_what_is_kept_and_whom_to_ask(language: str) -> None:
    async with evening(language) as it:
        matches(f"passport/privacy.{language}", await it.says("/privacy"))


async def test_privacy_shows_the_contact_and_the_policy_that_were_set() -> None:
    async with evening() as it:
        ann = await it.member()
        async with it.bot.app.parts.work() as work:
            settings = PluginSettings(work, it.bot.app.parts.registry, ann.community_id)
            values = {"contact": "Jana <jana@example.org>", "policy": "https://example.org/privacy"}
            await settings.configure(passport, values, None)
        said = await it.says("/privacy")
        assert "Jana <jana@example.org>" in said
        assert "[Privacy policy]" in said


async def test_the_card_shows_what_plugins_know_and_keeps_what_is_ones_own() -> None:
    garden = Plugin("garden")

    @garden.contributes("profile")
    async def shown(ctx: Context, member: Member) -> Sequence[Markup]:
        return [escape(f"{member.name} grows roses")]

    @garden.contributes("profile-own")
    async def own(ctx: Context, member: Member) -> Sequence[Markup]:
        return [escape("2 seeds left")]

    @garden.contributes("profile")
    async def broken(ctx: Context, member: Member) -> Sequence[Markup]:
        raise ValueError("no garden")

    @garden.contributes("profile")
    async def refusing(ctx: Context, member: Member) -> Sequence[Markup]:
        raise UserError("passport-zone-gone")

    async with whole_bot(loaded=Loaded(Registry([passport, garden]), ())) as bot:
        ann, ben = bot.person("Ann"), bot.person("Ben")
        assert await bot.says(ann, "/me") == ["Ann\nWith us since 20 November\nAnn grows roses\n2 seeds left"]
        assert await bot.says(ben, "/me Ann") == ["Ann\nWith us since 20 November\nAnn grows roses"]


@pytest.mark.long
async def test_who_hides_is_shown_to_nobody_else() -> None:
    async with evening() as it:
        assert "You are hidden" in await it.says("/preferences") + await it.presses("Hide me")
        assert "prefers not to be shown" in await it.says("/me Ann", it.mia)
        assert "You are hidden" in await it.says("/me")
        assert "Others can see" in await it.presses("Undo")
        assert "With us since" in await it.says("/me Ann", it.mia)


async def test_a_language_is_spoken_from_the_same_answer_on_and_undone() -> None:
    async with evening() as it:
        await it.says("/preferences")
        assert "[čeština] [English]" in await it.presses("Language")
        assert "čeština" in await it.presses("čeština")
        assert (await it.says("/preferences")).startswith("Tvoje nastavení")
        await it.presses("Jazyk")
        await it.presses("čeština")
        assert "Vrátit" not in (await it.presses("čeština"))
        await it.presses("English")
        assert (await it.says("/preferences")).startswith("Your preferences")


async def test_a_zone_is_found_by_the_name_of_its_city_in_ones_own_language() -> None:
    async with evening("cs") as it:
        await it.says("/preferences")
        await it.presses("Časové pásmo")
        assert "Londýn, teď je tam 18:00" in await it.fills_in(zone=" londyn ")
        assert (await it.member()).zone == "Europe/London"
        assert "Praha, teď je tam 19:00" in await it.presses("Vrátit")
        assert (await it.member()).zone == "Europe/Prague"


async def test_a_mistyped_zone_is_answered_with_those_that_come_near() -> None:
    async with evening() as it:
        await it.says("/preferences")
        await it.presses("Time zone")
        said = await it.fills_in(zone="Londno")
        assert "Your zone is still Prague" in said
        assert "London, where it is 18:00" in await it.presses("London (Europe/London)")
        await it.presses("Another city")
        assert "Try a larger city" in await it.fills_in(zone="<b>qqqqqq")


@pytest.mark.long
async def test_quiet_hours_are_set_kept_on_bad_input_and_ended() -> None:
    async with evening() as it:
        await it.says("/preferences")
        await it.presses("Quiet hours")
        assert "Quiet hours: 22:00 to 07:30, by your own clock" in await it.fills_in(start="22", until="7:30")
        for start, until, refusal in (
            ("25:00", "7", "I cannot read “25:00”"),
            ("22", "", "I need both times"),
            ("8", "8:00", "two different times"),
        ):
            await it.says("/preferences")
            await it.presses("Quiet hours")
            assert refusal in await it.fills_in(start=start, until=until)
            assert (await it.member()).quiet_from == time(22)
        await it.says("/preferences")
        await it.presses("Quiet hours")
        assert "No quiet hours" in await it.fills_in(start="off")
        member = await it.member()
        assert member.quiet_from == member.quiet_until, "none"
        assert "22:00 to 07:30" in await it.presses("Undo")


async def test_quiet_hours_that_are_none_are_suggested_from_ten_to_eight() -> None:
    async with evening() as it:
        await it.says("/preferences")
        await it.presses("Quiet hours")
        await it.fills_in(start="off")
        await it.says("/preferences")
        await it.presses("Quiet hours")
        [asked] = it.bot.chat.forms(it.ann)
        assert [field.value for field in asked.form.fields] == ["22:00", "08:00"]


@pytest.mark.long
async def test_each_purpose_is_allowed_and_refused_by_itself() -> None:
    async with evening() as it:
        await it.says("/preferences")
        await it.presses("Allow invitations")
        assert await it.allowed() == {Purpose.MARKETING}
        await it.says("/preferences")
        await it.presses("Allow thanks and news")
        assert await it.allowed() == BOTH
        await it.presses("Undo")
        assert await it.allowed() == {Purpose.MARKETING}
        await it.says("/preferences")
        assert "I no longer write you invitations" in await it.presses("No invitations")
        assert await it.allowed() == set()


async def test_allowing_something_ends_a_stop_and_says_so() -> None:
    async with evening() as it:
        await it.allow(Purpose.SERVICE)
        await it.says("/stop")
        await it.says("/preferences")
        assert "That also ends your stop" in await it.presses("Allow invitations")
        assert await it.allowed() == BOTH
        await it.presses("Undo")
        assert await it.allowed() == set()
        await it.says("/resume")
        assert await it.allowed() == {Purpose.SERVICE}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_command_stops_everything_and_one_tap_undoes_it(language: str) -> None:
    async with evening(language) as it:
        await it.allow(*BOTH)
        stopped = await it.says("/stop")
        matches(f"passport/stop.{language}", stopped)
        assert await it.allowed() == set()
        assert await it.says("/stop") != stopped
        again = {"en": "Start again", "cs": "Zase psát"}[language]
        matches(f"passport/resume.{language}", await it.presses(again))
        assert await it.allowed() == BOTH


async def test_who_allowed_nothing_is_asked_what_to_send_after_a_stop() -> None:
    async with evening() as it:
        await it.says("/stop")
        assert "[Allow thanks and news] [Allow invitations]" in await it.says("/resume")


@pytest.mark.long
async def test_at_most_one_a_day_leaves_one_a_day() -> None:
    async with evening(journeys=(TWO_A_DAY,)) as it:
        await it.allow(Purpose.SERVICE)
        await it.stream()
        assert await it.unasked(hours=3) == 1, "the second of the day"
    async with evening(journeys=(TWO_A_DAY,)) as it:
        await it.allow(Purpose.SERVICE)
        await it.says("/preferences")
        await it.presses("At most one message a day")
        await it.stream()
        assert await it.unasked(hours=3) == 0, "it had its one"
        assert await it.unasked(hours=10) == 1, "the next morning"


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
async def test_under_an_unasked_message_is_a_way_out_with_one_tap_each(language: str) -> None:
    async with evening(language) as it:
        await it.allow(*BOTH)
        await it.stream()
        less, no_more, undo, stop = {
            "en": ("Less of this", "No invitations", "Undo", "Stop everything"),
            "cs": ("Méně takových zpráv", "Žádné pozvánky", "Vrátit", "Zastavit všechno"),
        }[language]
        matches(f"passport/less.{language}", await it.presses(less))
        await it.presses(no_more)
        assert await it.allowed() == {Purpose.SERVICE}
        await it.presses(undo)
        assert await it.allowed() == BOTH
        assert no_more in await it.presses(less)
        await it.presses(stop)
        assert await it.allowed() == set()
        assert no_more not in await it.presses(less), "it is stopped already"


@pytest.mark.long
async def test_somebody_elses_way_out_works_for_whoever_presses_but_explains_nothing() -> None:
    async with evening() as it:
        await it.allow(Purpose.SERVICE)
        await it.stream()
        [button] = [b for shown in it.bot.seen(it.ann) for b in shown.buttons if b.label == "Less of this"]
        said = await it.presses(button.token, it.mia)
        assert "Stop everything" in said
        assert "Why did I get this?" not in said
        await it.presses("Less of this")
        [why] = [b for b in it.bot.seen(it.ann)[-1].buttons if b.label == "Why did I get this?"]
        assert "was not sent to you" in await it.presses(why.token, it.mia)
