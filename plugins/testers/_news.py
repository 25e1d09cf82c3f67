"""What testers, hosts and everybody are told unasked."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from bot.api import Accent, Background, Member, People, Telling, drawing
from plugins.testers._call import Call, State, Way, home_moment
from plugins.testers._entry import SEATED, Entry, Stand, people
from plugins.testers._settings import TesterSettings

LASTS: Final = timedelta(days=3)


async def tell(
    ctx: Background,
    entry: Entry,
    message: str,
    *,
    buttons: Sequence[tuple[str, int]] = (),
    lasts: timedelta = LASTS,
    turn: int = 0,
    **values: Any,
) -> None:
    """Tell whoever put themselves forward, once for each message and `turn`."""
    if entry.member_id is not None:
        key, rows = f"{message}:{entry.name}:{turn}", [list(buttons)] if buttons else []
        telling = ctx.use(Telling)
        await telling.member(entry.member_id, key, message, asked=True, buttons=rows, lasts=lasts, **values)


async def tell_hosts(
    ctx: Background, key: str, message: str, *buttons: tuple[str | int, ...], always: bool = False, **values: Any
) -> None:
    """Tell the hosts, once for each key; where they want no news, only what waits for them (`always`)."""
    if always or (await ctx.settings(TesterSettings)).tell_hosts:
        rows = [list(buttons)] if buttons else []
        await ctx.use(Telling).everybody(key, message, hosts=True, buttons=rows, lasts=LASTS, **values)


async def members_of(ctx: Background, some: Sequence[Entry]) -> Mapping[int, Member]:
    """Who they are, by the id of the entry."""
    ids = [entry.member_id for entry in some if entry.member_id is not None]
    found = await ctx.use(People).of_many(ids)
    return {one.id: found[one.member_id] for one in some if one.member_id is not None and one.member_id in found}


async def say(ctx: Background, call: Call) -> None:
    """The call's one post in each space, edited in place; it is begun where the call is posted."""
    if call.state is State.DRAFT:
        return
    seated, waiting = await people(ctx, call, *SEATED), await people(ctx, call, Stand.LINE)
    opened = call.state is State.OPEN
    buttons: list[tuple[str, int]] = [("testers.volunteer", call.id)] if opened else []
    if call.published is not None:
        buttons.append(("testers.draw_check", call.id))
    await ctx.use(Telling).rolling(
        f"testers:{call.id}",
        "testers-post",
        buttons=[buttons] if buttons else [],
        accent=Accent.GLOW if call.state.is_shown else Accent.DONE,
        state=call.state.value,
        way=call.way.value,
        title=call.title,
        about=call.about,
        described="yes" if call.about else "no",
        ruled="yes" if call.rule is not None else "no",
        seats=call.seats,
        taken=min(len(seated), call.seats),
        free=max(0, call.seats - len(seated)),
        waiting=len(waiting),
        reports=len([one for one in seated if one.state is Stand.REPORTED]),
        until=home_moment(ctx, call.until),
        due=home_moment(ctx, call.due),
        sealed="told" if call.is_drawn else "yes" if call.way is Way.LOT else "no",
        commitment=call.commitment,
        secret=call.secret if call.is_drawn else "",
        listed=drawing.digest(call.published) if call.published is not None else "",
    )
