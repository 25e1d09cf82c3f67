"""What holds of rewards whatever anybody does, as rules over what stands in the database; each says what is wrong.

Races, kills, random lives and simulated communities all ask these.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from plugins.rewards._grants import TAKEN, State
from plugins.rewards._reward import Kind

TAKEN_NAMES = {state.value for state in TAKEN}
PAID = {State.DELIVERING.value, State.GRANTED.value, State.EXPIRED.value}
ENDS = {State.HELD.value, State.DELIVERING.value, State.GRANTED.value}
"""States that end by themselves, where a moment is set for that."""

MINUTE = 60_000_000


class OnOffer(NamedTuple):
    """A reward. Moments are microseconds, as databases keep them."""

    id: int
    kind: str
    stock: int | None
    per_member: int | None
    is_open: bool
    opens_at: int | None
    closes_at: int | None
    has_rule: bool

    def can_be_had(self, now: int) -> bool:
        """Whether it is on offer."""
        begun = self.opens_at is None or self.opens_at <= now
        return bool(self.is_open) and begun and (self.closes_at is None or now < self.closes_at)


class Seating(NamedTuple):
    """One time of a reward."""

    id: int
    reward_id: int
    starts_at: int
    minutes: int
    seats: int | None
    called_off_at: int | None


class Given(NamedTuple):
    """A grant; who was forgotten is None."""

    id: int
    reward_id: int
    time_id: int | None
    member_id: int | None
    payer_id: int | None
    state: str
    price: int
    until: int | None
    came: bool | None


class OneTime(NamedTuple):
    """A one-time code, and whose grant it went to."""

    reward_id: int
    grant_id: int | None


class InLine(NamedTuple):
    """Somebody who waits."""

    reward_id: int
    time_id: int | None
    member_id: int


class Promise(NamedTuple):
    """A draw: how many it keeps before it is drawn, and how many it owes between that and handing out."""

    reward_id: int
    winners: int
    drawn_at: int | None
    handed_at: int | None
    owed: int

    @property
    def keeps(self) -> int:
        if self.drawn_at is None:
            return self.winners
        return self.owed if self.handed_at is None else 0


class Moved(NamedTuple):
    """A line of the ledger that spends or gives back."""

    id: int
    kind: str
    about: str
    of_id: int | None
    amount: int


class Holds(NamedTuple):
    """A balance."""

    member_id: int
    posted: int


class Acting(NamedTuple):
    """A member, and for whom they count."""

    id: int
    counts_for: int | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """All that stands there at one moment."""

    rewards: Sequence[OnOffer]
    times: Sequence[Seating]
    grants: Sequence[Given]
    codes: Sequence[OneTime]
    waiting: Sequence[InLine]
    draws: Sequence[Promise]
    lines: Sequence[Moved]
    balances: Sequence[Holds]
    members: Sequence[Acting]

    def taken(self, reward_id: int, time_id: int | None = None) -> list[Given]:
        """What is given or held of a reward, of all or at one time."""
        of_it = (one for one in self.grants if one.reward_id == reward_id and one.state in TAKEN_NAMES)
        return [one for one in of_it if time_id is None or one.time_id == time_id]


QUERIES: Mapping[str, tuple[type[Any], str]] = {
    "rewards": (
        OnOffer,
        "SELECT id, kind, stock, per_member, is_open, opens_at, closes_at, rule IS NOT NULL FROM rewards_rewards",
    ),
    "times": (Seating, "SELECT id, reward_id, starts_at, minutes, seats, called_off_at FROM rewards_times"),
    "grants": (
        Given,
        "SELECT id, reward_id, time_id, member_id, payer_id, state, price, until, came FROM rewards_grants ORDER BY id",
    ),
    "codes": (OneTime, "SELECT reward_id, grant_id FROM rewards_codes"),
    "waiting": (InLine, "SELECT reward_id, time_id, member_id FROM rewards_waiting ORDER BY id"),
    "draws": (
        Promise,
        """SELECT reward_id, winners, drawn_at, handed_at, (SELECT count(*) FROM rewards_entries e
           WHERE e.draw_id = d.id AND e.place IS NOT NULL AND e.grant_id IS NULL) FROM rewards_draws d""",
    ),
    "lines": (
        Moved,
        "SELECT id, kind, about, of_id, amount FROM ledger WHERE kind = 'given-back' OR about LIKE 'reward:claim:%'",
    ),
    "balances": (Holds, "SELECT member_id, posted FROM balances"),
    "members": (Acting, "SELECT id, counts_for FROM members"),
}
"""What to read for a shelf, by its part."""


def shelf(rows: Mapping[str, Iterable[Sequence[Any]]]) -> Shelf:
    """What the queries found."""
    return Shelf(**{part: [kind(*row) for row in rows[part]] for part, (kind, _) in QUERIES.items()})


def unsound(it: Shelf, *, kept: Collection[int] = (), gone: Collection[int] = ()) -> Iterator[str]:
    """Everything but the line. Ended grants in `kept` may have cost something; who is `gone` has no lines any more."""
    yield from oversold(it)
    yield from paid_otherwise(it, kept=kept, gone=gone)
    yield from charged_for_nothing(it)
    yield from (f"{one.member_id} has {one.posted} points" for one in it.balances if one.posted < 0)
    yield from codes_not_given_once(it)


def oversold(it: Shelf) -> Iterator[str]:
    """There are no more grants than there is."""
    for reward in it.rewards:
        taken = it.taken(reward.id)
        if reward.stock is not None and len(taken) > reward.stock:
            yield f"{len(taken)} of {reward.stock} of reward {reward.id} are taken"
    for time in it.times:
        seated = it.taken(time.reward_id, time.id)
        if time.seats is not None and len(seated) > time.seats:
            yield f"{len(seated)} sit on {time.seats} seats of time {time.id}"


def paid_otherwise(it: Shelf, *, kept: Collection[int] = (), gone: Collection[int] = ()) -> Iterator[str]:
    """What somebody has is paid once; what ended is given back."""
    spent = _spent(it)
    for grant in it.grants:
        if grant.payer_id is None or grant.payer_id in gone:
            continue
        cost = grant.price if grant.state in PAID or grant.id in kept else 0
        if spent.get(grant.id, 0) != cost:
            yield f"{grant} cost {spent.get(grant.id, 0)}, not {cost}"


def charged_for_nothing(it: Shelf) -> Iterator[str]:
    """Whatever was spent on a grant was spent on one that there is."""
    there = {_reference(grant.id) for grant in it.grants}
    for line in it.lines:
        if line.kind == "spent" and line.about not in there:
            yield f"somebody was charged for nothing: {line}"


def codes_not_given_once(it: Shelf) -> Iterator[str]:
    """Each code went to one grant, and each grant of a code has one."""
    held = Counter(one.grant_id for one in it.codes if one.grant_id is not None)
    yield from (f"grant {id} has {count} codes" for id, count in held.items() if count > 1)
    coded = {one.id for one in it.rewards if one.kind == Kind.CODE.value}
    for grant in it.grants:
        if grant.reward_id in coded and grant.state in PAID and not held[grant.id]:
            yield f"{grant} has no code"


def beside_free_seats(it: Shelf, now: int) -> Iterator[str]:
    """Nobody waits for what is free and what they may have: the line moves as a seat becomes free."""
    acting = {one.id: one.counts_for or one.id for one in it.members}
    times = {time.id: time for time in it.times}
    for reward in it.rewards:
        if not reward.can_be_had(now) or reward.has_rule:  # what they lack for a rule may come, and then they ask
            continue
        for time_id in {one.time_id for one in it.waiting if one.reward_id == reward.id}:
            time = times.get(time_id or 0)
            if time is not None and (time.called_off_at is not None or time.starts_at <= now):
                continue
            left = free(it, reward, time)
            line = [one for one in it.waiting if one.reward_id == reward.id and one.time_id == time_id]
            able = {acting[one.member_id] for one in line} - set(_have_enough(it, reward, time, acting, now))
            if able and (left is None or left > 0):
                yield f"{able} wait for reward {reward.id}, time {time_id}, and {left} are free"


def late(it: Shelf, now: int) -> Iterator[str]:
    """Nothing stays in between beyond its time."""
    yield from (f"{one} stays" for one in it.grants if one.state in ENDS and one.until is not None and one.until < now)


def free(it: Shelf, reward: OnOffer, time: Seating | None) -> int | None:
    """How many more can be had, what draws will give away aside; None: as many as wanted."""
    promised = sum(draw.keeps for draw in it.draws if draw.reward_id == reward.id)
    taken, limits = it.taken(reward.id), []
    if reward.kind == Kind.CODE.value:
        unused = sum(one.reward_id == reward.id and one.grant_id is None for one in it.codes)
        limits.append(unused - sum(one.state == State.HELD.value for one in taken) - promised)
    if reward.stock is not None:
        limits.append(reward.stock - len(taken) - promised)
    if time is not None and time.seats is not None:
        limits.append(time.seats - len(it.taken(reward.id, time.id)))
    return min(limits) if limits else None


def _have_enough(
    it: Shelf, reward: OnOffer, time: Seating | None, acting: Mapping[int, int], now: int
) -> Iterator[int]:
    """Who may have no more of it: as many as one may, a seat at that time, or a pause because they did not come."""
    over = {one.id for one in it.times if one.starts_at + one.minutes * MINUTE <= now}
    mine = Counter(
        acting.get(one.payer_id or 0, 0)
        for one in it.taken(reward.id)
        if one.time_id is None or one.time_id not in over
    )
    if reward.per_member is not None:
        yield from (member for member, count in mine.items() if count >= reward.per_member)
    if time is not None:
        yield from (acting.get(one.member_id or 0, 0) for one in it.taken(reward.id, time.id))
        yield from (acting.get(one.payer_id or 0, 0) for one in it.grants if one.came is not None and not one.came)


def _spent(it: Shelf) -> dict[int, int]:
    """How many points each grant cost, what came back taken off."""
    prefix, spent, of = _reference(0)[:-1], Counter[int](), dict[int, int]()
    for line in it.lines:
        if line.kind == "spent" and line.about.startswith(prefix):
            of[line.id] = int(line.about.removeprefix(prefix))
            spent[of[line.id]] -= line.amount
    for line in it.lines:
        if line.kind == "given-back" and line.of_id in of:
            spent[of[line.of_id]] -= line.amount
    return spent


def _reference(grant_id: int) -> str:
    return f"reward:claim:{grant_id}"
