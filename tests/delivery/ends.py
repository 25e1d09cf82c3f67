"""The ends of the engine in its tests: a chat, a writer and buttons, where something may happen on the way."""

from collections.abc import Awaitable, Callable

from msgspec.structs import replace

from bot.clock import Clock
from bot.delivery.case import Case
from bot.delivery.sending import Sender
from bot.model.decisions import Send
from bot.model.identity import Target
from bot.model.messages import Action, Message
from bot.model.ports import Capabilities
from bot.model.results import SendResult
from bot.platforms.local.chat import LocalPlatform
from bot.platforms.local.limits import CAPABILITIES
from bot.text.saying import Say
from bot.text.translator import Translator


class Buttons:
    """One button for each action, labelled with its name; its token knows the delivery."""

    def __init__(self, texts: Translator) -> None:
        self._texts = texts

    def for_delivery(
        self, action: str, language: str, *arguments: int | str, community: int, label: str | None = None
    ) -> tuple[Action, ...]:
        name = action.rpartition(".")[2]
        token = "-".join(str(part) for part in (name, *arguments[:1]))
        return (Action(str(self._texts.text("world-button", language, what=name)), token),)


class Chat(LocalPlatform):
    """The local chat, where something may happen while a message is on its way."""

    on_the_way: Callable[[str], Awaitable[None]] | None = None
    arrived: Callable[[str, SendResult], Awaitable[None]] | None = None
    can: Capabilities = CAPABILITIES

    def __init__(self, clock: Clock, say: Say) -> None:
        super().__init__(clock, say)
        self.leaving: dict[str, tuple[Target, Message]] = {}  # by key: where each went last, and what was said there

    @property
    def capabilities(self) -> Capabilities:
        return self.can

    async def send(self, to: Target, message: Message, *, key: str) -> SendResult:
        self.leaving[key] = (to, message)
        if self.on_the_way is not None:
            await self.on_the_way(key)
        result = await super().send(to, message, key=key)
        if self.arrived is not None:
            await self.arrived(key, result)
        return result

    def forgive(self) -> None:
        """Forget the results that were still to come."""
        self._results.clear()


class OtherChat(Chat):
    """One more platform beside the first."""

    @property
    def name(self) -> str:
        return "other"

    async def send(self, to: Target, message: Message, *, key: str) -> SendResult:
        return await super().send(replace(to, platform=super().name), message, key=key)


class Writer(Sender):
    """The sender, where something may happen before a message is put into words."""

    before: Callable[[], Awaitable[None]] | None = None

    async def render(self, case: Case, send: Send) -> Message:
        if self.before is not None:
            await self.before()
        return await super().render(case, send)
