"""Picking testers: by a draw that anybody can work out anew, or by hosts; and hosts' screens in both languages."""

import hashlib
import re

import pytest
import sqlalchemy as sa

from bot.platforms.local.records import GENERAL, Person
from bot.text.markup import plain
from plugins.testers._tables import entries
from tests.plugins.rewarding import Shop, shop
from tests.plugins.test_rewards_draws import by_hand
from tests.snapshots.compare import matches, screen

CODE, TICKET = re.compile(r"[0-9a-f]{64}"), re.compile(r"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}")


def posted(here: Shop) -> str:
    """The newest call's post as everybody reads it."""
    seen = [one for one in here.bot.seen(here.cid) if one.channel == GENERAL and one.key and not one.private]
    return plain(seen[-1].message.text)


async def ask(here: Shop, *people: Person) -> dict[str, Person]:
    """They put themselves forward; by their tickets."""
    tickets = {}
    for person in people:
        told = TICKET.search(await here.presses(person, "I would test it"))
        assert told is not None
        tickets[told[0]] = person
    return tickets


@pytest.mark.long
async def test_a_draw_can_be_worked_out_by_anybody_from_what_was_told_and_its_order_says_who_moves_up() -> None:
    async with shop() as here:
        await here.says(here.hana, "/tester call The new glaze | 1 | lot")
        promised = CODE.search(posted(here))
        tickets = await ask(here, here.ann, here.ben, here.cid)
        told = await here.presses(here.hana, "Draw now")
        assert "In 5 minutes it is drawn by itself" in told
        assert "the list stands" in posted(here)
        [_, listed] = CODE.findall(posted(here))
        await here.presses(here.ann, "Check the draw")
        assert here.bot.seen(here.ann)[-1].message.files[0].name == "draw.txt"
        assert "The secret:" not in here.bot.texts(here.ann)[-1]
        assert "rely on how testers are picked" in await here.presses(here.hana, "First come")
        await here.bot.passes(minutes=6)

        shown = await here.presses(here.cid, "Check the draw")
        published = here.bot.seen(here.cid)[-1].message.files[0].content.decode()
        codes = CODE.findall(shown)
        assert promised is not None and codes[0] == promised[0]
        assert listed == hashlib.sha256(published.encode()).hexdigest() == codes[1]
        order = by_hand(codes[2], published)
        assert f"{', '.join(order)}" in shown and "the secret is the one that was promised" in shown
        assert codes[2] in posted(here)
        first, second, third = (tickets[ticket] for ticket in order)
        assert "Say yes until" in here.told(first)[-1]
        assert "not drawn" in here.told(second)[-1] and "not drawn" in here.told(third)[-1]
        await here.presses(first, "I cannot after all")
        assert "Say yes until" in here.told(second)[-1] and "not drawn" in here.told(third)[-1]
        assert f"so the next moved up: {order[0]}" in await here.presses(third, "Check the draw")


@pytest.mark.long
async def test_hosts_choose_by_hand_no_more_than_there_are_places_and_are_told_when_one_is_free_again() -> None:
    async with shop() as here:
        await here.says(here.hana, "/tester call The new glaze | 1 | by hand")
        for person in (here.ann, here.ben):
            assert "You are on the list" in await here.presses(person, "I would test it")
        await here.bot.passes(days=3, minutes=1)
        assert any("2 people did, and one tester is wanted" in text for text in here.hosts())
        await here.presses(here.hana, "Who is in")
        assert "Ben is asked" in await here.presses(here.hana, "Take Ben")
        assert "is taken" in await here.presses(here.hana, "Take Ann")
        await here.presses(here.ben, "I cannot after all")
        assert any("one place is free again, and one person waits" in text for text in here.hosts())
        assert "Ann is asked" in await here.presses(here.hana, "Take Ann")
        await here.presses(here.ann, "I will test it")
        await here.bot.passes(minutes=1)
        assert "1 of 1 places are taken" in posted(here)


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
async def test_hosts_and_members_read_it_in_their_language(language: str) -> None:
    words = WORDS[language]
    async with shop(language=language) as here:
        seen = {person.user_id: len(here.bot.seen(person)) for person in (here.hana, here.ann, here.ben, here.cid)}
        await here.says(here.hana, words["call"])
        await here.presses(here.hana, words["where"])
        await here.presses(here.hana, words["new"])
        for person in (here.ann, here.ben):
            await here.presses(person, words["would"])
        await here.says(here.ann, "/testers")
        await here.presses(here.ann, "Glaze")
        await here.presses(here.ann, words["found"])
        await here.fill(here.ann, text="=A1 cracks", stars="3")
        await here.says(here.ben, "/testers")
        await here.says(here.hana, "/tester list")
        await here.presses(here.hana, "Glaze")
        for button in ("who", "read", "csv", "remind", "close", "close now"):
            await here.presses(here.hana, words[button])
        [file] = [file for one in here.bot.seen(here.hana) for file in one.message.files]
        assert "'=A1 cracks" in file.content.decode("utf-8-sig")
        await here.bot.passes(minutes=1)
        parts = [
            f"== {person.name}\n\n" + screen(here.bot.seen(person)[seen[person.user_id] :])
            for person in (here.hana, here.ann, here.ben)
        ]
        matches(f"testers/whole.{language}", "\n\n".join(parts))


WORDS = {
    "en": {
        "call": "/tester call Glaze | 1 | tomorrow 18:00 | 2026-11-30 18:00",
        "where": "Private place",
        "new": "New private thread on Local",
        "would": "I would test it",
        "found": "Say what you found",
        "who": "Who is in",
        "read": "What they found",
        "csv": "As a table",
        "remind": "Remind",
        "close": "Close",
        "close now": "Close it now",
    },
    "cs": {
        "call": "/tester call Glaze | 1 | zítra 18:00 | 2026-11-30 18:00",
        "where": "Soukromé místo",
        "new": "Nové soukromé vlákno: Local",
        "would": "Vyzkouším to",
        "found": "Říct, co z\u00a0toho vyšlo",
        "who": "Kdo se hlásí",
        "read": "Co z\u00a0toho vyšlo",
        "csv": "Jako tabulka",
        "remind": "Připomenout",
        "close": "Uzavřít",
        "close now": "Opravdu uzavřít",
    },
}


@pytest.mark.long
async def test_a_call_that_is_filled_in_is_a_draft_until_it_is_posted_and_can_be_changed_after_that() -> None:
    async with shop() as here:
        await here.says(here.hana, "/tester call")
        told = await here.fill(here.hana, title="The new glaze", about="Bring a mug.", seats="2", until="", due="")
        assert "A draft; nobody sees it yet." in told and "due as usual" in told
        assert not [one for one in here.bot.seen(here.cid) if one.key]
        assert "Picked: by draw" in await here.presses(here.hana, "By draw")
        await here.presses(here.hana, "First come")
        await here.presses(here.hana, "Post it")
        assert "Bring a mug." in posted(here)
        for person in (here.ann, here.ben):
            await here.presses(person, "I would test it")
        await here.presses(here.hana, "Words and times")
        form = {"title": "The new glaze", "about": "", "until": "", "due": ""}
        assert "2 people have a place" in await here.fill(here.hana, **form, seats="1")
        await here.presses(here.cid, "I would test it")
        await here.presses(here.hana, "Words and times")
        assert "Saved." in await here.fill(here.hana, **form, seats="3")
        assert "Say yes until" in here.told(here.cid)[-1]
        async with here.bot.app.parts.work() as work:
            states = await work.rows(sa.select(entries.c.state).order_by(entries.c.id))
        assert [state for (state,) in states] == ["testing", "testing", "asked"]
        await here.says(here.hana, "/tester call Another | 1")
        await here.says(here.hana, "/tester list")
        await here.presses(here.hana, "Another")
        await here.presses(here.hana, "Close")
        await here.presses(here.hana, "Close it now")
        assert "Thanks to everybody" in posted(here)
