"""Each change of a preference: done at once, told in words, and undone by one button."""

from datetime import time

from msgspec.structs import replace

from bot.api import (
    Action,
    Consents,
    Context,
    Look,
    Markup,
    Preferences,
    Purpose,
    Route,
    Translator,
    UserError,
    minutes_of_day,
    time_of_day,
    times,
)
from plugins.passport._preferences import (
    Standing,
    clock_now,
    consent_button,
    native_name,
    quiet_words,
    standing,
)
from plugins.passport._zones import COMMUNITY, zone_code

SOURCE = "passport"
ONE_A_DAY = 1
MINUTES_OF_A_DAY = 24 * 60


async def _done(ctx: Context, text: Markup, undo: Action | None = None) -> None:
    """Say what now holds. Nothing to undo: it held before."""
    await ctx.reply(text, [*([undo] if undo else []), ctx.button("passport.preferences")])


def _undo(ctx: Context, action: str, *arguments: int | str) -> Action:
    return ctx.button(action, *arguments, label=ctx.t("passport-undo"))


async def speak(ctx: Context, wanted: str) -> None:
    """Speak a language from this answer on; COMMUNITY is the community's. Raises UserError for one without texts."""
    before = (await standing(ctx)).language
    after = None if wanted == COMMUNITY else wanted
    if after is not None and after.partition("-")[0] not in ctx.use(Translator).languages:
        raise UserError("passport-language-gone")
    await ctx.use(Preferences).prefer(ctx.member.person_id, language=after)
    ctx.member = replace(ctx.member, language=after or ctx.community.language)  # this answer already
    text = ctx.t("passport-language-now", language=native_name(ctx, ctx.language))
    await _done(
        ctx, text, None if before == after else _undo(ctx, "passport.language", (before or COMMUNITY).replace("_", "-"))
    )


async def move(ctx: Context, zone: str | None) -> None:
    """Go by the clock of a zone (an IANA name); None is the community's."""
    before = (await standing(ctx)).zone
    await ctx.use(Preferences).prefer(ctx.member.person_id, zone=zone)
    ctx.member = replace(ctx.member, zone=zone or ctx.community.zone)
    name = times.zone_name(ctx.member.zone, ctx.language)
    undo = _undo(ctx, "passport.zone", zone_code(before))
    await _done(ctx, ctx.t("passport-zone-now", zone=name, clock=clock_now(ctx)), None if before == zone else undo)


async def be_quiet(ctx: Context, start: int, until: int) -> None:
    """Quiet hours from and until these minutes after local midnight; none where both are the same."""
    before = (_in_minutes(ctx.member.quiet_from), _in_minutes(ctx.member.quiet_until))
    none = start == until
    first, last = (0, 0) if none else (start % MINUTES_OF_A_DAY, until % MINUTES_OF_A_DAY)
    await ctx.use(Preferences).prefer(ctx.member.person_id, quiet_from=first, quiet_until=last)
    ctx.member = replace(ctx.member, quiet_from=time_of_day(first), quiet_until=time_of_day(last))
    text = ctx.t("passport-quiet-off") if none else ctx.t("passport-quiet-now", hours=quiet_words(ctx, ctx.member))
    same = before == (first, last)
    await _done(ctx, text, None if same else _undo(ctx, "passport.quiet", before[0] or 0, before[1] or 0))


def _in_minutes(clock: time | None) -> int | None:
    return None if clock is None else minutes_of_day(clock)


async def consent(ctx: Context, purpose: Purpose, *, on: bool, stopped: bool) -> None:
    """Allow messages of a purpose, which ends a stop, or refuse them; `stopped` stops everything as well."""
    before = await standing(ctx)
    consents = ctx.use(Consents)
    if on:
        await consents.give(ctx.member, purpose, Route.DIRECT, source=SOURCE)
    else:
        await _withdraw(ctx, purpose)
    if stopped and not before.stopped:
        await consents.stop(ctx.member.id, ctx.community.id)
    text = ctx.t(f"passport-consent-{purpose.value}", on=on, ended=on and before.stopped)
    await _done(ctx, text, _undo_consent(ctx, purpose, before, on=on))


def _undo_consent(ctx: Context, purpose: Purpose, before: Standing, *, on: bool) -> Action | None:
    held = purpose in before.allowed
    if on and before.stopped:
        if held:
            return _undo(ctx, "passport.stop")
        return _undo(ctx, "passport.consent", purpose.value, "off", "on")
    # Allowing it again would end the stop, so while everything is stopped that is no way back.
    if held == on or before.stopped:
        return None
    return _undo(ctx, "passport.consent", purpose.value, "off" if on else "on")


async def _withdraw(ctx: Context, purpose: Purpose) -> None:
    """From every route that pushes, so that none is left behind that no screen shows."""
    consents = ctx.use(Consents)
    given = await consents.of(ctx.member.id)
    routes = {route for (what, route), granted in given.items() if what is purpose and granted}
    for route in sorted(routes | {Route.DIRECT}):
        await consents.withdraw(ctx.member.id, purpose, route, source=SOURCE)


async def write_often(ctx: Context, *, fewer: bool) -> None:
    """At most one unasked message a day, or as many as the community's limits allow."""
    before = (await standing(ctx)).fewer
    await ctx.use(Preferences).prefer(ctx.member.person_id, pushes_per_day=ONE_A_DAY if fewer else None)
    undo = _undo(ctx, "passport.often", "off" if fewer else "on")
    await _done(ctx, ctx.t("passport-often-now", fewer=fewer), None if before == fewer else undo)


async def hide(ctx: Context, *, hidden: bool) -> None:
    """Leave the person out of what others see, or show them again."""
    before = (await standing(ctx)).hidden
    await ctx.use(Preferences).hide(ctx.member.id, hidden=hidden)
    undo = _undo(ctx, "passport.hide", "off" if hidden else "on")
    await _done(ctx, ctx.t("passport-hide-now", hidden=hidden), None if before == hidden else undo)


async def look(ctx: Context, wanted: Look) -> None:
    """Show cards like this from the next one on."""
    before = (await standing(ctx)).look
    await ctx.use(Preferences).prefer(ctx.member.person_id, look=None if wanted is Look.DARK else wanted.value)
    undo = _undo(ctx, "passport.look", before.value)
    await _done(ctx, ctx.t("passport-look-now", look=wanted.value), None if before is wanted else undo)


async def stop(ctx: Context) -> None:
    """Stop everything unasked at once; twice changes nothing."""
    consents = ctx.use(Consents)
    before = await consents.is_stopped(ctx.member.id)
    if not before:
        await consents.stop(ctx.member.id, ctx.community.id)
    text = ctx.t("passport-stop-now", before=before)
    await ctx.reply(text, [ctx.button("passport.resume"), ctx.button("passport.preferences")])


async def resume(ctx: Context) -> None:
    """End the stop, and say what holds again: nothing more than was allowed before."""
    before = await standing(ctx)
    await ctx.use(Consents).resume(ctx.member.id)
    text = ctx.t("passport-resume-now", before=before.stopped, allowed=allowed_word(before))
    undo = [_undo(ctx, "passport.stop")] if before.stopped else []
    allow = [] if before.allowed else [consent_button(ctx, purpose, on=True) for purpose in Purpose]
    await ctx.reply(text, allow, [*undo, ctx.button("passport.preferences")])


def allowed_word(now: Standing) -> str:
    """For selectors in texts: what the person may be written to about: "both", "service", "marketing" or "nothing"."""
    if len(now.allowed) == len(Purpose):
        return "both"
    return next((purpose.value for purpose in Purpose if purpose in now.allowed), "nothing")
