"""Every benchmark by its name."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.benchmarks import (
    answering,
    attendance,
    badge_rules,
    command_in_flood,
    delivering,
    flood_answers,
    flood_discord,
    flood_telegram,
    live_poll,
    memory,
    picture,
    planning,
    restarting,
    startup,
)
from tests.benchmarks.measuring import Figure, Size


@dataclass(frozen=True, slots=True)
class Benchmark:
    """`run` measures at a size and returns one or more figures."""

    name: str
    run: Callable[[Size], Awaitable[list[Figure]]]


BENCHMARKS = (
    Benchmark("plan", planning.run),
    Benchmark("plan-postgres", planning.run_on_postgres),
    Benchmark("deliver", delivering.run),
    Benchmark("restart", restarting.run),
    Benchmark("attendance", attendance.run),
    Benchmark("badge-rules", badge_rules.run),
    Benchmark("flood-discord", flood_discord.run),
    Benchmark("flood-command", command_in_flood.run),
    Benchmark("flood-telegram", flood_telegram.run),
    Benchmark("flood-answers", flood_answers.run),
    Benchmark("live-poll", live_poll.run),
    Benchmark("picture", picture.run),
    Benchmark("memory", memory.run),
    Benchmark("answers", answering.run),
    Benchmark("startup", startup.run),
)
