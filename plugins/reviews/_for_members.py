"""What everybody can do: give a review, look at them, and change or take back their own."""

from typing import Annotated

from bot.api import (
    ActionStyle,
    Answers,
    Choice,
    Context,
    Field,
    FieldKind,
    Photos,
    Rest,
    Role,
    Suggested,
    UserError,
    echoed,
    join,
    plain,
    star_choices,
)
from plugins.reviews import _giving, _showing, _things
from plugins.reviews._plugin import plugin
from plugins.reviews._review import Leave, Review, State, all_of, count, own, seen_by

Thing = Annotated[Rest, Suggested(_things.suggest)]


@plugin.command("review", opens_form=True, examples=["/review", "/review Blue teapot"])
async def give_review(ctx: Context, about: Thing | None = None) -> None:
    """Say what you think, with stars, words and a photo; you decide who may see it."""
    await _ask(ctx, about or "")


@plugin.action("reviews-give", opens_form=True)
async def give_form(ctx: Context) -> None:
    """Ask for a review of the community as a whole, or of whatever is named."""
    await _ask(ctx, "")


@plugin.action("reviews-change", opens_form=True)
async def change_form(ctx: Context, review_id: int) -> None:
    """Ask anew, with what was said."""
    await _ask(ctx, (await own(ctx, review_id)).about)


async def _ask(ctx: Context, about: str) -> None:
    """Ask for everything at once, with what somebody said of that before. The leave is a question of its own."""
    thing = await _things.named(ctx, about)
    before = next(iter(await all_of(ctx, ctx.member.id, thing.id)), None) if thing is not None else None
    named = thing.title if thing is not None else _things.read(about)
    await ctx.ask(give, title=ctx.t("reviews-form"), fields=_fields(ctx, named, before))


def _fields(ctx: Context, about: str, before: Review | None) -> list[Field]:
    leaves = tuple(Choice(one.value, plain(ctx.t("reviews-leave", leave=one.value))) for one in Leave)
    given, text, leave = (str(before.stars), before.text, before.leave.value) if before is not None else ("", "", "")
    keeps = ctx.t("reviews-field-photo.help", there=before is not None and before.photo_id is not None)
    named, asked = ctx.t("reviews-field-about.help"), ctx.t("reviews-field-leave.help")
    return [
        Field("about", ctx.t("reviews-field-about"), help=named, value=about, required=False),
        Field("stars", ctx.t("reviews-field-stars"), FieldKind.CHOICE, value=given, choices=star_choices()),
        Field("text", ctx.t("reviews-field-text"), FieldKind.LONG_TEXT, value=text, required=False),
        Field("photo", ctx.t("reviews-field-photo"), FieldKind.FILE, keeps, required=False),
        Field("leave", ctx.t("reviews-field-leave"), FieldKind.CHOICE, asked, leave, choices=leaves),
    ]


@plugin.action("reviews-give")
async def give(ctx: Context, answers: Answers) -> None:
    """Keep it. A picture that does not do is told of, and takes nothing along."""
    said = _giving.read(answers)
    picture = await _giving.picture(ctx, answers)
    review = await _giving.give(ctx, said, picture.content)
    kept = ctx.t("reviews-kept", leave=review.leave.value, changed=review.turn > 0)
    if picture.trouble is not None:
        trouble = ctx.t(picture.trouble.key, **picture.trouble.values)
        kept = join([kept, ctx.t("reviews-without-photo", trouble=trouble)])
    photo = [] if review.photo_id is not None else [ctx.button(photo_form, review.id)]
    rest = [ctx.button(change_form, review.id), ctx.button(withdraw, review.id)]
    await ctx.reply(kept, photo, rest, private=True)


@plugin.action("reviews-photo", opens_form=True)
async def photo_form(ctx: Context, review_id: int) -> None:
    """Ask for a photo alone."""
    review = await own(ctx, review_id)
    told = ctx.t("reviews-field-photo.help", there=review.photo_id is not None)
    field = Field("photo", ctx.t("reviews-field-photo"), FieldKind.FILE, told)
    await ctx.ask(photo, review.id, title=ctx.t("reviews-photo"), fields=[field])


@plugin.action("reviews-photo")
async def photo(ctx: Context, review_id: int, answers: Answers) -> None:
    """Keep it with the review."""
    content = await ctx.use(Photos).take(answers.get("photo", ""))
    await _page(ctx, await _giving.add_photo(ctx, review_id, content), "reviews-photo-kept")


@plugin.action("reviews-photo-drop")
async def drop_photo(ctx: Context, review_id: int) -> None:
    """The review goes on without its photo."""
    await _page(ctx, await _giving.drop_photo(ctx, review_id), "reviews-photo-dropped")


@plugin.action("reviews-withdraw", style=ActionStyle.QUIET)
async def withdraw(ctx: Context, review_id: int) -> None:
    """Ask once more: it cannot be brought back."""
    review = await own(ctx, review_id)
    text = ctx.t("reviews-withdraw-sure", published=review.published)
    await ctx.reply(text, [ctx.button(withdraw_now, review.id), ctx.button(look, review.id)], private=True)


@plugin.action("reviews-withdraw-now", style=ActionStyle.DANGER)
async def withdraw_now(ctx: Context, review_id: int) -> None:
    """It is gone, wherever it stood."""
    review = await _giving.withdraw(ctx, review_id)
    await ctx.reply(ctx.t("reviews-withdrawn", published=review.published), private=True)


@plugin.command("reviews", examples=["/reviews", "/reviews Blue teapot"])
async def list_reviews(ctx: Context, about: Thing | None = None) -> None:
    """See what members say, and what it comes to."""
    thing = await _things.named(ctx, about) if about else None
    if about and thing is None:
        raise UserError("reviews-unknown", about=echoed(about))
    waits = ctx.member.role >= Role.HOST and await count(ctx, State.WAITING, thing.id if thing else None) > 0
    state = State.WAITING if waits else State.APPROVED
    await list_page(ctx, state, thing.id if thing is not None else _showing.EVERYTHING, 1)


@plugin.action("reviews-all")
async def list_page(ctx: Context, state: State, thing_id: int, page: int) -> None:
    """A page of them."""
    text, rows = await _showing.listing(ctx, state, thing_id, page)
    await ctx.reply(text, *rows)


@plugin.action("reviews-look")
async def look(ctx: Context, review_id: int) -> None:
    """One of them, with its photo."""
    await ctx.reply(await _showing.page(ctx, await seen_by(ctx, review_id)))


@plugin.action("reviews-mine")
async def mine(ctx: Context, page: int) -> None:
    """A page of one's own."""
    text, rows = await _showing.mine(ctx, page)
    await ctx.reply(text, *rows, private=True)


async def _page(ctx: Context, review: Review, head: str) -> None:
    await ctx.reply(await _showing.page(ctx, review, ctx.t(head)), private=True)
