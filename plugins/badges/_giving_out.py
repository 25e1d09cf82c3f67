"""A badge is given to those who deserved it before it was there: looked at first, then some people at a time."""

from collections.abc import Sequence

from bot.api import (
    Awards,
    Background,
    Badges,
    Context,
    Facts,
    KeptBadge,
    Markup,
    People,
    Telling,
    join,
    names_in,
    plain,
)
from plugins.badges import _words

NAMES = 10
PEOPLE_AT_ONCE = 250
TOLD_EVERY = 20
"""The hosts see how far it is after so many stretches, and at the end."""


async def preview(ctx: Context, kept: KeptBadge, head: Markup | None = None) -> None:
    """Who would get it now, and a button that lets it begin."""
    people, names = await ctx.use(Awards).would_get(kept, NAMES)
    lines = [head or ctx.t("badges-preview-title", badge=_words.called(ctx, kept)), *await _words.how(ctx, kept)]
    lines.append(would_get_words(ctx, people, names))
    if kept.waits:
        lines.append(ctx.t("badges-preview-waits"))
    label = ctx.t("badges-give-out", people=people, waits=kept.waits)
    offered = people or kept.waits
    buttons = [ctx.button("badges.give_out", kept.id, label=label)] if offered else []
    await ctx.reply(join(lines), buttons, [_words.back(ctx, kept)])


def would_get_words(ctx: Context, people: int, names: Sequence[str]) -> Markup:
    """How many people it would go to; who asked not to be shown is counted and not named."""
    named = names_in(ctx, names, NAMES, people)
    return ctx.t("badges-would-get", people=people, named=bool(names), names=named)


async def waiting(ctx: Context) -> None:
    """The badges whose rule gives them to nobody yet."""
    found = [kept for kept in await _words.here(ctx, all_of_them=True) if kept.waits and kept.is_on]
    lines = [ctx.t("badges-waiting-title", count=len(found))]
    buttons = []
    for kept in found:
        people, _ = await ctx.use(Awards).would_get(kept, 0)
        lines.append(ctx.t("badges-waiting-line", badge=_words.called(ctx, kept), people=people))
        buttons.append(ctx.button("badges.preview", kept.id, label=plain(_words.called(ctx, kept))))
    rows = [buttons[start : start + 2] for start in range(0, len(buttons), 2)]
    every = [ctx.button("badges.give_out_all")] if len(found) > 1 else []
    await ctx.reply(join(lines), *rows, every)


async def give_out(ctx: Context, kept: KeptBadge) -> None:
    """From now on its rule gives it, and those who deserve it already are given it by a job."""
    await ctx.use(Badges).begin(kept)
    await ctx.later(hand_out, badge_id=kept.id, by=ctx.member.id)
    await ctx.reply(ctx.t("badges-giving-out", badge=_words.called(ctx, kept)))


async def give_out_all(ctx: Context) -> None:
    """The same for all that wait."""
    found = [kept for kept in await _words.here(ctx, all_of_them=True) if kept.waits and kept.is_on]
    for kept in found:
        await ctx.use(Badges).begin(kept)
        await ctx.later(hand_out, badge_id=kept.id, by=ctx.member.id)
    await ctx.reply(ctx.t("badges-giving-out-all", count=len(found)))


async def hand_out(
    ctx: Background,
    badge_id: int,
    by: int,
    behind: int = 0,
    given: int = 0,
    stretch: int = 1,
    at_once: int = PEOPLE_AT_ONCE,
) -> None:
    """Look at some people, and go on with the next ones in another job."""
    kept = next((kept for kept in await ctx.use(Badges).all(ctx.community.id) if kept.id == badge_id), None)
    if kept is None or kept.waits or not kept.is_on:  # it was changed meanwhile, and waits again
        return
    awards = ctx.use(Awards)
    last, new = await awards.backfill(kept, ctx.use(Facts), behind, at_once)
    given += new
    if last:
        if stretch % TOLD_EVERY == 0:
            await _tell(ctx, kept, stretch * at_once, given, over=False)
        await ctx.later(
            hand_out, badge_id=badge_id, by=by, behind=last, given=given, stretch=stretch + 1, at_once=at_once
        )
        return
    await _tell(ctx, kept, 0, given, over=True)
    member = await ctx.use(People).get(by)
    badge = plain(_words.called(ctx, kept, 0, member.language))
    key = f"badge-given-out:{kept.id}:{ctx.now.timestamp()}"
    await ctx.use(Telling).member(by, key, "badges-given-out", asked=True, badge=badge, people=given)


async def _tell(ctx: Background, kept: KeptBadge, looked_at: int, given: int, *, over: bool) -> None:
    """One post for the hosts that goes on changing; where it was over at once they need none."""
    total = await ctx.use(Awards).people(ctx.community.id)
    await ctx.use(Telling).rolling(
        f"badge-given-out:{kept.id}",
        "badges-progress",
        hosts=True,
        only_if_there=over,
        badge=plain(_words.called(ctx, kept, 0, ctx.community.language)),
        over=over,
        looked=min(looked_at, total),
        total=total,
        people=given,
    )
