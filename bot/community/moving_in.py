"""Moving in: the spaces and people of a young community become another one's, and nothing but its number is left.

Buttons and links still bear that number. What is kept of its settings, journeys and changes stays under it, and is
read by nobody.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import sqlalchemy as sa

from bot.community.join_requests import JoinRequests
from bot.model.decisions import Reason, State
from bot.model.identity import Route
from bot.storage.award_tables import badges
from bot.storage.columns import FOLLOWS, JOINING, STAYS_BEHIND
from bot.storage.queue import Line, enqueue
from bot.storage.tables import (
    UNSETTLED,
    accounts,
    communities,
    consents,
    deliveries,
    jobs,
    members,
    segment_members,
    spaces,
)
from bot.storage.tables import metadata as core_tables
from bot.storage.tables import segments as segment_table
from bot.storage.work import Work

AT_ONCE: Final = 200
"""So many members move in one transaction, which must stay under 100 ms."""

_HISTORY_OF: Final[Mapping[str, str]] = {
    "streams": "streams",
    "stream_sources": "streams",
    "awards": "badges",
    "ledger": "loyalty",
    "balances": "loyalty",
    "point_imports": "loyalty",
    "point_import_lines": "loyalty",
    "native_grants": "rewards",
    "native_doors": "rewards",
    "native_polls": "polls",
}
"""The core's tables whose rows are history, by the plugin that people know them from."""

_FOLLOW: Final = ("activities", "personal_invites", "photos")
_STAY: Final = (
    "ai_days",
    "audit",
    "badges",
    "deliveries",
    "jobs",
    "join_requests",
    "journeys",
    "permissions",
    "plugin_settings",
    "rolling_posts",
    "rolling_quotes",
    "segments",
)
"""What is set there, and how it came to be: it stays under the number. Spaces and members are moved one by one."""

CORE_TABLES: Final = frozenset((*_HISTORY_OF, *_FOLLOW, *_STAY, "spaces", "members"))
"""Those that have a `community_id`; a test holds that there is no other."""

_SIDE: Final = members.alias("side")
_THERE: Final = members.alias("there")


class MovingIn:
    """Lets communities join others within one piece of work. `tables` are those of the plugins, by plugin."""

    def __init__(self, work: Work, tables: Mapping[str, sa.MetaData], sealed: Callable[[str], str]) -> None:
        self._work = work
        self._tables = tables
        self._requests = JoinRequests(work, sealed)

    async def history_of(self, community_id: int) -> Sequence[str]:
        """The plugins that keep something of a community which would be lost if it joined another one."""
        own = [(table, _HISTORY_OF[table.name]) for table in core_tables.sorted_tables if table.name in _HISTORY_OF]
        own += [
            (table, plugin)
            for plugin, part in sorted(self._tables.items())
            for table in part.sorted_tables
            if "community_id" in table.c and JOINING not in table.info
        ]
        asked = [sa.exists().where(table.c.community_id == community_id).label(table.name) for table, _ in own]
        own.append((badges, "badges"))  # one that somebody made there, not those that every community begins with
        made = (badges.c.community_id == community_id) & badges.c.definition.is_not(None)
        asked.append(sa.exists().where(made).label("made"))
        row = await self._work.row(sa.select(*asked))
        assert row is not None
        found = [plugin for (_, plugin), is_any in zip(own, row, strict=True) if is_any]
        return list(dict.fromkeys(found))

    async def lock(self, *community_ids: int) -> bool:
        """Let nobody else write for these communities meanwhile; False where one of them is gone by now.

        SQLite has one writer. On PostgreSQL whoever writes a row that refers to one of them waits, or is waited for.
        """
        await self._work.transaction()
        one_of_them = communities.c.id.in_(community_ids)
        query = sa.select(communities.c.joined_id).where(one_of_them).order_by(communities.c.id)
        rows = await self._work.rows(query.with_for_update())
        return len(rows) == len(set(community_ids)) and all(row.joined_id is None for row in rows)

    async def join(self, young_id: int, into_id: int) -> None:
        """The spaces are another one's from now on, and so are the first of the people; a job sees to the others."""
        await self._move_spaces(young_id, into_id)
        gone = {"joined_id": into_id, "stopped_at": self._work.now}
        change = sa.update(communities).where((communities.c.id == young_id) | (communities.c.joined_id == young_id))
        await self._work.execute(change.values(**gone))
        home = sa.update(accounts).where(accounts.c.home_id == young_id)
        await self._work.execute(home.values(home_id=into_id))
        self._work.has_let_join = young_id
        await self._requests.end_all_of(young_id)
        await self._drop_what_waits(young_id)
        await self._drop_what_stays_behind(young_id)
        last = await self.move_some(young_id, into_id, 0)
        arguments = {"young_id": young_id, "community_id": into_id, "after": last or 0}
        line = Line("core", "move_in", arguments, community_id=into_id)
        await enqueue(await self._work.transaction(), line, self._work.now)

    async def _move_spaces(self, young_id: int, into_id: int) -> None:
        """Whoever runs them runs nothing there yet. On a network where posts go somewhere, they go there alone."""
        posts = sa.select(spaces.c.platform).where(
            spaces.c.community_id == into_id, spaces.c.post_channel.is_not(None), spaces.c.left_at.is_(None)
        )
        taken = [name for (name,) in await self._work.rows(posts)]
        theirs = spaces.c.community_id == young_id
        silent = sa.update(spaces).where(theirs, spaces.c.platform.in_(taken))
        await self._work.execute(silent.values(post_channel=None))
        moved = {"community_id": into_id, "joined_at": self._work.now, "trusted": False}
        await self._work.execute(sa.update(spaces).where(theirs).values(**moved))

    async def _drop_what_waits(self, young_id: int) -> None:
        """Nothing more is sent or done in its name, but for those who asked to be forgotten."""
        mine, state = deliveries.c.community_id == young_id, deliveries.c.state
        waits = mine & UNSETTLED & state.in_((State.PENDING.value, State.HELD.value))
        lies = mine & deliveries.c.settled_at.is_not(None) & (state == State.AVAILABLE.value)
        skipped = {"state": State.SKIPPED.value, "reason": Reason.JOINED.value, "settled_at": self._work.now}
        for which in (waits, lies):
            await self._work.execute(sa.update(deliveries).where(which).values(**skipped))
        by_mention = (state == State.SENT.value) & (deliveries.c.route == Route.MENTION.value)
        called = mine & deliveries.c.settled_at.is_not(None) & by_mention
        await self._work.execute(sa.update(deliveries).where(called).values(expires_at=self._work.now))
        queued = sa.text("state = 'pending'") & (jobs.c.community_id == young_id) & jobs.c.lease_until.is_(None)
        forgets = (jobs.c.plugin == "core") & (jobs.c.name == "erase")
        await self._work.execute(sa.update(jobs).where(queued, ~forgets).values(state="done"))

    async def _drop_what_stays_behind(self, young_id: int) -> None:
        mine = sa.select(segment_table.c.id).where(segment_table.c.community_id == young_id)
        await self._work.execute(sa.delete(segment_members).where(segment_members.c.segment_id.in_(mine)))
        for table in self._told(STAYS_BEHIND):
            await self._work.execute(sa.delete(table).where(table.c.community_id == young_id))

    async def move_some(self, young_id: int, into_id: int, after: int) -> int | None:
        """Let the next people, behind the id `after`, become members of the other one, with what is theirs.

        Whoever is a member of both stays the one they are there. Returns the last of them; None when nobody was left.
        """
        query = (
            sa.select(members.c.id, _THERE.c.id.label("there"))
            .join(
                _THERE, (_THERE.c.person_id == members.c.person_id) & (_THERE.c.community_id == into_id), isouter=True
            )
            .where(members.c.community_id == young_id, members.c.id > after)
        )
        rows = await self._work.rows(query.order_by(members.c.id).limit(AT_ONCE))
        if not rows:
            return None
        moving = [row.id for row in rows if row.there is None]
        both = {row.id: row.there for row in rows if row.there is not None}
        await self._move(moving, young_id, into_id)
        await self._keep_in_both(sorted(both.values()), young_id)
        await self._let_act(moving, sorted(both), into_id)
        here = sorted([*moving, *both.values()])
        line = Line("core", "moved_in", {"community_id": into_id, "member_ids": here}, community_id=into_id)
        await enqueue(await self._work.transaction(), line, self._work.now)
        return int(rows[-1].id)

    async def _move(self, ids: Sequence[int], young_id: int, into_id: int) -> None:
        """What they were made there they are here only by this community's own word.

        What they agreed to they agreed to from another sender, so they are asked anew; what they refused stays refused.
        """
        moved = {"community_id": into_id, "role": 0, "floor": 0}
        await self._work.execute(sa.update(members).where(members.c.id.in_(ids)).values(**moved))
        agreed = consents.c.member_id.in_(ids) & consents.c.granted
        await self._work.execute(sa.delete(consents).where(agreed))
        for table in self._told(FOLLOWS):
            theirs = table.c.member_id.in_(ids) & (table.c.community_id == young_id)
            await self._work.execute(sa.update(table).where(theirs).values(community_id=into_id))

    async def _keep_in_both(self, ids: Sequence[int], young_id: int) -> None:
        """Who stopped or hid in either does, and who is here by either is not gone."""
        theirs = (_SIDE.c.person_id == members.c.person_id) & (_SIDE.c.community_id == young_id)

        def of_side(column: sa.Column[Any]) -> sa.ScalarSelect[Any]:
            return sa.select(column).where(theirs).scalar_subquery()

        def where_side(*conditions: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
            return sa.exists().where(theirs, *conditions)

        mine, came = sa.update(members).where(members.c.id.in_(ids)), ~_SIDE.c.by_link
        first = {"joined_at": of_side(_SIDE.c.joined_at), "left_at": of_side(_SIDE.c.left_at), "by_link": False}
        for change in (
            mine.where(members.c.stopped_at.is_(None)).values(stopped_at=of_side(_SIDE.c.stopped_at)),
            mine.where(where_side(_SIDE.c.hidden)).values(hidden=True),
            mine.where(members.c.by_link, where_side(came)).values(**first),
            mine.where(where_side(came, _SIDE.c.left_at.is_(None))).values(left_at=None),
        ):
            await self._work.execute(change)

    async def _let_act(self, moved: Sequence[int], behind: Sequence[int], into_id: int) -> None:
        """Whoever counts for somebody who stays behind counts for who that one is here."""
        there = (
            sa.select(_THERE.c.id)
            .join(_SIDE, _SIDE.c.person_id == _THERE.c.person_id)
            .where(_THERE.c.community_id == into_id, _SIDE.c.id == members.c.counts_for)
        )
        some = (members.c.id.in_(moved) & members.c.counts_for.is_not(None)) | members.c.counts_for.in_(behind)
        change = sa.update(members).where(members.c.community_id == into_id, some)
        # One who is to move later keeps their number.
        now = sa.func.coalesce(there.scalar_subquery(), members.c.counts_for)
        await self._work.execute(change.values(counts_for=now))

    def _told(self, what: Mapping[str, str]) -> Sequence[sa.Table]:
        """The tables that say so of their rows, and the core's own."""
        own = [core_tables.tables[name] for name in _FOLLOW] if what is FOLLOWS else []
        plugins = [table for part in self._tables.values() for table in part.sorted_tables]
        return [*own, *(table for table in plugins if table.info.get(JOINING) == what[JOINING])]
