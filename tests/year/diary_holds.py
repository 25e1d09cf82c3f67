"""The diary held against the books: points, badges, rewards and access of each person, recomputed without the bot."""

from collections import defaultdict
from collections.abc import Iterator

from tests.year.town import Town

REASONS = ("loyalty-for-order", "loyalty-by-hand", "loyalty-for-being-there", "loyalty-for-question")
Awards = dict[tuple[int, str], int]

BADGES = ("first-stream", "regular", "streak", "early-bird", "curious", "feedback", "anniversary", "helper", "veteran")
"""What the diary can tell. Not the champion, which depends on those who were linked, and not what nobody here wins."""


def points_are_right(town: Town) -> Iterator[str]:
    """To the last point, for everybody who was never linked: what counts, what waits, what they owe."""
    books = town.home.books
    kept = {id: rest for id, *rest in books.rows("SELECT member_id, posted, pending, owed FROM balances")}
    for name, own in town.memberships.items():
        if town.diary.knows(name):
            should = town.diary.purse(name).balance(1)
            has = kept.get(own, [0, 0, 0])
            if has != [should.posted, should.pending, should.owed]:
                yield f"{name} has {has} points, and should have {should}"


def points_of_circles_are_right(town: Town) -> Iterator[str]:
    """Linked accounts: what they earned by orders and by hand exactly; at streams as one person at least, at most as
    each for themself, since who acted for whom changed meanwhile.
    """
    sums = defaultdict[tuple[int, str], int](int)
    sql = "SELECT member_id, reason, sum(amount) FROM ledger WHERE kind IN ('earned', 'adjusted') GROUP BY 1, 2"
    for member_id, reason, amount in town.home.books.rows(sql):
        sums[member_id, reason] = amount
    bought = defaultdict[str, int](int)
    for order in town.diary.orders.values():
        bought[order.name] += order.value
    for circle in town.diary.all_circles():
        got = {reason: sum(sums[town.memberships[name], reason] for name in circle) for reason in REASONS}
        for reason, each in (("loyalty-for-order", bought), ("loyalty-by-hand", town.diary.gifts)):
            if got[reason] != (should := sum(each.get(name, 0) for name in circle)):
                yield f"{circle} got {got[reason]} points {reason}, not {should}"
        there = got["loyalty-for-being-there"] + got["loyalty-for-question"]
        least, most = town.diary.points_at_streams(circle), sum(town.diary.points_at_streams([one]) for one in circle)
        if not least <= there <= most:
            yield f"{circle} earned {there} at streams, not between {least} and {most}"


def badges_are_right(town: Town) -> Iterator[str]:
    """The highest level of each badge, for everybody. Of a circle it lies between the best that each has for sure and
    that of all together as one; what was taken from one of them is not reckoned.
    """
    has = _awards(town)
    now, diary = town.home.clock.now(), town.diary
    for name, own in town.memberships.items():
        if not diary.knows(name):
            continue
        should = diary.levels([name], now)
        for badge in BADGES:
            taken = (name, badge) in diary.taken
            level = 0 if taken else should.get(badge, 0)
            if has.get((own, badge), 0) != level:
                yield f"{name} has level {has.get((own, badge), 0)} of {badge}, and should have {level}"
    for circle in diary.all_circles():
        together, alone = diary.levels(circle, now), [diary.levels_for_sure(name, now) for name in circle]
        for badge in BADGES:
            if any((name, badge) in diary.taken for name in circle):
                continue
            level = max(has.get((town.memberships[name], badge), 0) for name in circle)
            least, most = max(one.get(badge, 0) for one in alone), together.get(badge, 0)
            if not least <= level <= most:
                yield f"{circle} have level {level} of {badge}, not {least} to {most}"


def _awards(town: Town) -> Awards:
    sql = """SELECT a.member_id, b.name, max(a.level) FROM awards a JOIN badges b ON b.id = a.badge_id
             WHERE a.taken_at IS NULL GROUP BY 1, 2"""
    return {(id, badge): level for id, badge, level in town.home.books.rows(sql)}


def claims_are_right(town: Town) -> Iterator[str]:
    """What became of each claim, unless whoever it is for was forgotten since."""
    kept = dict(town.home.books.rows("SELECT id, state FROM rewards_grants"))
    for claim in town.claims.made.values():
        if claim.name not in town.diary.forgotten and kept.get(claim.id) != claim.state:
            yield f"claim {claim.id} of {claim.name} for {claim.reward.kind} is {kept.get(claim.id)}, not {claim.state}"


def access_is_right(town: Town) -> Iterator[str]:
    """Everybody's tag and rooms on the network are those that they should have now; the forgotten have none."""
    now, chat = town.home.clock.now(), town.bot.chat
    for person in town.people:
        known = person.name in town.memberships
        family = town.family(person.name) if known else set[int]()
        tag, doors = town.keyring.tag(family, now), town.keyring.doors(family, now)
        inside = {door for door in (town.cellar, town.back_room) if chat.is_inside(person, door)}
        if (chat.tag(person), inside) != (tag, doors):
            yield f"{person.name} has {chat.tag(person)!r} and {inside}, and should have {tag!r} and {doors}"


def marks_are_right(town: Town) -> Iterator[str]:
    """What the bot believes to stand there stands there, and nothing else does."""
    sql = "SELECT external_id, kind, ref FROM native_marks WHERE stands = 'yes'"
    believed, chat = set(town.home.books.rows(sql)), town.bot.chat
    stands = {(person.user_id, "badge", chat.tag(person)) for person in town.people if chat.tag(person)}
    stands |= {
        (person.user_id, "door", door)
        for person in town.people
        for door in (town.cellar, town.back_room)
        if chat.is_inside(person, door)
    }
    yield from (f"{one} is believed to stand, and does not" for one in sorted(believed - stands))
    yield from (f"{one} stands, and is not believed to" for one in sorted(stands - believed))
