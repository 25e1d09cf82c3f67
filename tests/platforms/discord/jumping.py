"""An event loop on which waiting takes no time: its clock jumps to whatever comes next."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


class _Jumping(selectors.DefaultSelector):
    """Never waits; says for how long it would have."""

    def __init__(self) -> None:
        super().__init__()
        self.waited = 0.0

    def select(self, timeout: float | None = None) -> Sequence[Any]:  # type: ignore[override]
        if timeout is not None and timeout > 0:
            self.waited += timeout
        return super().select(0)


class JumpingLoop(asyncio.SelectorEventLoop):
    """For a `asyncio.Runner`."""

    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        return 1000.0 + self._jumping.waited


def at_once(test: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run `test` on such a loop."""
    with asyncio.Runner(loop_factory=JumpingLoop) as runner:
        return runner.run(test())
