"""Write what stands after an effect was carried out, and find out whom to tell of it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from bot.delivery.giving import AWAY, NO_ACCOUNT, NOT_HERE, PERSONAL, Came, Done
from bot.delivery.wanting import Act, Family, Grant, Mark, Stands, Thing, Wearer
from bot.model.events import NativeSettled
from bot.model.results import Problem
from bot.storage.database import Transaction
from bot.storage.dialect import upsert
from bot.storage.grant_tables import native_grants, native_marks

GIVEN, TAKEN = "given", "taken"


class CarriedOut(Struct, frozen=True):
    """A family as it was at `seen_at`, and what came of what was done for it."""

    family: Family
    done: tuple[Done, ...]
    seen_at: datetime
    one_badge: bool

    def wants(self, wearer: Wearer, thing: Thing) -> bool:
        """Whether the account should have it."""
        return thing in self.family.wanted(wearer, self.seen_at, one_badge=self.one_badge)


async def note_intents(transaction: Transaction, family: Family, acts: Sequence[Act], now: datetime) -> None:
    """From now on nobody knows how it stands, until what came of the acts is written: also when the process dies."""
    for act in acts:
        await _mark(transaction, family, act, Stands.MAYBE, None, now)


async def note_outcomes(transaction: Transaction, one: CarriedOut, now: datetime) -> None:
    """What is known of it now."""
    for done in one.done:
        if (stands := _stands(done)) is None:
            await _unmark(transaction, one.family, done.act.wearer, done.act.thing)
        else:
            await _mark(transaction, one.family, done.act, stands, done.problem, now)
    acted = {(done.act.wearer, done.act.thing) for done in one.done}
    for wearer in one.family.wearers:
        for thing, mark in one.family.marked(wearer).items():
            if mark.failed and (wearer, thing) not in acted:
                await _forget_failure(transaction, one, wearer, mark)


async def _forget_failure(transaction: Transaction, one: CarriedOut, wearer: Wearer, mark: Mark) -> None:
    """What was refused is wanted no more, or what could not be taken is wanted again."""
    same, wanted = _is_mark(one.family, wearer, mark.thing), one.wants(wearer, mark.thing)
    if mark.stands is Stands.NO and not wanted:
        await transaction.execute(sa.delete(native_marks).where(same))
    elif mark.stands in (Stands.YES, Stands.OFFERED) and wanted:
        await transaction.execute(sa.update(native_marks).where(same).values(problem=None, said=None))


def _stands(done: Done) -> Stands | None:
    """How it stands now; None: not at all, and there is nothing to say of it."""
    match done.came:
        case Came.DONE if not done.act.given:
            return None
        case Came.DONE:
            return Stands.OFFERED if done.way else Stands.YES
        case Came.LATER | Came.SILENT:
            return Stands.MAYBE
    if done.problem is not None and done.problem.key in PERSONAL:
        return None
    if done.act.was is Stands.MAYBE or not done.act.given:
        return done.act.was
    return Stands.NO


async def _mark(
    transaction: Transaction, family: Family, act: Act, stands: Stands, problem: Problem | None, now: datetime
) -> None:
    values: dict[str, Any] = {"member_id": act.wearer.member_id, "stands": stands.value, "tried_at": now}
    if stands is not Stands.MAYBE or problem is not None:  # what was wrong before may be so still
        said = None if problem is None or not problem.values else [list(pair) for pair in problem.values]
        values |= {"problem": None if problem is None else problem.key, "said": said}
    row = upsert(transaction.dialect, native_marks).values(
        space_id=family.home.id,
        platform=act.wearer.account.platform,
        external_id=act.wearer.account.user_id,
        kind=act.thing.kind.value,
        ref=act.thing.ref,
        **values,
    )
    key = [native_marks.c[name] for name in ("space_id", "platform", "external_id", "kind", "ref")]
    await transaction.execute(row.on_conflict_do_update(index_elements=key, set_=values))


async def _unmark(transaction: Transaction, family: Family, wearer: Wearer, thing: Thing) -> None:
    await transaction.execute(sa.delete(native_marks).where(_is_mark(family, wearer, thing)))


def _is_mark(family: Family, wearer: Wearer, thing: Thing) -> sa.ColumnElement[bool]:
    mark, account = native_marks.c, wearer.account
    same = (mark.space_id == family.home.id) & (mark.kind == thing.kind.value) & (mark.ref == thing.ref)
    return same & (mark.platform == account.platform) & (mark.external_id == account.user_id)


async def tell(transaction: Transaction, one: CarriedOut, now: datetime) -> Sequence[NativeSettled]:
    """What plugins have not heard of yet; noted as told."""
    events = []
    for grant in one.family.grants:
        news = _news(one, grant)
        if news is None or (word := _word(news)) == grant.told:
            continue
        problem = news.problem
        values = {"told": word, "turn": grant.turn + 1, "said": None if problem is None else list(problem.values)}
        same = (native_grants.c.id == grant.id) & (native_grants.c.turn == grant.turn)
        same &= native_grants.c.told == grant.told
        if (await transaction.execute(sa.update(native_grants).where(same).values(values))).rowcount:
            events.append(_event(one.family, grant, news, now))
    return events


class _News(Struct, frozen=True):
    """How a grant stands: given or taken, or what is in the way."""

    given: bool
    problem: Problem | None = None
    way: str = ""


def _word(news: _News) -> str:
    if news.problem is not None:
        return news.problem.key
    return GIVEN if news.given else TAKEN


def _news(one: CarriedOut, grant: Grant) -> _News | None:
    """None: nobody can say yet."""
    if one.family.home.away:
        return _News(True, AWAY) if grant.holds(one.seen_at) else None
    if not grant.holds(one.seen_at):
        return _gone(one, grant)
    if not one.family.wearers:
        return _News(True, NO_ACCOUNT)
    found = [_given(one, grant, wearer) for wearer in one.family.wearers if wearer.here]
    if not found:
        return _News(True, NOT_HERE)
    good = [news for news in found if news is not None and news.problem is None]
    if good:
        return max(good, key=lambda news: news.way)
    return None if None in found else found[0]


def _given(one: CarriedOut, grant: Grant, wearer: Wearer) -> _News | None:
    thing = grant.thing
    if not one.wants(wearer, thing):  # a higher badge is shown in its place, or would be
        wanted = one.family.wanted(wearer, one.seen_at, one_badge=one.one_badge)
        thing = next(other for other in wanted if other.kind is grant.thing.kind)
    done = next(_done_for(one, thing, wearer), None)
    if done is None:
        mark = one.family.marked(wearer).get(thing)
        return _News(True) if mark is not None and mark.stands in (Stands.YES, Stands.OFFERED) else None
    if done.came is Came.LATER:
        return None
    return _News(True, done.problem, done.way)


def _gone(one: CarriedOut, grant: Grant) -> _News | None:
    for wearer in one.family.wearers:
        if one.wants(wearer, grant.thing):
            continue  # another grant of the same
        done = next(_done_for(one, grant.thing, wearer), None)
        if done is not None and done.came is Came.LATER:
            return None
        if done is not None and done.problem is not None:
            return _News(False, done.problem)
    return _News(False)


def _done_for(one: CarriedOut, thing: Thing, wearer: Wearer) -> Iterator[Done]:
    for done in one.done:
        if done.act.wearer == wearer and done.act.thing == thing:
            yield done


def _event(family: Family, grant: Grant, news: _News, now: datetime) -> NativeSettled:
    return NativeSettled(
        community_id=grant.community_id,
        at=now,
        grant_id=grant.id,
        member_id=grant.member_id,
        source=grant.source,
        space_id=family.home.id,
        kind=grant.thing.kind.value,
        ref=grant.thing.ref,
        given=news.given,
        problem=None if news.problem is None else news.problem.key,
        said=() if news.problem is None else news.problem.values,
        way=news.way,
        turn=grant.turn + 1,
    )
