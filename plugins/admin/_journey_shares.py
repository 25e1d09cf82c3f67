"""The shares of a step's variants in per cent, which add up to a hundred."""

from collections.abc import Sequence

from bot.api import Step


def shares(step: Step) -> list[int]:
    """Each variant's share in whole per cent, in their order."""
    return split(100, [variant.weight for variant in step.variants])


def split(whole: int, weights: Sequence[int]) -> list[int]:
    """Divide `whole` by weights; what rounding down leaves goes to those who lost most by it."""
    total = sum(weights)
    parts = [whole * weight // total for weight in weights]
    by_loss = sorted(range(len(weights)), key=lambda place: -(whole * weights[place] % total))
    for place in by_loss[: whole - sum(parts)]:
        parts[place] += 1
    return parts
