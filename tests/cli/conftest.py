"""A place of its own for each call of the command line."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.logging_kept import log_as_it_was


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder of its own with nothing configured, English, and the log put back as it was."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    for name in [name for name in os.environ if name.startswith("AFTERGLOW_")]:
        monkeypatch.delenv(name)
    with log_as_it_was():
        yield
    gc.enable()  # a process that runs one command does without
