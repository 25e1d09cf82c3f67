"""Long lists in pages, headed alike, with buttons to turn them."""

from collections.abc import Sequence
from typing import Generic, Self, TypeVar

from msgspec import Struct

from bot.core.context import Context
from bot.model.messages import Action, Markup

T = TypeVar("T")


class Page(Struct, Generic[T], frozen=True):
    """One page of a list; pages count from 1. `last`: as far as is known, the number of the last one."""

    items: Sequence[T]
    number: int
    last: int

    @classmethod
    def of(cls, items: Sequence[T], number: int, size: int) -> Self:
        """The page of that number, or the nearest there is."""
        number, last = cls.nearest(len(items), number, size)
        return cls(items[(number - 1) * size : number * size], number, last)

    @classmethod
    def piece(cls, found: Sequence[T], number: int, size: int) -> Self:
        """The page of a list fetched piece by piece: `found` begins with it, and goes on where another follows."""
        return cls(found[:size], number, number + (len(found) > size))

    @staticmethod
    def nearest(total: int, number: int, size: int) -> tuple[int, int]:
        """The number of the nearest page there is, and of the last one: for a list that is not fetched as a whole."""
        last = max(1, -(-total // size))
        return min(max(number, 1), last), last


def headed(ctx: Context, title: str | Markup, page: Page[T] | None = None) -> Markup:
    """The title of a list, with the page's number where there are several."""
    if page is None or page.last == 1:
        return ctx.t("list-heading", title=title)
    return ctx.t("list-heading-paged", title=title, page=page.number, last=page.last)


def turning(ctx: Context, action: str, page: Page[T], *first: int | str) -> list[Action]:
    """Buttons to the pages before and behind, as far as there are; `action` takes `first` and the page's number."""
    row = []
    if page.number > 1:
        row.append(ctx.button(action, *first, page.number - 1, label=ctx.t("list-before")))
    if page.number < page.last:
        row.append(ctx.button(action, *first, page.number + 1, label=ctx.t("list-behind")))
    return row
