"""Live through a year: `python -m tests.year --members 2000 --streams 50 --seed 1`."""

import argparse
import asyncio
import logging
import sys
import time

from tests.year.running import run

SHOWN = 20


def main() -> int:
    """1 when anything does not hold; the same seed says so again."""
    parser = argparse.ArgumentParser(prog="python -m tests.year", description=__doc__)
    parser.add_argument("--members", type=int, default=2000)
    parser.add_argument("--streams", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    logging.getLogger("bot").setLevel(logging.ERROR)  # how long each write takes is for others to measure
    outcome = asyncio.run(run(options.members, options.streams, options.seed, lambda line: print(line, flush=True)))
    for line in outcome.wrong[:SHOWN]:
        print(line)
    what = f"{options.members} members, {options.streams} streams, seed {options.seed}"
    said = f"FAILED, {len(outcome.wrong)} things are wrong" if outcome.wrong else "held"
    print(f"{what}: {outcome.figures}, {time.process_time():.0f} s of CPU: {said}")
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
