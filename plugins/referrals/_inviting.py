"""One's own code and links, what they bring, and the card to show around."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.api import (
    Context,
    DeepLinks,
    InviteCard,
    Message,
    Networks,
    PersonalInvites,
    Pictures,
    UserError,
    join,
    plain,
    times,
)
from plugins.referrals import _codes
from plugins.referrals._campaigns import under_way
from plugins.referrals._guards import is_banned
from plugins.referrals._noting import counts, what_counts
from plugins.referrals._settings import ReferralSettings

LINK = "invited_"


class Way(Struct, frozen=True):
    """An address that somebody can pass on, and where it leads."""

    title: str
    address: str


async def show(ctx: Context) -> None:
    """All of it; what is new is kept once the networks have answered and the picture is drawn."""
    if await is_banned(ctx, ctx.member.id):
        raise UserError("referrals-banned")
    known = await _codes.code_of(ctx, ctx.member.id)
    code = known or await _codes.new_code(ctx)
    ways = await _ways(ctx, code)
    lines = [ctx.t("referrals-code", code=code)]
    lines += [ctx.t("referrals-way", title=way.title, address=way.address) for way in ways]
    lines.append(await what_counts(ctx))
    campaign = await under_way(ctx)
    if campaign is not None and campaign.words:
        lines.append(ctx.t("referrals-card-reads", name=ctx.member.name, words=campaign.words))
    coming, counted = await counts(ctx, ctx.member.id)
    lines += [ctx.t("referrals-so-far", coming=coming, counted=counted)] if coming or counted else []
    rows = ((ctx.button("referrals.board"), ctx.button("referrals.claim_form")),)
    message = Message(join(lines), rows)
    if ways:
        card, says = await _card(ctx, code, ways[0].address), ctx.t("referrals-card-says", code=code)
        message = await ctx.use(Pictures).beside(message, card, says=says, reader=ctx.member)
    if known is None:
        await _codes.keep_code(ctx, ctx.member.id, code)
    await ctx.reply(message, private=True)


async def _ways(ctx: Context, code: str) -> Sequence[Way]:
    """The member's own invite into each space, as far as networks make one, and what opens the bot itself."""
    chosen, invites = await ctx.settings(ReferralSettings), ctx.use(PersonalInvites)
    found = []
    for space in await ctx.use(Networks).spaces():
        made = await invites.of(ctx.member.id, space, on_request=chosen.on_request)
        if isinstance(made, str):
            found.append(Way(space.title or ctx.community.name, made))
    bot = plain(ctx.t("referrals-way-bot"))
    return [*found, *(Way(bot, one.url) for one in ctx.use(DeepLinks).to(f"{LINK}{code}"))]


async def _card(ctx: Context, code: str, address: str) -> InviteCard:
    campaign = await under_way(ctx)
    sentence = campaign.words if campaign is not None and campaign.words else plain(ctx.t("referrals-card-sentence"))
    today = ctx.now.astimezone(ZoneInfo(ctx.member.zone)).date()
    day = times.day(today, ctx.language)
    return InviteCard(ctx.member.name, sentence, address, code, ctx.community.name, day)
