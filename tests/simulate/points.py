"""What must hold of the ledger, at every moment of rest: its books add up to the last point."""

from collections.abc import Iterator

from tests.simulate.books import Books
from tests.simulate.town import Town


def points_add_up(town: Town) -> Iterator[str]:
    """Whoever earned, spent, got back or lost points meanwhile."""
    yield from ledger_adds_up(town.books)
    yield from lots_add_up(town.books)


def ledger_adds_up(books: Books) -> Iterator[str]:
    """Each membership's balance is the sum of its lines, and of what is unspent; nobody is below nothing."""
    sql = """SELECT m.id, coalesce(b.posted, 0), coalesce(b.pending, 0), coalesce(b.owed, 0),
             coalesce(l.posted, 0), coalesce(l.pending, 0), coalesce(l.owed, 0), coalesce(l.unspent, 0)
             FROM members m LEFT JOIN balances b ON b.member_id = m.id
             LEFT JOIN (SELECT member_id, sum(CASE WHEN state = 'posted' THEN amount ELSE 0 END) AS posted,
                        sum(CASE WHEN state = 'pending' THEN amount ELSE 0 END) AS pending,
                        sum(owed) AS owed, sum(unspent) AS unspent FROM ledger GROUP BY member_id) l
             ON l.member_id = m.id"""
    for id, *kept, posted, pending, owed, unspent in books.rows(sql):
        if kept != [posted, pending, owed] or unspent != posted or min(kept) < 0:
            yield f"member {id} has {kept}, their lines say {posted}, {pending}, {owed}, and {unspent} are unspent"


def lots_add_up(books: Books) -> Iterator[str]:
    """What lines took of a lot, and did not give back, is what is missing from it."""
    sql = """SELECT l.id, l.amount, l.unspent, coalesce(sum(u.amount), 0) FROM ledger l
             LEFT JOIN (SELECT lot_id, amount FROM ledger_uses
                        WHERE NOT EXISTS (SELECT 1 FROM ledger b WHERE b.kind = 'given-back' AND b.of_id = line_id)
                        UNION ALL SELECT of_id, -amount FROM ledger WHERE kind = 'expired') u
             ON u.lot_id = l.id
             WHERE l.amount > 0 AND l.state = 'posted' AND l.kind <> 'given-back' GROUP BY l.id"""
    for id, amount, unspent, used in books.rows(sql):
        if unspent + used != amount:
            yield f"of lot {id} with {amount} points {used} were used, {unspent} are said to be left"
