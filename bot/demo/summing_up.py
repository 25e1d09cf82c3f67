"""The demo's last words: figures with what they count, and where to look next."""

from collections.abc import Iterator, Sequence

from bot.demo.result import Result
from bot.demo.screen import Row
from bot.model.messages import Markup
from bot.text import times
from bot.text.markup import escape, join
from bot.text.saying import Say


def figures(result: Result, say: Say, language: str) -> Sequence[Row]:
    """What came of it, a figure and its meaning a row."""
    report, account = result.report, result.report.deliveries
    left_out = _reasons(account.skipped, say, language)

    def row(count: int, key: str, **values: object) -> Row:
        return escape(times.number(count, language)), say(key, language, count=count, **values)

    return [
        row(report.people, "demo-sum-people", messages=report.messages, questions=report.questions),
        row(account.planned, "demo-sum-planned", people=report.enrolled),
        row(account.sent, "demo-sum-sent"),
        row(account.available, "demo-sum-available", opened=result.opened),
        row(sum(account.skipped.values()), "demo-sum-left-out", reasons=left_out),
        row(account.unknown + account.failed, "demo-sum-lost"),
        row(result.answers, "demo-sum-answers"),
        *_score(result, say, language),
    ]


def _reasons(skipped: dict[str, int], say: Say, language: str) -> Markup:
    most_first = sorted(skipped.items(), key=lambda one: (-one[1], one[0]))
    return join([say("demo-left-out", language, reason=reason, count=count) for reason, count in most_first], ", ")


def _score(result: Result, say: Say, language: str) -> Iterator[Row]:
    nps = result.promoters
    if nps is None:
        return
    signed = f"{round(nps.score):+d}".replace("-", "−")
    margin = round(nps.margin or 0)
    yield escape(signed), say("demo-sum-nps", language, count=result.scores.total(), margin=margin)


def where_next(say: Say, language: str) -> Sequence[Row]:
    """What to do after the demo: what to type or open, and what that does."""
    keys = [f"demo-next-{what}" for what in ("run", "replay", "more")]
    return [(say(f"{key}.command", language), say(key, language)) for key in keys]
