"""What differs between two versions of a journey, in words."""

from bot.api import Context, Journey, Markup, Step, times
from plugins.admin._journey_routes import way_words
from plugins.admin._journey_shares import shares
from plugins.admin._journey_words import when_words, whole_words
from plugins.admin._words import known, quote, step_name

TEXT_SHOWN = 120


def journey_diff(ctx: Context, name: str, before: Journey, after: Journey) -> list[Markup]:
    """A line for each thing that differs; one general line where it is nothing that has words of its own."""
    lines = _whole(ctx, before, after)
    for step in after.steps:
        old = before.step(step.id)
        if old is not None and old != step:
            changed = _step(ctx, before, after, old, step)
            called = step_name(ctx, name, step.id)
            lines += [ctx.t("admin-diff-step", step=called, diff=line) for line in changed]
    return lines or [ctx.t("admin-diff-other")]


def _whole(ctx: Context, before: Journey, after: Journey) -> list[Markup]:
    old, new = whole_words(ctx, before), whole_words(ctx, after)
    return [
        ctx.t(
            "admin-diff", what=ctx.t(f"admin-field-{name}"), before=old.get(name, ctx.t("admin-nothing")), after=words
        )
        for name, words in new.items()
        if old.get(name) != words
    ]


def _step(ctx: Context, journey_before: Journey, journey_after: Journey, before: Step, after: Step) -> list[Markup]:
    lines = []
    if before.on != after.on:
        lines.append(ctx.t("admin-diff-switched", on=after.on))
    if before.routes != after.routes:
        old_way, new_way = way_words(ctx, before.routes), way_words(ctx, after.routes)
        lines.append(ctx.t("admin-diff", what=ctx.t("admin-field-how"), before=old_way, after=new_way))
    if before.when != after.when:
        old, new = when_words(ctx, journey_before, before), when_words(ctx, journey_after, after)
        lines.append(ctx.t("admin-diff", what=ctx.t("admin-field-when"), before=old, after=new))
    if before.expires_after != after.expires_after:
        old_span, new_span = (times.duration(s.expires_after.total_seconds(), ctx.language) for s in (before, after))
        lines.append(ctx.t("admin-diff", what=ctx.t("admin-field-expiry"), before=old_span, after=new_span))
    return lines + _texts(ctx, before, after)


def _texts(ctx: Context, before: Step, after: Step) -> list[Markup]:
    lines = _shares(ctx, before, after)
    for old, new in zip(before.variants, after.variants, strict=False):
        for language in sorted(old.texts.keys() | new.texts.keys()):
            if old.texts.get(language) != new.texts.get(language):
                what = ctx.t("admin-field-text", language=language_name(ctx, language))
                lines.append(
                    ctx.t(
                        "admin-diff",
                        what=what,
                        before=_text(ctx, old.texts.get(language)),
                        after=_text(ctx, new.texts.get(language)),
                    )
                )
    return lines


def _shares(ctx: Context, before: Step, after: Step) -> list[Markup]:
    """Every variant's share where one of them changed: what one gets is taken from the others."""
    if [old.weight for old in before.variants] == [new.weight for new in after.variants]:
        return []
    return [
        ctx.t("admin-diff-share", variant=variant.name, before=old, after=new)
        for variant, old, new in zip(after.variants, shares(before), shares(after), strict=False)
    ]


def _text(ctx: Context, text: str | None) -> Markup:
    return ctx.t("admin-quoted", text=quote(Markup(text), TEXT_SHOWN)) if text else ctx.t("admin-standard-text")


def language_name(ctx: Context, language: str) -> Markup:
    """What a language is called; its tag where we have no word for it."""
    return known(ctx, f"admin-language-{language}", language)
