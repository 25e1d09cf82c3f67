"""What a picture of a card costs, beside what Pillow needs to write the finished one into a file."""

import io
import time
from collections.abc import Callable, Sequence
from statistics import median

from msgspec.structs import replace
from PIL import Image

from bot.model.cards import Look
from bot.pictures.drawing import draw
from tests.benchmarks.measuring import Figure, Size
from tests.pictures.examples import PROFILE

PICTURES = 200
TIMES_THE_FLOOR = 1.0


async def run(size: Size) -> list[Figure]:
    """Processor milliseconds for each; the names differ, so that nothing is drawn that was drawn before."""
    finished = Image.open(io.BytesIO(draw(PROFILE["cs"], Look.DARK))).convert("RGB")
    count = max(1, size.of(PICTURES) // 2)
    ours, floor = [], []
    for turn in range(size.rounds):
        names = [f"Žofie {turn}-{number}" for number in range(count)]
        ours.append(_cost(lambda name: draw(replace(PROFILE["cs"], name=name), Look.DARK), names))
        floor.append(_cost(lambda _: finished.save(io.BytesIO(), "PNG"), names))
    ratio = median(mine / bare for mine, bare in zip(ours, floor, strict=True))
    aim, met = f"<= {TIMES_THE_FLOOR}x", ratio <= TIMES_THE_FLOOR
    return [Figure("picture", median(ours), "ms", median(floor), ratio, aim, met, len(ours))]


def _cost(what: Callable[[str], object], names: Sequence[str]) -> float:
    before = time.process_time()
    for name in names:
        what(name)
    return (time.process_time() - before) / len(names) * 1000
