"""What needs more than a tap: the choice of a language, and the forms for the time zone and the quiet hours."""

from bot.api import (
    Context,
    Field,
    Look,
    Translator,
    UserError,
    minutes_of_day,
    parse_clock,
    parse_zone,
    times,
    zones_like,
)
from plugins.passport import _changes
from plugins.passport._preferences import native_name
from plugins.passport._zones import COMMUNITY, zone_code, zone_of

IN_A_ROW = 3

_OFF = frozenset({"-", "off", "none", "no", "vyp", "vypnout", "ne", "nic"})


async def offer_languages(ctx: Context) -> None:
    """A button for each language, by the name it gives itself."""
    buttons = [
        ctx.button("passport.language", name, label=native_name(ctx, name)) for name in ctx.use(Translator).languages
    ]
    rows = [buttons[place : place + IN_A_ROW] for place in range(0, len(buttons), IN_A_ROW)]
    await ctx.reply(ctx.t("passport-language-which"), *rows)


async def offer_looks(ctx: Context) -> None:
    """A button for each way to show a card."""
    looks = [ctx.button("passport.look", look.value, label=ctx.t("passport-do-look", look=look.value)) for look in Look]
    await ctx.reply(ctx.t("passport-look-which"), looks)


async def ask_zone(ctx: Context) -> None:
    """A form with one line."""
    field = Field(
        "zone",
        str(ctx.t("passport-zone-field")),
        help=str(ctx.t("passport-zone-help")),
        value=times.zone_name(ctx.member.zone, ctx.language),
    )
    await ctx.ask("passport.zone_given", title=ctx.t("passport-zone-title"), fields=[field])


async def read_zone(ctx: Context, typed: str) -> None:
    """Take the zone that was typed; what is no zone is answered with those that come near."""
    try:
        zone = parse_zone(typed, ctx.language)
    except UserError:
        await _offer_zones(ctx, typed)
        return
    await _changes.move(ctx, zone)


async def _offer_zones(ctx: Context, typed: str) -> None:
    near = zones_like(typed, ctx.language)
    buttons = [ctx.button("passport.zone", zone_code(zone), label=_zone_label(ctx, zone)) for zone in near]
    text = ctx.t(
        "passport-zone-unknown",
        typed=typed.strip()[:60],
        near=len(near),
        zone=times.zone_name(ctx.member.zone, ctx.language),
    )
    await ctx.reply(text, buttons, [ctx.button("passport.zone_form", label=ctx.t("passport-zone-again"))])


def _zone_label(ctx: Context, zone: str) -> str:
    return f"{times.zone_name(zone, ctx.language)} ({zone})" if "/" in zone else zone


async def take_zone(ctx: Context, code: str) -> None:
    """The zone behind a button; one that is gone from the machine's list is asked for once more."""
    if code == COMMUNITY:
        await _changes.move(ctx, None)
        return
    zone = zone_of(code)
    if zone is None:
        raise UserError("passport-zone-gone")
    await _changes.move(ctx, zone)


async def ask_quiet(ctx: Context) -> None:
    """A form with the two ends, filled with what holds."""
    member = ctx.member
    help_text = str(ctx.t("passport-quiet-help"))
    start, until = "22:00", "08:00"
    if member.quiet_from is not None and member.quiet_until is not None and member.quiet_from != member.quiet_until:
        start, until = f"{member.quiet_from:%H:%M}", f"{member.quiet_until:%H:%M}"
    fields = [
        Field("from", str(ctx.t("passport-quiet-from")), help=help_text, value=start, required=False),
        Field("until", str(ctx.t("passport-quiet-until")), help=help_text, value=until, required=False),
    ]
    await ctx.ask("passport.quiet_given", title=ctx.t("passport-quiet-title"), fields=fields)


async def read_quiet(ctx: Context, start: str, until: str) -> None:
    """Take the hours that were typed; "off" in the first line, or nothing at all, ends them.

    Raises UserError for what is no time of day, for one end without the other, and for two that are the same.
    """
    if start.strip().lower() in _OFF or not (start.strip() or until.strip()):
        await _changes.be_quiet(ctx, 0, 0)
        return
    first, last = _minutes(start), _minutes(until)
    if first == last:
        raise UserError("passport-quiet-same", clock=start.strip())
    await _changes.be_quiet(ctx, first, last)


def _minutes(typed: str) -> int:
    try:
        clock = parse_clock(typed)
    except UserError:
        raise UserError("passport-quiet-wrong", typed=typed.strip()[:40], given=bool(typed.strip())) from None
    return minutes_of_day(clock)
