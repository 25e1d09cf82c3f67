"""What may be asked in a day: tokens are reserved before a question goes out, and settled by what the server counts."""

import sqlalchemy as sa
from msgspec import Struct

from bot.ai.asking import Usage
from bot.community.linked import parts_of
from bot.config import AiConfig
from bot.errors import BotError
from bot.storage.ai_tables import ai_days, ai_member_days
from bot.storage.dialect import upsert
from bot.storage.work import Work


class SpentError(BotError):
    """There is no room left for a question today: in the community, or else (`own`) in what the member may use."""

    def __init__(self, *, own: bool) -> None:
        super().__init__("own" if own else "all")
        self.own = own


class Slip(Struct, frozen=True):
    """What was reserved: for whom (None: the community itself), on which day, how many tokens."""

    member_id: int | None
    day: str
    tokens: int


class Spent(Struct, frozen=True):
    """How a community's day stands. `untold` of the tokens are guessed, as the server did not count them."""

    questions: int = 0
    input: int = 0
    output: int = 0
    untold: int = 0
    reserved: int = 0

    @property
    def tokens(self) -> int:
        """All that is used, or may be."""
        return self.input + self.output + self.untold + self.reserved


class Budget:
    """A community's, within one piece of work. Those who reserve wait for each other, so that it is never too much."""

    def __init__(self, work: Work, community_id: int, config: AiConfig) -> None:
        self._work = work
        self._community_id = community_id
        self._config = config

    async def spent(self, day: str) -> Spent:
        """How that day stands."""
        names = ("questions", "input_tokens", "output_tokens", "untold_tokens", "reserved_tokens")
        mine = (ai_days.c.community_id == self._community_id) & (ai_days.c.day == day)
        row = await self._work.row(sa.select(*(ai_days.c[name] for name in names)).where(mine))
        return Spent(*row) if row is not None else Spent()

    async def reserve(self, member_id: int | None, day: str, tokens: int) -> Slip:
        """Set so many tokens aside. Raises SpentError; then nothing of the work may be kept."""
        here = {"community_id": self._community_id, "day": day}
        await self._add(ai_days, here, tokens)  # from here on nobody else reserves here
        if (await self.spent(day)).tokens > self._config.tokens_per_day:
            raise SpentError(own=False)
        if member_id is not None:
            await self._reserve_own(member_id, day, tokens)
        return Slip(member_id, day, tokens)

    async def _reserve_own(self, member_id: int, day: str, tokens: int) -> None:
        await self._add(ai_member_days, {"member_id": member_id, "day": day}, tokens)
        past = (ai_member_days.c.member_id == member_id) & (ai_member_days.c.day < day)
        await self._work.execute(sa.delete(ai_member_days).where(past))  # nobody needs to know what they asked before
        mine = ai_member_days.c.member_id.in_(parts_of(member_id)) & (ai_member_days.c.day == day)
        used = sa.func.sum(ai_member_days.c.tokens + ai_member_days.c.reserved_tokens)
        if int(await self._work.value(sa.select(used).where(mine))) > self._config.tokens_per_member:
            raise SpentError(own=True)

    async def _add(self, table: sa.Table, key: dict[str, object], tokens: int) -> None:
        more = {"reserved_tokens": table.c.reserved_tokens + tokens}
        row = upsert(self._work.dialect, table).values(**key, reserved_tokens=tokens)
        await self._work.execute(row.on_conflict_do_update(index_elements=list(key), set_=more))

    async def settle(self, slip: Slip, usage: Usage | None, *, free: bool = False) -> None:
        """What came of it: what the server counted; nothing where it was free; else as much as it can have been."""
        told = usage or Usage(0, 0)
        untold = 0 if usage is not None or free else slip.tokens
        days, theirs = ai_days.c, ai_member_days.c
        here = (days.community_id == self._community_id) & (days.day == slip.day)
        await self._work.execute(
            sa.update(ai_days)
            .where(here)
            .values(
                questions=days.questions + (0 if free else 1),
                input_tokens=days.input_tokens + told.input,
                output_tokens=days.output_tokens + told.output,
                untold_tokens=days.untold_tokens + untold,
                reserved_tokens=days.reserved_tokens - slip.tokens,
            )
        )
        if slip.member_id is None:
            return
        mine = (theirs.member_id == slip.member_id) & (theirs.day == slip.day)
        cost = told.input + told.output + untold
        change = {"tokens": theirs.tokens + cost, "reserved_tokens": theirs.reserved_tokens - slip.tokens}
        await self._work.execute(sa.update(ai_member_days).where(mine).values(**change))
