"""Unkept actions: tokens that show it, a life in memory alone, and what the core does so that nothing is left."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.core.buttons import DeliveryButtons
from bot.core.in_hand import Unkept
from bot.core.passing import Passing
from bot.core.tokens import Tokens, code, is_for
from bot.model.identity import AccountRef, Actor, Role
from bot.model.incoming import ActionPressed, FormSubmitted, Incoming, LinkOpened, RawUpdate, ReplyTo, UnkeptUpdate
from bot.model.messages import TOKEN_PATTERN, is_unkept
from bot.platforms.local.records import GENERAL, SPACE, Person
from bot.storage.tables import incidents, intake, members
from bot.testing import START, WholeBot, whole_bot
from tests.ballot import Ballot
from tests.core.kettle import until
from tests.core.lab import loaded, noted, words
from tests.core.test_joined_meanwhile import join

TOKENS = Tokens(b"k" * 32)


@given(st.from_regex(r"[a-z][a-z0-9-]{1,23}\.[a-z_]{1,20}", fullmatch=True))
def test_a_token_shows_by_its_first_letter_whether_its_action_is_unkept(action: str) -> None:
    kept, unkept = TOKENS.make(action, 123456, "abcdefg"), TOKENS.make(action, 123456, "abcdefg", unkept=True)
    assert (is_unkept(kept), is_unkept(unkept)) == (False, True)
    assert TOKEN_PATTERN.fullmatch(unkept) and len(unkept) == len(kept)
    assert TOKENS.read(unkept) == (code(action, unkept=True), ["123456", "abcdefg"])
    assert is_for(unkept, action, ["abcdefg"]) and is_for(kept, action, ["abcdefg"])


@pytest.mark.parametrize("token", ["", "a", "2bcd_1", "form:skip", "Žabc", "_A"])
def test_what_does_not_begin_with_a_capital_may_be_stored(token: str) -> None:
    assert not is_unkept(token)


def test_no_deep_link_brings_an_unkept_token() -> None:
    with pytest.raises(ValueError, match="stored"):
        TOKENS.link(1, TOKENS.make("ballot.vote", 7, unkept=True))


async def test_the_buttons_of_deliveries_have_such_tokens_as_well() -> None:
    async with whole_bot(loaded=loaded(Ballot().plugin)) as bot:
        parts = bot.app.parts
        buttons = DeliveryButtons(parts.registry, parts.tokens, parts.translator)
        [vote] = buttons.for_delivery("ballot.vote", "en", 7, "aye", community=1)
        [tell] = buttons.for_delivery("ballot.told", "en", community=1)
        assert (is_unkept(vote.token), is_unkept(tell.token)) == (True, False)
        found = parts.registry.action_of(vote.token.partition("_")[0])
        assert found is not None and found.full_name == "ballot.vote"


def pressed(bot: WholeBot, person: Person, name: str, *arguments: int | str, event_id: str = "p1") -> ActionPressed:
    """A press of a button of the ballot's."""
    action = bot.app.parts.registry.actions[f"ballot.{name}"]
    return ActionPressed(
        event_id=event_id,
        at=START,
        actor=person.actor,
        space=SPACE,
        token=bot.app.parts.tokens.make(action.full_name, *arguments, community=1, unkept=action.unkept),
        reply_to=ReplyTo("local", GENERAL.channel_id, token=person.user_id),
    )


async def stored(bot: WholeBot) -> int:
    async with bot.app.parts.work() as work:
        return int(await work.value(sa.select(sa.func.count()).select_from(intake)))


async def test_it_is_not_stored_whichever_way_it_is_handed_over() -> None:
    ballot = Ballot()
    async with whole_bot(loaded=loaded(ballot.plugin)) as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/poll")
        before = await stored(bot)
        press = pressed(bot, ann, "vote", 7, "aye")
        form = FormSubmitted(
            event_id="f1",
            at=START,
            actor=ann.actor,
            space=SPACE,
            token=pressed(bot, ann, "filled", 7).token,
            values=(("title", "tea"), ("why", "so")),
            reply_to=press.reply_to,
        )
        raw = UnkeptUpdate(event_id="r1", at=START, actor=ann.actor, body="{}")
        await bot.app.dispatcher.receive_all([press, pressed(bot, ann, "told", event_id="p2"), form, raw])
        await bot.app.dispatcher.idle()
        assert sorted(await ballot.counted(bot.app)) == ["3 letters, so", "aye", "told"]
        assert await stored(bot) == before + 1
        assert sorted(bot.texts(ann)[1:]) == ["counted", "counted too", "told everybody"]


async def test_one_that_repeats_is_handled_once_and_one_of_another_platform_is_another() -> None:
    ballot = Ballot()
    async with whole_bot(loaded=loaded(ballot.plugin)) as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/poll")
        press = pressed(bot, ann, "vote", 7, "aye")
        elsewhere = replace(ann.actor, account=AccountRef("elsewhere", "ann"))
        for update in (press, press, replace(press, actor=elsewhere), press):
            await bot.app.dispatcher.receive_unkept(update)
        await bot.app.dispatcher.idle()
        assert await ballot.counted(bot.app) == ["aye", "aye"]


async def test_a_new_process_knows_of_none_so_that_what_a_crash_took_can_come_again(tmp_path: Path) -> None:
    ballot = Ballot()
    async with whole_bot(folder=tmp_path, loaded=loaded(ballot.plugin)) as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/poll")
        press = pressed(bot, ann, "vote", 7, "aye")
        await bot.app.dispatcher.receive_unkept(press)
        await bot.app.dispatcher.idle()
    async with whole_bot(folder=tmp_path, loaded=loaded(ballot.plugin)) as bot:
        assert (await bot.app.dispatcher.recover(), await ballot.counted(bot.app)) == (0, ["aye"])
        await bot.app.dispatcher.receive_unkept(press)
        await bot.app.dispatcher.idle()
        assert await ballot.counted(bot.app) == ["aye", "aye"]


@pytest.mark.long
async def test_who_presses_is_known_as_before_and_no_moment_is_noted() -> None:
    ballot = Ballot()
    async with whole_bot(loaded=loaded(ballot.plugin)) as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/poll")

        async def rows() -> list[tuple[object, ...]]:
            async with bot.app.parts.work() as work:
                return [tuple(row) for row in await work.rows(sa.select(members))]

        before = await rows()
        bot.clock.set(bot.clock.now() + timedelta(days=3))
        renamed = bot.chat.person("ann", name="Anna", floor=Role.HOST, language="cs")
        await bot.app.dispatcher.receive_unkept(pressed(bot, renamed, "vote", 7, "aye"))
        await bot.app.dispatcher.idle()
        assert await ballot.counted(bot.app) == ["aye"]
        assert await rows() == before
        await bot.says(renamed, "/poll")
        assert await rows() != before


async def test_a_vote_in_a_community_that_joins_another_one_meanwhile_counts_once_and_in_that_one() -> None:
    ballot = Ballot()
    async with whole_bot(loaded=loaded(ballot.plugin)) as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/poll")
        ballot.gate.clear()
        await bot.app.dispatcher.receive_unkept(pressed(bot, ann, "vote", 7, "aye"))
        await until(lambda: ballot.begun == [1])
        into_id = await join(bot)
        ballot.gate.set()
        await bot.app.dispatcher.idle()
        assert (ballot.begun, await ballot.counted(bot.app)) == ([1, into_id], ["aye"])
        assert (bot.texts(ann)[1:], await noted(bot)) == (["counted"], [])


async def test_only_who_may_can_press_it_whatever_was_shown() -> None:
    ballot = Ballot()
    async with whole_bot(loaded=loaded(ballot.plugin)) as bot:
        ann, mona = bot.person("Ann"), bot.person("Mona", Role.MODERATOR)
        await bot.says(ann, "/poll")
        assert await bot.presses(ann, "Close") == [words(bot, "not-allowed", role="moderator")]
        assert await bot.presses(mona, "Close") == ["closed"]
        forged = pressed(bot, ann, "vote", 7, "aye").token.replace("aye", "nay")
        assert await bot.presses(ann, forged) == [words(bot, "button-unknown")]
        assert await bot.presses(ann, "A" * 40) == [words(bot, "button-unknown")]
        assert (await ballot.counted(bot.app), await noted(bot)) == ([], [])


async def test_what_breaks_keeps_nothing_and_its_report_has_no_word_of_the_error() -> None:
    ballot = Ballot()
    async with whole_bot(loaded=loaded(ballot.plugin)) as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/poll")
        [told] = await bot.presses(ann, "Fall")
        [(code, place, error)] = await noted(bot)
        assert told == words(bot, "error-incident", code=code)
        assert (place, error) == ("ballot.fall", "WordlessError: RuntimeError")
        async with bot.app.parts.work() as work:
            [row] = await work.rows(sa.select(incidents))
        assert row.plugin == "ballot"
        assert "Ann" not in row.trace and "YEA" not in row.trace
        assert "WordlessError: KeyError" in row.trace and "_count_aloud" in row.trace
        assert await ballot.counted(bot.app) == []


async def test_a_link_that_brings_such_a_token_does_nothing() -> None:
    ballot = Ballot()
    async with whole_bot(loaded=loaded(ballot.plugin)) as bot:
        ann = bot.person("Ann")
        await bot.says(ann, "/poll")
        link = LinkOpened(
            event_id="l1",
            at=START,
            actor=ann.actor,
            payload=pressed(bot, ann, "vote", 7, "aye").token,
            reply_to=ReplyTo("local", "@ann", token="ann", private=True),
        )
        await bot.app.dispatcher.receive(link)
        await bot.app.dispatcher.idle()
        assert await ballot.counted(bot.app) == []
        assert bot.texts(ann)[-1] == words(bot, "button-unknown")


async def test_who_hands_over_more_than_there_is_room_for_waits() -> None:
    gate, handled = asyncio.Event(), list[str]()

    async def handle(unkept: Unkept) -> None:
        await gate.wait()
        handled.append(unkept.update.event_id)

    passing = Passing(handle, most=2)
    for number in range(2):
        await passing.take(_update(number))
    third = asyncio.create_task(passing.take(_update(2)))
    await asyncio.sleep(0.01)
    assert not third.done()
    gate.set()
    await third
    await passing.idle()
    assert handled == ["0", "1", "2"]


def _update(number: int) -> Incoming:
    return RawUpdate(event_id=str(number), at=START, actor=Actor(AccountRef("local", "ann"), ""), body="")
