"""The step of the zone by whose clock everybody is told times: found by its city, and guessed where it can be."""

from zoneinfo import ZoneInfo, available_timezones

from bot.api import (
    Action,
    Arrangements,
    Communities,
    Context,
    Field,
    UserError,
    parse_zone,
    times,
    zones_like,
    zones_of_language,
)
from plugins.setup._parts import Part, Said, code, marked, rows_of

LONGEST = 60


async def look(ctx: Context) -> object:
    """No network is asked."""
    return ()


async def part(ctx: Context, seen: object) -> Part:
    """The zone that holds, what the clock shows there, and good guesses."""
    now = (await ctx.use(Communities).get(ctx.community.id)).zone
    clock = times.clock(ctx.now.astimezone(ZoneInfo(now)).time(), ctx.language)
    text = ctx.t("setup-zone-now", zone=times.zone_name(now, ctx.language), clock=clock, usual=now == "UTC")
    buttons = [_button(ctx, zone, now) for zone in _guesses(ctx, now)]
    return Part([text], [*rows_of(buttons, 2), [ctx.button("setup.zone_form")]], settled=now != "UTC")


def _guesses(ctx: Context, now: str) -> list[str]:
    """What holds; where the person lives who sets me up; where the community's language is at home."""
    return list(dict.fromkeys([now, ctx.member.zone, *zones_of_language(ctx.community.language)]))


def _button(ctx: Context, zone: str, now: str) -> Action:
    label = marked(ctx, times.zone_name(zone, ctx.language), now=zone == now)
    return ctx.button("setup.zone", code(zone), label=label)


async def ask(ctx: Context) -> None:
    """A form with one line."""
    field = Field("city", str(ctx.t("setup-zone-field")), help=str(ctx.t("setup-zone-help")))
    await ctx.ask("setup.zone_given", title=ctx.t("setup-zone-form"), fields=[field])


async def read(ctx: Context, typed: str) -> Said | None:
    """Take the city that was typed; None after it was answered with those that come near."""
    try:
        zone = parse_zone(typed, ctx.language)
    except UserError:
        near = zones_like(typed, ctx.language)
        buttons = [_button(ctx, zone, "") for zone in near]
        again = [ctx.button("setup.zone_form", label=ctx.t("setup-zone-again"))]
        shown = " ".join(typed.split())[:LONGEST]
        await ctx.reply(ctx.t("setup-zone-unknown", typed=shown, near=bool(near)), buttons, again)
        return None
    return await _set(ctx, zone)


async def choose(ctx: Context, zone_code: str) -> Said:
    """Take the zone behind a button. Raises UserError for one that this machine does not know."""
    zone = next((zone for zone in available_timezones() if code(zone) == zone_code), None)
    if zone is None:
        raise UserError("setup-gone")
    return await _set(ctx, zone)


async def _set(ctx: Context, zone: str) -> Said:
    entry = await ctx.use(Arrangements).set(ctx.community, "zone", zone, ctx.member.id)
    clock = times.clock(ctx.now.astimezone(ZoneInfo(zone)).time(), ctx.language)
    name = times.zone_name(zone, ctx.language)
    return Said(ctx.t("setup-zone-set", zone=name, clock=clock, new=entry is not None), entry)
