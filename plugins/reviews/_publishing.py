"""The post that shows a review to everybody: by its author's leave alone, and gone as soon as that is."""

from datetime import timedelta
from typing import Final

import sqlalchemy as sa

from bot.api import Accent, Background, Telling, UserError
from plugins.reviews._review import Leave, Review, State, held, review_of, shown_name
from plugins.reviews._tables import reviews

LASTS: Final = timedelta(days=1)


def can_be(review: Review) -> bool:
    """Whether hosts may show it to everybody."""
    return review.is_shown and not review.published


async def publish(ctx: Background, review_id: int, turn: int) -> Review:
    """Show it to everybody. Raises UserError where its author gives no leave, or changed it since the host looked."""
    review = await held(ctx, review_id)
    if review.leave is Leave.NONE:
        raise UserError("reviews-no-leave")
    if review.turn != turn or review.state is not State.APPROVED:
        raise UserError("reviews-changed-meanwhile")
    await _set(ctx, review, published=True)
    await say(ctx, review)
    return await review_of(ctx, review.id)


async def say(ctx: Background, review: Review) -> None:
    """One post in each space, edited in place.

    What its author changes or takes back overtakes what has not left yet, in the work that changes it: so what leaves
    is what they give leave for at that moment.
    """
    who = await shown_name(ctx, review)
    await ctx.use(Telling).rolling(
        _post(review),
        "reviews-post",
        accent=Accent.GLOW,
        lasts=LASTS,
        of=review.member_id,
        photo=review.photo_id,
        says="reviews-photo-of",
        stars=review.shown_stars,
        about=review.about,
        some="yes" if review.about else "no",
        text=review.text,
        written="yes" if review.text else "no",
        who=who,
        known="yes" if who else "no",
        reply=review.reply,
        replied="yes" if review.reply else "no",
    )


async def take_down(ctx: Background, review: Review) -> bool:
    """Nobody sees the post any more; False where there is none."""
    if not review.published:
        return False
    await _set(ctx, review, published=False)
    await ctx.use(Telling).take_back(_post(review))
    return True


async def _set(ctx: Background, review: Review, *, published: bool) -> None:
    await ctx.db.execute(sa.update(reviews).where(reviews.c.id == review.id).values(published=published))


def _post(review: Review) -> str:
    return f"review:{review.name}"
