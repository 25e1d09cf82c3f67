"""Words that several screens share."""

from collections.abc import Iterable
from datetime import datetime

from bot.api import Context, Markup, Titled, Translator, escape, folded, plain, shortened, times

QUOTE_LENGTH = 320


def known(ctx: Context, key: str, otherwise: str) -> Markup:
    """The text `key` where there is one; `otherwise`, escaped, where its plugin brings none."""
    return ctx.t(key) if ctx.use(Translator).has(key) else escape(otherwise)


def called(ctx: Context, name: Titled) -> Markup:
    """What a plugin or a journey is called, without the name that is typed: for buttons and forms, which are short."""
    return ctx.use(Translator).title(name, ctx.language)


def named(ctx: Context, typed: str, among: Iterable[Titled]) -> str:
    """The name of what is meant, where somebody typed what it is called; else what was typed."""
    wanted = folded(typed)
    return next((str(name) for name in among if folded(plain(called(ctx, name))) == wanted), typed)


def step_name(ctx: Context, journey: str, step: str) -> Markup:
    """What a step is called, of the journey "plugin.name": the text "<plugin>-journey-<name>-<step>", else its id."""
    return known(ctx, f"{journey.replace('.', '-journey-', 1)}-{step}".replace("_", "-"), step)


def moment(ctx: Context, at: datetime) -> str:
    """When `at` is, by the reader's own clock."""
    return times.moment(at, ctx.language, ctx.member.zone, now=ctx.now)


def quote(text: Markup, length: int = QUOTE_LENGTH) -> Markup:
    """The beginning of a text, without its look."""
    return escape(shortened(" ".join(plain(text).split()), length))
