"""What moderators can do: look at what is doubtful, ban, hold campaigns, and see the figures."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.api import (
    ActionStyle,
    Answers,
    Context,
    Field,
    FieldKind,
    Markup,
    Member,
    Rest,
    Role,
    join,
    plain,
    shortened,
    times,
)
from plugins.referrals import _campaigns, _deciding, _showing, _stats
from plugins.referrals._campaigns import Campaign
from plugins.referrals._plugin import plugin
from plugins.referrals._referral import Referral, referral_of

_NOTHING = Rest("")
LABEL = 60


@plugin.command("referral queue", least=Role.MODERATOR)
async def queue(ctx: Context) -> None:
    """See whose coming is in doubt, and let it count or not."""
    await queue_page(ctx, 1)


@plugin.action("referrals-queue", least=Role.MODERATOR)
async def queue_page(ctx: Context, page: int) -> None:
    """A page of it."""
    text, rows = await _showing.listed(ctx, page, queue=True)
    await ctx.reply(text, *rows, private=True)


@plugin.command("referral list", least=Role.MODERATOR)
async def list_all(ctx: Context) -> None:
    """See who brought whom, and how it stands."""
    await list_page(ctx, 1)


@plugin.action("referrals-list", least=Role.MODERATOR)
async def list_page(ctx: Context, page: int) -> None:
    """A page of all."""
    text, rows = await _showing.listed(ctx, page, queue=False)
    await ctx.reply(text, *rows, private=True)


@plugin.action("referrals-look", least=Role.MODERATOR)
async def look_at(ctx: Context, referral_id: int) -> None:
    """One of them."""
    await _page(ctx, await referral_of(ctx, referral_id), None)


@plugin.action("referrals-approve", style=ActionStyle.MAIN, least=Role.MODERATOR)
async def approve(ctx: Context, referral_id: int, side: int) -> None:
    """It goes on; 1: for the other one who may have brought them."""
    now = await _deciding.approve(ctx, referral_id, rival=bool(side))
    await _page(ctx, now, ctx.t("referrals-approved"))


@plugin.action("referrals-refuse", style=ActionStyle.DANGER, least=Role.MODERATOR)
async def refuse(ctx: Context, referral_id: int) -> None:
    """It does not count."""
    await _page(ctx, await _deciding.refuse(ctx, referral_id), ctx.t("referrals-refused"))


@plugin.action("referrals-take-back", style=ActionStyle.DANGER, least=Role.MODERATOR)
async def take_back(ctx: Context, referral_id: int) -> None:
    """It counts no more."""
    await _page(ctx, await _deciding.take_back(ctx, referral_id), ctx.t("referrals-taken-back"))


async def _page(ctx: Context, referral: Referral, head: Markup | None) -> None:
    text, rows = await _showing.page(ctx, referral, head)
    await ctx.reply(text, *rows, private=True)


@plugin.command("referral ban", least=Role.MODERATOR, examples=["/referral ban Ann", "/referral ban Ann sold her code"])
async def ban(ctx: Context, member: Member, why: Rest = _NOTHING) -> None:
    """Let a member bring nobody any more; what is on its way ends."""
    count = await _deciding.ban(ctx, member, shortened(why, 500))
    await ctx.reply(ctx.t("referrals-banned-now", name=member.name, count=count), private=True)


@plugin.command("referral unban", least=Role.MODERATOR, examples=["/referral unban Ann"])
async def unban(ctx: Context, member: Member) -> None:
    """Let a member bring people along again."""
    await _deciding.unban(ctx, member)
    await ctx.reply(ctx.t("referrals-unbanned", name=member.name), private=True)


@plugin.command("referral stats", least=Role.MODERATOR)
async def stats(ctx: Context) -> None:
    """See how many came along, how far they got, and whether they stay more than others."""
    await _stats.show(ctx)


# ---- campaigns ----------------------------------------------------------------------------------------------------


@plugin.command("referral campaign", least=Role.MODERATOR)
async def campaign(ctx: Context) -> None:
    """See the campaigns, begin one, and say what else has to hold."""
    found = await _campaigns.all_campaigns(ctx)
    lines = [ctx.t("referrals-campaigns-title")] if found else [ctx.t("referrals-campaigns-none")]
    lines += [_line(ctx, one) for one in found[:SHOWN]]
    rows = [
        [
            ctx.button(
                campaign_page, one.id, label=shortened(plain(ctx.t("referrals-campaign-open", name=one.name)), LABEL)
            )
        ]
        for one in found[:SHOWN]
    ]
    new = ctx.button(campaign_form, 0, label=ctx.t("referrals-campaign-new"))
    await ctx.reply(join(lines), *rows, [new, ctx.button("referrals.rule", 0)], private=True)


SHOWN = 8


def _line(ctx: Context, one: Campaign) -> Markup:
    zone, now = ctx.member.zone, ctx.now
    days = {name: times.moment(at, ctx.language, zone, now=now) for name, at in _span(one)}
    state = "on" if one.is_on(now) else "over" if one.ends_at <= now else "soon"
    return ctx.t("referrals-campaign-line", name=one.name, bonus=one.bonus, state=state, **days)


def _span(one: Campaign) -> list[tuple[str, datetime]]:
    return [("begins", one.begins_at), ("ends", one.ends_at)]


@plugin.action("referrals-campaign-open", least=Role.MODERATOR)
async def campaign_page(ctx: Context, campaign_id: int) -> None:
    """One campaign with its own funnel; 0 is the list."""
    if not campaign_id:
        await campaign(ctx)
        return
    one = await _campaigns.campaign_of(ctx, campaign_id)
    lines = [_line(ctx, one)]
    lines += [ctx.t("referrals-campaign-says", words=one.words)] if one.words else []
    lines += _stats.lines_of(ctx, await _stats.funnel(ctx, one.id))
    buttons = [ctx.button(campaign_form, one.id, label=ctx.t("referrals-campaign-edit"))]
    buttons += [ctx.button("referrals.rule", one.id)]
    buttons += [ctx.button(end_campaign, one.id)] if one.ends_at > ctx.now else []
    back = ctx.button(campaign_page, 0, label=ctx.t("referrals-campaigns"))
    await ctx.reply(join(lines), buttons, [back], private=True)


@plugin.action("referrals-campaign-form", least=Role.MODERATOR, opens_form=True)
async def campaign_form(ctx: Context, campaign_id: int) -> None:
    """Ask for what it is; 0 for a new one."""
    one = await _campaigns.campaign_of(ctx, campaign_id) if campaign_id else None
    kept = {name: _typed(ctx, at) for name, at in _span(one)} if one is not None else {}
    help = {name: ctx.t(f"referrals-field-{name}.help") for name in ("begins", "ends", "bonus", "words")}
    values = {"name": "", "bonus": "", "words": ""}
    values |= {"name": one.name, "bonus": str(one.bonus), "words": one.words} if one is not None else {}
    fields = [
        Field("name", ctx.t("referrals-field-name"), value=values["name"]),
        Field(
            "begins", ctx.t("referrals-field-begins"), help=help["begins"], value=kept.get("begins", ""), required=False
        ),
        Field("ends", ctx.t("referrals-field-ends"), help=help["ends"], value=kept.get("ends", "")),
        Field(
            "bonus", ctx.t("referrals-field-bonus"), FieldKind.NUMBER, help["bonus"], values["bonus"], required=False
        ),
        Field(
            "words", ctx.t("referrals-field-words"), FieldKind.LONG_TEXT, help["words"], values["words"], required=False
        ),
    ]
    await ctx.ask(keep_campaign, campaign_id, title=ctx.t("referrals-campaign-form"), fields=fields)


def _typed(ctx: Context, at: datetime) -> str:
    """As it can be typed again."""
    return f"{at.astimezone(ZoneInfo(ctx.member.zone)):%Y-%m-%d %H:%M}"


@plugin.action("referrals-campaign-form", least=Role.MODERATOR)
async def keep_campaign(ctx: Context, campaign_id: int, answers: Answers) -> None:
    """Keep it."""
    await campaign_page(ctx, (await _campaigns.keep(ctx, campaign_id, answers)).id)


@plugin.action("referrals-campaign-end", style=ActionStyle.DANGER, least=Role.MODERATOR)
async def end_campaign(ctx: Context, campaign_id: int) -> None:
    """It is over now."""
    await campaign_page(ctx, (await _campaigns.end(ctx, campaign_id)).id)
