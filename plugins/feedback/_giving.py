"""Saying something: kept, counted, and shown to the hosts."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import (
    FEEDBACK_GIVEN,
    STARS,
    UNHAPPY,
    Activities,
    Choice,
    Context,
    Field,
    FieldKind,
    HostsHeard,
    Mood,
    UserError,
    in_lines,
    parse_yes_no,
    parts_of,
    plain,
    shortened,
    star_choices,
    times,
)
from plugins.feedback._remark import About, Remark, State, remark_of
from plugins.feedback._settings import FeedbackSettings
from plugins.feedback._tables import remarks

LONGEST: Final = 1500
GIVEN_BACK: Final = 1700
"""Whoever gives so few is not asked to buy anything by a series under way."""

ANSWERED_IN_PERSON: Final = "feedback-field-may-answer"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Said(Struct, frozen=True):
    """What somebody says."""

    text: str
    about: About = About.OTHER
    stars: int | None = None
    may_answer: bool = True


def read(text: str) -> str:
    """The words, as they are kept. Raises UserError that gives them back where they do not fit."""
    words = in_lines(text)
    if not words:
        raise UserError("feedback-empty")
    if len(words) > LONGEST:
        raise UserError("feedback-long", most=LONGEST, text=shortened(words, GIVEN_BACK))
    return words


def from_form(answers: Mapping[str, str]) -> Said:
    """The same from a form."""
    about, stars = answers.get("about", ""), answers.get("stars", "")
    return Said(
        read(answers.get("text", "")),
        About(about) if about in {one.value for one in About} else About.OTHER,
        STARS.read(stars),
        parse_yes_no(answers.get("may_answer", "")) is not False,
    )


def fields(ctx: Context, may_answer: str) -> Sequence[Field]:
    """What the form asks; `may_answer` is the text of the question whether an answer may come."""
    about = tuple(Choice(one.value, plain(ctx.t("feedback-about-of", about=one.value))) for one in About)
    return [
        Field("text", ctx.t("feedback-field-text"), FieldKind.LONG_TEXT),
        Field("about", ctx.t("feedback-field-about"), FieldKind.CHOICE, value=About.OTHER.value, choices=about),
        Field("stars", ctx.t("feedback-field-stars"), FieldKind.CHOICE, required=False, choices=star_choices()),
        Field("may_answer", ctx.t(may_answer), FieldKind.YES_NO, value="yes"),
    ]


async def keep(ctx: Context, said: Said) -> Remark:
    """Keep what the member said. Raises UserError, with the words given back, beyond the limits."""
    await _refuse_beyond_limits(ctx, said)
    row = {"community_id": ctx.community.id, "member_id": ctx.member.id, "at": ctx.now, "state": State.NEW.value}
    words = {"about": said.about.value, "text": said.text, "stars": said.stars, "may_answer": said.may_answer}
    remark = await remark_of(ctx, await ctx.db.insert(sa.insert(remarks).values(**row, **words)))
    ctx.db.emit(HostsHeard(community_id=ctx.community.id, at=ctx.now, said=f"feedback:{remark.name}"))
    reference, activities = f"feedback:{remark.name}", ctx.use(Activities)
    await activities.record(ctx.community.id, ctx.member.id, FEEDBACK_GIVEN, reference, value=said.stars)
    if said.stars is not None and STARS.mood(said.stars) is Mood.AGAINST:
        await activities.record(ctx.community.id, ctx.member.id, UNHAPPY, reference)
    return remark


async def without_answer(ctx: Context, remark_id: int) -> Remark:
    """Whoever said it wants no answer. Raises UserError where it is not theirs."""
    mine = (remarks.c.id == remark_id) & remarks.c.member_id.in_(parts_of(ctx.member.id))
    if (await ctx.db.execute(sa.update(remarks).where(mine).values(may_answer=False))).rowcount != 1:
        raise UserError("feedback-not-yours")
    return await remark_of(ctx, remark_id)


async def _refuse_beyond_limits(ctx: Context, said: Said) -> None:
    chosen = await ctx.settings(FeedbackSettings)
    mine = remarks.c.member_id.in_(parts_of(ctx.member.id)) & (remarks.c.at > ctx.now - DAY)
    given = sa.select(remarks.c.at).where(mine, remarks.c.community_id == ctx.community.id)
    moments = [at for (at,) in await ctx.db.rows(given.order_by(remarks.c.at.desc()))]
    for most, span in ((chosen.most_in_an_hour, HOUR), (chosen.most_in_a_day, DAY)):
        if len([at for at in moments if at > ctx.now - span]) >= most:
            member, home = ctx.member, ctx.community.zone
            again = times.moment(moments[most - 1] + span, member.language, member.zone, now=ctx.now, home_zone=home)
            raise UserError("feedback-enough", again=again, text=shortened(said.text, GIVEN_BACK))
