"""What somebody sees of a reward that is theirs: the code, the content, the time, and what they can do with it."""

from bot.api import Action, Context, File, Markup, Message, Page, UserError, join, plain, short_for, shortened, turning
from plugins.rewards._calendar import Entry, calendar_file
from plugins.rewards._delivering import code_of
from plugins.rewards._ending import can_be_given_up
from plugins.rewards._filing import file_of
from plugins.rewards._grants import Grant, State
from plugins.rewards._limits import moment
from plugins.rewards._reward import Kind, Reward, reward_of
from plugins.rewards._times import Time, time_of
from plugins.rewards._voting import chosen

IN_A_MESSAGE = 2500
"""Longer content comes as a file."""

OPTIONS = 20
"""So many of a vote's are on one page."""

DISCORD_EVENT = "discord.com/events/"
"""An address with this leads to a scheduled event, which has a button that only people can press."""


async def opened(ctx: Context, grant: Grant, head: Markup | None = None, *, page: int = 1) -> Message:
    """The grant as whoever has it sees it; `head` says what happened before, `page` is that of things to choose from.

    Raises UserError once it has ended.
    """
    reward = await reward_of(ctx, grant.reward_id)
    if grant.state is not State.HELD and not grant.state.is_there:
        raise UserError("rewards-over-for-you", title=reward.title)
    time = await time_of(ctx, reward.id, grant.time_id)
    lines = [head] if head is not None else [ctx.t("rewards-opened", title=reward.title)]
    lines += await _lines(ctx, reward, grant, time)
    buttons, files = _buttons(ctx, reward, grant, time), await _files(ctx, reward, grant, time)
    votes = _votes(ctx, reward, grant, page)
    return Message(join(lines), tuple(tuple(row) for row in (*votes, buttons) if row), files=files)


async def _lines(ctx: Context, reward: Reward, grant: Grant, time: Time | None) -> list[Markup]:
    if grant.state is State.HELD:
        return []
    if grant.state is State.DELIVERING:
        return [ctx.t("rewards-on-its-way", kind=reward.kind.value)]
    lines = []
    if time is not None:
        lines.append(ctx.t("rewards-when", when=moment(ctx, time.starts_at), minutes=time.minutes))
    lines += await _of_its_kind(ctx, reward, grant)
    if grant.until is not None:
        lines.append(ctx.t("rewards-until", until=moment(ctx, grant.until)))
    return lines


async def _of_its_kind(ctx: Context, reward: Reward, grant: Grant) -> list[Markup]:
    """What it brings."""
    content = [ctx.t("rewards-content", text=reward.content)] if reward.content else []
    match reward.kind:
        case Kind.CODE:
            use = [ctx.t("rewards-code-use", text=reward.content)] if reward.content else []
            return [ctx.t("rewards-code", code=await code_of(ctx, grant)), *use]
        case Kind.CONTENT if len(reward.content) > IN_A_MESSAGE:
            return [ctx.t("rewards-content-file")]
        case Kind.CONTENT:
            return content
        case Kind.FILE:
            return [*content, ctx.t("rewards-file", name=reward.ref_name)]
        case Kind.EARLY:
            early = reward.closes_at if reward.closes_at is not None and ctx.now < reward.closes_at else None
            return [*content, ctx.t("rewards-early", when=moment(ctx, early))] if early is not None else content
        case Kind.SLOT | Kind.EVENT if reward.content:
            return [ctx.t("rewards-where", text=reward.content)]
        case Kind.STREAM:
            where = [ctx.t("rewards-signed-up", text=reward.content)] if reward.content else []
            press = [ctx.t("rewards-press-yourself")] if DISCORD_EVENT in reward.content else []
            return [*_let_in(ctx, reward, grant), *where, *press]
        case Kind.ROLE | Kind.ROOM:
            return [*_let_in(ctx, reward, grant), *content]
        case Kind.CREDITS:
            return [ctx.t("rewards-credited", name=ctx.member.name)]
        case Kind.VOTE:
            option = chosen(reward, grant)
            return [ctx.t("rewards-voted", option=option) if option else ctx.t("rewards-vote-now")]
        case _:
            return []


def _let_in(ctx: Context, reward: Reward, grant: Grant) -> list[Markup]:
    """What a network gave, and where somebody has to ask for it themself."""
    stands = ctx.t("rewards-stands", kind=reward.kind.value, name=reward.ref_name)
    return [stands, ctx.t("rewards-way", address=grant.way)] if grant.way else [stands]


def _votes(ctx: Context, reward: Reward, grant: Grant, number: int) -> list[list[Action]]:
    """One button for each thing to choose, while the vote is open."""
    if reward.kind is not Kind.VOTE or grant.state is not State.GRANTED or not reward.can_be_had(ctx.now):
        return []
    page = Page.of(reward.options, number, OPTIONS)
    rows = [[ctx.button("rewards.vote", grant.id, short_for(one), label=shortened(one, 60))] for one in page.items]
    return [*rows, turning(ctx, "rewards.votes_page", page, grant.id)]


def _buttons(ctx: Context, reward: Reward, grant: Grant, time: Time | None) -> list[Action]:
    if grant.state is State.HELD:
        yes = ctx.t("rewards-yes-for", price=grant.price)
        gift = [ctx.button("rewards.gift_kept", grant.id)] if reward.can_gift else []
        return [ctx.button("rewards.say_yes", grant.id, label=yes), ctx.button("rewards.say_no", grant.id), *gift]
    if grant.state is State.DELIVERING or can_be_given_up(ctx, time):
        return [ctx.button("rewards.ask_give_up", grant.id)]
    return []


async def _files(ctx: Context, reward: Reward, grant: Grant, time: Time | None) -> tuple[File, ...]:
    if grant.state is not State.GRANTED:
        return ()
    if time is not None:
        name = f"{ctx.community.id}:{ctx.community.name}:{grant.id}:{grant.at.isoformat()}"
        place = reward.content
        entry = Entry(
            name, reward.title, reward.about, place, time.starts_at, time.ends_at, time.sequence,
            time.called_off_at is not None,
        )  # fmt: skip
        return (File("reward.ics", calendar_file(entry, ctx.now)),)
    if reward.kind is Kind.FILE and (file := await file_of(ctx, reward)) is not None:
        return (file,)
    if reward.kind is Kind.CONTENT and len(reward.content) > IN_A_MESSAGE:
        return (File("reward.txt", reward.content.encode()),)
    return ()


def titled(ctx: Context, reward: Reward) -> str:
    """The title as a button bears it."""
    return shortened(plain(ctx.t("rewards-button", title=reward.title)), 60)
