"""Long lists in pages, with buttons to turn them, and long names in buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Generic, TypeVar

from bot.api import Action, Context, Markup

T = TypeVar("T")


def short_for(name: str) -> str:
    """Eight letters that stand for a name in a button, which has no room for long ones."""
    return sha256(name.encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list; pages count from 1."""

    items: Sequence[T]
    number: int
    last: int


def page_of(items: Sequence[T], number: int, size: int) -> Page[T]:
    """The page of that number, or the nearest there is."""
    last = max(1, -(-len(items) // size))
    number = min(max(number, 1), last)
    return Page(items[(number - 1) * size : number * size], number, last)


def turning(ctx: Context, action: str, page: Page[T], *first: int) -> list[Action]:
    """Buttons to the pages before and behind; `action` takes `first` and the page's number."""
    row = []
    if page.number > 1:
        row.append(ctx.button(action, *first, page.number - 1, label=ctx.t("rewards-page-before")))
    if page.number < page.last:
        row.append(ctx.button(action, *first, page.number + 1, label=ctx.t("rewards-page-behind")))
    return row


def headed(ctx: Context, title: Markup, page: Page[T]) -> Markup:
    """The title, with the page's number where there are several."""
    if page.last == 1:
        return ctx.t("rewards-heading", title=title)
    return ctx.t("rewards-heading-paged", title=title, page=page.number, last=page.last)
