"""Simulate communities: `python -m tests.simulate --seeds 1-50`; what breaks breaks again: `--seeds 17-17 -v`."""

import argparse
import sys
import time

from tests.simulate.running import NETWORKS, Outcome
from tests.simulate.seeds import outcomes

TAIL = 30


def main() -> int:
    """Run the seeds; 1 when anything broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulate", description=__doc__)
    parser.add_argument("--seeds", default="1-50", help="such as 1-50")
    parser.add_argument("--on", choices=tuple(NETWORKS), help="where; else each locally and one in ten on each edge")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("-v", "--verbose", action="store_true", help="tell each thing as it happens")
    options = parser.parse_args()
    first, _, last = options.seeds.partition("-")
    seeds = range(int(first), int(last or first) + 1)
    runs, failed, started = 0, 0, time.monotonic()
    for outcome in outcomes(seeds, options.processes, on=options.on, echo=options.verbose):
        runs += 1
        failed += bool(outcome.broken)
        _tell(outcome, time.monotonic() - started)
    print(f"{runs - failed} passed, {failed} failed")
    return 1 if failed else 0


def _tell(outcome: Outcome, seconds: float) -> None:
    said = "BROKEN" if outcome.broken else "held"
    figures = f"{outcome.acts} lines, {outcome.pushes} pushes, {outcome.deaths} deaths, {outcome.stands}"
    print(f"seed {outcome.seed:4} {outcome.on:8} {said:7} {figures}, {seconds:4.0f} s", flush=True)
    if outcome.broken:
        print("\n".join(["", *outcome.trail[-TAIL:], "", outcome.broken, ""]))
        print(f"again: python -m tests.simulate --seeds {outcome.seed}-{outcome.seed} --on {outcome.on} -v", flush=True)


if __name__ == "__main__":
    sys.exit(main())
