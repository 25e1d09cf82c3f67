"""Giving a review: once for each thing, to be changed and taken back by its author at any time."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import STARS, Context, Photos, UserError, in_lines, parts_of, shortened, times
from plugins.reviews import _hosting, _publishing, _things
from plugins.reviews._review import Leave, Review, State, all_of, own, review_of
from plugins.reviews._settings import ReviewSettings
from plugins.reviews._tables import reviews

LONGEST: Final = 800
"""With its photo it is one message on Telegram, where 1024 characters stand under a picture."""

GIVEN_BACK: Final = 1500
DAY: Final = timedelta(days=1)


class Said(Struct, frozen=True):
    """What somebody says."""

    about: str
    stars: int
    text: str
    leave: Leave


class HandedIn(Struct, frozen=True):
    """A picture that came with it, or what is wrong with that."""

    content: bytes | None = None
    trouble: UserError | None = None


def read(answers: Mapping[str, str]) -> Said:
    """What the form brought. Raises UserError that gives the words back where it does not fit.

    Nobody's leave is taken for granted: where the question is not answered, nothing is kept.
    """
    text, stars, leave = (
        in_lines(answers.get("text", "")),
        STARS.read(answers.get("stars", "")),
        answers.get("leave", ""),
    )
    back = {"text": shortened(text, GIVEN_BACK), "written": bool(text)}
    if stars is None:
        raise UserError("reviews-no-stars", **back)
    if leave not in {one.value for one in Leave}:
        raise UserError("reviews-no-leave-said", **back)
    if len(text) > LONGEST:
        raise UserError("reviews-long", most=LONGEST, **back)
    return Said(_things.read(answers.get("about", "")), stars, text, Leave(leave))


async def picture(ctx: Context, answers: Mapping[str, str]) -> HandedIn:
    """The picture, if one was handed in. What is wrong with it does not take the words along."""
    handed_in = answers.get("photo", "")
    if not handed_in:
        return HandedIn()
    try:
        return HandedIn(await ctx.use(Photos).take(handed_in))
    except UserError as trouble:
        return HandedIn(trouble=trouble)


async def give(ctx: Context, said: Said, photo: bytes | None) -> Review:
    """Keep it in the place of what the member said of the same thing before. Raises UserError beyond the limit."""
    thing = await _things.named_or_new(ctx, said.about)
    before = await all_of(ctx, ctx.member.id, thing.id)
    words = {"stars": said.stars, "text": said.text, "leave": said.leave.value}
    if before:
        kept = before[0]
        if photo is not None:
            await ctx.use(Photos).drop(kept.photo_id)
            words |= {"photo_id": await ctx.use(Photos).keep(ctx.member.id, photo)}
        return await _changed(ctx, kept, **words)
    await _refuse_beyond_limit(ctx, said)
    photo_id = None if photo is None else await ctx.use(Photos).keep(ctx.member.id, photo)
    row = {"community_id": ctx.community.id, "thing_id": thing.id, "member_id": ctx.member.id, "photo_id": photo_id}
    when = {"state": State.WAITING.value, "at": ctx.now, "changed_at": ctx.now}
    review = await review_of(ctx, await ctx.db.insert(sa.insert(reviews).values(**row, **words, **when)))
    await _hosting.post(ctx, review)
    return review


async def add_photo(ctx: Context, review_id: int, content: bytes) -> Review:
    """A photo for it, in the place of the one that it has."""
    review = await own(ctx, review_id)
    await ctx.use(Photos).drop(review.photo_id)
    return await _changed(ctx, review, photo_id=await ctx.use(Photos).keep(ctx.member.id, content))


async def drop_photo(ctx: Context, review_id: int) -> Review:
    """The words without the photo."""
    review = await own(ctx, review_id)
    await ctx.use(Photos).drop(review.photo_id)
    return await _changed(ctx, review, photo_id=None)


async def _changed(ctx: Context, review: Review, **values: Any) -> Review:
    """The hosts look at it anew; until then nobody else sees either what it was or what it is."""
    now = {"state": State.WAITING.value, "turn": review.turn + 1, "changed_at": ctx.now, "reason": ""}
    await ctx.db.execute(sa.update(reviews).where(reviews.c.id == review.id).values(**now, **values))
    await _publishing.take_down(ctx, review)
    changed = await review_of(ctx, review.id)
    await _hosting.post(ctx, changed)
    return changed


async def withdraw(ctx: Context, review_id: int) -> Review:
    """It had not been: words, photo and posts are gone, also what another account of theirs said of the same thing."""
    review = await own(ctx, review_id)
    for one in await all_of(ctx, ctx.member.id, review.thing_id):
        await _publishing.take_down(ctx, one)
        await _hosting.take_back(ctx, one)
        await ctx.use(Photos).drop(one.photo_id)
        await ctx.db.execute(sa.delete(reviews).where(reviews.c.id == one.id))
    return review


async def _refuse_beyond_limit(ctx: Context, said: Said) -> None:
    most = (await ctx.settings(ReviewSettings)).most_in_a_day
    mine = reviews.c.member_id.in_(parts_of(ctx.member.id)) & (reviews.c.at > ctx.now - DAY)
    given = sa.select(reviews.c.at).where(mine, reviews.c.community_id == ctx.community.id)
    moments = [at for (at,) in await ctx.db.rows(given.order_by(reviews.c.at.desc()))]
    if len(moments) >= most:
        zone, home = ctx.member.zone, ctx.community.zone
        again = times.moment(moments[most - 1] + DAY, ctx.language, zone, now=ctx.now, home_zone=home)
        raise UserError("reviews-enough", again=again, text=said.text, written=bool(said.text))
