"""A reward: what it is, what it asks for, and how it is found."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from bot.api import (
    Background,
    Choice,
    Context,
    Native,
    NativeKind,
    Rule,
    UserError,
    echoed,
    folded,
    matching,
    read_rule,
)
from plugins.rewards._tables import rewards


class Kind(Enum):
    """What a reward brings."""

    ROLE = "role"
    ROOM = "room"
    SLOT = "slot"
    EVENT = "event"
    STREAM = "stream"
    EARLY = "early"
    CODE = "code"
    CONTENT = "content"
    FILE = "file"
    VOTE = "vote"
    CREDITS = "credits"
    CUSTOM = "custom"

    @property
    def has_times(self) -> bool:
        """Whether one comes at a certain time."""
        return self in (Kind.SLOT, Kind.EVENT, Kind.STREAM)

    @property
    def is_native(self) -> bool:
        """Whether a network gives it."""
        return self in (Kind.ROLE, Kind.ROOM, Kind.STREAM)


class Reward(Struct, frozen=True):
    """One reward. `stock` and `per_member` are None for as many as wanted; `ref` is the role or the room.

    `ref_name` is what that is called, or the file.
    """

    id: int
    community_id: int
    kind: Kind
    title: str
    about: str
    content: str
    rule: Rule | None
    price: int
    stock: int | None
    per_member: int | None
    opens_at: datetime | None
    closes_at: datetime | None
    hold_minutes: int
    lasts_days: int | None
    can_gift: bool
    cost: int | None
    space_id: int | None
    ref: str | None
    ref_name: str
    is_open: bool

    @property
    def native(self) -> Native | None:
        """The role or room that a network gives, once it is chosen."""
        if not self.kind.is_native or self.space_id is None or self.ref is None:
            return None
        return Native(self.space_id, NativeKind.BADGE if self.kind is Kind.ROLE else NativeKind.DOOR, self.ref)

    @property
    def options(self) -> Sequence[str]:
        """What a vote is between: the lines of its content, each once."""
        return list(dict.fromkeys(line.strip() for line in self.content.splitlines() if line.strip()))

    def can_be_had(self, now: datetime) -> bool:
        """Whether it is on offer."""
        begun = self.opens_at is None or self.opens_at <= now
        return self.is_open and begun and (self.closes_at is None or now < self.closes_at)


COLUMNS = tuple(rewards.c[name] for name in Reward.__struct_fields__)


def reward_from(row: Any) -> Reward:
    """The reward in a row of COLUMNS."""
    values = {name: row[place] for place, name in enumerate(Reward.__struct_fields__)}
    rule = read_rule(values["rule"]) if values["rule"] else None
    return Reward(**{**values, "kind": Kind(values["kind"]), "rule": rule})


def rule_text(rule: Rule | None) -> str | None:
    """A rule as it is kept."""
    return None if rule is None else rule.model_dump_json()


async def reward_of(ctx: Background, id: int) -> Reward:
    """The community's reward of that id. Raises UserError when there is none."""
    return _found(await ctx.db.row(_query(ctx).where(rewards.c.id == id)))


async def locked(ctx: Background, id: int) -> Reward:
    """The same; until the work is done nobody else gives, takes or changes it."""
    await ctx.db.transaction()
    return _found(await ctx.db.row(_query(ctx).where(rewards.c.id == id).with_for_update()))


async def all_rewards(ctx: Background, *, on_offer: bool = False) -> list[Reward]:
    """The community's rewards, the newest last, or only those that are on offer now."""
    found = [reward_from(row) for row in await ctx.db.rows(_query(ctx).order_by(rewards.c.id))]
    return [reward for reward in found if not on_offer or reward.can_be_had(ctx.now)]


async def named(ctx: Background, title: str, *, on_offer: bool = False) -> Reward:
    """The reward that is meant by a title, its beginning or its number. Raises UserError for none, or several.

    `on_offer`: of those that members see.
    """
    wanted, every = folded(title.strip()), await all_rewards(ctx, on_offer=on_offer)
    fitting = (
        [one for one in every if folded(one.title) == wanted],
        [one for one in every if f"#{one.id}" == wanted],
        [one for one in every if folded(one.title).startswith(wanted)],
        [one for one in every if wanted in folded(one.title)],
    )
    found = next((some for some in fitting if some), []) if wanted else []
    if len(found) == 1:
        return found[0]
    if found:
        titles = ", ".join(f"{one.title} (#{one.id})" for one in found[:5])
        raise UserError("rewards-several", asked=echoed(title), titles=titles)
    raise UserError("rewards-unknown" if on_offer else "rewards-unknown-to-hosts", asked=echoed(title))


async def refuse_taken(ctx: Background, title: str, *, beside: int | None = None) -> None:
    """Raises UserError where another reward than `beside` has that title: people could not say which they mean."""
    for one in await all_rewards(ctx):
        if one.id != beside and folded(one.title) == folded(title):
            raise UserError("rewards-title-taken", title=one.title)


async def suggest(ctx: Context, typed: str) -> Sequence[Choice]:
    """Titles that fit what was typed."""
    return matching(typed, [Choice(f"#{one.id}", one.title[:80]) for one in await all_rewards(ctx)])


async def suggest_offered(ctx: Context, typed: str) -> Sequence[Choice]:
    """The same of those on offer: nobody else need know of the others."""
    offered = await all_rewards(ctx, on_offer=True)
    return matching(typed, [Choice(f"#{one.id}", one.title[:80]) for one in offered])


async def change(ctx: Background, id: int, **values: Any) -> None:
    """Change some of what a reward is."""
    await ctx.db.execute(sa.update(rewards).where(rewards.c.id == id).values(**values))


def _query(ctx: Background) -> sa.Select[Any]:
    return sa.select(*COLUMNS).where(rewards.c.community_id == ctx.community.id)


def _found(row: Any) -> Reward:
    if row is None:
        raise UserError("rewards-not-here")
    return reward_from(row)
