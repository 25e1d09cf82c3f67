"""What people answered: scores, stars, free words and questions; and whether a host replied."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa
from msgspec import Struct

from bot.api import SCORES, STARS, Background, Mood, Scale, columns, counts_for, parts_of

metadata = sa.MetaData()

answers = sa.Table(
    "followups_answers",
    metadata,
    columns.own_id(),
    columns.id_of("community_id"),
    columns.member(),
    columns.text("reference"),  # what it is about: "stream:12"
    columns.text("kind"),  # score, stars, question
    columns.number("value", null=True),
    columns.words("words", null=True),
    columns.at("at"),
    columns.at("replied_at", null=True),
    columns.member("replied_by", null=True),
    sa.Index("ix_followups_answers_reference", "community_id", "reference"),
    sa.Index("ix_followups_answers_member_id", "member_id"),
)


class Answer(Struct, frozen=True):
    """One answer. `value` is 0 to 10 for a score, 1 to 5 for stars, None for a question."""

    id: int
    member_id: int
    reference: str
    kind: str
    value: int | None
    words: str
    at: datetime
    replied_at: datetime | None

    @property
    def stream_id(self) -> int:
        """The stream it is about; 0 where it is about something else."""
        return stream_of(self.reference)

    @property
    def is_unhappy(self) -> bool:
        """A score of 0 to 6 (a detractor, as NPS counts), or one or two stars."""
        return self.value is not None and is_unhappy(self.kind, self.value)


def stream_of(reference: str) -> int:
    """The id of the stream in "stream:12"; 0 for any other reference."""
    kind, _, id = reference.partition(":")
    return int(id) if kind == "stream" else 0


def is_unhappy(kind: str, value: int) -> bool:
    """Whether an answer calls for a person."""
    return (SCORES if kind == SCORES.name else STARS).mood(value) is Mood.AGAINST


def is_delighted(kind: str, value: int) -> bool:
    """Whether an answer is the best there is: a score of 9 or 10 (NPS: promoter), five stars."""
    return value >= (SCORES.promotes if kind == SCORES.name else STARS.most)


class Records:
    """Reads and writes the answers of one community within one piece of work."""

    def __init__(self, ctx: Background) -> None:
        self._work = ctx.db
        self._community_id = ctx.community.id

    async def keep(
        self, member_id: int, reference: str, kind: str, *, value: int | None = None, words: str | None = None
    ) -> int:
        """Write an answer; returns its id."""
        given = {"member_id": member_id, "reference": reference, "kind": kind, "value": value, "words": words}
        row = sa.insert(answers).values(community_id=self._community_id, at=self._work.now, **given)
        return await self._work.insert(row)

    async def add_words(self, answer_id: int, words: str) -> None:
        """Put a free answer beside a score; it takes the place of an earlier one."""
        await self._work.execute(sa.update(answers).where(answers.c.id == answer_id).values(words=words))

    async def get(self, answer_id: int) -> Answer | None:
        """The answer of that id, or None when this community has none such."""
        return _first(await self._work.rows(self._select().where(answers.c.id == answer_id)))

    async def of_member(self, member_id: int, reference: str, kind: str) -> Answer | None:
        """The member's answer of a kind to the same thing that counts, or None: of two linked accounts' the older."""
        mine = self._select().where(answers.c.member_id.in_(parts_of(member_id)), answers.c.kind == kind)
        return _first(await self._work.rows(mine.where(answers.c.reference == reference).order_by(answers.c.id)))

    async def spread(self, reference: str, scale: Scale) -> Counter[int]:
        """How often each value was given."""
        query = (
            sa.select(answers.c.value, sa.func.count())
            .where(answers.c.community_id == self._community_id, answers.c.reference == reference)
            .where(answers.c.kind == scale.name, answers.c.value.is_not(None), is_counted())
            .group_by(answers.c.value)
        )
        return Counter({row[0]: row[1] for row in await self._work.rows(query)})

    async def for_hosts(self, reference: str, *, limit: int, skip: int = 0) -> Sequence[Answer]:
        """The answers that a host may want to reply to, oldest first: those with words, and those of the unhappy."""
        query = self._select().where(_is_for_hosts(reference))
        rows = await self._work.rows(query.order_by(answers.c.id).limit(limit).offset(skip))
        return [_answer(row) for row in rows]

    async def count_for_hosts(self, reference: str) -> int:
        """How many those are."""
        found = self._select().where(_is_for_hosts(reference)).subquery()
        return int(await self._work.value(sa.select(sa.func.count()).select_from(found)))

    async def note_reply(self, answer_id: int, by: int) -> bool:
        """Note that a host replies; False when somebody did before."""
        change = sa.update(answers).where(answers.c.id == answer_id, answers.c.replied_at.is_(None))
        done = await self._work.execute(change.values(replied_at=self._work.now, replied_by=by))
        return done.rowcount == 1

    def _select(self) -> sa.Select[*tuple[Any, ...]]:
        names = ("reference", "kind", "value", "words", "at", "replied_at")
        who = counts_for(answers.c.member_id).label("member_id")
        found = sa.select(answers.c.id, who, *(answers.c[name] for name in names))
        return found.where(answers.c.community_id == self._community_id)


def _is_for_hosts(reference: str) -> sa.ColumnElement[bool]:
    most = sa.case((answers.c.kind == SCORES.name, SCORES.detracts), else_=STARS.detracts)
    tells = answers.c.words.is_not(None) | ((answers.c.value <= most) & is_counted())
    return (answers.c.reference == reference) & tells


_OLDER: Final = answers.alias("older")


def is_counted() -> sa.ColumnElement[bool]:
    """Whether an answer counts: one that was given by two accounts before they were linked does once, the older one."""
    return ~sa.exists().where(
        _OLDER.c.reference == answers.c.reference,
        _OLDER.c.kind == answers.c.kind,
        _OLDER.c.id < answers.c.id,
        _OLDER.c.value.is_not(None),
        _OLDER.c.member_id != answers.c.member_id,
        _OLDER.c.member_id.in_(parts_of(answers.c.member_id)),
    )


def _first(rows: Sequence[sa.Row[*tuple[Any, ...]]]) -> Answer | None:
    return _answer(rows[0]) if rows else None


def _answer(row: sa.Row[*tuple[Any, ...]]) -> Answer:
    return Answer(row.id, row.member_id, row.reference, row.kind, row.value, row.words or "", row.at, row.replied_at)
