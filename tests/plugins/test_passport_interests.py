"""Interests: set by moderators, chosen by members, known to rules, and theirs to take along and take back."""

import json
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.api import Delay, Journey, SegmentTrigger, Step, Variant
from bot.app import App
from bot.clock import VirtualClock
from bot.community.communities import Communities
from bot.community.facts import Facts
from bot.community.people import People
from bot.community.rules import explain, sentence
from bot.core.loader import Loaded, load_plugins
from bot.core.registry import Registry
from bot.core.settings import PluginSettings
from bot.model.identity import Role
from bot.model.rules import Comparison, Condition, FactValue
from bot.platforms.local.records import Person
from bot.storage.database import Database
from bot.storage.tables import incidents
from bot.storage.work import Work
from bot.testing import whole_bot
from bot.text.files import bundled_locales
from bot.text.markup import plain
from bot.text.translator import load_translator
from plugins.passport._interests import FACT, MEMBERS_AT_ONCE
from plugins.passport._settings import LONGEST_TOPIC, MOST_TOPICS
from plugins.passport._tables import interests
from tests.community.people import START, add_community, add_members
from tests.community.people import link as link_persons
from tests.plugins.gates import FIRST, gates
from tests.plugins.linking import link
from tests.plugins.place import Place
from tests.plugins.sample import sample
from tests.slice import everywhere
from tests.snapshots.compare import matches, screen

LANGUAGES = ("en", "cs")
SETTING = "/plugin configure passport interests"
TOPICS = "Ceramics, Raku <b>kiln</b>, Žďár"


class Workshop(Place):
    """Olga owns the place, Ann is a member."""

    olga: Person
    ann: Person

    async def offers(self, topics: str) -> str:
        """Olga sets the topics."""
        return await self.says(self.olga, f"{SETTING} {topics}")

    async def sees(self, text: str = "", *, label: str = "", who: Person | None = None) -> str:
        """The screen that a command, or a button, brings to Ann, or to `who`."""
        person = who or self.ann
        seen = len(self.bot.seen(person))
        await (self.bot.presses(person, label) if label else self.bot.says(person, text))
        return screen(self.bot.seen(person)[seen:])

    async def chooses(self, *topics: str, who: Person | None = None) -> str:
        """Ann, or `who`, presses these topics; the last screen."""
        await self.sees("/preferences", who=who)
        said = await self.sees(label="Interests", who=who)
        for topic in topics:
            said = await self.sees(label=topic, who=who)
        return said

    async def fact(self, who: Person | None = None) -> FactValue:
        """What is known of the interests of Ann, or of `who`."""
        async with self.bot.app.parts.work() as work:
            [community] = await Communities(work).all()
            member = await People(work).recognise((who or self.ann).actor, community)
            return (await Facts(work, self.bot.app.parts.registry.facts).of(member.id)).get(FACT.name, "")


@pytest.fixture
async def here() -> AsyncIterator[Workshop]:
    async with whole_bot() as bot:
        place = Workshop()
        place.bot, place.olga, place.ann = bot, bot.person("Olga", Role.OWNER), bot.person("Ann")
        for who in (place.olga, place.ann):
            await bot.says(who, "/me")
        yield place
        assert not await place.rows(incidents)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_topics_are_offered_chosen_and_taken_back_on_one_screen(language: str) -> None:
    async with whole_bot(language=language) as bot:
        here = Workshop()
        here.bot, here.olga = bot, bot.person("Olga", Role.OWNER, language=language)
        here.ann = bot.person("Ann", language=language)
        label = {"en": "Interests", "cs": "Zájmy"}[language]
        assert label not in await here.sees("/preferences")
        await here.offers(TOPICS)
        shown = [await here.sees("/preferences"), await here.sees(label=label)]
        shown += [await here.sees(label=topic) for topic in ("Žďár", "Ceramics", "✓ Žďár")]
        matches(f"passport/interests.{language}", "\n\n---\n".join(shown))


async def test_without_topics_nothing_of_it_is_shown_and_an_old_button_says_so(here: Workshop) -> None:
    assert "nterest" not in await here.sees("/preferences") + await here.sees("/privacy")
    await here.offers("Ceramics")
    assert "What you said interests you" in await here.sees("/privacy")
    await here.chooses()
    await here.offers("Glazes")
    assert "not offered here any more" in await here.sees(label="Ceramics")
    await here.says(here.olga, "/plugin configure passport")
    await here.presses(here.olga, "Change settings")
    await here.fills(here.olga, {"interests": ""})
    await here.presses(here.olga, "Keep it")
    assert "no topics to choose from" in await here.sees(label="Interests")
    assert "nterest" not in await here.sees("/preferences")
    assert not await here.rows(interests)


async def test_a_rule_knows_what_somebody_chose_a_moment_ago_and_no_longer_what_they_took_back(here: Workshop) -> None:
    await here.offers(TOPICS)
    await here.chooses("Žďár", "Ceramics")
    assert await here.fact() == "ceramics\nzdar"
    await here.chooses("✓ Ceramics")
    assert await here.fact() == "zdar"
    await here.chooses("✓ Žďár")
    assert await here.fact() == ""


async def test_a_button_pressed_twice_changes_nothing_the_second_time(here: Workshop) -> None:
    await here.offers(TOPICS)
    await here.chooses()
    [choosing] = [button for button in here.bot.seen(here.ann)[-1].buttons if button.label == "Ceramics"]
    for _ in range(2):
        await here.presses(here.ann, choosing.token)
    assert await here.fact() == "ceramics"


async def test_topics_are_each_kept_once_as_they_were_first_spelled_and_shown_as_typed(here: Workshop) -> None:
    await here.offers("  Žďár ,zdar, ZDAR,\u202e <b>Raku</b> & co, 🏺,,")
    assert "Žďár, <b>Raku</b> & co, 🏺" in await here.says(here.olga, "/plugin configure passport")
    assert "Interests: Žďár, <b>Raku</b> & co and 🏺" in await here.chooses("🏺", "Žďár", "<b>Raku</b> & co")
    assert await here.fact() == "<b>raku</b> & co\nzdar\n🏺"


@pytest.mark.parametrize(
    "wrong",
    [
        ", ".join(f"topic {number}" for number in range(MOST_TOPICS + 1)),
        f"Ceramics, {'x' * (LONGEST_TOPIC + 1)}",
        "Ceramics, \u200b",
    ],
)
async def test_what_is_no_list_of_topics_is_refused_with_what_is_expected_and_what_was_kept(
    here: Workshop, wrong: str
) -> None:
    await here.offers("Glazes")
    told = await here.offers(wrong)
    assert "up to 12 topics with commas between them, each of at most 30 characters" in told and "I kept Glazes" in told


async def test_as_many_topics_as_there_may_be_fit_on_the_screen(here: Workshop) -> None:
    await here.offers(", ".join(f"{number:02} {'x' * (LONGEST_TOPIC - 3)}" for number in range(MOST_TOPICS)))
    rows = (await here.chooses()).splitlines()
    assert [row.count("[") for row in rows if row.startswith("[")] == [3, 3, 3, 3, 1]


async def test_another_spelling_is_the_same_topic(here: Workshop) -> None:
    await here.offers(TOPICS)
    await here.chooses("Žďár")
    await here.offers("ŽĎÁR, glazes")
    assert "Interests: ŽĎÁR" in await here.chooses()
    assert await here.fact() == "zdar"


async def test_a_topic_that_is_gone_is_shown_no_longer_and_forgotten_a_day_later(here: Workshop) -> None:
    await here.offers(TOPICS)
    await here.chooses("Ceramics", "Žďár")
    await here.offers("Žďár")
    assert "Interests: Žďár" in await here.chooses()
    assert await here.fact() == "ceramics\nzdar"
    await here.presses(here.olga, "Undo")
    assert "Interests: Ceramics and Žďár" in await here.chooses()
    await here.offers("Žďár")
    await here.bot.passes(days=1, minutes=5)
    assert await here.fact() == "zdar"
    await here.offers(TOPICS)
    assert "Interests: Žďár" in await here.chooses()


async def test_topics_of_linked_accounts_are_known_in_one_order_on_each_database(each_database: Database) -> None:
    topics = ["(b)", "10", "9", "a b", "a-c", "aa", "b", "zdar", "ž", "🏺"]
    community_id = await add_community(each_database)
    acting, other = await add_members(each_database, community_id, 2)
    await link_persons(each_database, other, acting)
    row = {"community_id": community_id, "chosen_at": START}
    chosen = [(acting, topics[1::2]), (other, topics[::2])]  # each account's own are in order, and all together are not
    rows = [{**row, "member_id": id, "topic": topic} for id, some in chosen for topic in reversed(some)]
    async with Work(each_database, VirtualClock(START)) as work:
        await work.insert_all(sa.insert(interests), rows)
        await Facts(work, [FACT]).refresh([acting, other])
    async with Work(each_database, VirtualClock(START)) as work:
        assert (await Facts(work, [FACT]).of(acting))[FACT.name] == "\n".join(topics)


@pytest.mark.long
async def test_a_topic_that_is_gone_is_taken_from_however_many_chose_it(here: Workshop) -> None:
    await here.offers("Ceramics")
    crowd = [here.bot.person(f"Guest {number}") for number in range(3)]
    for guest in crowd:
        await here.chooses("Ceramics", who=guest)
    async with here.bot.app.parts.work() as work:
        [row] = await work.rows(sa.select(interests).limit(1))
        more = [{**row._asdict(), "topic": "ceramics", "member_id": 10_000 + n} for n in range(2 * MEMBERS_AT_ONCE)]
        await work.insert_all(sa.insert(interests), more)
    await here.offers("Glazes")
    await here.bot.passes(days=1, minutes=5)
    assert not await here.rows(interests)
    assert [await here.fact(guest) for guest in crowd] == ["", "", ""]


@pytest.mark.long
async def test_it_is_in_the_file_of_whoever_chose_and_gone_with_them(here: Workshop) -> None:
    await here.offers(TOPICS)
    await here.chooses("Žďár")
    await here.says(here.ann, "/mydata")
    [file] = here.bot.seen(here.ann)[-1].message.files
    assert [row["topic"] for row in json.loads(file.content)["tables"]["passport_interests"]] == ["zdar"]
    await here.says(here.ann, "/forget")
    await here.presses(here.ann, "Forget me")
    await here.bot.passes(minutes=5)
    assert not await here.rows(interests)


@pytest.mark.long
async def test_linked_accounts_share_their_interests_and_part_with_their_own(here: Workshop) -> None:
    nina = here.bot.person("Nina")
    await here.says(nina, "/me")
    await here.offers(TOPICS)
    await here.chooses("Ceramics", "Žďár")
    await here.chooses("Žďár", "Raku <b>kiln</b>", who=nina)
    await link(here.bot, here.ann, nina)
    assert await here.fact() == "ceramics\nraku <b>kiln</b>\nzdar"
    assert "Interests: Ceramics and Raku <b>kiln</b>" in await here.chooses("✓ Žďár", who=nina)
    await here.says(here.ann, "/unlink")
    await here.presses(here.ann, "Take apart")
    assert (await here.fact(), await here.fact(nina)) == ("ceramics", "raku <b>kiln</b>")


async def test_moderators_make_a_rule_of_it_and_hear_for_how_many_it_holds() -> None:
    async with gates() as here:
        await here.open()
        assert "No topics are set here yet" in await here.pick("Interests")
        await set_topics(here.bot.app, "Žďár", "Glazes")
        for topic in ("Žďár", "Glazes"):
            await here.says(here.ann, "/preferences")
            await here.presses(here.ann, "Interests")
            await here.presses(here.ann, topic)
        await here.open()
        await here.pick("Interests")
        offered = [[choice.label for choice in field.choices] for field in here.form().fields]
        assert offered == [["among them is", "among them is not"], ["Žďár", "Glazes"]]
        told = await here.fills(here.mona, {"how": "has", "value": "zdar"})
        assert told == "“Gate” is for whoever has an interest in “Žďár”.\nOne member fulfils that now."
        assert here.rules[FIRST] == Condition(fact=FACT.name, comparison=Comparison.HAS, value="Žďár")
        told = await here.adds("Interests", how="has_not", value="Glazes")
        assert "an interest in “Žďár” and no interest in “Glazes”.\nNobody fulfils that now." in told
        assert "“Jazz” is not there any more" in await here.adds("Interests", how="has", value="Jazz")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["an interest in “<b>”", "no interest in “<b>”", "an interest in “<b>” (now glazes, raku)"]),
        ("cs", ["zájem: „<b>“", "zájmy, mezi kterými není „<b>“", "zájem: „<b>“ (teď glazes, raku)"]),
    ],
)
def test_a_rule_over_interests_reads_well(language: str, said: Sequence[str]) -> None:
    texts = load_translator([bundled_locales()], strict=True, names={"core", "passport"})
    has, has_not = (
        Condition(fact=FACT.name, comparison=how, value="<b>") for how in (Comparison.HAS, Comparison.HAS_NOT)
    )
    read = [sentence(has, texts, language), sentence(has_not, texts, language)]
    read.append(explain(has, {FACT.name: "glazes\nraku"}, texts, language))
    assert [plain(one) for one in read] == said


@pytest.mark.long
async def test_whoever_chooses_a_topic_enters_at_once_the_segment_that_a_journey_waits_for() -> None:
    rule = Condition(fact=FACT.name, comparison=Comparison.HAS, value="Raku")
    step = Step(
        id="hello", when=Delay(after=timedelta(minutes=1)), variants=(Variant(name="a", message="sample-thanks"),)
    )
    welcome = Journey(name="welcome", trigger=SegmentTrigger(segment="potters"), steps=(step,))
    kiln = sample(journeys=(welcome,))
    kiln.segments = {"potters": rule}
    registry = Registry([*load_plugins().registry.plugins.values(), kiln])
    async with whole_bot(loaded=Loaded(registry, ())) as bot:
        here = Workshop()
        here.bot, here.olga, here.ann = bot, bot.person("Olga", Role.OWNER), bot.person("Ann")
        await here.offers("Raku")
        await here.sees("/preferences")
        await here.presses(here.ann, "Allow thanks and news")
        await here.says(here.olga, "/journey approve sample.welcome")
        await bot.passes(hours=13)
        sent = len(bot.texts(here.ann))
        await here.chooses("Raku")
        before = len(bot.texts(here.ann))
        await bot.passes(minutes=2)
        assert before > sent
        assert len(bot.texts(here.ann)) == before + 1


async def set_topics(app: App, *topics: str) -> None:
    """Every community offers these."""
    async with app.parts.work() as work:
        for community in await Communities(work).all():
            chosen = PluginSettings(work, app.parts.registry, community.id)
            await chosen.configure(chosen.plugin("passport"), {"interests": list(topics)}, None)


async def test_interests_are_chosen_and_taken_back_on_every_network(tmp_path: Path) -> None:
    async with everywhere(tmp_path) as it:
        for side in it.sides:
            await side.commands("ping")
        await set_topics(it.app, "Raku <b>kiln</b>", *(f"Topic {number}" for number in range(MOST_TOPICS - 1)))
        for side in it.sides:
            assert "Interests: none chosen" in await side.commands("preferences"), side.name
            assert "What are you interested in?" in await side.presses("Interests"), side.name
            told = (await side.presses("Raku <b>kiln</b>")).replace("\\", "")  # on Discord signs are escaped by it
            assert "Interests: Raku <b>kiln</b>" in told, side.name
            assert "</b> and Topic 10" in (await side.presses("Topic 10")).replace("\\", "")
            assert "Interests: Topic 10" in await side.presses("✓ Raku <b>kiln</b>"), side.name
            assert "Interests: Topic 10" in await side.presses("Preferences"), side.name
