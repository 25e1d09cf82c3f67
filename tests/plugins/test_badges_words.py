"""What badges send unasked and say on stream, in both languages."""

from collections.abc import Mapping, Sequence
from typing import Final

import pytest

from bot.model.messages import Markup
from bot.text.files import bundled_locales
from bot.text.markup import plain
from bot.text.translator import load_translator
from tests.snapshots.compare import matches

BADGE = {"badge": "🔥 II"}
SAID: Final[Sequence[tuple[str, Mapping[str, object]]]] = (
    *(("note", {**BADGE, "community": "Tea", "reason": bool(why), "why": why}) for why in ("", "for the tea")),
    ("invitation", {**BADGE, "community": "Tea", "text": "Come and say how it could be better."}),
    ("accepted", {}),
    ("accepted-host", {**BADGE, "who": "Ann"}),
    ("thanks", BADGE),
    ("cue-near", {**BADGE, "names": Markup("Ann, Ben")}),
    ("recap-title", {}),
    ("recap-line", {**BADGE, "names": Markup("Ann, Ben"), "count": 2, "many": "no"}),
    ("recap-line", {**BADGE, "names": Markup("Ann, Ben and 834 more"), "count": 836, "many": "yes"}),
    *(("given-out", {**BADGE, "people": people}) for people in (0, 1, 2, 5)),
    *(("progress", {**BADGE, "over": True, "people": people, "looked": 5, "total": 5}) for people in (1, 2, 5)),
    ("progress", {**BADGE, "over": False, "people": 5, "looked": 5_000, "total": 12_000}),
    *(("native-failing", {"people": people, "why": "That cannot be."}) for people in (1, 2, 5)),
)
"""With the numbers on which their words turn."""


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
def test_what_badges_send_and_say_is_said_well(language: str) -> None:
    texts = load_translator([bundled_locales()], strict=True, names={"core", "badges"})
    said = [f"{key}: {plain(texts.text(f'badges-{key}', language, **values))}" for key, values in SAID]
    matches(f"badges/said.{language}", "\n".join(said))
