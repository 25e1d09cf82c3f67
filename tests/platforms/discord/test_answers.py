"""Answers to commands, presses and forms: the first in time, later ones too, and after a restart."""

import asyncio
from datetime import timedelta

import pytest
import simcord
from msgspec.structs import replace

from bot.errors import StorageError
from bot.model.incoming import ActionPressed, CommandInvoked, FormSubmitted, Incoming, ReplyTo
from bot.model.messages import Field, File, Form, Markup, Message
from bot.model.results import SendStatus
from bot.platforms.discord.connection import Timing
from bot.platforms.discord.outcomes import SOON as SOON_AGAIN
from tests.platforms.contract import PICTURE
from tests.platforms.discord.bench import NEVER, SOON, START, Bench, message, platform, running, text_of

SHORT = Form("form-1", "A question", (Field("title", "Title"),))


def reply_to(update: Incoming) -> ReplyTo:
    assert isinstance(update, CommandInvoked | ActionPressed | FormSubmitted)
    return update.reply_to


def said(shown: simcord.ResponseMessage | None) -> tuple[str, bool]:
    """The text of an answer, and whether one person sees it alone."""
    assert shown is not None
    return text_of(shown.components), shown.ephemeral


async def test_an_answer_in_time_is_the_first_and_only_response(bench: Bench) -> None:
    async def answer(update: Incoming) -> None:
        await bench.platform.respond(reply_to(update), message("pong"), private=True)

    bench.sink.reaction = answer
    result = await bench.ann.slash(bench.channel, "ping")
    assert (said(result.response), result.deferred, result.followups) == (("pong", True), False, [])


async def test_an_answer_whose_picture_is_not_allowed_comes_in_words(bench: Bench) -> None:
    async def answer(update: Incoming) -> None:
        card = Message(Markup("Ann"), files=(File("card.png", PICTURE),))
        result = await bench.platform.respond(reply_to(update), card, private=True)
        assert result.status is SendStatus.SENT

    bench.env.inject_error("POST", "/interactions/*/*/callback", status=403, code=50013, message="no")
    bench.sink.reaction = answer
    result = await bench.ann.slash(bench.channel, "ping")
    assert said(result.response) == ("Ann", True)
    assert result.response is not None and result.response.attachments == []


async def test_a_slow_command_is_acknowledged_privately_and_its_answer_takes_that_place() -> None:
    async with running(platform(acknowledge_after=SOON)) as bench:
        result = await bench.ann.slash(bench.channel, "ping")
        assert (result.deferred, result.ephemeral) == (True, True)
        [update] = bench.sink.of(CommandInvoked)
        await bench.platform.respond(update.reply_to, message("pong"), private=True)
        assert (said(result.response), result.followups) == (("pong", True), [])


def test_what_is_waited_for_leaves_room_within_the_three_seconds_after_which_discord_gives_up() -> None:
    timing = Timing()  # that it is kept to is what the others hold
    assert timing.acknowledge_after <= 2
    assert timing.form_within <= 2.6


async def test_what_the_core_takes_long_to_store_is_acknowledged_meanwhile() -> None:
    async with running(platform(acknowledge_after=SOON)) as bench:
        acknowledged: list[int] = []

        async def store(update: Incoming) -> None:
            if isinstance(update, CommandInvoked):
                await asyncio.sleep(5 * SOON)
                acknowledged.append(len(bench.bodies("POST", "/callback")))

        bench.sink.reaction = store
        result = await bench.ann.slash(bench.channel, "ping")
        assert (acknowledged, result.deferred) == ([1], True)


async def test_what_the_core_cannot_store_is_said_to_whoever_did_it(bench: Bench) -> None:
    async def fails(update: Incoming) -> None:
        raise StorageError("the disk is full")

    bench.sink.reaction = fails
    result = await bench.ann.slash(bench.channel, "ping")
    text, alone = said(result.response)
    assert ("nothing has happened" in text, alone) == (True, True)


async def test_a_slow_answer_for_everybody_follows_a_hint_in_the_private_place() -> None:
    async with running(platform(acknowledge_after=SOON)) as bench:
        result = await bench.ann.slash(bench.channel, "ping")
        [update] = bench.sink.of(CommandInvoked)
        await bench.platform.respond(update.reply_to, message("pong"), private=False)
        assert said(result.response) == ("Here it is:", True)
        assert [said(shown) for shown in result.followups] == [("pong", False)]


async def test_a_slow_press_is_acknowledged_without_a_trace_and_answered_either_way() -> None:
    async with running(platform(acknowledge_after=SOON)) as bench:
        await bench.platform.send(bench.place, message("Press", ("Go", "go")), key="d1")
        shown = bench.channel.last_message
        assert shown is not None
        result = await bench.ann.click(shown, label="Go")
        [update] = bench.sink.of(ActionPressed)
        await bench.platform.respond(update.reply_to, message("for you"), private=True)
        await bench.platform.respond(update.reply_to, message("for all"), private=False)
        assert [said(one) for one in result.followups] == [("for you", True), ("for all", False)]
        assert said(result.response) == ("Press", False)


async def test_a_file_comes_with_the_first_answer_a_late_one_and_those_that_follow() -> None:
    export = Message(Markup("Yours"), files=(File("my-data.json", b"{}"),))
    for after in (NEVER, SOON):
        async with running(platform(acknowledge_after=after)) as bench:
            result = await bench.ann.slash(bench.channel, "ping")
            [update] = bench.sink.of(CommandInvoked)
            for _ in range(2):
                sent = await bench.platform.respond(update.reply_to, export, private=True)
                assert sent.status is SendStatus.SENT
            assert result.response is not None
            shown = [result.response, *result.followups]
            assert [[file.filename for file in one.attachments] for one in shown] == [["my-data.json"]] * 2


async def test_further_answers_follow_the_first(bench: Bench) -> None:
    result = await bench.ann.slash(bench.channel, "ping")
    [update] = bench.sink.of(CommandInvoked)
    for text in ("one", "two", "three"):
        sent = await bench.platform.respond(update.reply_to, message(text), private=True)
        assert (sent.status, bool(sent.message_id)) == (SendStatus.SENT, True)
    assert said(result.response) == ("one", True)
    assert [said(shown) for shown in result.followups] == [("two", True), ("three", True)]


async def test_no_answer_mentions_anybody(bench: Bench) -> None:
    await bench.ann.slash(bench.channel, "ping")
    [update] = bench.sink.of(CommandInvoked)
    for _ in range(2):
        await bench.platform.respond(update.reply_to, message("hello @everyone"), private=False)
    [first] = bench.bodies("POST", "/callback")
    [further] = [entry.json or {} for entry in bench.env.http_requests if "/webhooks/" in entry.path]
    assert [body["allowed_mentions"] for body in (first["data"], further)] == [{"parse": []}] * 2


async def test_answers_at_the_same_time_all_arrive_once() -> None:
    async with running(platform(acknowledge_after=SOON)) as bench:
        result = await bench.ann.slash(bench.channel, "ping")
        [update] = bench.sink.of(CommandInvoked)
        answers = [bench.platform.respond(update.reply_to, message(text), private=True) for text in ("a", "b", "c")]
        assert {sent.status for sent in await asyncio.gather(*answers)} == {SendStatus.SENT}
        texts = [said(result.response)[0], *(said(shown)[0] for shown in result.followups)]
        assert sorted(texts) == ["a", "b", "c"]


async def test_what_was_acknowledged_is_answered_after_a_restart() -> None:
    async with running(platform(acknowledge_after=SOON)) as bench:
        result = await bench.ann.slash(bench.channel, "ping")
        [update] = bench.sink.of(CommandInvoked)
        await bench.restart()
        sent = await bench.platform.respond(update.reply_to, message("pong"), private=True)
        assert sent.status is SendStatus.SENT
        assert said(result.response) == ("pong", True)


async def test_a_press_after_a_restart_is_answered_by_the_new_process(bench: Bench) -> None:
    await bench.platform.send(bench.place, message("Press", ("Go", "go")), key="d1")
    shown = bench.channel.last_message
    assert shown is not None
    await bench.restart()
    result = await bench.ann.click(shown, label="Go")
    [update] = bench.sink.of(ActionPressed)
    await bench.platform.respond(update.reply_to, message("Done."), private=True)
    assert said(result.response) == ("Done.", True)


async def test_an_interaction_that_is_over_is_gone(bench: Bench) -> None:
    await bench.ann.slash(bench.channel, "ping")
    [update] = bench.sink.of(CommandInvoked)
    over = replace(update.reply_to, expires_at=START - timedelta(seconds=1))
    sent = await bench.platform.respond(over, message("pong"), private=True)
    assert sent.status is SendStatus.GONE


async def test_an_answer_that_discord_no_longer_takes_is_gone(bench: Bench) -> None:
    await bench.ann.slash(bench.channel, "ping")
    [update] = bench.sink.of(CommandInvoked)
    await bench.env.advance_time(4)
    sent = await bench.platform.respond(update.reply_to, message("pong"), private=True)
    assert sent.status is SendStatus.GONE


@pytest.mark.parametrize("token", ["", "17", ":secret"])
async def test_an_answer_without_a_token_is_invalid(bench: Bench, token: str) -> None:
    nowhere = ReplyTo("discord", str(bench.channel.id), token)
    assert (await bench.platform.respond(nowhere, message("hm"), private=True)).status is SendStatus.INVALID
    assert (await bench.platform.open_form(nowhere, SHORT)).status is SendStatus.INVALID


async def test_a_message_that_does_not_fit_leaves_the_answer_possible(bench: Bench) -> None:
    result = await bench.ann.slash(bench.channel, "ping")
    [update] = bench.sink.of(CommandInvoked)
    too_long = await bench.platform.respond(update.reply_to, message("x" * 5000), private=True)
    assert too_long.status is SendStatus.INVALID
    await bench.platform.respond(update.reply_to, message("shorter"), private=True)
    assert said(result.response) == ("shorter", True)


async def test_a_command_that_opens_a_form_is_not_acknowledged_while_there_is_time_for_it() -> None:
    async with running(platform(acknowledge_after=SOON)) as bench:
        result = await bench.ann.slash(bench.channel, "ask")
        await asyncio.sleep(3 * SOON)
        assert not result.acknowledged
        [update] = bench.sink.of(CommandInvoked)
        assert (await bench.platform.open_form(update.reply_to, SHORT)).status is SendStatus.SENT
        assert result.modal is not None


async def test_a_form_that_comes_too_late_is_said_to_the_person_who_may_try_again() -> None:
    async with running(platform(acknowledge_after=SOON)) as bench:
        result = await bench.ann.slash(bench.channel, "ping")
        [update] = bench.sink.of(CommandInvoked)
        assert (await bench.platform.open_form(update.reply_to, SHORT)).status is SendStatus.GONE
        text, alone = said(result.response)
        assert ("try once more" in text, alone) == (True, True)
        await bench.restart()
        assert (await bench.platform.open_form(update.reply_to, SHORT)).status is SendStatus.GONE
        assert [said(shown) for shown in result.followups] == [(text, True)]


async def test_a_press_whose_form_comes_too_late_is_answered_with_that() -> None:
    async with running(platform(acknowledge_after=SOON)) as bench:
        await bench.platform.send(bench.place, message("Press", ("Go", "go")), key="d1")
        shown = bench.channel.last_message
        assert shown is not None
        result = await bench.ann.click(shown, label="Go")
        [update] = bench.sink.of(ActionPressed)
        assert (await bench.platform.open_form(update.reply_to, SHORT)).status is SendStatus.GONE
        [(text, alone)] = [said(one) for one in result.followups]
        assert ("try once more" in text, alone) == (True, True)


@pytest.mark.long
async def test_a_command_whose_form_takes_too_long_is_acknowledged_all_the_same() -> None:
    async with running(platform(timing=Timing(acknowledge_after=NEVER, form_within=SOON))) as bench:
        result = await bench.ann.slash(bench.channel, "ask")
        await asyncio.sleep(3 * SOON)
        assert (result.deferred, result.ephemeral) == (True, True)
        [update] = bench.sink.of(CommandInvoked)
        assert (await bench.platform.open_form(update.reply_to, SHORT)).status is SendStatus.GONE
        assert "try once more" in said(result.response)[0]


async def test_a_form_that_was_open_at_a_restart_comes_back_and_is_answered(bench: Bench) -> None:
    shown = await bench.ann.slash(bench.channel, "ask")
    [asked] = bench.sink.of(CommandInvoked)
    await bench.platform.open_form(asked.reply_to, SHORT)
    await bench.restart()
    result = await bench.ann.submit_modal(shown, {"title": "Tea"})
    [update] = bench.sink.of(FormSubmitted)
    assert (update.token, update.values) == ("form-1", (("title", "Tea"),))
    await bench.platform.respond(update.reply_to, message("kept"), private=True)
    assert said(result.response) == ("kept", True)


async def test_nothing_is_answered_before_the_connection_stands() -> None:
    edge = platform()
    sent = await edge.respond(ReplyTo("discord", "1", "2:3"), message("hm"), private=True)
    assert (sent.status, sent.retry_at) == (SendStatus.LATER, START + SOON_AGAIN)
