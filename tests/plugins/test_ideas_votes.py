"""Votes are one for each person, whatever is pressed twice, taken back, linked, parted, merged or forgotten."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field

import pytest
import sqlalchemy as sa
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.core.context import Context
from bot.errors import UserError
from bot.storage.tables import members
from plugins.ideas import _deciding, _merging, _showing, _voting
from plugins.ideas._idea import State, idea_of
from plugins.ideas._tables import ideas, told, votes
from tests.plugins.urn import Urn, urn

PEOPLE, IDEAS = 5, 3
ACTS = ("vote", "vote", "vote", "again", "back", "link", "link", "part", "merge", "apart", "forget")
Act = tuple[str, int, int]
acts = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, PEOPLE - 1), st.integers(0, 11)), max_size=30)


@dataclass
class Slips:
    """The same reckoned slowly: a slip of paper for each vote, whose it is, and into which box each idea goes."""

    slips: set[tuple[int, int]] = field(default_factory=set)  # idea, member
    acts_for: dict[int, int] = field(default_factory=dict)
    box: dict[int, int] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)

    def person(self, member: int) -> int:
        return self.acts_for.get(member, member)

    def boxed(self, idea: int) -> int:
        return self.box.get(idea, idea)

    def of(self, member: int, idea: int) -> list[tuple[int, int]]:
        """The slips of one person in one box."""
        who, where = self.person(member), self.boxed(idea)
        return [slip for slip in self.slips if self.boxed(slip[0]) == where and self.person(slip[1]) == who]

    def vote(self, member: int, idea: int) -> None:
        if not self.of(member, idea):
            self.slips.add((self.boxed(idea), self.person(member)))

    def take_back(self, member: int, idea: int) -> None:
        self.slips.difference_update(self.of(member, idea))

    def merge(self, one: int, into: int) -> bool:
        if one in self.box or into in self.box or one == into:
            return False
        self.box |= {inside: into for inside, where in self.box.items() if where == one} | {one: into}
        return True

    def count(self, everything: Iterable[int]) -> dict[int, int]:
        """How many people have a slip in each box."""
        boxes = [idea for idea in everything if idea not in self.box]
        return {
            box: len({self.person(member) for idea, member in self.slips if self.boxed(idea) == box}) for box in boxes
        }


async def do(here: Urn, slips: Slips, act: Act, every: list[int]) -> None:
    """One thing that somebody does, in the bot and on paper; a refusal changes neither."""
    what, who, which = act
    member, idea, other = here.members[who], every[which % IDEAS], every[(which // 3) % IDEAS]
    if member in slips.gone or (what in ("vote", "again", "back") and not await is_open(here, idea)):
        return
    match what:
        case "vote" | "again":
            for _ in range(1 + (what == "again")):
                async with here.at(member) as ctx:
                    await _voting.vote(ctx, idea, ctx.member.id)
            slips.vote(member, idea)
        case "back":
            async with here.at(member) as ctx:
                await _voting.take_back(ctx, idea, ctx.member.id)
            slips.take_back(member, idea)
        case "link" | "part":
            await link(here, slips, member, here.members[which % PEOPLE] if what == "link" else None)
        case "merge":
            await agree(here, slips.merge(idea, other), lambda ctx: _merging.merge(ctx, idea, other))
        case "apart":
            await agree(here, slips.box.pop(idea, None) is not None, lambda ctx: _merging.take_apart(ctx, idea))
        case _:
            whole = [one for one in here.members if slips.person(one) == slips.person(member)]
            for one in whole:
                await here.bot.app.parts.holdings.erase(here.bot.app.parts.database, one)
            slips.gone.update(whole)
            slips.slips = {slip for slip in slips.slips if slip[1] not in whole}


async def is_open(here: Urn, idea_id: int) -> bool:
    """Whether there is still somebody whose words it is."""
    async with here.at() as ctx:
        return (await idea_of(ctx, idea_id)).is_shown


async def agree(here: Urn, on_paper: bool, act: Callable[[Context], Awaitable[object]]) -> None:
    """The bot does it or refuses, as the paper says."""
    try:
        async with here.at() as ctx:
            await act(ctx)
    except UserError:
        assert not on_paper
    else:
        assert on_paper


async def link(here: Urn, slips: Slips, member: int, into: int | None) -> None:
    """Links are one step deep: who acts for others, or is acted for, is linked with nobody else."""
    busy = set(slips.acts_for) | set(slips.acts_for.values())
    if into is not None and (into == member or into in slips.gone or member in busy or into in slips.acts_for):
        return
    async with here.bot.app.parts.work() as work:
        await work.execute(sa.update(members).where(members.c.id == member).values(counts_for=into))
    slips.acts_for.pop(member, None)
    if into is not None:
        slips.acts_for[member] = into


@pytest.mark.long
@settings(max_examples=25, deadline=None)
@given(acts)
@example([("link", 0, 1), ("vote", 2, 1), ("back", 0, 0), ("link", 3, 4), ("merge", 0, 3), ("part", 0, 0)])
def test_each_person_counts_once_whatever_happens(todo: list[Act]) -> None:
    asyncio.run(_reckons(todo))


async def _reckons(todo: list[Act]) -> None:
    async with urn(PEOPLE) as here:
        slips = Slips()
        every = []
        for number in range(IDEAS):
            every.append(await here.give(here.members[number], f"Idea {number}"))
            slips.vote(here.members[number], every[-1])
        for who in range(PEOPLE):
            await do(here, slips, ("vote", who, 0), every)
        for act in todo:
            await do(here, slips, act, every)
            assert await here.count() == slips.count(every), act


# ---- at once, on both databases -----------------------------------------------------------------------------------


async def refusals(*doing: Awaitable[object]) -> list[str]:
    """Do all of it at once; why some was refused."""
    done = await asyncio.gather(*doing, return_exceptions=True)
    wrong = [one for one in done if isinstance(one, BaseException) and not isinstance(one, UserError)]
    assert not wrong, wrong
    return [one.key for one in done if isinstance(one, UserError)]


@pytest.mark.long
async def test_a_press_that_arrives_many_times_is_one_vote(each_address: str) -> None:
    async with urn(2, database_url=each_address) as here:
        idea = await here.give(here.members[0], "Mugs")

        async def votes_again() -> None:
            async with here.at(here.members[1]) as ctx:
                await _voting.vote(ctx, idea, ctx.member.id)

        assert await refusals(*(votes_again() for _ in range(15))) == []
        assert await here.count() == {idea: 2} and len(await here.rows(votes)) == 2


@pytest.mark.long
async def test_a_crowd_votes_while_ideas_are_merged_and_nobody_counts_twice(each_address: str) -> None:
    async with urn(20, database_url=each_address) as here:
        one, other = await here.give(here.members[0], "Mugs"), await here.give(here.members[1], "Cups")

        async def votes_for(member: int, idea: int) -> None:
            async with here.at(member) as ctx:
                await _voting.vote(ctx, idea, ctx.member.id)

        async def merges() -> None:
            async with here.at() as ctx:
                await _merging.merge(ctx, one, other)

        crowd = [votes_for(member, idea) for member in here.members[:20] for idea in (one, other)]
        assert await refusals(*crowd[:20], merges(), *crowd[20:]) == []
        assert await here.count() == {other: 20}


async def test_two_hosts_who_merge_crosswise_make_no_circle(each_address: str) -> None:
    async with urn(2, database_url=each_address) as here:
        one, other = await here.give(here.members[0], "Mugs"), await here.give(here.members[1], "Cups")

        async def merges(idea: int, into: int) -> None:
            async with here.at() as ctx:
                await _merging.merge(ctx, idea, into)

        assert await refusals(merges(one, other), merges(other, one)) == ["ideas-merged-before"]
        assert sorted(row.merged_into or 0 for row in await here.rows(ideas))[0] == 0
        assert list((await here.count()).values()) == [2]


async def test_of_hosts_who_decide_at_once_one_is_heard(each_address: str) -> None:
    async with urn(1, database_url=each_address) as here:
        idea = await here.give(here.members[0], "Mugs")

        async def decides(ctx: Context, state: State) -> None:
            await _deciding.decide(ctx, idea, 0, state, "words")

        async def one(state: State) -> None:
            async with here.at() as ctx:
                await decides(ctx, state)

        states = (State.PLANNED, State.DONE, State.DECLINED, State.PLANNED)
        assert await refusals(*(one(state) for state in states)) == ["ideas-decided-meanwhile"] * 3
        [row] = await here.rows(ideas)
        assert row.turn == 1


async def test_the_board_a_page_and_the_telling_are_the_same_on_both(each_address: str) -> None:
    async with urn(3, database_url=each_address) as here:
        one, other = await here.give(here.members[0], "Mugs"), await here.give(here.members[1], "Cups")
        async with here.at(here.members[2]) as ctx:
            await _voting.vote(ctx, other, ctx.member.id)
            shown, _ = await _showing.board(ctx, _showing.Which.OPEN, _showing.Order.VOTES, 1)
        assert [line[:2] for line in shown.splitlines()[1:]] == [f"#{other}", f"#{one}"]
        async with here.at() as ctx:
            idea = await _deciding.decide(ctx, other, 0, State.PLANNED, "words")
            await _deciding.tell(ctx, idea.id, idea.turn, by=ctx.member.id)
            await _deciding.tell(ctx, idea.id, idea.turn, by=ctx.member.id)
            text, _ = await _showing.page(ctx, idea)
        assert "2 votes" in text
        assert sorted(row.member_id for row in await here.rows(told)) == sorted(here.members[1:3])
