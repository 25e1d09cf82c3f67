"""What everybody can do: take part, look at what others handed in, and vote."""

from bot.api import ActionStyle, Answers, Context, Field, FieldKind, Rest, UserError, join
from plugins.challenges import _entering, _showing, _voting
from plugins.challenges._challenge import all_open, challenge_of
from plugins.challenges._entry import entry_of, own_in
from plugins.challenges._plugin import plugin
from plugins.challenges._settings import ChallengeSettings


@plugin.command("challenge join", opens_form=True, examples=["/challenge join", "/challenge join A cup like a fox"])
async def join_challenge(ctx: Context, text: Rest | None = None) -> None:
    """Hand in your picture or words."""
    there = [challenge for challenge in await all_open(ctx) if challenge.is_open(ctx.now)]
    if not there:
        raise UserError("challenges-none-open", text=text or "", written=bool(text))
    if len(there) > 1:
        rows = [[ctx.button(join_form, one.id, label=one.theme)] for one in there]
        await ctx.reply(ctx.t("challenges-which"), *rows, private=True)
    elif text:
        await _enter(ctx, there[0].id, {"text": text})
    else:
        await join_form(ctx, there[0].id)


@plugin.action("challenges-join", style=ActionStyle.MAIN, opens_form=True)
async def join_form(ctx: Context, challenge_id: int) -> None:
    """Ask for it."""
    challenge = await challenge_of(ctx, challenge_id)
    if not challenge.is_open(ctx.now):
        raise UserError("challenges-over", theme=challenge.theme)
    before = await own_in(ctx, challenge.id, ctx.member.id)
    moderated = (await ctx.settings(ChallengeSettings)).moderated
    told = ctx.t("challenges-field-picture.help", there=before is not None and before.photo_id is not None)
    fields = [
        Field("picture", ctx.t("challenges-field-picture"), FieldKind.FILE, told, required=False),
        Field(
            "text",
            ctx.t("challenges-field-text"),
            FieldKind.LONG_TEXT,
            ctx.t("challenges-field-text.help", moderated=moderated),
            before.text if before is not None else "",
            required=False,
        ),
    ]
    await ctx.ask(enter, challenge.id, title=ctx.t("challenges-join"), fields=fields)


@plugin.action("challenges-join")
async def enter(ctx: Context, challenge_id: int, answers: Answers) -> None:
    """Keep it."""
    await _enter(ctx, challenge_id, answers)


async def _enter(ctx: Context, challenge_id: int, answers: dict[str, str]) -> None:
    entry, trouble = await _entering.enter(ctx, challenge_id, answers)
    kept = ctx.t("challenges-entered", state=entry.state.value, changed=entry.turn > 0)
    if trouble is not None:
        kept = join([kept, ctx.t("challenges-without-picture", trouble=ctx.t(trouble.key, **trouble.values))])
    change = ctx.button(join_form, challenge_id, label=ctx.t("challenges-change"))
    await ctx.reply(kept, [change, ctx.button(withdraw, entry.id)], private=True)


@plugin.action("challenges-withdraw", style=ActionStyle.QUIET)
async def withdraw(ctx: Context, entry_id: int) -> None:
    """Take back what one handed in."""
    await _entering.withdraw(ctx, entry_id)
    await ctx.reply(ctx.t("challenges-withdrawn"), private=True)


@plugin.command("challenges")
async def list_challenges(ctx: Context) -> None:
    """See challenges that are open, vote, and what earlier ones came to."""
    await list_page(ctx, 1)


@plugin.action("challenges-all")
async def list_page(ctx: Context, page: int) -> None:
    """A page of them."""
    text, rows = await _showing.listing(ctx, page)
    await ctx.reply(text, *rows)


@plugin.action("challenges-look")
async def look(ctx: Context, challenge_id: int) -> None:
    """One of them."""
    await ctx.reply(await _showing.page(ctx, await challenge_of(ctx, challenge_id)))


@plugin.action("challenges-gallery")
async def gallery(ctx: Context, challenge_id: int, page: int) -> None:
    """What was handed in, one after another."""
    await ctx.reply(await _showing.gallery(ctx, await challenge_of(ctx, challenge_id), page), private=True)


@plugin.action("challenges-vote")
async def vote(ctx: Context, entry_id: int) -> None:
    """Vote for it."""
    challenge, entry = await _voting.vote(ctx, entry_id)
    back = [ctx.button(take_back, challenge.id), ctx.button(gallery, challenge.id, 1)]
    await ctx.reply(ctx.t("challenges-voted", number=(await entry_of(ctx, entry.id)).number or 0), back, private=True)


@plugin.action("challenges-take-back", style=ActionStyle.QUIET)
async def take_back(ctx: Context, challenge_id: int) -> None:
    """Vote for none."""
    challenge = await _voting.take_back(ctx, challenge_id)
    await ctx.reply(ctx.t("challenges-vote-taken-back"), [ctx.button(gallery, challenge.id, 1)], private=True)
