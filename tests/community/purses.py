"""The ledger once more, slow and obvious: what it must come to, kept in plain lists."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.model.points import Balance, Paid


@dataclass
class Lot:
    """Points that came in together."""

    id: int
    owner: int
    about: str
    amount: int
    counts_at: datetime
    expires_at: datetime | None
    unspent: int = 0
    counts: bool = False
    void: bool = False
    gone: int = 0  # expired, or asked back
    asked_back: int = 0
    earned: bool = True


@dataclass
class Debt:
    """What a refund did not find."""

    owner: int
    amount: int


@dataclass
class Purses:
    """Everybody's points. `acting` says who acts for whom."""

    acting: dict[int, int]
    lots: list[Lot] = field(default_factory=list)
    debts: list[Debt] = field(default_factory=list)
    known: set[tuple[int, str]] = field(default_factory=set)
    uses: dict[str, list[tuple[Lot, int]]] = field(default_factory=dict)  # what was not given back yet
    heard: dict[str, set[int]] = field(default_factory=dict)  # refunds, with those whose points they were about

    def balance(self, member: int) -> Balance:
        """What somebody has, with those who act through them."""
        mine = [lot for lot in self.lots if self._same(lot.owner, member)]
        owed = sum(debt.amount for debt in self.debts if self._same(debt.owner, member))
        pending = sum(lot.amount for lot in mine if not lot.counts and not lot.void)
        return Balance(sum(lot.unspent for lot in mine), pending, owed)

    def earned_ever(self, member: int) -> int:
        """What somebody earned by what they did, also where it is spent or over; not what was asked back."""
        mine = [lot for lot in self.lots if lot.earned and lot.counts and self._same(lot.owner, member)]
        return sum(lot.amount - lot.asked_back for lot in mine)

    def earn(
        self, member: int, amount: int, reference: str, now: datetime, counts_at: datetime, expires_at: datetime | None
    ) -> bool:
        """Whether it is new."""
        if self._is_known(member, reference):
            return False
        owner = self.acting[member]
        self.known.add((owner, reference))
        lot = Lot(self._next(), owner, reference, amount, counts_at, expires_at)
        self.lots.append(lot)
        if counts_at <= now:
            lot.counts, lot.unspent = True, amount
            self._collect(member)
        return True

    def adjust(self, member: int, amount: int, reference: str, now: datetime) -> Paid:
        """A moderator's word."""
        if amount < 0:
            return self.spend(member, -amount, reference, now)
        if self._is_known(member, reference):
            return Paid.KNOWN
        self.known.add((self.acting[member], reference))
        lot = Lot(self._next(), self.acting[member], "", amount, now, None, amount, counts=True, earned=False)
        self.lots.append(lot)
        self._collect(member)
        return Paid.DONE

    def spend(self, member: int, amount: int, reference: str, now: datetime) -> Paid:
        """Oldest first."""
        self.pass_time(now, member)
        if self._is_known(member, reference):
            return Paid.KNOWN
        if self.balance(member).posted < amount:
            return Paid.SHORT
        used = self._take(member, amount)
        self.uses.setdefault(reference, []).extend(used)
        self.known |= {(lot.owner, reference) for lot, _ in used}
        return Paid.DONE

    def give_back(self, reference: str, now: datetime) -> int:
        """Into the lots that it came from."""
        used = self.uses.pop(reference, [])
        for lot, amount in used:
            lot.unspent += amount
        for member in {lot.owner for lot, _ in used}:
            self.pass_time(now, member)
        return sum(amount for _, amount in used)

    def reverse(self, about: str, by: str, amount: int | None, now: datetime) -> int:
        """A refund; `by` is heard once."""
        if self.heard.get(f"{by}:{about}"):
            return 0
        mine = [lot for lot in self.lots if lot.about == about and lot.earned]
        left, taken = sum(lot.amount for lot in mine) if amount is None else amount, 0
        for lot in mine:
            if lot.void or taken >= left:
                continue
            self.pass_time(now, lot.owner)
            taken += self._reverse(lot, left - taken, self.heard.setdefault(f"{by}:{about}", set()))
        return taken

    def _reverse(self, lot: Lot, most: int, heard: set[int]) -> int:
        if not lot.counts:
            heard.add(lot.owner)
            lot.void = True
            asked = min(most, lot.amount)
            if rest := lot.amount - asked:
                self.lots.append(Lot(self._next(), lot.owner, lot.about, rest, lot.counts_at, lot.expires_at))
            return asked
        asked = min(most, lot.amount - lot.gone)
        there = min(asked, self.balance(lot.owner).posted)
        heard |= {one.owner for one, _ in self._take(lot.owner, there, first=lot)} | ({lot.owner} if asked else set())
        lot.gone += asked
        lot.asked_back += asked
        if asked > there:
            self.debts.append(Debt(lot.owner, asked - there))
        return asked

    def link(self, member: int, into: int) -> None:
        """What one has pays what the other owes."""
        self.acting[member] = into
        self._collect(into)

    def forget(self, member: int) -> list[int]:
        """Nothing is left of somebody and of those who are one with them; returns who they were."""
        gone = [one for one in self.acting if self._same(one, member)]
        self.lots = [lot for lot in self.lots if lot.owner not in gone]
        self.debts = [debt for debt in self.debts if debt.owner not in gone]
        self.known = {(owner, reference) for owner, reference in self.known if owner not in gone}
        for reference, used in self.uses.items():
            self.uses[reference] = [(lot, amount) for lot, amount in used if lot.owner not in gone]
        for owners in self.heard.values():
            owners.difference_update(gone)
        for one in gone:
            del self.acting[one]
        return gone

    def pass_time(self, now: datetime, member: int | None = None) -> None:
        """What is due counts, or expires."""
        mine = [lot for lot in self.lots if member is None or self._same(lot.owner, member)]
        for lot in mine:
            if not lot.counts and not lot.void and lot.counts_at <= now:
                lot.counts, lot.unspent = True, lot.amount
        if member is None:
            for owner in self.acting:
                self._collect(owner)
        for lot in mine:
            if lot.expires_at is not None and lot.expires_at <= now:
                lot.gone += lot.unspent
                lot.unspent = 0
        if member is not None:
            self._collect(member)

    def _collect(self, member: int) -> None:
        for debt in self.debts:
            if self._same(debt.owner, member):
                taken = min(debt.amount, self.balance(member).posted)
                self._take(member, taken)
                debt.amount -= taken

    def _take(self, member: int, amount: int, first: Lot | None = None) -> list[tuple[Lot, int]]:
        mine = [lot for lot in self.lots if lot.unspent and self._same(lot.owner, member)]
        mine.sort(key=lambda lot: (lot is not first, lot.expires_at is None, str(lot.expires_at or ""), lot.id))
        used = []
        for lot in mine:
            if taken := min(amount, lot.unspent):
                lot.unspent -= taken
                amount -= taken
                used.append((lot, taken))
        return used

    def _next(self) -> int:
        """Whatever comes in later has a higher number than what is there."""
        return max((lot.id for lot in self.lots), default=0) + 1

    def _is_known(self, member: int, reference: str) -> bool:
        return any(self._same(owner, member) for owner, name in self.known if name == reference)

    def _same(self, one: int, other: int) -> bool:
        return self.acting[one] == self.acting[other]
