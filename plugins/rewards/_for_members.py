"""What everybody can do: look, claim, wait, open what is theirs, give it up, give it to a friend."""

from bot.api import ActionStyle, Answers, Context, Field, Member, People, UserError, shortened
from plugins.rewards import _ending, _opening, _showing, _voting, _waiting
from plugins.rewards._claiming import Wish
from plugins.rewards._claiming import claim as claim_it
from plugins.rewards._claiming import say_yes as take_kept
from plugins.rewards._grants import Grant, State, own_grant
from plugins.rewards._plugin import OfferedTitle, plugin
from plugins.rewards._reward import named, reward_of
from plugins.rewards._times import time_of


@plugin.command(examples=["/rewards", "/rewards Tea with Hana"])
async def rewards(ctx: Context, title: OfferedTitle | None = None) -> None:
    """See the rewards, what you need for each, and claim one."""
    if title:
        await show(ctx, (await named(ctx, title, on_offer=True)).id)
    else:
        await listing_page(ctx, 1)


@plugin.action("rewards-all")
async def listing_page(ctx: Context, page: int) -> None:
    """A page of what is on offer."""
    text, rows = await _showing.listing(ctx, page)
    await ctx.reply(text, *rows)


@plugin.action("rewards-look")
async def show(ctx: Context, reward_id: int) -> None:
    """One reward."""
    await show_page(ctx, reward_id, 1)


@plugin.action("list-behind")
async def show_page(ctx: Context, reward_id: int, page: int) -> None:
    """Another page of its times."""
    text, rows = await _showing.card(ctx, await reward_of(ctx, reward_id), page)
    await ctx.reply(text, *rows)


@plugin.command(own=True)
async def mine(ctx: Context) -> None:
    """See the rewards that you have, and open them."""
    await mine_page(ctx, 1)


@plugin.action("rewards-mine")
async def mine_page(ctx: Context, page: int) -> None:
    """A page of what is theirs."""
    text, rows = await _showing.mine(ctx, page)
    await ctx.reply(text, *rows)


@plugin.action("rewards-open-grant")
async def open_grant(ctx: Context, grant_id: int) -> None:
    """One of those."""
    await ctx.reply(await _opening.opened(ctx, await own_grant(ctx, grant_id, ctx.member.id)))


@plugin.action("rewards-claim", style=ActionStyle.MAIN)
async def claim(ctx: Context, reward_id: int, nth: int) -> None:
    """Claim one; `nth` is how many were claimed when the button was shown."""
    await _claimed(ctx, await claim_it(ctx, Wish(reward_id, ctx.member.id, nth=nth)))


@plugin.action("rewards-claim", style=ActionStyle.MAIN)
async def claim_time(ctx: Context, reward_id: int, time_id: int, nth: int) -> None:
    """Claim a seat at that time."""
    await _claimed(ctx, await claim_it(ctx, Wish(reward_id, ctx.member.id, time_id, nth=nth)))


@plugin.action("rewards-yes", style=ActionStyle.MAIN)
async def say_yes(ctx: Context, grant_id: int) -> None:
    """Take the seat that is kept."""
    await _claimed(ctx, await take_kept(ctx, grant_id, ctx.member.id))


async def _claimed(ctx: Context, grant: Grant) -> None:
    """Say what became of a claim."""
    reward = await reward_of(ctx, grant.reward_id)
    if grant.state is State.HELD and grant.until is not None:
        minutes = round((grant.until - ctx.now).total_seconds() / 60)
        head = ctx.t("rewards-kept", title=reward.title, minutes=minutes, price=grant.price)
    else:
        head = ctx.t("rewards-claimed", title=reward.title, price=grant.price)
    await ctx.reply(await _opening.opened(ctx, grant, head))


@plugin.action("rewards-no")
async def say_no(ctx: Context, grant_id: int) -> None:
    """Let the seat that is kept go."""
    await give_up(ctx, grant_id)


@plugin.action("rewards-give-up")
async def ask_give_up(ctx: Context, grant_id: int) -> None:
    """Ask once more, and say what becomes of the points."""
    grant = await own_grant(ctx, grant_id, ctx.member.id)
    reward = await reward_of(ctx, grant.reward_id)
    returned = await _ending.comes_back(ctx, grant, await time_of(ctx, reward.id, grant.time_id))
    text = ctx.t("rewards-give-up-sure", title=reward.title, price=grant.price, back=returned)
    await ctx.reply(text, [ctx.button(give_up, grant_id, label=ctx.t("rewards-give-up"))])


@plugin.action("rewards-give-up", style=ActionStyle.DANGER)
async def give_up(ctx: Context, grant_id: int) -> None:
    """Give it up."""
    reward, grant, back = await _ending.give_up(ctx, grant_id, ctx.member.id)
    kept = grant.state is State.HELD
    points = grant.price if back and not grant.is_gift else 0
    await ctx.reply(ctx.t("rewards-given-up", title=reward.title, points=points, kept=kept))


@plugin.action("rewards-wait")
async def wait(ctx: Context, reward_id: int, time_id: int) -> None:
    """Stand in line; 0 is no time."""
    place = await _waiting.wait(ctx, reward_id, ctx.member.id, time_id or None)
    reward = await reward_of(ctx, reward_id)
    leave = ctx.button(wait_not, reward_id, time_id)
    await ctx.reply(ctx.t("rewards-waiting", title=reward.title, place=place), [leave])


@plugin.action("rewards-wait-not")
async def wait_not(ctx: Context, reward_id: int, time_id: int) -> None:
    """Stand in line no longer."""
    reward = await reward_of(ctx, reward_id)
    await _waiting.leave(ctx, reward_id, ctx.member.id, time_id or None)
    await ctx.reply(ctx.t("rewards-waits-not", title=reward.title))


@plugin.action("rewards-vote")
async def votes_page(ctx: Context, grant_id: int, page: int) -> None:
    """A page of what there is to choose."""
    await ctx.reply(await _opening.opened(ctx, await own_grant(ctx, grant_id, ctx.member.id), page=page))


@plugin.action("rewards-vote")
async def vote(ctx: Context, grant_id: int, short: str) -> None:
    """Choose one; another press changes the mind while the vote is open."""
    grant = await own_grant(ctx, grant_id, ctx.member.id)
    await _voting.choose(ctx, grant, short)
    await ctx.reply(await _opening.opened(ctx, await own_grant(ctx, grant_id, ctx.member.id)))


@plugin.action("rewards-gift", opens_form=True)
async def gift_form(ctx: Context, reward_id: int, nth: int) -> None:
    """Ask who gets it."""
    reward = await reward_of(ctx, reward_id)
    fields = [Field("friend", ctx.t("rewards-gift-field"))]
    await ctx.ask(
        gift, reward_id, nth, title=ctx.t("rewards-gift-title", title=shortened(reward.title, 30)), fields=fields
    )


@plugin.action("rewards-gift")
async def gift(ctx: Context, reward_id: int, nth: int, answers: Answers) -> None:
    """Claim one for a friend."""
    friend = await _friend(ctx, answers.get("friend", ""))
    grant = await claim_it(ctx, Wish(reward_id, ctx.member.id, for_id=friend.id, nth=nth))
    await _gave(ctx, grant, friend)


@plugin.action("rewards-gift", opens_form=True)
async def gift_kept(ctx: Context, grant_id: int) -> None:
    """Ask who gets the seat that is kept."""
    grant = await own_grant(ctx, grant_id, ctx.member.id)
    reward = await reward_of(ctx, grant.reward_id)
    fields = [Field("friend", ctx.t("rewards-gift-field"))]
    await ctx.ask(
        give_kept, grant_id, title=ctx.t("rewards-gift-title", title=shortened(reward.title, 30)), fields=fields
    )


@plugin.action("rewards-gift")
async def give_kept(ctx: Context, grant_id: int, answers: Answers) -> None:
    """Take the seat for a friend."""
    friend = await _friend(ctx, answers.get("friend", ""))
    await _gave(ctx, await take_kept(ctx, grant_id, ctx.member.id, for_id=friend.id), friend)


async def _friend(ctx: Context, named: str) -> Member:
    found = await ctx.use(People).find(ctx.community, named)
    if found.id == ctx.member.id:
        raise UserError("rewards-gift-self")
    return found


async def _gave(ctx: Context, grant: Grant, friend: Member) -> None:
    reward = await reward_of(ctx, grant.reward_id)
    await ctx.reply(ctx.t("rewards-gave", title=reward.title, name=friend.name, price=grant.price))
