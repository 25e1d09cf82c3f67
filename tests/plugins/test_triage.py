"""What members write to the hosts: by topic with counts and quotes, once a day, at once where it cannot wait."""

import json
import re
from datetime import timedelta
from pathlib import Path
from time import process_time
from zoneinfo import ZoneInfo

import pytest

from bot.model.heard import Outside
from bot.model.identity import AccountRef, Actor
from bot.model.incoming import TextHandedIn
from bot.platforms.local.records import SPACE
from bot.storage.further_tables import rolling_quotes
from bot.text.markup import to_markdown
from plugins.triage._tables import outside, told
from tests.at_hand import REAL_CHAT
from tests.plugins.boarding import Board, board
from tests.plugins.test_assistant import teaches
from tests.search.test_grouping import CHATS
from tests.snapshots.compare import matches

SAID = {
    "en": [
        ("ann", "/q Which clay do you use?"),
        ("ben", "/q what clay is that"),
        ("cid", "/q How much is delivery?"),
        ("ann", "/feedback The sound was really bad tonight"),
        ("ben", "/feedback No picture for me, and the sound was bad too"),
        ("cid", "/feedback You charged my card twice!!"),
        ("ben", "/q ???"),
    ],
    "cs": [
        ("ann", "/q Jakou hlínu používáte?"),
        ("ben", "/q co je to za hlinu"),
        ("cid", "/q Kolik stojí doprava?"),
        ("ann", "/feedback Zvuk byl dneska fakt špatný"),
        ("ben", "/feedback Zvuk zase vypadával, to je otravné"),
        ("cid", "/feedback Strhlo mi to z karty dvakrát!!"),
        ("ben", "/q ???"),
    ],
}
DELIVERY = {
    "en": ("How much is delivery?", "Within Europe it is 12 euros."),
    "cs": ("Kolik stojí doprava?", "Zásilkovna stojí 79 Kč."),
}
QUOTE = re.compile("“[^”]*”|„[^“]*“")
BACK = {"en": "What members wrote", "cs": "Co lidé napsali"}


async def write(here: Board) -> None:
    """Members write, a minute apart."""
    for name, text in SAID[here.language]:
        await here.says(getattr(here, name), text)
        await here.bot.passes(minutes=1)


async def without_name(here: Board, who: str, text: str) -> None:
    """Somebody says something without their name."""
    person = getattr(here, who)
    await here.says(person, "/feedback")
    await here.presses(person, "Without my name")
    await here.fills(person, {"text": text, "may_answer": "yes"})


async def digest_posts(here: Board) -> list[str]:
    return [text for text in here.hosts() if text.startswith("What members wrote since the last digest")]


async def test_of_what_is_said_once_questions_come_before_remarks_and_newer_ones_before_older() -> None:
    async with board() as here:
        for text in ("/q Is porcelain harder?", "/feedback Aprons looked lovely", "/q When does the kiln cool down?"):
            await here.says(here.ann, text)
            await here.bot.passes(minutes=1)
        digest = await here.says(here.hana, "/digest")
        places = [digest.index(words) for words in ("kiln cool", "porcelain", "Aprons")]
        assert places == sorted(places), digest


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
async def test_its_screens_read_well(language: str) -> None:
    async with board(language=language) as here:
        seen = [await here.screen(here.hana, "/digest")]
        await teaches(here, *DELIVERY[language])
        await write(here)
        seen.append(await here.screen(here.hana, "/digest"))
        labels = [button.label for button in here.bot.seen(here.hana)[-1].buttons]
        for label in labels[:5]:
            seen.append(await here.taps(here.hana, label))
            await here.presses(here.hana, BACK[language])
        delivery = next(label for label in labels if DELIVERY[language][0] in label)
        await here.presses(here.hana, delivery)
        answer = here.bot.seen(here.hana)[-1].buttons[0].label
        await here.presses(here.hana, answer)
        form = here.bot.chat.forms(here.hana)[-1]
        seen.append("\n".join([form.form.title, *(f"{field.label}: {field.value}" for field in form.form.fields)]))
        seen.append(await here.fills(here.hana, {"text": DELIVERY[language][1] + " :)"}))
        await here.bot.passes(minutes=1)
        seen += here.told(here.cid)
        seen.append(await here.taps(here.hana, delivery))
        await here.bot.passes(days=1)
        seen += ["=== hosts ===", *here.hosts()]
        seen.append(await here.taps(here.hana, BACK[language]))
        matches(f"triage/triage.{language}", "\n\n".join(seen))


@pytest.mark.long
async def test_what_cannot_wait_is_told_at_once_and_once_and_a_flood_of_it_together() -> None:
    async with board() as here:
        await here.says(here.ann, "/feedback Lovely evening")
        for number in range(4):
            await here.says(here.ben, f"/q There is no sound in room {number}!")
            await here.says(here.cid, f"/feedback You charged my card twice, order {number}")
        await here.says(here.ann, "/feedback The page does not work")
        await here.says(here.ann, "/q Why is there no sound?")
        await here.bot.passes(minutes=2)
        urgent = [text for text in here.hosts() if text.startswith("Cannot wait")]
        assert len(urgent) == 5 and len(set(urgent)) == 5
        await here.says(here.ann, "/feedback It was nice")
        await here.bot.passes(minutes=50)
        assert not [text for text in here.hosts() if "more texts that cannot wait" in text]
        await here.bot.passes(minutes=20)
        assert [text for text in here.hosts() if "cannot wait" in text and "5 more texts" in text]
        assert len([text for text in here.hosts() if text.startswith("Cannot wait")]) == 5
        assert all(row.told_at is not None for row in await here.rows(told))
        await here.says(here.ann, "/feedback Somebody threatened me")  # for which the flood has left room
        await here.bot.passes(minutes=2)
        assert [text for text in here.hosts() if text.startswith("Cannot wait: somebody may be in danger")]


@pytest.mark.long
async def test_the_digest_comes_at_its_hour_once_a_day_and_only_where_there_is_something_new() -> None:
    async with board() as here:
        await here.bot.passes(days=1)
        assert await digest_posts(here) == []
        await here.says(here.ann, "/feedback The sound was bad")
        await comes_to(here, 8, 30)
        assert await digest_posts(here) == []
        await here.bot.passes(minutes=60)
        [post] = await digest_posts(here)
        assert "One text by one person. One is not answered yet." in post and "“The sound was bad”" in post
        await here.bot.passes(days=3)
        assert len(await digest_posts(here)) == 1
        await here.says(here.ben, "/q Which clay is it?")
        await here.bot.passes(days=1)
        assert len(await digest_posts(here)) == 2 and "clay" in (await digest_posts(here))[1]


@pytest.mark.long
async def test_the_digest_comes_at_its_new_hour_on_the_very_day_on_which_that_is_changed() -> None:
    async with board() as here:
        await here.bot.passes(days=1)
        await comes_to(here, 8, 30)  # in half an hour it would be due
        await here.says(here.mona, "/plugin configure triage digest_hour 11")
        await here.says(here.ann, "/feedback The sound was bad")
        await here.bot.passes(hours=2)
        assert await digest_posts(here) == []
        await here.bot.passes(hours=1)
        assert len(await digest_posts(here)) == 1
        await here.says(here.mona, "/plugin configure triage digest_hour 10")  # which has just gone by
        await here.says(here.ben, "/q Which clay is it?")
        await here.bot.passes(hours=22)
        assert len(await digest_posts(here)) == 1
        await here.bot.passes(hours=1)
        assert len(await digest_posts(here)) == 2


async def comes_to(here: Board, hour: int, minute: int) -> None:
    """Time passes until the community's clock shows that."""
    local = here.bot.clock.now().astimezone(ZoneInfo("Europe/Prague"))
    await here.bot.passes(minutes=((hour - local.hour) % 24) * 60 + minute - local.minute)


@pytest.mark.long
async def test_nobody_learns_whose_nameless_words_are_and_they_are_in_one_digest_each() -> None:
    async with board() as here:
        await teaches(here, *DELIVERY["en"])
        await without_name(here, "ann", "Somebody threatened me.")
        await without_name(here, "ben", DELIVERY["en"][0])
        await here.bot.passes(minutes=5)
        assert not [text for text in here.hosts() if "threatened" in text]
        await here.bot.passes(hours=1)
        [post] = [text for text in here.hosts() if "threatened" in text]
        assert post.startswith(
            "Cannot wait: somebody may be in danger. Somebody without a name (feedback without a name)"
        )
        shown = await here.screen(here.hana, "/digest")
        assert "2 texts, 2 without a name." in shown and "Ann" not in shown and "Ben" not in shown
        await here.presses(here.hana, f"2. {DELIVERY['en'][0]}")
        await here.presses(here.hana, "Answer 1")
        assert [field.value for field in here.bot.chat.forms(here.hana)[-1].form.fields] == [DELIVERY["en"][1]]
        await here.fills(here.hana, {"text": "Twelve euros."})
        assert "answered already" in await here.presses(here.hana, "Answer 1")
        await here.bot.passes(days=4)
        assert len([post for post in await digest_posts(here) if "threatened" in post]) == 1
        assert len(await here.rows(told)) == 1


@pytest.mark.long
async def test_whoever_is_forgotten_is_in_no_digest_any_more(each_address: str) -> None:
    async with board(database_url=each_address) as here:
        await here.says(here.ann, "/feedback There is no sound at all")
        await here.says(here.ben, "/feedback No sound for me either, is there a picture?")
        await here.bot.passes(days=1)
        assert len(await digest_posts(here)) == 1
        assert len(await here.rows(rolling_quotes)) == 2
        await here.forgets(here.ann)
        assert not [text for text in here.hosts() if "no sound at all" in text]
        assert await digest_posts(here) == []
        assert [text for text in here.hosts() if text.startswith("Cannot wait") and "either" in text]
        shown = await here.screen(here.hana, "/digest week")
        assert "One text by one person" in shown and "either" in shown and "at all" not in shown
        assert await here.rows(rolling_quotes) == []


async def test_without_a_place_of_their_own_each_host_is_told_and_a_gone_text_is_said_to_be_gone() -> None:
    async with board() as here:
        await here.agrees(here.hana)
        await here.without_host_place()
        await here.says(here.ann, "/feedback There is no sound")
        await here.bot.passes(minutes=2)
        assert [text for text in here.told(here.hana) if text.startswith("Cannot wait: something does not work. Ann")]
        await here.forgets(here.ann)
        assert "whoever wrote it was forgotten" in await here.presses(here.hana, "Answer")


async def test_two_hosts_answer_a_question_once_and_the_card_has_it_no_more() -> None:
    async with board() as here:
        await here.says(here.ann, "/q Which <b>clay</b> do you use?")
        for host in (here.hana, here.hugo):
            await here.says(host, "/digest")
            await here.presses(host, "1. Which <b>clay</b> do you use?")
            await here.presses(host, "Answer 1")
        assert "on its way to Ann" in await here.fills(here.hana, {"text": "Stoneware <i>only</i>."})
        assert "answered already" in await here.fills(here.hugo, {"text": "Porcelain."})
        await here.bot.passes(minutes=1)
        [told] = here.told(here.ann)
        assert told == "Hana answers what you asked (“Which <b>clay</b> do you use?”):\nStoneware <i>only</i>."
        assert "clay" not in await here.says(here.hana, "/cues")
        assert "answered already" in await here.presses(here.hugo, "Answer 1")
        await here.says(here.ben, "/q And glaze?")
        await here.says(here.hana, "/digest")
        await here.presses(here.hana, "1. And glaze?")
        await here.presses(here.hana, "Answer 1")
        assert "1 to 1,200 characters" in await here.fills(here.hana, {"text": " "})


async def test_no_screen_is_too_long_for_a_network_whatever_signs_somebody_types() -> None:
    async with board() as here:
        for number in range(5):
            await here.says(here.ann, "/feedback " + "~|" * (500 + number))
        await here.says(here.hana, "/digest")
        await here.presses(here.hana, "What says little")
        text = here.bot.seen(here.hana)[-1].message.text
        assert "5." in text and len(to_markdown(text)) < 4000


async def hands_in(here: Board, id: str, author: str, text: str, url: str = "", days: float = 0) -> None:
    """A program of the community's own hands in what was said somewhere else, so long ago."""
    at = here.bot.clock.now() - timedelta(days=days)
    said = Outside(f"shop:{id}", author, text, url, at)
    actor, space = Actor(AccountRef("hook", "shop"), "shop"), SPACE
    update = TextHandedIn(event_id=f"shop:text:{id}:{at.timestamp()}", at=at, actor=actor, space=space, text=said)
    await here.bot.app.dispatcher.receive(update)


@pytest.mark.long
async def test_what_a_program_hands_in_is_gone_through_with_the_rest_and_gone_after_ninety_days(
    each_address: str,
) -> None:
    async with board(database_url=each_address) as here:
        for days in (1, 0):
            await hands_in(
                here, "1", "Eva <b>B</b>", "There is no sound in <i>any</i> video", "https://example.com/v", days
            )
        await hands_in(here, "2", "Old", "Long ago", days=91)
        await hands_in(here, "3", "Dan", "The sound is bad", "javascript:alert(1)")
        await here.says(here.ann, "/feedback The sound was bad")
        await here.bot.passes(minutes=2)
        [post] = [text for text in here.hosts() if text.startswith("Cannot wait")]
        assert post.endswith("Eva <b>B</b> (from outside):\n“There is no sound in <i>any</i> video”")
        shown = await here.screen(here.hana, "/digest")
        assert "3 texts by 3 people. One is not answered yet." in shown
        opened = await here.presses(
            here.hana, next(one for one in ("1. sound, bad", "1. sound") if f"[{one}]" in shown)
        )
        assert "Eva <b>B</b>, yesterday" in opened and "https://example.com/v" in opened and "javascript" not in opened
        assert len(await here.rows(outside)) == 2
        here.bot.clock.advance(timedelta(days=91))  # at once: to live through all of it takes a minute
        await here.bot.passes(days=1)
        assert await here.rows(outside) == []


@pytest.mark.long
async def test_thousands_of_texts_at_once_do_not_hold_the_bot_up() -> None:
    async with board() as here:
        for number in range(300):
            await hands_in(here, str(number), "Eva", f"Mug {number} is lovely, its handle a bit small. " * 8)
        await hands_in(here, "a", "Dan", "There is no sound")
        before = process_time()
        await here.bot.app.turn()
        assert process_time() - before < 4
        assert [text for text in here.hosts() if text.startswith("Cannot wait") and "Dan" in text]
        assert "301 texts by 2 people" in await here.screen(here.hana, "/digest")


def questions_of(file: Path) -> list[tuple[str, str]]:
    """Who asked, and what, in a recorded chat."""
    said = [
        (one["commenter"]["display_name"], one["message"]["body"])
        for one in json.loads(file.read_text("utf-8"))["comments"]
    ]
    return [(author, text) for author, text in said if "?" in re.sub(r"https?://\S+", "", text)]


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
@pytest.mark.parametrize(("file", "many", "name"), CHATS)
async def test_the_questions_of_a_chat_make_a_digest_worth_posting(
    file: Path, many: int, name: str, language: str
) -> None:
    asked = questions_of(file)
    assert len(asked) == many
    async with board(language=language) as here:
        for number, (author, text) in enumerate(asked):
            await hands_in(here, str(number), author, text)
        await here.bot.passes(minutes=1)
        assert not [text for text in here.hosts() if text.startswith(("Cannot wait", "Nepočká"))]
        seen = [await here.screen(here.hana, "/digest")]
        await here.bot.passes(days=1)
        seen += here.hosts()[-1:]
        screens = "\n\n".join(seen)
        if file == REAL_CHAT:
            screens = QUOTE.sub("…", screens)  # strangers' words, which are read there and not kept here
        matches(f"triage/digest-of-{name}.{language}", screens)
