"""What must hold of referrals, by what people did and saw: who is paid for whom, what is taken back, who decides."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from bot.storage.types import from_micros, to_micros
from bot.text.markup import plain
from plugins.referrals._settings import ReferralSettings
from tests.plugins.bringing import OWN
from tests.simulate.acts import Act
from tests.simulate.coming import REFERRALS, is_gone
from tests.simulate.families import acting, are_one, families
from tests.simulate.inviting import addresses
from tests.simulate.noted import Brought
from tests.simulate.town import Town

CLAIMS = ("referrals.claim_by", "referrals.claim")
COUNTED = ("qualified", "paid")
OVER = ("refused", "taken_back")
SLACK = timedelta(days=1)
CAUGHT_UP = timedelta(days=1, minutes=5)
"""So long after the plugin was turned on again it has looked at everything, as it does once a day."""


@dataclass(frozen=True, slots=True)
class Row:
    """A referral as the books have it; members are those who act."""

    id: int
    inviter: int | None
    invited: int | None
    rival: int | None
    state: str
    began_at: int
    joined_at: int | None
    qualified_at: int | None
    pays_at: int | None
    settled_at: int | None
    for_bringing: int | None
    for_coming: int | None
    campaign: int | None

    @property
    def begun(self) -> datetime:
        return from_micros(min(self.began_at, self.joined_at or self.began_at))

    @property
    def about(self) -> str:
        return f"referral:{self.id}"


_ROWS = """
SELECT r.id, coalesce(a.counts_for, a.id), coalesce(b.counts_for, b.id), coalesce(c.counts_for, c.id), r.state,
       r.began_at, r.joined_at, r.qualified_at, r.pays_at, r.settled_at, r.for_bringing, r.for_coming, r.campaign_id
FROM referrals_referrals r LEFT JOIN members a ON a.id = r.inviter_id LEFT JOIN members b ON b.id = r.invited_id
LEFT JOIN members c ON c.id = r.rival_id ORDER BY r.id
"""


def rows_of(town: Town) -> Sequence[Row]:
    """All of them."""
    return [Row(*row) for row in town.books.rows(_ROWS)]


# ---- after each act -----------------------------------------------------------------------------------------------


def referrals_are_noted(town: Town, act: Act) -> Sequence[str]:
    """Note whose a code is, who said by which they came, and what a moderator decided."""
    if act.person is None or not act.allowed:
        return []
    name = act.name
    notes = town.ledger.brought
    if name == "refer":
        _note_code(town, act, notes)
    elif name in CLAIMS:
        typed = act.answers.get("code", "") or next(iter(act.arguments), "")
        if typed in notes.codes:
            notes.causes.add((act.person.user_id, notes.codes[typed]))
            _confirms(town, act)
    elif name == "referrals.keep_campaign":
        typed = act.answers.get("bonus", "").strip()
        notes.bonuses |= {int(typed)} if typed.isdecimal() else set()
    elif name in ("referrals.approve", "referrals.confirm"):
        _decided(town, act, int(act.arguments[0]), is_party=name == "referrals.confirm")
    return []


def _note_code(town: Town, act: Act, notes: Brought) -> None:
    assert act.person is not None
    texts = [plain(shown.message.text) for shown in act.seen if shown.only_for]
    main = town.main_of(act.person.user_id)
    owner = main if are_one(town, act.person.user_id, main) else act.person.user_id
    for code in [found[1] for text in texts if (found := OWN.search(text))]:
        notes.codes.setdefault(code, owner)
    for address in addresses(texts):
        notes.ways.setdefault(address, owner)


def _decided(town: Town, act: Act, number: int, *, is_party: bool) -> None:
    """Who gets points by it decides nothing, but for the newcomer who says whether it was so."""
    assert act.person is not None
    who = acting(town, act.person.user_id)
    row = next((row for row in rows_of(town) if row.id == number), None)
    if row is None or who is None:
        return
    parties = (row.invited,) if is_party else (row.inviter, row.invited, row.rival)
    if (who in parties) == is_party:
        town.ledger.brought.decided.add(number)


def _confirms(town: Town, act: Act) -> None:
    """By the code of who is thought to have brought them anyway, the newcomer says that it was so."""
    assert act.person is not None
    who = acting(town, act.person.user_id)
    sql = "SELECT id FROM referrals_referrals WHERE grade = 'proof' AND how = 'both'"
    proven = set(town.books.column(sql))
    for row in rows_of(town):
        if row.invited == who and row.id in proven:
            town.ledger.brought.decided.add(row.id)


# ---- at every moment of rest --------------------------------------------------------------------------------------


def referrals_hold(town: Town) -> Iterator[str]:
    """All of it, whenever something was written."""
    notes = town.ledger.brought
    if REFERRALS in town.model.off:
        notes.off = town.bot.seen_to
        notes.must_begin.clear()
        notes.must_end.clear()
    if (version := town.books.value("PRAGMA data_version")) == notes.version:
        return
    notes.version = version
    _note_known(town, notes)
    _note_settings(town, notes)
    yield from referrals_stand(town, rows_of(town), families(town))


def referrals_stand(town: Town, rows: Sequence[Row], family: Mapping[int, int]) -> Iterator[str]:
    """What holds at once, and what holds when nothing waits to be done."""
    notes = town.ledger.brought
    yield from _have_a_cause(town, rows)
    yield from _are_decided_by_people(notes, rows)
    yield from _points_are_theirs(town, rows, family)
    yield from _badges_count(town, rows)
    if not _is_settled(town):
        return
    yield from _what_must_be(town, rows)
    if notes.off is None or notes.off + CAUGHT_UP < town.bot.seen_to:
        yield from _count_for_good_reason(town, rows)


def _note_known(town: Town, notes: Brought) -> None:
    """Since when the bot knows whom; of whoever was forgotten it knows nothing."""
    sql = "SELECT a.external_id FROM accounts a JOIN members m ON m.person_id = a.person_id WHERE NOT m.by_link"
    there = dict.fromkeys(town.books.column(sql), town.now)
    notes.known = {user: notes.known.get(user, now) for user, now in there.items()}


def _note_settings(town: Town, notes: Brought) -> None:
    chosen = settings(town)
    notes.points.add((chosen.points_for_bringing, chosen.points_for_coming))
    notes.always_orders &= chosen.order


def settings(town: Town) -> ReferralSettings:
    """What the community chose."""
    sql = """SELECT settings FROM plugin_settings JOIN communities c ON c.id = community_id
             WHERE plugin = 'referrals' AND c.joined_id IS NULL"""
    return ReferralSettings.model_validate(msgspec.json.decode(town.books.value(sql) or "{}"))


def _have_a_cause(town: Town, rows: Sequence[Row]) -> Iterator[str]:
    """Nobody is said to have brought somebody who did neither come by their invite nor name their code."""
    notes = town.ledger.brought
    for row in rows:
        if row.inviter is None or row.invited is None or notes.inviters.get(row.id) == row.inviter:
            continue
        notes.inviters[row.id] = row.inviter
        pairs = {(acting(town, one), acting(town, other)) for one, other in notes.causes}
        if (row.invited, row.inviter) not in pairs:
            yield f"referral {row.id} says that {row.inviter} brought {row.invited}, of which nobody knows"


def _are_decided_by_people(notes: Brought, rows: Sequence[Row]) -> Iterator[str]:
    """What is contested goes on by somebody's word alone."""
    for row in rows:
        goes_on = row.state in ("waiting", *COUNTED)
        if notes.states.get(row.id) == "contested" and goes_on and row.id not in notes.decided:
            yield f"referral {row.id} was contested and is {row.state}, and nobody said so"
        if row.state == "contested":
            notes.decided.discard(row.id)
        notes.states[row.id] = row.state


@dataclass(frozen=True, slots=True)
class Earned:
    """A line by which somebody earned something, and how much of it was not taken back."""

    member: int
    amount: int
    left: int


def _earned(town: Town) -> Mapping[str, list[Earned]]:
    gone: defaultdict[int, int] = defaultdict(int)
    sql = "SELECT of_id, CASE WHEN kind = 'reversed' THEN asked ELSE -amount END FROM ledger WHERE kind IN "
    for of, points in town.books.rows(f"{sql} ('reversed', 'expired') AND of_id IS NOT NULL"):
        gone[of] += points
    found: defaultdict[str, list[Earned]] = defaultdict(list)
    lines = "SELECT id, member_id, amount, state, about FROM ledger WHERE kind = 'earned' AND about LIKE 'referral:%'"
    for id, member, amount, state, about in town.books.rows(lines):
        left = 0 if state == "reversed" else amount - gone[id]
        found[about].append(Earned(member, amount, left))
    return found


def _points_are_theirs(town: Town, rows: Sequence[Row], family: Mapping[int, int]) -> Iterator[str]:
    """Both sides have just what was promised while it counts, and nothing before and after."""
    earned, notes = _earned(town), town.ledger.brought
    for row in rows:
        lines = earned.get(row.about, [])
        if row.qualified_at is not None and not _is_promised(notes, row):
            yield f"referral {row.id} promises {row.for_bringing} and {row.for_coming} points"
        sides = [(row.inviter, row.for_bringing), (row.invited, row.for_coming)]
        due = sorted((who, points) for who, points in sides if who is not None and points)
        had = sorted((family.get(line.member, 0), line.left) for line in lines)
        if row.state in COUNTED and had != due:
            yield f"of referral {row.id}, {row.state}, members have {had}, and it should be {due}"
        if row.state not in COUNTED and any(line.left for line in lines):
            yield f"of referral {row.id}, {row.state}, members still have {had}"
        if row.qualified_at is None and lines:
            yield f"referral {row.id} is {row.state} and brought {had}"


def _is_promised(notes: Brought, row: Row) -> bool:
    bonuses = {0} if row.campaign is None else {0, *notes.bonuses}
    sums = {(bringing + bonus, coming + bonus) for bringing, coming in notes.points for bonus in bonuses}
    return (row.for_bringing, row.for_coming) in sums


def _badges_count(town: Town, rows: Sequence[Row]) -> Iterator[str]:
    """Each that was paid is one activity, each that was taken back after it one more."""
    sql = """SELECT reference, kind, count(*) FROM activities WHERE kind LIKE 'referral_%' GROUP BY reference, kind"""
    done = {(reference, kind): count for reference, kind, count in town.books.rows(sql)}
    for row in rows:
        if row.inviter is None:
            continue
        has = [done.get((row.about, kind), 0) for kind in ("referral_qualified", "referral_taken_back")]
        due = [int(row.state in ("paid", "taken_back")), int(row.state == "taken_back")]
        if has != due:
            yield f"referral {row.id} is {row.state}, and activities for the badge are {has}"


def _is_settled(town: Town) -> bool:
    """Whether all that happened was made something of."""
    sql = """SELECT count(*) FROM jobs WHERE state = 'pending' AND (plugin = 'referrals' AND name LIKE 'on:%'
             OR plugin = 'core' AND name IN ('linked', 'activity', 'arrived', 'points_moved'))"""
    due = "SELECT count(*) FROM jobs WHERE state = 'pending' AND plugin = 'referrals' AND due_at <= :now"
    return not town.books.value(sql) and not town.books.value(due, now=to_micros(town.now))


def _what_must_be(town: Town, rows: Sequence[Row]) -> Iterator[str]:
    """Who came by an invite is noted; what ended has ended."""
    notes, by_id = town.ledger.brought, {row.id: row for row in rows}
    for person, by in notes.must_begin:
        who, whose = acting(town, person), acting(town, by)
        if who is not None and whose is not None and not any(row.invited == who for row in rows):
            yield f"{person} came by the invite of {by}, and nobody noted that"
    notes.must_begin.clear()
    for id, why in notes.must_end.items():
        if id in by_id and by_id[id].state not in OVER:
            yield f"referral {id} is {by_id[id].state}, although {why}"
    notes.must_end.clear()


def _count_for_good_reason(town: Town, rows: Sequence[Row]) -> Iterator[str]:
    """Nobody for themself, twice, without an order, or for somebody who had been here, or is here no more."""
    seen: dict[int, int] = {}
    for row in rows:
        if row.state not in COUNTED or row.invited is None:
            continue
        if row.inviter == row.invited:
            yield f"referral {row.id} is {row.state}, and it is the member themself"
        if row.invited in seen:
            yield f"referrals {seen[row.invited]} and {row.id} both count for member {row.invited}"
        seen[row.invited] = row.id
        yield from (f"referral {row.id} is {row.state}, although {why}" for why in _why_not(town, row))


def _why_not(town: Town, row: Row) -> Iterator[str]:
    assert row.invited is not None
    notes = town.ledger.brought
    mine = [user for user in town.model.people if acting(town, user) == row.invited]
    if mine and is_gone(town, mine[0]) and all(user in notes.known for user in mine) and _is_in_window(town, row):
        yield f"{mine} left"
    early = [user for user in mine if _was_here(notes, user, row.begun - SLACK)]
    if early and row.id not in notes.decided:
        yield f"{early} had been here for long"
    if notes.always_orders and row.state == "qualified" and not _kept_orders(notes, mine):
        yield f"{mine} ordered nothing that they kept"


def _was_here(notes: Brought, user: str, then: datetime) -> bool:
    """Inside, by what they did, and known to the bot."""
    return user in notes.inside and notes.inside[user] < then and user in notes.known and notes.known[user] < then


def _is_in_window(town: Town, row: Row) -> bool:
    days = timedelta(days=settings(town).days_taken_back)
    return row.settled_at is None or town.now < from_micros(row.settled_at) + days


def _kept_orders(notes: Brought, mine: Sequence[str]) -> list[str]:
    return [one for one, (user, _) in notes.orders.items() if user in mine and one not in notes.refunded]


# ---- in the end ---------------------------------------------------------------------------------------------------


async def referrals_are_over(town: Town) -> Iterable[str]:
    """Whoever stayed and did what there is to do counts, and what counts was paid when its time came."""
    notes, chosen, now = town.ledger.brought, settings(town), town.bot.seen_to
    if REFERRALS in town.model.off or (notes.off is not None and notes.off + CAUGHT_UP > now):
        return []
    late, rows = to_micros(now - CAUGHT_UP), rows_of(town)
    wrong = [
        f"referral {row.id} was to be paid" for row in rows if row.state == "qualified" and (row.pays_at or late) < late
    ]
    if town.books.value("SELECT count(*) FROM referrals_rules WHERE rule IS NOT NULL"):
        return wrong
    stayed = to_micros(now - CAUGHT_UP - timedelta(days=chosen.days_stayed))
    for row in rows:
        if row.state == "waiting" and row.joined_at is not None and row.joined_at < stayed and row.invited:
            wrong += [f"referral {row.id} waits, and nothing lacks"] if _did_enough(town, row, chosen) else []
    return wrong


def _did_enough(town: Town, row: Row, chosen: ReferralSettings) -> bool:
    if row.campaign and town.books.value("SELECT count(*) FROM referrals_campaigns WHERE rule IS NOT NULL"):
        return False
    sql = """SELECT count(*) FROM activities a JOIN members m ON m.id = a.member_id WHERE a.kind = 'attended'
             AND coalesce(m.counts_for, m.id) = :member AND a.at >= :since"""
    came = town.books.value(sql, member=row.invited, since=to_micros(row.begun))
    users = [user for user in town.model.people if acting(town, user) == row.invited]
    notes = town.ledger.brought
    kept = [one for one in _kept_orders(notes, users) if notes.orders[one][1] >= row.begun]
    return bool((came or not chosen.stream) and (kept or not chosen.order))
