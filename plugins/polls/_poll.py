"""A poll: what it asks, who may answer it and how, and how it is found."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import SCORES, STARS, Background, Rule, Scale, UserError, read_rule
from plugins.polls._tables import polls


class Kind(Enum):
    """How a poll is answered."""

    SINGLE = "single"
    SEVERAL = "several"
    RANKED = "ranked"
    SCORE = "score"  # 0 to 10
    STARS = "stars"  # 1 to 5
    WORDS = "words"

    @property
    def has_options(self) -> bool:
        """Whether one chooses among answers that somebody thought of before."""
        return self in (Kind.SINGLE, Kind.SEVERAL, Kind.RANKED)

    @property
    def scale(self) -> Scale | None:
        """The figures that can be given; None where something else is asked."""
        return {Kind.SCORE: SCORES, Kind.STARS: STARS}.get(self)


class Secrecy(Enum):
    """Who can know what somebody answered."""

    PUBLIC = "public"  # everybody can, in the network's own poll where it fits
    OPEN = "open"  # hosts can
    ANONYMOUS = "anonymous"  # nobody can, not even whoever runs the bot
    ANSWERABLE = "answerable"  # nobody can; a host's answer reaches them all the same

    @property
    def is_anonymous(self) -> bool:
        return self in (Secrecy.ANONYMOUS, Secrecy.ANSWERABLE)


class State(Enum):
    """Where a poll stands."""

    DRAFT = "draft"
    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


class Poll(Struct, frozen=True):
    """One poll. `options` are its answers in their order, the first is the place 1; times are aware, in UTC.

    `only_stream`: whoever was at the stream `stream_id` may vote. `with_stream`: it closes with that stream.
    `is_native`: the network itself shows it. `shown` are an anonymous one's figures as they were shown last.
    """

    id: int
    kind: Kind
    question: str
    secrecy: Secrecy
    state: State
    rule: Rule | None
    stream_id: int | None
    only_stream: bool
    with_stream: bool
    hides: bool
    minutes: int | None
    made_by: int | None
    opens_at: datetime | None
    closes_at: datetime | None
    closed_at: datetime | None
    is_due: bool
    is_native: bool
    shown: str | None
    options: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.state is State.OPEN

    @property
    def is_anonymous(self) -> bool:
        return self.secrecy.is_anonymous

    def takes_votes(self, now: datetime) -> bool:
        """Whether somebody can vote at that moment; what closes in it is closed."""
        return self.is_open and (self.closes_at is None or now < self.closes_at)

    def option(self, place: int) -> str:
        """The answer at that place. Raises UserError for one that the poll does not have."""
        if not 1 <= place <= len(self.options):
            raise UserError("polls-no-such-answer")
        return self.options[place - 1]


_NAMES = tuple(name for name in Poll.__struct_fields__ if name != "options")
_ALL: Final = sa.select(*(polls.c[name] for name in _NAMES), polls.c.answers).where(
    polls.c.community_id == sa.bindparam("community")
)
_ONE: Final = _ALL.where(polls.c.id == sa.bindparam("poll"))


def rule_text(rule: Rule | None) -> str | None:
    """A rule as it is kept."""
    return None if rule is None else rule.model_dump_json()


async def poll_of(ctx: Background, poll_id: int) -> Poll:
    """The community's poll of that id. Raises UserError when there is none."""
    return _found(await ctx.db.row(_ONE, {"community": ctx.community.id, "poll": poll_id}))


async def locked(ctx: Background, poll_id: int) -> Poll:
    """The same; until the work is done nobody else opens, closes or changes it."""
    await ctx.db.transaction()
    return _found(await ctx.db.row(_ONE.with_for_update(), {"community": ctx.community.id, "poll": poll_id}))


async def polls_in(ctx: Background, *states: State) -> list[Poll]:
    """The community's polls in these states, the newest first."""
    query = _ALL.where(_are_in(states)).order_by(polls.c.id.desc())
    return [_poll(row) for row in await ctx.db.rows(query, {"community": ctx.community.id})]


async def some_polls(ctx: Background, *states: State, limit: int, skip: int) -> list[Poll]:
    """A piece of the same."""
    query = _ALL.where(_are_in(states)).order_by(polls.c.id.desc()).limit(limit).offset(skip)
    return [_poll(row) for row in await ctx.db.rows(query, {"community": ctx.community.id})]


def _are_in(states: Sequence[State]) -> sa.ColumnElement[bool]:
    return polls.c.state.in_([state.value for state in states])


async def count_polls(ctx: Background, *states: State) -> int:
    """How many polls are in these states."""
    which = (polls.c.community_id == ctx.community.id) & _are_in(states)
    return int(await ctx.db.value(sa.select(sa.func.count()).select_from(polls).where(which)))


async def change(ctx: Background, poll_id: int, **values: Any) -> None:
    """Change some of what a poll is."""
    await ctx.db.execute(sa.update(polls).where(polls.c.id == poll_id).values(**values))


def _found(row: sa.Row[Any] | None) -> Poll:
    if row is None:
        raise UserError("polls-not-here")
    return _poll(row)


def _poll(row: Any) -> Poll:
    values = {name: getattr(row, name) for name in _NAMES}
    values |= {"kind": Kind(row.kind), "secrecy": Secrecy(row.secrecy), "state": State(row.state)}
    rule = read_rule(row.rule) if row.rule else None
    return Poll(**{**values, "rule": rule}, options=tuple(row.answers.splitlines()))


def ends_of(poll: Poll) -> str:
    """How a poll ends, as texts choose their words by it: "closed" for one that has."""
    if poll.state is State.CLOSED:
        return "closed"
    if poll.with_stream:
        return "stream"
    return "never" if poll.closes_at is None else "time"
