"""The command line, called in this process: what it ends with and what it tells."""

from pathlib import Path

import pytest

from bot.cli.main import main

KEY = "AFTERGLOW_SECRET_KEY", "a key that is long enough to sign every button"


def call(*arguments: str | Path) -> int:
    """Run a command as the console script does; its exit code."""
    try:
        main([str(argument) for argument in arguments])
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0


def told(capsys: pytest.CaptureFixture[str]) -> str:
    """The one sentence on standard error, with nothing on standard output and no trace."""
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err.startswith("afterglow: ")
    assert written.err.count("\n") == 1
    assert "Traceback" not in written.err
    return written.err
