"""The contract of the port `Platform`: what the core relies on, checked alike on every implementation.

A platform's tests subclass `PlatformContract` and give it a fixture `world`: its platform, running with `COMMANDS`
published to a `Recorder`, in a community with one public channel and the people `ANN` and `BEN`, who can be reached.
"""

import asyncio
import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from msgspec.structs import replace

from bot.model.identity import AccountRef, ChannelRef, Role, SpaceRef
from bot.model.incoming import (
    ActionPressed,
    Asked,
    BotPresent,
    CommandInvoked,
    FormSubmitted,
    Incoming,
    Presence,
    ReplyTo,
)
from bot.model.messages import Action, Choice, CommandSpec, Field, File, Form, Message, OptionKind, OptionSpec
from bot.model.ports import Platform
from bot.model.results import SendStatus
from bot.text.markup import escape

ANN = "ann"
BEN = "ben"
TYPED = "5 < 6 & *both* are _fine_ <b>here</b>"

COMMANDS = (
    CommandSpec(("ping",), Role.MEMBER, {"en": "See whether the bot is awake."}),
    CommandSpec(
        ("note", "add"),
        Role.MEMBER,
        {"en": "Write something down."},
        (OptionSpec("text", OptionKind.REST, required=True, texts={"en": "What to write down."}),),
    ),
    CommandSpec(("ask",), Role.MEMBER, {"en": "Open a form."}, opens_form=True),
)
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAEnNCcKAAAAAElFTkSuQmCC"
)
OTHER_PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"
)
UNKEPT = Form(
    "Form_1", "A secret question", (Field("title", "Title"), Field("why", "Why", value="because", required=False))
)
FORM = Form("form-1", "A question", (Field("title", "Title"), Field("why", "Why", value="because", required=False)))

UpdateT = TypeVar("UpdateT", bound=Incoming)


class Recorder:
    """A sink that keeps what came in, in order; what nobody may store by itself."""

    def __init__(self) -> None:
        self.updates: list[Incoming] = []
        self.unkept: list[Incoming] = []
        self.presences: list[Presence] = []
        self.live = True  # whether a stream was on whenever it is asked
        self.asked: list[tuple[SpaceRef, datetime, datetime]] = []
        self.typing: list[Asked] = []
        self.suggestions: Sequence[Choice] = ()
        self._arrived = asyncio.Event()

    async def receive(self, update: Incoming) -> None:
        self.updates.append(update)
        self._arrived.set()

    async def receive_all(self, updates: Sequence[Incoming]) -> None:
        for update in updates:
            await self.receive(update)

    async def receive_unkept(self, update: Incoming) -> None:
        self.unkept.append(update)
        self._arrived.set()

    def note(self, presence: Presence) -> None:
        self.presences.append(presence)

    async def was_live(self, space: SpaceRef, since: datetime, until: datetime) -> bool:
        self.asked.append((space, since, until))
        return self.live

    async def suggest(self, asked: Asked) -> Sequence[Choice]:
        self.typing.append(asked)
        return self.suggestions

    def of(self, kind: type[UpdateT], *, unkept: bool = False) -> list[UpdateT]:
        """The updates of that kind, in order: of those that may be stored, or of those that may not."""
        return [update for update in (self.unkept if unkept else self.updates) if isinstance(update, kind)]

    async def newest(self, kind: type[UpdateT], *, count: int = 1, unkept: bool = False) -> UpdateT:
        """The newest update of that kind, once at least `count` of them came in; TimeoutError after a while."""
        async with asyncio.timeout(20):
            while len(self.of(kind, unkept=unkept)) < count:
                self._arrived.clear()
                await self._arrived.wait()
        return self.of(kind, unkept=unkept)[-1]


class Notebook:
    """A `Memory` that lasts as long as the test; the database's own is checked in tests/storage."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    async def recall(self, name: str) -> str | None:
        return self.texts.get(name)

    async def keep(self, name: str, text: str) -> None:
        self.texts[name] = text

    async def drop(self, name: str) -> None:
        self.texts.pop(name, None)


@dataclass(frozen=True, slots=True)
class Seen:
    """One message of the bot as a person sees it, in the public channel or in their private chat.

    `text` may carry the platform's own formatting. A long text may be split over several messages. `pictures` are what
    is shown beside it; a platform may show one in a message of its own.
    """

    text: str
    labels: tuple[str, ...] = ()
    private: bool = False
    pictures: tuple[bytes, ...] = ()


class World(Protocol):
    """One platform with its people. What people do returns once the platform took it; people go by `ANN` and `BEN`."""

    @property
    def platform(self) -> Platform: ...

    @property
    def sink(self) -> Recorder: ...

    @property
    def space(self) -> SpaceRef: ...

    @property
    def channel(self) -> ChannelRef:
        """The public channel, which both people see."""

    def account(self, person: str) -> AccountRef: ...

    async def invoke(self, person: str, path: tuple[str, ...], text: str = "") -> None:
        """Use a command in the public channel; `text` fills its option of that name, where it has one."""

    async def press(self, person: str, label: str) -> None:
        """Press the newest button of that label which the person sees."""

    async def submit(self, person: str, values: Mapping[str, str]) -> None:
        """Fill in the form that is open for the person and send it; other fields keep what stands in them."""

    async def repeat(self) -> None:
        """Let the platform deliver its last update once more, as after a lost connection."""

    async def has_bot(self, *, here: bool) -> None:
        """Let the space's people put the bot into it, or take it out of it."""

    async def block(self, person: str) -> None:
        """Let the person shut the bot out of their private chat."""

    async def seen(self, person: str) -> Sequence[Seen]:
        """All that the person sees of the bot by now, in order."""

    def pings(self, person: str) -> int:
        """How many of the bot's posts in the public channel ping the person."""


class PlatformContract:
    """Subclassed by each platform's tests; never collected itself, since its name does not start with Test."""

    async def test_a_command_comes_in_once_with_who_where_and_how_to_answer(self, world: World) -> None:
        update = await _invoke(world, ANN, ("ping",))
        assert update.name == "ping"
        assert update.actor.account == world.account(ANN)
        assert update.space == world.space
        assert (update.reply_to.platform, update.reply_to.private) == (world.platform.name, False)
        assert update.at.tzinfo is not None
        assert len(world.sink.of(CommandInvoked)) == 1

    async def test_a_command_of_several_words_brings_what_was_typed_as_it_was_typed(self, world: World) -> None:
        update = await _invoke(world, ANN, ("note", "add"), TYPED)
        assert update.name == "note add"
        assert TYPED in (update.words, dict(update.options).get("text"))

    async def test_a_repeated_update_has_the_same_event_id(self, world: World) -> None:
        first = await _invoke(world, ANN, ("ping",))
        await world.repeat()
        again = await world.sink.newest(CommandInvoked, count=2)
        assert again.event_id == first.event_id

    async def test_two_updates_have_different_event_ids(self, world: World) -> None:
        first = await _invoke(world, ANN, ("ping",))
        second = await _invoke(world, ANN, ("ping",))
        assert first.event_id != second.event_id

    async def test_a_private_answer_is_seen_by_the_person_alone(self, world: World) -> None:
        update = await _invoke(world, ANN, ("ping",))
        result = await world.platform.respond(update.reply_to, _message("only for ann"), private=True)
        assert result.status is SendStatus.SENT
        assert [seen.private for seen in await _with_text(world, ANN, "only for ann")] == [True]
        assert not await _with_text(world, BEN, "only for ann")

    async def test_a_public_answer_is_seen_by_everybody(self, world: World) -> None:
        update = await _invoke(world, ANN, ("ping",))
        await world.platform.respond(update.reply_to, _message("for everybody"), private=False)
        assert [seen.private for seen in await _with_text(world, BEN, "for everybody")] == [False]

    async def test_a_pressed_button_comes_in_with_its_token_and_can_be_answered(self, world: World) -> None:
        await world.platform.send(world.channel, _message("press one", ("Yes", "t-yes"), ("No", "t-no")), key="d1")
        await world.press(BEN, "No")
        update = await world.sink.newest(ActionPressed)
        assert (update.token, update.actor.account) == ("t-no", world.account(BEN))
        result = await world.platform.respond(update.reply_to, _message("well then"), private=True)
        assert result.status is SendStatus.SENT
        assert await _with_text(world, BEN, "well then")
        assert not await _with_text(world, ANN, "well then")

    async def test_all_labels_of_eleven_buttons_in_a_row_arrive_in_order(self, world: World) -> None:
        scores = [(str(score), f"nps-{score}") for score in range(11)]
        result = await world.platform.send(world.channel, _message("how likely", *scores), key="d1")
        assert result.status is SendStatus.SENT
        seen = await _with_text(world, ANN, "how likely")
        assert seen[0].labels == tuple(label for label, _ in scores)

    async def test_an_unasked_message_reaches_one_person_once_and_has_an_id(self, world: World) -> None:
        result = await world.platform.send(world.account(ANN), _message("thanks for staying"), key="d1")
        assert result.status is SendStatus.SENT
        assert result.message_id
        assert [seen.private for seen in await _with_text(world, ANN, "thanks for staying")] == [True]
        assert not await _with_text(world, BEN, "thanks for staying")

    async def test_a_picture_comes_with_its_text_and_its_buttons(self, world: World) -> None:
        files = (File("card.png", PICTURE, "A card"),)
        sent = replace(_message("what it says in words", ("More", "t-more")), files=files)
        result = await world.platform.send(world.channel, sent, key="d1")
        assert result.status is SendStatus.SENT
        assert [seen.labels for seen in await _with_text(world, BEN, "what it says in words")] == [("More",)]
        update = await _invoke(world, ANN, ("ping",))
        answer = replace(_message("for ann in words"), files=files)
        result = await world.platform.respond(update.reply_to, answer, private=True)
        assert result.status is SendStatus.SENT
        assert [seen.private for seen in await _with_text(world, ANN, "for ann in words")] == [True]
        assert not await _with_text(world, BEN, "for ann in words")

    async def test_an_edit_replaces_what_was_posted(self, world: World) -> None:
        posted = await world.platform.send(world.channel, _message("three were here"), key="d1")
        assert posted.message_id
        edited = await world.platform.edit(world.channel, posted.message_id, _message("four were here"))
        assert edited.status is SendStatus.SENT
        assert not await _with_text(world, BEN, "three were here")
        assert len(await _with_text(world, BEN, "four were here")) == 1

    async def test_a_post_is_edited_with_its_picture_whatever_it_had_before(self, world: World) -> None:
        """Where an edit cannot do it the answer is GONE, nothing of the old post is left, and it is posted anew."""
        place, stands = world.channel, ""
        for number, picture in enumerate((PICTURE, OTHER_PICTURE, None, PICTURE, None, None, OTHER_PICTURE)):
            files = () if picture is None else (File("card.png", picture, "A card"),)
            message = replace(_message(f"word {number}", ("More", f"t-{number}")), files=files)
            result = await world.platform.edit(place, stands, message) if stands else None
            if result is None or result.status is SendStatus.GONE:
                result = await world.platform.send(place, message, key=f"d{number}")
            assert result.status is SendStatus.SENT and result.message_id
            stands = result.message_id
            [shown] = [seen for seen in await world.seen(BEN) if seen.text or seen.pictures]
            assert (shown.labels, shown.pictures) == (("More",), () if picture is None else (picture,))
            assert f"word {number}" in shown.text
        await world.press(BEN, "More")
        assert (await world.sink.newest(ActionPressed)).token == "t-6"

    async def test_a_long_text_and_its_picture_are_both_edited(self, world: World) -> None:
        place, stands = world.channel, ""
        for picture, letter in ((PICTURE, "a"), (OTHER_PICTURE, "b"), (None, "c"), (PICTURE, "d")):
            files = () if picture is None else (File("card.png", picture, "A card"),)
            message = replace(_message(letter * 2000), files=files)
            result = await world.platform.edit(place, stands, message) if stands else None
            if result is None or result.status is SendStatus.GONE:
                result = await world.platform.send(place, message, key=letter)
            assert result.status is SendStatus.SENT and result.message_id
            stands = result.message_id
            everything = await world.seen(BEN)
            assert [seen.text for seen in everything if seen.text] == [letter * 2000]
            shown = [one for seen in everything for one in seen.pictures]
            assert shown == ([] if picture is None else [picture])

    async def test_an_edit_of_what_is_not_there_is_an_outcome(self, world: World) -> None:
        result = await world.platform.edit(world.channel, "123456789", _message("nowhere"))
        assert result.status in (SendStatus.GONE, SendStatus.INVALID)

    async def test_who_shut_the_bot_out_is_not_reached_and_nothing_raises(self, world: World) -> None:
        await world.block(ANN)
        result = await world.platform.send(world.account(ANN), _message("are you there"), key="d1")
        assert result.status in (SendStatus.BLOCKED, SendStatus.UNREACHABLE)
        assert not await _with_text(world, ANN, "are you there")

    async def test_a_form_comes_back_with_what_was_filled_in_and_what_stood_there(self, world: World) -> None:
        update = await _invoke(world, ANN, ("ask",))
        assert (await world.platform.open_form(update.reply_to, FORM)).status is SendStatus.SENT
        await world.submit(ANN, {"title": TYPED})
        submitted = await world.sink.newest(FormSubmitted)
        assert (submitted.token, submitted.actor.account) == (FORM.token, world.account(ANN))
        assert dict(submitted.values) == {"title": TYPED, "why": "because"}
        await world.platform.respond(submitted.reply_to, _message("written down"), private=True)
        assert await _with_text(world, ANN, "written down")

    async def test_what_is_done_under_an_unkept_token_is_handed_over_as_such_and_can_be_answered(
        self, world: World
    ) -> None:
        await world.platform.send(world.channel, _message("a secret vote", ("Aye", "T_1_aye")), key="d1")
        await world.press(BEN, "Aye")
        pressed = await world.sink.newest(ActionPressed, unkept=True)
        assert (pressed.token, pressed.actor.account) == ("T_1_aye", world.account(BEN))
        assert (
            await world.platform.respond(pressed.reply_to, _message("counted"), private=True)
        ).status is SendStatus.SENT
        update = await _invoke(world, ANN, ("ask",))
        assert (await world.platform.open_form(update.reply_to, UNKEPT)).status is SendStatus.SENT
        await world.submit(ANN, {"title": TYPED})
        submitted = await world.sink.newest(FormSubmitted, unkept=True)
        assert (submitted.token, submitted.actor.account) == (UNKEPT.token, world.account(ANN))
        assert dict(submitted.values) == {"title": TYPED, "why": "because"}
        await world.platform.respond(submitted.reply_to, _message("counted too"), private=True)
        assert await _with_text(world, ANN, "counted too")
        assert not await _with_text(world, BEN, "counted too")
        assert (world.sink.of(ActionPressed), world.sink.of(FormSubmitted)) == ([], [])

    async def test_a_press_that_nobody_may_store_has_the_same_id_when_it_is_repeated(self, world: World) -> None:
        await world.platform.send(world.channel, _message("a secret vote", ("Aye", "T_1_aye")), key="d1")
        await world.press(BEN, "Aye")
        first = await world.sink.newest(ActionPressed, unkept=True)
        await world.repeat()
        assert (await world.sink.newest(ActionPressed, unkept=True, count=2)).event_id == first.event_id
        assert world.sink.of(ActionPressed) == []

    async def test_a_text_over_the_limit_arrives_whole_or_is_refused(self, world: World) -> None:
        words = [f"word{number}" for number in range(world.platform.capabilities.text_length // 5)]
        result = await world.platform.send(world.channel, _message(" ".join(words)), key="d1")
        arrived = " ".join([seen.text for seen in await world.seen(BEN)]).split()
        if result.status is SendStatus.SENT:
            assert arrived == words
        else:
            assert result.status is SendStatus.INVALID
            assert not arrived

    async def test_being_taken_out_of_the_space_and_put_into_it_again_is_told(self, world: World) -> None:
        before = len(world.sink.of(BotPresent))
        for count, here in enumerate((False, True), before + 1):
            await world.has_bot(here=here)
            told = await world.sink.newest(BotPresent, count=count)
            assert (told.space, told.here) == (world.space, here)

    async def test_where_posts_go_at_first_is_a_channel_of_the_space_or_nobody_knows(self, world: World) -> None:
        assert world.platform.channels(world.space).post in (world.channel.channel_id, None)

    async def test_an_answer_to_nowhere_is_an_outcome(self, world: World) -> None:
        nowhere = ReplyTo(world.platform.name, "987654321", token="1:none")
        result = await world.platform.respond(nowhere, _message("hello"), private=True)
        assert result.status is not SendStatus.SENT


async def _invoke(world: World, person: str, path: tuple[str, ...], text: str = "") -> CommandInvoked:
    count = len(world.sink.of(CommandInvoked))
    await world.invoke(person, path, text)
    return await world.sink.newest(CommandInvoked, count=count + 1)


async def _with_text(world: World, person: str, text: str) -> list[Seen]:
    return [seen for seen in await world.seen(person) if text in seen.text]


def _message(text: str, *buttons: tuple[str, str]) -> Message:
    row = tuple(Action(label, token) for label, token in buttons)
    return Message(escape(text), (row,) if row else ())
