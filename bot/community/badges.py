"""The badges of a community: what plugins declare, what it changed of that, and its own."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.community.audit import Audit, Restore
from bot.errors import UserError
from bot.model.badges import FACT, Badge
from bot.model.messages import Markup
from bot.storage.award_tables import badges
from bot.storage.dialect import upsert
from bot.storage.tables import plugin_settings, streams
from bot.storage.work import Work
from bot.text.languages import own_words
from bot.text.markup import echoed, escape
from bot.text.translator import Translator

_UNDERSTOOD_KEPT: Final = 512

Declared = Mapping[str, tuple[str, Badge]]
"""By the badge's name: the plugin that declares it, and the badge."""


class KeptBadge(Struct, frozen=True):
    """A badge as a community has it.

    `own`: no plugin declares it. `waits`: its rule gives it to nobody yet, since nobody has agreed to whom it would go.
    `plugin_on`: whether the community turned its plugin on or off, None where it chose nothing.
    """

    id: int
    community_id: int
    plugin: str
    badge: Badge
    is_on: bool
    waits: bool
    own: bool
    plugin_on: bool | None
    natives: Mapping[str, str]

    @property
    def name(self) -> str:
        return self.badge.name

    @property
    def fact(self) -> str:
        """The fact that says which level of it somebody has."""
        return FACT + self.name

    def called(self, texts: Translator, language: str, home: str) -> Markup:
        """What it is called in a language; a community's own badge may have a title only in its own, `home`."""
        if (title := own_words(self.badge.titles, language, home)) is not None:
            return escape(title)
        key = f"{self.plugin}-badge-{self.name}"
        return texts.text(key, language) if texts.has(key) else escape(self.name.replace("-", " "))

    def invites(self, language: str, home: str) -> str | None:
        """To what it invites, in a language, else in the community's own, `home`; None when it does not."""
        return own_words(self.badge.invitation, language, home)


class Badges:
    """Reads and changes a community's badges within one piece of work."""

    def __init__(self, work: Work, declared: Declared) -> None:
        self._work = work
        self._declared = declared

    async def install(self, community_id: int) -> Sequence[Badge]:
        """Give the community the badges that plugins declare and that it has not got.

        Where a stream was before, they wait: whoever deserves one already is to be looked at first. Returns those.
        """
        known = {name for (name,) in await self._work.rows(sa.select(badges.c.name).where(_of(community_id)))}
        new = [(plugin, name) for name, (plugin, _) in self._declared.items() if name not in known]
        if not new:
            return ()
        begun = sa.exists().where(streams.c.community_id == community_id, streams.c.ended_at.is_not(None))
        since = None if await self._work.value(sa.select(begun)) else self._work.now
        shared = {"community_id": community_id, "since": since, "created_at": self._work.now}
        rows = [{**shared, "plugin": plugin, "name": name} for plugin, name in new]
        await self._work.insert_all(upsert(self._work.dialect, badges).on_conflict_do_nothing(), rows)
        return [self._declared[name][1] for _, name in new] if since is None else ()

    async def all(self, community_id: int) -> Sequence[KeptBadge]:
        """Every badge of the community, in the order it got them."""
        rows = await self._work.rows(_ALL, {"community": community_id})
        return [kept for row in rows if (kept := self._kept(row)) is not None]

    async def get(self, community_id: int, name: str) -> KeptBadge:
        """The badge of that name. Raises UserError when there is none."""
        for kept in await self.all(community_id):
            if kept.name == name:
                return kept
        raise UserError("badge-unknown", asked=echoed(name))

    async def by_id(self, community_id: int, badge_id: int) -> KeptBadge:
        """The same by its id."""
        for kept in await self.all(community_id):
            if kept.id == badge_id:
                return kept
        raise UserError("badge-gone")

    async def create(self, community_id: int, plugin: str, badge: Badge, by: int | None) -> KeptBadge:
        """A badge of the community's own. Nobody gets it by its rule before `begin`. Raises UserError for a taken name.

        One that was deleted had the name only; its awards are gone.
        """
        values = {"plugin": plugin, "name": badge.name, "definition": badge.model_dump(mode="json")}
        row = upsert(self._work.dialect, badges).values(
            community_id=community_id, created_at=self._work.now, since=_since(badge, self._work), **values
        )
        if not (await self._work.execute(row.on_conflict_do_nothing())).rowcount:
            raise UserError("badge-taken", name=badge.name)
        await Audit(self._work).note(community_id, by, "badges.create", f"badge:{badge.name}", None, True)
        return await self.get(community_id, badge.name)

    async def edit(self, kept: KeptBadge, badge: Badge, by: int | None) -> KeptBadge:
        """Change a badge. Where its rules change it waits again; what was given is kept."""
        if badge == kept.badge:
            return kept
        before, after = kept.badge.model_dump(mode="json"), badge.model_dump(mode="json")
        await self._put(kept, badge)
        await Audit(self._work).note(kept.community_id, by, "badges.edit", f"badge:{kept.name}", before, after)
        return await self.get(kept.community_id, kept.name)

    async def _put(self, kept: KeptBadge, badge: Badge) -> None:
        values: dict[str, Any] = {"definition": badge.model_dump(mode="json")}
        if badge.levels != kept.badge.levels:
            values["since"] = _since(badge, self._work)
        await self._work.execute(sa.update(badges).where(badges.c.id == kept.id).values(**values))

    async def turn(self, kept: KeptBadge, by: int | None, *, on: bool) -> KeptBadge:
        """Whether it can be won; what was given is kept, and shown."""
        if kept.is_on == on:
            return kept
        await put_on(self._work, kept.community_id, kept.name, on=on)
        await Audit(self._work).note(kept.community_id, by, "badges.turn", f"badge:{kept.name}", kept.is_on, on)
        return await self.get(kept.community_id, kept.name)

    async def begin(self, kept: KeptBadge) -> None:
        """From now on its rule gives it; whoever fulfils it already is given it by a backfill."""
        still = (badges.c.id == kept.id) & badges.c.since.is_(None)
        await self._work.execute(sa.update(badges).where(still).values(since=self._work.now))

    async def show_as(self, kept: KeptBadge, space_id: int, ref: str | None) -> None:
        """Which role or tag shows it in a space; None: none."""
        natives = {place: shown for place, shown in kept.natives.items() if place != str(space_id)}
        natives |= {str(space_id): ref} if ref else {}
        await self._work.execute(sa.update(badges).where(badges.c.id == kept.id).values(natives=natives))

    def _kept(self, row: sa.Row[*tuple[Any, ...]]) -> KeptBadge | None:
        declared = self._declared.get(row.name)
        badge = _understood(row.definition) if row.definition else declared[1] if declared else None
        if badge is None:  # of a plugin that is not there any more
            return None
        waits, own = row.since is None, declared is None
        return KeptBadge(
            row.id, row.community_id, row.plugin, badge, not row.off, waits, own, row.enabled, dict(row.natives)
        )


_ALL: Final = (
    sa.select(
        *(badges.c[name] for name in ("id", "community_id", "plugin", "name", "off", "since", "natives")),
        sa.type_coerce(badges.c.definition, sa.Text).label("definition"),
        plugin_settings.c.enabled,
    )
    .join(
        plugin_settings,
        (plugin_settings.c.community_id == badges.c.community_id) & (plugin_settings.c.plugin == badges.c.plugin),
        isouter=True,
    )
    .where(badges.c.community_id == sa.bindparam("community"))
    .order_by(badges.c.id)
)

# Whatever moves a fact begins with the badges, and to check one costs more than to find it.
_understood = lru_cache(maxsize=_UNDERSTOOD_KEPT)(Badge.model_validate_json)


def _since(badge: Badge, work: Work) -> Any:
    """One without a rule has nobody to wait for."""
    return None if badge.levels else work.now


def _of(community_id: int) -> sa.ColumnElement[bool]:
    return badges.c.community_id == community_id


async def put_on(work: Work, community_id: int, name: str, *, on: bool) -> None:
    """Whether a badge can be won, without an audit line."""
    await work.execute(sa.update(badges).where(_of(community_id), badges.c.name == name).values(off=not on))


async def _restore_edit(work: Work, community_id: int, subject: str, value: Any) -> None:
    badge, same = Badge.model_validate(value), (badges.c.name == subject.partition(":")[2]) & _of(community_id)
    values: dict[str, Any] = {"definition": badge.model_dump(mode="json")}
    now = await work.value(sa.select(badges.c.definition).where(same))
    if now is None or Badge.model_validate(now).levels != badge.levels:
        values["since"] = _since(badge, work)
    await work.execute(sa.update(badges).where(same).values(**values))


async def _restore_on(work: Work, community_id: int, subject: str, value: Any) -> None:
    await put_on(work, community_id, subject.partition(":")[2], on=bool(value))


RESTORE: Mapping[str, Restore] = {
    "badges.edit": Restore(_restore_edit),
    "badges.turn": Restore(_restore_on),
}
"""How changes of badges are undone."""
