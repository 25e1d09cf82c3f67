"""What must hold in the bot's own books, whoever it is about: each rule says what is wrong, or nothing."""

from collections.abc import Iterator

from tests.simulate.books import Books
from tests.year.claims import TAKEN
from tests.year.town import Town

STANDS = ("delivering", "granted", "expired")


def rewards_are_sound(town: Town) -> Iterator[str]:
    """Nothing is oversold; each is paid once where it stands, and nothing is where it does not."""
    books = town.home.books
    oversold = f"""SELECT r.id, r.stock, count(*) FROM rewards_rewards r JOIN rewards_grants g ON g.reward_id = r.id
                   WHERE g.state IN {TAKEN} GROUP BY r.id HAVING count(*) > r.stock"""
    yield from (f"of reward {id} {taken} are taken, there are {stock}" for id, stock, taken in books.rows(oversold))
    lines = "FROM ledger l {} WHERE l.community_id = g.community_id AND l.about = 'reward:claim:' || g.id"
    back = lines.format("JOIN ledger b ON b.of_id = l.id AND b.kind = 'given-back'")
    paid = f"""SELECT g.id, g.state, g.price, coalesce((SELECT -sum(l.amount) {lines.format("")}), 0),
               coalesce((SELECT sum(b.amount) {back}), 0) FROM rewards_grants g WHERE g.payer_id IS NOT NULL"""
    for id, state, price, spent, given_back in books.rows(paid):
        if spent - given_back != (price if state in STANDS else 0):
            yield f"grant {id} is {state} for {price} points, {spent} were paid, and {given_back} came back"
    twice = "SELECT grant_id FROM rewards_codes WHERE grant_id IS NOT NULL GROUP BY 1 HAVING count(*) > 1"
    yield from (f"grant {id} got two codes" for id in books.column(twice))


def nobody_waits_beside_a_free_seat(town: Town) -> Iterator[str]:
    """Unless they have it already, by whichever of their accounts."""
    books = town.home.books
    acting = dict(books.rows("SELECT id, coalesce(counts_for, id) FROM members"))
    free = f"""SELECT id FROM rewards_rewards r WHERE stock > (SELECT count(*) FROM rewards_grants g
               WHERE g.reward_id = r.id AND g.state IN {TAKEN})"""
    for reward_id in books.column(free):
        has = f"SELECT payer_id FROM rewards_grants WHERE reward_id = :id AND payer_id IS NOT NULL AND state IN {TAKEN}"
        have = {acting[id] for id in books.column(has, id=reward_id)}
        line = books.column("SELECT member_id FROM rewards_waiting WHERE reward_id = :id", id=reward_id)
        yield from (
            f"member {id} waits beside a free seat of reward {reward_id}" for id in line if acting[id] not in have
        )


def nothing_is_left_of_the_forgotten(town: Town) -> Iterator[str]:
    """No column of any table still says their membership, and no account is theirs."""
    books, gone = town.home.books, set(town.gone.values())
    for table in books.column("SELECT name FROM sqlite_master WHERE type = 'table'"):
        for _, column, *_ in books.rows(f"PRAGMA table_info({table})"):
            if column.endswith("member_id") or column in ("payer_id", "by_id", "taken_by", "counts_for"):
                left = gone.intersection(books.column(f"SELECT DISTINCT {column} FROM {table}"))
                yield from (f"{table}.{column} still says {id}" for id in sorted(left))
    for table, column in (("accounts", "external_id"), ("native_marks", "external_id"), ("intake", "account")):
        left_names = set(town.gone).intersection(books.column(f"SELECT DISTINCT {column} FROM {table}"))
        yield from (f"{table}.{column} still says {name}" for name in sorted(left_names))


def nothing_breaks(books: Books) -> Iterator[str]:
    """No incident, no job that failed."""
    yield from map(str, books.rows("SELECT plugin, place, error FROM incidents LIMIT 5"))
    yield from map(str, books.rows("SELECT plugin, name, arguments FROM jobs WHERE state = 'failed' LIMIT 5"))
