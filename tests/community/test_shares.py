"""How sure shares are: beside scipy, and by many made-up experiments whose truth is known."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.community.shares import FEWEST, NORMAL, Share, difference, likely

SHARES = st.integers(0, 500).flatmap(lambda of: st.integers(0, of).map(lambda did: Share(did, of)))


@pytest.mark.long
@given(SHARES)
def test_the_interval_of_a_share_is_scipys(share: Share) -> None:
    from scipy.stats import binomtest  # half a second, which every process that collects the tests would take

    low, high = likely(share)
    if share.of:
        expected = binomtest(share.did, share.of).proportion_ci(method="wilson")
        assert (low, high) == pytest.approx((expected.low, expected.high), abs=1e-6)
    assert 0 <= low <= share.value + 1e-9 <= high + 2e-9 <= 1 + 2e-9 or not share.of


@given(SHARES, SHARES)
def test_a_difference_is_turned_round_with_its_sides_and_holds_what_was_seen(one: Share, other: Share) -> None:
    found = difference(one, other)
    assert (found is None) == (min(one.of, other.of) < FEWEST)
    if found is not None:
        back = difference(other, one)
        assert back is not None and back == pytest.approx((-found[1], -found[0]))
        assert found[0] <= other.value - one.value <= found[1]


def looks(share: float, other: float, experiments: int, people: int) -> tuple[float, float]:
    """How often somebody who looks after every tenth pair finds a winner: by the interval here, and by a usual one."""
    dice = np.random.default_rng(7)
    here = usual = 0
    for _ in range(experiments):
        ones, others = (np.cumsum(dice.random(people) < chance) for chance in (share, other))
        found_here = found_usual = False
        for of in range(FEWEST, people, 10):
            first, second = Share(int(ones[of - 1]), of), Share(int(others[of - 1]), of)
            interval = difference(first, second)
            assert interval is not None
            found_here |= not interval[0] <= 0 <= interval[1]
            spread = sum(one.value * (1 - one.value) / of for one in (first, second)) ** 0.5
            found_usual |= abs(second.value - first.value) > NORMAL * spread
        here, usual = here + found_here, usual + found_usual
    return here / experiments, usual / experiments


def test_whoever_looks_again_and_again_is_seldom_told_of_a_winner_that_is_none() -> None:
    wrong, usually = looks(0.2, 0.2, experiments=300, people=1000)
    assert wrong <= 0.06
    assert usually > 0.2  # what looking again and again does to the usual interval


def test_a_text_that_is_much_better_is_found_to_be() -> None:
    found, _ = looks(0.2, 0.4, experiments=100, people=600)
    assert found >= 0.9
