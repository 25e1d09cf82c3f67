"""The log is the whole process's: what a test does to it must not be the next one's."""

import contextlib
import logging
from collections.abc import Iterator


@contextlib.contextmanager
def log_as_it_was() -> Iterator[None]:
    """Puts the root's handlers and level back, and closes what was set up meanwhile."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        yield
    finally:
        for handler in root.handlers:
            if handler not in handlers:
                handler.close()
        root.handlers[:] = handlers
        root.setLevel(level)  # which also makes loggers forget what they may not say
