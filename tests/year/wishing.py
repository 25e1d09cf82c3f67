"""Rewards in a year: many want what few can have, some wait in line, some of it is never delivered."""

from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from bot.errors import UserError
from bot.model.grants import Native, NativeKind
from bot.platforms.local.records import Person
from bot.storage.types import from_micros
from plugins.rewards import _claiming, _delivering, _ending, _stock, _waiting
from plugins.rewards._claiming import Wish
from plugins.rewards._grants import grant_of
from plugins.rewards._reward import locked
from plugins.rewards._tables import codes, rewards
from tests.year.claims import Claim, Reward
from tests.year.town import Town

MUG, STAR, ROOM, CODE = range(4)
CHEAPEST = 3


async def furnish(town: Town) -> list[Reward]:
    """What somebody makes, a tag and a room for a while, and codes."""
    few = max(2, town.size // 100)
    star = Native(town.space_id, NativeKind.BADGE, "Star")
    room = Native(town.space_id, NativeKind.DOOR, town.back_room)
    made = [
        await _add(town, "custom", 6, stock=few, per_member=1),
        await _add(town, "role", 4, days=9, native=star, stock=few, per_member=1),
        await _add(town, "room", 5, days=20, native=room),
        await _add(town, "code", CHEAPEST, per_member=1),
    ]
    async with town.work() as work:
        some = [{"reward_id": made[CODE].id, "code": f"code-{number}"} for number in range(few)]
        await work.execute(sa.insert(codes).values(some))
    return made


async def _add(
    town: Town, kind: str, price: int, *, days: int | None = None, native: Native | None = None, **more: Any
) -> Reward:
    row = {"community_id": town.community.id, "kind": kind, "title": kind, "price": price, "lasts_days": days, **more}
    if native is not None:
        row |= {"space_id": native.space_id, "ref": native.ref, "ref_name": native.ref}
    async with town.work() as work:
        id = await work.insert(sa.insert(rewards).values(**row, is_open=True, made_at=work.now))
    return Reward(id, kind, price, timedelta(days=days) if days else None, native)


async def claim(town: Town, share: float) -> None:
    """Some want something, a few of whom cannot pay for it. Who comes too late may stand in line."""
    for person in town.some(share):
        if town.diary.purse(person.name).balance(1).posted >= CHEAPEST or town.dice.random() < 0.1:
            await _claim(town, person, town.dice.choice(town.rewards))
    await town.bot.app.turn()


async def _claim(town: Town, person: Person, reward: Reward) -> None:
    member_id, name = town.acting[person.name], person.name
    try:
        async with town.work() as work:
            grant = await _claiming.claim(town.background(work), Wish(reward.id, member_id))
    except UserError as refused:
        if refused.key == "rewards-short" and town.diary.knows(name):
            has = town.diary.purse(name)
            has.pass_time(town.home.clock.now(), 1)
            if has.balance(1).posted >= reward.price:
                town.diary.wrong.append(f"{name} was refused {reward.kind}, for which they had enough points")
        if refused.key == "rewards-gone" and reward.kind != "code" and town.dice.random() < 0.5:
            async with town.work() as work:
                await _waiting.wait(town.background(work), reward.id, member_id, None)
        return
    town.claims.has_claimed(Claim(grant.id, reward, name, grant.at), member_id)


async def hand_over(town: Town) -> None:
    """A host delivers some of what is asked for, cannot deliver some, and forgets the rest; now and then has more."""
    now = town.home.clock.now()
    for claim in [one for one in town.claims.made.values() if one.state == "delivering"]:
        fate = town.dice.random()
        if claim.name in town.diary.forgotten or fate > 0.6:
            continue
        async with town.work() as work:
            ctx = town.background(work)
            if fate < 0.25:
                await _ending.fail(ctx, claim.id, "rewards-problem-host")
            else:
                await _delivering.settle(ctx, await locked(ctx, claim.reward.id), await grant_of(ctx, claim.id))
        if fate < 0.25:
            town.claims.came_to_nothing(claim, now)
        else:
            town.claims.was_delivered(claim, now)
    if town.dice.random() < 0.25:
        await _restock(town, town.rewards[town.dice.choice([MUG, STAR])])
    await town.bot.app.turn()


async def _restock(town: Town, reward: Reward) -> None:
    stock = town.home.books.value("SELECT stock FROM rewards_rewards WHERE id = :id", id=reward.id)
    async with town.work() as work:
        await _stock.restock(town.background(work), reward.id, stock + town.dice.randint(1, 3))


async def take_back(town: Town) -> None:
    """A moderator takes some of it back, and the points are theirs again."""
    now = town.home.clock.now()
    standing = [one for one in town.claims.made.values() if one.state == "granted" and one.reward.kind != "code"]
    for claim in standing:
        if claim.name in town.diary.forgotten or town.dice.random() > 0.1:
            continue
        async with town.work() as work:
            await _ending.revoke(town.background(work), claim.id, refund=True)
        town.claims.came_to_nothing(claim, now, "revoked")
    await town.bot.app.turn()


def hear_of_offers(town: Town) -> None:
    """Who stood in line is offered what became free; the bot tells them."""
    sql = "SELECT id, reward_id, payer_id, at FROM rewards_grants WHERE source = 'waitlist' AND id > :last ORDER BY id"
    named = {id: name for name, id in town.memberships.items()}
    by_id = {reward.id: reward for reward in town.rewards}
    for id, reward_id, payer, at in town.home.books.rows(sql, last=town.heard):
        town.heard = id
        if payer in named:
            town.claims.was_offered(Claim(id, by_id[reward_id], named[payer], from_micros(at)))


async def answer_offers(town: Town) -> None:
    """Some of them say yes in time, if they can pay."""
    hear_of_offers(town)
    now = town.home.clock.now()
    town.claims.pass_time(now)
    for claim in [one for one in town.claims.made.values() if one.state == "held"]:
        if claim.name in town.diary.forgotten or town.dice.random() < 0.4:
            continue
        member_id = town.acting[claim.name]
        try:
            async with town.work() as work:
                await _claiming.say_yes(town.background(work), claim.id, member_id)
        except UserError:
            continue
        claim.at = now
        town.claims.has_claimed(claim, town.memberships[claim.name])
    await town.bot.app.turn()
