"""The preferences: one message that says what holds, with a button for each thing to change."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.api import (
    Action,
    Consents,
    Context,
    Look,
    Markup,
    Member,
    Preferences,
    Purpose,
    Route,
    Translator,
    join,
    times,
)
from plugins.passport import _interests, _ways


class Standing(Struct, frozen=True):
    """What holds for the person who acts. `allowed`: the purposes they may be written to for, directly; `reached`:
    those for which they may be reached by any way that disturbs them."""

    allowed: frozenset[Purpose]
    reached: frozenset[Purpose]
    stopped: bool
    fewer: bool
    hidden: bool
    language: str | None
    zone: str | None
    look: Look


async def standing(ctx: Context, member_id: int | None = None) -> Standing:
    """What holds now, also for what was changed a moment ago; for the person who acts unless told otherwise."""
    who = member_id or ctx.member.id
    preferred, consents = await ctx.use(Preferences).of(who), await ctx.use(Consents).of(who)
    return Standing(
        allowed=frozenset(purpose for purpose in Purpose if consents.get((purpose, Route.DIRECT))),
        reached=frozenset(purpose for (purpose, _), given in consents.items() if given),
        stopped=await ctx.use(Consents).is_stopped(who),
        fewer=preferred.pushes_per_day is not None,
        hidden=preferred.hidden,
        language=preferred.language,
        zone=preferred.zone,
        look=preferred.look or Look.DARK,
    )


async def show(ctx: Context) -> None:
    """Reply with all that can be preferred."""
    now, interests = await standing(ctx), await _interests.line(ctx)
    member = ctx.member
    lines = [ctx.t("passport-preferences-title")]
    if now.stopped:
        lines.append(ctx.t("passport-preferences-stopped"))
    lines += [
        ctx.t("passport-preferences-language", language=native_name(ctx, member.language)),
        ctx.t("passport-preferences-zone", zone=times.zone_name(member.zone, ctx.language), clock=clock_now(ctx)),
        quiet_words(ctx, member),
        ctx.t("passport-preferences-service", on=Purpose.SERVICE in now.allowed),
        ctx.t("passport-preferences-marketing", on=Purpose.MARKETING in now.allowed),
        ctx.t("passport-preferences-often", fewer=now.fewer),
        ctx.t("passport-preferences-hidden", hidden=now.hidden),
        ctx.t("passport-preferences-look", look=now.look.value),
    ]
    others = [ctx.button("passport.ways")] if await _ways.offered(ctx) else []
    if interests is not None:
        lines.append(interests)
        others.append(ctx.button("passport.interests"))
    await ctx.reply(join(lines), *_buttons(ctx, now, others))


def _buttons(ctx: Context, now: Standing, others: Sequence[Action]) -> list[list[Action]]:
    """What can be changed, each button saying what it will do."""
    return [
        [ctx.button("passport.languages"), ctx.button("passport.zone_form")],
        [ctx.button("passport.quiet_form"), often_button(ctx, fewer=not now.fewer)],
        [consent_button(ctx, purpose, on=purpose not in now.allowed) for purpose in Purpose],
        [
            ctx.button("passport.hide", _switch(not now.hidden), label=ctx.t("passport-do-hide", on=not now.hidden)),
            ctx.button("passport.looks"),
        ],
        *([list(others)] if others else []),
        [ctx.button("passport.resume" if now.stopped else "passport.stop")],
    ]


def often_button(ctx: Context, *, fewer: bool) -> Action:
    """A button for fewer messages, or as many as there are."""
    return ctx.button("passport.often", _switch(fewer), label=ctx.t("passport-do-often", fewer=fewer))


def consent_button(ctx: Context, purpose: Purpose, *, on: bool) -> Action:
    """A button that allows messages of a purpose, or refuses them."""
    label = ctx.t("passport-do-consent", purpose=purpose.value, on=on)
    return ctx.button("passport.consent", purpose.value, _switch(on), label=label)


def quiet_words(ctx: Context, member: Member) -> Markup:
    """The member's quiet hours in words."""
    if member.quiet_from is None or member.quiet_until is None or member.quiet_from == member.quiet_until:
        return ctx.t("passport-preferences-no-quiet")
    start, until = (times.clock(at, ctx.language) for at in (member.quiet_from, member.quiet_until))
    return ctx.t("passport-preferences-quiet", start=start, until=until)


def native_name(ctx: Context, language: str) -> Markup:
    """A language by the name it gives itself."""
    return ctx.use(Translator).text("passport-language", language)


def clock_now(ctx: Context) -> str:
    """What the clock on the person's wall shows: "19:05"."""
    return times.clock(ctx.now.astimezone(ZoneInfo(ctx.member.zone)).time(), ctx.language)


def _switch(on: bool) -> str:
    return "on" if on else "off"
