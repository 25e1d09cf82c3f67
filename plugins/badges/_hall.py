"""The hall of fame: each badge with those who have it and may be shown."""

from bot.api import Awards, Context, Holder, KeptBadge, Message, Page, headed, join, names_in, plain, turning
from plugins.badges import _pictures, _words

BADGES_ON_A_PAGE = 6
NAMES = 5
HOLDERS_ON_A_PAGE = 20


async def hall(ctx: Context, number: int) -> None:
    """A page of badges with the first of those who have them."""
    awards = ctx.use(Awards)
    people = await awards.shown(ctx.community.id)
    held = [kept for kept in await _words.here(ctx, all_of_them=True) if people.get(kept.id)]
    page = Page.of(held, number, BADGES_ON_A_PAGE)
    lines = [headed(ctx, ctx.t("badges-hall-title"), page)]
    if not held:
        lines.append(ctx.t("badges-hall-empty"))
    buttons, entries = [], []
    for kept in page.items:
        some = await awards.holders(kept, NAMES)
        names = names_in(ctx, [_named(ctx, kept, holder) for holder in some], NAMES, people[kept.id])
        lines.append(ctx.t("badges-hall-line", badge=_words.called(ctx, kept), names=names))
        entries.append((kept, names))
        if people[kept.id] > len(some):
            buttons.append(ctx.button("badges.holders_page", kept.id, 1, label=plain(_words.called(ctx, kept))))
    rows = [buttons[start : start + 2] for start in range(0, len(buttons), 2)]
    pages = turning(ctx, "badges.hall_page", page)
    message = Message(join(lines), tuple(tuple(row) for row in (*rows, pages) if row))
    await ctx.reply(await _pictures.hall(ctx, message, entries))


def _named(ctx: Context, kept: KeptBadge, holder: Holder) -> str:
    """The name, with the level where the badge has several."""
    if len(kept.badge.levels) < 2:
        return holder.name
    return plain(ctx.t("badges-hall-name", name=holder.name, level=_words.numeral(holder.level)))


async def holders(ctx: Context, kept: KeptBadge, number: int) -> None:
    """A page of those who have a badge."""
    awards = ctx.use(Awards)
    total = (await awards.shown(ctx.community.id)).get(kept.id, 0)
    number, last = Page.nearest(total, number, HOLDERS_ON_A_PAGE)
    found = await awards.holders(kept, HOLDERS_ON_A_PAGE, (number - 1) * HOLDERS_ON_A_PAGE)
    page = Page(found, number, last)
    lines = [headed(ctx, _words.called(ctx, kept), page)]
    if not found:
        lines.append(ctx.t("badges-hall-nobody"))
    lines += [ctx.t("badges-holder", name=_named(ctx, kept, holder)) for holder in found]
    await ctx.reply(join(lines), turning(ctx, "badges.holders_page", page, kept.id))
