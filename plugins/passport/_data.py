"""What is kept about a person, as a file; and being forgotten."""

import json
from datetime import timedelta
from typing import Final

from bot.api import Context, File, Links, Message, PersonalData, UserError

ASKED_FOR: Final = timedelta(minutes=10)
"""How long the button that erases everything works: long enough to think, too short to be found again by accident."""


async def hand_over(ctx: Context) -> None:
    """Give the person a file with everything that is kept about them here."""
    held = await ctx.use(PersonalData).about(ctx.member)
    whole = {"community": ctx.community.name, "made_at": ctx.now.isoformat(), "tables": held}
    content = json.dumps(whole, indent=2, ensure_ascii=False).encode()
    file = File(str(ctx.t("passport-mydata-file")), content)
    await ctx.reply(Message(ctx.t("passport-mydata"), files=(file,)), private=True)


async def ask_to_forget(ctx: Context) -> None:
    """Say what being forgotten means, with the button that does it."""
    minute = int(ctx.now.timestamp()) // 60
    linked = len(await ctx.use(Links).accounts(ctx.member.person_id)) > 1
    await ctx.reply(
        ctx.t("passport-forget-ask", linked=linked),
        [ctx.button("passport.forget_now", minute), ctx.button("passport.mydata")],
    )


async def forget(ctx: Context, asked: int) -> None:
    """Erase the person here. Raises UserError for a button that was not asked for just now."""
    if ctx.now.timestamp() - asked * 60 > (ASKED_FOR + timedelta(minutes=1)).total_seconds():
        raise UserError("passport-forget-late")
    await ctx.use(PersonalData).erase(ctx.member)
    await ctx.reply(ctx.t("passport-forget-done"), private=True)
