"""The ways beside a direct message: a private thread and a mention, each allowed for itself and for each purpose."""

from collections.abc import Sequence

from bot.api import Action, Consents, Context, Networks, Purpose, Route, UserError, join

SOURCE = "passport"
WAYS = (Route.THREAD, Route.MENTION)


async def offered(ctx: Context) -> Sequence[Route]:
    """Those that a network of this community can do where it posts."""
    routes = await ctx.use(Networks).routes()
    return [route for route in WAYS if route in routes]


async def show(ctx: Context) -> None:
    """Reply with what is allowed by which way, and a button for each. Raises UserError where there is none."""
    routes = await offered(ctx)
    if not routes:
        raise UserError("passport-ways-none")
    given = await ctx.use(Consents).of(ctx.member.id)
    lines = [ctx.t("passport-ways")]
    rows: list[list[Action]] = []
    for route in routes:
        lines.append(ctx.t("passport-ways-about", route=route.value))
        for purpose in Purpose:
            held = given.get((purpose, route), False)
            lines.append(ctx.t("passport-ways-line", purpose=purpose.value, on=held))
        rows.append([_button(ctx, purpose, route, on=not given.get((purpose, route))) for purpose in Purpose])
    await ctx.reply(join(lines), *rows, [ctx.button("passport.preferences")])


async def allow(ctx: Context, purpose: Purpose, route: Route, *, on: bool, stopped: bool) -> None:
    """Allow messages of a purpose by a way, which ends a stop, or refuse them; `stopped` stops everything as well."""
    if route not in WAYS:
        raise UserError("passport-ways-none")
    consents = ctx.use(Consents)
    held = (await consents.of(ctx.member.id)).get((purpose, route), False)
    was_stopped = await consents.is_stopped(ctx.member.id)
    if on:
        await consents.give(ctx.member, purpose, route, source=SOURCE)
    else:
        await consents.withdraw(ctx.member.id, purpose, route, source=SOURCE)
    if stopped and not was_stopped:
        await consents.stop(ctx.member.id, ctx.community.id)
    text = ctx.t("passport-way-now", purpose=purpose.value, route=route.value, on=on, ended=on and was_stopped)
    undo = _undo(ctx, purpose, route, on=on, held=held, was_stopped=was_stopped)
    await ctx.reply(text, [*undo, ctx.button("passport.ways")])


def _undo(ctx: Context, purpose: Purpose, route: Route, *, on: bool, held: bool, was_stopped: bool) -> Sequence[Action]:
    label = ctx.t("passport-undo")
    if on and was_stopped:
        if held:
            return [ctx.button("passport.stop", label=label)]
        return [ctx.button("passport.way", purpose.value, route.value, "off", "on", label=label)]
    # Allowing it again would end the stop, so while everything is stopped that is no way back.
    if held == on or was_stopped:
        return []
    return [ctx.button("passport.way", purpose.value, route.value, "off" if on else "on", label=label)]


def _button(ctx: Context, purpose: Purpose, route: Route, *, on: bool) -> Action:
    label = ctx.t("passport-do-way", purpose=purpose.value, route=route.value, on=on)
    return ctx.button("passport.way", purpose.value, route.value, "on" if on else "off", label=label)
