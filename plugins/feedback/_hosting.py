"""What hosts hear and do: a post for each remark, which says how far they are with it; reading, and one answer."""

from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa

from bot.api import Background, Context, People, PluginSettings, Telling, UserError, in_lines, shortened
from plugins.feedback._giving import GIVEN_BACK
from plugins.feedback._remark import Remark, State, remark_of
from plugins.feedback._settings import FeedbackSettings
from plugins.feedback._tables import remarks

LONGEST_ANSWER: Final = 1200
QUOTED: Final = 200
LASTS: Final = timedelta(days=7)
TAKES_IDEAS: Final = "ideas"
"""Who makes an idea of a remark, where that plugin is on."""


async def post(ctx: Background, remark: Remark) -> None:
    """Show the hosts what was said, or how far it is; the post goes on saying how it stands.

    Hosts without a place of their own are told once, each by themself.
    """
    if not (await ctx.settings(FeedbackSettings)).tell_hosts:
        return
    name, first, people = f"feedback:{remark.name}", remark.state is State.NEW, ctx.use(People)
    buttons = await buttons_of(ctx, remark)
    values: dict[str, Any] = {
        "who": await people.name_of(remark.member_id),
        "about": remark.about.value,
        "stars": remark.shown_stars,
        "starred": "yes" if remark.stars else "no",
        "text": remark.text,
        "state": remark.state.value,
        "host": await people.name_of(remark.handled_by),
        "may": "yes" if remark.may_answer else "no",
    }
    rows, once = [buttons] if buttons else [], name if first else None
    await ctx.use(Telling).for_hosts(
        name,
        "feedback-post",
        once=once,
        buttons=rows,
        lasts=LASTS,
        only_if_there=not first,
        of=remark.member_id,
        **values,
    )


async def buttons_of(ctx: Background, remark: Remark) -> list[tuple[str, int]]:
    """What there is still to be done about it."""
    found = [("feedback.read", remark.id)] if remark.state is State.NEW else []
    if remark.state is not State.ANSWERED and remark.may_answer:
        found.append(("feedback.answer_form", remark.id))
    if remark.member_id is not None and TAKES_IDEAS in await ctx.use(PluginSettings).enabled():
        found.append(("feedback.make_idea", remark.id))
    return found


async def note_read(ctx: Context, remark_id: int) -> Remark:
    """A host has read it; once more changes nothing."""
    new = (remarks.c.id == remark_id) & (remarks.c.community_id == ctx.community.id)
    change = sa.update(remarks).where(new, remarks.c.state == State.NEW.value)
    now = {"state": State.READ.value, "handled_at": ctx.now, "handled_by": ctx.member.id}
    if (await ctx.db.execute(change.values(**now))).rowcount:
        await post(ctx, await remark_of(ctx, remark_id))
    return await remark_of(ctx, remark_id)


async def answer(ctx: Context, remark_id: int, typed: str) -> Remark:
    """Send a host's answer to whoever said it, once. Raises UserError with the words given back."""
    text = in_lines(typed)
    if not text:
        raise UserError("feedback-answer-empty")
    if len(text) > LONGEST_ANSWER:
        raise UserError("feedback-answer-long", most=LONGEST_ANSWER, text=shortened(text, GIVEN_BACK))
    remark = await open_for_answer(ctx, remark_id, text)
    still = (remarks.c.id == remark.id) & (remarks.c.state != State.ANSWERED.value) & remarks.c.may_answer.is_(True)
    now = {"state": State.ANSWERED.value, "answer": text, "handled_at": ctx.now, "handled_by": ctx.member.id}
    if (await ctx.db.execute(sa.update(remarks).where(still).values(**now))).rowcount != 1:
        await open_for_answer(ctx, remark_id, text)
    remark = await remark_of(ctx, remark_id)
    assert remark.member_id is not None, "only what somebody known said can be answered so far"
    await ctx.use(Telling).member(
        remark.member_id,
        f"feedback-answer:{remark.name}",
        "feedback-answer-message",
        asked=True,
        lasts=LASTS,
        host=ctx.member.name,
        quoted=shortened(remark.text, QUOTED),
        text=text,
    )
    await post(ctx, remark)
    return remark


async def open_for_answer(ctx: Context, remark_id: int, text: str) -> Remark:
    """The remark, as long as it can be answered. Raises UserError, with what the host wrote so far given back."""
    remark = await remark_of(ctx, remark_id)
    given = {"text": text, "written": bool(text)}
    if remark.state is State.ANSWERED:
        host = await ctx.use(People).name_of(remark.handled_by)
        raise UserError("feedback-answered-before", host=host, named=bool(host), answer=remark.answer, **given)
    if not remark.may_answer or remark.member_id is None:
        raise UserError("feedback-no-answer", **given)
    return remark
