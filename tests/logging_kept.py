"""The log is the whole process's: what a test does to it must not be the next one's."""

import contextlib
import logging
from collections.abc import Iterator


@contextlib.contextmanager
def log_as_it_was() -> Iterator[None]:
    """Puts the root's handlers and everybody's levels back, and closes what was set up meanwhile."""
    root = logging.getLogger()
    handlers, levels = root.handlers[:], _levels()
    try:
        yield
    finally:
        for handler in root.handlers:
            if handler not in handlers:
                handler.close()
        root.handlers[:] = handlers
        for logger, level in _levels().items():
            if level != levels.get(logger, logging.NOTSET):
                logger.setLevel(levels.get(logger, logging.NOTSET))


def _levels() -> dict[logging.Logger, int]:
    others = logging.root.manager.loggerDict.values()
    return {one: one.level for one in (logging.root, *others) if isinstance(one, logging.Logger)}
