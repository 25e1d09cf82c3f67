"""What a source is built on: the configuration, the clock, a memory of its own, one that is sealed, and the web."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.clock import Clock
from bot.config import Config
from bot.model.ports import Memory
from bot.web.server import WebServer


@dataclass(frozen=True, slots=True)
class SourceSurroundings:
    """`memory` and `sealed` give each source, by its name, what it keeps over restarts; secrets only in `sealed`."""

    config: Config
    clock: Clock
    memory: Callable[[str], Memory]
    sealed: Callable[[str], Memory]
    web: WebServer
