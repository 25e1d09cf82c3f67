"""Long lists in pages, with buttons to turn them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.api import Action, Context, Markup

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list; pages count from 1."""

    items: Sequence[T]
    number: int
    last: int


def page_of(items: Sequence[T], number: int, size: int) -> Page[T]:
    """The page of that number, or the nearest there is."""
    number, last = place(len(items), number, size)
    return Page(items[(number - 1) * size : number * size], number, last)


def place(total: int, number: int, size: int) -> tuple[int, int]:
    """The number of the nearest page there is, and of the last one."""
    last = max(1, -(-total // size))
    return min(max(number, 1), last), last


def headed(ctx: Context, title: Markup, page: Page[T]) -> Markup:
    """The title, with the page's number where there are several."""
    return ctx.t("badges-heading", title=title, paged=page.last > 1, page=page.number, last=page.last)


def turning(ctx: Context, action: str, page: Page[T], *first: int | str) -> list[Action]:
    """Buttons to the pages before and behind, as far as there are; `action` takes `first` and the page's number."""
    row = []
    if page.number > 1:
        row.append(ctx.button(action, *first, page.number - 1, label=ctx.t("badges-page-before")))
    if page.number < page.last:
        row.append(ctx.button(action, *first, page.number + 1, label=ctx.t("badges-page-behind")))
    return row
