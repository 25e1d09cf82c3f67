"""An idea: what it says, how it stands, and how it is found."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import Background, Choice, Context, Role, UserError, counts_for, echoed, folded, matching, parts_of
from plugins.ideas._tables import ideas, votes, words

LOOKED_AT: Final = 500
"""Among so many of the newest an idea is found by its words, which are sealed."""

SHOWN_AS_CHOICE: Final = 80


class State(Enum):
    """How an idea stands."""

    NEW = "new"
    PLANNED = "planned"
    DONE = "done"
    DECLINED = "declined"

    @property
    def is_open(self) -> bool:
        """Whether a vote can still say something."""
        return self in (State.NEW, State.PLANNED)


class Idea(Struct, frozen=True):
    """One idea. `title` is "" once whoever wrote it was forgotten; `votes` are people, each counted once.

    `turn` counts the hosts' decisions. `merged_into` is another one, into which this one went.
    """

    id: int
    member_id: int | None
    given_at: datetime
    state: State
    turn: int
    decided_at: datetime | None
    decided_by: int | None
    answer: str
    adopted_at: datetime | None
    merged_into: int | None
    hidden: bool
    title: str
    more: str
    votes: int

    @property
    def is_shown(self) -> bool:
        """Whether everybody sees it."""
        return not self.hidden and bool(self.title)


_MEMBER: Final = ideas.alias("merged")


def family(idea_id: sa.ColumnElement[int] | int) -> sa.Select[int]:
    """The ids of the idea and of those that were merged into it."""
    return sa.select(_MEMBER.c.id).where((_MEMBER.c.id == idea_id) | (_MEMBER.c.merged_into == idea_id))


def _voters() -> sa.ScalarSelect[int]:
    one = (_MEMBER.c.id == ideas.c.id) | (_MEMBER.c.merged_into == ideas.c.id)
    people = sa.func.count(counts_for(votes.c.member_id).distinct())
    counted = sa.select(people).select_from(votes.join(_MEMBER, _MEMBER.c.id == votes.c.idea_id)).where(one)
    return counted.correlate(ideas).scalar_subquery()


VOTES: Final = _voters().label("votes")
_OWN: Final = ("given_at", "state", "turn", "decided_at", "decided_by", "answer", "adopted_at", "merged_into", "hidden")


def select_ideas(ctx: Background, *where: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """The community's ideas for which that holds."""
    columns = (ideas.c.id, counts_for(ideas.c.member_id).label("member_id"), *(ideas.c[name] for name in _OWN))
    found = sa.select(*columns, words.c.title, words.c.more, VOTES)
    found = found.select_from(ideas.outerjoin(words, words.c.idea_id == ideas.c.id))
    return found.where(ideas.c.community_id == ctx.community.id, *where)


def idea_from(row: Any) -> Idea:
    """The idea in a row of `select_ideas`."""
    values = {**row._mapping, "state": State(row.state), "hidden": bool(row.hidden)}
    return Idea(**{**values, "title": row.title or "", "more": row.more or ""})


async def idea_of(ctx: Background, idea_id: int) -> Idea:
    """The idea of that id, or the one into which it went. Raises UserError when there is none here."""
    row = await ctx.db.row(select_ideas(ctx, ideas.c.id == idea_id))
    if row is None:
        raise UserError("ideas-not-here")
    return idea_from(row) if row.merged_into is None else await idea_of(ctx, row.merged_into)


async def seen_by(ctx: Context, idea_id: int) -> Idea:
    """The same, as far as whoever acts may see it. Raises UserError."""
    idea = await idea_of(ctx, idea_id)
    if not idea.is_shown and ctx.member.role < Role.HOST:
        raise UserError("ideas-not-here")
    return idea


async def hold(ctx: Background, *idea_ids: int) -> None:
    """Until the work is done nobody else votes for these, decides about them or merges them."""
    await ctx.db.transaction()
    mine = ideas.c.id.in_(idea_ids) & (ideas.c.community_id == ctx.community.id)
    await ctx.db.rows(sa.select(ideas.c.id).where(mine).order_by(ideas.c.id).with_for_update())


async def held(ctx: Background, idea_id: int) -> Idea:
    """The idea as `idea_of` finds it, held. Raises UserError."""
    await hold(ctx, idea_id)
    idea = await idea_of(ctx, idea_id)
    while idea.id != idea_id:  # it went into another one, perhaps just now
        idea_id = idea.id
        await hold(ctx, idea_id)
        idea = await idea_of(ctx, idea_id)
    return idea


async def has_voted(ctx: Background, idea: Idea, member_id: int) -> bool:
    """Whether the member voted for it, or for one that went into it, by whichever account."""
    mine = votes.c.idea_id.in_(family(idea.id)) & votes.c.member_id.in_(parts_of(member_id))
    return await ctx.db.row(sa.select(votes.c.id).where(mine).limit(1)) is not None


async def newest(ctx: Background, *where: sa.ColumnElement[bool], least: Role = Role.MEMBER) -> Sequence[Idea]:
    """The newest ideas that were not merged into another; those that are not shown only for hosts."""
    found = select_ideas(ctx, ideas.c.merged_into.is_(None), *where).order_by(ideas.c.id.desc()).limit(LOOKED_AT)
    every = [idea_from(row) for row in await ctx.db.rows(found)]
    return [idea for idea in every if idea.is_shown or least >= Role.HOST]


async def named(ctx: Background, typed: str) -> Idea:
    """The idea that a host means by its number or its words. Raises UserError for none, or several."""
    bare = typed.strip().lstrip("#")
    if bare.isdecimal() and len(bare) < 10:
        return await idea_of(ctx, int(bare))
    wanted, every = folded(typed.strip()), await newest(ctx, least=Role.HOST)
    fitting = (
        [one for one in every if folded(one.title) == wanted],
        [one for one in every if folded(one.title).startswith(wanted)],
        [one for one in every if wanted in folded(one.title)],
    )
    found = next((some for some in fitting if some), []) if wanted else []
    if len(found) == 1:
        return found[0]
    if found:
        titles = ", ".join(f"#{one.id} {one.title}" for one in found[:5])
        raise UserError("ideas-several", asked=echoed(typed), titles=titles)
    raise UserError("ideas-unknown", asked=echoed(typed))


async def suggest(ctx: Context, typed: str) -> Sequence[Choice]:
    """Ideas that fit what a host typed."""
    every = [one for one in await newest(ctx, least=Role.HOST) if one.title]
    return matching(typed, [Choice(f"#{one.id}", f"#{one.id} {one.title}"[:SHOWN_AS_CHOICE]) for one in every])
