"""Files on Telegram: pictures with the text under them, documents, and what is left where pictures are refused."""

from pathlib import Path

import pytest

from bot.clock import VirtualClock
from bot.community.communities import Communities
from bot.core.services import build
from bot.core.telling import Telling
from bot.model.cards import ChartCard, ChartRow
from bot.model.messages import Action, File, Markup, Message
from bot.model.results import SendStatus
from bot.platforms.telegram.pieces import CAPTION_LENGTH
from tests.eventually import eventually
from tests.platforms.contract import OTHER_PICTURE, PICTURE
from tests.platforms.telegram.conftest import Scene
from tests.platforms.telegram.server import TelegramServer
from tests.platforms.telegram.whole import telegram_bot

CARD, DATA = File("card.png", PICTURE, "A card"), File("my-data.json", b"{}")
MORE = ((Action("More", "t-more"),),)
REFUSED = "Bad Request: not enough rights to send photos to the chat"


def told(scene: Scene) -> list[tuple[str, str | None, list[str]]]:
    """What stands in the group: each message's text, the name of its file, its buttons."""
    return [(one.text, one.file[0] if one.file else None, one.labels) for one in scene.group.messages if one.by_bot]


async def test_a_text_that_fits_stands_under_its_picture_and_the_buttons_under_both(scene: Scene) -> None:
    message = Message(Markup("<b>Ann</b> &amp; co"), MORE, files=(CARD,))
    result = await scene.platform.send(scene.channel, message, key="k")
    assert (result.status, told(scene)) == (SendStatus.SENT, [("Ann & co", "card.png", ["More"])])
    [shown] = [one for one in scene.group.messages if one.by_bot]
    assert shown.file == ("card.png", PICTURE)
    assert shown.is_photo
    assert [entity["type"] for entity in shown.entities] == ["bold"]
    assert result.message_id == str(shown.message_id)


@pytest.mark.parametrize(("length", "count"), [(CAPTION_LENGTH, 1), (CAPTION_LENGTH + 1, 2), (5000, 3)])
async def test_a_longer_text_follows_its_picture(scene: Scene, length: int, count: int) -> None:
    await scene.platform.send(scene.channel, Message(Markup("x" * length), MORE, files=(CARD,)), key="k")
    shown = told(scene)
    assert [name for _, name, _ in shown] == ["card.png", *[None] * (count - 1)]
    assert [labels for _, _, labels in shown] == [*[[]] * (count - 1), ["More"]]
    assert "".join(text for text, _, _ in shown) == "x" * length


async def test_a_document_comes_as_one_and_several_files_come_one_by_one(scene: Scene) -> None:
    await scene.platform.send(scene.channel, Message(Markup("Yours"), MORE, files=(CARD, DATA)), key="k")
    assert told(scene) == [("", "card.png", []), ("Yours", "my-data.json", ["More"])]
    assert [one.is_photo for one in scene.group.messages if one.by_bot] == [True, False]


@pytest.mark.parametrize("length", [10, 2000])
async def test_where_a_group_takes_no_pictures_the_text_is_sent_alone(scene: Scene, length: int) -> None:
    scene.server.refuses("sendPhoto", 400, REFUSED)
    result = await scene.platform.send(scene.channel, Message(Markup("x" * length), MORE, files=(CARD,)), key="k")
    assert (result.status, told(scene)) == (SendStatus.SENT, [("x" * length, None, ["More"])])


async def test_a_picture_that_is_none_leaves_the_text(scene: Scene) -> None:
    broken = File("card.png", b"no picture")
    result = await scene.platform.send(scene.channel, Message(Markup("Ann"), files=(broken,)), key="k")
    assert (result.status, told(scene)) == (SendStatus.SENT, [("Ann", None, [])])


async def test_a_document_that_is_refused_is_an_outcome(scene: Scene) -> None:
    scene.server.refuses("sendDocument", 400, "Bad Request: not enough rights to send documents to the chat")
    result = await scene.platform.send(scene.channel, Message(Markup("Yours"), files=(DATA,)), key="k")
    assert (result.status, told(scene)) == (SendStatus.FORBIDDEN, [])


async def test_a_picture_whose_fate_nobody_knows_is_not_repeated(scene: Scene) -> None:
    scene.server.refuses("sendPhoto", 502, "Bad Gateway", done=True)
    result = await scene.platform.send(scene.channel, Message(Markup("Ann"), files=(CARD,)), key="k")
    assert (result.status, len(told(scene))) == (SendStatus.UNKNOWN, 1)


async def test_a_flood_limit_holds_for_pictures_too(scene: Scene) -> None:
    scene.server.floods("sendPhoto", 17)
    result = await scene.platform.send(scene.channel, Message(Markup("Ann"), files=(CARD,)), key="k")
    assert (result.status, told(scene)) == (SendStatus.LATER, [])


async def test_a_flood_limit_holds_for_edited_pictures_too(scene: Scene) -> None:
    sent = await scene.platform.send(scene.channel, Message(Markup("Ann"), files=(CARD,)), key="k")
    scene.server.floods("editMessageMedia", 17)
    result = await scene.platform.edit(scene.channel, sent.message_id or "", Message(Markup("Ben"), files=(CARD,)))
    assert (result.status, told(scene)) == (SendStatus.LATER, [("Ann", "card.png", [])])


def with_picture(words: str, content: bytes = PICTURE) -> Message:
    return Message(Markup(words), MORE, files=(File("chart.png", content),))


async def test_a_picture_and_the_text_under_it_are_replaced_in_one_request(scene: Scene) -> None:
    sent = await scene.platform.send(scene.channel, with_picture("One"), key="k")
    edited = await scene.platform.edit(scene.channel, sent.message_id or "", with_picture("<b>Two</b>", OTHER_PICTURE))
    assert (edited.status, edited.message_id) == (SendStatus.SENT, sent.message_id)
    [shown] = [one for one in scene.group.messages if one.by_bot]
    assert (shown.text, shown.file, shown.labels, shown.edits) == ("Two", ("chart.png", OTHER_PICTURE), ["More"], 1)
    assert [entity["type"] for entity in shown.entities] == ["bold"]
    assert [call.method for call in scene.server.calls if call.method.startswith("edit")] == ["editMessageMedia"]


async def test_a_text_takes_in_a_picture_where_it_stands(scene: Scene) -> None:
    sent = await scene.platform.send(scene.channel, Message(Markup("One"), MORE), key="k")
    edited = await scene.platform.edit(scene.channel, sent.message_id or "", with_picture("Two"))
    assert (edited.status, told(scene)) == (SendStatus.SENT, [("Two", "chart.png", ["More"])])


@pytest.mark.parametrize("length", [10, CAPTION_LENGTH + 1])
async def test_a_post_that_loses_its_picture_is_taken_away_to_be_posted_anew(scene: Scene, length: int) -> None:
    sent = await scene.platform.send(scene.channel, with_picture("x" * length), key="k")
    edited = await scene.platform.edit(scene.channel, sent.message_id or "", Message(Markup("Two"), MORE))
    assert (edited.status, told(scene)) == (SendStatus.GONE, [])


async def test_what_stands_too_long_to_be_taken_away_stays_above_what_is_posted_anew(scene: Scene) -> None:
    sent = await scene.platform.send(scene.channel, with_picture("One"), key="k")
    scene.server.refuses("deleteMessage", 400, "Bad Request: message can't be deleted for everyone")
    edited = await scene.platform.edit(scene.channel, sent.message_id or "", Message(Markup("Two"), MORE))
    assert (edited.status, len(told(scene))) == (SendStatus.GONE, 1)


async def test_what_may_not_be_taken_away_now_is_edited_later(scene: Scene) -> None:
    sent = await scene.platform.send(scene.channel, with_picture("One"), key="k")
    scene.server.floods("deleteMessage", 17)
    edited = await scene.platform.edit(scene.channel, sent.message_id or "", Message(Markup("Two"), MORE))
    assert (edited.status, told(scene)) == (SendStatus.LATER, [("One", "chart.png", ["More"])])


async def test_a_picture_and_a_text_too_long_to_stand_under_it_are_both_edited(scene: Scene) -> None:
    long = "x" * (CAPTION_LENGTH + 1)
    sent = await scene.platform.send(scene.channel, with_picture(long), key="k")
    edited = await scene.platform.edit(scene.channel, sent.message_id or "", with_picture("y" + long, OTHER_PICTURE))
    assert (edited.status, edited.message_id) == (SendStatus.SENT, sent.message_id)
    above, below = (one for one in scene.group.messages if one.by_bot)
    assert (above.file, above.labels, below.text, below.labels) == (
        ("chart.png", OTHER_PICTURE),
        [],
        "y" + long,
        ["More"],
    )


async def test_where_one_of_two_messages_was_deleted_the_other_is_taken_away_too(scene: Scene) -> None:
    long = "x" * (CAPTION_LENGTH + 1)
    sent = await scene.platform.send(scene.channel, with_picture(long), key="k")
    above = next(one for one in scene.group.messages if one.is_photo)
    scene.server.world.messages.pop((above.chat_id, above.message_id))
    edited = await scene.platform.edit(scene.channel, sent.message_id or "", with_picture(long))
    assert (edited.status, told(scene)) == (SendStatus.GONE, [])


async def test_where_a_group_takes_no_pictures_a_text_is_edited_in_words(scene: Scene) -> None:
    sent = await scene.platform.send(scene.channel, Message(Markup("One"), MORE), key="k")
    scene.server.refuses("editMessageMedia", 400, REFUSED)
    edited = await scene.platform.edit(scene.channel, sent.message_id or "", with_picture("Two"))
    assert (edited.status, told(scene)) == (SendStatus.SENT, [("Two", None, ["More"])])


async def test_a_group_that_takes_no_pictures_any_more_gets_the_words_in_a_post_of_their_own(scene: Scene) -> None:
    sent = await scene.platform.send(scene.channel, with_picture("One"), key="k")
    scene.server.refuses("editMessageMedia", 400, REFUSED)
    edited = await scene.platform.edit(scene.channel, sent.message_id or "", with_picture("Two"))
    assert (edited.status, told(scene)) == (SendStatus.GONE, [])


async def test_a_picture_that_is_refused_above_its_long_text_is_posted_anew(scene: Scene) -> None:
    long = "x" * (CAPTION_LENGTH + 1)
    sent = await scene.platform.send(scene.channel, with_picture(long), key="k")
    scene.server.refuses("editMessageMedia", 400, REFUSED)
    edited = await scene.platform.edit(scene.channel, sent.message_id or "", with_picture(long))
    assert (edited.status, told(scene)) == (SendStatus.GONE, [])


@pytest.mark.parametrize(
    ("http", "words", "status"),
    [
        (400, "Bad Request: message to edit not found", SendStatus.GONE),
        (400, "Bad Request: message is not modified: the same", SendStatus.SENT),
        (502, "Bad Gateway", SendStatus.UNKNOWN),
    ],
)
async def test_each_refusal_of_an_edited_picture_is_an_outcome(
    scene: Scene, http: int, words: str, status: SendStatus
) -> None:
    sent = await scene.platform.send(scene.channel, with_picture("One"), key="k")
    scene.server.refuses("editMessageMedia", http, words)
    edited = await scene.platform.edit(scene.channel, sent.message_id or "", with_picture("Two"))
    assert (edited.status, told(scene)) == (status, [("One", "chart.png", ["More"])])


@pytest.mark.long
async def test_a_card_comes_as_a_photo_and_ones_data_as_a_document(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    ann = server.person("Ann", started=True)
    group = server.group("Tea", owner=server.person("Olga"), members=(ann,))
    async with telegram_bot(server, tmp_path, clock) as app:
        await ann.says("/me", in_=group)
        await eventually(lambda: bool(ann.inbox), "the card")
        await ann.says("/mydata")
        await app.dispatcher.idle()
        await eventually(lambda: len(ann.inbox) == 2, "the file")
    card, data = ann.inbox
    assert card.is_photo and card.text.startswith("Ann\nWith us since")
    assert card.labels == ["Preferences", "What you sent me"]
    assert data.file is not None and not data.is_photo
    assert data.file[0].endswith(".json") and b'"Ann"' in data.file[1]


@pytest.mark.long
async def test_a_rolling_post_has_the_picture_of_its_newest_word_and_stands_once(
    server: TelegramServer, tmp_path: Path, clock: VirtualClock
) -> None:
    group = server.group("Tea", owner=server.person("Olga"), members=(ann := server.person("Ann", started=True),))
    async with telegram_bot(server, tmp_path, clock) as app:
        await ann.says("/ping", in_=group)
        await app.dispatcher.idle()
        before = {one.message_id for one in group.messages}
        stood = []
        for votes in (0, 1, 2, 0, 3):
            row = ChartRow("Tea", votes, f"{votes} votes")
            async with app.parts.work() as work:
                [community] = await Communities(work).all()
                telling = build(Telling, app.parts, work, community)
                card = ChartCard("Tea?", "Tea", "today", (row,)) if votes else None
                await telling.rolling("poll", "badges-hall-says" if votes else "ping-answer", card=card)
            await app.turn()
            [post] = [one for one in group.messages if one.message_id not in before]
            stood.append((post.message_id, post.is_photo, bool(votes)))
    assert [is_photo for _, is_photo, _ in stood] == [wanted for _, _, wanted in stood]
    first, second, third, anew, last = (id for id, _, _ in stood)
    assert first == second == third != anew == last
