"""What loyalty sends unasked, posts and puts on the cue card, in both languages."""

from collections.abc import Mapping, Sequence
from typing import Final

import pytest

from bot.model.messages import Markup
from bot.text.files import bundled_locales
from bot.text.markup import plain
from bot.text.translator import load_translator
from tests.snapshots.compare import matches

TIER = {"tier": "Regular", "day": "7 March", "lower": "Guest"}
FEW = (1, 2, 5)
SAID: Final[Sequence[tuple[str, Mapping[str, object]]]] = (
    ("cue-near", {"tier": "Regular", "names": Markup("Ann, Ben")}),
    *(("tier-falls", {**TIER, "points": points, "left": left}) for points in FEW for left in (True, False)),
    *(("card-full", {"title": "Teapots", "points": points, "paid": points > 0}) for points in (0, *FEW)),
    *(("recap-given", {"cause": "Animal shelter", "points": points}) for points in FEW),
    *(
        (key, {"cause": "Animal shelter", "points": 1_200, "people": people})
        for key in ("cause-reached", "cause-closed")
        for people in FEW
    ),
    ("claim-told", {"name": "Ann", "line": "ann_old", "points": 1_200}),
    ("claim-paid", {"line": "ann_old", "points": 1_200}),
    ("claim-not-yours", {"line": "ann_old"}),
    *(
        ("import-undone", {"number": 3, "points": 90, "people": people, "missing": missing, "short": people})
        for people, missing in ((1, 0), (2, 1), (5, 12))
    ),
)
"""With the numbers on which their words turn."""


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "cs"])
def test_what_loyalty_sends_and_says_is_said_well(language: str) -> None:
    texts = load_translator([bundled_locales()], strict=True, names={"core", "loyalty"})
    said = [f"{key}: {plain(texts.text(f'loyalty-{key}', language, **values))}" for key, values in SAID]
    matches(f"loyalty/said.{language}", "\n".join(said))
