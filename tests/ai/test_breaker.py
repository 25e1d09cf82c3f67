"""The breaker: who is let through to a server that fails, and when."""

from bot.ai.breaker import FAILURES, FIRST_REST, LONGEST_REST, Breaker


class Moment:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def broken(moment: Moment) -> Breaker:
    breaker = Breaker(moment)
    for _ in range(FAILURES):
        assert breaker.admits()
        breaker.failed()
    assert breaker.is_open and not breaker.admits()
    return breaker


def test_one_try_is_let_through_after_each_rest_which_doubles_until_it_works() -> None:
    moment = Moment()
    breaker, rest = broken(moment), FIRST_REST
    for _ in range(7):
        moment.now += rest - 0.1
        assert not breaker.admits()
        moment.now += 0.2
        assert breaker.admits() and not breaker.admits()
        breaker.failed()
        rest = min(rest * 2, LONGEST_REST)
    moment.now += rest + 0.1
    assert breaker.admits()
    breaker.succeeded()
    assert breaker.admits() and breaker.admits() and not breaker.is_open


def test_failures_count_only_in_a_row() -> None:
    breaker = Breaker(Moment())
    for _ in range(FAILURES * 3):
        for _ in range(FAILURES - 1):
            assert breaker.admits()
            breaker.failed()
        breaker.succeeded()
    assert not breaker.is_open


def test_what_helps_nobody_soon_and_what_the_server_asks_for_open_it_at_once() -> None:
    moment = Moment()
    breaker = Breaker(moment)
    breaker.failed(for_good=True)
    moment.now += LONGEST_REST - 1
    assert breaker.is_open
    moment.now += 2
    breaker.succeeded()
    breaker.failed(7.0)
    moment.now += 6.9
    assert breaker.is_open
    moment.now += 0.2
    assert breaker.admits()


def test_a_try_that_is_cut_short_leaves_the_door_to_the_next() -> None:
    moment = Moment()
    breaker = broken(moment)
    moment.now += FIRST_REST + 1
    assert breaker.admits() and not breaker.admits()
    breaker.untold()
    assert breaker.admits()
