"""Phrasing: lets a plugin have something put into words by the AI server, and tells who is to know what stops it."""

import asyncio
from datetime import timedelta
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.ai.asking import AiError, Fault, Task, Usage
from bot.ai.budget import Budget, Slip, Spent, SpentError
from bot.ai.phraser import Phraser
from bot.core.incidents import note_incident
from bot.core.parts import Parts
from bot.core.pseudonyms import Pseudonyms
from bot.core.telling import Telling
from bot.delivery.zones import first_zone
from bot.errors import PluginError
from bot.guard import Failure, attempt
from bot.model.identity import Community
from bot.storage.work import Work

T = TypeVar("T", bound=Struct)

NEWS_LASTS: Final = timedelta(days=1)


class Phrasing:
    """Asks within one community. Who is allowed to have it asked is the plugin's to see to, by a setting of its own."""

    def __init__(self, parts: Parts, work: Work, community: Community) -> None:
        self._parts = parts
        self._work = work
        self._community = community

    @property
    def server(self) -> str:
        """The name of the machine that is asked; "" where none is configured."""
        return self._parts.phraser.server.host if self._parts.phraser is not None else ""

    @property
    def budget(self) -> int:
        """How many tokens the community has for a day."""
        return self._parts.phraser.config.tokens_per_day if self._parts.phraser is not None else 0

    @property
    def is_resting(self) -> bool:
        """Whether the server failed so often that nobody asks it for now."""
        return self._parts.phraser is not None and self._parts.phraser.is_resting

    async def spent(self) -> Spent:
        """What was used today."""
        phraser = self._parts.phraser
        if phraser is None:
            return Spent()
        return await Budget(self._work, self._community.id, phraser.config).spent(self._today())

    async def ask(self, task: Task[T], member_id: int | None) -> T | None:
        """What the server makes of the task, for that member; None where there is none, whyever, within the time set.

        It counts as that member's; as nobody's but the community's where `member_id` is None.

        To be called before the first write (PluginError). What comes back is a stranger's: show nothing of it that was
        not looked at.
        """
        if self._work.is_writing:
            raise PluginError(task.name, "Phrasing.ask() comes too late: ask the server before the first write.")
        phraser = self._parts.phraser
        if phraser is None:
            return None
        until = asyncio.get_running_loop().time() + phraser.config.seconds
        answer = await attempt(self._asked(phraser, task, member_id, until), place="asking the AI server")
        if not isinstance(answer, Failure):
            return answer
        async with self._parts.work() as work:
            await note_incident(await work.transaction(), answer, work.now, plugin="core", place="asking the AI server")
        return None

    async def _asked(self, phraser: Phraser, task: Task[T], member_id: int | None, until: float) -> T | None:
        try:
            phraser.check()
            slip = await self._reserved(phraser, task, member_id)
        except AiError as error:
            await self._tell_fault(phraser, error)
            return None
        except SpentError as error:
            await self._tell_spent(phraser, error)
            return None
        try:
            answer, usage = await phraser.ask(task, self._pseudonym(member_id), until)
        except AiError as error:
            await self._settle(phraser, slip, error.usage, free=error.free)
            await self._tell_fault(phraser, error)
            return None
        await self._settle(phraser, slip, usage)
        return answer

    def _pseudonym(self, member_id: int | None) -> str:
        pseudonyms, nobody = Pseudonyms(self._parts.tokens), self._community.id
        return pseudonyms.of("ai", member_id) if member_id is not None else pseudonyms.of("ai-community", nobody)

    def _today(self) -> str:
        return self._work.now.astimezone(ZoneInfo(first_zone(self._community.zone))).date().isoformat()

    async def _reserved(self, phraser: Phraser, task: Task[T], member_id: int | None) -> Slip:
        async with self._parts.work() as work:
            budget = Budget(work, self._community.id, phraser.config)
            return await budget.reserve(member_id, self._today(), task.most_tokens)

    async def _settle(self, phraser: Phraser, slip: Slip, usage: Usage | None, *, free: bool = False) -> None:
        async with self._parts.work() as work:
            await Budget(work, self._community.id, phraser.config).settle(slip, usage, free=free)

    async def _tell_spent(self, phraser: Phraser, error: SpentError) -> None:
        """Moderators hear of it once a day; what one member used up is nobody else's business."""
        if not error.own:
            day = self._today()
            spent = await self.spent()
            used = {"tokens": spent.tokens, "budget": phraser.config.tokens_per_day, "questions": spent.questions}
            await self._tell(phraser, f"spent:{day}", f"ai-spent:{day}", "core-ai-spent", **used)

    async def _tell_fault(self, phraser: Phraser, error: AiError) -> None:
        """They hear of what will not pass by itself, once until it works again, and after a restart once a day."""
        fault = phraser.fault if error.fault is Fault.RESTING else error.fault
        if fault in (Fault.REFUSED, Fault.UNKNOWN):
            key = f"ai-{fault.value}:{self._today()}"
            await self._tell(phraser, fault.value, key, "core-ai-fault", fault=fault.value, host=self.server)

    async def _tell(self, phraser: Phraser, matter: str, key: str, message: str, **values: str | int) -> None:
        """Tell whoever reads what is for hosts, once per `key`, and of one `matter` once while it lasts."""
        if (self._community.id, matter) in phraser.told:
            return
        phraser.told.add((self._community.id, matter))
        async with self._parts.work() as work:
            said: dict[str, Any] = {"hosts": True, "lasts": NEWS_LASTS, **values}
            await Telling(self._parts, work, self._community).everybody(key, message, **said)
