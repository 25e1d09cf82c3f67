"""Whatever people do, a poll comes to one vote for each of them; and its figures are those that others reckon too."""

import asyncio
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.community.scores import FEWEST_ANSWERS, promoters
from bot.platforms.local.records import Person
from plugins.polls._counting import PLACES, figures
from plugins.polls._poll import Kind, Poll, Secrecy, State
from tests.plugins.linking import Evening, evening
from tests.plugins.polling import TEA

ACCOUNTS = 4


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody votes for a place, or two accounts are linked, or somebody's link is taken apart."""

    what: str
    who: int
    other: int = 0


ACTS = st.lists(
    st.one_of(
        st.builds(Act, st.just("vote"), st.integers(0, ACCOUNTS - 1), st.integers(1, 2)),
        st.builds(Act, st.just("link"), st.integers(0, ACCOUNTS - 1), st.integers(0, ACCOUNTS - 1)),
        st.builds(Act, st.just("unlink"), st.integers(0, ACCOUNTS - 1)),
    ),
    max_size=14,
)


@dataclass(slots=True)
class Slow:
    """The obvious reckoning: each vote is that of whoever acted; of several that are one person's the newest counts."""

    votes: dict[int, tuple[int, int]] = field(default_factory=dict)  # by member: when, and for which place

    def vote(self, member_id: int, moment: int, place: int) -> None:
        self.votes[member_id] = (moment, place)

    def result(self, acting: dict[int, int]) -> Counter[int]:
        newest: dict[int, tuple[int, int]] = {}
        for member_id, vote in self.votes.items():
            person = acting[member_id]
            newest[person] = max(newest.get(person, (-1, 0)), vote)
        return Counter(place for _, place in newest.values())


@pytest.mark.long
@given(ACTS)
def test_a_person_has_one_vote_whatever_is_linked_and_taken_apart(acts: Sequence[Act]) -> None:
    asyncio.run(_one_vote_each(acts))


async def _one_vote_each(acts: Sequence[Act]) -> None:
    async with evening() as here:
        people = [here.ann, here.nina, here.ben, here.bot.person("Cleo")]
        for person in people:
            await here.bot.says(person, "/ping")
        await here.bot.says(here.olga, TEA)
        slow = Slow()
        for moment, act in enumerate(acts):
            await _does(here, people, act, slow, moment)
            await here.bot.passes(seconds=1)
        own = [await here.own_id(person) for person in people]
        acting = {member_id: (await here.member(person)).id for member_id, person in zip(own, people, strict=True)}
        await here.bot.presses(here.olga, "Close the poll")
        expected = slow.result(acting)
        said = "\n".join(here.bot.texts(here.olga))
        if not expected:
            assert "No votes yet." in said.rpartition("Closed")[2]
            return
        for place, label in ((1, "Green"), (2, "Black")):
            assert f"{label} · {expected[place]} · " in said.rpartition("Closed")[2], said


async def _does(here: Evening, people: Sequence[Person], act: Act, slow: Slow, moment: int) -> None:
    who, other = people[act.who], people[act.other]
    if act.what == "vote":
        await here.bot.presses(who, ("Green", "Black")[act.other - 1])
        slow.vote((await here.member(who)).id, moment, act.other)
    elif act.what == "link" and who is not other and not await here.are_one(who, other):
        await here.link(who, other)
    elif act.what == "unlink" and "Take apart" in await here.says(who, "/unlink"):
        await here.presses(who, "Take apart")


SPREADS = st.dictionaries(st.integers(0, 10), st.integers(0, 40))


@given(SPREADS)
def test_the_net_promoter_score_and_its_margin_are_those_of_another_reckoning(spread: dict[int, int]) -> None:
    worth = [1 if value >= 9 else -1 if value <= 6 else 0 for value, times in spread.items() for _ in range(times)]
    found = promoters(spread)
    if len(worth) < FEWEST_ANSWERS:
        assert found is None
        return
    assert found is not None
    assert math.isclose(found.score, 100 * sum(worth) / len(worth), abs_tol=1e-9)
    error = stdev(worth) / math.sqrt(len(worth)) * 1.96 * 100
    assert (found.margin is None and error < 1e-4) or math.isclose(found.margin or 0, error, rel_tol=1e-9)


CHOICES = st.lists(st.lists(st.integers(1, 4), min_size=1, max_size=PLACES, unique=True), max_size=30)


@given(CHOICES, st.sampled_from([Kind.SINGLE, Kind.SEVERAL, Kind.RANKED]))
def test_figures_come_to_what_each_vote_adds(votes: list[list[int]], kind: Kind) -> None:
    votes = [vote[:1] for vote in votes] if kind is Kind.SINGLE else votes
    found = figures(_poll(kind), Counter(",".join(map(str, vote)) for vote in votes))
    assert found.people == len(votes)
    for place, row in enumerate(found.rows, 1):
        assert row.votes == sum(place in vote for vote in votes)
        points = sum(3 - vote.index(place) for vote in votes if place in vote)
        assert row.points == (points if kind is Kind.RANKED else row.votes)
    if kind is Kind.SINGLE:
        assert sum(row.votes for row in found.rows) == len(votes)


def _poll(kind: Kind) -> Poll:
    return Poll(
        id=1,
        kind=kind,
        question="Which?",
        secrecy=Secrecy.OPEN,
        state=State.OPEN,
        rule=None,
        stream_id=None,
        only_stream=False,
        with_stream=False,
        hides=False,
        minutes=None,
        made_by=None,
        opens_at=None,
        closes_at=None,
        closed_at=None,
        is_due=False,
        is_native=False,
        shown=None,
        options=("a", "b", "c", "d"),
    )
