"""What the steps share: what a step shows, what is said of a change, and ids that fit into a button."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import TypeVar

from msgspec import Struct

from bot.api import Action, Context, Markup, Problem, UserError, plain

T = TypeVar("T")

NOTHING = "none"
"""In place of a code: nothing of the kind."""

IN_A_ROW = 3


class Part(Struct, frozen=True):
    """What a step shows. `settled`: what it asks for is there, so that the next step is the thing to do."""

    lines: Sequence[Markup]
    rows: Sequence[Sequence[Action]] = ()
    settled: bool = True


class Said(Struct, frozen=True):
    """What is said of a change; `entry` is its line in the audit, with which it can be undone."""

    text: Markup
    entry: int | None = None


def code(id: str) -> str:
    """A network's own id (of a channel, a role, a zone), short enough for a button."""
    return hashlib.blake2b(id.encode(), digest_size=4).hexdigest()


def chosen(code_: str, among: Iterable[T], ids: Sequence[str]) -> T | None:
    """The thing behind a code, None for nothing. Raises UserError where it is gone by now."""
    if code_ == NOTHING:
        return None
    for thing, id in zip(among, ids, strict=True):
        if code(id) == code_:
            return thing
    raise UserError("setup-gone")


def rows_of(buttons: Sequence[Action], width: int = IN_A_ROW) -> list[list[Action]]:
    """The buttons in rows."""
    return [list(buttons[start : start + width]) for start in range(0, len(buttons), width)]


def marked(ctx: Context, label: Markup | str, *, now: bool) -> str:
    """A button's label, which has no markup, and shows whether this is what holds."""
    shown = plain(label) if isinstance(label, Markup) else label
    return plain(ctx.t("setup-marked", label=shown, now=now))


def problem_line(ctx: Context, problem: Problem) -> Markup:
    """What a network finds wrong, with the cure."""
    return ctx.t("setup-problem", what=ctx.t(problem.key, **dict(problem.values)))
