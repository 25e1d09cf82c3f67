"""The diary's page about rewards: who claimed what, what became of it, and what of that time decides by itself."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.model.grants import Native
from tests.year.diary import Diary
from tests.year.keys import Keyring

DELIVERED_WITHIN = timedelta(days=14)
OFFERED_FOR = timedelta(hours=12)
TAKEN = ("held", "delivering", "granted", "expired")


@dataclass(frozen=True)
class Reward:
    """What is on offer."""

    id: int
    kind: str
    price: int
    lasts: timedelta | None = None
    native: Native | None = None


@dataclass
class Claim:
    """One piece of it."""

    id: int
    reward: Reward
    name: str
    at: datetime
    state: str = ""
    until: datetime | None = None

    @property
    def reference(self) -> str:
        """What its points were spent on."""
        return f"reward:claim:{self.id}"

    @property
    def source(self) -> str:
        """By which somebody has a tag or may be in a room."""
        return f"reward:grant:{self.id}"


@dataclass
class Claims:
    """All claims that there ever were."""

    diary: Diary
    keyring: Keyring
    made: dict[int, Claim] = field(default_factory=dict)

    def has_claimed(self, claim: Claim, member_id: int) -> None:
        """It was paid; a host delivers it, the network does, or it is there at once."""
        self.made[claim.id] = claim
        if claim.reward.price:
            paid = self.diary.purse(claim.name).spend(1, claim.reward.price, claim.reference, claim.at)
            if self.diary.knows(claim.name) and paid.name != "DONE":
                self.diary.wrong.append(f"claim {claim.id} of {claim.name} was paid, but they had too few points")
        claim.state, claim.until = "granted", claim.at + claim.reward.lasts if claim.reward.lasts else None
        if claim.reward.kind == "custom":
            claim.state, claim.until = "delivering", claim.at + DELIVERED_WITHIN
        if claim.reward.native is not None:
            self.keyring.give(member_id, claim.reward.native, claim.source, claim.at, claim.until)

    def was_offered(self, claim: Claim) -> None:
        """Somebody in line may have it if they say so in time."""
        self.made[claim.id] = claim
        claim.state, claim.until = "held", claim.at + OFFERED_FOR

    def was_delivered(self, claim: Claim, now: datetime) -> None:
        """By a host."""
        claim.state = "granted"
        claim.until = now + claim.reward.lasts if claim.reward.lasts else None

    def came_to_nothing(self, claim: Claim, now: datetime, state: str = "failed") -> None:
        """The points go back."""
        claim.state, claim.until = state, None
        self.diary.purse(claim.name).give_back(claim.reference, now)
        self.keyring.take(claim.source)

    def pass_time(self, now: datetime) -> None:
        """What nobody saw to in time is over."""
        for claim in self.made.values():
            if claim.until is None or claim.until > now:
                continue
            match claim.state:
                case "held":
                    claim.state = "lapsed"
                case "granted":
                    claim.state = "expired"
                case "delivering":
                    self.came_to_nothing(claim, now)
