"""What rewards send unasked to people, to hosts and to everybody, in both languages."""

from collections.abc import Mapping, Sequence
from typing import Final

import pytest

from bot.text.files import bundled_locales
from bot.text.markup import plain
from bot.text.translator import load_translator
from tests.snapshots.compare import matches

TITLE: Final = {"title": "Teapot"}
ANN: Final = {**TITLE, "name": "Ann"}
TIMED: Final = {**TITLE, "when": "27. 11. 18:00"}
DRAW: Final = {**TITLE, "closes": "27. 11. 18:00", "commitment": "0a1b", "fingerprint": "2c3d", "secret": "4e5f"}
COUNTS: Final = (0, 1, 2, 5)
FROM_ONE: Final = (1, 2, 5)

TO_PEOPLE: Final[Sequence[tuple[str, Mapping[str, object]]]] = (
    *(("offer", {**TITLE, "until": "20. 11. 18:00", "price": price}) for price in COUNTS),
    ("offer-over", TITLE),
    ("over", TITLE),
    *(("failed", {**TITLE, "points": points}) for points in COUNTS),
    *(("revoked", {**TITLE, "points": points}) for points in COUNTS),
    *(("called-off", {**TITLE, "points": points}) for points in COUNTS),
    ("delivered-to-you", TITLE),
    ("here", {**TITLE, "name": "Backstage"}),
    ("gift-for-you", {**TITLE, "giver": "Ann"}),
    *(("gift-returned", {**ANN, "points": points}) for points in COUNTS),
    ("tomorrow", TIMED),
    ("soon", TIMED),
    *(("takes", {**TIMED, "minutes": minutes}) for minutes in FROM_ONE),
    *(("missed", {**TITLE, "days": days}) for days in FROM_ONE),
    ("paused", {**TIMED, "again": "30. 11. 18:00"}),
    ("draw-won", {**TITLE, "ticket": "7f3a"}),
)
TO_HOSTS: Final[Sequence[tuple[str, Mapping[str, object]]]] = (
    *(("host-claimed", {**ANN, "days": days}) for days in FROM_ONE),
    ("host-failed", {**ANN, "problem": "That cannot be"}),
    ("problem-late", {}),
    ("problem-host", {}),
    *(("host-off", {**ANN, "points": points}) for points in COUNTS),
    ("host-booked", {**ANN, **TIMED}),
    ("host-given-up", {**ANN, **TIMED}),
    ("who-came", TIMED),
    ("draw-short", {**TITLE, "ticket": "7f3a"}),
)
TO_EVERYBODY: Final[Sequence[tuple[str, Mapping[str, object]]]] = (
    *(("offer-post", {**TITLE, "price": price, "described": True, "about": "Blue."}) for price in COUNTS),
    ("offer-post", {**TITLE, "price": 5, "described": False, "about": ""}),
    ("early-post", {**TITLE, "text": "tea.example"}),
    *(("draw-open-post", {**DRAW, "winners": winners, "weights": "streams"}) for winners in FROM_ONE),
    ("draw-open-post", {**DRAW, "winners": 1, "weights": "equal"}),
    *(("draw-closed-post", {**DRAW, "count": count, "minutes": 10}) for count in COUNTS),
    *(("draw-drawn-post", {**DRAW, "count": count, "tickets": "7f3a (Ann)"}) for count in COUNTS),
    ("draw-off-post", TITLE),
)
"""What leaves unasked, with the numbers on which their words turn."""


@pytest.mark.parametrize("language", ["en", "cs"])
@pytest.mark.parametrize(("whom", "texts"), [("people", TO_PEOPLE), ("hosts", TO_HOSTS), ("everybody", TO_EVERYBODY)])
def test_what_rewards_send_is_said_well(
    whom: str, texts: Sequence[tuple[str, Mapping[str, object]]], language: str
) -> None:
    words = load_translator([bundled_locales()], strict=True, names={"core", "rewards"})
    said = [f"{key}: {plain(words.text(f'rewards-{key}', language, **values))}" for key, values in texts]
    matches(f"rewards/said-to-{whom}.{language}", "\n".join(said))
