"""Draws: kept stock, one ticket each, and fair so that anybody can check it with what was told."""

import hashlib
import re
import subprocess
import sys
from collections import Counter as Count
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from bot.community import drawing
from bot.community.drawing import Lot, drawn, list_of, read_list
from bot.storage.database import Database
from bot.storage.tables import member_facts
from plugins.rewards._tables import entries
from tests.plugins.rewarding import Shop, shop

TICKET = re.compile(r"\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\b")


def by_hand(secret: str, published: str) -> list[str]:
    """The draw as the README tells people to work it out, written anew."""
    lots = [line.split() for line in published.splitlines()]
    fingerprint, order = hashlib.sha256(published.encode()).hexdigest(), []
    for turn in range(1, len(lots) + 1):
        heap = [ticket for ticket, weight in lots for _ in range(int(weight)) if ticket not in order]
        number = int(hashlib.sha256(f"{secret} {fingerprint} {turn}".encode()).hexdigest(), 16)
        order.append(heap[number % len(heap)])
    return order


async def open_draw(here: Shop, winners: int = 1, more: str = "") -> str:
    """A draw among all; what was posted."""
    await here.offer("content", "Mug", content="hello", stock="3")
    assert "kept for" in await here.says(here.mona, f"/draw start Mug {winners} tomorrow 20:00 {more}")
    return here.bot.texts(here.ann)[-1]


async def enter(here: Shop, *people: object) -> dict[str, object]:
    """Everybody's ticket."""
    found = {}
    for person in people:
        told = await here.presses(person, "I’m in")  # type: ignore[arg-type]
        match = TICKET.search(told)
        assert match is not None
        found[match[0]] = person
    return found


@pytest.mark.long
async def test_a_draw_is_checked_by_anybody_with_what_was_told_and_a_few_lines() -> None:
    async with shop() as here:
        opened = await open_draw(here)
        commitment = re.search(r"fingerprint: ([0-9a-f]{64})", opened)
        tickets = await enter(here, here.ann, here.ben, here.cid)
        await here.bot.passes(days=1, hours=1, minutes=5)
        closed = next(text for text in here.bot.texts(here.ben) if "is closed, with 3 tickets" in text)
        fingerprint = re.search(r"fingerprint: ([0-9a-f]{64})", closed)
        await here.bot.passes(minutes=10)
        done = next(text for text in here.bot.texts(here.ben) if text.startswith("Drawn: Mug"))
        secret = re.search(r"The secret: ([0-9a-f]{64})", done)
        assert "secret, list and winners agree" in await here.presses(here.ben, "Check it")
        published = here.bot.seen(here.ben)[-1].message.files[0].content.decode()
        assert commitment and fingerprint and secret
        assert hashlib.sha256(secret[1].encode()).hexdigest() == commitment[1]
        assert hashlib.sha256(published.encode()).hexdigest() == fingerprint[1]
        first = by_hand(secret[1], published)[0]
        winner = tickets[first]
        assert f"The ticket that won: {first} ({winner.name})" in done  # type: ignore[attr-defined]
        assert f"Your ticket {first} won “Mug”. It is yours." in here.told(winner)  # type: ignore[arg-type]
        assert await here.states() == ["granted"]


@pytest.mark.long
async def test_what_is_drawn_is_kept_until_then_and_free_afterwards() -> None:
    async with shop() as here:
        await open_draw(here, winners=2)
        assert "1 left" in await here.says(here.ann, "/rewards Mug")
        assert "only 1 left" in await here.says(here.mona, "/draw start Mug 2 tomorrow 21:00")
        assert "there cannot be fewer" in await here.says(here.mona, "/reward stock Mug 1")
        await enter(here, here.ann)
        await here.bot.passes(days=1, hours=2)
        assert await here.states() == ["granted"]
        assert "2 left" in await here.says(here.ben, "/rewards Mug")


@pytest.mark.long
async def test_what_nobody_could_be_given_is_not_drawn() -> None:
    async with shop() as here:
        await here.make("content", "Mug")
        assert "First write what is in it" in await here.says(here.mona, "/draw start Mug 1 tomorrow 20:00")
        await here.make("role", "Regular")
        assert "First choose what it opens" in await here.says(here.mona, "/draw start Regular 1 tomorrow 20:00")
        assert "There is no draw" in await here.says(here.ann, "/draw check")


@pytest.mark.long
async def test_an_open_draw_is_called_off_and_what_it_kept_goes_to_who_waits() -> None:
    async with shop() as here:
        await open_draw(here, winners=3)
        await enter(here, here.ann)
        await here.says(here.ben, "/rewards Mug")
        await here.presses(here.ben, "Wait for one")
        assert "Nobody wins, and everybody is told" in await here.says(here.mona, "/draw cancel")
        assert "The draw of “Mug” is called off." in await here.presses(here.mona, "Call it off")
        assert "The draw of Mug is called off. Nobody wins" in here.bot.texts(here.cid)[-1]
        assert "“Mug” is free for you" in here.told(here.ben)[-1]
        assert "was called off before" in await here.presses(here.mona, "Call it off")
        assert "was called off before it closed" in await here.presses(here.cid, "I’m in")
        told = await here.says(here.cid, "/draw check")
        assert "was called off before it closed" in told and "The secret:" not in told
        await here.bot.passes(days=2)
        assert await here.states() == ["lapsed"]


@pytest.mark.long
async def test_a_draw_whose_list_stands_cannot_be_called_off() -> None:
    async with shop() as here:
        await open_draw(here)
        await enter(here, here.ann)
        await here.says(here.mona, "/draw cancel")
        await here.bot.passes(days=1, hours=1, minutes=2)
        assert "is closed" in await here.presses(here.mona, "Call it off")
        assert "There is no draw" in await here.says(here.mona, "/draw cancel")
        await here.bot.passes(minutes=10)
        assert await here.states() == ["granted"]


@pytest.mark.long
async def test_who_was_at_more_streams_has_a_ticket_that_counts_more() -> None:
    async with shop() as here:
        async with here.bot.app.parts.work() as work:
            seen = ((here.ann, 3), (here.ben, 40))
            rows = [{"member_id": await here.id_of(who), "fact": "streams_attended", "number": n} for who, n in seen]
            await work.execute(sa.insert(member_facts).values(rows))
        assert "one more for each stream you were at, up to ten" in await open_draw(here, more="streams")
        told = [await here.presses(person, "I’m in") for person in (here.ann, here.ben, here.cid)]
        assert [re.search(r"counts (\d+) times", text) and text.split("counts ")[1][:2] for text in told] == [
            "4 ",
            "10",
            None,
        ]
        await here.says(here.mona, "/draw close")
        await here.presses(here.mona, "Close it now")
        await here.presses(here.ann, "Check it")
        published = here.bot.seen(here.ann)[-1].message.files[0].content.decode()
        assert sorted(int(line.split()[1]) for line in published.splitlines()) == [1, 4, 10]


@pytest.mark.long
async def test_nobody_has_two_tickets_and_a_closed_draw_takes_nobody_in() -> None:
    async with shop() as here:
        await open_draw(here)
        first = TICKET.search(await here.presses(here.ann, "I’m in"))
        again = await here.presses(here.ann, "I’m in")
        assert first and first[0] in again and "already" in again
        await here.says(here.mona, "/draw close")
        assert "is closed" in await here.presses(here.mona, "Close it now")
        assert "is closed" in await here.presses(here.ben, "I’m in")
        assert "secret" not in (await here.says(here.ben, "/draw check")).split("The list")[1]


@pytest.mark.long
async def test_only_who_may_have_the_reward_is_in_its_draw() -> None:
    async with shop() as here:
        await here.make("content", "Mug", content="hello")
        await here.presses(here.mona, "Rule")
        await here.presses(here.mona, "Add a condition")
        await here.presses(here.mona, "Streams attended")
        told = await here.fill(here.mona, how="at_least", value="1")
        assert "“Mug” is for whoever has at least 1 stream attended." in told
        assert "Nobody fulfils that now." in told
        await here.presses(here.mona, "Done")
        await here.presses(here.mona, "Put on offer")
        await here.says(here.mona, "/draw start Mug 1 tomorrow 20:00")
        assert "You are not in it" in await here.presses(here.ann, "I’m in")
        assert "Opens with: 1 more stream" in await here.says(here.ann, "/rewards Mug")


@pytest.mark.long
async def test_a_ticket_of_somebody_who_was_forgotten_stays_in_the_list_and_wins_nothing() -> None:
    async with shop() as here:
        await open_draw(here, winners=3)
        await enter(here, here.ann, here.ben)
        await here.says(here.ann, "/forget")
        await here.presses(here.ann, "Forget me")
        await here.bot.passes(days=1, hours=2)
        told = await here.presses(here.ben, "Check it")
        assert "with 2 tickets" in told
        assert "agree" in told and "does not" not in told
        assert await here.states() == ["granted"]


@pytest.mark.long
async def test_a_list_that_was_changed_afterwards_does_not_agree() -> None:
    async with shop() as here:
        await open_draw(here)
        await enter(here, here.ann, here.ben)
        await here.bot.passes(days=1, hours=2)
        database: Database = here.bot.app.parts.database
        async with database.write() as transaction:
            await transaction.execute(sa.update(entries).values(weight=5).where(entries.c.place.is_not(None)))
        assert "does not agree" in await here.presses(here.ben, "Check it")


lots = st.lists(
    st.builds(Lot, st.from_regex(TICKET, fullmatch=True), st.integers(1, 10)),
    max_size=12,
    unique_by=lambda one: one.ticket,
)


@given(some=lots, secret=st.text("0123456789abcdef", min_size=64, max_size=64))
def test_every_ticket_is_drawn_once_as_anybody_works_it_out(some: list[Lot], secret: str) -> None:
    published = list_of(some)
    assert read_list(published) == sorted(some, key=lambda lot: lot.ticket)
    assert list(drawn(secret, published)) == by_hand(secret, published)


def test_what_the_readme_tells_people_to_run_draws_the_same(tmp_path: Path) -> None:
    published, secret = (
        list_of([Lot(f"{letter * 4}-{letter * 4}", 1 + place) for place, letter in enumerate("ABCDEFGH")]),
        "5",
    )
    blocks = re.findall(r"```python\n(.*?)```", (Path(__file__).parents[2] / "README.md").read_text(), re.DOTALL)
    [program] = [block for block in blocks if "draw.txt" in block]
    (tmp_path / "draw.txt").write_text(published)
    done = subprocess.run(
        [sys.executable, "-c", program, secret], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    head, *lines = done.stdout.splitlines()
    assert head == f"secret {drawing.digest(secret)} list {drawing.digest(published)}"
    assert [line.split()[1] for line in lines] == list(drawn(secret, published))


def test_a_ticket_of_weight_three_wins_three_times_as_often() -> None:
    published = list_of([Lot("AAAA-AAAA", 3), Lot("BBBB-BBBB", 1)])
    won = Count(next(drawn(f"{number:064x}", published)) for number in range(4000))
    assert 2850 < won["AAAA-AAAA"] < 3150


def test_tickets_and_secrets_are_all_different() -> None:
    assert len({drawing.new_ticket() for _ in range(2000)}) == 2000
    assert len({drawing.new_secret() for _ in range(100)}) == 100
