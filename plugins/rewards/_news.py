"""What members and hosts are told unasked about rewards."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot.api import Accent, Background, Member, MemberGoneError, People, Telling
from plugins.rewards._grants import Grant
from plugins.rewards._reward import Reward

LASTS = timedelta(days=2)


async def tell_holder(
    ctx: Background,
    grant: Grant,
    message: str,
    *,
    buttons: Sequence[str] = ("rewards.open_grant",),
    asked: bool = True,
    member_id: int | None = None,
    lasts: timedelta = LASTS,
    turn: int = 0,
    **values: Any,
) -> None:
    """Tell whose it is, or the member `member_id`, once for each message and `turn`.

    `buttons` are pressed with the grant's id.
    """
    to = member_id or grant.member_id
    if to is None:
        return
    row = [(name, grant.id) for name in buttons]
    key, rows = f"{message}:{grant.id}:{to}" + (f":{turn}" if turn else ""), [row] if row else []
    await ctx.use(Telling).member(to, key, message, asked=asked, buttons=rows, lasts=lasts, **values)


async def tell_hosts(ctx: Background, key: str, message: str, *buttons: tuple[str | int, ...], **values: Any) -> None:
    """Tell the hosts, once for each key."""
    rows = [list(buttons)] if buttons else []
    await ctx.use(Telling).everybody(key, message, hosts=True, buttons=rows, lasts=LASTS, **values)


async def tell_everybody(ctx: Background, reward: Reward) -> bool:
    """Post what is on offer; False where it was posted within the day, or there is nowhere to."""
    return bool(
        await ctx.use(Telling).everybody(
            f"reward-offer:{reward.id}:{ctx.now.date().toordinal()}",
            "rewards-offer-post",
            buttons=[("rewards.show", reward.id)],
            accent=Accent.GLOW,
            title=reward.title,
            price=reward.price,
            about=reward.about,
            described=bool(reward.about),
        )
    )


async def member_of(ctx: Background, member_id: int | None) -> Member | None:
    """The member, unless they were forgotten since."""
    if member_id is None:
        return None
    try:
        return await ctx.use(People).get(member_id)
    except MemberGoneError:
        return None


async def name_of(ctx: Background, member_id: int | None) -> str:
    """What the member is called; "" when they were forgotten since."""
    member = await member_of(ctx, member_id)
    return member.name if member is not None else ""
