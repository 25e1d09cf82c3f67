"""What everybody can do: invite, say who brought them, and see who brings the most."""

from bot.api import ActionStyle, Answers, By, Context, Field, Markup, UserError, join, read_code
from plugins.referrals import _arriving, _board, _claiming, _inviting
from plugins.referrals._plugin import plugin
from plugins.referrals._referral import Referral, State


@plugin.command(examples=["/refer"])
async def refer(ctx: Context) -> None:
    """Bring somebody along: your code, your links and a card to show, and what both of you get."""
    await _inviting.show(ctx)


@plugin.action("referrals-board")
async def board(ctx: Context) -> None:
    """Who brings the most."""
    await _board.show(ctx)


@plugin.command(by=[By.LINK], opens_form=True, examples=["/invited", "/invited K7QMZ4"])
async def invited(ctx: Context, code: str | None = None) -> None:
    """Say who brought you along, by their code."""
    if code is None:
        await claim_form(ctx)
        return
    inviter = await _claiming.inviter_of(ctx, code)
    yes = ctx.button(claim_by, read_code(code), label=ctx.t("referrals-claim-yes"))
    await ctx.reply(ctx.t("referrals-claim-sure", name=inviter.name), [yes], private=True)


@plugin.action("referrals-claim", style=ActionStyle.MAIN)
async def claim_by(ctx: Context, code: str) -> None:
    """It was so; a link alone, which anybody can pass on, says nothing."""
    await _claimed(ctx, code)


@plugin.action("referrals-claim", opens_form=True)
async def claim_form(ctx: Context) -> None:
    """Ask for the code."""
    field = Field("code", ctx.t("referrals-field-code"), help=ctx.t("referrals-field-code.help"))
    await ctx.ask(claim, title=ctx.t("referrals-claim"), fields=[field])


@plugin.action("referrals-claim")
async def claim(ctx: Context, answers: Answers) -> None:
    """The code that was filled in."""
    await _claimed(ctx, answers.get("code", ""))


async def _claimed(ctx: Context, code: str) -> None:
    referral, inviter, coming = await _claiming.claim(ctx, code)
    lines = [_standing(ctx, referral, inviter.name)]
    if coming.ways_in:
        lines.append(ctx.t("referrals-come-in"))
        lines += [ctx.t("referrals-come-by", address=address) for address in coming.ways_in]
    await ctx.reply(join(lines), private=True)


def _standing(ctx: Context, referral: Referral, name: str) -> Markup:
    waits = referral.state is State.CONTESTED
    over = referral.state in (State.REFUSED, State.TAKEN_BACK)
    return ctx.t("referrals-noted", name=name, state="waits" if waits else "over" if over else "noted")


@plugin.action("referrals-confirm", style=ActionStyle.MAIN)
async def confirm(ctx: Context, referral_id: int) -> None:
    """It was so."""
    await _confirmed(ctx, referral_id, yes=True)


@plugin.action("referrals-deny")
async def deny(ctx: Context, referral_id: int) -> None:
    """It was not."""
    await _confirmed(ctx, referral_id, yes=False)


async def _confirmed(ctx: Context, referral_id: int, *, yes: bool) -> None:
    now = await _arriving.confirm(ctx, referral_id, ctx.member.id, yes=yes)
    if now.invited_id != ctx.member.id:
        raise UserError("referrals-not-here")
    await ctx.reply(ctx.t("referrals-confirmed", state=now.state.value, yes=yes))
