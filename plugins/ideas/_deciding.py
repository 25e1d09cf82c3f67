"""What the hosts make of an idea, and everybody who asked for it or voted is told: some people at a time."""

from datetime import timedelta
from typing import Final

import sqlalchemy as sa

from bot.api import (
    IDEA_ADOPTED,
    Accent,
    Activities,
    Audit,
    Background,
    Context,
    People,
    Telling,
    UserError,
    counts_for,
    in_lines,
    parts_of,
    shortened,
)
from plugins.ideas._giving import GIVEN_BACK
from plugins.ideas._idea import Idea, State, family, held, idea_of
from plugins.ideas._settings import IdeaSettings
from plugins.ideas._tables import ideas, told, votes

LONGEST_ANSWER: Final = 800
AT_ONCE: Final = 50
LASTS: Final = timedelta(days=7)


async def decide(ctx: Context, idea_id: int, turn: int, state: State, answer: str) -> Idea:
    """Let the idea stand so, with the hosts' words. `turn` is what the host saw.

    Raises UserError, with the words given back, where another host decided meanwhile, or they are too many.
    """
    words = in_lines(answer)
    if len(words) > LONGEST_ANSWER:
        raise UserError("ideas-answer-long", most=LONGEST_ANSWER, text=shortened(words, GIVEN_BACK))
    idea = await held(ctx, idea_id)
    if idea.turn != turn:
        raise await _meanwhile(ctx, idea, words)
    now = {"state": state.value, "answer": words, "turn": turn + 1, "decided_at": ctx.now, "decided_by": ctx.member.id}
    await ctx.db.execute(sa.update(ideas).where(ideas.c.id == idea.id).values(**now))
    subject = f"idea:{idea.id}"
    await ctx.use(Audit).note(ctx.community.id, ctx.member.id, "ideas-state", subject, idea.state.value, state.value)
    idea = await idea_of(ctx, idea.id)
    if state in (State.PLANNED, State.DONE):
        await adopt(ctx, idea)
    await tell_of(ctx, idea)
    if state is State.DONE:
        await _post(ctx, idea)
    return idea


async def _meanwhile(ctx: Context, idea: Idea, words: str) -> UserError:
    other = None if idea.decided_by is None else (await ctx.use(People).of_many([idea.decided_by])).get(idea.decided_by)
    said = {"state": idea.state.value, "name": other.name if other else "", "named": other is not None}
    return UserError("ideas-decided-meanwhile", title=idea.title, text=words, written=bool(words), **said)


async def adopt(ctx: Context, idea: Idea) -> None:
    """Whoever had it first has an idea that was adopted, once for all that went together.

    Nobody adopts their own: hosts could otherwise win badges by themselves.
    """
    every = sa.select(ideas.c.id, ideas.c.adopted_at, counts_for(ideas.c.member_id).label("member_id"))
    rows = await ctx.db.rows(every.where(ideas.c.id.in_(family(idea.id))).order_by(ideas.c.given_at, ideas.c.id))
    givers = [row.member_id for row in rows if row.member_id is not None]
    if not givers or givers[0] == ctx.member.id or any(row.adopted_at for row in rows):
        return
    await ctx.db.execute(sa.update(ideas).where(ideas.c.id == idea.id).values(adopted_at=ctx.now))
    await ctx.use(Activities).record(ctx.community.id, givers[0], IDEA_ADOPTED, f"idea:{idea.id}")


async def tell_of(ctx: Context, idea: Idea) -> None:
    """Begin to tell them, where there is something to tell."""
    if idea.state is not State.NEW and not idea.hidden:
        await ctx.later(tell, idea_id=idea.id, turn=idea.turn, by=ctx.member.id)


async def tell(ctx: Background, idea_id: int, turn: int, by: int, behind: int = 0, at_once: int = AT_ONCE) -> None:
    """Tell some of those who gave it or voted, and go on with the next ones in another job.

    Each is told once of each state. It ends where the idea stands otherwise by now: that is told by itself.
    """
    idea = await idea_of(ctx, idea_id)
    if idea.id != idea_id or idea.turn != turn or idea.hidden:
        return
    people = [id for (id,) in await ctx.db.rows(_concerned(idea, behind).limit(at_once))]
    for member_id in people:
        if member_id != by and not await _knows(ctx, idea, member_id):
            await _tell_one(ctx, idea, member_id)
    if len(people) == at_once:
        await ctx.later(tell, idea_id=idea.id, turn=turn, by=by, behind=people[-1], at_once=at_once)


def _concerned(idea: Idea, behind: int) -> sa.Select[int]:
    """Who gave it or voted, each once, in order."""
    gave = sa.select(counts_for(ideas.c.member_id).label("who")).where(
        ideas.c.id.in_(family(idea.id)), ideas.c.member_id.is_not(None)
    )
    voted = sa.select(counts_for(votes.c.member_id).label("who")).where(votes.c.idea_id.in_(family(idea.id)))
    both = sa.union(gave, voted).subquery()
    return sa.select(both.c.who).where(both.c.who > behind).order_by(both.c.who)


async def is_told(ctx: Background, idea: Idea) -> bool:
    """Whether somebody was told of this state before."""
    same = (told.c.idea_id == idea.id) & (told.c.state == idea.state.value)
    return await ctx.db.row(sa.select(told.c.id).where(same).limit(1)) is not None


async def _knows(ctx: Background, idea: Idea, member_id: int) -> bool:
    """Whether the member was told of this state, also when the hosts turned to and fro."""
    same = (told.c.idea_id == idea.id) & (told.c.state == idea.state.value)
    return await ctx.db.row(sa.select(told.c.id).where(same, told.c.member_id.in_(parts_of(member_id)))) is not None


async def _tell_one(ctx: Background, idea: Idea, member_id: int) -> None:
    row = {"idea_id": idea.id, "state": idea.state.value, "member_id": member_id}
    await ctx.db.insert(sa.insert(told).values(**row))
    mine = ideas.c.id.in_(family(idea.id)) & ideas.c.member_id.in_(parts_of(member_id))
    own = await ctx.db.row(sa.select(ideas.c.id).where(mine).limit(1)) is not None
    await ctx.use(Telling).member(
        member_id,
        f"idea:{idea.id}:{idea.state.value}:{member_id}:{int(idea.given_at.timestamp())}",
        f"ideas-told-{idea.state.value}",
        buttons=[[("ideas.look", idea.id)]],
        lasts=LASTS,
        own="yes" if own else "no",
        titled="yes" if idea.title else "no",
        title=idea.title,
        said="yes" if idea.answer else "no",
        answer=idea.answer,
    )


async def _post(ctx: Context, idea: Idea) -> None:
    """Everybody hears once of what was done."""
    if not idea.is_shown or not (await ctx.settings(IdeaSettings)).post_done:
        return
    await ctx.use(Telling).everybody(
        f"idea-done:{idea.id}",
        "ideas-done-post",
        buttons=[[("ideas.look", idea.id)]],
        accent=Accent.DONE,
        lasts=LASTS,
        title=idea.title,
        votes=idea.votes,
        several="yes" if idea.votes > 1 else "no",
        said="yes" if idea.answer else "no",
        answer=idea.answer,
    )
