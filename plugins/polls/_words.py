"""What a poll came to in words: lines that say what the picture does."""

from bot.api import Background, Markup, join, scale_lines
from plugins.polls._counting import Figures, Row
from plugins.polls._poll import Poll

Line = tuple[str, dict[str, object]]
"""A text and its values, to be said in whoever reads it's language."""


def shown_lines(ctx: Background, poll: Poll, shown: Figures | None) -> Markup:
    """The figures in words, a line for each answer."""
    return join(ctx.t(key, **values) for key, values in lines_of(poll, shown))


def lines_of(poll: Poll, shown: Figures | None) -> list[Line]:
    """The same before it is said."""
    if shown is None:
        return (
            [("polls-not-shown", {"hides": "yes" if poll.hides else "no"})] if poll.is_open else [("polls-too-few", {})]
        )
    lines: list[Line] = [("polls-people", {"count": shown.people})]
    if poll.kind.has_options and shown.people:
        best = shown.best if not poll.is_open else ()
        lines += [("polls-row", _row(poll, shown, row, best="yes" if row in best else "no")) for row in shown.rows]
    elif poll.kind.scale is not None:
        lines += scale_lines(poll.kind.scale, dict(shown.spread))
    return lines


def _row(poll: Poll, shown: Figures, row: Row, *, best: str) -> dict[str, object]:
    share = round(100 * shown.share(row))
    own = {"label": row.label, "votes": row.votes, "points": row.points}
    return {**own, "kind": poll.kind.value, "share": share, "best": best}
