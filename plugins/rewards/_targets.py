"""Choosing the role or the room that a reward opens; the network is asked whether the bot may give it."""

from collections.abc import Sequence

from msgspec import Struct

from bot.api import (
    Action,
    Context,
    Markup,
    Native,
    NativeGrants,
    NativeKind,
    Networks,
    Page,
    Problem,
    Space,
    UserError,
    short_for,
    shortened,
    turning,
)
from plugins.rewards._editing import note
from plugins.rewards._reward import Kind, Reward, change, locked, reward_of

ON_A_PAGE = 8
LONGEST = 64
Screen = tuple[Markup, Sequence[Sequence[Action]]]


class Target(Struct, frozen=True):
    """A role or a room of a network."""

    space: Space
    ref: str
    name: str


async def targets(ctx: Context, reward: Reward, number: int) -> Screen:
    """A page of what there is to choose, and a way to name another."""
    page = Page.of(await _all(ctx, reward), number, ON_A_PAGE)
    rows = [
        [
            ctx.button(
                "rewards.choose", reward.id, one.space.id, short_for(one.ref), label=shortened(one.name, 60) or "–"
            )
        ]
        for one in page.items
    ]
    spaces = await ctx.use(Networks).spaces()
    named = [
        [ctx.button("rewards.target_form", reward.id, space.id, label=ctx.t("rewards-target-other", name=_name(space)))]
        for space in spaces
    ]
    if reward.kind is not Kind.ROLE:
        new = [(space, ctx.t("rewards-target-new", name=_name(space))) for space in spaces]
        named = [[ctx.button("rewards.new_room", reward.id, space.id, label=label)] for space, label in new] + named
    text = ctx.t("rewards-targets-which", title=reward.title, kind=reward.kind.value)
    return text, [*rows, *named, turning(ctx, "rewards.targets_page", page, reward.id)]


async def choose_listed(ctx: Context, reward_id: int, space_id: int, short: str) -> Reward:
    """The same for one of those that were listed; `short` stands for it."""
    for one in await _all(ctx, await reward_of(ctx, reward_id)):
        if one.space.id == space_id and short_for(one.ref) == short:
            return await choose(ctx, reward_id, space_id, one.ref)
    raise UserError("rewards-target-gone")


async def choose(ctx: Context, reward_id: int, space_id: int, ref: str) -> Reward:
    """Let the reward open this one. Raises UserError, with the cure, when the bot may not give it."""
    reward = await reward_of(ctx, reward_id)
    space = await ctx.use(Networks).space(space_id)
    if not reward.kind.is_native or space is None or not 0 < len(ref) <= LONGEST:
        raise UserError("rewards-not-here")
    kind = NativeKind.BADGE if reward.kind is Kind.ROLE else NativeKind.DOOR
    problems = await ctx.use(NativeGrants).check(Native(space.id, kind, ref))
    if problems:
        why = ctx.t(problems[0].key, **dict(problems[0].values))
        raise UserError("rewards-target-refused", name=ref, why=why)
    name = next((one.name for one in await _all(ctx, reward) if one.space.id == space.id and one.ref == ref), ref)
    return await _keep(ctx, reward, Native(space.id, kind, ref), name)


async def make_room(ctx: Context, reward_id: int, space_id: int) -> Reward:
    """Let the reward open a private thread of its own. Raises UserError, with the cure, where that cannot be."""
    reward = await reward_of(ctx, reward_id)
    space = await ctx.use(Networks).space(space_id)
    if reward.kind not in (Kind.ROOM, Kind.STREAM) or space is None:
        raise UserError("rewards-not-here")
    made = await ctx.use(NativeGrants).make_room(space, reward.title)
    if isinstance(made, Problem):
        why = ctx.t(made.key, **dict(made.values))
        raise UserError("rewards-target-refused", name=reward.title, why=why)
    return await _keep(ctx, reward, made, reward.title)


async def _keep(ctx: Context, reward: Reward, what: Native, name: str) -> Reward:
    await locked(ctx, reward.id)
    await change(ctx, reward.id, space_id=what.space_id, ref=what.ref, ref_name=name)
    await note(ctx, "rewards-edit", reward.id, reward.title)
    return await reward_of(ctx, reward.id)


async def _all(ctx: Context, reward: Reward) -> list[Target]:
    networks, found = ctx.use(Networks), []
    if reward.kind is not Kind.ROLE:
        doors = await ctx.use(NativeGrants).doors()
        spaces = {space.id: space for space in await networks.spaces()}
        found = [Target(spaces[d.what.space_id], d.what.ref, d.title) for d in doors if d.what.space_id in spaces]
    for space in await networks.spaces():
        if reward.kind in (Kind.ROLE, Kind.STREAM):  # a channel may be behind a role
            found += [Target(space, one.id, one.name) for one in await networks.groups(space)]
        if reward.kind is not Kind.ROLE:
            places = await networks.places(space)
            found += [Target(space, one.channel.channel_id, one.name) for one in places if not one.hosts_only]
    return found


def _name(space: Space) -> str:
    return space.ref.platform.capitalize()
