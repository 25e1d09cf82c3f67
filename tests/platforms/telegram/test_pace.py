"""How fast things may leave, reckoned on a clock that the test moves."""

import pytest

from bot.platforms.telegram.pace import HeldBackError, Kind, Pace, Urgency, Window

GROUP, OTHER, ANN = -1001, -1002, 7


def test_no_window_ever_holds_more_than_it_may() -> None:
    window, now, moments = Window(20, 60.0), 0.0, list[float]()
    for step in range(300):
        now += (step * 37 % 11) / 7
        at = window.free_at(now)
        window.book(at, now)
        moments.append(at)
    moments.sort()
    assert all(later >= first + 60.0 for first, later in zip(moments, moments[20:], strict=False))
    assert moments[0] == pytest.approx(0.0)


def test_what_is_booked_for_later_leaves_room_for_what_comes_before_it() -> None:
    window = Window(2, 10.0)
    window.book(20.0, 0.0)
    window.book(21.0, 0.0)
    assert window.free_at(0.0) == 0.0
    assert window.free_at(12.0) == 30.0


def test_thirty_messages_leave_in_a_second_and_the_next_one_a_second_later() -> None:
    pace = Pace()
    moments = [pace.book(Kind.SEND, chat, Urgency.REPLY, 0.0) for chat in range(1, 32)]
    assert moments == [0.0] * 30 + [1.0]


def test_replies_have_a_share_that_what_nobody_waits_for_cannot_take() -> None:
    pace = Pace()
    bulk = [pace.book(Kind.SEND, chat, Urgency.BULK, 0.0) for chat in range(1, 49)]
    assert bulk == [0.0] * 24 + [1.0] * 24
    assert [pace.book(Kind.SEND, chat, Urgency.REPLY, 0.0) for chat in range(101, 107)] == [0.0] * 6
    with pytest.raises(HeldBackError):
        pace.book(Kind.SEND, 99, Urgency.BULK, 0.0)


def test_a_group_has_twenty_a_minute_of_which_five_are_for_replies() -> None:
    pace = Pace()
    assert [pace.book(Kind.SEND, GROUP, Urgency.BULK, 0.0) for _ in range(15)] == [0.0] * 15
    with pytest.raises(HeldBackError) as held:
        pace.book(Kind.SEND, GROUP, Urgency.BULK, 1.0)
    assert held.value.wait == pytest.approx(59.0)
    assert [pace.book(Kind.SEND, GROUP, Urgency.REPLY, 2.0) for _ in range(5)] == [2.0] * 5
    with pytest.raises(HeldBackError):
        pace.book(Kind.SEND, GROUP, Urgency.REPLY, 2.0)
    assert pace.book(Kind.SEND, OTHER, Urgency.BULK, 2.0) == 2.0
    assert pace.book(Kind.SEND, GROUP, Urgency.BULK, 60.0) == 60.0


def test_a_private_chat_gets_a_message_a_second_after_a_small_burst() -> None:
    pace = Pace()
    assert [pace.book(Kind.SEND, ANN, Urgency.BULK, 0.0) for _ in range(3)] == [0.0] * 3
    with pytest.raises(HeldBackError):
        pace.book(Kind.SEND, ANN, Urgency.BULK, 0.0)
    assert pace.book(Kind.SEND, ANN, Urgency.BULK, 2.5) == pytest.approx(3.0)
    assert pace.book(Kind.SEND, ANN, Urgency.REPLY, 2.5) == 2.5


def test_a_crowd_of_one_kind_keeps_no_other_waiting() -> None:
    pace = Pace()
    for _ in range(20):
        pace.book(Kind.READ, GROUP, Urgency.REPLY, 0.0)
    assert pace.book(Kind.READ, GROUP, Urgency.REPLY, 0.0) > 0.0
    for kind in (Kind.SEND, Kind.ANSWER, Kind.MANAGE):
        assert pace.book(kind, GROUP, Urgency.REPLY, 0.0) == 0.0


def test_a_stop_holds_one_chat_for_as_long_as_it_was_said_and_a_second_one_holds_all() -> None:
    pace = Pace()
    pace.stop(Kind.SEND, GROUP, 0.0, 30.0)
    pace.stop(Kind.SEND, GROUP, 1.0, 2.0)  # a later answer that says less reopens nothing
    with pytest.raises(HeldBackError) as held:
        pace.book(Kind.SEND, GROUP, Urgency.BULK, 10.0)
    assert held.value.wait == pytest.approx(20.0)
    assert pace.book(Kind.SEND, OTHER, Urgency.BULK, 10.0) == 10.0
    assert pace.book(Kind.READ, GROUP, Urgency.REPLY, 10.0) == 10.0
    pace.stop(Kind.SEND, OTHER, 11.0, 40.0)
    with pytest.raises(HeldBackError) as held:
        pace.book(Kind.SEND, ANN, Urgency.REPLY, 12.0)
    assert held.value.wait == pytest.approx(39.0)
    assert pace.book(Kind.SEND, ANN, Urgency.REPLY, 51.0) == 51.0
