"""Votes at once: each person counts once, also with two accounts at the same moment, on both databases."""

import asyncio

import pytest
import sqlalchemy as sa
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.community.communities import Communities
from bot.core.context import Background
from bot.platforms.local.records import Person
from bot.text.markup import plain
from plugins.challenges._challenge import challenge_of
from plugins.challenges._entry import tally
from plugins.challenges._tables import entries, votes
from tests.plugins.linking import link
from tests.plugins.streaming import Evening, evening

CROWD = 12


async def shown(here: Evening, *people: Person) -> dict[int, str]:
    """A challenge with an entry of each; by entry the button that votes for it."""
    await here.host("/challenge start Your mug")
    tokens = {}
    for number, person in enumerate(people, 1):
        await here.bot.says(person, f"/challenge join By {person.name}")
        await here.bot.presses(here.hana, await token(here, "challenges.show_it", number, 0))
        tokens[number] = await token(here, "challenges.vote", number)
    return tokens


async def token(here: Evening, action: str, *arguments: int) -> str:
    async with here.bot.app.parts.work() as work:
        [community] = await Communities(work).all()
        return Background(here.bot.app.parts, work, community, "challenges").button(action, *arguments).token


async def counted(here: Evening) -> dict[int, int]:
    """Votes by entry, as the end counts them."""
    async with here.bot.app.parts.work() as work:
        [community] = await Communities(work).all()
        ctx = Background(here.bot.app.parts, work, community, "challenges")
        return dict(await tally(ctx, await challenge_of(ctx, 1)))


@pytest.mark.long
async def test_all_who_vote_at_once_are_counted_and_nobody_twice(each_address: str) -> None:
    async with evening(database_url=each_address) as here:
        await here.bot.says(here.hana, "/plugin configure challenges moderated no")
        tokens = await shown(here, here.ann, here.ben)
        people = [here.bot.person(f"Guest {number}") for number in range(CROWD)]
        for person in people:
            await here.bot.says(person, "/ping")
        presses = [here.bot.chat.presses(person, tokens[entry]) for person in people for entry in (1, 2, 1)]
        await asyncio.gather(*presses)
        await here.bot.app.turn()
        assert sum((await counted(here)).values()) == CROWD


@pytest.mark.long
async def test_two_accounts_of_one_person_at_once_are_one_vote(each_address: str) -> None:
    async with evening(database_url=each_address) as here:
        one, other = here.bot.person("Cleo"), here.bot.person("Cleo on the train")
        for person in (one, other):
            await here.bot.says(person, "/ping")
        await link(here.bot, one, other)
        tokens = await shown(here, here.ann, here.ben)
        await asyncio.gather(here.bot.chat.presses(one, tokens[1]), here.bot.chat.presses(other, tokens[2]))
        await here.bot.app.turn()
        assert sum((await counted(here)).values()) == 1
        async with here.bot.app.parts.work() as work:
            assert await work.value(sa.select(sa.func.count()).select_from(votes)) == 1


@pytest.mark.long
async def test_what_comes_in_while_it_is_closed_changes_no_result(each_address: str) -> None:
    async with evening(database_url=each_address) as here:
        tokens = await shown(here, here.ann, here.ben)
        await here.bot.presses(here.ann, tokens[2])
        close = await token(here, "challenges.close_now", 1)
        await asyncio.gather(here.bot.chat.presses(here.hana, close), here.bot.chat.presses(here.ben, tokens[1]))
        await here.bot.app.turn()
        async with here.bot.app.parts.work() as work:
            ended = {row.id: row.votes for row in await work.rows(sa.select(entries.c.id, entries.c.votes))}
        assert ended[2] == 1 and ended[1] in (0, 1) and await counted(here) == {id: n for id, n in ended.items() if n}
        await here.bot.passes(seconds=30)
        told = [plain(shown.message.text) for shown in here.bot.chat.sent if shown.key]
        assert any(f"#2 · {ended[2]} vote" in text for text in told)


WHO = st.integers(0, 3)
STORY = st.lists(st.one_of(st.tuples(st.just("vote"), WHO, st.integers(1, 3)), st.tuples(st.just("link"), WHO, WHO)))


@pytest.mark.long
@settings(max_examples=10, deadline=None)
@example(story=[("vote", 1, 1), ("vote", 3, 1), ("link", 1, 0)])
@example(story=[("vote", 0, 3), ("vote", 3, 2), ("link", 0, 3), ("vote", 3, 1), ("link", 2, 1)])
@given(story=STORY.filter(lambda steps: len(steps) <= 8))
def test_whatever_is_voted_and_linked_one_person_has_one_vote_and_none_for_themselves(
    story: list[tuple[str, int, int]],
) -> None:
    """Four voters of whom three have an entry; whoever is linked is one person from then on."""
    asyncio.run(_tell(story))


async def _tell(story: list[tuple[str, int, int]]) -> None:
    async with evening() as here:
        people = [here.ann, here.ben, here.bot.person("Cleo"), here.bot.person("Dora")]
        for person in people[2:]:
            await here.bot.says(person, "/ping")
        tokens, person_of, last = await shown(here, *people[:3]), list(range(4)), dict[int, tuple[int, int]]()
        for turn, (what, one, other) in enumerate(story):
            await here.bot.passes(seconds=1)
            if what == "vote":
                await here.bot.presses(people[one], tokens[other])
                if person_of[other - 1] != person_of[one]:
                    for account in range(4):
                        if person_of[account] == person_of[one]:
                            last.pop(account, None)
                    last[one] = (turn, other)
            elif person_of[one] != person_of[other]:
                await link(here.bot, people[one], people[other])
                person_of = [person_of[other] if who == person_of[one] else who for who in person_of]
        newest: dict[int, tuple[int, int]] = {}
        for account, cast in last.items():
            newest[person_of[account]] = max(newest.get(person_of[account], cast), cast)
        expected: dict[int, int] = {}
        for voter, (_, entry) in newest.items():
            if person_of[entry - 1] != voter:
                expected[entry] = expected.get(entry, 0) + 1
        assert await counted(here) == expected
