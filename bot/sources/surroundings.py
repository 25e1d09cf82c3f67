"""What a source is built on: the configuration, the clock, a memory of its own, and the web."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.clock import Clock
from bot.config import Config
from bot.model.ports import Memory
from bot.web.server import WebServer


@dataclass(frozen=True, slots=True)
class SourceSurroundings:
    """`memory` gives each source, by its name, what it keeps over restarts."""

    config: Config
    clock: Clock
    memory: Callable[[str], Memory]
    web: WebServer
