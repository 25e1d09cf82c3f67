"""Names in a sentence: as many as it has room for, and how many more there are."""

from collections.abc import Sequence

from bot.core.context import Background
from bot.text import times
from bot.text.markup import plain


def names_in(ctx: Background, names: Sequence[str], most: int, total: int | None = None) -> str:
    """ "Ema, Petr and 3 more": at most so many of the names; `total` where there are more than are at hand."""
    shown = list(names[:most])
    if (more := (len(names) if total is None else total) - len(shown)) > 0:
        shown.append(plain(ctx.t("names-more", count=more)))
    return times.names(shown, ctx.language)
