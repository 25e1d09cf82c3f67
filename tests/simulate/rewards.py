"""What must hold of rewards, points and what networks give for them, at every moment of rest and in the end."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import timedelta

import msgspec

from bot.delivery.effects import EFFECT
from bot.platforms.local.records import Shown
from bot.storage.types import from_micros, to_micros
from bot.text.markup import plain
from plugins.rewards._grants import ORIGIN, State
from plugins.rewards._settings import RewardSettings
from tests.plugins.reward_rules import PAID, QUERIES, Given, Shelf, beside_free_seats, late, shelf, unsound
from tests.simulate.town import Town

CAUGHT_UP = timedelta(days=1, minutes=5)
"""So long after the plugin was turned on again nothing is late any more: it looks after everything once a day."""

CODE = re.compile(r"voucher\d+x")
"""What codes look like here."""

_PRESSED = re.compile(r"presses 'rewards\.revoke' \['(\d+)', '(\d)'\]")


def rewards_are_sound(town: Town) -> Iterator[str]:
    """Nothing is oversold, paid otherwise than once, late, or free beside somebody who waits; no access outlives it."""
    it = read(town)
    _note(town, it)
    yield from unsound(it, kept=town.ledger.kept)
    yield from beside_free_seats(it, to_micros(town.now))
    yield from _late(town, it)
    yield from _given_for_nothing(town)
    yield from _outlives(town, _being_seen_to(town))


async def rewards_are_over(town: Town) -> Iterable[str]:
    """In the end nothing is in between, and nobody has on the network what they should not."""
    on_time = [] if "rewards" in town.model.off else late(read(town), to_micros(town.now))
    return [*on_time, *_outlives(town, ())]


def codes_are_read_by_one(town: Town, shown: Shown) -> Iterator[str]:
    """A code is shown to one person, in private."""
    for code in CODE.findall(plain(shown.message.text)):
        reader = shown.only_for.user_id if shown.only_for else ""
        first = town.ledger.codes.setdefault(code, reader)
        if not reader or first != reader:
            yield f"{code} is read in {shown.channel} by {reader or 'everybody'}, and by {first or 'everybody'}"


def read(town: Town) -> Shelf:
    """What stands in the books about rewards."""
    return shelf({part: town.books.rows(sql) for part, (_, sql) in QUERIES.items()})


def _note(town: Town, it: Shelf) -> None:
    """Remember what ended since without bringing points back, and when the plugin was last off."""
    ledger = town.ledger
    if "rewards" in town.model.off:
        ledger.rewards_off = town.bot.seen_to
    for grant in it.grants:
        before, ledger.grants[grant.id] = ledger.grants.get(grant.id), grant.state
        if before in PAID and before != grant.state and grant.member_id is not None and _may_keep(town, it, grant):
            ledger.kept.add(grant.id)


def _may_keep(town: Town, it: Shelf, grant: Given) -> bool:
    """Whether the points of what just ended are gone for good: a moderator said so, or it was given up too late."""
    if grant.state == State.REVOKED.value:
        said = (match for line in reversed(town.trail) if (match := _PRESSED.search(line)))
        return next((match[2] == "0" for match in said if int(match[1]) == grant.id), False)
    if grant.state == State.GIVEN_UP.value:
        hours = timedelta(hours=RewardSettings().give_up_hours)
        return any(time.id == grant.time_id and town.now > from_micros(time.starts_at) - hours for time in it.times)
    return False


def _late(town: Town, it: Shelf) -> Iterator[str]:
    """What should have ended before everything that was due was last seen to."""
    seen_to, off = town.bot.seen_to, town.ledger.rewards_off
    if off is None or off + CAUGHT_UP < seen_to:
        yield from late(it, to_micros(seen_to))


def _given_for_nothing(town: Town) -> Iterator[str]:
    """What a network is to give for a reward is for one that somebody has."""
    sql = f"""SELECT n.source, n.ref FROM native_grants n WHERE n.source LIKE '{ORIGIN}%' AND n.ended_at IS NULL
              AND (n.until IS NULL OR n.until > :now) AND NOT EXISTS (SELECT 1 FROM rewards_grants g
              WHERE '{ORIGIN}' || g.id = n.source AND g.state IN ('delivering', 'granted'))"""
    for source, ref in town.books.rows(sql, now=to_micros(town.bot.seen_to)):
        yield f"{source} still opens {ref}"


def _outlives(town: Town, excused: Collection[tuple[str, str]]) -> Iterator[str]:
    """Who has a role, a tag or a room on the network without a grant of it."""
    if not (worn := town.chat.worn()):
        return
    families = _families(town)
    sql = """SELECT member_id, ref FROM native_grants
             WHERE ended_at IS NULL AND (until IS NULL OR until > :now)"""
    rows = town.books.rows(sql, now=to_micros(town.bot.seen_to))
    should = {(family, ref) for member, ref in rows for family in [families.get(town.members().get(member, ""))]}
    for user_id, ref in worn:
        if (families.get(user_id), ref) not in should and (user_id, ref) not in excused:
            yield f"{user_id} still has {ref}"


def _being_seen_to(town: Town) -> Collection[tuple[str, str]]:
    """Whose access is still being put right, as the network did not do it when it was asked."""
    worn, families = town.chat.worn(), _families(town)
    if not worn:
        return ()
    sql = f"""SELECT DISTINCT member_id, json_extract(payload, '$.account[1]') FROM deliveries
              WHERE step = '{EFFECT}' AND enrolment_id IS NULL
              AND state IN ('pending', 'held') AND (attempts > 0 OR due_at <= :now)"""
    # What was due before the clock was set back waits until it shows that time again.
    due = town.books.rows(sql, now=to_micros(max(town.now, town.bot.seen_to, town.bot.latest)))
    nobodys = {account for member, account in due if member is None}  # who was forgotten is an account, no member
    members = {id for id, _ in due if id is not None} | {*_just_linked(town)}
    busy = {families[user] for id in members if (user := town.members().get(id, "")) in families}
    refused = set(town.books.rows("SELECT external_id, ref FROM native_marks WHERE problem IS NOT NULL"))
    return [
        (user, ref) for user, ref in worn if families.get(user) in busy or user in nobodys or (user, ref) in refused
    ]


def _just_linked(town: Town) -> Iterator[int]:
    """Members of accounts that were linked or parted, and what follows from it is not done yet."""
    sql = "SELECT arguments FROM jobs WHERE name = 'linked' AND state = 'pending'"
    for arguments in town.books.column(sql):
        for _, members in msgspec.json.decode(arguments)["family"]:
            yield from members


def _families(town: Town) -> dict[str, int]:
    """For whom each person counts."""
    members = town.members()
    rows = town.books.rows("SELECT id, coalesce(counts_for, id) FROM members")
    return {members[id]: family for id, family in rows if id in members}
