"""What hosts do about an idea's words: put them better, hide what is not fit to be shown, take all of them along."""

import sqlalchemy as sa

from bot.api import Audit, Context, File, UserError, plain, table_file
from plugins.ideas._giving import read
from plugins.ideas._idea import Idea, family, held, idea_from, idea_of, select_ideas
from plugins.ideas._tables import ideas, words

HEAD = ("number", "title", "more", "state", "votes", "given", "decided", "answer", "merged", "hidden")


async def edit(ctx: Context, idea_id: int, title: str, more: str) -> Idea:
    """Other words for it, which stay the member's who gave it. Raises UserError with what was typed given back."""
    said = read(title, more)
    idea = await held(ctx, idea_id)
    if idea.id != idea_id:
        raise UserError("ideas-merged-before", title=idea.title)
    change = sa.update(words).where(words.c.idea_id == idea.id).values(title=said.title, more=said.more)
    if (await ctx.db.execute(change)).rowcount != 1:
        if idea.member_id is not None:
            raise UserError("ideas-not-here")
        kept = {"idea_id": idea.id, "member_id": ctx.member.id, "title": said.title, "more": said.more}
        await ctx.db.execute(sa.insert(words).values(**kept))
    await _note(ctx, "ideas-edit", idea.id, None, None)
    return await idea_of(ctx, idea.id)


async def hide(ctx: Context, idea_id: int, *, hidden: bool) -> Idea:
    """Nobody but hosts sees it any more, or everybody does again; its votes stay."""
    idea = await held(ctx, idea_id)
    change = sa.update(ideas).where(ideas.c.id.in_(family(idea.id)))
    await ctx.db.execute(change.values(hidden=hidden))
    await _note(ctx, "ideas-hide", idea.id, idea.hidden, hidden)
    return await idea_of(ctx, idea.id)


async def exported(ctx: Context) -> File:
    """All ideas as a table, those with the most votes first; without names."""
    rows = await ctx.db.rows(select_ideas(ctx))
    every = sorted((idea_from(row) for row in rows), key=lambda one: (-one.votes, one.id))
    head = [plain(ctx.t(f"ideas-csv-{name}")) for name in HEAD]
    return File("ideas.csv", table_file(head, [_line(ctx, idea) for idea in every]))


def _line(ctx: Context, idea: Idea) -> list[str | int | None]:
    decided = None if idea.decided_at is None else f"{idea.decided_at:%Y-%m-%d}"
    state = plain(ctx.t("ideas-state", state=idea.state.value))
    hidden = plain(ctx.t("ideas-csv-yes")) if idea.hidden else ""
    given = f"{idea.given_at:%Y-%m-%d}"
    return [
        idea.id, idea.title, idea.more, state, idea.votes, given, decided, idea.answer, idea.merged_into, hidden
    ]  # fmt: skip


async def _note(ctx: Context, action: str, idea_id: int, before: object, after: object) -> None:
    await ctx.use(Audit).note(ctx.community.id, ctx.member.id, action, f"idea:{idea_id}", before, after)
