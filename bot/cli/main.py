"""Where the command afterglow begins: ready for Ctrl-C before anything slow is loaded."""

import atexit
import gc
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command, and end with its status: 0, 1 when something went wrong, 2 for a wrong call, 130 for Ctrl-C."""
    gc.disable()  # what is loaded stays: to look through it again and again is a tenth of the start; see open_app
    atexit.register(gc.freeze)  # and goes with the process: to look for garbage in it then takes another fifth
    try:
        from bot.cli.commands import call  # here, since loading takes half a second in which people press Ctrl-C

        call(arguments)
    except KeyboardInterrupt:
        sys.exit(130)
