"""Where an update belongs: which community, who is new there or back, and what a deep link opens."""

from bot.model.identity import SpaceRef
from bot.testing import whole_bot
from tests.core.lab import kept, lab_bot, noted, typed, unhandled, words


async def test_each_space_is_a_community_of_its_own() -> None:
    async with lab_bot() as bot:
        ann = bot.person("Ann")
        await bot.app.dispatcher.receive(typed(ann, "keep", "tea", event_id="a"))
        await bot.app.dispatcher.receive(typed(ann, "keep", "tea", event_id="b", space=SpaceRef("local", "other")))
        await bot.app.dispatcher.idle()
        assert await kept(bot) == ["tea", "tea"]


async def test_somebody_new_who_writes_in_private_where_several_communities_are_is_asked_to_show_up_first() -> None:
    async with lab_bot() as bot:
        ann, ben = bot.person("Ann"), bot.person("Ben", language="cs")
        for event_id, space in (("a", "one"), ("b", "two")):
            update = typed(ann, "keep", space, event_id=event_id, space=SpaceRef("local", space))
            await bot.app.dispatcher.receive(update)
        assert await bot.says(ann, "/keep milk", ann.private_chat) == [
            "kept one",
            "kept two",
            "Our community\nkept milk",
        ]
        assert await bot.says(ben, "/keep milk", ben.private_chat) == [words(bot, "error-no-community", "cs")]


async def test_who_left_and_came_back_is_no_longer_gone() -> None:
    async with lab_bot() as bot:
        ann, ben = bot.person("Ann"), bot.person("Ben")
        await bot.says(ann, "/keep tea")
        assert await bot.says(ben, "/greet Ann") == ["hello Ann"]
        await bot.chat.leaves(ann)
        await bot.app.turn()
        assert await bot.says(ben, "/greet Ann") == [words(bot, "member-unknown", asked="Ann")]
        await bot.chat.joins(ann)
        await bot.app.turn()
        assert await bot.says(ben, "/greet Ann") == ["hello Ann"]


async def test_a_deep_link_that_is_not_ours_opens_the_start_page() -> None:
    async with whole_bot() as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/ping")
        for payload in ("", "hello", "příliš_žluťoučkýkůň", "x" * 300):
            seen = len(bot.seen(ann))
            await bot.chat.opens(ann, payload)
            await bot.app.turn()
            assert bot.texts(ann)[seen] == words(bot, "passport-start", community="Our community")


async def test_a_deep_link_without_a_plugin_for_it_is_no_error() -> None:
    async with lab_bot() as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/keep tea")
        await bot.chat.opens(ann, "hello")
        await bot.app.turn()
        assert (bot.texts(ann), await noted(bot), await unhandled(bot)) == (["kept tea"], [], 0)
