"""What a member is interested in: chosen from the topics that moderators set, kept, and known to rules."""

from collections.abc import Sequence
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import (
    Action,
    Background,
    Context,
    FactSpec,
    Markup,
    PreferenceChanged,
    Scope,
    UserError,
    folded,
    parts_of,
    plain,
    short_for,
    times,
    upsert,
)
from plugins.passport._settings import Settings
from plugins.passport._tables import interests

CHANGED: Final = "interests"
"""What moves the fact."""

IN_A_ROW: Final = 3
MEMBERS_AT_ONCE: Final = 200


class Topic(Struct, frozen=True):
    """Something to be interested in, as moderators spell it."""

    name: str

    @property
    def key(self) -> str:
        """How it is kept: another spelling by small or large letters is the same topic."""
        return folded(self.name)

    @property
    def code(self) -> str:
        """How a button says it."""
        return short_for(self.key)


def _chosen(scope: Scope) -> sa.Select[*tuple[Any, ...]]:
    """The topics that a member chose by any of their accounts, a line each, in the order of their signs' codes.

    Only over a window is the order certain that an aggregate takes: SQLite knows no other before 3.44.
    """
    people = scope.people.c
    each = (
        sa.select(people.member_id, interests.c.topic)
        .join(interests, scope.theirs(interests.c.member_id))
        .distinct()
        .subquery("chosen")
    )
    by_code = each.c.topic if scope.dialect == "sqlite" else sa.collate(each.c.topic, "C")
    every = sa.func.aggregate_strings(each.c.topic, "\n").over(
        partition_by=each.c.member_id, order_by=by_code, rows=(None, None)
    )
    return sa.select(each.c.member_id, every).distinct()


FACT: Final = FactSpec("passport_interests", "several", _chosen, (CHANGED,), interests=True)


async def offered(ctx: Background) -> Sequence[Topic]:
    """The topics there are, as moderators ordered them."""
    return [Topic(name) for name in (await ctx.settings(Settings)).interests]


async def names(ctx: Background) -> Sequence[str]:
    """What they are called: what a rule can ask for."""
    return [topic.name for topic in await offered(ctx)]


async def line(ctx: Context) -> Markup | None:
    """What the preferences say of it; None where there is nothing to choose from."""
    topics = await offered(ctx)
    return _said(ctx, topics, await _keys(ctx)) if topics else None


async def show(ctx: Context) -> None:
    """A button for each topic that chooses it, or takes it back. Raises UserError where there is none."""
    topics, chosen = await offered(ctx), await _keys(ctx)
    if not topics:
        raise UserError("passport-interests-not-offered")
    buttons = [_button(ctx, topic, is_chosen=topic.key in chosen) for topic in topics]
    rows = [buttons[place : place + IN_A_ROW] for place in range(0, len(buttons), IN_A_ROW)]
    text = ctx.t("passport-interests-which", chosen=_said(ctx, topics, chosen))
    await ctx.reply(text, *rows, [ctx.button("passport.preferences")])


def _button(ctx: Context, topic: Topic, *, is_chosen: bool) -> Action:
    label = plain(ctx.t("passport-do-interest", topic=topic.name, chosen=is_chosen))
    return ctx.button("passport.interest", topic.code, "off" if is_chosen else "on", label=label)


def _said(ctx: Context, topics: Sequence[Topic], chosen: frozenset[str]) -> Markup:
    mine = [topic.name for topic in topics if topic.key in chosen]
    return ctx.t("passport-preferences-interests", any=bool(mine), topics=times.names(mine, ctx.language))


async def _keys(ctx: Context) -> frozenset[str]:
    """What the person chose by any of their accounts, also of what is offered no longer."""
    mine = interests.c.member_id.in_(parts_of(ctx.member.id))
    return frozenset(topic for (topic,) in await ctx.db.rows(sa.select(interests.c.topic).where(mine)))


async def choose(ctx: Context, code: str, *, on: bool) -> None:
    """Be interested in a topic, or no longer; twice changes nothing. Raises UserError for one that is gone."""
    topic = next((one for one in await offered(ctx) if one.code == code), None)
    if topic is None:
        raise UserError("passport-interest-gone")
    if (topic.key in await _keys(ctx)) is not on:
        await (_keep(ctx, topic) if on else _drop(ctx, topic))
        _tell(ctx, [ctx.member.id])
    await show(ctx)


async def _keep(ctx: Context, topic: Topic) -> None:
    row = {"member_id": ctx.member.id, "topic": topic.key, "community_id": ctx.community.id, "chosen_at": ctx.now}
    await ctx.db.execute(upsert(ctx.db.dialect, interests).values(**row).on_conflict_do_nothing())


async def _drop(ctx: Context, topic: Topic) -> None:
    mine = interests.c.member_id.in_(parts_of(ctx.member.id)), interests.c.topic == topic.key
    await ctx.db.execute(sa.delete(interests).where(*mine))


def _tell(ctx: Background, member_ids: Sequence[int]) -> None:
    """Let what is known of them follow."""
    ctx.db.emit(
        PreferenceChanged(community_id=ctx.community.id, at=ctx.now, member_ids=tuple(member_ids), what=CHANGED)
    )


async def tidy(ctx: Background) -> bool:
    """Take what moderators offer no longer from some of those who chose it; whether there may be more.

    Once a day, so that a slip of theirs can be taken back in the meantime and nobody has to choose anew.
    """
    gone = interests.c.topic.not_in([topic.key for topic in await offered(ctx)])
    theirs = (interests.c.community_id == ctx.community.id) & gone
    query = sa.select(interests.c.member_id).where(theirs).distinct().order_by(interests.c.member_id)
    ids = [id for (id,) in await ctx.db.rows(query.limit(MEMBERS_AT_ONCE))]
    if ids:
        await ctx.db.execute(sa.delete(interests).where(theirs, interests.c.member_id.in_(ids)))
        _tell(ctx, ids)
    return len(ids) == MEMBERS_AT_ONCE
