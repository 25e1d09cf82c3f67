"""The parts that handlers reach through their context, wired in `bot.app`."""

from collections.abc import Callable
from datetime import timedelta

from msgspec import Struct, field

from bot.ai.phraser import Phraser
from bot.clock import Clock
from bot.community.communities import Defaults
from bot.community.holdings import Holdings
from bot.config import RetentionConfig
from bot.core.loader import Loaded
from bot.core.registry import Registry
from bot.core.tokens import Tokens
from bot.core.watching import SourceState
from bot.delivery.engine import Engine
from bot.delivery.loading import Loader
from bot.delivery.previewing import Previewer
from bot.delivery.sending import Sender
from bot.errors import BotError
from bot.model.ports import Platform
from bot.pictures.studio import Studio
from bot.storage.database import Database
from bot.storage.work import Publish, Work
from bot.text.translator import Translator


class Parts(Struct):
    """One of each. `wake` says that there is something to do now; whoever waits for work listens to it."""

    database: Database
    clock: Clock
    loaded: Loaded
    translator: Translator
    tokens: Tokens
    platforms: dict[str, Platform]
    loader: Loader
    sender: Sender
    engine: Engine
    previewer: Previewer
    defaults: Defaults
    publish: Publish
    phraser: Phraser | None = None  # None: no AI server is configured
    studio: Studio = field(default_factory=Studio)
    debounce: timedelta = timedelta(minutes=5)
    retention: RetentionConfig = field(default_factory=RetentionConfig)
    members_in_one_job: int = 20_000  # seconds of work; a larger community is gone over by several jobs
    wake: Callable[[], None] = field(default=lambda: None)
    members_changed: Callable[[], None] = field(default=lambda: None)  # accounts were linked, unlinked or erased
    problems: dict[str, BotError | str] = field(default_factory=dict)  # by platform: why it does not run
    sources: dict[str, SourceState] = field(default_factory=dict)  # by name: how those that are set up stand

    @property
    def holdings(self) -> Holdings:
        """Where data about members lies, in the core's tables and in the plugins'."""
        return Holdings([plugin.tables for plugin in self.registry.plugins.values() if plugin.tables is not None])

    @property
    def registry(self) -> Registry:
        return self.loaded.registry

    def work(self) -> Work:
        """A fresh piece of work, whose events become jobs."""
        work = Work(self.database, self.clock, self.publish)
        work.after_commit(self.wake)
        return work
