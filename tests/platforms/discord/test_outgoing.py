"""Unasked messages: how they look, where they go, and what each refusal means."""

from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from bot.model.identity import AccountRef, ChannelRef
from bot.model.messages import Accent, Action, ActionStyle, File, Markup, Message
from bot.model.results import SendStatus
from bot.platforms.discord.outcomes import outcome_of
from bot.platforms.discord.outgoing import nonce
from bot.platforms.discord.pace import HeldError
from tests.platforms.contract import PICTURE
from tests.platforms.discord.bench import START, Bench, account, labels_of, message, text_of


def posted(bench: Bench) -> Any:
    """The body of the last message that was sent."""
    return bench.bodies("POST", "/messages")[-1]


async def test_a_direct_message_opens_the_private_chat_and_arrives_there(bench: Bench) -> None:
    result = await bench.platform.send(account(bench.ann), message("Thanks for coming"), key="d1")
    [shown] = bench.ann.user.dm_channel.history()
    assert (result.status, result.message_id) == (SendStatus.SENT, str(shown.id))
    assert len(bench.bodies("POST", "/channels")) == 1


async def test_the_same_delivery_has_the_same_nonce_and_discord_enforces_it(bench: Bench) -> None:
    for key in ("delivery-1", "delivery-1", "delivery-2"):
        await bench.platform.send(bench.place, message("hello"), key=key)
    first, again, other = bench.bodies("POST", "/messages")
    assert first["nonce"] == again["nonce"] != other["nonce"]
    assert first["enforce_nonce"] is True
    assert len(nonce("k" * 500)) <= 25


async def test_a_message_is_one_card_with_its_colour_and_mentions_nobody(bench: Bench) -> None:
    await bench.platform.send(bench.place, Message(Markup("<b>Hi</b> @everyone"), accent=Accent.GLOW), key="d1")
    body = posted(bench)
    [card] = body["components"]
    assert card["accent_color"] == 0xFFB84D
    assert text_of([card]).startswith("**Hi**")
    assert body["allowed_mentions"] == {"parse": []}


async def test_a_file_arrives_with_its_message_and_is_shown(bench: Bench) -> None:
    export = Message(Markup("Yours"), files=(File("my-data.json", b"{}"),))
    await bench.platform.send(bench.place, export, key="d1")
    shown = bench.channel.last_message
    assert shown is not None
    assert [(file.filename, await file.read()) for file in shown.attachments] == [("my-data.json", b"{}")]
    assert "attachment://my-data.json" in str(posted(bench)["components"])


async def test_a_picture_is_shown_above_the_text_with_its_description(bench: Bench) -> None:
    card = Message(Markup("Ann"), files=(File("card.png", PICTURE, "The card of Ann"),))
    await bench.platform.send(bench.place, card, key="d1")
    [shown] = posted(bench)["components"]
    gallery, text = shown["components"]
    assert text["content"] == "Ann"
    [item] = gallery["items"]
    assert (item["media"]["url"], item["description"]) == ("attachment://card.png", "The card of Ann")
    assert posted(bench)["attachments"][0]["description"] == "The card of Ann"


async def test_a_long_description_is_cut_to_what_discord_takes(bench: Bench) -> None:
    card = Message(Markup("Ann"), files=(File("card.png", PICTURE, "x" * 5000),))
    assert (await bench.platform.send(bench.place, card, key="d1")).status is SendStatus.SENT
    [shown] = posted(bench)["components"]
    assert len(shown["components"][0]["items"][0]["description"]) == 256
    assert len(posted(bench)["attachments"][0]["description"]) == 1024


async def test_where_no_picture_is_allowed_the_text_is_sent_alone(bench: Bench) -> None:
    card = Message(Markup("Ann"), files=(File("card.png", PICTURE),))
    bench.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, message="no")
    assert (await bench.platform.send(bench.place, card, key="d1")).status is SendStatus.SENT
    assert "card.png" not in str(posted(bench))
    bench.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, message="no")
    export = Message(Markup("Yours"), files=(File("my-data.json", b"{}"),))
    assert (await bench.platform.send(bench.place, export, key="d2")).status is SendStatus.FORBIDDEN


async def test_where_no_picture_is_allowed_any_more_a_post_is_edited_in_words(bench: Bench) -> None:
    sent = await bench.platform.send(bench.place, message("One"), key="d1")
    bench.env.inject_error("PATCH", "/channels/*/messages/*", status=403, code=50013, message="no")
    card = Message(Markup("Two"), files=(File("card.png", PICTURE),))
    assert (await bench.platform.edit(bench.place, sent.message_id or "", card)).status is SendStatus.SENT
    body = bench.bodies("PATCH", sent.message_id or "")[-1]
    assert (text_of(body["components"]), body["attachments"]) == ("Two", [])
    bench.env.inject_error("PATCH", "/channels/*/messages/*", status=403, code=50013, message="no")
    result = await bench.platform.edit(bench.place, sent.message_id or "", message("Three"))
    assert result.status is SendStatus.FORBIDDEN


async def test_an_edit_keeps_no_picture_of_before(bench: Bench) -> None:
    sent = await bench.platform.send(bench.place, Message(Markup("One"), files=(File("a.png", PICTURE),)), key="d1")
    await bench.platform.edit(
        bench.place, sent.message_id or "", Message(Markup("Two"), files=(File("b.png", PICTURE),))
    )
    shown = bench.channel.last_message
    assert shown is not None
    assert [file.filename for file in shown.attachments] == ["b.png"]
    assert "a.png" not in str(bench.bodies("PATCH", sent.message_id or "")[-1])


async def test_eleven_buttons_in_a_row_become_three_rows_about_as_long(bench: Bench) -> None:
    row = tuple(Action(str(score), f"nps-{score}") for score in range(11))
    await bench.platform.send(bench.place, Message(Markup("0 to 10?"), (row,)), key="d1")
    rows = [part for part in posted(bench)["components"][0]["components"] if part["type"] == 1]
    assert [len(labels_of([row])) for row in rows] == [4, 4, 3]


async def test_buttons_have_their_styles_links_their_address_and_long_labels_an_end(bench: Bench) -> None:
    row = (
        Action("Main", "a", ActionStyle.MAIN),
        Action("Plain", "b"),
        Action("Danger", "c", ActionStyle.DANGER),
        Action("x" * 90, url="https://example.org/"),
    )
    await bench.platform.send(bench.place, Message(Markup("Well?"), (row,)), key="d1")
    buttons = posted(bench)["components"][0]["components"][1]["components"]
    primary, secondary, danger, link = 1, 2, 4, 5  # Discord's numbers
    assert [button["style"] for button in buttons] == [primary, secondary, danger, link]
    assert [button.get("custom_id") for button in buttons] == ["a", "b", "c", None]
    assert (buttons[3]["url"], len(buttons[3]["label"])) == ("https://example.org/", 80)


async def test_the_library_keeps_no_message_and_answers_no_press_itself(bench: Bench) -> None:
    await bench.platform.send(bench.place, message("Well?", ("Yes", "t-yes")), key="d1")
    assert bench.env.bot.persistent_views == []
    shown = bench.channel.last_message
    assert shown is not None
    assert not (await bench.ann.click(shown, label="Yes")).acknowledged


@pytest.mark.parametrize(
    "unfit",
    [
        message(""),
        message("x" * 4001),
        Message(Markup("many"), tuple((Action(str(number), f"t{number}"),) for number in range(30))),
    ],
)
async def test_what_does_not_fit_into_one_message_is_invalid_and_not_sent(bench: Bench, unfit: Message) -> None:
    assert (await bench.platform.send(bench.place, unfit, key="d1")).status is SendStatus.INVALID
    assert bench.bodies("POST", "/messages") == []


@pytest.mark.parametrize("to", [AccountRef("discord", "ann"), ChannelRef("discord", "#general")])
async def test_an_id_that_is_none_is_invalid(bench: Bench, to: AccountRef | ChannelRef) -> None:
    assert (await bench.platform.send(to, message("hello"), key="d1")).status is SendStatus.INVALID


async def test_an_unknown_channel_and_an_unknown_person_are_gone(bench: Bench) -> None:
    for to in (AccountRef("discord", "1"), ChannelRef("discord", "1")):
        assert (await bench.platform.send(to, message("hello"), key="d1")).status is SendStatus.GONE


@pytest.mark.parametrize(
    ("http", "code", "status"),
    [
        (403, 50007, SendStatus.BLOCKED),
        (403, 50278, SendStatus.UNREACHABLE),
        (403, 50013, SendStatus.FORBIDDEN),
        (401, 0, SendStatus.FORBIDDEN),
        (404, 10003, SendStatus.GONE),
        (400, 50035, SendStatus.INVALID),
        (429, 0, SendStatus.LATER),
        (500, 0, SendStatus.UNKNOWN),
        (503, 0, SendStatus.UNKNOWN),
    ],
)
async def test_each_refusal_of_a_direct_message_is_an_outcome(
    bench: Bench, http: int, code: int, status: SendStatus
) -> None:
    bench.env.inject_error("POST", "/channels/*/messages", status=http, code=code, message="no")
    result = await bench.platform.send(account(bench.ann), message("hello"), key="d1")
    assert result.status is status
    assert (result.retry_at is not None) == (status is SendStatus.LATER)
    assert result.reason


async def test_a_fault_while_the_private_chat_is_opened_delivered_nothing(bench: Bench) -> None:
    bench.env.inject_error("POST", "/users/@me/channels", status=502)
    result = await bench.platform.send(account(bench.ann), message("hello"), key="d1")
    assert result.status is SendStatus.LATER


async def test_an_edit_that_fails_can_be_repeated(bench: Bench) -> None:
    sent = await bench.platform.send(bench.place, message("before"), key="d1")
    bench.env.inject_error("PATCH", "/channels/*/messages/*", status=502)
    assert sent.message_id
    assert (await bench.platform.edit(bench.place, sent.message_id, message("x"))).status is SendStatus.LATER
    assert (await bench.platform.edit(bench.place, "one", message("x"))).status is SendStatus.INVALID


async def test_an_old_post_that_was_edited_too_often_is_edited_later(bench: Bench) -> None:
    sent = await bench.platform.send(bench.place, message("before"), key="d1")
    bench.env.inject_error("PATCH", "/channels/*/messages/*", status=400, code=30046, message="Try again later")
    assert sent.message_id
    result = await bench.platform.edit(bench.place, sent.message_id, message("after"))
    assert (result.status, result.retry_at) == (SendStatus.LATER, START + timedelta(minutes=5))


@pytest.mark.parametrize(
    ("error", "reached", "status"),
    [
        (TimeoutError(), True, SendStatus.UNKNOWN),
        (TimeoutError(), False, SendStatus.LATER),
        (aiohttp.ServerDisconnectedError(), True, SendStatus.UNKNOWN),
        (ConnectionResetError(), True, SendStatus.UNKNOWN),
        (ConnectionRefusedError(), True, SendStatus.LATER),
        (aiohttp.ConnectionTimeoutError(), True, SendStatus.LATER),
        (HeldError(60, "too many"), True, SendStatus.LATER),
    ],
)
def test_a_lost_reply_is_unknown_and_a_refused_connection_is_not(
    error: Exception, reached: bool, status: SendStatus
) -> None:
    assert outcome_of(error, START, reached=reached).status is status
